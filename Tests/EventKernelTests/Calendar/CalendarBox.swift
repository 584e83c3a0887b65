import EventKernel

/// A calendar behind a reference, since expectations take copies of what they look at.
final class CalendarBox {
    private var calendar: EventCalendar<Int>

    init() { calendar = EventCalendar() }

    init(copyOf other: CalendarBox) { calendar = other.calendar.copy() }

    var now: SimTime { calendar.now }
    var count: Int { calendar.count }
    var reservedBytes: Int { calendar.reservedBytes }

    func schedule(_ event: Int, at time: SimTime, rank: UInt8) {
        calendar.schedule(event, at: time, rank: rank)
    }

    func scheduleCancellable(_ event: Int, at time: SimTime, rank: UInt8) -> EventTicket {
        calendar.scheduleCancellable(event, at: time, rank: rank)
    }

    func isPending(_ ticket: EventTicket) -> Bool { calendar.isPending(ticket) }

    @discardableResult
    func cancel(_ ticket: EventTicket) -> Bool { calendar.cancel(ticket) }

    func reschedule(_ ticket: EventTicket, at time: SimTime, rank: UInt8) -> EventTicket? {
        calendar.reschedule(ticket, at: time, rank: rank)
    }

    func next() -> Int? { calendar.next() }

    func reset() { calendar.reset() }

    /// All events that remain, in the order in which they leave.
    func drained() -> [Int] {
        var events: [Int] = []
        while let event = calendar.next() { events.append(event) }
        return events
    }

    /// Traps when the calendar contradicts itself; does nothing in release builds.
    func checkInvariants() {
        #if DEBUG
            calendar.checkInvariants()
        #endif
    }
}

/// An instant a number of milliseconds after the start.
func at(_ milliseconds: Int64) -> SimTime {
    SimTime(milliseconds: milliseconds)
}
