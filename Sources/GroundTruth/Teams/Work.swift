import EventKernel
import Vocabulary

/// How teams go into action, work in spells, rest and stop.
extension GroundTruth {
    /// Sends a team that is at a site into action.
    mutating func deploy(
        _ team: TeamID,
        to task: Task,
        after confusion: SimDuration,
        _ moment: inout Moment
    ) {
        guard task.kind != .stage, capabilities[team.index].allows(task.kind) else {
            becomesFree(team, at: task.site, &moment)
            return
        }
        teams[team.index].stage = .deploying(task)
        teams[team.index].epoch += 1
        let isNear = task.kind == .treat || task.kind == .carry || task.kind == .refill
        let distance = isNear ? 0 : definition.work.deploymentSeconds
        outbox.schedule(
            .deployed(team, epoch: teams[team.index].epoch),
            at: moment.now + SimDuration(seconds: distance) + confusion,
            .movement
        )
        report(team, &moment)
    }

    /// A team is at its target and begins to work.
    mutating func deployed(_ team: TeamID, _ moment: inout Moment) {
        guard case .deploying(let task) = teams[team.index].stage else { return }
        teams[team.index].lastFact = moment.record(
            .beganWork(team, task),
            because: teams[team.index].lastFact
        )
        if task.kind == .carry {
            load(team, task, &moment)
        } else {
            beginSpell(team, task, &moment)
        }
    }

    /// Begins a spell of work, in breathing apparatus where the task needs it.
    private mutating func beginSpell(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        teams[team.index].epoch += 1
        teams[team.index].spellEnds = .never
        let members = capabilities[team.index].maskedMembers
        if needsBreathingAir(task), members > 0 {
            let share = takeAir(for: team, cylindersWanted(by: team), task, &moment)
            guard share >= 0.5 else {
                waitForAir(team, task)
                scheduleSpell(team, after: definition.work.restSeconds, moment.instant)
                return
            }
            scheduleSpell(team, after: definition.work.spellSeconds * share, moment.instant)
        }
        teams[team.index].stage = .working(task)
        contribute(team, to: task, &moment)
    }

    /// Returns the cylinders that a crew uses in a spell [pieces].
    private func cylindersWanted(by team: TeamID) -> Int32 {
        capabilities[team.index].maskedMembers * definition.work.cylindersPerSpell
    }

    /// Takes cylinders for a spell from the stock of the site; with less than half of what is wanted
    /// the team waits, and asks again without being counted again.
    ///
    /// - Returns: Share of the spell for which there is air [0…1].
    private mutating func takeAir(
        for team: TeamID,
        _ wanted: Int32,
        _ task: Task,
        _ moment: inout Moment
    ) -> Double {
        let depot = register.sites[task.site.index].depot
        settle(task.site, &moment)
        let isEnough = depots[depot.index].whole(.breathingAir) * 2 >= wanted
        if case .waiting = teams[team.index].stage, !isEnough { return 0 }
        let cause = teams[team.index].lastFact
        guard isEnough else {
            moment.record(
                .demanded(task.site, .breathingAir, wanted: wanted, met: 0),
                because: cause
            )
            runsOut(.breathingAir, at: task.site, cause, &moment)
            return 0
        }
        let met = draw(.breathingAir, wanted: wanted, at: task.site, cause, &moment)
        return Double(met) / Double(wanted)
    }

    private mutating func scheduleSpell(_ team: TeamID, after seconds: Double, _ instant: Instant) {
        let ends = instant.now + SimDuration(seconds: seconds)
        teams[team.index].spellEnds = ends
        outbox.schedule(.spellEnds(team, epoch: teams[team.index].epoch), at: ends, .work)
    }

    func needsBreathingAir(_ task: Task) -> Bool {
        switch task.kind {
        case .search: needsAir[Int(task.target)]
        case .suppress, .cool: true
        case .stage, .treat, .carry, .evacuate, .pump, .survey, .refill, .release: false
        }
    }

