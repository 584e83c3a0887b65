import Vocabulary

/// The roads as a graph in which every walk keeps to the forbidden turns.
///
/// Every place is a vertex. A road behind which turns are forbidden ends in a vertex of its own, from
/// which only the other roads lead on; so only places with forbidden turns cost more. A place with
/// such vertices has one more, at which all ways to it end without loss of time.
struct RoadGraph: Sendable {
    /// One way from vertex to vertex.
    struct Link: BitwiseCopyable, Sendable {
        let tail: Int32
        let head: Int32
        /// Road that is driven, or −1 where none is.
        let road: Int32
    }

    /// Number of vertices; those of the places come first, in their order.
    private(set) var vertexCount: Int
    /// Vertex at which ways to each place end.
    private(set) var arrival: [Int32]
    /// All links, those of each road together, in the order of roads.
    private(set) var links: [Link] = []
    /// Position of the first link of each road, and the end.
    private(set) var firstLink: [Int32] = []
    /// Place at which each vertex is that comes behind those of the places.
    private var placesBehind: [Int32] = []

    /// Builds the graph of a map.
    ///
    /// - Complexity: O(places + roads + bans × roads at a place).
    init(_ terrain: Terrain) {
        let roads = terrain.roads
        vertexCount = terrain.places.count
        arrival = terrain.places.indices.map { Int32($0) }
        // Roads behind which turns are forbidden, with their vertices, by the place they lead to.
        var heads = roads.map { $0.to.number }
        var restricted = Array(repeating: [Int32](), count: terrain.places.count)
        var previous: RoadID?
        for ban in terrain.turnBans where ban.from != previous {
            previous = ban.from
            let place = roads[ban.from.index].to
            if restricted[place.index].isEmpty { arrival[place.index] = takeVertex(at: place) }
            heads[ban.from.index] = takeVertex(at: place)
            restricted[place.index].append(ban.from.number)
        }
        addRoads(terrain, heads, restricted)
        for place in restricted.indices where !restricted[place].isEmpty {
            let end = arrival[place]
            links.append(Link(tail: Int32(place), head: end, road: -1))
            for road in restricted[place] {
                links.append(Link(tail: heads[Int(road)], head: end, road: -1))
            }
        }
    }

    /// Returns where every vertex is.
    func points(on terrain: Terrain) -> [Point] {
        terrain.places + placesBehind.map { terrain.places[Int($0)] }
    }

    private mutating func takeVertex(at place: PlaceID) -> Int32 {
        placesBehind.append(place.number)
        vertexCount += 1
        return Int32(vertexCount - 1)
    }

    private mutating func addRoads(_ terrain: Terrain, _ heads: [Int32], _ restricted: [[Int32]]) {
        for (number, road) in terrain.roads.enumerated() {
            firstLink.append(Int32(links.count))
            let (head, road32) = (heads[number], Int32(number))
            if road.from != road.to || head != road.from.number {
                links.append(Link(tail: road.from.number, head: head, road: road32))
            }
            for previous in restricted[road.from.index] {
                let turn = TurnBan(from: RoadID(Int(previous)), to: RoadID(number))
                guard !terrain.forbids(turn), heads[Int(previous)] != head else { continue }
                links.append(Link(tail: heads[Int(previous)], head: head, road: road32))
            }
        }
        firstLink.append(Int32(links.count))
    }
}

extension Terrain {
    /// Tells whether a turn is forbidden.
    ///
    /// - Complexity: O(log bans).
    func forbids(_ turn: TurnBan) -> Bool {
        var (low, high) = (0, turnBans.count)
        while low < high {
            let middle = (low + high) / 2
            if turnBans[middle] < turn { low = middle + 1 } else { high = middle }
        }
        return low < turnBans.count && turnBans[low] == turn
    }
}
