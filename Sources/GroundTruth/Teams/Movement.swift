import EventKernel
import Terrain
import Vocabulary

extension GroundTruth {
    /// Lets a team get ready to leave its station.
    mutating func turnOut(_ team: TeamID, to site: SiteID, _ instant: Instant) {
        teams[team.index].stage = .turningOut(site)
        teams[team.index].epoch += 1
        let usual = instant.duration(
            register.teams[team.index].turnout,
            .turnout,
            team.entity(teams[team.index].orders)
        )
        let hasHours = !register.teams[team.index].hours.isEmpty
        let turnout = hasHours ? usual * turnoutFactor(of: team, at: instant.now) : usual
        let assembly = SimDuration(
            seconds: definition.work.assemblySecondsPerTenVehicles
                * Double(register.teams[team.index].vehicles / 10)
        )
        outbox.schedule(
            .turnedOut(team, epoch: teams[team.index].epoch),
            at: instant.now + turnout + assembly,
            .movement
        )
    }

    /// Returns the turnout of a team against the usual at this time of day.
    private func turnoutFactor(of team: TeamID, at now: SimTime) -> Double {
        let since = definition.startSecondOfDay + (now - .start).seconds
        let days = Elementary.floor(since / 86_400)
        return register.teams[team.index].turnoutFactor(atSecondOfDay: since - 86_400 * days)
    }

    /// A team leaves its station.
    mutating func turnedOut(_ team: TeamID, _ moment: inout Moment) {
        guard case .turningOut(let ordered) = teams[team.index].stage else { return }
        teams[team.index].lastFact = moment.record(
            .turnedOut(team),
            because: teams[team.index].lastFact
        )
        let site = teams[team.index].next?.site ?? ordered
        travel(team, to: site, from: nil, moment.instant)
    }

    /// Puts a team on the road to a site: from another one, or from its station.
    mutating func travel(
        _ team: TeamID,
        to site: SiteID,
        from origin: SiteID?,
        _ instant: Instant
    ) {
        let start =
            origin.map { register.sites[$0.index].staging } ?? register.teams[team.index].station
        teams[team.index].stage = .underWay(site)
        drive(team, from: start, to: register.sites[site.index].staging, instant)
    }

    /// Schedules the arrival of a team where it is going.
    func arrival(of team: TeamID) -> GroundTruthEvent {
        .arrives(team, epoch: teams[team.index].epoch)
    }

    /// Puts a team on the road from one place to another, and draws its luck there.
    private mutating func drive(
        _ team: TeamID,
        from start: PlaceID,
        to end: PlaceID,
        _ instant: Instant
    ) {
        let factor = instant.sample(
            definition.work.travelFactor,
            .travel,
            team.entity(teams[team.index].trips)
        )
        teams[team.index].trips += 1
        let trip = Trip(from: start, to: end, factor: max(factor, 0), at: instant.now, &routes)
        teams[team.index].trip = trip
        teams[team.index].epoch += 1
        outbox.schedule(arrival(of: team), at: trip.arrives, .movement)
    }

    /// Sends a team that is on the road to a site elsewhere: to another site, or home.
    mutating func divert(_ team: TeamID, to site: SiteID?, _ moment: inout Moment) {
        let end =
            site.map { register.sites[$0.index].staging } ?? register.teams[team.index].station
        guard
            let turnsRound = teams[team.index].trip?.divert(to: end, at: moment.now, &routes),
            let trip = teams[team.index].trip
        else { return }
        teams[team.index].stage = site.map { .underWay($0) } ?? .returning
        teams[team.index].lastFact = moment.record(
            .diverted(team, to: site, turnsRound: turnsRound),
            because: teams[team.index].lastFact
        )
        teams[team.index].epoch += 1
        outbox.schedule(arrival(of: team), at: trip.arrives, .movement)
    }

