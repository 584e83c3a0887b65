public import EventKernel
public import Vocabulary

/// Which roads are closed.
public struct RoadClosures: Sendable {
    /// Whether each road is closed -- state.
    private var closed: [Bool]

    /// Number of changes so far, by which cached routes know that they are stale -- state.
    public private(set) var version: Int32 = 0

    /// Creates a set in which all roads are open.
    public init(roadCount: Int) {
        closed = Array(repeating: false, count: roadCount)
    }

    /// Tells whether a road is closed.
    public subscript(road: RoadID) -> Bool { closed[road.index] }

    /// Closes or opens a road.
    public mutating func set(_ road: RoadID, closed isClosed: Bool) {
        guard closed[road.index] != isClosed else { return }
        closed[road.index] = isClosed
        version += 1
    }
}

/// Shortest travel times from everywhere to one place.
struct RouteTree {
    /// Travel time from each place [ms]; -1 where no open road leads there.
    var milliseconds: [Int64]

    /// Finds the tree by Dijkstra's method.
    ///
    /// The event calendar serves as its queue: both take the smallest time first and never look back.
    ///
    /// - Complexity: O((places + roads) log places).
    init(to destination: PlaceID, on terrain: Terrain, avoiding closures: RoadClosures) {
        milliseconds = Array(repeating: -1, count: terrain.places.count)
        var frontier = EventCalendar<PlaceID>()
        frontier.schedule(destination, at: .start, rank: 0)
        while let place = frontier.next() {
            guard milliseconds[place.index] < 0 else { continue }
            milliseconds[place.index] = frontier.now.milliseconds
            for number in terrain.roadsArriving(at: place) where !closures[RoadID(Int(number))] {
                let road = terrain.roads[Int(number)]
                guard milliseconds[road.from.index] < 0 else { continue }
                frontier.schedule(road.from, at: frontier.now + road.travelTime, rank: 0)
            }
        }
    }
}

/// Travel times on a map under changing closures, kept as long as they hold.
public struct RouteTable: Sendable {
    private let terrain: Terrain

    /// Trees found so far by destination, each with the version of the closures it holds for.
    private var trees: [(version: Int32, milliseconds: [Int64])]

    /// Roads closed at present -- state.
    public private(set) var closures: RoadClosures

    /// Creates a table for a map with all roads open.
    public init(_ terrain: Terrain) {
        self.terrain = terrain
        closures = RoadClosures(roadCount: terrain.roads.count)
        trees = Array(repeating: (-1, []), count: terrain.places.count)
    }

    /// Closes or opens a road.
    public mutating func set(_ road: RoadID, closed: Bool) {
        closures.set(road, closed: closed)
    }

    /// Opens all roads, for another drill.
    public mutating func reset() {
        guard closures.version > 0 else { return }
        self = RouteTable(terrain)
    }

    /// Returns the shortest time from one place to another, free of traffic.
    ///
    /// - Returns: Travel time; `never` where no open road leads there.
    /// - Complexity: O(1) once a route to the destination has been asked for, else as Dijkstra.
    public mutating func travelTime(from origin: PlaceID, to destination: PlaceID) -> SimDuration {
        if trees[destination.index].version != closures.version {
            let tree = RouteTree(to: destination, on: terrain, avoiding: closures)
            trees[destination.index] = (closures.version, tree.milliseconds)
        }
        let milliseconds = trees[destination.index].milliseconds[origin.index]
        return milliseconds < 0 ? .never : SimDuration(milliseconds: milliseconds)
    }
}
