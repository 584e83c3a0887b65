import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// When rules fire and what their actions do.
@Suite struct RuleTests {
    private let incident = Item.incident(Bench.site)

    @Test func `a rule fires after the time its post takes to decide`() {
        var bench = Bench()
        bench.posts[0].decision = .constant(300)
        bench.addRule([.level(.two)])
        bench.begin()
        bench.run(untilSeconds: 1000)
        #expect(bench.firings(of: 0) == [])
        bench.know(incident, 1, atSeconds: 1000)
        bench.run(untilSeconds: 9000)
        #expect(bench.firings(of: 0) == [1300])
    }

    // MARK: Looking again

    /// Whether a number of minutes since the first news is over, and as many guessed to be hurt.
    private func guessed(_ least: Double, afterMinutes minutes: Double) -> [Instruction] {
        [
            .push(minutes), .read(.minutesKnown), .lessOrEqual,
            .push(least), .read(.estimate(Bench.site)), .lessOrEqual, .and,
        ]
    }

    @Test func `a rule that waits for time and for news fires on whichever comes last`() {
        var bench = Bench()
        bench.addRule(when: guessed(5, afterMinutes: 30), [.level(.two)])
        bench.addRule(when: guessed(50, afterMinutes: 30), [.level(.one)])
        bench.begin()
        bench.know(incident, 1, atSeconds: 0)
        bench.know(.estimate(Bench.site), 9, atSeconds: 60)
        bench.run(untilSeconds: 1799)
        #expect(bench.firings(of: 0) == [])
        bench.know(.estimate(Bench.site), 90, atSeconds: 4000)
        bench.run(untilSeconds: 9000)
        // Posts look again every ten minutes.
        #expect(bench.firings(of: 0) == [1800])
        #expect(bench.firings(of: 1) == [4000])
    }

    @Test func `a rule that waits for the level of its own post fires when another starts it`() {
        var bench = Bench()
        bench.addRule([.level(.two)])
        bench.addRule(when: [.push(1), .read(.ownLevel), .lessOrEqual], [.level(.one)])
        bench.plan.rules[1].priority = 4
        bench.begin()
        // So that the post has looked once, when neither held.
        bench.know(.estimate(Bench.site), 1, atSeconds: 50)
        bench.know(incident, 1, atSeconds: 100)
        bench.run(untilSeconds: 200)
        #expect(bench.firings(of: 0) == [100])
        #expect(bench.firings(of: 1) == [100])
    }

    @Test func `a rule that was held back is looked at when it no longer is`() {
        var bench = Bench()
        bench.posts[0].decision = .constant(300)
        bench.addRule(when: guessed(5, afterMinutes: 0), [.level(.two)])
        bench.addRule([.level(.one)])
        bench.plan.rules[1].priority = 9
        bench.begin()
        // News comes while the post makes up its mind on the more urgent rule.
        bench.know(incident, 1, atSeconds: 0)
        bench.know(.estimate(Bench.site), 9, atSeconds: 100)
        bench.run(untilSeconds: 9000)
        #expect(bench.firings(of: 1) == [300])
        #expect(bench.firings(of: 0) == [600])
    }

    @Test func `a rule without repetition fires once, however often its condition holds`() {
        var bench = Bench()
        bench.addRule(when: [.push(0), .read(.burningFires), .less], [.level(.two)])
        bench.begin()
        for second in 1..<6 {
            let status: FireStatus = second % 2 == 1 ? .burning : .out
            bench.know(.fire(HazardID(0)), status.rawValue, atSeconds: Double(second) * 5000)
        }
        bench.run(untilSeconds: 100_000)
        #expect(bench.firings(of: 0) == [5000])
    }

    @Test func `a rule fires again after its gap, while its condition holds`() {
        var bench = Bench()
        bench.addRule(
            when: [.push(0), .read(.burningFires), .less],
            again: 3600,
            [.request(teams: 5)]
        )
        bench.begin()
        bench.know(incident, 1, atSeconds: 0)
        bench.know(.fire(HazardID(0)), FireStatus.burning.rawValue, atSeconds: 100)
        bench.know(.fire(HazardID(0)), FireStatus.out.rawValue, atSeconds: 9000)
        bench.run(untilSeconds: 40_000)
        let firings = bench.firings(of: 0)
        #expect(firings.count == 3)
        #expect(firings.first == 100)
        // The post looks every ten minutes.
        for (earlier, later) in zip(firings, firings.dropFirst()) {
            #expect(later - earlier >= 3600 && later - earlier <= 4200)
        }
    }

