import EventKernel
import Testing

@Suite struct EventCalendarTests {
    @Test func `events leave in order of time`() {
        let calendar = CalendarBox()
        for time in [50, 10, 40, 20, 30] { calendar.schedule(time, at: at(Int64(time)), rank: 0) }
        #expect(calendar.drained() == [10, 20, 30, 40, 50])
        #expect(calendar.now == at(50))
    }

    @Test func `events of one instant leave by rank, then in order of scheduling`() {
        let calendar = CalendarBox()
        for (event, rank) in [(1, 2), (2, 0), (3, 2), (4, 255), (5, 0), (6, 1)] as [(Int, UInt8)] {
            calendar.schedule(event, at: at(7), rank: rank)
        }
        #expect(calendar.drained() == [2, 5, 6, 1, 3, 4])
    }

    @Test func `an event may still be scheduled before others of the same instant`() {
        let calendar = CalendarBox()
        calendar.schedule(1, at: at(7), rank: 5)
        calendar.schedule(2, at: at(7), rank: 6)
        #expect(calendar.next() == 1)
        calendar.schedule(3, at: at(7), rank: 0)
        #expect(calendar.drained() == [3, 2])
    }

    @Test func `ten thousand events of one instant keep their order`() {
        let calendar = CalendarBox()
        for event in 0..<10_000 { calendar.schedule(event, at: at(1000), rank: 3) }
        #expect(calendar.next() == 0)
        for event in 10_000..<10_100 { calendar.schedule(event, at: at(1000), rank: 3) }
        #expect(calendar.drained() == Array(1..<10_100))
    }

    @Test func `a burst of urgent events passes a long row of equal ones`() {
        let calendar = CalendarBox()
        for event in 0..<5000 { calendar.schedule(event, at: at(1000), rank: 3) }
        #expect(calendar.next() == 0)
        for event in 9000..<9200 { calendar.schedule(event, at: at(1000), rank: 1) }
        #expect(calendar.drained() == Array(9000..<9200) + Array(1..<5000))
    }

    @Test func `distant times keep their order`() {
        let calendar = CalendarBox()
        let times = (0..<54).map { Int64(1) << $0 } + (0..<53).map { Int64(3) << $0 }
        for (index, time) in times.enumerated() {
            calendar.schedule(index, at: at(time), rank: UInt8(index % 3))
        }
        let order = times.indices.sorted {
            (times[$0], $0 % 3, $0) < (times[$1], $1 % 3, $1)
        }
        #expect(calendar.drained() == order)
    }

    @Test func `an event that is never due is dropped`() {
        let calendar = CalendarBox()
        calendar.schedule(1, at: .never, rank: 0)
        let ticket = calendar.scheduleCancellable(2, at: .never, rank: 0)
        #expect(calendar.count == 0)
        #expect(!calendar.isPending(ticket))
        #expect(!calendar.cancel(ticket))
        #expect(calendar.next() == nil)
    }

    @Test func `an empty calendar keeps its clock`() {
        let calendar = CalendarBox()
        calendar.schedule(1, at: at(5), rank: 0)
        _ = calendar.next()
        #expect(calendar.next() == nil)
        #expect(calendar.now == at(5))
        calendar.schedule(2, at: at(5), rank: 0)
        #expect(calendar.next() == 2)
    }

    @Test func `a reset calendar starts anew`() {
        let calendar = CalendarBox()
        for event in 0..<100 { calendar.schedule(event, at: at(Int64(event * event)), rank: 0) }
        let ticket = calendar.scheduleCancellable(7, at: at(9000), rank: 0)
        for _ in 0..<50 { _ = calendar.next() }
        calendar.reset()
        #expect(calendar.count == 0)
        #expect(calendar.now == .start)
        #expect(!calendar.isPending(ticket))
        calendar.schedule(1, at: at(3), rank: 0)
        calendar.schedule(2, at: at(1), rank: 0)
        #expect(calendar.drained() == [2, 1])
    }

    @Test func `a copy goes its own way`() {
        let calendar = CalendarBox()
        for event in 0..<200 { calendar.schedule(event, at: at(Int64(event % 50)), rank: 0) }
        let ticket = calendar.scheduleCancellable(999, at: at(40), rank: 1)
        for _ in 0..<30 { _ = calendar.next() }
        let copy = CalendarBox(copyOf: calendar)
        #expect(copy.cancel(ticket))
        #expect(calendar.isPending(ticket))
        let expected = calendar.drained()
        #expect(expected.contains(999))
        #expect(copy.drained() == expected.filter { $0 != 999 })
    }

    @Test func `scheduling in the past traps`() async {
        await #expect(processExitsWith: .failure) {
            var calendar = EventCalendar<Int>()
            calendar.schedule(1, at: SimTime(milliseconds: 5), rank: 0)
            _ = calendar.next()
            calendar.schedule(2, at: SimTime(milliseconds: 4), rank: 0)
        }
    }
}
