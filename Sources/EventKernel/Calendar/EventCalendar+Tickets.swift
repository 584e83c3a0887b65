extension EventCalendar {
    /// Schedules an event that may be cancelled.
    ///
    /// It costs a little more than `schedule(_:at:rank:)` and keeps the same order with it.
    ///
    /// - Parameters:
    ///   - event: What will happen.
    ///   - time: When it will happen; from 2^54 ms on it is never.
    ///   - rank: Its place among events of the same instant, smallest first.
    /// - Returns: The ticket; void from the start for an event that is never due.
    /// - Precondition: `time` does not precede `now`.
    /// - Complexity: O(1) amortised.
    @inlinable
    public mutating func scheduleCancellable(
        _ event: Event,
        at time: SimTime,
        rank: UInt8
    ) -> EventTicket {
        guard isWithinReach(time) else { return EventTicket(number: 0, generation: 0) }
        let ticket = tickets.issue(event)
        live &+= 1
        add(PendingEvent(key: Self.key(time, rank), event: event, ticket: ticket.number))
        return ticket
    }

    /// Tells whether the event of a ticket is still pending.
    @inlinable
    public func isPending(_ ticket: EventTicket) -> Bool {
        tickets.isValid(ticket)
    }

    /// Cancels an event.
    ///
    /// The event stays in storage until it comes up, or until more events are cancelled than
    /// pending; then all cancelled ones are removed together.
    ///
    /// - Returns: Whether it was pending; false when it has happened or was cancelled before.
    /// - Complexity: O(1) amortised.
    @inlinable
    @discardableResult
    public mutating func cancel(_ ticket: EventTicket) -> Bool {
        guard tickets.isValid(ticket) else { return false }
        tickets.cancel(ticket)
        live &-= 1
        if tickets.stale > max(live, 64) { removeStale() }
        return true
    }

    /// Moves an event to another instant and rank.
    ///
    /// Among events of its new key it comes last, as if newly scheduled.
    ///
    /// - Parameters:
    ///   - ticket: The event's ticket; void afterwards.
    ///   - time: When it will happen; from 2^54 ms on it is never, and is cancelled.
    ///   - rank: Its place among events of the same instant, smallest first.
    /// - Returns: Its new ticket; nil when it has happened or was cancelled before.
    /// - Precondition: `time` does not precede `now`.
    /// - Complexity: O(1) amortised.
    @inlinable
    public mutating func reschedule(
        _ ticket: EventTicket,
        at time: SimTime,
        rank: UInt8
    ) -> EventTicket? {
        guard tickets.isValid(ticket) else { return nil }
        let event = tickets.event(of: ticket)
        cancel(ticket)
        return scheduleCancellable(event, at: time, rank: rank)
    }

    /// Removes all cancelled events from storage.
    @inlinable
    @inline(never)
    mutating func removeStale() {
        front.removeStale(&tickets)
        run.removeStale(&tickets)
        buckets.removeStale(&tickets)
    }
}
