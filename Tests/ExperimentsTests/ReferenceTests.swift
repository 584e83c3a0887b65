import Command
import DrillModel
import EventKernel
import Scoring
import Situation
import TestSupport
import Testing
import Vocabulary

@testable import Experiments

/// References under the same luck: nobody is sent, and information is ideal.
@Suite struct ReferenceTests {
    private let setup: Setup

    init() {
        let world = SmallWorld()
        var scoring = ScoringDefinition()
        scoring.postLevels = world.scenario.situation.posts.map { $0.level }
        scoring.duration = world.scenario.duration
        setup = Setup(world.scenario, world.plan, scoring)
    }

    private func record(_ setup: Setup, _ seed: UInt64) -> DrillRecord {
        DrillRecord(setup.scenario, setup.plan, seed: seed)
    }

    /// What people suffer at the first instant, before anybody can do anything.
    private func harm(_ record: DrillRecord) -> [String] {
        record.facts.compactMap { fact in
            switch fact.content {
            case .hurt, .exploded, .trapped, .damaged: "\(fact.time) \(fact.content)"
            default: nil
            }
        }
    }

    @Test(arguments: testSeeds.prefix(10))
    func `without response nobody is ordered or arrives, and the same people are hurt`(
        seed: UInt64
    ) {
        let own = record(setup, seed)
        let none = record(setup.reference(.noResponse), seed)
        #expect(none.first { if case .ordered = $0 { true } else { false } } == nil)
        #expect(none.first { if case .arrived = $0 { true } else { false } } == nil)
        #expect(harm(none) == harm(own))
    }

    @Test(arguments: testSeeds.prefix(10))
    func `ideal information is at once, whole and right, and the same people are hurt`(
        seed: UInt64
    ) {
        let ideal = record(setup.reference(.idealResponse), seed)
        #expect(harm(ideal) == harm(record(setup, seed)))
        var sent: [ReportID: SimTime] = [:]
        for fact in ideal.facts {
            switch fact.content {
            case .sent(let report, _, _): sent[report] = fact.time
            case .delivered(let report, _): #expect(sent[report] == fact.time)
            case .reportLost, .orderLost, .abandonedCall: Issue.record("\(fact)")
            case .orderDelivered: #expect(fact.time == ideal.facts[fact.cause.index].time)
            default: break
            }
        }
        #expect(!sent.isEmpty)
    }

    @Test
    func `with ideal information posts still decide in their own time, on what they are told`() {
        let ideal = record(setup.reference(.idealResponse), 1)
        let told = ideal.first { if case .delivered = $0 { true } else { false } }
        let decided = ideal.first { if case .decided = $0 { true } else { false } }
        let order = ideal.first { if case .ordered = $0 { true } else { false } }
        if let told, let decided, let order {
            #expect(told.id < decided.id && decided.id <= order.id)
            #expect(decided.time >= told.time)
        } else {
            Issue.record("Somebody is told, decides and orders.")
        }
    }

    @Test func `a plan that hesitates and conceals does not under ideal response`() throws {
        let world = try RealWorld("xiangshui-2019", plan: "late-report")
        let late = Setup(world.scenario, world.plan, world.scoring)
        #expect(late.plan.reporting.concealedShare.contains { $0 > 0 })
        let ideal = late.reference(.idealResponse).plan.reporting
        #expect(ideal.concealedShare.allSatisfy { $0 == 0 })
        #expect(ideal.hesitation.allSatisfy { $0.time == nil })
        #expect(ideal.commanders == late.plan.reporting.commanders)
    }

    @Test func `what a plan spares and what is preventable are paired differences`() {
        func line(_ measure: Measure) -> ReferenceComparison.Line {
            ReferenceComparison.Line(
                measure,
                plan: [10, 12, 14],
                noResponse: [20, 21, 22],
                idealResponse: [9, 12, 12]
            )
        }
        let deaths = line(.deaths)
        #expect(deaths.spared.mean == 9)
        #expect(deaths.preventable.mean == 1)
        // 36 of 63 person-hours.
        let comparison = ReferenceComparison([deaths, line(.personHoursInDanger)])
        #expect(comparison.publicSafetyIndex == 1 - 36.0 / 63)
        let nobody = ReferenceComparison.Line(
            .personHoursInDanger,
            plan: [0],
            noResponse: [0],
            idealResponse: [0]
        )
        #expect(ReferenceComparison([nobody]).publicSafetyIndex == nil)
    }
}
