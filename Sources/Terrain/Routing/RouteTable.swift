public import EventKernel
public import Vocabulary

/// Shortest travel times and routes on a map under closures and changing speeds.
///
/// All questions are answered exactly. Routes keep to forbidden turns; a team may turn round where
/// roads meet. Of several routes of the same time always the same one is given.
public struct RouteTable: Sendable {
    private let terrain: Terrain
    private let graph: RoadGraph
    /// The prepared roads; nil where they are too entangled.
    private let hierarchy: RouteHierarchy?
    /// Links by where they lead; empty where there is a hierarchy.
    private let arriving: ArrivingLinks?

    /// Times with all roads open and free, to go back to.
    private let openMetric: RouteMetric?
    private let openTimes: [Int64]

    /// Roads closed and slowed at present -- state.
    public private(set) var roads: RoadState
    /// Time on each link at present [ms] -- state.
    private var linkTimes: [Int64]
    private var metric: RouteMetric?
    private var search: RouteSearch
    private var rows: RouteRows

    /// State of the roads by number: 0 while all are open and free -- state.
    private var version: Int32 = 0
    /// Number of the latest state.
    private var versions: Int32 = 0

    /// Vertices up to which a row is made at the first question -- constant.
    private static let smallMap = 1000
    /// Questions that make a row worth its sweep on a larger map -- constant.
    private static let questionsForRow = 8

    /// Creates a table for a map with all roads open and free.
    ///
    /// - Complexity: little more than linear in the roads for a road network.
    public init(_ terrain: Terrain) {
        self.init(terrain, cuttingFrom: RouteHierarchy.largeMap)
    }

    /// Creates a table for a map that is cut into pieces first from so many vertices on.
    init(_ terrain: Terrain, cuttingFrom size: Int) {
        self.terrain = terrain
        let graph = RoadGraph(terrain)
        self.graph = graph
        hierarchy = RouteHierarchy(graph, on: terrain, cuttingFrom: size)
        arriving = hierarchy == nil ? ArrivingLinks(graph) : nil
        let roads = RoadState(roadCount: terrain.roads.count)
        self.roads = roads
        linkTimes = graph.links.map { link in
            guard link.road >= 0 else { return 0 }
            let road = RoadID(Int(link.road))
            return roads.milliseconds(terrain.roads[road.index], road)
        }
        openTimes = linkTimes
        metric = hierarchy.map { [linkTimes] in RouteMetric($0, linkTimes) }
        openMetric = metric
        search = RouteSearch(count: hierarchy?.count ?? 0)
        rows = RouteRows(places: terrain.namedPlaceCount)
    }

    // MARK: Changing

    /// Closes or opens a road.
    ///
    /// - Complexity: O(arcs whose times change), a small part of all.
    public mutating func set(_ road: RoadID, closed: Bool) {
        guard roads.isClosed(road) != closed else { return }
        roads.set(road, closed: closed)
        renew(road)
        let changed = links(of: road)
        if let hierarchy { metric?.update(hierarchy, links: changed, linkTimes) }
        takeVersion()
    }

    /// Sets the speed on all roads of a kind against that without traffic.
    ///
    /// - Parameters:
    ///   - kind: Kind of road.
    ///   - factor: Share of the speed without traffic, positive; 1 to go back to it.
    /// - Complexity: O(triangles), as at the beginning.
    public mutating func set(_ kind: RoadKind, speedFactor factor: Double) {
        guard roads.speedFactor(on: kind) != factor else { return }
        roads.set(kind, speedFactor: factor)
        for number in terrain.roads.indices where terrain.roads[number].kind == kind {
            renew(RoadID(number))
        }
        if let hierarchy { metric?.customize(hierarchy, linkTimes) }
        takeVersion()
    }

    /// Opens and frees all roads, for another drill.
    public mutating func reset() {
        guard version != 0 else { return }
        roads = RoadState(roadCount: terrain.roads.count)
        linkTimes = openTimes
        metric = openMetric
        version = 0
    }

