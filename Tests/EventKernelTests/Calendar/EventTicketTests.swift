import EventKernel
import Testing

@Suite struct EventTicketTests {
    @Test func `a cancelled event does not happen`() {
        let calendar = CalendarBox()
        let ticket = calendar.scheduleCancellable(1, at: at(10), rank: 0)
        calendar.schedule(2, at: at(20), rank: 0)
        #expect(calendar.cancel(ticket))
        #expect(calendar.count == 1)
        #expect(calendar.next() == 2)
        #expect(calendar.now == at(20))
        #expect(calendar.next() == nil)
    }

    @Test func `a cancelled event does not move the clock`() {
        let calendar = CalendarBox()
        let ticket = calendar.scheduleCancellable(1, at: at(10), rank: 0)
        calendar.cancel(ticket)
        #expect(calendar.next() == nil)
        #expect(calendar.now == .start)
        calendar.schedule(2, at: at(3), rank: 0)
        #expect(calendar.next() == 2)
    }

    @Test func `an event may cancel a later one of the same instant`() {
        let calendar = CalendarBox()
        calendar.schedule(1, at: at(10), rank: 0)
        let ticket = calendar.scheduleCancellable(2, at: at(10), rank: 0)
        #expect(calendar.next() == 1)
        #expect(calendar.cancel(ticket))
        #expect(calendar.next() == nil)
    }

    @Test func `a ticket is void once its event has happened`() {
        let calendar = CalendarBox()
        let first = calendar.scheduleCancellable(1, at: at(10), rank: 0)
        #expect(calendar.isPending(first))
        _ = calendar.next()
        let second = calendar.scheduleCancellable(2, at: at(20), rank: 0)
        #expect(!calendar.isPending(first))
        #expect(!calendar.cancel(first))
        #expect(calendar.reschedule(first, at: at(30), rank: 0) == nil)
        #expect(calendar.isPending(second))
    }

    @Test func `a rescheduled event keeps its content and loses its old time`() throws {
        let calendar = CalendarBox()
        let ticket = calendar.scheduleCancellable(7, at: at(10), rank: 0)
        calendar.schedule(8, at: at(30), rank: 0)
        let renewed = try #require(calendar.reschedule(ticket, at: at(30), rank: 0))
        #expect(!calendar.isPending(ticket))
        #expect(calendar.isPending(renewed))
        #expect(calendar.next() == 8)
        #expect(calendar.next() == 7)
        #expect(calendar.next() == nil)
    }

    @Test func `an event rescheduled to never is cancelled`() throws {
        let calendar = CalendarBox()
        let ticket = calendar.scheduleCancellable(7, at: at(10), rank: 0)
        let renewed = try #require(calendar.reschedule(ticket, at: .never, rank: 0))
        #expect(!calendar.isPending(renewed))
        #expect(calendar.count == 0)
    }

    @Test func `cancelled events do not pile up`() {
        let calendar = CalendarBox()
        for event in 0..<100 { calendar.schedule(event, at: at(1_000_000), rank: 0) }
        var ticket = calendar.scheduleCancellable(0, at: at(500), rank: 0)
        for step in 0..<100_000 {
            ticket = calendar.reschedule(ticket, at: at(Int64(500 + step)), rank: 0) ?? ticket
        }
        #expect(calendar.count == 101)
        // Storage for a few hundred events and the smallest blocks.
        #expect(calendar.reservedBytes < 300_000)
        calendar.checkInvariants()
    }

    @Test func `tickets are small`() {
        #expect(MemoryLayout<EventTicket>.size == 8)
    }
}
