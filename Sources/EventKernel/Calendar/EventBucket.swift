/// One bucket: events in the order in which they were added.
@usableFromInline
struct EventBucket<Event: BitwiseCopyable>: BitwiseCopyable {
    /// First chunk; nil in an empty bucket -- state.
    @usableFromInline var head: EventChunk<Event>?

    /// Where the next event goes -- state.
    @usableFromInline var end: UnsafeMutablePointer<PendingEvent<Event>>?

    /// Places left in the last chunk -- state.
    @usableFromInline var room: Int32 = 0

    /// Number of chunks before the last one -- state.
    @usableFromInline var fullChunks: Int32 = 0

    @inlinable
    init() {}

    @inlinable @inline(__always) var isEmpty: Bool { head == nil }

    @inlinable @inline(__always) var count: Int {
        guard !isEmpty else { return 0 }
        let last = EventChunk<Event>.capacity &- Int(room)
        return Int(fullChunks) &* EventChunk<Event>.capacity &+ last
    }

    /// Adds an event.
    ///
    /// - Precondition: There is room.
    @inlinable
    @inline(__always)
    mutating func add(_ event: PendingEvent<Event>) {
        let place = end.unsafelyUnwrapped
        place.initialize(to: event)
        end = place + 1
        room &-= 1
    }

    /// Adds a chunk.
    ///
    /// - Precondition: There is no room left.
    @inlinable
    @inline(__always)
    mutating func add(_ chunk: EventChunk<Event>) {
        if isEmpty {
            head = chunk
        } else {
            EventChunk(endingAt: end.unsafelyUnwrapped).next = chunk
            fullChunks &+= 1
        }
        end = chunk.events
        room = Int32(truncatingIfNeeded: EventChunk<Event>.capacity)
    }

    /// Takes all events out.
    ///
    /// - Precondition: The bucket is not empty.
    @inlinable
    @inline(__always)
    mutating func takeAll(hasOneKey: Bool) -> EventBatch<Event> {
        let batch = EventBatch(
            chunk: head.unsafelyUnwrapped,
            count: count,
            hasOneKey: hasOneKey
        )
        head = nil
        room = 0
        fullChunks = 0
        return batch
    }
}

/// Events taken out of a bucket; all chunks but the last are full.
@usableFromInline
struct EventBatch<Event: BitwiseCopyable>: BitwiseCopyable {
    @usableFromInline let chunk: EventChunk<Event>
    @usableFromInline let count: Int

    /// Whether all keys are known to be equal.
    @usableFromInline let hasOneKey: Bool

    @inlinable
    @inline(__always)
    init(chunk: EventChunk<Event>, count: Int, hasOneKey: Bool) {
        self.chunk = chunk
        self.count = count
        self.hasOneKey = hasOneKey
    }
}
