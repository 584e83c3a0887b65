import EventKernel
import Experiments
import Scoring
import Testing

/// When a batch knows enough.
@Suite struct StopRuleTests {
    private func values(_ deaths: Double) -> MeasureValues {
        var values = MeasureValues()
        values[.deaths] = deaths
        return values
    }

    private func stop(_ rule: StopRule, most: Int = 100_000, _ next: (Int) -> Double) -> Int? {
        var rule = rule
        return (1...most).first { rule.add(values(next($0))) }
    }

    private func rule(_ targets: StopRule.Target..., minimum: Int = 100) -> StopRule {
        var goal = Goal()
        goal.bound = 0.5
        return StopRule(targets, confidence: 0.95, minimum: minimum, goals: [goal])
    }

    @Test func `drills go on until the half-width is small enough at three looks in a row`() {
        let target = StopRule.Target(.mean(.deaths), halfWidth: 0.05, isRelative: true)
        // Standard deviation 5 around 10: the half-width is 0.5 at about 385 drills.
        let count = stop(rule(target)) { $0.isMultiple(of: 2) ? 5 : 15 }
        let looks = Set(sequence(first: 100) { $0 + ($0 + 19) / 20 }.prefix(60))
        #expect(looks.contains(count ?? 0))
        #expect((count ?? 0) > 385 && (count ?? 0) < 480)
    }

    @Test func `several precisions must hold at once`() {
        let mean = StopRule.Target(.mean(.deaths), halfWidth: 1, isRelative: false)
        let goal = StopRule.Target(.goal(0), halfWidth: 0.02, isRelative: false)
        let coin = { (drill: Int) in drill.isMultiple(of: 2) ? 0.0 : 1 }
        let both = stop(rule(mean, goal), coin) ?? 0
        #expect(stop(rule(mean), coin) == 111)
        #expect(both > 2380 && both < 2900)
    }

    @Test func `equal values are believed only when many`() {
        let target = StopRule.Target(.mean(.deaths), halfWidth: 0.01, isRelative: true)
        let count = stop(rule(target)) { _ in 0 } ?? 0
        #expect(count > 300 && count < 360)
    }

    @Test func `what never happens is never known`() {
        let target = StopRule.Target(.mean(.deaths), halfWidth: 1, isRelative: true)
        #expect(stop(rule(target), most: 2000) { _ in .infinity } == nil)
    }
}

/// Parts of a batch.
@Suite struct ShardTests {
    @Test(arguments: [0, 1, 5, 999, 1000, 1_000_000_007] as [UInt64], [1, 2, 7, 1000])
    func `parts cover all drills once, in order, evenly`(total: UInt64, count: Int) {
        var end: UInt64 = 0
        for index in 1...count {
            let drills = Shard(index, of: count)?.drills(of: total) ?? 0..<0
            #expect(drills.lowerBound == end)
            #expect(drills.count == Int(total) / count || drills.count == Int(total) / count + 1)
            end = drills.upperBound
        }
        #expect(end == total)
    }

    @Test func `only parts that exist are read`() {
        #expect(Shard("3/8")?.text == "3/8")
        for text in ["0/8", "9/8", "3", "/", "3/", "a/b", "1/2/3", "-1/2", "1/9999999", ""] {
            #expect(Shard(text) == nil)
        }
    }
}
