public import EventKernel

/// What a room wants to happen later, in its own events.
///
/// Inlinable, since every event passes through it. A room changes only itself; `DrillModel` empties the outcome into the calendar.
public struct Outcome<Event: BitwiseCopyable & Sendable>: Sendable {
    /// An event with its instant and place within it.
    public struct Scheduled: BitwiseCopyable, Sendable {
        /// What will happen.
        public let event: Event
        /// When it will happen.
        public let time: SimTime
        /// Its place within the instant.
        public let phase: Phase

        /// Creates an entry.
        @inlinable
        public init(event: Event, time: SimTime, phase: Phase) {
            self.event = event
            self.time = time
            self.phase = phase
        }
    }

    /// Events to be scheduled, in order.
    public var scheduled = Buffer<Scheduled>()

    /// Creates an empty outcome.
    @inlinable
    public init() {}

    /// Wants an event at an instant; one that is never due is dropped.
    @inlinable
    public mutating func schedule(_ event: Event, at time: SimTime, _ phase: Phase) {
        if time.isNever { return }
        scheduled.append(Scheduled(event: event, time: time, phase: phase))
    }

    /// Forgets everything, keeping the storage.
    @inlinable
    public mutating func clear() {
        scheduled.clear()
    }
}
