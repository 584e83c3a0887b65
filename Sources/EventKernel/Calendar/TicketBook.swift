/// Tickets of one calendar.
///
/// A cancelled event stays where it is until it comes up; until then its number is not used again.
/// Generations tell one use of a number from the next: even while the event is pending, odd once it
/// is cancelled.
@usableFromInline
struct TicketBook<Event: BitwiseCopyable>: ~Copyable {
    /// One number: the pending event and the generation, or a link to the next free number.
    @usableFromInline
    struct Record: BitwiseCopyable {
        @usableFromInline var event: Event
        @usableFromInline var generation: UInt32
        @usableFromInline var nextFree: UInt32

        @inlinable
        init(event: Event, generation: UInt32, nextFree: UInt32) {
            self.event = event
            self.generation = generation
            self.nextFree = nextFree
        }
    }

    @usableFromInline var records: UnsafeMutablePointer<Record>
    @usableFromInline var capacity: Int

    /// Largest number ever issued -- state.
    @usableFromInline var issued: UInt32 = 0

    /// First number free to be issued again, 0 for none -- state.
    @usableFromInline var firstFree: UInt32 = 0

    /// Number of cancelled events not yet removed -- state.
    @usableFromInline var stale = 0

    @inlinable
    init(capacity: Int = 16) {
        self.capacity = capacity
        records = .allocate(capacity: capacity)
    }

    @inlinable
    deinit { records.deallocate() }

    @inlinable var reservedBytes: Int { capacity * MemoryLayout<Record>.stride }

    /// Issues a ticket for an event.
    @inlinable
    @inline(__always)
    mutating func issue(_ event: Event) -> EventTicket {
        if firstFree == 0 { return issueNew(event) }
        let number = firstFree
        let index = Int(number)
        firstFree = records[index].nextFree
        records[index].event = event
        return EventTicket(number: number, generation: records[index].generation)
    }

    @inlinable
    @inline(never)
    mutating func issueNew(_ event: Event) -> EventTicket {
        issued += 1
        if Int(issued) >= capacity { grow() }
        (records + Int(issued)).initialize(to: Record(event: event, generation: 0, nextFree: 0))
        return EventTicket(number: issued, generation: 0)
    }

    @inlinable
    mutating func grow() {
        let larger = UnsafeMutablePointer<Record>.allocate(capacity: 2 * capacity)
        // Number 0 is never issued and its record never read.
        (larger + 1).update(from: records + 1, count: capacity - 1)
        records.deallocate()
        records = larger
        capacity *= 2
    }

    /// Whether the ticket's event is still pending.
    @inlinable
    @inline(__always)
    func isValid(_ ticket: EventTicket) -> Bool {
        ticket.number != 0 && ticket.number <= issued
            && records[Int(ticket.number)].generation == ticket.generation
    }

    /// The event of a valid ticket.
    @inlinable
    func event(of ticket: EventTicket) -> Event {
        records[Int(ticket.number)].event
    }

    /// Voids a valid ticket, leaving its event stale.
    @inlinable
    @inline(__always)
    mutating func cancel(_ ticket: EventTicket) {
        records[Int(ticket.number)].generation &+= 1
        stale &+= 1
    }

    /// Frees the number of an event that has come up.
    ///
    /// - Returns: Whether the event happens; false if it was cancelled.
    @inlinable
    @inline(__always)
    mutating func redeem(_ number: UInt32) -> Bool {
        let index = Int(number)
        let wasCancelled = records[index].generation & 1
        // On to the next even number.
        records[index].generation &+= 2 &- wasCancelled
        records[index].nextFree = firstFree
        firstFree = number
        stale &-= Int(wasCancelled)
        return wasCancelled == 0
    }

    /// Removes cancelled events from a stretch of storage, keeping the order of the others.
    ///
    /// - Returns: The new end of the stretch.
    @inlinable
    mutating func removeStale(
        _ events: UnsafeMutablePointer<PendingEvent<Event>>,
        from first: Int,
        to end: Int
    ) -> Int {
        var kept = first
        for index in first..<end {
            let number = events[index].ticket
            if number != 0, records[Int(number)].generation & 1 != 0 {
                _ = redeem(number)
                continue
            }
            if kept != index { events[kept] = events[index] }
            kept &+= 1
        }
        return kept
    }

    /// Voids all tickets and frees all numbers.
    @inlinable
    mutating func removeAll() {
        firstFree = 0
        stale = 0
        for number in stride(from: issued, to: 0, by: -1) {
            let record = records + Int(number)
            record.pointee.generation = (record.pointee.generation | 1) &+ 1
            record.pointee.nextFree = firstFree
            firstFree = number
        }
    }

    @inlinable
    borrowing func copy() -> TicketBook {
        var other = TicketBook(capacity: capacity)
        (other.records + 1).update(from: records + 1, count: Int(issued))
        other.issued = issued
        other.firstFree = firstFree
        other.stale = stale
        return other
    }
}
