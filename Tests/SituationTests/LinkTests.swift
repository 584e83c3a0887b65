import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// How reports travel from post to post.
@Suite struct LinkTests {
    private let incident = Item.incident(Bench.site)

    @Test func `one hop takes preparation, transmission and processing`() {
        var bench = Bench(channels: [channel(240, 60, 90)], posts: 2)
        bench.begin()
        bench.observe(staff, incident, 1, atSeconds: 1000)
        bench.run()
        #expect(bench.deliveries(to: 0) == [1000])
        #expect(bench.deliveries(to: 1) == [1000 + 240 + 60 + 90])
        #expect(bench.belief(of: incident, at: 1).observedAt == SimTime(milliseconds: 1_000_000))
    }

    /// Check value 010: Order 493, Articles 9 and 11: 1 h from the firm to the county, 2 h for each
    /// further level, 7 h to the department of the State Council.
    @Test func `the legal chain of reports takes seven hours`() {
        let hours = [1.0, 2, 2, 2].map { channel($0 * 3600, 0, 0) }
        var bench = Bench(channels: hours, posts: 5)
        bench.begin()
        bench.observe(staff, incident, 1, atSeconds: 0)
        bench.run()
        #expect(bench.deliveries(to: 4) == [7 * 3600])
        #expect(
            bench.belief(of: incident, at: 4).age(at: SimTime(milliseconds: 25_200_000)).hours == 7
        )
    }

    @Test func `a newer value takes the place of one that still waits`() {
        var bench = Bench(channels: [channel(600, 0, 0)], posts: 2)
        bench.begin()
        for value: Int32 in 1...3 {
            let item = Item.found(.dead, Bench.zone)
            bench.observe(staff, item, value, atSeconds: 100 * Double(value))
        }
        bench.run()
        #expect(bench.deliveries(to: 1) == [700])
        let belief = bench.belief(of: .found(.dead, Bench.zone), at: 1)
        #expect(belief.value == 3)
        #expect(belief.observedAt == SimTime(milliseconds: 300_000))
    }

    @Test func `the rhythm of a channel keeps reports apart`() {
        var bench = Bench(channels: [channel(60, 0, 0, rhythm: 1800)], posts: 2)
        bench.begin()
        for value: Int32 in 1...3 {
            let item = Item.found(.dead, Bench.zone)
            bench.observe(staff, item, value, atSeconds: 300 * Double(value))
        }
        bench.run()
        #expect(bench.deliveries(to: 1) == [360, 360 + 1800 + 60])
        #expect(bench.belief(of: .found(.dead, Bench.zone), at: 1).value == 3)
    }

    @Test func `reports are first, then follow-ups, and verified where they carry verified counts`()
    {
        var bench = Bench(channels: [channel(1, 0, 0)], posts: 2)
        bench.begin()
        bench.know(incident, 1, at: 0, atSeconds: 0)
        bench.know(.fire(HazardID(0)), 1, at: 0, atSeconds: 100)
        bench.know(.verified(.dead, Bench.site), 4, at: 0, atSeconds: 200)
        bench.run()
        let kinds = bench.facts.compactMap { fact -> ReportKind? in
            if case .sent(_, _, let kind) = fact.content { kind } else { nil }
        }
        #expect(kinds == [.first, .followUp, .verified])
    }

    @Test func `a link carries its categories alone`() {
        var bench = Bench(channels: [channel(1, 0, 0)], posts: 2)
        bench.definition.links[0].carries = [.incident, .verified]
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 4, at: 0)
        bench.know(.estimate(Bench.site), 40, at: 0)
        bench.run()
        #expect(bench.belief(of: .estimate(Bench.site), at: 1).value == 40)
        #expect(!bench.belief(of: .found(.dead, Bench.zone), at: 1).isKnown)
    }

    @Test func `what does not change is not reported again`() {
        var bench = Bench(channels: [channel(1, 0, 0)], posts: 2)
        bench.begin()
        for second in 0..<5 { bench.know(incident, 1, at: 0, atSeconds: 100 * Double(second)) }
        bench.run()
        #expect(bench.deliveries(to: 1).count == 1)
    }

    // MARK: Loss

    @Test func `a lost report is missed, repeated and given up for a new one`() {
        var lossy = channel(0, 10, 0)
        lossy.loss = 1
        lossy.acknowledgmentSeconds = 300
        var bench = Bench(channels: [lossy], posts: 2)
        bench.definition.repeats = 2
        bench.begin()
        bench.know(incident, 1, at: 0, atSeconds: 50)
        bench.run(untilSeconds: 949)
        #expect(bench.situation.messages.onTheWay == 1)
        bench.run(untilSeconds: 950)
        #expect(bench.situation.messages.lost == 1)
        bench.run(untilSeconds: 1900)
        let lost = bench.seconds { if case .reportLost = $0 { true } else { false } }
        #expect(lost == [50, 350, 650, 950, 1250, 1550, 1850])
        #expect(bench.deliveries(to: 1) == [])
        #expect(bench.situation.messages.sent == 3)
        #expect(bench.situation.messages.lost == 2)
        #expect(bench.situation.messages.onTheWay == 1)
    }

    @Test func `verified counts of a report that was given up make the next one a verified report`()
    {
        var lossy = channel(0, 10, 0)
        lossy.acknowledgmentSeconds = 300
        var bench = Bench(channels: [lossy], posts: 2)
        bench.definition.repeats = 0
        bench.begin()
        bench.know(incident, 1, at: 0, atSeconds: 10)
        bench.run(untilSeconds: 100)
        bench.cut(true, atSeconds: 100)
        bench.know(.verified(.dead, Bench.site), 4, at: 0, atSeconds: 200)
        bench.run(untilSeconds: 400)
        bench.cut(false, atSeconds: 400)
        bench.run()
        let kinds = bench.facts.compactMap { fact -> ReportKind? in
            guard case .sent(_, let link, let kind) = fact.content, link == LinkID(0) else {
                return nil
            }
            return kind
        }
        #expect(kinds == [.first, .verified, .verified])
        #expect(bench.belief(of: .verified(.dead, Bench.site), at: 1).value == 4)
    }

    @Test func `a repeated report arrives later, with the age of what was seen first`() {
        var bench = Bench(channels: [channel(0, 10, 0)], posts: 2)
        bench.begin()
        bench.cut(true)
        bench.know(incident, 1, at: 0, atSeconds: 50)
        bench.run(untilSeconds: 100)
        bench.cut(false, atSeconds: 120)
        bench.run()
        #expect(bench.deliveries(to: 1) == [50 + 600 + 10])
        #expect(bench.belief(of: incident, at: 1).observedAt == SimTime(milliseconds: 50_000))
    }

    @Test(arguments: [0, 1])
    func `what a post that is cut off sends, or is sent, waits`(post: Int) {
        var bench = Bench(channels: [channel(0, 10, 0), channel(0, 10, 0)], posts: 3)
        bench.begin()
        bench.cutOff(post)
        bench.know(incident, 1, at: 0, atSeconds: 50)
        bench.cutOff(post, false, atSeconds: 100)
        bench.run()
        #expect(bench.deliveries(to: 1) == [50 + 600 + 10])
    }

    @Test func `a post elsewhere that is cut off changes nothing`() {
        var bench = Bench(channels: [channel(0, 10, 0)], posts: 3)
        bench.begin()
        bench.cutOff(2)
        bench.know(incident, 1, at: 0, atSeconds: 50)
        bench.run()
        #expect(bench.deliveries(to: 1) == [60])
    }

    @Test func `an order of a post that is cut off is lost until it is given again`() {
        var bench = Bench(channels: [], posts: 1)
        bench.begin()
        bench.cutOff(0)
        bench.order(.warning(Bench.zone), atSeconds: 0)
        bench.cutOff(0, false, atSeconds: 300)
        bench.run()
        #expect(bench.seconds { if case .orderLost = $0 { true } else { false } } == [0])
        #expect(bench.arrivedOrders.map { $0.time.seconds } == [600])
    }

    @Test func `reports are lost as often as the channel says`() {
        var lossy = channel(0, 0, 0)
        lossy.loss = 0.3
        var bench = Bench(channels: [lossy], posts: 2)
        bench.definition.repeats = 0
        bench.begin()
        for number in 0..<4000 {
            bench.know(.fire(HazardID(0)), Int32(number % 2), at: 0, atSeconds: Double(number))
        }
        bench.run()
        let messages = bench.situation.messages
        // What was lost goes into a report of its own.
        let sent = Double(messages.sent)
        #expect(sent > 4000)
        #expect(abs(Double(messages.lost) - 0.3 * sent) < 4 * (0.3 * 0.7 * sent).squareRoot())
        #expect(messages.isBalanced)
    }

    // MARK: Error and concealment

    @Test func `counts arrive with clerical error, other lines as they are`() {
        var sloppy = channel(0, 0, 0)
        sloppy.distortionSigma = 0.2
        var bench = Bench(channels: [sloppy], posts: 2)
        var logs: [Double] = []
        for seed in UInt64(0)..<400 {
            bench.begin(seed: seed)
            bench.know(.found(.slight, Bench.zone), 1000, at: 0)
            bench.know(.verified(.dead, Bench.site), 1000, at: 0)
            bench.run()
            #expect(bench.belief(of: .verified(.dead, Bench.site), at: 1).value == 1000)
            let value = bench.belief(of: .found(.slight, Bench.zone), at: 1).value
            logs.append(Elementary.log(Double(value) / 1000))
        }
        let mean = logs.reduce(0, +) / 400
        let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399
        #expect(abs(mean) < 4 * 0.2 / 20)
        // The standard error of a variance of n normal draws is σ² √(2 / (n − 1)).
        #expect(abs(variance - 0.04) < 4 * 0.04 * (2.0 / 399).squareRoot())
    }

    @Test func `a post conceals a share of its counts, and no more than that`() {
        var bench = Bench(channels: [channel(0, 0, 0)], posts: 2)
        bench.plan.concealedShare[0] = 0.6
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 50, at: 0)
        bench.know(.estimate(Bench.site), 101, at: 0)
        bench.know(incident, 1, at: 0)
        bench.run()
        #expect(bench.belief(of: .found(.dead, Bench.zone), at: 1).value == 20)
        #expect(bench.belief(of: .estimate(Bench.site), at: 1).value == 40)
        #expect(bench.belief(of: incident, at: 1).value == 1)
        #expect(bench.belief(of: .found(.dead, Bench.zone), at: 0).value == 50)
    }

    @Test func `a post that hesitates delays its first report alone`() {
        var bench = Bench(channels: [channel(10, 0, 0)], posts: 2)
        bench.plan.hesitation[0].time = .constant(3600)
        bench.begin()
        bench.know(incident, 1, at: 0, atSeconds: 0)
        bench.know(.fire(HazardID(0)), 1, at: 0, atSeconds: 5000)
        bench.run()
        #expect(bench.deliveries(to: 1) == [3610, 5010])
    }
}
