public import Command
public import DrillModel
public import EventKernel
import GroundTruth
import Terrain
public import Vocabulary

/// What becomes of teams on their first way to a site when a bridge closes, and what must.
///
/// The way of every team is worked out apart, from the map and from when the team left; then the drill is
/// played again under the same luck with the bridge closed.
public struct BridgeClosing {
    /// Both directions of the bridge.
    public let bridge: [RoadID]
    /// When it closes.
    public let time: SimTime
    /// Teams that are on the road when it closes and have it ahead or under their wheels.
    public private(set) var ahead: Set<TeamID> = []
    /// Teams that would leave after that and cross it.
    public private(set) var later: Set<TeamID> = []
    /// Teams that have crossed it, or never do.
    public private(set) var others: Set<TeamID> = []
    /// Teams on their first way of which the record with the closure says that they go another way.
    public private(set) var rerouted: Set<TeamID> = []
    /// Teams whose first arrival is later with the closure, or never.
    public private(set) var delayed: Set<TeamID> = []
    /// Teams whose first arrival is earlier with the closure.
    public private(set) var hastened: Set<TeamID> = []

    /// A first way of a team.
    private struct Way {
        let left: SimTime
        var arrives: SimTime?
        var rerouted = false
    }

    /// Plays a drill without and with a closure; nil where no bridge is crossed by three teams or more.
    ///
    /// - Parameters:
    ///   - scenario: A scenario in which ways take just the time of their roads.
    ///   - plan: The plan.
    ///   - seed: Seed of both drills.
    ///   - bridges: Both directions of each bridge that may close.
    public init?(_ scenario: Scenario, _ plan: Plan, seed: UInt64, bridges: [[RoadID]]) {
        let ways = Self.ways(DrillRecord(scenario, plan, seed: seed))
        var table = RouteTable(scenario.terrain)
        // When each team enters and leaves each road of its way.
        var spans: [TeamID: [RoadID: (enters: SimTime, leaves: SimTime)]] = [:]
        for (team, way) in ways {
            let station = scenario.register.teams[team.index].station
            let staging = scenario.register.sites[0].staging
            var now = way.left
            for road in table.route(from: station, to: staging) ?? [] {
                let leaves = now + table.travelTime(on: road)
                spans[team, default: [:]][road] = (now, leaves)
                now = leaves
            }
        }
        func crossings(_ bridge: [RoadID]) -> [(enters: SimTime, leaves: SimTime)] {
            spans.values.compactMap { span in bridge.compactMap { span[$0] }.first }
        }
        let busiest = bridges.max { crossings($0).count < crossings($1).count }
        guard let busiest, crossings(busiest).count >= 3 else { return nil }
        let entries = crossings(busiest).map(\.enters).sorted()
        bridge = busiest
        // Half of those who cross it have entered it.
        time = entries[entries.count / 2] + SimDuration(milliseconds: 1)
        for (team, way) in ways {
            let crossing = bridge.compactMap { spans[team]?[$0] }.first
            guard let crossing, crossing.leaves > time else {
                others.insert(team)
                continue
            }
            if way.left > time { later.insert(team) } else { ahead.insert(team) }
        }
        compare(scenario, plan, seed, ways)
    }

    private mutating func compare(
        _ scenario: Scenario,
        _ plan: Plan,
        _ seed: UInt64,
        _ before: [TeamID: Way]
    ) {
        var closed = scenario
        closed.injects += bridge.map { Inject(at: time, .road($0, closed: true)) }
        let after = Self.ways(DrillRecord(closed, plan, seed: seed))
        for (team, way) in before {
            if after[team]?.rerouted == true { rerouted.insert(team) }
            let (old, new) = (way.arrives ?? .never, after[team]?.arrives ?? .never)
            if new > old { delayed.insert(team) }
            if new < old { hastened.insert(team) }
        }
    }

    /// Returns the first way of every team.
    private static func ways(_ record: DrillRecord) -> [TeamID: Way] {
        var ways: [TeamID: Way] = [:]
        for fact in record.facts {
            switch fact.content {
            case .turnedOut(let team) where ways[team] == nil: ways[team] = Way(left: fact.time)
            case .rerouted(let team, _) where ways[team]?.arrives == nil:
                ways[team]?.rerouted = true
            case .arrived(let team, _) where ways[team]?.arrives == nil:
                ways[team]?.arrives = fact.time
            default: break
            }
        }
        return ways
    }
}

extension Scenario {
    /// Puts so many fire teams at places of the map and sends ways that take just the time of their roads.
    ///
    /// - Parameters:
    ///   - stations: Where the teams are stationed.
    ///   - staging: Where the first site gathers them.
    public mutating func station(fireTeamsAt stations: [PlaceID], toGatherAt staging: PlaceID) {
        let others = register.teams.filter { $0.kind != .fire }
        let pattern = register.teams[0]
        register.teams = stations.map { place in
            var team = pattern
            team.station = place
            team.turnout = .uniform(low: 30, high: 600)
            return team
        }
        register.teams += others
        register.sites[0].staging = staging
        truth.work.travelFactor = .constant(1)
    }
}
