import EventKernel
import Terrain
import Vocabulary

/// A way that a team or convoy is making by road.
///
/// It is made up of the road being driven, which ends where the rest of the route begins; the route is
/// the shortest under the roads as they are, and is made anew when they change. Crews know at once how
/// roads are (assumption D: by radio and navigation).
struct Trip: BitwiseCopyable, Sendable {
    /// Place from which the rest of the way leads.
    private(set) var from: PlaceID
    /// When that place is or was reached.
    private(set) var leaves: SimTime
    /// Where the way ends.
    private(set) var to: PlaceID
    /// Time needed against that without traffic, not negative -- drawn for the trip.
    let factor: Double
    /// Road being driven to `from`, if any.
    private var road: RoadID?
    /// When that road was entered.
    private var entered: SimTime
    /// When the end is reached; never while no open road leads there.
    private(set) var arrives: SimTime

    /// Plans a way from a place.
    init(
        from: PlaceID,
        to: PlaceID,
        factor: Double,
        at now: SimTime,
        _ routes: inout RouteTable
    ) {
        self.from = from
        self.to = to
        self.factor = factor
        leaves = now
        entered = now
        arrives = now + routes.travelTime(from: from, to: to) * factor
    }

    /// Time that is left from the next place on, free of traffic, and on the road being driven.
    struct Rest: Equatable {
        let behindNextPlace: SimDuration
        let onRoad: SimDuration?
    }

    /// Goes along the route to where the trip is now, as long as roads are as they were.
    ///
    /// - Returns: What is left.
    mutating func advance(to now: SimTime, _ routes: inout RouteTable) -> Rest {
        if now >= leaves { passRoads(to: now, &routes) }
        return rest(&routes)
    }

    private mutating func passRoads(to now: SimTime, _ routes: inout RouteTable) {
        guard let route = routes.route(from: from, to: to) else {
            // Held up where it is.
            leaves = now
            road = nil
            return
        }
        let start = leaves
        var free = SimDuration.zero
        for next in route {
            entered = start + free * factor
            free = free + routes.travelTime(on: next)
            leaves = start + free * factor
            from = routes.end(of: next)
            road = next
            if now < leaves { return }
        }
    }

    private func rest(_ routes: inout RouteTable) -> Rest {
        Rest(
            behindNextPlace: routes.travelTime(from: from, to: to),
            onRoad: road.map { routes.travelTime(on: $0) }
        )
    }

    /// Makes for another place: from the next one that the trip comes to, or by turning round on the road
    /// where that is quicker and the road leads back.
    ///
    /// - Returns: Whether it turns round.
    mutating func divert(
        to other: PlaceID,
        at now: SimTime,
        _ routes: inout RouteTable
    ) -> Bool {
        _ = advance(to: now, &routes)
        to = other
        arrives = leaves + routes.travelTime(from: from, to: other) * factor
        guard let driven = road else { return false }
        let (start, end) = (routes.start(of: driven), routes.end(of: driven))
        let leadsBack =
            routes.travelTime(from: end, to: start) <= routes.travelTime(on: driven)
        let back =
            now + (now - entered) + routes.travelTime(from: start, to: other) * factor
        guard leadsBack, back < arrives else { return false }
        turnRound(on: driven, at: now, routes)
        arrives = back
        return true
    }

    /// Plans the rest of the way after roads have changed.
    ///
    /// A vehicle on a road that has been closed turns round to where it entered it. On one whose speed
    /// has changed it goes on at the new speed.
    ///
    /// - Parameters:
    ///   - before: What was left before the change.
    ///   - now: The instant.
    ///   - routes: Routes on the roads as they are now.
    /// - Returns: Whether it arrives at another time than before.
    mutating func replan(since before: Rest, at now: SimTime, _ routes: inout RouteTable) -> Bool {
        let after = rest(&routes)
        guard after != before else { return false }
        if let old = before.onRoad, let new = after.onRoad, let driven = road, old != new {
            if new.isNever {
                turnRound(on: driven, at: now, routes)
            } else if !old.isNever, old > .zero, leaves > now {
                leaves = now + (leaves - now) * (new.seconds / old.seconds)
            }
        }
        let old = arrives
        arrives = leaves + routes.travelTime(from: from, to: to) * factor
        return arrives != old
    }

    private mutating func turnRound(on driven: RoadID, at now: SimTime, _ routes: RouteTable) {
        from = routes.start(of: driven)
        leaves = now + (now - entered)
        entered = now
        road = nil
    }
}

extension GroundTruth {
    /// Changes the roads, and lets all who are on them go on as is best then.
    ///
    /// - Parameters:
    ///   - cause: Fact from which the change follows.
    ///   - moment: The instant and the record.
    ///   - change: The change.
    mutating func changeRoads(
        because cause: FactID,
        _ moment: inout Moment,
        _ change: (inout RouteTable) -> Void
    ) {
        let now = moment.now
        var onRoad: [(team: TeamID, rest: Trip.Rest)] = []
        for index in teams.indices {
            guard let rest = teams[index].trip?.advance(to: now, &routes) else { continue }
            onRoad.append((TeamID(index), rest))
        }
        var convoysOnRoad: [(convoy: ConvoyID, rest: Trip.Rest)] = []
        for index in convoys.indices where !convoys[index].isDelivered {
            guard let rest = convoys[index].trip?.advance(to: now, &routes) else { continue }
            convoysOnRoad.append((ConvoyID(index), rest))
        }
        change(&routes)
        for (team, rest) in onRoad { reroute(team, rest, cause, &moment) }
        for (convoy, rest) in convoysOnRoad { reroute(convoy, rest, now) }
    }

    private mutating func reroute(
        _ team: TeamID,
        _ rest: Trip.Rest,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        guard teams[team.index].trip?.replan(since: rest, at: moment.now, &routes) == true,
            let trip = teams[team.index].trip
        else { return }
        teams[team.index].lastFact = moment.record(
            .rerouted(team, isHeld: trip.arrives.isNever),
            because: cause
        )
        teams[team.index].epoch += 1
        outbox.schedule(arrival(of: team), at: trip.arrives, .movement)
    }

    private mutating func reroute(_ convoy: ConvoyID, _ rest: Trip.Rest, _ now: SimTime) {
        guard convoys[convoy.index].trip?.replan(since: rest, at: now, &routes) == true,
            let trip = convoys[convoy.index].trip
        else { return }
        outbox.schedule(.convoyArrives(convoy), at: trip.arrives, .movement)
    }
}
