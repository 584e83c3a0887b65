import DrillModel
import EventKernel
import Terrain
import TestSupport
import Testing
import Vocabulary

/// A bridge that closes on a real map; skipped where the map is not beside the checkout.
@Suite(.enabled(if: RealMap.isThere, "the real maps are not beside the checkout"))
struct RealBridgeTests {
    #if DEBUG
        private static let map = RealMap.guixi
    #else
        private static let map = RealMap.lauf
    #endif

    /// The small world on a real map, with forty teams at crossings drawn by lot.
    private func world(seed: UInt64) throws -> (world: SmallWorld, bridges: [[RoadID]]) {
        var world = SmallWorld()
        let map = try Self.map.terrain()
        let old = world.scenario.terrain
        let (first, firstRoad) = (old.places.count, old.roads.count)
        let roads = map.roads.map { road in
            var road = road
            road.from = PlaceID(first + road.from.index)
            road.to = PlaceID(first + road.to.index)
            return road
        }
        let bans = map.turnBans.map { ban in
            TurnBan(from: RoadID(firstRoad + ban.from.index), to: RoadID(firstRoad + ban.to.index))
        }
        world.scenario.terrain = Terrain(
            places: old.places + map.places,
            roads: old.roads + roads,
            turnBans: bans,
            zones: old.zones
        )
        var stream = RandomStream(DrillKey(seed: seed, drill: 4), purpose: 1, entity: 0)
        let drawn = (0..<41).map { _ in
            PlaceID(first + Int(stream.whole(below: UInt64(map.places.count))))
        }
        world.scenario.station(fireTeamsAt: Array(drawn[1...]), toGatherAt: drawn[0])
        world.sendAllFireTeams()
        return (world, bridges(world.scenario.terrain))
    }

    /// Both directions of every bridge; a bridge of one direction by itself.
    private func bridges(_ terrain: Terrain) -> [[RoadID]] {
        terrain.roads.indices.filter { terrain.roads[$0].isBridge }.map { number in
            let road = terrain.roads[number]
            let back = terrain.roads.indices.filter { terrain.roads[$0].isBridge }.first {
                terrain.roads[$0].from == road.to && terrain.roads[$0].to == road.from
                    && terrain.roads[$0].lengthMeters == road.lengthMeters
            }
            return [RoadID(number)] + (back.map { [RoadID($0)] } ?? [])
        }
    }

    @Test func `a closed bridge changes the way of exactly those who would have used it`() throws {
        var found = 0
        for seed in testSeeds.prefix(12) {
            let (world, bridges) = try world(seed: seed)
            guard
                let closing = BridgeClosing(
                    world.scenario,
                    world.plan,
                    seed: seed,
                    bridges: bridges
                )
            else { continue }
            found += 1
            #expect(closing.rerouted == closing.ahead, "seed \(seed)")
            #expect(closing.delayed == closing.ahead.union(closing.later), "seed \(seed)")
            #expect(closing.hastened.isEmpty, "seed \(seed)")
        }
        #expect(found >= 3)
    }
}
