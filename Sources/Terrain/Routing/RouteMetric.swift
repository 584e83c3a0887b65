/// Driving times on the arcs of a hierarchy, as roads and speeds are at present.
///
/// Each arc holds the shortest time between its ends over roads and lower ranks, so that a search need
/// only climb.
struct RouteMetric: Sendable {
    /// Time on each way: up at twice the arc, down at one more [ms] -- state.
    private(set) var times: [Int64]
    /// Arcs to be looked at again, one bit each; empty but within a change -- state.
    private var touched: [UInt64]

    /// Time where no open road leads [ms], large but not so large that sums overflow -- constant.
    static let blocked = Int64.max / 4

    /// Works out all times.
    ///
    /// - Parameters:
    ///   - hierarchy: The prepared roads.
    ///   - linkTimes: Time on each link [ms], `blocked` where it is closed.
    /// - Complexity: O(triangles).
    init(_ hierarchy: RouteHierarchy, _ linkTimes: [Int64]) {
        times = []
        touched = Array(repeating: 0, count: hierarchy.heads.count / 64 + 1)
        customize(hierarchy, linkTimes)
    }

    /// Works out all times anew, as after a change of speed on many roads.
    ///
    /// - Complexity: O(triangles).
    mutating func customize(_ hierarchy: RouteHierarchy, _ linkTimes: [Int64]) {
        times = Array(repeating: Self.blocked, count: 2 * hierarchy.heads.count)
        for (link, way) in hierarchy.wayOfLink.enumerated() {
            times[Int(way)] = min(times[Int(way)], linkTimes[link])
        }
        let (heads, firstArc) = (hierarchy.heads, hierarchy.firstArc)
        for rank in 0..<hierarchy.count {
            let end = Int(firstArc[rank + 1])
            for arc in Int(firstArc[rank])..<end {
                let (up, down) = (times[2 * arc], times[2 * arc + 1])
                var above = Int(firstArc[Int(heads[arc])])
                for other in (arc + 1)..<end {
                    while heads[above] < heads[other] { above += 1 }
                    let there = down + times[2 * other]
                    let back = up + times[2 * other + 1]
                    if there < times[2 * above] { times[2 * above] = there }
                    if back < times[2 * above + 1] { times[2 * above + 1] = back }
                }
            }
        }
    }

    /// Works out anew what depends on some links.
    ///
    /// - Complexity: O(triangles of the arcs that change), a small part of all.
    mutating func update(
        _ hierarchy: RouteHierarchy,
        links: Range<Int>,
        _ linkTimes: [Int64]
    ) {
        for link in links { touch(Int(hierarchy.wayOfLink[link]) / 2) }
        var word = 0
        while word < touched.count {
            guard touched[word] != 0 else {
                word += 1
                continue
            }
            let arc = word * 64 + touched[word].trailingZeroBitCount
            touched[word] &= touched[word] - 1
            renew(arc, hierarchy, linkTimes)
        }
    }

    private mutating func touch(_ arc: Int) {
        touched[arc / 64] |= 1 << UInt64(arc % 64)
    }

    /// Works out an arc anew; where it changes, those that may lead over it are to be looked at too.
    private mutating func renew(_ arc: Int, _ hierarchy: RouteHierarchy, _ linkTimes: [Int64]) {
        var up = shortestLink(2 * arc, hierarchy, linkTimes)
        var down = shortestLink(2 * arc + 1, hierarchy, linkTimes)
        hierarchy.forEachTriangle(below: arc) { toTail, toHead in
            up = min(up, times[2 * toTail + 1] + times[2 * toHead])
            down = min(down, times[2 * toHead + 1] + times[2 * toTail])
            return true
        }
        up = min(up, Self.blocked)
        down = min(down, Self.blocked)
        guard up != times[2 * arc] || down != times[2 * arc + 1] else { return }
        times[2 * arc] = up
        times[2 * arc + 1] = down
        let head = hierarchy.heads[arc]
        for other in hierarchy.arcs(above: hierarchy.tails[arc]) where other != arc {
            let far = hierarchy.heads[other]
            touch(hierarchy.arc(from: min(head, far), to: max(head, far)))
        }
    }

    private func shortestLink(
        _ way: Int,
        _ hierarchy: RouteHierarchy,
        _ linkTimes: [Int64]
    ) -> Int64 {
        var best = Self.blocked
        let places = Int(hierarchy.firstLinkOfWay[way])..<Int(hierarchy.firstLinkOfWay[way + 1])
        for place in places { best = min(best, linkTimes[Int(hierarchy.linksOfWay[place])]) }
        return best
    }
}
