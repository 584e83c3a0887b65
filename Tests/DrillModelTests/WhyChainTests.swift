import EventKernel
import TestSupport
import Testing
import Vocabulary
import Wording

/// Every fact names its cause, and what a post does follows from what it was told.
@Suite struct WhyChainTests {
    @Test(arguments: manySeeds)
    func `whatever is decided in the small world follows from a delivered report`(seed: UInt64) {
        expectCauses(of: DrillRecord(SmallWorld(), seed: seed), scene: SmallWorld.Posts.scene)
    }

    @Test(arguments: ["baseline", "aid-at-once", "early-warning", "late-report"])
    func `whatever is decided in the real incident follows from a report`(plan: String) throws {
        let world = try RealWorld("xiangshui-2019", plan: plan)
        let record = DrillRecord(world.scenario, world.plan)
        let scene = try #require(world.names.posts.firstIndex { $0.id == "scene" })
        expectCauses(of: record, scene: PostID(scene))
    }

    /// Expects that causes come before what they cause, and that every order rests on a report that
    /// was delivered to whoever gave it; the on-scene command may also rest on its being on the spot.
    private func expectCauses(of record: DrillRecord, scene: PostID) {
        var orders = 0
        for (number, fact) in record.facts.enumerated() {
            guard fact.id.index == number, fact.cause < fact.id, fact.cause.number >= -1 else {
                Issue.record("fact \(number) is numbered \(fact.id.index) after \(fact.cause)")
                return
            }
            guard let post = fact.content.decider else { continue }
            orders += 1
            let source = WhyChain(of: fact, in: record).source(for: post)
            let isTold: Bool =
                switch source?.content {
                case .delivered(_, post): true
                case .activated(post): post == scene
                default: false
                }
            #expect(isTold, "\(fact.content) rests on \(String(describing: source))")
            if !isTold { return }
            #expect(source.map { $0.time <= fact.time } == true)
        }
        #expect(orders > 10)
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
