import EventKernel
import Terrain
import Vocabulary

/// Ways through the road network as they were when somebody set out on them.
///
/// The record says who left where and when, and when they came; the way between is looked for again on
/// the roads as they were at that instant. It is the one that was taken, since routes depend on nothing
/// else.
struct ReplayRoads {
    /// A way: where it begins, and its roads in order.
    struct Way: Hashable {
        let start: PlaceID
        let roads: [RoadID]
    }

    private let terrain: Terrain
    private var table: RouteTable
    /// Counter of changes of the roads.
    private var version = 0
    /// Ways by number.
    private(set) var ways: [Way] = []
    private var numbers: [Way: Int] = [:]
    private var known: [Question: Int?] = [:]

    private struct Question: Hashable {
        let from: PlaceID
        let to: PlaceID
        let version: Int
    }

    /// Prepares the routes of a map with all roads open.
    init(_ terrain: Terrain) {
        self.terrain = terrain
        table = RouteTable(terrain)
    }

    /// Closes, opens or slows roads.
    mutating func apply(_ change: RoadChange) {
        switch change {
        case .none: return
        case .closing(let road, let isClosed): table.set(road, closed: isClosed)
        case .speed(let kind, let factor): table.set(kind, speedFactor: factor)
        }
        version += 1
    }

    /// Returns the number of the way from one place to another; nil where no open road leads there.
    mutating func way(from: PlaceID, to: PlaceID) -> Int? {
        let question = Question(from: from, to: to, version: version)
        if let answer = known[question] { return answer }
        let answer = table.route(from: from, to: to).map { roads in
            number(of: Way(start: from, roads: roads))
        }
        known[question] = .some(answer)
        return answer
    }

    /// Returns the number of the way that consists of the first roads of another.
    mutating func way(_ way: Int, first count: Int) -> Int {
        number(of: Way(start: ways[way].start, roads: Array(ways[way].roads.prefix(count))))
    }

    private mutating func number(of way: Way) -> Int {
        if let number = numbers[way] { return number }
        ways.append(way)
        numbers[way] = ways.count - 1
        return ways.count - 1
    }

    /// Returns the time that a way takes with the roads as they are, free of chance.
    func time(of way: Int) -> SimDuration {
        ways[way].roads.reduce(.zero) { $0 + table.travelTime(on: $1) }
    }

    /// Returns the time on every road of a way with the roads as they are, free of chance.
    func times(of way: Int) -> [SimDuration] {
        ways[way].roads.map { table.travelTime(on: $0) }
    }

    /// Returns the time on a road as it is, free of chance; never where it is closed.
    func time(on road: RoadID) -> SimDuration { table.travelTime(on: road) }

    /// Returns where a way ends.
    func end(of way: Int) -> PlaceID {
        ways[way].roads.last.map { table.end(of: $0) } ?? ways[way].start
    }

    /// Places along a way, the first and the last included.
    func places(of way: Int) -> [PlaceID] {
        [ways[way].start] + ways[way].roads.map { table.end(of: $0) }
    }

    /// Shares of the time of a way at which its places are reached [0…1]; of equal parts where it takes
    /// no time.
    func shares(of way: Int) -> [Double] {
        let times = ways[way].roads.map { terrain.roads[$0.index].travelTime.seconds }
        let total = times.reduce(0, +)
        var sum = 0.0
        return [0]
            + times.enumerated().map { place, time in
                sum += total > 0 ? time / total : 1 / Double(times.count)
                return place == times.count - 1 ? 1 : min(1, sum)
            }
    }
}
