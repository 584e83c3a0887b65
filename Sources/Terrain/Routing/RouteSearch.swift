/// Shortest ways over a hierarchy, with the room that a search needs, kept from one to the next.
///
/// A climb visits the ranks above a vertex from the lowest upwards and needs no queue (Buchhold,
/// Sanders and Wagner 2019).
struct RouteSearch: Sendable {
    /// Time to each rank from the start, or from each rank to the end [ms]; `blocked` between searches.
    private var ahead: [Int64]
    private var behind: [Int64]
    /// Way on which each rank was reached from the start, or leads on to the end.
    private var aheadWays: [Int32]
    private var behindWays: [Int32]

    private static let blocked = RouteMetric.blocked

    /// Makes room for searches in a hierarchy.
    init(count: Int) {
        ahead = Array(repeating: Self.blocked, count: count)
        behind = ahead
        aheadWays = Array(repeating: -1, count: count)
        behindWays = aheadWays
    }

    /// Returns the shortest time from one rank to another [ms]; `blocked` or more where none leads.
    ///
    /// - Complexity: O(arcs above the two ranks).
    mutating func time(
        from origin: Int32,
        to destination: Int32,
        _ hierarchy: RouteHierarchy,
        _ metric: RouteMetric
    ) -> Int64 {
        climb(from: origin, to: destination, hierarchy, metric)
        let best = meet(from: origin, hierarchy).time
        clear(from: origin, to: destination, hierarchy)
        return best
    }

    /// Finds the shortest way from one rank to another.
    ///
    /// - Parameters:
    ///   - origin: Where it begins.
    ///   - destination: Where it ends.
    ///   - hierarchy: The prepared roads.
    ///   - metric: Times.
    ///   - linkTimes: Time on each link [ms].
    /// - Returns: Its links; nil where no way leads there.
    mutating func links(
        from origin: Int32,
        to destination: Int32,
        _ hierarchy: RouteHierarchy,
        _ metric: RouteMetric,
        _ linkTimes: [Int64]
    ) -> [Int32]? {
        climb(from: origin, to: destination, hierarchy, metric)
        let (best, top) = meet(from: origin, hierarchy)
        var ways: [Int32] = []
        if best < Self.blocked {
            var rank = top
            while rank != destination {
                ways.append(behindWays[Int(rank)])
                rank = hierarchy.tails[Int(behindWays[Int(rank)]) / 2]
            }
            ways.reverse()
            rank = top
            while rank != origin {
                ways.append(aheadWays[Int(rank)])
                rank = hierarchy.tails[Int(aheadWays[Int(rank)]) / 2]
            }
        }
        clear(from: origin, to: destination, hierarchy)
        return best < Self.blocked ? unpack(ways, hierarchy, metric, linkTimes) : nil
    }

    private mutating func climb(
        from origin: Int32,
        to destination: Int32,
        _ hierarchy: RouteHierarchy,
        _ metric: RouteMetric
    ) {
        Self.climb(from: origin, direction: 0, hierarchy, metric, &ahead, &aheadWays)
        Self.climb(from: destination, direction: 1, hierarchy, metric, &behind, &behindWays)
    }

    /// Finds the times to all ranks above one, driving up, or down where the direction is 1.
    private static func climb(
        from start: Int32,
        direction: Int,
        _ hierarchy: RouteHierarchy,
        _ metric: RouteMetric,
        _ reached: inout [Int64],
        _ ways: inout [Int32]
    ) {
        reached[Int(start)] = 0
        var rank = start
        while true {
            let arcs = hierarchy.arcs(above: rank)
            guard !arcs.isEmpty else { return }
            let time = reached[Int(rank)]
            if time < blocked {
                for arc in arcs {
                    let head = Int(hierarchy.heads[arc])
                    let candidate = time + metric.times[2 * arc + direction]
                    if candidate < reached[head] {
                        reached[head] = candidate
                        ways[head] = Int32(2 * arc + direction)
                    }
                }
            }
            rank = hierarchy.heads[arcs.lowerBound]
        }
    }

    /// Returns the rank over which the shortest way leads, of equal ones the lowest, and its time.
    private func meet(from origin: Int32, _ hierarchy: RouteHierarchy) -> (time: Int64, top: Int32)
    {
        var best = (time: Self.blocked, top: origin)
        var rank: Int32? = origin
        while let place = rank {
            let time = ahead[Int(place)] + behind[Int(place)]
            if time < best.time { best = (time, place) }
            rank = hierarchy.parent(of: place)
        }
        return best
    }

    private mutating func clear(
        from origin: Int32,
        to destination: Int32,
        _ hierarchy: RouteHierarchy
    ) {
        var rank: Int32? = origin
        while let place = rank {
            ahead[Int(place)] = Self.blocked
            rank = hierarchy.parent(of: place)
        }
        rank = destination
        while let place = rank {
            behind[Int(place)] = Self.blocked
            rank = hierarchy.parent(of: place)
        }
    }

    /// Turns ways between ranks into links; the last way of the list comes first.
    private func unpack(
        _ ways: [Int32],
        _ hierarchy: RouteHierarchy,
        _ metric: RouteMetric,
        _ linkTimes: [Int64]
    ) -> [Int32] {
        var waiting = ways
        var links: [Int32] = []
        while let way = waiting.popLast() {
            let time = metric.times[Int(way)]
            let places =
                Int(
                    hierarchy.firstLinkOfWay[Int(way)]
                )..<Int(hierarchy.firstLinkOfWay[Int(way) + 1])
            if let place = places.first(where: {
                linkTimes[Int(hierarchy.linksOfWay[$0])] == time
            }) {
                links.append(hierarchy.linksOfWay[place])
                continue
            }
            let isDown = way % 2 == 1
            hierarchy.forEachTriangle(below: Int(way) / 2) { toTail, toHead in
                let first = isDown ? 2 * toHead + 1 : 2 * toTail + 1
                let second = isDown ? 2 * toTail : 2 * toHead
                guard metric.times[first] + metric.times[second] == time else { return true }
                waiting.append(Int32(second))
                waiting.append(Int32(first))
                return false
            }
        }
        return links
    }

    /// Returns the times from all ranks to one [ms]; `blocked` where no way leads.
    ///
    /// - Complexity: O(arcs), one sweep from the top down (Delling, Goldberg, Nowatzyk and Werneck
    ///   2011).
    mutating func sweep(
        to destination: Int32,
        _ hierarchy: RouteHierarchy,
        _ metric: RouteMetric
    ) -> [Int64] {
        var times = Array(repeating: Self.blocked, count: hierarchy.count)
        Self.climb(from: destination, direction: 1, hierarchy, metric, &times, &behindWays)
        for rank in stride(from: hierarchy.count - 1, through: 0, by: -1) {
            var best = times[rank]
            for arc in hierarchy.arcs(above: Int32(rank)) {
                best = min(best, metric.times[2 * arc] + times[Int(hierarchy.heads[arc])])
            }
            times[rank] = best
        }
        return times
    }
}
