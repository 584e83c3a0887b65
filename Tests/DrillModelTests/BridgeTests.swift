import Command
import DrillModel
import EventKernel
import Terrain
import TestSupport
import Testing
import Vocabulary

/// A closed bridge changes the way of exactly those teams that would have used it.
@Suite struct BridgeTests {
    /// The small world in a town of two quarters on either side of a river with three bridges; a team at
    /// every second crossing.
    private func world(seed: UInt64) -> (world: SmallWorld, bridges: [[RoadID]]) {
        var world = SmallWorld()
        let old = world.scenario.terrain
        var stream = RandomStream(DrillKey(seed: seed, drill: 3), purpose: 1, entity: 0)
        var (roads, bridges) = (old.roads, [[RoadID]]())
        let (first, side) = (old.places.count, 6)
        func join(_ from: Int, _ to: Int, isBridge: Bool = false) {
            let length = 400 + 300 * stream.uniform()
            for (start, end) in [(from, to), (to, from)] {
                roads.append(
                    Road(
                        from: PlaceID(first + start),
                        to: PlaceID(first + end),
                        lengthMeters: length,
                        speedMetersPerSecond: 10,
                        isBridge: isBridge
                    )
                )
            }
            if isBridge { bridges.append([RoadID(roads.count - 2), RoadID(roads.count - 1)]) }
        }
        for row in 0..<2 * side {
            for column in 0..<side {
                let place = row * side + column
                if column + 1 < side { join(place, place + 1) }
                let isRiver = row == side - 1
                if row + 1 < 2 * side, !isRiver || column % 2 == 0 {
                    join(place, place + side, isBridge: isRiver)
                }
            }
        }
        let points = (0..<2 * side * side).map {
            Point(eastMeters: Double($0 % side) * 500, northMeters: Double($0 / side) * 500)
        }
        world.scenario.terrain = Terrain(
            places: old.places + points,
            roads: roads,
            zones: old.zones
        )
        let stations = stride(from: 0, to: 2 * side * side, by: 2).map { PlaceID(first + $0) }
        world.scenario.station(fireTeamsAt: stations, toGatherAt: PlaceID(first + 2))
        world.sendAllFireTeams()
        return (world, bridges)
    }

    @Test(arguments: testSeeds.prefix(10))
    func `a closed bridge changes the way of exactly those who would have used it`(
        seed: UInt64
    )
        throws
    {
        let (world, bridges) = world(seed: seed)
        let closing = try #require(
            BridgeClosing(world.scenario, world.plan, seed: seed, bridges: bridges)
        )
        #expect(closing.rerouted == closing.ahead)
        #expect(closing.delayed == closing.ahead.union(closing.later))
        #expect(closing.hastened.isEmpty)
        #expect(!closing.ahead.isEmpty && closing.others.count > 10)
    }
}