    /// A team arrives: at a site, at a hospital, back at the site, or home.
    mutating func arrives(_ team: TeamID, _ moment: inout Moment) {
        teams[team.index].trip = nil
        switch teams[team.index].stage {
        case .underWay(let site): arrives(team, at: site, &moment)
        case .carrying(let task): handOver(team, task, &moment)
        case .comingBack(let site):
            teams[team.index].stage = .free(site)
            roster.arrive(team, at: site, sentBy: teams[team.index].orderedBy)
            takeUpNext(team, at: site, &moment)
        case .returning:
            teams[team.index].stage = .atStation
            teams[team.index].lastFact = moment.record(
                .returned(team),
                because: teams[team.index].lastFact
            )
            if let task = teams[team.index].next { turnOut(team, to: task.site, moment.instant) }
            report(team, &moment)
        default: preconditionFailure("Only a team on the road can arrive.")
        }
    }

    /// A team arrives at a site, hands over the supplies it carries and sees what is there.
    private mutating func arrives(_ team: TeamID, at site: SiteID, _ moment: inout Moment) {
        let fact = moment.record(.arrived(team, site), because: teams[team.index].lastFact)
        teams[team.index].lastFact = fact
        roster.arrive(team, at: site, sentBy: teams[team.index].orderedBy)
        unload(team, at: site, fact, &moment)
        teams[team.index].stage = .free(site)
        if !sites[site.index].isKept {
            sites[site.index].isKept = true
            outbox.schedule(.siteLook(site), at: moment.now, .observation)
        }
        lookRound(team, at: site, fact, &moment)
        takeUpNext(team, at: site, &moment)
    }

    private mutating func unload(
        _ team: TeamID,
        at site: SiteID,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let load = teams[team.index].carried
        guard !load.isEmpty else { return }
        settle(site, &moment)
        let depot = register.sites[site.index].depot
        for kind in SupplyKind.allCases where load[kind] > 0 {
            store(Int64(load[kind]) * 1000, of: kind, in: depot, cause, &moment)
        }
        teams[team.index].carried = SupplyAmounts()
        replan(site, &moment)
        wakeWaiting(at: site, &moment)
    }

    /// What the first crew that a post has sent to a site sees: an incident, the fires that burn,
    /// roughly the casualties.
    ///
    /// Later crews report what they find at their tasks.
    private mutating func lookRound(
        _ team: TeamID,
        at site: SiteID,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        guard isSpokesman(team, at: site) else { return }
        let occasion = team.entity(teams[team.index].trips) | 1 << 62
        let observer = Observer(.team, team.number)
        var hasBurning = false
        for hazard in fires(of: site) where fire(hazard).status != .unlit {
            hasBurning = true
            observe(observer, .fire(hazard), fire(hazard).visible.rawValue, cause, &moment)
        }
        let open = openCasualties(at: site)
        guard hasBurning || open > 0 else { return }
        observe(observer, .incident(site), 1, cause, &moment)
        let guess = guessed(Double(open), occasion, moment.instant)
        observe(observer, .estimate(site), guess, cause, &moment)
    }

    /// Returns how many casualties of a site nobody has found yet.
    private func openCasualties(at site: SiteID) -> Int {
        var open = 0
        for index in casualties.indices where !casualties[index].isFound {
            if zoneSites[casualties[index].zone.index] == site { open += 1 }
        }
        return open
    }

    /// Lets a team at a site take up the task it was sent for, or wait for one.
    mutating func takeUpNext(_ team: TeamID, at site: SiteID, _ moment: inout Moment) {
        if let task = teams[team.index].next, task.kind != .release, task.site != site {
            roster.leave(team)
            travel(team, to: task.site, from: site, moment.instant)
            report(team, &moment)
        } else if let task = teams[team.index].next, task.kind != .stage {
            teams[team.index].next = nil
            if task.kind == .release {
                sendHome(team, &moment)
            } else {
                deploy(team, to: task, after: .zero, &moment)
            }
        } else {
            teams[team.index].next = nil
            report(team, &moment)
        }
    }