    /// A spell of work or a rest is over.
    mutating func spellEnds(_ team: TeamID, _ moment: inout Moment) {
        switch teams[team.index].stage {
        case .working(let task) where worksInShifts(task): relieve(team, task, &moment)
        case .working(let task), .freeing(_, let task):
            pause(team, task, &moment)
            teams[team.index].stage = .resting(task)
            teams[team.index].epoch += 1
            scheduleSpell(team, after: definition.work.restSeconds, moment.instant)
        case .resting(let task), .waiting(let task): resume(team, task, &moment)
        default: break
        }
    }

    /// Tells whether the members of a crew relieve each other at a task, so that it never stops.
    ///
    /// A monitor or a hose line goes on while half of the crew rests (assumption D); search stops.
    private func worksInShifts(_ task: Task) -> Bool {
        task.kind == .suppress || task.kind == .cool
    }

    /// The other half of a crew takes over, with cylinders of its own; without, the work stops.
    private mutating func relieve(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        let share = takeAir(for: team, cylindersWanted(by: team), task, &moment)
        teams[team.index].epoch += 1
        if share >= 0.5 {
            scheduleSpell(team, after: definition.work.spellSeconds * share, moment.instant)
        } else {
            pause(team, task, &moment)
            waitForAir(team, task)
            scheduleSpell(team, after: definition.work.restSeconds, moment.instant)
        }
    }

    /// Goes on after a rest, or finds that there is nothing left to do.
    private mutating func resume(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        if isOver(task) {
            moment.record(.stoppedWork(team, .done), because: teams[team.index].lastFact)
            becomesFree(team, at: task.site, &moment)
        } else {
            beginSpell(team, task, &moment)
        }
    }

    /// Tells whether a task has been done by others in the meantime.
    @inline(__always)
    private func isOver(_ task: Task) -> Bool {
        switch task.kind {
        case .suppress: fire(task.hazard).status != .burning
        case .cool: !isHot(task.hazard, fire(task.hazard))
        case .search: isSwept(task.zone)
        case .survey: sites[task.site.index].isSurveyed
        case .stage, .treat, .carry, .evacuate, .pump, .refill, .release: false
        }
    }

    /// Lets those who wait for air try again, now that something has come.
    mutating func wakeWaiting(at site: SiteID, _ moment: inout Moment) {
        let depot = register.sites[site.index].depot
        var least = Int32.max
        var last = -1
        while roster.mayAnyGoOn(with: depots[depot.index].whole(.breathingAir), at: site) {
            guard let team = roster.next(.waiting, at: site, after: &last) else {
                roster.note(leastWanted: least, at: site)
                return
            }
            let wanted = cylindersWanted(by: team)
            if case .waiting(let task) = teams[team.index].stage,
                depots[depot.index].whole(.breathingAir) * 2 >= wanted
            {
                resume(team, task, &moment)
            }
            if case .waiting = teams[team.index].stage {
                least = min(least, wanted)
            } else {
                roster.goOn(team)
            }
        }
    }

    /// Lets a team wait for air, to go on with a task.
    private mutating func waitForAir(_ team: TeamID, _ task: Task) {
        teams[team.index].stage = .waiting(task)
        roster.wait(team, for: cylindersWanted(by: team))
    }

    /// Ends the task of every team on a target.
    mutating func endWork(of kind: TaskKind, on hazard: HazardID, _ moment: inout Moment) {
        let site = definition.hazards[hazard.index].site
        let ended = Task(kind, at: site, target: hazard.number)
        var last = -1
        while let team = roster.next(.present, at: site, after: &last) {
            guard teams[team.index].task == ended else { continue }
            stopWork(team, .done, &moment)
            becomesFree(team, at: site, &moment)
        }
    }

