/// An order in which the vertices of a graph are taken away, each joining its neighbours.
///
/// The vertex with the fewest neighbours goes first, of equal ones that which has had so few for
/// longest; where a map has been cut into pieces, the vertices of cuts go after the pieces they keep apart.
/// The order depends on the roads alone and not on their speeds, so that it holds for all
/// closures (Dibbelt, Strasser and Wagner 2016, customizable contraction hierarchies; order of minimum
/// degree).
struct Elimination {
    /// Vertices in the order in which they go.
    private(set) var order: [Int32] = []
    /// Neighbours of each vertex when it goes, in no particular order.
    private(set) var upper: [[Int32]]

    /// Vertices waiting, by number of neighbours; outdated entries are passed over.
    private var waiting: [Queue] = []
    /// Vertices still there and their neighbours.
    private var neighbours: [[Int32]]
    private var isGone: [Bool]
    /// Depth of the cut each vertex belongs to, those of the greatest going first; empty without cuts.
    private let depth: [Int32]
    /// Depth of those that go at present.
    private var stage = Dissection.inPiece
    /// Round in which each vertex was last marked.
    private var mark: [Int32]
    private var round: Int32 = 0

    private struct Queue {
        var vertices: [Int32] = []
        var first = 0
    }

    /// Finds the order, unless it would take more than so many steps.
    ///
    /// Road networks take few; only a map on which everything is joined with everything takes many.
    ///
    /// - Parameters:
    ///   - graph: The roads.
    ///   - cuts: Where a large map falls apart; nil for a small one.
    ///   - limit: Steps.
    init?(_ graph: RoadGraph, _ cuts: Dissection?, stepsAtMost limit: Int64) {
        let count = graph.vertexCount
        upper = Array(repeating: [], count: count)
        neighbours = Array(repeating: [], count: count)
        isGone = Array(repeating: false, count: count)
        mark = Array(repeating: 0, count: count)
        depth = cuts?.depth ?? []
        order.reserveCapacity(count)
        join(graph.links)
        var steps = Int64(0)
        guard takeAway(Array(0..<Int32(count)).filter { isDue($0) }, &steps, limit) else {
            return nil
        }
        guard let cuts else { return }
        for (number, vertices) in Self.groups(cuts).enumerated().reversed() {
            stage = Int32(number)
            guard takeAway(vertices, &steps, limit) else { return nil }
        }
    }

    /// Returns the vertices of cuts by depth.
    private static func groups(_ cuts: Dissection) -> [[Int32]] {
        var groups = Array(repeating: [Int32](), count: Int(cuts.depthCount))
        for (vertex, depth) in cuts.depth.enumerated() where depth != Dissection.inPiece {
            groups[Int(depth)].append(Int32(vertex))
        }
        return groups
    }

    private func isDue(_ vertex: Int32) -> Bool {
        depth.isEmpty || depth[Int(vertex)] == stage
    }

    /// Takes away all vertices of a stage.
    ///
    /// - Returns: Whether that took few enough steps.
    private mutating func takeAway(
        _ vertices: [Int32],
        _ steps: inout Int64,
        _ limit: Int64
    ) -> Bool {
        for vertex in vertices { wait(vertex) }
        let end = order.count + vertices.count
        var lowest = 0
        while order.count < end {
            guard let vertex = next(of: lowest) else {
                lowest += 1
                continue
            }
            let degree = Int64(neighbours[Int(vertex)].count)
            steps += degree * degree
            guard steps <= limit else { return false }
            eliminate(vertex)
            lowest = max(0, lowest - 1)
        }
        return true
    }

    private mutating func join(_ links: [RoadGraph.Link]) {
        for link in links where link.tail != link.head {
            neighbours[Int(link.tail)].append(link.head)
            neighbours[Int(link.head)].append(link.tail)
        }
        for vertex in neighbours.indices {
            round += 1
            let all = neighbours[vertex]
            neighbours[vertex].removeAll(keepingCapacity: true)
            for other in all where mark[Int(other)] != round {
                mark[Int(other)] = round
                neighbours[vertex].append(other)
            }
        }
    }

    private mutating func wait(_ vertex: Int32) {
        let degree = neighbours[Int(vertex)].count
        while waiting.count <= degree { waiting.append(Queue()) }
        waiting[degree].vertices.append(vertex)
    }

    private mutating func next(of degree: Int) -> Int32? {
        while waiting[degree].first < waiting[degree].vertices.count {
            let vertex = waiting[degree].vertices[waiting[degree].first]
            waiting[degree].first += 1
            if !isGone[Int(vertex)], neighbours[Int(vertex)].count == degree { return vertex }
        }
        waiting[degree] = Queue()
        return nil
    }

    private mutating func eliminate(_ vertex: Int32) {
        let around = neighbours[Int(vertex)]
        neighbours[Int(vertex)] = []
        isGone[Int(vertex)] = true
        order.append(vertex)
        upper[Int(vertex)] = around
        for other in around {
            let before = neighbours[Int(other)].count
            joinAll(around, to: other, without: vertex)
            if neighbours[Int(other)].count != before, isDue(other) { wait(other) }
        }
    }

    /// Makes others neighbours of a vertex that are not yet, and takes one away.
    private mutating func joinAll(_ others: [Int32], to vertex: Int32, without gone: Int32) {
        round += 1
        mark[Int(vertex)] = round
        var list = neighbours[Int(vertex)]
        neighbours[Int(vertex)] = []
        var hole: Int?
        for place in list.indices {
            if list[place] == gone { hole = place } else { mark[Int(list[place])] = round }
        }
        for other in others where mark[Int(other)] != round {
            if let place = hole {
                list[place] = other
                hole = nil
            } else {
                list.append(other)
            }
        }
        if let hole {
            let last = list.removeLast()
            if hole < list.count { list[hole] = last }
        }
        neighbours[Int(vertex)] = list
    }
}
