/// Event in the calendar, with its place in the order.
@usableFromInline
struct PendingEvent<Event: BitwiseCopyable>: BitwiseCopyable {
    /// Time [ms] in the upper 56 bits, rank in the lowest 8.
    @usableFromInline let key: UInt64

    /// What will happen.
    @usableFromInline let event: Event

    /// Number of its ticket; 0 where it cannot be cancelled.
    @usableFromInline let ticket: UInt32

    @inlinable
    @inline(__always)
    init(key: UInt64, event: Event, ticket: UInt32) {
        self.key = key
        self.event = event
        self.ticket = ticket
    }
}
