import EventKernel
import Vocabulary

/// Teams: turnout, travel, idleness, length of duty, and who was first of a kind.
struct TeamFold: ~Copyable {
    struct State: BitwiseCopyable, Sendable {
        var onDutySince = SimTime.never
        /// When it turned out for the trip that it is on; never where it is on none.
        var leftAt = SimTime.never
        var site = SiteID(0)
        var atSiteSince = SimTime.never
        var idleSince = SimTime.never
        var withdrawnAt = SimTime.never
    }

    private let kinds: [TeamKind]
    private var teams = Shelf<State>()
    private var turnouts: Int64 = 0
    private var turnoutTime: Int64 = 0
    private var trips: Int64 = 0
    private var travelTime: Int64 = 0
    private var siteTime: Int64 = 0
    private var idleTime: Int64 = 0
    private var longestDuty = SimDuration.zero
    /// First arrival of each kind.
    private(set) var firstArrivals: [Milestone]
    /// First order to a team of each kind.
    private(set) var firstOrders: [Milestone]

    init(kinds: [TeamKind]) {
        self.kinds = kinds
        teams.fill(State(), count: kinds.count)
        firstArrivals = Array(repeating: Milestone(), count: TeamKind.count)
        firstOrders = firstArrivals
    }

    /// Forgets everything, for another drill.
    mutating func begin() {
        teams.fill(State(), count: kinds.count)
        for index in firstArrivals.indices {
            firstArrivals[index].clear()
            firstOrders[index].clear()
        }
        (turnouts, turnoutTime, trips, travelTime) = (0, 0, 0, 0)
        (siteTime, idleTime, longestDuty) = (0, 0, .zero)
    }

    private func knows(_ team: TeamID) -> Bool { teams.indices.contains(team.index) }

    private func kind(_ team: TeamID) -> Int { Int(kinds[team.index].rawValue) }

    mutating func ordered(_ team: TeamID, _ task: Task, _ order: FactID, _ time: SimTime) {
        guard knows(team) else { return }
        firstOrders[kind(team)].note(order, time)
        // It is on its way home, or to another site, from the order on, as far as facts tell.
        if task.kind == .release || task.site != teams[team.index].site {
            leaves(team, at: time)
        }
    }

    mutating func turnsOut(_ team: TeamID, _ fact: Fact, ordered: SimTime) {
        guard knows(team) else { return }
        teams[team.index].onDutySince = min(teams[team.index].onDutySince, fact.time)
        teams[team.index].leftAt = fact.time
        guard !ordered.isNever else { return }
        turnouts += 1
        turnoutTime += (fact.time - ordered).milliseconds
    }

    /// A trip is from the station to a site, also where other orders came on the road.
    mutating func arrives(_ team: TeamID, at site: SiteID, _ fact: Fact) {
        guard knows(team) else { return }
        firstArrivals[kind(team)].note(fact)
        leaves(team, at: fact.time)
        comes(team, at: fact.time)
        teams[team.index].site = site
        teams[team.index].idleSince = fact.time
        let left = teams[team.index].leftAt
        guard !left.isNever else { return }
        teams[team.index].leftAt = .never
        trips += 1
        travelTime += (fact.time - left).milliseconds
    }

    mutating func begins(_ team: TeamID, at time: SimTime) {
        guard knows(team) else { return }
        endIdleness(team, at: time)
        // Who works has not gone: the order to go home was overtaken by another.
        if teams[team.index].atSiteSince.isNever { comes(team, at: time) }
    }

    private mutating func comes(_ team: TeamID, at time: SimTime) {
        teams[team.index].atSiteSince = time
        teams[team.index].idleSince = .never
    }

    mutating func stops(_ team: TeamID, _ reason: StopReason, at time: SimTime) {
        guard knows(team) else { return }
        let isAtSite = !teams[team.index].atSiteSince.isNever
        if isAtSite, teams[team.index].idleSince.isNever { teams[team.index].idleSince = time }
        if reason != .done { teams[team.index].withdrawnAt = time }
    }

    mutating func returns(_ team: TeamID, at time: SimTime) {
        guard knows(team) else { return }
        leaves(team, at: time)
        goesOffDuty(team, at: time)
    }

    private mutating func endIdleness(_ team: TeamID, at time: SimTime) {
        guard !teams[team.index].idleSince.isNever else { return }
        idleTime += (time - teams[team.index].idleSince).milliseconds
        teams[team.index].idleSince = .never
    }

    private mutating func leaves(_ team: TeamID, at time: SimTime) {
        guard !teams[team.index].atSiteSince.isNever else { return }
        endIdleness(team, at: time)
        siteTime += (time - teams[team.index].atSiteSince).milliseconds
        teams[team.index].atSiteSince = .never
    }

    private mutating func goesOffDuty(_ team: TeamID, at time: SimTime) {
        guard !teams[team.index].onDutySince.isNever else { return }
        longestDuty = max(longestDuty, time - teams[team.index].onDutySince)
        teams[team.index].onDutySince = .never
    }

    /// Returns when a team was last taken away from its task; never where it was not.
    func withdrawnAt(_ team: TeamID) -> SimTime {
        teams.indices.contains(team.index) ? teams[team.index].withdrawnAt : .never
    }

    mutating func finish(_ values: inout MeasureValues, end: SimTime) {
        for index in teams.indices {
            leaves(TeamID(index), at: max(end, .start))
            goesOffDuty(TeamID(index), at: end)
        }
        if turnouts > 0 {
            values[.secondsPerTurnout] = Double(turnoutTime) / Double(turnouts) / 1000
        }
        if trips > 0 { values[.secondsPerTravel] = Double(travelTime) / Double(trips) / 1000 }
        if siteTime > 0 {
            values[.teamIdleShare] = max(0, min(1, Double(idleTime) / Double(siteTime)))
        }
        values[.longestDutyHours] = longestDuty.hours
    }
}
