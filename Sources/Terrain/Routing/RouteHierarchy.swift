import Vocabulary

/// The roads prepared for quick questions: a customizable contraction hierarchy.
///
/// Vertices are ranked by an `Elimination`; arcs join each vertex to the higher ones that were its
/// neighbours when it went, so that a shortest way first climbs and then descends (Dibbelt, Strasser
/// and Wagner 2016). It depends on which roads there are, not on speeds and closures: these are in a
/// `RouteMetric`.
struct RouteHierarchy: Sendable {
    /// Rank of each vertex of the graph.
    private(set) var rank: [Int32]
    /// Position of the first arc up from each rank, and the end.
    private(set) var firstArc: [Int32] = [0]
    /// Lower end of each arc.
    private(set) var tails: [Int32] = []
    /// Higher end of each arc; those of one lower end ascend.
    private(set) var heads: [Int32] = []
    /// Position of the first arc down from each rank, and the end.
    private(set) var firstLower: [Int32] = []
    /// Arcs that end in a rank from below, by their lower ends.
    private(set) var lowerArcs: [Int32] = []
    /// Way of each link of the graph: twice its arc, and one more where it leads down.
    private(set) var wayOfLink: [Int32] = []
    /// Position of the first link of each way, and the end.
    private(set) var firstLinkOfWay: [Int32] = []
    /// Links grouped by way, in ascending order.
    private(set) var linksOfWay: [Int32] = []

    /// Number of ranks.
    var count: Int { rank.count }

    /// Steps of preparation that a map may take -- constant.
    ///
    /// A town takes a million, a metropolis of a hundred thousand crossings some hundred million.
    private static let stepLimit = Int64(1_000_000_000)

    /// Vertices from which on a map is cut into pieces first -- constant, by measurement.
    ///
    /// Towns and quarters of a few thousand crossings are put in order better without.
    static let largeMap = 5000

    /// Prepares a graph; nil where its roads are so entangled that it would take too long.
    ///
    /// - Parameters:
    ///   - graph: The roads.
    ///   - terrain: The map they are on.
    ///   - size: Vertices from which on it is cut into pieces first.
    /// - Complexity: O(triangles of the hierarchy), for road networks little more than linear.
    init?(_ graph: RoadGraph, on terrain: Terrain, cuttingFrom size: Int = largeMap) {
        let isLarge = graph.vertexCount >= size
        let cuts = isLarge ? Dissection(graph, points: graph.points(on: terrain)) : nil
        guard let elimination = Elimination(graph, cuts, stepsAtMost: Self.stepLimit) else {
            return nil
        }
        rank = Array(repeating: 0, count: graph.vertexCount)
        for (place, vertex) in elimination.order.enumerated() { rank[Int(vertex)] = Int32(place) }
        addArcs(elimination)
        groupLowerArcs()
        placeLinks(graph)
    }

    private mutating func addArcs(_ elimination: Elimination) {
        for (place, vertex) in elimination.order.enumerated() {
            var above = elimination.upper[Int(vertex)].map { rank[Int($0)] }
            above.sort()
            heads.append(contentsOf: above)
            for _ in above { tails.append(Int32(place)) }
            firstArc.append(Int32(heads.count))
        }
    }

    private mutating func groupLowerArcs() {
        firstLower = Self.starts(of: heads, count: count)
        lowerArcs = Self.grouped(heads, firstLower)
    }

    private mutating func placeLinks(_ graph: RoadGraph) {
        wayOfLink = graph.links.map { link in
            let (tail, head) = (rank[Int(link.tail)], rank[Int(link.head)])
            let arc = arc(from: min(tail, head), to: max(tail, head))
            return Int32(2 * arc + (tail < head ? 0 : 1))
        }
        firstLinkOfWay = Self.starts(of: wayOfLink, count: 2 * heads.count)
        linksOfWay = Self.grouped(wayOfLink, firstLinkOfWay)
    }

    /// Returns where the entries of each group begin among all, and the end.
    private static func starts(of groups: [Int32], count: Int) -> [Int32] {
        var starts = Array(repeating: Int32(0), count: count + 1)
        for group in groups { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        return starts
    }

    /// Returns the positions of entries by group, in ascending order within each.
    private static func grouped(_ groups: [Int32], _ starts: [Int32]) -> [Int32] {
        var slots = starts
        var result = Array(repeating: Int32(0), count: groups.count)
        for (position, group) in groups.enumerated() {
            result[Int(slots[Int(group)])] = Int32(position)
            slots[Int(group)] += 1
        }
        return result
    }

    /// Returns the arc between two ranks.
    ///
    /// - Precondition: There is one.
    func arc(from lower: Int32, to higher: Int32) -> Int {
        var (low, high) = (Int(firstArc[Int(lower)]), Int(firstArc[Int(lower) + 1]))
        while low < high {
            let middle = (low + high) / 2
            if heads[middle] < higher { low = middle + 1 } else { high = middle }
        }
        precondition(heads[low] == higher, "An arc joins the two.")
        return low
    }

    /// Returns the arcs up from a rank.
    func arcs(above rank: Int32) -> Range<Int> {
        Int(firstArc[Int(rank)])..<Int(firstArc[Int(rank) + 1])
    }

    /// Returns the lowest rank above one, to which a climb goes on; nil at the top.
    func parent(of rank: Int32) -> Int32? {
        let first = firstArc[Int(rank)]
        return first < firstArc[Int(rank) + 1] ? heads[Int(first)] : nil
    }

    /// Calls for all pairs of arcs that lead from one rank below to both ends of an arc, from the
    /// lowest rank upwards, until told to stop.
    ///
    /// - Parameters:
    ///   - arc: The arc above.
    ///   - body: Takes the arcs to its lower and its higher end; returns whether to go on.
    func forEachTriangle(below arc: Int, _ body: (_ toTail: Int, _ toHead: Int) -> Bool) {
        let (tail, head) = (Int(tails[arc]), Int(heads[arc]))
        var (left, right) = (Int(firstLower[tail]), Int(firstLower[head]))
        let (leftEnd, rightEnd) = (Int(firstLower[tail + 1]), Int(firstLower[head + 1]))
        while left < leftEnd, right < rightEnd {
            let (toTail, toHead) = (Int(lowerArcs[left]), Int(lowerArcs[right]))
            let (first, second) = (tails[toTail], tails[toHead])
            if first == second {
                guard body(toTail, toHead) else { return }
                left += 1
                right += 1
            } else if first < second {
                left += 1
            } else {
                right += 1
            }
        }
    }
}
