import EventKernel

/// Lines along which a large map falls apart, found by nested dissection.
///
/// A piece of the map is cut in two along a straight line, in one of four directions and at a place
/// where few roads cross it; the vertices beside the line keep the halves apart and are taken away
/// after both (George 1973; cuts by coordinates as in recursive inertial bisection). A town has few
/// bridges and main roads between its quarters, so that few vertices keep much apart.
struct Dissection {
    /// Depth of the cut that each vertex belongs to, 0 for the first; `inPiece` for all others.
    private(set) var depth: [Int32]
    /// Number of depths at which there are cuts.
    private(set) var depthCount: Int32 = 0

    /// Depth of vertices that belong to no cut -- constant.
    static let inPiece = Int32.max
    /// Vertices of a piece that is cut no more -- constant, by measurement.
    private static let smallPiece = 400
    /// Share of a piece that at least remains on either side of a cut -- constant, by measurement.
    private static let leastShare = 0.3

    private let adjacency: Adjacency
    /// Vertices by how far they lie in each direction; those of a piece are together in all.
    private var ordered: [[Int32]]
    /// Piece of each vertex -- state.
    private var piece: [Int32]
    private var pieceCount: Int32 = 0
    /// Place of each vertex in the direction that is looked at -- state.
    private var place: [Int32]
    /// Where each vertex of a piece goes that is cut -- state.
    private var side: [Side]

    private enum Side: UInt8 {
        case first, second, cut
    }

    /// A piece: vertices that stand together in every order.
    private struct Piece {
        let range: Range<Int>
        let depth: Int32
    }

    /// Cuts a graph until all pieces are small.
    ///
    /// - Parameters:
    ///   - graph: The roads.
    ///   - points: Where each vertex is.
    /// - Complexity: O(n log n) for *n* roads.
    init(_ graph: RoadGraph, points: [Point]) {
        let count = graph.vertexCount
        adjacency = Adjacency(graph)
        depth = Array(repeating: Self.inPiece, count: count)
        piece = Array(repeating: 0, count: count)
        place = Array(repeating: 0, count: count)
        side = Array(repeating: .first, count: count)
        ordered = Self.directions.map { Self.order(points, east: $0.east, north: $0.north) }
        var waiting = [Piece(range: 0..<count, depth: 0)]
        while let next = waiting.popLast() {
            if next.range.count > Self.smallPiece { waiting.append(contentsOf: cut(next)) }
        }
    }

    private static let directions = [
        (east: 1.0, north: 0.0), (east: 0.0, north: 1.0), (east: 1.0, north: 1.0),
        (east: 1.0, north: -1.0),
    ]

    private static func order(_ points: [Point], east: Double, north: Double) -> [Int32] {
        let far = points.map { $0.eastMeters * east + $0.northMeters * north }
        return points.indices.map { Int32($0) }.sorted { left, right in
            let (here, there) = (far[Int(left)], far[Int(right)])
            return here != there ? here < there : left < right
        }
    }

    // MARK: Cutting

    /// Cuts a piece and returns the two halves.
    private mutating func cut(_ whole: Piece) -> [Piece] {
        var best: (direction: Int, place: Int, crossings: Int32) = (0, 0, .max)
        for direction in ordered.indices {
            let (place, crossings) = fewestCrossings(whole.range, direction)
            if crossings < best.crossings { best = (direction, place, crossings) }
        }
        depthCount = max(depthCount, whole.depth + 1)
        let ends = divide(whole, best.direction, at: best.place)
        return [whole.range.lowerBound..<ends.0, ends.0..<ends.1].map { range in
            pieceCount += 1
            for vertex in ordered[0][range] { piece[Int(vertex)] = pieceCount }
            return Piece(range: range, depth: whole.depth + 1)
        }
    }

    /// Finds where the fewest roads lead from what comes before in a direction to what comes behind, and
    /// of equal places the one nearest to the middle.
    private mutating func fewestCrossings(_ range: Range<Int>, _ direction: Int) -> (Int, Int32) {
        let vertices = ordered[direction][range]
        for (number, vertex) in vertices.enumerated() { place[Int(vertex)] = Int32(number) }
        let least = max(1, Int(Double(range.count) * Self.leastShare))
        var (best, bestPlace, open) = (Int32.max, 0, Int32(0))
        for (number, vertex) in vertices.enumerated() {
            for other in adjacency[vertex] where piece[Int(other)] == piece[Int(vertex)] {
                open += place[Int(other)] > Int32(number) ? 1 : -1
            }
            let behind = number + 1
            guard behind >= least, behind <= range.count - least else { continue }
            let isNearer = abs(2 * behind - range.count) < abs(2 * bestPlace - range.count)
            if open < best || open == best && isNearer { (best, bestPlace) = (open, behind) }
        }
        return (bestPlace, best)
    }

    /// Puts the vertices of a piece into two halves and the cut between them, in every order.
    ///
    /// - Returns: Where the first half and the second half end.
    private mutating func divide(_ whole: Piece, _ direction: Int, at end: Int) -> (Int, Int) {
        let vertices = ordered[direction][whole.range]
        for (number, vertex) in vertices.enumerated() {
            side[Int(vertex)] = number < end ? .first : .second
        }
        let first = border(vertices, of: .first, to: .second)
        let second = border(vertices, of: .second, to: .first)
        for vertex in first.count <= second.count ? first : second {
            side[Int(vertex)] = .cut
            depth[Int(vertex)] = whole.depth
        }
        var ends = (0, 0)
        for order in ordered.indices { ends = regroup(order, whole.range) }
        return ends
    }

    private func border(_ vertices: ArraySlice<Int32>, of here: Side, to there: Side) -> [Int32] {
        vertices.filter { vertex in
            side[Int(vertex)] == here
                && adjacency[vertex].contains { other in
                    piece[Int(other)] == piece[Int(vertex)] && side[Int(other)] == there
                }
        }
    }

    /// Brings the first half of a range to its beginning and the cut to its end, each in its order.
    private mutating func regroup(_ order: Int, _ range: Range<Int>) -> (Int, Int) {
        let vertices = Array(ordered[order][range])
        var next = range.lowerBound
        var ends: [Int] = []
        for group in [Side.first, .second, .cut] {
            for vertex in vertices where side[Int(vertex)] == group {
                ordered[order][next] = vertex
                next += 1
            }
            ends.append(next)
        }
        // What is cut belongs to no piece any more.
        for vertex in vertices where side[Int(vertex)] == .cut { piece[Int(vertex)] = -1 }
        return (ends[0], ends[1])
    }
}

/// Neighbours of every vertex of a graph, each link from both of its ends.
private struct Adjacency {
    private var first: [Int32]
    private var others: [Int32]

    init(_ graph: RoadGraph) {
        first = Array(repeating: 0, count: graph.vertexCount + 1)
        for link in graph.links where link.tail != link.head {
            first[Int(link.tail) + 1] += 1
            first[Int(link.head) + 1] += 1
        }
        for vertex in 0..<graph.vertexCount { first[vertex + 1] += first[vertex] }
        others = Array(repeating: 0, count: Int(first[graph.vertexCount]))
        var slots = first
        for link in graph.links where link.tail != link.head {
            for (from, to) in [(link.tail, link.head), (link.head, link.tail)] {
                others[Int(slots[Int(from)])] = to
                slots[Int(from)] += 1
            }
        }
    }

    subscript(vertex: Int32) -> ArraySlice<Int32> {
        others[Int(first[Int(vertex)])..<Int(first[Int(vertex) + 1])]
    }
}