    /// Takes a team off its task.
    mutating func stopWork(_ team: TeamID, _ reason: StopReason, _ moment: inout Moment) {
        if let task = teams[team.index].task { pause(team, task, &moment) }
        teams[team.index].epoch += 1
        moment.record(.stoppedWork(team, reason), because: teams[team.index].lastFact)
    }

    /// Makes a team free at a site and lets it say so.
    mutating func becomesFree(_ team: TeamID, at site: SiteID, _ moment: inout Moment) {
        teams[team.index].stage = .free(site)
        teams[team.index].epoch += 1
        if teams[team.index].next != nil {
            takeUpNext(team, at: site, &moment)
        } else {
            report(team, &moment)
        }
    }

    /// A piece of work of a team ends.
    mutating func workEnds(_ team: TeamID, _ moment: inout Moment) {
        switch teams[team.index].stage {
        case .freeing(let casualty, let task): freed(casualty, by: team, task, &moment)
        case .loading(let task): setOutForHospital(team, task, moment.instant)
        case .handingOver(let task): comeBack(team, task, moment.instant)
        case .working(let task) where task.kind == .survey: surveyed(team, task, &moment)
        default: break
        }
    }

    /// The chemicals of a site are identified.
    private mutating func surveyed(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        sites[task.site.index].isSurveyed = true
        let fact = moment.record(
            .surveyed(task.site),
            because: teams[team.index].lastFact
        )
        let observer = Observer(.team, team.number)
        observe(observer, .chemicals(task.site), 1, fact, &moment)
        stopWork(team, .done, &moment)
        becomesFree(team, at: task.site, &moment)
    }
}

/// What a team at work adds to the capacities of a site.
extension GroundTruth {
    /// Adds what a team can do to its target.
    private mutating func contribute(_ team: TeamID, to task: Task, _ moment: inout Moment) {
        switch task.kind {
        case .search: join(team, search: task.zone, &moment)
        case .survey: beginSurvey(team, task, moment.instant)
        default:
            settle(task.site, &moment)
            change(task, by: team, sign: 1)
            replan(task.site, &moment)
            if task.kind == .treat { treatNext(at: task.site, &moment) }
        }
    }

    /// Takes away what a team did for its target, if it was at work.
    private mutating func pause(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        switch teams[team.index].stage {
        case .working where task.kind == .search: quit(team, search: task.zone, &moment)
        case .freeing(let casualty, _): dropExtrication(of: casualty, by: team, task, &moment)
        case .working where task.kind != .survey:
            settle(task.site, &moment)
            change(task, by: team, sign: -1)
            replan(task.site, &moment)
        default: break
        }
    }

    private mutating func change(_ task: Task, by team: TeamID, sign: Double) {
        let capability = capabilities[team.index]
        let site = task.site.index
        sites[site].fuelRate += sign * capability.fuelLitersPerHour
        switch task.kind {
        case .suppress:
            var state = fire(task.hazard)
            state.attackCapacity += sign * capability.foamSolutionLitersPerMinute
            hazards[task.hazard.index] = .fire(state)
        case .cool:
            var state = fire(task.hazard)
            state.coolingCapacity += sign * capability.coolingLitersPerMinute
            hazards[task.hazard.index] = .fire(state)
        case .pump: sites[site].pumpCapacity += sign * capability.pumpLitersPerMinute
        case .refill: sites[site].refillRate += sign * capability.refillCylindersPerHour
        case .treat: sites[site].treatmentPlaces += Int32(sign) * capability.treatmentPlaces
        case .stage, .search, .carry, .evacuate, .survey, .release: break
        }
    }

    private mutating func beginSurvey(_ team: TeamID, _ task: Task, _ instant: Instant) {
        let time = instant.duration(definition.work.survey, .survey, task.site.entity)
        outbox.schedule(
            .workEnds(team, epoch: teams[team.index].epoch),
            at: instant.now + time,
            .work
        )
    }
}
