import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// Which rule comes first, and which way a response level goes.
@Suite struct RankTests {
    private let incident = Item.incident(Bench.site)

    private func bench(priorities: [Int32], again: Double? = nil) -> Bench {
        var bench = Bench()
        bench.posts[0].decision = .constant(300)
        for priority in priorities {
            bench.addRule(again: again, [.request(teams: 1)])
            bench.plan.rules[bench.plan.rules.count - 1].priority = priority
        }
        bench.begin()
        bench.know(incident, 1, atSeconds: 1000)
        bench.run(untilSeconds: 20_000)
        return bench
    }

    @Test func `rules of equal rank are decided side by side`() {
        let bench = bench(priorities: [5, 5, 5])
        for rule in 0..<3 { #expect(bench.firings(of: rule) == [1300]) }
    }

    @Test func `a rule of lower rank waits until those above are decided`() {
        let bench = bench(priorities: [1, 9, 5, 9])
        #expect(bench.firings(of: 1) == [1300])
        #expect(bench.firings(of: 3) == [1300])
        #expect(bench.firings(of: 2) == [1600])
        #expect(bench.firings(of: 0) == [1900])
    }

    @Test func `a rule that has waited is followed only if its condition still holds`() {
        var bench = Bench()
        bench.posts[0].decision = .constant(300)
        bench.addRule([.request(teams: 1)])
        bench.plan.rules[0].priority = 9
        bench.addRule(when: [.push(0), .read(.burningFires), .less], [.request(teams: 2)])
        bench.begin()
        bench.know(.fire(HazardID(0)), FireStatus.burning.rawValue, atSeconds: 1000)
        bench.run(untilSeconds: 5000)
        #expect(bench.firings(of: 1) == [1300])
        bench.begin()
        bench.know(incident, 1, atSeconds: 1000)
        bench.know(.fire(HazardID(0)), FireStatus.burning.rawValue, atSeconds: 1100)
        bench.know(.fire(HazardID(0)), FireStatus.out.rawValue, atSeconds: 1200)
        bench.run(untilSeconds: 5000)
        #expect(bench.firings(of: 0) == [1300])
        #expect(bench.firings(of: 1) == [])
    }

    @Test func `raising never lowers, and lowering never raises`() {
        func levels(_ actions: [Action]) -> [ResponseLevel] {
            var bench = Bench()
            bench.addRule(actions)
            bench.begin()
            bench.know(incident, 1, atSeconds: 0)
            bench.run(untilSeconds: 1000)
            return bench.facts.compactMap { fact in
                if case .levelChanged(_, let level) = fact.content { level } else { nil }
            }
        }
        #expect(levels([.raise(.two), .raise(.four), .raise(.one)]) == [.two, .one])
        #expect(levels([.level(.one), .lower(.three), .lower(.two)]) == [.one, .three])
        #expect(levels([.lower(.three)]) == [])
        #expect(levels([.raise(.three), .level(.none)]) == [.three, .none])
    }

    @Test func `rank and the new actions move through the byte form`() throws {
        var plan = Plan()
        var rule = Rule()
        rule.priority = 7
        rule.actions = [.raise(.two), .lower(.four), .level(.none)]
        plan.rules = [rule]
        let bytes = plan.byteForm
        let copy = try Plan(byteForm: bytes)
        #expect(copy.byteForm == bytes)
        #expect(copy.rules[0].priority == 7)
    }
}
