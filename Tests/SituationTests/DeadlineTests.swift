import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// Whether first reports are judged against their deadlines to the second.
@Suite struct DeadlineTests {
    private let incident = Item.incident(Bench.site)

    /// A bench of a firm, a county, a city, a province and the state, with the legal deadlines.
    private func bench(_ channels: [ChannelDefinition]) -> Bench {
        var bench = Bench(channels: channels, posts: channels.count + 1)
        for (link, hours) in [1.0, 2, 2, 2].prefix(channels.count).enumerated() {
            bench.definition.links[link].deadlineSeconds = hours * 3600
        }
        bench.begin()
        return bench
    }

    private func judgements(
        _ bench: borrowing Bench
    ) -> [(link: Int, seconds: Double, inTime: Bool)] {
        bench.facts.compactMap { fact in
            guard case .reportFellDue(let link, let inTime) = fact.content else { return nil }
            return (link.index, fact.time.seconds, inTime)
        }
    }

    @Test func `a report on the very second of the deadline is in time, on every level`() {
        var bench = bench([1.0, 2, 2, 2].map { channel($0 * 3600, 0, 0) })
        bench.observe(staff, incident, 1, atSeconds: 500)
        bench.run()
        let judged = judgements(bench)
        #expect(judged.map(\.inTime) == [true, true, true, true])
        #expect(judged.map(\.seconds) == [1, 3, 5, 7].map { 500 + $0 * 3600 })
    }

    @Test(arguments: 0..<4)
    func `a millisecond later it is late, and only there`(late: Int) {
        let channels = [1.0, 2, 2, 2].enumerated().map { level, hours in
            channel(hours * 3600 + (level == late ? 0.001 : 0), 0, 0)
        }
        var bench = bench(channels)
        bench.observe(staff, incident, 1, atSeconds: 0)
        bench.run()
        #expect(judgements(bench).map(\.inTime) == (0..<4).map { $0 != late })
    }

    @Test func `a post that knows of nothing has no deadline`() {
        var bench = bench([channel(60, 0, 0)])
        bench.observe(staff, .found(.dead, Bench.zone), 1, atSeconds: 0)
        bench.run()
        #expect(judgements(bench).isEmpty)
    }

    @Test func `a report that never comes is overdue at its deadline, because of what was known`() {
        var bench = bench([channel(60, 0, 0)])
        bench.cut(true, atSeconds: 1)
        bench.know(incident, 1, at: 0, atSeconds: 10)
        bench.run(untilSeconds: 4000)
        #expect(judgements(bench).map(\.inTime) == [false])
        #expect(judgements(bench).map(\.seconds) == [3610])
    }

    @Test func `the judgement names the delivery that was in time`() throws {
        var bench = bench([channel(60, 0, 0)])
        bench.observe(staff, incident, 1, atSeconds: 0)
        bench.run()
        let judged = try #require(
            bench.facts.first { if case .reportFellDue = $0.content { true } else { false } }
        )
        let delivery = bench.facts[judged.cause.index]
        #expect(delivery.time.seconds == 60)
        #expect(bench.deliveries(to: 1) == [60])
    }
}
