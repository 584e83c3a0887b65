import DrillModel
import EventKernel
import Experiments
import Situation
import TestSupport
import Testing
import Vocabulary
import Wording

/// Every fact names its cause, and what a post does follows from what it was told.
@Suite struct WhyChainTests {
    @Test(arguments: manySeeds)
    func `whatever is decided in the small world follows from a delivered report`(seed: UInt64) {
        let world = SmallWorld()
        expectCauses(of: DrillRecord(world, seed: seed), world.scenario)
    }

    @Test(arguments: RealWorld.plans)
    func `whatever is decided under a shipped plan follows from a report`(
        scenario: String,
        plan: String
    ) throws {
        let world = try RealWorld(scenario, plan: plan)
        // In some scenarios nothing happens in many drills.
        let records = (0..<20).lazy.map { DrillRecord(world.scenario, world.plan, drill: $0) }
        let record = try #require(records.first { $0.facts.count > 1000 })
        expectCauses(of: record, world.scenario)
    }

    /// Expects that causes come before what they cause, and that every order rests on a report that
    /// was delivered to whoever gave it.
    private func expectCauses(of record: DrillRecord, _ scenario: Scenario) {
        for (number, fact) in record.facts.enumerated() {
            guard fact.id.index == number, fact.cause < fact.id, fact.cause.number >= -1 else {
                Issue.record("fact \(number) is numbered \(fact.id.index) after \(fact.cause)")
                return
            }
        }
        var audit = Audit(isScene: scenario.situation.posts.map { $0.scene != nil })
        audit.examine(record.facts, drill: 0)
        #expect(audit.findings == [])
        #expect(audit.beliefs > 10)
    }

    /// The audit itself must see what it is there for.
    @Test func `an order without a delivered report is found`() throws {
        let world = SmallWorld()
        var facts = DrillRecord(world, seed: 3).facts
        let isScene = world.scenario.situation.posts.map { $0.scene != nil }
        let delivery = try #require(
            facts.firstIndex { if case .delivered = $0.content { true } else { false } }
        )
        guard case .delivered(let report, let post) = facts[delivery].content else { return }
        let other = PostID(post.index + 1)
        let (id, cause, time) = (facts[delivery].id, facts[delivery].cause, facts[delivery].time)
        // The report has gone to somebody else …
        facts[delivery] = Fact(id: id, cause: cause, time: time, content: .delivered(report, other))
        var audit = Audit(isScene: isScene)
        audit.examine(facts, drill: 7)
        #expect(audit.findings.contains { $0.post == post && $0.drill == 7 })
        // … or later than what is believed by it.
        let late = SimTime(milliseconds: time.milliseconds + 1)
        facts[delivery] = Fact(id: id, cause: cause, time: late, content: .delivered(report, post))
        audit = Audit(isScene: isScene)
        audit.examine(facts, drill: 0)
        #expect(!audit.findings.isEmpty)
    }

    @Test func `time never goes back in a record`() {
        for seed in testSeeds.prefix(10) {
            let facts = DrillRecord(SmallWorld(), seed: seed).facts
            #expect(zip(facts, facts.dropFirst()).allSatisfy { $0.time <= $1.time })
        }
    }

    @Test func `nothing is delivered before it was sent, nor believed before it was delivered`() {
        let record = DrillRecord(SmallWorld(), seed: 7)
        for fact in record.facts {
            switch fact.content {
            case .delivered(let report, _):
                let cause = record.facts[fact.cause.index]
                guard case .sent(let sent, _, _) = cause.content else {
                    Issue.record("\(fact.content) follows from \(cause.content)")
                    return
                }
                #expect(sent == report && cause.time <= fact.time)
            case .orderDelivered(let order):
                #expect(record.facts[fact.cause.index].content.order == order)
            default: break
            }
        }
    }

    @Test func `the effects of a team's work lead back to an order`() {
        let record = DrillRecord(SmallWorld(), seed: 2)
        for fact in record.facts {
            guard case .beganWork(let team, _) = fact.content else { continue }
            let ordered = WhyChain(of: fact, in: record).facts.contains { cause in
                if case .ordered(_, _, team, _) = cause.content { true } else { false }
            }
            #expect(ordered, "\(fact.content)")
        }
    }
}

extension FactContent {
    /// Order that is given by the fact.
    fileprivate var order: OrderID? {
        switch self {
        case .ordered(let id, _, _, _), .orderedSupplies(let id, _, _, _, _, _),
            .orderedWarning(let id, _, _):
            id
        default: nil
        }
    }
}
