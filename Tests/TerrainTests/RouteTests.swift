import EventKernel
import Testing
import Vocabulary

@testable import Terrain

@Suite struct RouteTests {
    /// A map of places in a row with drawn roads between some of them, one-way.
    private func drawnMap(seed: UInt64, places: Int, roads: Int) -> Terrain {
        var stream = RandomStream(DrillKey(seed: seed, drill: 0), purpose: 1, entity: 0)
        let drawn = (0..<roads).map { _ in
            Road(
                from: PlaceID(Int(stream.whole(below: UInt64(places)))),
                to: PlaceID(Int(stream.whole(below: UInt64(places)))),
                lengthMeters: 100 + 9900 * stream.uniform(),
                speedMetersPerSecond: 5 + 20 * stream.uniform()
            )
        }
        return Terrain(places: Array(repeating: Point(), count: places), roads: drawn, zones: [])
    }

    /// Shortest times between all places by Floyd and Warshall's plain method [ms].
    private func allPairs(_ terrain: Terrain, closed: Set<Int>) -> [[Int64?]] {
        let places = terrain.places.indices
        var best = places.map { from in places.map { from == $0 ? Int64(0) : nil } }
        for (number, road) in terrain.roads.enumerated() where !closed.contains(number) {
            let time = road.travelTime.milliseconds
            let old = best[road.from.index][road.to.index]
            best[road.from.index][road.to.index] = min(old ?? time, time)
        }
        for via in places {
            for from in places {
                for to in places {
                    guard let head = best[from][via], let tail = best[via][to] else { continue }
                    best[from][to] = min(best[from][to] ?? head + tail, head + tail)
                }
            }
        }
        return best
    }

    private func expectRoutes(_ table: inout RouteTable, _ terrain: Terrain, closed: Set<Int>) {
        let best = allPairs(terrain, closed: closed)
        for from in terrain.places.indices {
            for to in terrain.places.indices {
                let time = table.travelTime(from: PlaceID(from), to: PlaceID(to))
                #expect((time.isNever ? nil : time.milliseconds) == best[from][to])
            }
        }
    }

    @Test(arguments: UInt64(0)..<20)
    func `routes are those of the plain method on small maps`(seed: UInt64) {
        let terrain = drawnMap(seed: seed, places: 12, roads: 26)
        var table = RouteTable(terrain)
        expectRoutes(&table, terrain, closed: [])
    }

    @Test(arguments: UInt64(0)..<10)
    func `closing and opening roads changes routes at once and back`(seed: UInt64) {
        let terrain = drawnMap(seed: seed, places: 9, roads: 24)
        var table = RouteTable(terrain)
        expectRoutes(&table, terrain, closed: [])
        let closed = Set(stride(from: 0, to: 24, by: 3))
        for road in closed { table.set(RoadID(road), closed: true) }
        expectRoutes(&table, terrain, closed: closed)
        for road in closed where road > 9 { table.set(RoadID(road), closed: false) }
        expectRoutes(&table, terrain, closed: closed.filter { $0 <= 9 })
        table.reset()
        expectRoutes(&table, terrain, closed: [])
    }

    @Test func `there is no way without a road, and none is needed to where one is`() {
        let terrain = Terrain(places: [Point(), Point()], roads: [], zones: [])
        var table = RouteTable(terrain)
        #expect(table.travelTime(from: PlaceID(0), to: PlaceID(1)).isNever)
        #expect(table.travelTime(from: PlaceID(1), to: PlaceID(1)) == .zero)
    }

    @Test func `a road is driven at its speed`() {
        let road = Road(
            from: PlaceID(0),
            to: PlaceID(1),
            lengthMeters: 30_000,
            speedMetersPerSecond: 16
        )
        #expect(road.travelTime == SimDuration(seconds: 1875))
    }

    @Test(arguments: [1, 2, 17, 400])
    func `the points of a zone lie inside and apart`(count: Int) {
        let center = Point(eastMeters: 400, northMeters: -90)
        let area = ZoneArea(place: PlaceID(0), center: center, radiusMeters: 120)
        let points = area.spreadPoints(count)
        #expect(points.count == count)
        #expect(points.allSatisfy { $0.distanceMeters(to: center) <= 120 })
        let spacing = 120 / Double(count).squareRoot()
        for (number, point) in points.enumerated() {
            for other in points[..<number] {
                #expect(point.distanceMeters(to: other) > spacing)
            }
        }
    }

    /// Shortest times to one place by Dijkstra's plain method over roads, each road that leads on a
    /// step of its own [ms].
    private func plainTimes(to goal: Int, _ terrain: Terrain, closed: Set<Int>) -> [Int64?] {
        var best = [Int64?](repeating: nil, count: terrain.roads.count)
        var done = Set<Int>()
        func time(_ road: Int) -> Int64 { terrain.roads[road].travelTime.milliseconds }
        for road in terrain.roads.indices where !closed.contains(road) {
            if terrain.roads[road].to.index == goal { best[road] = time(road) }
        }
        let bans = Set(terrain.turnBans)
        while let road = best.indices.filter({ best[$0] != nil && !done.contains($0) })
            .min(by: { (best[$0] ?? 0, $0) < (best[$1] ?? 0, $1) })
        {
            done.insert(road)
            for previous in terrain.roads.indices
            where !closed.contains(previous)
                && terrain.roads[previous].to == terrain.roads[road].from
            {
                let ban = TurnBan(from: RoadID(previous), to: RoadID(road))
                guard !bans.contains(ban) else { continue }
                let candidate = (best[road] ?? 0) + time(previous)
                best[previous] = min(best[previous] ?? candidate, candidate)
            }
        }
        return terrain.places.indices.map { place in
            if place == goal { return 0 }
            return terrain.roads.indices.filter { terrain.roads[$0].from.index == place }
                .compactMap { best[$0] }.min()
        }
    }

