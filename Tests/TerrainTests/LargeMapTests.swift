import EventKernel
import TestSupport
import Testing
import Vocabulary

@testable import Terrain

/// Maps so large that they are cut into pieces first.
@Suite struct LargeMapTests {
    /// A grid of streets with drawn lengths, some missing, some of one way, and forbidden turns.
    private func grid(_ side: Int, seed: UInt64) -> Terrain {
        var stream = RandomStream(DrillKey(seed: seed, drill: 0), purpose: 1, entity: 0)
        var roads: [Road] = []
        func join(_ from: Int, _ to: Int) {
            guard stream.whole(below: 10) > 0 else { return }
            let length = 80 + 40 * stream.uniform()
            let ways = stream.whole(below: 5) == 0 ? [(from, to)] : [(from, to), (to, from)]
            for (start, end) in ways {
                roads.append(
                    Road(
                        from: PlaceID(start),
                        to: PlaceID(end),
                        lengthMeters: length,
                        speedMetersPerSecond: 10
                    )
                )
            }
        }
        for row in 0..<side {
            for column in 0..<side {
                let place = row * side + column
                if column + 1 < side { join(place, place + 1) }
                if row + 1 < side { join(place, place + side) }
            }
        }
        let places = (0..<side * side).map {
            Point(eastMeters: Double($0 % side) * 100, northMeters: Double($0 / side) * 100)
        }
        return Terrain(places: places, roads: roads, turnBans: bans(roads, &stream), zones: [])
    }

    private func bans(_ roads: [Road], _ stream: inout RandomStream) -> [TurnBan] {
        var leaving: [PlaceID: [Int]] = [:]
        for (number, road) in roads.enumerated() { leaving[road.from, default: []].append(number) }
        return (0..<60).compactMap { _ in
            let first = Int(stream.whole(below: UInt64(roads.count)))
            guard let next = leaving[roads[first].to]?.first else { return nil }
            return TurnBan(from: RoadID(first), to: RoadID(next))
        }
    }

    @Test func `routes on a large map equal those of the plain method, with closures too`() {
        let terrain = grid(30, seed: 5)
        var table = RouteTable(terrain, cuttingFrom: 1)
        var plain = PlainRoutes(terrain)
        var stream = RandomStream(DrillKey(seed: 6, drill: 0), purpose: 1, entity: 0)
        func drawn(_ count: Int) -> Int { Int(stream.whole(below: UInt64(count))) }
        for round in 0..<60 {
            if round % 10 == 5 {
                for _ in 0..<100 { plain.closed.insert(drawn(terrain.roads.count)) }
                for road in plain.closed.sorted() { table.set(RoadID(road), closed: true) }
            }
            let (from, to) = (drawn(terrain.places.count), drawn(terrain.places.count))
            let expected = plain.milliseconds(from: from, to: to)
            let found = table.travelTime(from: PlaceID(from), to: PlaceID(to))
            #expect((found.isNever ? nil : found.milliseconds) == expected)
            let route = table.route(from: PlaceID(from), to: PlaceID(to))
            #expect(route?.reduce(0) { $0 + table.travelTime(on: $1).milliseconds } == expected)
        }
    }

    @Test func `cuts keep the pieces of a map apart`() {
        let terrain = grid(50, seed: 9)
        let graph = RoadGraph(terrain)
        let cuts = Dissection(graph, points: graph.points(on: terrain))
        #expect(cuts.depthCount >= 3)
        // A street of a grid of fifty is the most that a first cut needs.
        #expect(cuts.depth.count { $0 == 0 } <= 50)
        #expect(largestPiece(graph, cuts) <= 400)
    }

    /// Returns the number of vertices of the largest part that is joined without any vertex of a cut.
    private func largestPiece(_ graph: RoadGraph, _ cuts: Dissection) -> Int {
        var parent = Array(0..<graph.vertexCount)
        func root(_ vertex: Int) -> Int {
            var vertex = vertex
            while parent[vertex] != vertex { vertex = parent[vertex] }
            return vertex
        }
        for link in graph.links {
            let (tail, head) = (Int(link.tail), Int(link.head))
            guard cuts.depth[tail] == Dissection.inPiece, cuts.depth[head] == Dissection.inPiece
            else { continue }
            parent[root(tail)] = root(head)
        }
        var sizes: [Int: Int] = [:]
        for vertex in parent.indices where cuts.depth[vertex] == Dissection.inPiece {
            sizes[root(vertex), default: 0] += 1
        }
        return sizes.values.max() ?? 0
    }

    @Test func `places on one spot, and a tangle, are cut all the same`() {
        var stream = RandomStream(DrillKey(seed: 3, drill: 0), purpose: 1, entity: 0)
        let roads = (0..<4000).map { number in
            Road(
                from: PlaceID(number % 1600),
                to: PlaceID(Int(stream.whole(below: 1600))),
                lengthMeters: 100,
                speedMetersPerSecond: 10
            )
        }
        let spots = Array(repeating: Point(), count: 1600)
        let terrain = Terrain(places: spots, roads: roads, zones: [])
        var table = RouteTable(terrain, cuttingFrom: 1)
        let plain = PlainRoutes(terrain)
        for place in stride(from: 0, to: 1600, by: 160) {
            let time = table.travelTime(from: PlaceID(place), to: PlaceID(1599 - place))
            let expected = plain.milliseconds(from: place, to: 1599 - place)
            #expect((time.isNever ? nil : time.milliseconds) == expected)
        }
    }
}
