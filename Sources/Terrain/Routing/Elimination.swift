/// An order in which the vertices of a graph are taken away, each joining its neighbours.
///
/// The vertex with the fewest neighbours goes first, of equal ones that which has had so few for
/// longest. The order depends on the roads alone and not on their speeds, so that it holds for all
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
    init?(_ graph: RoadGraph, stepsAtMost limit: Int64) {
        let count = graph.vertexCount
        upper = Array(repeating: [], count: count)
        neighbours = Array(repeating: [], count: count)
        isGone = Array(repeating: false, count: count)
        mark = Array(repeating: 0, count: count)
        join(graph.links)
        for vertex in 0..<count { wait(Int32(vertex)) }
        order.reserveCapacity(count)
        var (lowest, steps) = (0, Int64(0))
        while order.count < count {
            guard let vertex = next(of: lowest) else {
                lowest += 1
                continue
            }
            let degree = Int64(neighbours[Int(vertex)].count)
            steps += degree * degree
            guard steps <= limit else { return nil }
            eliminate(vertex)
            lowest = max(0, lowest - 1)
        }
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
            if neighbours[Int(other)].count != before { wait(other) }
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
