/// Events due but not yet happened, in the order in which they will happen.
///
/// An event leaves by (time, rank, sequence), smallest first: events of one instant in order of rank,
/// and those of equal rank in the order in which they were scheduled. One event leaves at a time, so
/// that it may still cancel a later one of the same instant. The calendar offers no iteration.
public struct EventCalendar<Event: BitwiseCopyable>: ~Copyable {
    /// Current instant: that of the event taken last -- state.
    public private(set) var now = SimTime.start

    /// Pending events as a binary heap -- state.
    private var heap: [Entry] = []

    /// Number of events scheduled so far -- state.
    private var sequence: UInt64 = 0

    private struct Entry {
        let key: UInt64
        let sequence: UInt64
        let event: Event

        func precedes(_ other: Entry) -> Bool {
            key != other.key ? key < other.key : sequence < other.sequence
        }
    }

    /// Creates an empty calendar at the start of a drill.
    public init() {}

    /// Number of pending events.
    public var count: Int { heap.count }

    /// Schedules an event; one that is never due is dropped.
    ///
    /// - Parameters:
    ///   - event: What will happen.
    ///   - time: When it will happen.
    ///   - rank: Its place among events of the same instant, smallest first.
    /// - Precondition: `time` does not precede `now`.
    /// - Complexity: O(log *n*).
    public mutating func schedule(_ event: Event, at time: SimTime, rank: UInt8) {
        if time.isNever { return }
        precondition(time >= now, "An event cannot be scheduled in the past.")
        let key = UInt64(bitPattern: time.milliseconds) << 8 | UInt64(rank)
        heap.append(Entry(key: key, sequence: sequence, event: event))
        sequence += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].precedes(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the next event and moves the clock to its instant.
    ///
    /// - Returns: The event, or nil when nothing is pending.
    /// - Complexity: O(log *n*).
    public mutating func next() -> Event? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sift()
        }
        now = SimTime(milliseconds: Int64(bitPattern: first.key >> 8))
        return first.event
    }

    private mutating func sift() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].precedes(heap[least]) { least = child }
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    /// Forgets all pending events and goes back to the start.
    public mutating func reset() {
        heap.removeAll(keepingCapacity: true)
        sequence = 0
        now = .start
    }
}
