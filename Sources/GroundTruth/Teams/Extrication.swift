import EventKernel
import Vocabulary

/// Digging out people found trapped, living or dead.
extension GroundTruth {
    /// Puts somebody found trapped on the list, and lets a team begin at once if it is a living one.
    mutating func addJob(_ index: CasualtyIndex, in zone: ZoneID, _ moment: inout Moment) {
        zones[zone.index].search.jobs.append(index)
        guard casualties[index.index].isAlive else { return }
        var best: TeamID?
        for team in zones[zone.index].search.searching {
            let factor = capabilities[team.index].extricationFactor
            let bestFactor = best.map { capabilities[$0.index].extricationFactor } ?? 0
            if factor > bestFactor { best = team }
        }
        guard let best else { return }
        quit(best, search: zone, &moment)
        if !takeJob(best, in: zone, livingOnly: true, moment.instant) {
            preconditionFailure("A job that has just been put on the list can be taken.")
        }
    }

    /// Lets a team dig out the next who waits: the living first, then the longest waiting.
    ///
    /// - Returns: Whether there is anybody.
    mutating func takeJob(
        _ team: TeamID,
        in zone: ZoneID,
        livingOnly: Bool,
        _ instant: Instant
    ) -> Bool {
        guard capabilities[team.index].extricationFactor > 0, let task = teams[team.index].task,
            let choice = nextJob(in: zone, livingOnly: livingOnly)
        else { return false }
        let casualty = zones[zone.index].search.jobs.remove(at: choice)
        casualties[casualty.index].isBeingFreed = true
        teams[team.index].stage = .freeing(casualty, task)
        beginAgain(team, casualty, instant)
        return true
    }

    /// Returns who is to be dug out next, as a place in the list of a zone.
    @inline(__always)
    private func nextJob(in zone: ZoneID, livingOnly: Bool) -> Int? {
        let jobs = zones[zone.index].search.jobs
        let living = jobs.firstIndex { casualties[$0.index].isAlive }
        return living ?? (livingOnly ? nil : jobs.indices.first)
    }

    /// Lets a team free somebody from the start, or from the start again: rubble has slid back.
    mutating func beginAgain(_ team: TeamID, _ index: CasualtyIndex, _ instant: Instant) {
        let factor = capabilities[team.index].extricationFactor
        let time = SimDuration(seconds: remainingWork(of: index, instant) / factor)
        casualties[index.index].freeingSince = instant.now
        teams[team.index].epoch += 1
        outbox.schedule(
            .workEnds(team, epoch: teams[team.index].epoch),
            at: instant.now + time,
            .work
        )
        resumeSpell(team, instant)
    }

    /// Returns the work still needed to free somebody [team·s].
    private func remainingWork(of index: CasualtyIndex, _ instant: Instant) -> Double {
        let casualty = casualties[index.index]
        let burial = casualty.rubble?.burial ?? .ordinary
        let law =
            collapse(over: casualty)?.work(burial) ?? mine(around: casualty)?.clearing
            ?? definition.care.extrication
        let total = instant.sample(law, .extrication, casualty.person.entity)
        return max(0, total - casualty.workDone)
    }

    /// A team stops digging before it is through; what it has done remains.
    mutating func dropExtrication(
        of index: CasualtyIndex,
        by team: TeamID,
        _ task: Task,
        _ moment: inout Moment
    ) {
        let factor = capabilities[team.index].extricationFactor
        let spent = (moment.now - casualties[index.index].freeingSince).seconds
        casualties[index.index].workDone += spent * factor
        casualties[index.index].isBeingFreed = false
        zones[task.zone.index].search.jobs.insert(index, at: 0)
    }

    /// Somebody has been dug out.
    mutating func freed(
        _ index: CasualtyIndex,
        by team: TeamID,
        _ task: Task,
        _ moment: inout Moment
    ) {
        let casualty = casualties[index.index]
        let zone = casualty.zone
        let fact = moment.record(
            .freed(casualty.person, alive: casualty.isAlive),
            because: casualty.lastFact
        )
        casualties[index.index].lastFact = fact
        casualties[index.index].isBeingFreed = false
        zones[zone.index].count(.trapped, -1)
        if casualty.isAlive {
            zones[zone.index].count(.rescued, 1)
            carry(index, &moment)
        } else {
            casualties[index.index].isBuried = false
            zones[zone.index].count(.dead, 1)
        }
        reportFound(zone, by: Observer(.team, team.number), fact, &moment)
        goOn(team, task, &moment)
    }

    /// Lets a team go on after it has dug somebody out.
    private mutating func goOn(_ team: TeamID, _ task: Task, _ moment: inout Moment) {
        teams[team.index].stage = .working(task)
        teams[team.index].epoch += 1
        if takeJob(team, in: task.zone, livingOnly: false, moment.instant) { return }
        let zone = task.zone.index
        if zones[zone].search.progress > 0 || !zones[zone].search.searching.isEmpty {
            resumeSpell(team, moment.instant)
            join(team, search: task.zone, &moment)
        } else {
            moment.record(.stoppedWork(team, .done), because: teams[team.index].lastFact)
            becomesFree(team, at: task.site, &moment)
        }
    }

    /// Schedules the end of the spell anew after the team's epoch has changed.
    private mutating func resumeSpell(_ team: TeamID, _ instant: Instant) {
        guard !teams[team.index].spellEnds.isNever else { return }
        outbox.schedule(
            .spellEnds(team, epoch: teams[team.index].epoch),
            at: max(teams[team.index].spellEnds, instant.now),
            .work
        )
    }
}
