import DrillModel
import EventKernel
import Foundation
import GroundTruth
import Scoring
import TestSupport
import Terrain
import Testing
import Vocabulary

/// Inputs at the edges of what a file may say give sane drills: nobody vanishes, and every number that is
/// recorded or measured has a meaning.
@Suite struct ExtremeTests {
    private static let names = SmallScenarioTests.small

    /// Plays some drills of a changed scenario and looks at everything that comes of them.
    private func play(
        _ name: String,
        drills: Int = 2,
        _ change: (inout RealWorld) -> Void
    ) throws -> [DrillRecord] {
        var world = try RealWorld(name)
        change(&world)
        var drill = Drill(world.scenario, plan: world.plan)
        var fold = Fold(world.scoring)
        return (0..<drills).map { number in
            let record = DrillRecord(playing: &drill, seed: 8, drill: UInt64(number))
            #expect(drill.violation() == nil)
            #expect(PeopleBook(record).complaints.first == nil)
            for fact in record.facts { #expect(fact.content.isSound) }
            let values = fold.measures(of: record.facts)
            for measure in Measure.allCases {
                #expect(!values[measure].isNaN && values[measure] > -.infinity)
            }
            #expect(fold.curves.values.allSatisfy { $0.isFinite })
            return record
        }
    }

    private func hurt(_ records: [DrillRecord]) -> Int {
        records.map { $0.count { if case .hurt = $0 { true } else { false } } }.reduce(0, +)
    }

    @Test(arguments: names)
    func `one person in each zone`(name: String) throws {
        let records = try play(name) { world in
            for zone in world.scenario.truth.zones.indices {
                let group = world.scenario.truth.zones[zone].groups.first ?? GroupDefinition()
                world.scenario.truth.zones[zone].groups = [group]
                world.scenario.truth.zones[zone].groups[0].persons = 1
            }
        }
        let zones = try RealWorld(name).scenario.truth.zones.count
        let crews = try RealWorld(name).scenario.register.teams.reduce(0) { $0 + Int($1.crew) }
        #expect(hurt(records) <= 2 * (zones + crews))
    }

    @Test(arguments: names)
    func `nobody at all`(name: String) throws {
        _ = try play(name) { world in
            for zone in world.scenario.truth.zones.indices {
                world.scenario.truth.zones[zone].groups = []
            }
        }
    }

    @Test(arguments: names)
    func `every hazard at the first instant`(name: String) throws {
        let records = try play(name) { world in
            world.scenario.injects = world.scenario.truth.hazards.indices.map {
                Inject(at: .start, .hazard(HazardID($0)))
            }
        }
        #expect(hurt(records) > 0)
    }

    @Test(arguments: names)
    func `every hazard at the last instant`(name: String) throws {
        _ = try play(name) { world in
            let end = SimTime.start + world.scenario.duration
            world.scenario.injects = world.scenario.truth.hazards.indices.map {
                Inject(at: end, .hazard(HazardID($0)))
            }
        }
    }

    @Test(arguments: names)
    func `a hazard that lies far outside the map`(name: String) throws {
        let records = try play(name) { world in
            for hazard in world.scenario.truth.hazards.indices {
                world.scenario.truth.hazards[hazard].position =
                    Point(eastMeters: 1e7, northMeters: -1e7)
            }
        }
        // What has no distance, a collapse or a fire in buildings, is in its zone all the same.
        guard name == "small/release" || name == "small/domino" else { return }
        // Crews that go there are hurt; residents are not.
        #expect(
            records.allSatisfy {
                $0.first {
                    if case .hurt(let person, _, _, _) = $0 { person.team == nil } else { false }
                } == nil
            }
        )
    }

    @Test(arguments: names, [0.0, 0.3, 33, 100])
    func `calm and hurricane`(name: String, wind: Double) throws {
        _ = try play(name, drills: 1) { world in
            for index in world.scenario.truth.weather.winds.indices {
                world.scenario.truth.weather.winds[index].metersPerSecond = wind
            }
        }
    }

    @Test func `a million people in a block that burns`() throws {
        let records = try play("small/building-fire", drills: 1) { world in
            world.scenario.register.teams = []
            world.scenario.truth.zones[0].groups[0].persons = 1_000_000
            if case .buildingFire(var fire) = world.scenario.truth.hazards[0].form {
                fire.notice = .constant(60)
                world.scenario.truth.hazards[0].form = .buildingFire(fire)
            }
        }
        #expect(hurt(records) < 50_000)
    }
}

extension FactContent {
    /// Whether every number of a fact lies where numbers of its kind can.
    var isSound: Bool {
        switch self {
        case .exploded(_, let kilograms): kilograms.isFinite && kilograms >= 0
        case .damaged(_, let down, let badly, let windows): min(down, badly, windows) >= 0
        case .lost(_, let yuan): yuan >= 0 && yuan < 1_000_000_000_000_000
        case .exposed(_, let persons), .evacuated(_, let persons), .sheltered(_, let persons):
            persons >= 0 && persons < 10_000_000
        case .fireSpread(_, let buildings): buildings > 0
        case .trustChanged(let trust): trust >= 0 && trust <= 1
        // Below zero where people lie in corridors.
        case .observed(_, .beds, _), .observed(_, .reading, _): true
        case .observed(_, _, let value): value >= 0
        default: true
        }
    }
}
