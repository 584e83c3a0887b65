import EventKernel
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel
@testable import GroundTruth
@testable import Situation

/// Nobody and nothing appears or vanishes.
@Suite struct ConservationTests {
    @Test(arguments: manySeeds)
    func `people, teams, supplies and messages balance after every event`(seed: UInt64) {
        let world = SmallWorld()
        expectBalance(after: Drill(world.scenario, plan: world.plan), seed: seed)
    }

    @Test(arguments: fewSeeds)
    func `all balances after every event of the real incident`(seed: UInt64) throws {
        let world = try RealWorld("xiangshui-2019")
        expectBalance(after: Drill(world.scenario, plan: world.plan), seed: seed, checkEvery: 50)
    }

    @Test(arguments: ["aid-at-once", "early-warning", "late-report", "parallel-command"])
    func `all balances under the other plans of the real incident`(plan: String) throws {
        let world = try RealWorld("xiangshui-2019", plan: plan)
        expectBalance(after: Drill(world.scenario, plan: world.plan), seed: 1, checkEvery: 200)
    }

    private func expectBalance(
        after unplayed: consuming Drill,
        seed: UInt64,
        checkEvery stride: Int64 = 1
    ) {
        var drill = unplayed
        drill.begin(seed: seed, drill: 0)
        var goesOn = true
        while goesOn {
            goesOn = drill.step()
            guard drill.eventCount % stride == 0 || !goesOn else { continue }
            let violation = drill.violation()
            #expect(violation == nil)
            if violation != nil { return }
        }
        #expect(drill.eventCount > 1000)
    }

    @Test(arguments: manySeeds)
    func `books kept by the record alone agree with the small world`(seed: UInt64) {
        let world = SmallWorld()
        var drill = Drill(world.scenario, plan: world.plan)
        expectBooks(of: &drill, seed: seed)
    }

    @Test(arguments: ["baseline", "parallel-command", "early-warning"])
    func `books kept by the record alone agree with the real incident`(plan: String) throws {
        let world = try RealWorld("xiangshui-2019", plan: plan)
        var drill = Drill(world.scenario, plan: world.plan)
        for seed in fewSeeds { expectBooks(of: &drill, seed: seed) }
    }

    private func expectBooks(of drill: inout Drill, seed: UInt64) {
        let record = DrillRecord(playing: &drill, seed: seed)
        let people = PeopleBook(record)
        #expect(people.complaints.first == nil)
        expectPeople(people, in: drill.truth)
        let teams = TeamBook(record, teams: drill.scenario.register.teams.count)
        #expect(teams.complaints.first == nil)
        let supplies = SupplyBook(record, of: drill.scenario)
        #expect(supplies.complaints.first == nil)
        let onTheRoad = drill.truth.convoys.filter { !$0.isDelivered }
            .reduce(0) { $0 + $1.thousandths }
        #expect(supplies.onTheRoad * 1000 == onTheRoad)
        let messages = MessageBook(record, of: drill.scenario)
        #expect(messages.complaints.first == nil)
        let counted = drill.situation.messages
        #expect(messages.sent == counted.sent)
        #expect(messages.delivered == counted.delivered)
        #expect(messages.lostAtMost >= counted.lost)
    }

    /// Compares the book of people with where the world has them.
    private func expectPeople(_ book: PeopleBook, in truth: GroundTruth) {
        #expect(book.hurt == truth.casualties.count)
        #expect(book.dead == truth.casualties.count { !$0.isAlive })
        #expect(book.hurt == book.dead + book.living.values.reduce(0, +))
        var inTruth: [PeopleBook.Whereabouts: Int] = [:]
        for casualty in truth.casualties {
            if let place = casualty.stage.whereabouts { inTruth[place, default: 0] += 1 }
        }
        #expect(book.living == inTruth)
    }
}

extension Casualty.Stage {
    /// Where a reader of the record sees a living casualty; nil for the dead.
    fileprivate var whereabouts: PeopleBook.Whereabouts? {
        switch self {
        case .trapped, .lying, .walking, .carried: .zone
        case .awaitingTreatment, .inTreatment, .awaitingTransport: .collectionPoint
        case .onRoad(let hospital): .road(hospital)
        case .inHospital(let hospital), .operated(let hospital): .hospital(hospital)
        case .home: .home
        case .dead: nil
        }
    }
}