    /// Forbids one drawn turn in three.
    private func withBans(_ terrain: Terrain, seed: UInt64) -> Terrain {
        var stream = RandomStream(DrillKey(seed: seed, drill: 1), purpose: 2, entity: 0)
        var bans: [TurnBan] = []
        for (from, first) in terrain.roads.enumerated() {
            for (to, second) in terrain.roads.enumerated() where first.to == second.from {
                guard stream.whole(below: 3) == 0 else { continue }
                bans.append(TurnBan(from: RoadID(from), to: RoadID(to)))
            }
        }
        return Terrain(
            places: terrain.places,
            roads: terrain.roads,
            turnBans: bans.reversed() + bans,
            zones: []
        )
    }

    @Test(arguments: UInt64(0)..<20)
    func `routes keep to forbidden turns, and closures come and go`(seed: UInt64) {
        let terrain = withBans(drawnMap(seed: seed, places: 10, roads: 30), seed: seed)
        var table = RouteTable(terrain)
        var closed = Set<Int>()
        for round in 0..<4 {
            for goal in terrain.places.indices {
                let plain = plainTimes(to: goal, terrain, closed: closed)
                for from in terrain.places.indices {
                    let time = table.travelTime(from: PlaceID(from), to: PlaceID(goal))
                    #expect((time.isNever ? nil : time.milliseconds) == plain[from])
                    expectRoute(&table, from, goal, terrain, closed, time)
                }
            }
            for road in stride(from: round, to: 30, by: 4 + round) {
                table.set(RoadID(road), closed: !closed.contains(road))
                closed.formSymmetricDifference([road])
            }
        }
    }

    /// A route is a chain of open roads without a forbidden turn that takes as long as is said.
    private func expectRoute(
        _ table: inout RouteTable,
        _ from: Int,
        _ goal: Int,
        _ terrain: Terrain,
        _ closed: Set<Int>,
        _ time: SimDuration
    ) {
        guard let route = table.route(from: PlaceID(from), to: PlaceID(goal)) else {
            #expect(time.isNever)
            return
        }
        var place = from
        var milliseconds: Int64 = 0
        for (step, road) in route.enumerated() {
            #expect(terrain.roads[road.index].from.index == place && !closed.contains(road.index))
            place = terrain.roads[road.index].to.index
            milliseconds += terrain.roads[road.index].travelTime.milliseconds
            guard step > 0 else { continue }
            #expect(!terrain.forbids(TurnBan(from: route[step - 1], to: road)))
        }
        #expect(place == goal && milliseconds == time.milliseconds)
    }

    @Test func `slow roads of one kind make routes longer and then as before`() {
        var terrain = drawnMap(seed: 3, places: 12, roads: 40)
        let roads = terrain.roads.enumerated().map { number, road in
            var road = road
            road.kind = number % 2 == 0 ? .primary : .residential
            return road
        }
        terrain = Terrain(places: terrain.places, roads: roads, zones: [])
        let slowed = roads.map { road in
            var road = road
            if road.kind == .primary { road.speedMetersPerSecond *= 0.25 }
            return road
        }
        let slow = Terrain(places: terrain.places, roads: slowed, zones: [])
        var table = RouteTable(terrain)
        table.set(.primary, speedFactor: 0.25)
        let plain = allPairs(slow, closed: [])
        for from in terrain.places.indices {
            for to in terrain.places.indices {
                let time = table.travelTime(from: PlaceID(from), to: PlaceID(to))
                guard let expected = plain[from][to] else {
                    #expect(time.isNever)
                    continue
                }
                // Every road is rounded once more.
                #expect((time.milliseconds - expected).magnitude <= 12)
            }
        }
        table.set(.primary, speedFactor: 1)
        expectRoutes(&table, terrain, closed: [])
    }

    @Test func `a tangle of roads without order is answered all the same`() {
        let terrain = drawnMap(seed: 8, places: 60, roads: 900)
        var table = RouteTable(terrain)
        let graph = RoadGraph(terrain)
        #expect(RouteHierarchy(graph, on: terrain) != nil)
        #expect(Elimination(graph, nil, stepsAtMost: 10_000) == nil)
        let times = graph.links.map { terrain.roads[Int($0.road)].travelTime.milliseconds }
        for goal in terrain.places.indices {
            let tree = RouteTree(to: Int32(goal), on: graph, ArrivingLinks(graph), times)
            for from in terrain.places.indices {
                let time = table.travelTime(from: PlaceID(from), to: PlaceID(goal))
                #expect(time.milliseconds == tree.milliseconds[from])
            }
        }
    }

    @Test func `a map comes back from its bytes, and one that names no place is refused`() throws {
        let terrain = drawnMap(seed: 5, places: 6, roads: 9)
        let copy = try Terrain(byteForm: terrain.byteForm)
        #expect(copy.roads == terrain.roads)
        var table = RouteTable(copy)
        expectRoutes(&table, terrain, closed: [])
        var broken = terrain.byteForm
        // The first road begins behind the count of places, the places and the count of roads.
        broken[4 + 6 * 16 + 4] = 200
        #expect(throws: ByteFormError.self) { try Terrain(byteForm: broken) }
    }
}