    /// Sends a team home.
    mutating func sendHome(_ team: TeamID, _ moment: inout Moment) {
        let from: SiteID
        switch teams[team.index].stage {
        case .free(let site): from = site
        case .deploying(let task), .working(let task), .freeing(_, let task), .resting(let task),
            .waiting(let task):
            stopWork(team, .reassigned, &moment)
            from = task.site
        case .turningOut:
            teams[team.index].stage = .atStation
            teams[team.index].epoch += 1
            teams[team.index].next = nil
            report(team, &moment)
            return
        case .underWay:
            teams[team.index].next = nil
            divert(team, to: nil, &moment)
            report(team, &moment)
            return
        case .comingBack(let site):
            teams[team.index].next = Task(.release, at: site)
            return
        case .loading(let task), .carrying(let task), .handingOver(let task):
            teams[team.index].next = Task(.release, at: task.site)
            return
        case .atStation, .returning: return
        }
        roster.leave(team)
        let station = register.teams[team.index].station
        let start = register.sites[from.index].staging
        teams[team.index].stage = .returning
        drive(team, from: start, to: station, moment.instant)
        report(team, &moment)
    }

    // MARK: Carrying casualties

    /// Loads the most urgent casualties who wait; with none, the team is free again.
    mutating func load(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        let places = min(
            Int(capabilities[team.index].carriedPersons),
            Passengers.limit
        )
        while teams[team.index].onBoard.count < places, let index = nextToCarry(from: task.site) {
            teams[team.index].onBoard.add(index)
        }
        guard teams[team.index].onBoard.count > 0 else {
            stopWork(team, .done, &moment)
            reportWaiting(at: task.site, teams[team.index].lastFact, &moment)
            becomesFree(team, at: task.site, &moment)
            return
        }
        for seat in 0..<teams[team.index].onBoard.count {
            let index = teams[team.index].onBoard[seat]
            let casualty = casualties[index.index]
            zones[casualty.zone.index].count(casualty.headcount, -1)
            let place = register.sites[task.site.index].staging
            send(index, to: task.hospital, from: place, with: team, &moment)
        }
        let first = teams[team.index].onBoard[0]
        teams[team.index].stage = .loading(task)
        teams[team.index].epoch += 1
        let time = moment.instant.duration(
            definition.care.ambulanceLoading,
            .ambulanceLoading,
            casualties[first.index].person.entity
        )
        outbox.schedule(
            .workEnds(team, epoch: teams[team.index].epoch),
            at: moment.now + time,
            .work
        )
    }

    private mutating func nextToCarry(from site: SiteID) -> CasualtyIndex? {
        if let treated = takeFirst(from: .transport, at: site) { return treated }
        guard sites[site.index].treatmentPlaces == 0 else { return nil }
        return takeFirst(from: .treatment, at: site)
    }

    /// Sets out for the hospital.
    mutating func setOutForHospital(_ team: TeamID, _ task: Task, _ instant: Instant) {
        teams[team.index].stage = .carrying(task)
        roster.leave(team)
        let start = register.sites[task.site.index].staging
        let end = register.hospitals[task.hospital.index].place
        drive(team, from: start, to: end, instant)
    }

    /// Hands the casualties over to the hospital.
    private mutating func handOver(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        let arrived = teams[team.index].onBoard
        teams[team.index].onBoard = Passengers()
        for seat in 0..<arrived.count { receive(arrived[seat], at: task.hospital, &moment) }
        teams[team.index].stage = .handingOver(task)
        teams[team.index].epoch += 1
        let time = moment.instant.duration(
            definition.care.ambulanceHandover,
            .ambulanceHandover,
            team.entity(teams[team.index].trips)
        )
        outbox.schedule(
            .workEnds(team, epoch: teams[team.index].epoch),
            at: moment.now + time,
            .work
        )
    }

    /// Goes back from the hospital to the site.
    mutating func comeBack(_ team: TeamID, _ task: Task, _ instant: Instant) {
        teams[team.index].stage = .comingBack(task.site)
        let start = register.hospitals[task.hospital.index].place
        let end = register.sites[task.site.index].staging
        drive(team, from: start, to: end, instant)
    }
}
