import DrillModel
import EventKernel
import Terrain
import TestSupport
import Testing
import Vocabulary

/// Teams on the road when roads close.
@Suite struct RerouteTests {
    /// The small world with a second, longer way from the station, and a bridge on the first.
    private func world(closing: Bool, opening: Bool = false) -> SmallWorld {
        var world = SmallWorld()
        let old = world.scenario.terrain
        func road(_ from: Int, _ to: Int, _ length: Double) -> Road {
            Road(
                from: PlaceID(from),
                to: PlaceID(to),
                lengthMeters: length,
                speedMetersPerSecond: 15
            )
        }
        // Roads 0 and 1 were the way from the station; its bridge is now 6 and 7.
        var roads = old.roads
        roads[0] = road(0, 4, 4000)
        roads[1] = road(4, 0, 4000)
        let more = [road(4, 1, 4000), road(1, 4, 4000)]
        let round = opening ? [] : [road(0, 1, 16_000), road(1, 0, 16_000)]
        world.scenario.terrain = Terrain(
            places: old.places + [Point(eastMeters: 0, northMeters: 5000)],
            roads: roads + more + round,
            zones: old.zones
        )
        let minute = SmallWorld.blastTime + SimDuration(minutes: 15)
        let later = SmallWorld.blastTime + SimDuration(minutes: 60)
        if closing {
            world.scenario.injects += [0, 1].map {
                Inject(at: minute, .road(RoadID($0), closed: true))
            }
        }
        if opening {
            world.scenario.injects += [0, 1].map {
                Inject(at: later, .road(RoadID($0), closed: false))
            }
        }
        return world
    }

    private func arrivals(_ record: DrillRecord) -> [TeamID: SimTime] {
        var first: [TeamID: SimTime] = [:]
        for fact in record.facts {
            if case .arrived(let team, _) = fact.content, first[team] == nil {
                first[team] = fact.time
            }
        }
        return first
    }

    @Test(arguments: testSeeds.prefix(10))
    func `a closed bridge delays those who would have crossed it, and nobody else`(seed: UInt64) {
        let free = DrillRecord(world(closing: false), seed: seed)
        let closed = DrillRecord(world(closing: true), seed: seed)
        let closing = SmallWorld.blastTime + SimDuration(minutes: 15)
        let (before, after) = (arrivals(free), arrivals(closed))
        for (team, time) in before where time < closing { #expect(after[team] == time) }
        let rerouted = closed.facts.compactMap { fact -> TeamID? in
            if case .rerouted(let team, false) = fact.content { team } else { nil }
        }
        for team in rerouted {
            // Only fire teams, numbers 0 to 5, come from beyond the bridge.
            #expect(team.index < 6)
            if let time = before[team], let later = after[team] { #expect(later > time) }
        }
    }

    @Test(arguments: testSeeds.prefix(10))
    func `nobody is held up for good where the road opens again`(seed: UInt64) {
        let record = DrillRecord(world(closing: true, opening: true), seed: seed)
        var held: Set<TeamID> = []
        for fact in record.facts {
            switch fact.content {
            case .rerouted(let team, let isHeld):
                if isHeld { held.insert(team) } else { held.remove(team) }
            case .arrived(let team, _), .returned(let team): held.remove(team)
            default: break
            }
        }
        #expect(held.isEmpty)
        #expect(TeamBook(record, teams: 10).complaints.isEmpty)
    }

    @Test func `somebody is on the road in these worlds`() {
        let counts = testSeeds.prefix(10).map { seed in
            DrillRecord(world(closing: true, opening: true), seed: seed).count {
                if case .rerouted = $0 { true } else { false }
            }
        }
        #expect(counts.contains { $0 > 0 })
    }
}