    private mutating func takeVersion() {
        versions += 1
        version = versions
    }

    private func links(of road: RoadID) -> Range<Int> {
        Int(graph.firstLink[road.index])..<Int(graph.firstLink[road.index + 1])
    }

    private mutating func renew(_ road: RoadID) {
        let time = roads.milliseconds(terrain.roads[road.index], road)
        for link in links(of: road) { linkTimes[link] = time }
    }

    // MARK: Asking

    /// Returns where a road begins.
    public func start(of road: RoadID) -> PlaceID { terrain.roads[road.index].from }

    /// Returns where a road ends.
    public func end(of road: RoadID) -> PlaceID { terrain.roads[road.index].to }

    /// Returns the time to drive a road at present; `never` where it is closed.
    public func travelTime(on road: RoadID) -> SimDuration {
        Self.duration(roads.milliseconds(terrain.roads[road.index], road))
    }

    /// Returns the shortest time from one place to another at present.
    ///
    /// - Returns: Travel time; `never` where no open road leads there.
    /// - Complexity: O(1) for the places of a scenario once asked for often, else that of a climb.
    public mutating func travelTime(from origin: PlaceID, to destination: PlaceID) -> SimDuration {
        let named = terrain.namedPlaceCount
        guard origin.index < named, destination.index < named else {
            return Self.duration(milliseconds(from: origin, to: destination))
        }
        if let time = rows.time(from: origin.index, to: destination.index, version: version) {
            return Self.duration(time)
        }
        let questions = rows.count(destination.index, version: version)
        guard
            hierarchy == nil || graph.vertexCount <= Self.smallMap
                || questions >= Self.questionsForRow
        else { return Self.duration(milliseconds(from: origin, to: destination)) }
        let row = row(to: destination)
        rows.keep(row, to: destination.index, version: version)
        return Self.duration(row[origin.index])
    }

    /// Returns the shortest route from one place to another at present.
    ///
    /// - Returns: Its roads in order; nil where no open road leads there.
    /// - Complexity: that of a climb, and O(roads of the route) times the depth of the hierarchy.
    public mutating func route(from origin: PlaceID, to destination: PlaceID) -> [RoadID]? {
        let links: [Int32]?
        if let hierarchy, let metric {
            links = search.links(
                from: hierarchy.rank[origin.index],
                to: hierarchy.rank[Int(graph.arrival[destination.index])],
                hierarchy,
                metric,
                linkTimes
            )
        } else {
            links = tree(to: destination).links(from: origin.number, graph)
        }
        guard let links else { return nil }
        var result: [RoadID] = []
        for link in links where graph.links[Int(link)].road >= 0 {
            result.append(RoadID(Int(graph.links[Int(link)].road)))
        }
        return result
    }

    private mutating func milliseconds(from origin: PlaceID, to destination: PlaceID) -> Int64 {
        guard let hierarchy, let metric else {
            return tree(to: destination).milliseconds[origin.index]
        }
        return search.time(
            from: hierarchy.rank[origin.index],
            to: hierarchy.rank[Int(graph.arrival[destination.index])],
            hierarchy,
            metric
        )
    }

    /// Finds the times from all named places to one.
    private mutating func row(to destination: PlaceID) -> [Int64] {
        let named = terrain.namedPlaceCount
        guard let hierarchy, let metric else {
            return Array(tree(to: destination).milliseconds.prefix(named))
        }
        let goal = hierarchy.rank[Int(graph.arrival[destination.index])]
        let times = search.sweep(to: goal, hierarchy, metric)
        return (0..<named).map { times[Int(hierarchy.rank[$0])] }
    }

    private func tree(to destination: PlaceID) -> RouteTree {
        let arriving = arriving ?? ArrivingLinks(graph)
        return RouteTree(to: graph.arrival[destination.index], on: graph, arriving, linkTimes)
    }

    private static func duration(_ milliseconds: Int64) -> SimDuration {
        milliseconds < RouteMetric.blocked ? SimDuration(milliseconds: milliseconds) : .never
    }
}
