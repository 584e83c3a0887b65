import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel
@testable import GroundTruth

/// What a second blast, losses of a crew and a full hospital do afterwards.
@Suite struct AftermathTests {
    /// The small world with a second blast like the first, so long after the first.
    private func twoBlasts(after hours: Double) -> SmallWorld {
        var world = SmallWorld()
        let number = world.scenario.truth.hazards.count
        world.scenario.truth.hazards.append(world.scenario.truth.hazards[0])
        let time = SmallWorld.blastTime + SimDuration(hours: hours)
        world.scenario.injects.append(Inject(at: time, .hazard(HazardID(number))))
        return world
    }

    @Test(arguments: testSeeds.prefix(10))
    func `no building comes down twice, and nobody is hurt twice`(seed: UInt64) {
        let record = DrillRecord(twoBlasts(after: 2), seed: seed)
        var down: [Int32] = [0, 0]
        var blasts = 0
        for fact in record.facts {
            switch fact.content {
            case .damaged(let zone, let collapsed, _, _): down[zone.index] += collapsed
            case .exploded: blasts += 1
            default: break
            }
        }
        #expect(blasts == 2)
        #expect(down.allSatisfy { $0 <= 12 })
        #expect(PeopleBook(record).complaints.first == nil)
    }

    @Test func `crews that lose members stop, lie where they worked, and can do less`() {
        let world = twoBlasts(after: 3)
        var drill = Drill(world.scenario, plan: world.plan)
        var (hurt, stopped) = (0, 0)
        for seed in testSeeds.prefix(20) {
            let record = DrillRecord(playing: &drill, seed: seed)
            stopped += record.count {
                if case .stoppedWork(_, .losses) = $0 { true } else { false }
            }
            for casualty in drill.truth.casualties {
                guard let team = casualty.person.team else { continue }
                hurt += 1
                let usual = world.scenario.register.teams[team.index].capability
                let now = drill.truth.capabilities[team.index]
                #expect(
                    now.searchSquareMetersPerHour < usual.searchSquareMetersPerHour
                        || usual.searchSquareMetersPerHour == 0
                )
            }
            #expect(drill.violation() == nil)
        }
        #expect(hurt > 0)
        #expect(stopped > 0)
        // The next drill begins with whole crews.
        drill.begin(seed: 1, drill: 0)
        #expect(drill.truth.capabilities == world.scenario.register.teams.map { $0.capability })
    }

    @Test func `patients leave, and their beds are free again`() {
        var world = SmallWorld()
        world.scenario.truth.care.staySlight = .constant(3600)
        world.scenario.truth.care.stayModerate = .constant(7200)
        world.scenario.truth.care.staySerious = .constant(10_800)
        var drill = Drill(world.scenario, plan: world.plan)
        var left = 0
        for seed in testSeeds.prefix(10) {
            let record = DrillRecord(playing: &drill, seed: seed)
            left += record.count { if case .discharged = $0 { true } else { false } }
            #expect(PeopleBook(record).complaints.first == nil)
            #expect(drill.violation() == nil)
        }
        #expect(left > 50)
    }

    @Test func `more beds do not mean more deaths`() {
        func deaths(beds: Int32) -> Int {
            var world = SmallWorld()
            world.scenario.register.hospitals[0].beds = beds
            return testSeeds.prefix(30).map { seed in
                DrillRecord(world, seed: seed)
                    .count { if case .died = $0 { true } else { false } }
            }.reduce(0, +)
        }
        #expect(deaths(beds: 200) <= deaths(beds: 5))
    }
}
