import Command
import EventKernel
import Foundation
import GroundTruth
import Scoring
import Terrain
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// A cloud over people who are warned or not, leave or take shelter.
@Suite struct ReleaseTests {
    /// Drills of every comparison: few while one develops, 500 where the environment asks.
    private static let pairs =
        ProcessInfo.processInfo.environment["DRILL_LONG_TESTS"] == nil ? 12 : 500

    /// The small scenario with a release that flows for a time, and its plan.
    private func world(minutes: Double? = nil, plan: String = "baseline") throws -> RealWorld {
        var world = try RealWorld("small/release", plan: plan)
        if let minutes {
            world.scenario.truth.weather.winds.removeLast()
            change(&world) {
                $0.kilogramsPerSecond = .constant(0.6)
                $0.flow = .constant(minutes * 60)
                $0.inventory = .constant(1e9)
            }
        }
        return world
    }

    private func change(_ world: inout RealWorld, _ change: (inout ReleaseDefinition) -> Void) {
        guard case .release(var release) = world.scenario.truth.hazards[0].form else { return }
        change(&release)
        world.scenario.truth.hazards[0].form = .release(release)
    }

    @Test func `an incident is resolved when the cloud is over, and not before`() throws {
        let world = try world()
        #expect(world.scoring.lastingHazards == [HazardID(0)])
        var drill = Drill(world.scenario, plan: world.plan)
        var fold = Fold(world.scoring)
        var over = 0
        for number in 0..<5 {
            let record = DrillRecord(playing: &drill, seed: 1, drill: UInt64(number))
            let ceased = record.first { if case .ceased = $0 { true } else { false } }
            let began = record.first { if case .began = $0 { true } else { false } }
            let values = fold.measures(of: record.facts)
            let seconds = ceased.map { ($0.time - (began?.time ?? .start)).seconds } ?? .infinity
            #expect(values[.secondsToResolve] == seconds)
            #expect(values[.secondsToControl] == seconds)
            over += ceased == nil ? 0 : 1
        }
        #expect(over > 0)
    }

    /// Means over drills under the same luck of a number read off the record.
    private func mean(
        _ world: RealWorld,
        drills: Int = pairs,
        _ number: (DrillRecord) -> Double
    ) -> Double {
        var drill = Drill(world.scenario, plan: world.plan)
        var sum = 0.0
        for index in 0..<drills {
            sum += number(DrillRecord(playing: &drill, seed: 17, drill: UInt64(index)))
        }
        return sum / Double(drills)
    }

    private func hurt(_ record: DrillRecord) -> Double {
        Double(record.count { if case .hurt(_, _, .poison, _) = $0 { true } else { false } })
    }

    @Test func `no gas, no harm`() throws {
        var world = try world()
        change(&world) {
            $0.kilogramsPerSecond = .constant(0)
            $0.sudden = .constant(0)
        }
        #expect(mean(world, drills: 5, hurt) == 0)
    }

    @Test func `more gas hurts more`() throws {
        var world = try world(minutes: 30)
        let less = mean(world, hurt)
        change(&world) { $0.kilogramsPerSecond = .constant(2) }
        #expect(mean(world, hurt) > less)
    }

    @Test func `shelter is better in a short release, leaving in a long one`() throws {
        let shortStay = mean(try world(minutes: 20, plan: "shelter"), hurt)
        let shortLeave = mean(try world(minutes: 20), hurt)
        #expect(shortStay < shortLeave)
        let longStay = mean(try world(minutes: 480, plan: "shelter"), hurt)
        let longLeave = mean(try world(minutes: 480), hurt)
        #expect(longLeave < longStay)
    }

    @Test func `an earlier warning does not hurt more`() throws {
        var early = try world()
        early.scenario.injects.insert(Inject(at: .start, .channels(cut: false)), at: 0)
        var late = early
        let witnesses = SimDuration(minutes: 30)
        late.scenario.truth.witnessDelay = .constant(witnesses.seconds)
        early.scenario.truth.witnessDelay = .constant(10)
        #expect(mean(early, hurt) <= mean(late, hurt))
    }

    @Test func `who knows the chemical loses no more responders`() throws {
        var known = try world(minutes: 60)
        // Towards the staging area.
        known.scenario.truth.weather.winds[0].fromDegrees = 180
        change(&known) { $0.kilogramsPerSecond = .constant(20) }
        known.scenario.truth.work.survey = .constant(0)
        var unknown = known
        unknown.scenario.truth.work.survey = .constant(1e7)
        func responders(_ record: DrillRecord) -> Double {
            Double(
                record.count {
                    if case .hurt(let person, _, _, _) = $0 { person.team != nil } else { false }
                }
            )
        }
        let without = mean(unknown, responders)
        #expect(without > 0)
        #expect(mean(known, responders) <= without)
    }

    @Test func `the last household leaves after the others, and nobody is housed twice`() throws {
        let world = try world()
        var drill = Drill(world.scenario, plan: world.plan)
        for number in 0..<10 {
            let record = DrillRecord(playing: &drill, seed: 2, drill: UInt64(number))
            var (left, housed, room): (Int32, Int32, [Int32]) = (0, 0, [400, 1000])
            for fact in record.facts {
                switch fact.content {
                case .cleared(_, let gone, _): left += gone
                case .housed(_, let shelter, let persons):
                    housed += persons
                    if shelter >= 0 { room[Int(shelter)] -= persons }
                default: break
                }
            }
            #expect(left == housed && left > 0)
            #expect(room.allSatisfy { $0 >= 0 })
        }
    }

    @Test(arguments: [0, 0.2, 30, 80])
    func `calm and hurricane give finite clouds that end`(wind: Double) throws {
        var world = try world(minutes: 20)
        for index in world.scenario.truth.weather.winds.indices {
            world.scenario.truth.weather.winds[index].metersPerSecond = wind
        }
        let record = DrillRecord(world.scenario, world.plan)
        #expect(record.first { if case .began = $0 { true } else { false } } != nil)
        #expect(record.count { if case .hurt = $0 { true } else { false } } < 3000)
    }

    @Test func `a release at the first and at the last instant`() throws {
        var world = try world()
        world.scenario.injects = [
            Inject(at: .start, .hazard(HazardID(0))),
            Inject(at: .start + world.scenario.duration, .hazard(HazardID(0))),
        ]
        let record = DrillRecord(world.scenario, world.plan)
        #expect(record.count { if case .began = $0 { true } else { false } } == 1)
    }

    /// People in two hundred zones under a cloud: nobody is lost, and hurt people are a small part.
    @Test func `a city is no more than many zones`() throws {
        var world = try world(minutes: 30)
        let usual = world.scenario.truth.zones[1]
        for number in 0..<200 {
            var zone = usual
            zone.groups = Array(usual.groups.prefix(1))
            zone.groups[0].persons = 500
            world.scenario.truth.zones.append(zone)
            _ = number
        }
        world.scenario.addZones(200)
        let record = DrillRecord(world.scenario, world.plan)
        #expect(record.count { if case .exposed = $0 { true } else { false } } > 20)
        #expect(PeopleBook(record).complaints.first == nil)
    }
}

extension Scenario {
    /// Puts areas in a grid downwind for zones that have been added.
    fileprivate mutating func addZones(_ count: Int) {
        var areas = terrain.zones
        let first = areas[1]
        for number in 0..<count {
            var area = first
            area.center.eastMeters = Double(number % 20 - 10) * 200
            area.center.northMeters = -Double(number / 20 + 1) * 300
            areas.append(area)
        }
        terrain = .init(places: terrain.places, roads: terrain.roads, zones: areas)
    }
}
