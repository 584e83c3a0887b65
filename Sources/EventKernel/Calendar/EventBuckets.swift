/// Events that fall due later, thrown into buckets by the bytes of their keys.
///
/// All keys are at or above a base, which rises with the clock. A key belongs to the level of the
/// highest byte in which it differs from the base, and there to the bucket of that byte: buckets of
/// a higher level hold later keys, and within a level a larger byte means a later key. So only the
/// first bucket ever has to be sorted. Ahuja, Mehlhorn, Orlin and Tarjan (1990), "Faster algorithms
/// for the shortest path problem".
@usableFromInline
struct EventBuckets<Event: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Pending = PendingEvent<Event>

    /// Eight levels of 256 buckets.
    @usableFromInline let buckets: UnsafeMutablePointer<EventBucket<Event>>

    /// Which buckets hold something, 64 a word.
    @usableFromInline let filled: UnsafeMutablePointer<UInt64>

    /// Which words of `filled` are not zero.
    @usableFromInline var filledWords: UInt32 = 0

    /// Lower bound of all keys -- state.
    ///
    /// Its rank is 0, and its time is not after that of the event taken last.
    @usableFromInline var base: UInt64 = 0

    @usableFromInline var pool = EventChunkPool<Event>()

    @inlinable @inline(__always) static var bucketCount: Int { 8 * 256 }

    @inlinable
    init() {
        buckets = .allocate(capacity: Self.bucketCount)
        buckets.initialize(repeating: EventBucket(), count: Self.bucketCount)
        filled = .allocate(capacity: Self.bucketCount / 64)
        filled.initialize(repeating: 0, count: Self.bucketCount / 64)
    }

    @inlinable
    deinit {
        buckets.deallocate()
        filled.deallocate()
    }

    @inlinable var isEmpty: Bool { filledWords == 0 }

    @inlinable var reservedBytes: Int {
        pool.reservedBytes
            + Self.bucketCount * MemoryLayout<EventBucket<Event>>.stride
            + Self.bucketCount / 8
    }

    /// Number of the bucket that a key belongs to.
    @inlinable
    @inline(__always)
    func bucketNumber(of key: UInt64) -> Int {
        let highestBit = 63 &- ((key ^ base) | 1).leadingZeroBitCount
        let shift = highestBit & 0x38
        let byte = Int(truncatingIfNeeded: (key &>> UInt64(truncatingIfNeeded: shift)) & 0xFF)
        return shift &<< 5 | byte
    }

    /// Adds an event after all others of its bucket.
    ///
    /// - Precondition: Its key is not below `base`.
    @inlinable
    @inline(__always)
    mutating func add(_ event: Pending) {
        add(event, toBucket: bucketNumber(of: event.key))
    }

    @inlinable
    @inline(__always)
    mutating func add(_ event: Pending, toBucket number: Int) {
        if buckets[number].room == 0 { addChunk(toBucket: number) }
        buckets[number].add(event)
    }

    @inlinable
    @inline(__always)
    mutating func addChunk(toBucket number: Int) {
        if buckets[number].isEmpty { markFilled(number) }
        buckets[number].add(pool.take())
    }

    /// Takes all events of the first bucket, and raises the base to that bucket's lower end.
    ///
    /// - Precondition: There are events.
    @inlinable
    @inline(__always)
    mutating func takeFirst() -> EventBatch<Event> {
        let word = filledWords.trailingZeroBitCount
        let number = word &<< 6 | filled[word].trailingZeroBitCount
        let batch = buckets[number].takeAll(hasOneKey: number < 256)
        markEmpty(number)
        // Bits below the level's byte become zero; the rank always does.
        let shift = UInt64(truncatingIfNeeded: max(number &>> 5 & 0x38, 8))
        base = (batch.chunk.events[0].key &>> shift) &<< shift
        return batch
    }

    /// Throws the events of a batch into finer buckets.
    @inlinable
    @inline(never)
    mutating func spread(_ batch: EventBatch<Event>) {
        var (chunk, left) = (batch.chunk, batch.count)
        while true {
            let count = min(left, EventChunk<Event>.capacity)
            for index in 0..<count { add(chunk.events[index]) }
            left -= count
            let next = chunk.next
            recycle(chunk)
            guard let next else { return }
            chunk = next
        }
    }

    /// Gives a chunk back to the pool.
    @inlinable
    @inline(__always)
    mutating func recycle(_ chunk: EventChunk<Event>) {
        pool.give(chunk)
    }

    @inlinable
    @inline(__always)
    mutating func markFilled(_ number: Int) {
        filled[number &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: number & 63)
        filledWords |= 1 &<< UInt32(truncatingIfNeeded: number &>> 6)
    }

    @inlinable
    @inline(__always)
    mutating func markEmpty(_ number: Int) {
        let word = number &>> 6
        filled[word] &= ~(1 &<< UInt64(truncatingIfNeeded: number & 63))
        if filled[word] == 0 { filledWords &= ~(1 &<< UInt32(truncatingIfNeeded: word)) }
    }
}

// What the steady loop does not need.

extension EventBuckets {
    /// Empties all buckets.
    @inlinable
    mutating func removeAll() {
        while !isEmpty {
            let batch = takeFirst()
            var chunk: EventChunk? = batch.chunk
            while let current = chunk {
                chunk = current.next
                recycle(current)
            }
        }
        base = 0
    }

    /// Calls a closure with every event, bucket by bucket and in order of adding.
    @inlinable
    borrowing func forEach(_ body: (_ bucket: Int, _ event: Pending) -> Void) {
        for number in 0..<Self.bucketCount {
            var chunk = buckets[number].head
            var left = buckets[number].count
            while let current = chunk {
                for index in 0..<min(left, EventChunk<Event>.capacity) {
                    body(number, current.events[index])
                }
                left -= EventChunk<Event>.capacity
                chunk = current.next
            }
        }
    }

    /// Removes cancelled events.
    @inlinable
    mutating func removeStale(_ tickets: inout TicketBook<Event>) {
        for number in 0..<Self.bucketCount where !buckets[number].isEmpty {
            let batch = buckets[number].takeAll(hasOneKey: false)
            markEmpty(number)
            var (chunk, left) = (batch.chunk, batch.count)
            while true {
                let count = min(left, EventChunk<Event>.capacity)
                let kept = tickets.removeStale(chunk.events, from: 0, to: count)
                for index in 0..<kept { add(chunk.events[index], toBucket: number) }
                left -= count
                let next = chunk.next
                recycle(chunk)
                guard let next else { break }
                chunk = next
            }
        }
    }

    @inlinable
    borrowing func copy() -> EventBuckets {
        var other = EventBuckets()
        other.base = base
        forEach { other.add($1, toBucket: $0) }
        return other
    }
}
