/// Sorted list that is filled at once and used up from its beginning.
@usableFromInline
struct EventRun<Event: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Pending = PendingEvent<Event>

    /// Largest batch that is sorted at once; its two copies of 40 bytes an event stay in the cache.
    @inlinable @inline(__always) static var longest: Int { 1024 }

    /// Largest batch that is sorted by counting pairs; below it a pass over 256 counts costs more.
    @inlinable @inline(__always) static var shortest: Int { EventChunk<Event>.capacity }

    @usableFromInline var events: UnsafeMutablePointer<Pending>

    /// Storage of the same size, between passes of sorting.
    @usableFromInline var spare: UnsafeMutablePointer<Pending>

    @usableFromInline var capacity: Int

    /// Number of events of each byte, while sorting.
    @usableFromInline let counts: UnsafeMutablePointer<UInt16>

    /// Position of the first event -- state.
    @usableFromInline var first = 0

    /// Position after the last event -- state.
    @usableFromInline var end = 0

    @inlinable
    init(capacity: Int = longest) {
        self.capacity = capacity
        events = .allocate(capacity: capacity)
        spare = .allocate(capacity: capacity)
        counts = .allocate(capacity: 256)
    }

    @inlinable
    deinit {
        events.deallocate()
        spare.deallocate()
        counts.deallocate()
    }

    @inlinable @inline(__always) var isEmpty: Bool { first == end }
    @inlinable var count: Int { end - first }
    @inlinable @inline(__always) var firstKey: UInt64 { events[first].key }
    @inlinable var lastKey: UInt64 { events[end - 1].key }
    @inlinable var reservedBytes: Int { 2 * capacity * MemoryLayout<Pending>.stride + 512 }

    @inlinable
    @inline(__always)
    mutating func takeFirst() -> Pending {
        let event = events[first]
        first &+= 1
        return event
    }

    /// Takes over the events of a batch, sorted, and gives its chunks back.
    ///
    /// - Precondition: The run is empty, and the batch is not longer than `longest` unless all its
    ///   keys are equal.
    /// - Complexity: O(*n*) for *n* events, O(*n*²) up to `shortest`.
    @inlinable
    mutating func load(_ batch: EventBatch<Event>, from buckets: inout EventBuckets<Event>) {
        first = 0
        end = batch.count
        if end <= Self.shortest {
            sortShort(batch.chunk.events, end)
            buckets.recycle(batch.chunk)
            return
        }
        if end > capacity { reserve(end) }
        let differing = gather(batch, &buckets)
        sortLong(bits: differing)
    }

    /// Sorts into the run by counting for each event how many go before it.
    ///
    /// Half of the comparisons come out either way, but none of them is a branch.
    @inlinable
    @inline(__always)
    mutating func sortShort(_ batch: UnsafeMutablePointer<Pending>, _ count: Int) {
        counts[0] = 0
        var index = 1
        while index < count {
            let key = batch[index].key
            var place = UInt16(truncatingIfNeeded: index)
            var other = 0
            while other < index {
                let isLater: UInt16 = batch[other].key > key ? 1 : 0
                counts[other] &+= isLater
                place &-= isLater
                other &+= 1
            }
            counts[index] = place
            index &+= 1
        }
        index = 0
        while index < count {
            events[Int(counts[index])] = batch[index]
            index &+= 1
        }
    }

    /// Copies a batch in its order and gives its chunks back.
    ///
    /// - Returns: The bits in which keys differ.
    @inlinable
    mutating func gather(
        _ batch: EventBatch<Event>,
        _ buckets: inout EventBuckets<Event>
    ) -> UInt64 {
        let key = batch.chunk.events[0].key
        var differing: UInt64 = 0
        var (target, chunk, left) = (events, batch.chunk, batch.count)
        while true {
            let count = min(left, EventChunk<Event>.capacity)
            for index in 0..<count { differing |= chunk.events[index].key ^ key }
            target.update(from: chunk.events, count: count)
            target += count
            left -= count
            let next = chunk.next
            buckets.recycle(chunk)
            guard let next else { return differing }
            chunk = next
        }
    }

    /// Sorts the run by the bytes of its keys that differ, lowest first.
    @inlinable
    mutating func sortLong(bits differing: UInt64) {
        var shift: UInt64 = 0
        while shift < 64, differing &>> shift != 0 {
            if (differing &>> shift) & 0xFF != 0 {
                sort(byByteAt: shift)
                swap(&events, &spare)
            }
            shift &+= 8
        }
    }

    /// Sorts into the spare storage by one byte, keeping the order of equals.
    @inlinable
    @inline(__always)
    mutating func sort(byByteAt shift: UInt64) {
        counts.update(repeating: 0, count: 256)
        for index in 0..<end { counts[byte(index, shift)] &+= 1 }
        var sum: UInt16 = 0
        for byte in 0..<256 {
            let count = counts[byte]
            counts[byte] = sum
            sum &+= count
        }
        for index in 0..<end {
            let byte = byte(index, shift)
            spare[Int(counts[byte])] = events[index]
            counts[byte] &+= 1
        }
    }

    @inlinable
    @inline(__always)
    func byte(_ index: Int, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (events[index].key &>> shift) & 0xFF)
    }

    /// Replaces the storage by a larger one; its contents are lost.
    @inlinable
    mutating func reserve(_ needed: Int) {
        events.deallocate()
        spare.deallocate()
        capacity = needed
        events = .allocate(capacity: needed)
        spare = .allocate(capacity: needed)
    }

    /// Moves the events from a key on to the buckets, in order.
    @inlinable
    mutating func moveAll(from key: UInt64, to buckets: inout EventBuckets<Event>) {
        var place = end
        while place > first, events[place - 1].key >= key { place -= 1 }
        for index in place..<end { buckets.add(events[index]) }
        end = place
    }

    @inlinable
    mutating func removeAll() {
        first = 0
        end = 0
    }

    /// Removes cancelled events.
    ///
    /// Asking for all tickets in a row also brings them into the cache together.
    @inlinable
    mutating func removeStale(_ tickets: inout TicketBook<Event>) {
        end = tickets.removeStale(events, from: first, to: end)
    }

    @inlinable
    borrowing func copy() -> EventRun {
        var other = EventRun(capacity: capacity)
        other.events.update(from: events, count: end)
        other.first = first
        other.end = end
        return other
    }
}
