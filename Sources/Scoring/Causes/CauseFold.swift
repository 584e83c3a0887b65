import EventKernel
import Vocabulary

/// Lays deaths, late arrivals and missed goals to links of their why-chains, once a drill is over.
extension Fold {
    func finishCauses(_ values: inout MeasureValues, along trace: borrowing Trace) {
        let first = Measure.deathsByHazard.rawValue
        for raw in first...Measure.missedGoalsByWork.rawValue {
            if let measure = Measure(rawValue: raw) { values[measure] = 0 }
        }
        finishDeaths(&values, trace)
        finishArrivals(&values, trace)
        finishGoals(&values, trace)
    }

    // MARK: Deaths

    private func finishDeaths(_ values: inout MeasureValues, _ trace: borrowing Trace) {
        let onset = times.onset.isNever ? SimTime.start : times.onset
        let causes = DeathCauses(
            arrival: trace.segments(to: times.arrived.fact, since: onset),
            arrivedAt: times.arrived.time,
            withoutTeams: withoutTeams
        )
        for place in people.roll.entries.indices where !people.roll.entries[place].diedAt.isNever {
            let casualty = people.roll.entries[place]
            let withdrawn = casualty.foundBy.map { teams.withdrawnAt($0) } ?? .never
            let link = causes.link(of: casualty, withdrawn)
            guard let measure = Measure.deaths(by: link) else { continue }
            values[measure] += 1
        }
    }

    /// How far the response came where no team arrived.
    private var withoutTeams: CauseLink {
        if !times.isDetected { return .detection }
        if teams.firstOrders.contains(where: { !$0.time.isNever }) { return .travel }
        return times.reported.time.isNever ? .reporting : .deciding
    }

    // MARK: Arrivals

    /// Of every kind of team that was sent, the first is late when it comes later than the scenario
    /// asks, or never.
    private func finishArrivals(_ values: inout MeasureValues, _ trace: borrowing Trace) {
        guard !times.onset.isNever else {
            values[.lateFirstArrivals] = 0
            return
        }
        var late = 0.0
        for kind in teams.firstArrivals.indices where !teams.firstOrders[kind].time.isNever {
            let arrival = teams.firstArrivals[kind]
            guard arrival.time > times.onset + definition.arrivalWithin else { continue }
            late += 1
            let link = arrival.time.isNever ? .travel : longest(to: arrival, trace) ?? .travel
            values[Measure.lateArrivals(by: link)] += 1
        }
        values[.lateFirstArrivals] = late
    }

    private func longest(to milestone: Milestone, _ trace: borrowing Trace) -> CauseLink? {
        var links = LinkTimes()
        trace.walk(back: milestone.fact, to: times.onset) {
            links.add($0.to - $0.from, to: $0.link)
        }
        return links.longest
    }

    // MARK: Goals

    private func finishGoals(_ values: inout MeasureValues, _ trace: borrowing Trace) {
        var missed = 0.0
        for goal in definition.goals where !goal.isMet(by: values[goal.measure]) {
            missed += 1
            let link = blame(goal.measure, values, trace)
            values[Measure.missedGoals(by: link)] += 1
        }
        values[.goalsMissed] = missed
    }

    /// Returns the link to which it is laid that a goal on a measure is missed.
    private func blame(
        _ measure: Measure,
        _ values: MeasureValues,
        _ trace: borrowing Trace
    ) -> CauseLink {
        if let clock = milestone(of: measure) {
            return clock.time.isNever
                ? unfinished(measure) : longest(to: clock, trace) ?? unfinished(measure)
        }
        switch measure {
        case .deaths, .weightedCasualties, .incidentGrade, .roboCupRescueScore:
            return leading(values, outlivedOnly: false)
        case .deathsAfterFirstInstant, .responderDeaths, .seriousInjuries, .trappedRescuedAlive,
            .handlingIndex, .personHoursInDanger, .publicSafetyIndex:
            return leading(values, outlivedOnly: true)
        case .secondsToControl, .secondsToFireOut, .secondsToResolve, .isolationIndex,
            .settlementIndex, .reflares:
            return blameForWork(on: measure, trace)
        default: return unfinished(measure)
        }
    }

    /// Time until the first team came by its why-chain; from then on work, but for the time in which
    /// foam or water was lacking.
    private func blameForWork(on measure: Measure, _ trace: borrowing Trace) -> CauseLink {
        let end =
            switch measure {
            case .secondsToControl: times.controlled.time
            case .secondsToFireOut: times.fireOut.time
            default: times.resolved
            }
        let last = min(end, definition.end)
        var links = LinkTimes()
        let arrived = min(times.arrived.time, last)
        trace.walk(back: times.arrived.fact, to: times.onset) {
            links.add($0.overlap(times.onset, arrived), to: $0.link)
        }
        if times.arrived.time.isNever { links.add(last - times.onset, to: withoutTeams) }
        let lack = supplies.lack(until: last)
        links.add(lack, to: .stock)
        links.add((last - arrived) + SimDuration(milliseconds: -lack.milliseconds), to: .work)
        return links.longest ?? .work
    }

    /// The fact that stopped the clock of a measure, for those whose why-chain tells all.
    private func milestone(of measure: Measure) -> Milestone? {
        switch measure {
        case .secondsToDetect: times.detected
        case .secondsToFirstReport: times.reported
        case .secondsToStateReport: times.reportedToState
        case .secondsToFirstArrival: times.arrived
        default: nil
        }
    }

    /// The link that a measure is about, where no why-chain tells more.
    private func unfinished(_ measure: Measure) -> CauseLink {
        switch measure {
        case .secondsToDetect: .detection
        case .secondsToFirstReport, .secondsToStateReport, .secondsToTargetLevel,
            .secondsToGradeKnown, .secondsToFirstRelease, .deadlinesKeptShare, .dutiesKeptShare,
            .dueReportsKeptShare, .secondsPerReportHop, .firstReportCompleteness, .deathCountError,
            .deathsKnown,
            .incidentGradeBelieved, .communicationIndex, .publicSatisfaction, .greatPublicImpact,
            .reportsLost:
            times.isDetected ? .reporting : .detection
        case .secondsToFirstArrival, .responseEfficiency, .lateFirstArrivals, .secondsPerTravel,
            .teamsArrived:
            times.arrived.time.isNever ? withoutTeams : .travel
        case .secondsPerTurnout: .turnout
        case .contradictoryOrders, .ordersGiven, .teamIdleShare, .warningReachShare,
            .evacuatedShare, .evacuatedPersons, .movedInVain:
            .deciding
        case .unmetDemandShare, .stockouts, .suppliesEnoughShare, .suppliesFoundShare,
            .suppliesUsedShare, .secondsPerSupplyRun:
            .stock
        case .hospitalAdmissions: .care
        case .longestDutyHours: .work
        default: .hazard
        }
    }

    /// The link to which most deaths are laid; with `outlivedOnly`, of those who outlived the first
    /// instant, if there are any.
    private func leading(_ values: MeasureValues, outlivedOnly: Bool) -> CauseLink {
        var best = CauseLink.hazard
        var most = 0.0
        for link in CauseLink.allCases where !(outlivedOnly && link == .hazard) {
            guard let measure = Measure.deaths(by: link), values[measure] > most else { continue }
            most = values[measure]
            best = link
        }
        return best
    }
}
