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
