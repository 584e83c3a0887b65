import EventKernel

/// Shortest times from every vertex to one, by Dijkstra's plain method.
///
/// Used where roads are so entangled that no hierarchy can be prepared, and to check the hierarchy.
struct RouteTree: Sendable {
    /// Time from each vertex [ms]; `RouteMetric.blocked` where no open road leads on.
    private(set) var milliseconds: [Int64]
    /// Link that leads on from each vertex; −1 at the end and where none does.
    private(set) var next: [Int32]

    /// Finds the tree.
    ///
    /// The event calendar serves as its queue: both take the smallest time first and never look back.
    ///
    /// - Complexity: O((vertices + links) log vertices).
    init(to destination: Int32, on graph: RoadGraph, _ arriving: ArrivingLinks, _ times: [Int64]) {
        milliseconds = Array(repeating: RouteMetric.blocked, count: graph.vertexCount)
        next = Array(repeating: -1, count: graph.vertexCount)
        var isDone = Array(repeating: false, count: graph.vertexCount)
        var frontier = EventCalendar<Int32>()
        milliseconds[Int(destination)] = 0
        frontier.schedule(destination, at: .start, rank: 0)
        while let vertex = frontier.next() {
            guard !isDone[Int(vertex)] else { continue }
            isDone[Int(vertex)] = true
            let now = milliseconds[Int(vertex)]
            for link in arriving[vertex] where times[Int(link)] < RouteMetric.blocked {
                let tail = graph.links[Int(link)].tail
                let time = now + times[Int(link)]
                guard time < milliseconds[Int(tail)] else { continue }
                milliseconds[Int(tail)] = time
                next[Int(tail)] = link
                frontier.schedule(tail, at: SimTime(milliseconds: time), rank: 0)
            }
        }
    }

    /// Returns the links from a vertex to the end of the tree, or nil where none lead there.
    func links(from vertex: Int32, _ graph: RoadGraph) -> [Int32]? {
        guard milliseconds[Int(vertex)] < RouteMetric.blocked else { return nil }
        var result: [Int32] = []
        var link = next[Int(vertex)]
        while link >= 0 {
            result.append(link)
            link = next[Int(graph.links[Int(link)].head)]
        }
        return result
    }
}

/// The links of a graph by the vertex to which they lead.
struct ArrivingLinks: Sendable {
    private var first: [Int32]
    private var links: [Int32]

    /// Groups the links of a graph.
    init(_ graph: RoadGraph) {
        first = Array(repeating: 0, count: graph.vertexCount + 1)
        links = Array(repeating: 0, count: graph.links.count)
        for link in graph.links { first[Int(link.head) + 1] += 1 }
        for vertex in 0..<graph.vertexCount { first[vertex + 1] += first[vertex] }
        var slots = first
        for (number, link) in graph.links.enumerated() {
            links[Int(slots[Int(link.head)])] = Int32(number)
            slots[Int(link.head)] += 1
        }
    }

    /// Returns the links that lead to a vertex, in ascending order.
    subscript(vertex: Int32) -> ArraySlice<Int32> {
        links[Int(first[Int(vertex)])..<Int(first[Int(vertex) + 1])]
    }
}
