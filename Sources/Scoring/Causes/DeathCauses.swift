import EventKernel
import Vocabulary

/// Lays every death to the link of its why-chain that took longest.
///
/// Who dies at once dies of the hazard. From injury to being reached, the why-chain of the first team
/// that came divides the time; what is left until somebody is found was search. From then on the
/// casualty's own steps divide it. Time after definitive care has begun is not counted: what matters is
/// why it began so late. A death that no team could have prevented, since turning out and travelling
/// alone took longer, is apart.
struct DeathCauses {
    /// Why-chain of the first team to arrive; empty where none came.
    let arrival: [ChainSegment]
    /// When it came; never where none did.
    let arrivedAt: SimTime
    /// Link to blame where no team came at all.
    let withoutTeams: CauseLink

    /// Time of turning out and travelling alone of the first team -- derived.
    private let reach: SimDuration

    init(
        arrival: [ChainSegment],
        arrivedAt: SimTime,
        withoutTeams: CauseLink
    ) {
        self.arrival = arrival
        self.arrivedAt = arrivedAt
        self.withoutTeams = withoutTeams
        var times = LinkTimes()
        times.add(arrival, from: .start, to: .never)
        reach = times[.turnout] + times[.travel]
    }

    /// Returns the link to which a death is laid.
    ///
    /// - Parameters:
    ///   - casualty: Who died.
    ///   - withdrawn: When the team that found the casualty was last taken away; never where it was not.
    /// - Returns: The link that took longest.
    func link(of casualty: CasualtyEntry, _ withdrawn: SimTime) -> CauseLink {
        guard casualty.place != .atOnce, casualty.diedAt > casualty.hurtAt else { return .hazard }
        let died = casualty.diedAt
        let reached = min(casualty.foundAt, casualty.departedAt, died)
        if reached == died, !arrivedAt.isNever, casualty.hurtAt + reach >= died {
            return .beyondReach
        }
        var times = LinkTimes()
        addWaiting(casualty, until: reached, to: &times)
        addCare(casualty, withdrawn, from: reached, to: &times)
        return times.longest ?? .hazard
    }

    /// From injury to being reached.
    private func addWaiting(
        _ casualty: CasualtyEntry,
        until reached: SimTime,
        to times: inout LinkTimes
    ) {
        guard !arrivedAt.isNever else {
            times.add(reached - casualty.hurtAt, to: withoutTeams)
            return
        }
        times.add(arrival, from: casualty.hurtAt, to: reached)
        times.add(reached - max(arrivedAt, casualty.hurtAt), to: .search)
    }

    /// From being reached to death or definitive care.
    private func addCare(
        _ casualty: CasualtyEntry,
        _ withdrawn: SimTime,
        from reached: SimTime,
        to times: inout LinkTimes
    ) {
        let end = min(casualty.operatedAt, casualty.diedAt)
        var now = reached
        func advance(to next: SimTime, spentOn link: CauseLink) {
            let next = min(next, end)
            times.add(next - now, to: link)
            now = max(now, next)
        }
        if casualty.wasTrapped {
            if withdrawn > reached {
                advance(to: min(withdrawn, casualty.freedAt), spentOn: .freeing)
            }
            let isAbandoned = withdrawn < casualty.freedAt && withdrawn >= reached
            advance(to: casualty.freedAt, spentOn: isAbandoned ? .withdrawal : .freeing)
        }
        let gone = min(casualty.departedAt, casualty.turnedAwayAt, casualty.caredForAt)
        advance(to: min(casualty.collectedAt, gone), spentOn: .travel)
        advance(to: gone, spentOn: casualty.lackedSupplies ? .stock : .queue)
        advance(to: min(casualty.turnedAwayAt, casualty.caredForAt), spentOn: .travel)
        advance(to: casualty.caredForAt, spentOn: .hospital)
        advance(to: end, spentOn: .care)
    }
}

extension Measure {
    /// Column of the deaths that are laid to a link; nil for a link that has none.
    static func deaths(by link: CauseLink) -> Measure? {
        guard link.rawValue <= CauseLink.withdrawal.rawValue else { return nil }
        return Measure(rawValue: Measure.deathsByHazard.rawValue + link.rawValue)
    }

    /// Column of the late first arrivals that are laid to a link; what is none of theirs happened
    /// before anybody knew that a team was needed.
    static func lateArrivals(by link: CauseLink) -> Measure {
        switch link {
        case .reporting: .lateArrivalsByReporting
        case .loss: .lateArrivalsByLoss
        case .deciding: .lateArrivalsByDeciding
        case .ordering: .lateArrivalsByOrdering
        case .turnout: .lateArrivalsByTurnout
        case .travel: .lateArrivalsByTravel
        default: .lateArrivalsByDetection
        }
    }

    /// Column of the missed goals that are laid to a link.
    static func missedGoals(by link: CauseLink) -> Measure {
        switch link {
        case .hazard: .missedGoalsByHazard
        case .detection: .missedGoalsByDetection
        case .reporting, .loss: .missedGoalsByReporting
        case .deciding, .ordering: .missedGoalsByCommand
        case .turnout, .travel, .beyondReach: .missedGoalsByMovement
        case .search, .freeing, .withdrawal: .missedGoalsByRescue
        case .queue, .hospital, .care: .missedGoalsByCare
        case .stock: .missedGoalsBySupplies
        case .work: .missedGoalsByWork
        }
    }
}
