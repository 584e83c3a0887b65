/// Right to cancel or reschedule one pending event.
///
/// It becomes void when the event happens or is cancelled; using a void ticket does nothing.
public struct EventTicket: Hashable, BitwiseCopyable, Sendable {
    /// Number in the book of tickets, from 1; 0 for an event that was never due.
    @usableFromInline let number: UInt32

    /// How often that number had been used before.
    @usableFromInline let generation: UInt32

    @inlinable
    init(number: UInt32, generation: UInt32) {
        self.number = number
        self.generation = generation
    }
}
