import DrillModel
import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

/// Command never sees the ground truth.
@Suite struct WallTests {
    /// What differs between the two drills of a pair; nobody observes it when it begins to differ.
    enum Hidden: CaseIterable {
        /// One more person lies hurt in the village.
        case casualty
        /// A road between hospital and site is closed for an hour.
        case road
        /// The first tank is nearly empty.
        case tank
        /// The charge is a tenth heavier.
        case charge

        func change(_ scenario: inout Scenario) {
            switch self {
            case .casualty:
                let person = PersonID(in: ZoneID(1), number: 299)
                scenario.injects.append(
                    Inject(at: SimTime(milliseconds: 5_400_000), .casualty(person, .serious))
                )
            case .road:
                scenario.injects += [(5_400_000, true), (9_000_000, false)].map { time, closed in
                    Inject(at: SimTime(milliseconds: time), .road(RoadID(3), closed: closed))
                }
            case .tank: empty(1, &scenario)
            case .charge:
                var blast = ExplosionDefinition()
                blast.trinitrotolueneKilograms = .uniform(low: 5500, high: 33_000)
                scenario.truth.hazards[0].form = .explosion(blast)
            }
        }

        private func empty(_ hazard: Int, _ scenario: inout Scenario) {
            guard case .fire(var fire) = scenario.truth.hazards[hazard].form else { return }
            fire.volumeCubicMeters = .constant(40)
            scenario.truth.hazards[hazard].form = .fire(fire)
        }
    }

    private static let pairs = Hidden.allCases.flatMap { hidden in
        testSeeds.map { (hidden, $0) }
    }

    private static func wall(_ hidden: Hidden, seed: UInt64) -> Wall {
        let world = SmallWorld()
        var other = world
        hidden.change(&other.scenario)
        return Wall(
            between: DrillRecord(world, seed: seed),
            and: DrillRecord(other, seed: seed)
        )
    }

    @Test func `orders of 200 pairs are alike until a report that differs is delivered`() {
        var differing = (reports: 0, orders: 0)
        for (hidden, seed) in Self.pairs {
            let wall = Self.wall(hidden, seed: seed)
            #expect(wall.leak == nil, "\(hidden), seed \(seed)")
            differing.reports += wall.firstDifference.isNever ? 0 : 1
            differing.orders += wall.ordersDiffer ? 1 : 0
        }
        #expect(Self.pairs.count == 200)
        #expect(differing.reports >= 150)
        #expect(differing.orders >= 100)
    }

    /// Five people who nobody knows of lie hurt where nobody has looked yet.
    @Test(arguments: RealWorld.plans)
    func `orders of a shipped plan are alike until a report differs`(
        name: String,
        plan: String
    ) throws {
        let world = try RealWorld(name, plan: plan)
        var other = world.scenario
        let people = other.truth.zones.map { $0.groups.reduce(0) { $0 + Int($1.persons) } }
        let zone = try #require(people.indices.max { people[$0] < people[$1] })
        let quarter = SimTime(milliseconds: world.scenario.duration.milliseconds / 6)
        for number in people[zone] - 5..<people[zone] {
            let person = PersonID(in: ZoneID(zone), number: number)
            other.injects.append(Inject(at: quarter, .casualty(person, .serious)))
        }
        let wall = Wall(
            between: DrillRecord(world.scenario, world.plan),
            and: DrillRecord(other, world.plan)
        )
        #expect(wall.leak == nil)
    }

    @Test(arguments: fewSeeds)
    func `orders of the real incident are alike until a report differs`(seed: UInt64) throws {
        let world = try RealWorld("xiangshui-2019")
        var other = world.scenario
        for number in 1400..<1405 {
            let person = PersonID(in: ZoneID(5), number: number)
            let instant = SimTime(milliseconds: 15_000_000)
            other.injects.append(Inject(at: instant, .casualty(person, .serious)))
        }
        let wall = Wall(
            between: DrillRecord(world.scenario, world.plan, seed: seed),
            and: DrillRecord(other, world.plan, seed: seed)
        )
        #expect(wall.leak == nil)
        #expect(!wall.firstDifference.isNever)
    }

    @Test func `an order that comes before the report it needs is seen`() throws {
        let honest = DrillRecord(SmallWorld(), seed: 3)
        let index = try #require(
            honest.facts.firstIndex { if case .ordered = $0.content { true } else { false } }
        )
        let order = honest.facts[index]
        let early = Fact(
            id: order.id,
            cause: order.cause,
            time: SimTime(milliseconds: order.time.milliseconds - 1),
            content: order.content
        )
        var facts = honest.facts
        facts[index] = early
        #expect(Wall(between: honest, and: DrillRecord(facts)).leak != nil)
        facts.remove(at: index)
        #expect(Wall(between: honest, and: DrillRecord(facts)).leak != nil)
        #expect(Wall(between: honest, and: honest).leak == nil)
    }

    @Test(arguments: manySeeds)
    func `with every channel cut command stays passive while the truth burns on`(seed: UInt64) {
        var world = SmallWorld()
        world.scenario.injects.append(Inject(at: .start, .channels(cut: true)))
        let record = DrillRecord(world, seed: seed)
        expectPassive(record)
        #expect(record.count { if case .hurt = $0 { true } else { false } } > 0)
    }

    @Test func `a cut incident kills and burns, and people are still helped by those nearby`() {
        var world = SmallWorld()
        world.scenario.injects.append(Inject(at: .start, .channels(cut: true)))
        let records = testSeeds.map { DrillRecord(world, seed: $0) }
        let dead = records.map { $0.count { if case .died = $0 { true } else { false } } }
        let fires = records.map { $0.count { if case .ignited = $0 { true } else { false } } }
        let helped = records.map {
            $0.count { if case .found(_, _, nil) = $0 { true } else { false } }
        }
        #expect(dead.reduce(0, +) > 50)
        #expect(fires.reduce(0, +) > 50)
        #expect(helped.reduce(0, +) > 50)
    }

    @Test(arguments: RealWorld.plans)
    func `with every channel cut nobody decides anything under a shipped plan`(
        name: String,
        plan: String
    ) throws {
        let world = try RealWorld(name, plan: plan)
        var scenario = world.scenario
        scenario.injects.append(Inject(at: .start, .channels(cut: true)))
        expectPassive(DrillRecord(scenario, world.plan))
    }

    @Test func `with every channel cut the real incident kills and burns on`() throws {
        let world = try RealWorld("xiangshui-2019")
        var scenario = world.scenario
        scenario.injects.append(Inject(at: .start, .channels(cut: true)))
        let record = DrillRecord(scenario, world.plan)
        #expect(record.count { if case .died = $0 { true } else { false } } > 0)
        #expect(record.count { if case .ignited = $0 { true } else { false } } > 0)
        // The record says so: an inject cuts the channels, and what is sent is lost.
        #expect(record.count { if case .injected = $0 { true } else { false } } == 1)
        #expect(record.count { if case .reportLost = $0 { true } else { false } } > 0)
    }

    /// Expects that nobody orders, decides or hears anything.
    private func expectPassive(_ record: DrillRecord) {
        let deed = record.first { content in
            switch content {
            case .ordered, .orderedSupplies, .orderedWarning, .decided, .levelChanged, .published,
                .released, .delivered, .believed, .activated, .turnedOut:
                true
            default: false
            }
        }
        #expect(deed == nil)
    }
}
