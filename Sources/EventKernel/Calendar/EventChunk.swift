/// Piece of storage for a few events of one bucket, linked to the next piece.
///
/// Chunks come from a pool that buckets share, so that a bucket needs room only for what it holds
/// now, and a calendar in its steady state allocates nothing.
@usableFromInline
struct EventChunk<Event: BitwiseCopyable>: BitwiseCopyable {
    @usableFromInline typealias Pending = PendingEvent<Event>

    @usableFromInline let address: UnsafeMutableRawPointer

    /// Number of events in a chunk; of 8, 16 and 32 the last was the fastest for 10^6 events.
    @inlinable @inline(__always) static var capacity: Int { 32 }

    /// Bytes before the events; they hold the link.
    @inlinable @inline(__always) static var headerBytes: Int { 16 }

    @inlinable @inline(__always) static var bytes: Int {
        headerBytes + capacity * MemoryLayout<Pending>.stride
    }

    @inlinable
    @inline(__always)
    init(address: UnsafeMutableRawPointer) {
        self.address = address
    }

    /// The chunk whose events end at an address.
    @inlinable
    @inline(__always)
    init(endingAt end: UnsafeMutablePointer<Pending>) {
        address = UnsafeMutableRawPointer(end - Self.capacity) - Self.headerBytes
    }

    /// Storage of the events.
    @inlinable @inline(__always) var events: UnsafeMutablePointer<Pending> {
        (address + Self.headerBytes).assumingMemoryBound(to: Pending.self)
    }

    /// The chunk that follows, of a bucket or in the pool.
    @inlinable @inline(__always) var next: EventChunk? {
        get {
            address.load(as: UnsafeMutableRawPointer?.self).map { EventChunk(address: $0) }
        }
        nonmutating set {
            address.storeBytes(of: newValue?.address, as: UnsafeMutableRawPointer?.self)
        }
    }
}

/// Store of unused chunks.
@usableFromInline
struct EventChunkPool<Event: BitwiseCopyable>: ~Copyable {
    /// First unused chunk, linked to the others -- state.
    @usableFromInline var first: EventChunk<Event>?

    /// Blocks of memory that chunks are cut from -- state.
    @usableFromInline var blocks: [UnsafeMutableRawPointer] = []

    /// Chunks in all blocks -- state.
    @usableFromInline var chunkCount = 0

    @inlinable
    init() {}

    @inlinable
    deinit { for block in blocks { block.deallocate() } }

    @inlinable var reservedBytes: Int {
        chunkCount * EventChunk<Event>.bytes
    }

    /// Hands out a chunk without a successor.
    @inlinable
    @inline(__always)
    mutating func take() -> EventChunk<Event> {
        if first == nil { grow() }
        let chunk = first.unsafelyUnwrapped
        first = chunk.next
        chunk.next = nil
        return chunk
    }

    /// Takes a chunk back; the chunk given back last is handed out first, still in the cache.
    @inlinable
    @inline(__always)
    mutating func give(_ chunk: EventChunk<Event>) {
        chunk.next = first
        first = chunk
    }

    /// Adds a quarter to the store, so that the ups and downs of a steady state soon fit in.
    @inlinable
    @inline(never)
    mutating func grow() {
        let size = EventChunk<Event>.bytes
        let added = max(32, chunkCount / 4)
        let block = UnsafeMutableRawPointer.allocate(byteCount: added * size, alignment: 16)
        blocks.append(block)
        chunkCount += added
        for index in stride(from: added - 1, through: 0, by: -1) {
            give(EventChunk(address: block + index * size))
        }
    }
}