    @Test func `a rule that is about to be followed is not taken up twice`() {
        var bench = Bench()
        bench.posts[0].decision = .constant(1000)
        bench.addRule(when: [.push(0), .read(.counted(.dead)), .less], again: 1, [.publish])
        bench.begin()
        for dead: Int32 in 1...5 {
            bench.know(.found(.dead, ZoneID(0)), dead, atSeconds: 100 * Double(dead))
        }
        bench.run(untilSeconds: 1500)
        #expect(bench.firings(of: 0) == [1100])
    }

    @Test func `a condition on time is seen within ten minutes`() {
        var bench = Bench()
        bench.addRule(when: [.push(60), .read(.minutesKnown), .lessOrEqual], [.level(.one)])
        bench.begin()
        bench.run(untilSeconds: 20_000)
        #expect(bench.firings(of: 0) == [])
        bench.know(incident, 1, atSeconds: 20_000)
        bench.run(untilSeconds: 40_000)
        let firing = bench.firings(of: 0)
        #expect(firing.count == 1)
        #expect(firing.allSatisfy { $0 >= 23_600 && $0 <= 24_200 })
    }

    @Test func `each post decides on its own picture`() {
        var bench = Bench()
        for post in 0..<3 { bench.addRule(at: post, [.level(.three)]) }
        bench.begin()
        bench.know(incident, 1, at: 1, atSeconds: 50)
        bench.run(untilSeconds: 9000)
        #expect(bench.firings(of: 0) + bench.firings(of: 2) == [])
        #expect(bench.firings(of: 1) == [50])
    }

    @Test func `actions are performed in order and known to the post itself`() {
        var bench = Bench()
        bench.addRule([.level(.three), .level(.three), .level(.one), .request(teams: 12)])
        bench.begin()
        bench.know(incident, 1, atSeconds: 5)
        bench.run(untilSeconds: 6)
        let levels = bench.facts.compactMap { fact -> ResponseLevel? in
            if case .levelChanged(PostID(0), let level) = fact.content { level } else { nil }
        }
        #expect(levels == [.three, .one])
        #expect(bench.doings.map { $0.value } == [2, 4, 12])
        #expect(
            bench.doings.map { $0.item } == [.level(PostID(0)), .level(PostID(0)), .aid(PostID(0))]
        )
    }

    @Test func `what is published is what has been verified, and nothing where nothing has`() {
        var bench = Bench()
        bench.addRule([.publish])
        bench.addRule(
            when: [.read(.published), .read(.verified(.dead, Bench.site)), .less],
            [.publish]
        )
        bench.begin()
        bench.know(incident, 1, atSeconds: 1)
        bench.know(.found(.dead, ZoneID(0)), 30, atSeconds: 2)
        bench.know(.verified(.dead, Bench.site), 6, atSeconds: 3)
        bench.run(untilSeconds: 4)
        let published = bench.facts.compactMap { fact -> Int32? in
            if case .published(_, let dead) = fact.content { dead } else { nil }
        }
        #expect(published == [6])
    }

    @Test func `a warning is ordered for each zone`() {
        var bench = Bench()
        bench.addRule([.warn([ZoneID(2), ZoneID(0)])])
        bench.begin()
        bench.know(incident, 1, atSeconds: 1)
        bench.run(untilSeconds: 2)
        let zones = bench.orders.compactMap { order -> Int32? in
            if case .warning(let zone) = order.action { zone.number } else { nil }
        }
        #expect(zones == [2, 0])
        #expect(bench.orders.map { $0.id.index } == [0, 1])
    }

    @Test func `counts that conditions read are the larger of counted and verified`() {
        var bench = Bench()
        bench.addRule(when: [.push(10), .read(.counted(.dead)), .lessOrEqual], [.level(.one)])
        bench.begin()
        bench.know(.found(.dead, ZoneID(0)), 9, atSeconds: 1)
        #expect(bench.firings(of: 0) == [])
        bench.know(.verified(.dead, Bench.site), 10, atSeconds: 2)
        bench.run(untilSeconds: 3)
        #expect(bench.firings(of: 0) == [2])
    }
}
