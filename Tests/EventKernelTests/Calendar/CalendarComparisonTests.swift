import EventKernel
import Testing

/// Drives the calendar and the plain one alike and compares every event that leaves.
struct CalendarComparison {
    private let calendar = CalendarBox()
    private var plain = PlainCalendar()
    private var tickets: [(event: Int, ticket: EventTicket)] = []
    private var random: RandomStream
    private var scheduled = 0
    private(set) var compared = 0
    private(set) var ties = 0

    /// Longest delay [ms]; short ones make many events equal.
    private let span: UInt64

    init(seed: UInt64, span: UInt64) {
        random = RandomStream(DrillKey(seed: seed, drill: 0), purpose: 1, entity: 0)
        self.span = span
    }

    /// A delay: none, within the span, or once in a while far beyond it.
    private mutating func delay() -> SimDuration {
        switch random.whole(below: 8) {
        case 0: .zero
        case 1: SimDuration(milliseconds: Int64(random.whole(below: span * span)))
        default: SimDuration(milliseconds: Int64(random.whole(below: span)))
        }
    }

    private mutating func schedule() {
        let time = calendar.now + delay()
        let rank = UInt8(random.whole(below: 3)) * 100
        plain.schedule(scheduled, at: time, rank: rank)
        if random.whole(below: 2) == 0 {
            calendar.schedule(scheduled, at: time, rank: rank)
        } else {
            let ticket = calendar.scheduleCancellable(scheduled, at: time, rank: rank)
            tickets.append((scheduled, ticket))
        }
        scheduled += 1
    }

    private mutating func cancel() {
        guard !tickets.isEmpty else { return }
        let place = Int(random.whole(below: UInt64(tickets.count)))
        let (event, ticket) = tickets.remove(at: place)
        let wasPending = calendar.isPending(ticket)
        #expect(calendar.cancel(ticket) == wasPending)
        let wasThere = plain.cancel(event)
        #expect(wasThere == wasPending)
        #expect(!calendar.cancel(ticket), "A ticket cannot be used twice.")
    }

    private mutating func reschedule() {
        guard !tickets.isEmpty else { return }
        let place = Int(random.whole(below: UInt64(tickets.count)))
        let (event, ticket) = tickets.remove(at: place)
        let time = calendar.now + delay()
        let renewed = calendar.reschedule(ticket, at: time, rank: 1)
        let wasPending = plain.cancel(event)
        #expect((renewed != nil) == wasPending)
        guard let renewed else { return }
        plain.schedule(event, at: time, rank: 1)
        tickets.append((event, renewed))
    }

    private mutating func take() {
        let before = calendar.now
        let event = calendar.next()
        let expected = plain.next()
        #expect(event == expected)
        #expect(calendar.now == plain.now)
        if event != nil, calendar.now == before { ties += 1 }
        compared += 1
    }

    /// Takes a number of steps, of which a share schedule, so that the calendar grows or shrinks.
    mutating func run(steps: Int, growth: UInt64) {
        for _ in 0..<steps {
            switch random.whole(below: 16) {
            case 0: cancel()
            case 1: reschedule()
            case 2..<(2 + growth): schedule()
            default: take()
            }
            #expect(calendar.count == plain.count)
        }
    }

    mutating func drain() {
        while plain.count > 0 { take() }
        #expect(calendar.next() == nil)
    }

    func checkInvariants() {
        calendar.checkInvariants()
    }
}

@Suite struct CalendarComparisonTests {
    private static let seeds = 0..<(isLongRun ? 400 : 12) as Range<UInt64>

    @Test(arguments: seeds)
    func `events leave as from a sorted list`(seed: UInt64) {
        var comparison = CalendarComparison(seed: seed, span: [2, 20, 300, 100_000][Int(seed % 4)])
        for growth in [9, 5, 11, 3] as [UInt64] {
            comparison.run(steps: isLongRun ? 3000 : 700, growth: growth)
            comparison.checkInvariants()
        }
        comparison.drain()
        comparison.checkInvariants()
    }

    @Test func `most events of the comparison are ties`() {
        var comparison = CalendarComparison(seed: 1, span: 2)
        comparison.run(steps: 2000, growth: 8)
        comparison.drain()
        #expect(3 * comparison.ties > 2 * comparison.compared)
    }
}
