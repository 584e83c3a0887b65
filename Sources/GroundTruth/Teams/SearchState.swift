import EventKernel
import Terrain
import Vocabulary

/// Search of one zone: sweeps one after another, and digging out those found trapped.
///
/// In a sweep the teams together cover the zone from 0 to 1; every casualty not yet found lies at a
/// position drawn anew for the sweep and may be detected when the sweep passes it. The first sweep may be a
/// rapid one: faster, for the living who can be seen or answer when called, and for others under rubble with an
/// effort that is less by as much (`rapidSearchFactor`); the dead are left for the full sweeps.
struct SearchState: Sendable {
    /// Counter by which outdated foresight is known -- state.
    var epoch: Int32 = 0
    /// Complete sweeps -- state.
    var sweeps: Int32 = 0
    /// Share of the present sweep that is done [0…1] -- state.
    var progress = 0.0
    /// Instant up to which progress is accounted for -- state.
    var settledAt = SimTime.start
    /// Teams that sweep at this moment -- state.
    var searching: [TeamID] = []
    /// Area they cover together, each as if alone [m2/h] -- state.
    var rateSum = 0.0
    /// Times as slow to search as open ground, under rubble -- state.
    var difficulty = 1.0
    /// Share of the zone covered [1/h] -- derived at each change.
    var coverage = 0.0
    /// Casualties not found, by position, the farthest first -- state.
    var ahead: [Hidden] = []
    /// People found trapped whom nobody is freeing yet, the living before the dead -- state.
    var jobs: [CasualtyIndex] = []

    /// A casualty not yet found in the present sweep.
    struct Hidden: BitwiseCopyable, Sendable {
        let position: Double
        let casualty: CasualtyIndex
    }
}

extension GroundTruth {
    /// Draws where the casualties of a zone lie for the sweep that begins.
    mutating func beginSearchList(of zone: ZoneID, _ instant: Instant) {
        let sweep = zones[zone.index].search.sweeps
        var hidden = zones[zone.index].search.ahead
        zones[zone.index].search.ahead = []
        hidden.removeAll(keepingCapacity: true)
        for index in zones[zone.index].casualties where canBeFound(index) {
            let entity = casualties[index.index].person.entity
            let position = instant.uniform(.searchPosition, entity, index: UInt64(sweep))
            hidden.append(SearchState.Hidden(position: position, casualty: index))
        }
        hidden.sortInPlace(first: hidden.count) { left, right in
            left.position != right.position
                ? left.position > right.position : left.casualty.number > right.casualty.number
        }
        zones[zone.index].search.ahead = hidden
    }

    /// Takes new casualties of a zone into the sweep that is under way.
    mutating func refreshSearch(of zone: ZoneID, _ instant: Instant) {
        settleSearch(zone, instant)
        beginSearchList(of: zone, instant)
        replanSearch(zone, instant)
    }

    private func canBeFound(_ index: CasualtyIndex) -> Bool {
        let casualty = casualties[index.index]
        if casualty.isFound { return false }
        switch casualty.stage {
        case .trapped, .lying, .dead: return true
        default: return false
        }
    }

    /// Takes a casualty whom others have found off the list of the sweep.
    mutating func removeFromSearch(_ index: CasualtyIndex) {
        let zone = casualties[index.index].zone
        zones[zone.index].search.ahead.removeAll { $0.casualty == index }
        zones[zone.index].search.jobs.removeAll { $0 == index }
    }

    /// Lets a team join the search of a zone: dig out somebody who waits for it, or sweep.
    mutating func join(_ team: TeamID, search zone: ZoneID, _ moment: inout Moment) {
        if takeJob(team, in: zone, livingOnly: false, moment.instant) { return }
        settleSearch(zone, moment.instant)
        let rate = capabilities[team.index].searchSquareMetersPerHour
        zones[zone.index].search.searching.append(team)
        zones[zone.index].search.rateSum += rate
        replanSearch(zone, moment.instant)
    }

    /// Lets a team quit the search of a zone.
    mutating func quit(_ team: TeamID, search zone: ZoneID, _ moment: inout Moment) {
        settleSearch(zone, moment.instant)
        let before = zones[zone.index].search.searching.count
        zones[zone.index].search.searching.removeAll { $0 == team }
        guard zones[zone.index].search.searching.count < before else { return }
        let rate = capabilities[team.index].searchSquareMetersPerHour
        zones[zone.index].search.rateSum -= rate
        if zones[zone.index].search.searching.isEmpty { zones[zone.index].search.rateSum = 0 }
        replanSearch(zone, moment.instant)
    }

    /// Returns the share of the zone covered per hour: n teams cover n^0.9 times what one covers
    /// (assumption D).
    @inline(__always)
    private func newCoverage(_ zone: ZoneID) -> Double {
        let area = searchAreas[zone.index] * zones[zone.index].search.difficulty / haste(in: zone)
        let count = zones[zone.index].search.searching.count
        guard count > 0, area > 0 else { return 0 }
        return zones[zone.index].search.rateSum * togetherFactors[count - 1] / area
    }

    /// Accounts for what the search of a zone has covered so far.
    mutating func settleSearch(_ zone: ZoneID, _ instant: Instant) {
        let elapsed = instant.now - zones[zone.index].search.settledAt
        zones[zone.index].search.settledAt = instant.now
        guard elapsed > .zero else { return }
        zones[zone.index].search.progress += zones[zone.index].search.coverage * elapsed.hours
    }

    /// Schedules when the search of a zone reaches the next casualty or the end of the sweep.
    mutating func replanSearch(_ zone: ZoneID, _ instant: Instant) {
        zones[zone.index].search.epoch += 1
        let rate = newCoverage(zone)
        zones[zone.index].search.coverage = rate
        guard rate > 0 else { return }
        let goal = zones[zone.index].search.ahead.last?.position ?? 1
        let hours = max(0, goal - zones[zone.index].search.progress) / rate
        // One millisecond more than the rate says, so that the goal is reached in spite of rounding.
        outbox.schedule(
            .searchAdvances(zone, epoch: zones[zone.index].search.epoch),
            at: instant.now + SimDuration(hours: hours) + SimDuration(milliseconds: 1),
            .work
        )
    }

    /// The search of a zone reaches casualties, or the end of the sweep.
    mutating func searchAdvances(_ zone: ZoneID, _ moment: inout Moment) {
        settleSearch(zone, moment.instant)
        while let next = zones[zone.index].search.ahead.last,
            next.position <= zones[zone.index].search.progress
        {
            zones[zone.index].search.ahead.removeLast()
            passes(next.casualty, in: zone, &moment)
        }
        if zones[zone.index].search.progress >= 1, zones[zone.index].search.ahead.isEmpty {
            endSweep(zone, &moment)
        }
        replanSearch(zone, moment.instant)
    }

    /// A sweep passes a casualty, who may be detected.
    private mutating func passes(
        _ index: CasualtyIndex,
        in zone: ZoneID,
        _ moment: inout Moment
    ) {
        let casualty = casualties[index.index]
        guard canBeFound(index), let finder = zones[zone.index].search.searching.first else {
            return
        }
        let sweep = UInt64(zones[zone.index].search.sweeps)
        let draw = moment.instant.uniform(.detection, casualty.person.entity, index: sweep)
        guard draw < detection(casualty, in: zone) else { return }
        casualties[index.index].isFound = true
        let fact = moment.record(
            .found(casualty.person, alive: casualty.isAlive, by: finder),
            because: teams[finder.index].lastFact
        )
        casualties[index.index].lastFact = fact
        let isUnderRubble = casualty.stage == .trapped || casualty.isBuried
        if isUnderRubble {
            zones[zone.index].count(.trapped, 1)
            addJob(index, in: zone, &moment)
        } else if casualty.isAlive {
            zones[zone.index].count(.rescued, 1)
            carry(index, &moment)
        } else {
            zones[zone.index].count(.dead, 1)
        }
        reportFound(zone, by: Observer(.team, finder.number), fact, &moment)
    }

    /// Returns how many times as fast as a full one the present sweep of a zone is.
    @inline(__always)
    private func haste(in zone: ZoneID) -> Double {
        zones[zone.index].search.sweeps == 0 ? definition.care.rapidSearchFactor : 1
    }

    /// Returns the chance that the present sweep of a zone detects a casualty whom it passes.
    func detection(_ casualty: Casualty, in zone: ZoneID) -> Double {
        let haste = haste(in: zone)
        let chance: Double
        switch casualty.stage {
        case .trapped where casualty.rubble != nil: chance = chanceToLocate(casualty, in: zone)
        case .trapped: chance = definition.care.detectionTrapped
        case .dead where haste > 1: return 0
        case .dead where casualty.isBuried: chance = definition.care.detectionBuried
        default: return definition.care.detectionLying
        }
        // Who is awake answers when called. Of the others, those who are not detected fall exponentially with
        // the effort spent on an area (Koopman 1946).
        if haste == 1 || casualty.severity < .serious { return chance }
        return 1 - Elementary.pow(1 - chance, 1 / haste)
    }

    /// Returns the chance to locate a living person deep in rubble by contact, or with the best life
    /// detector there is: an instrument so many times as good as bare ears acts like so many sweeps.
    private func chanceToLocate(_ casualty: Casualty, in zone: ZoneID) -> Double {
        var factor = 1.0
        for team in zones[zone.index].search.searching {
            factor = max(factor, capabilities[team.index].locatingFactor)
        }
        let missed = 1 - (casualty.rubble?.burial ?? .ordinary).detection
        return 1 - Elementary.pow(missed, factor)
    }

    /// A sweep of a zone is complete: those who swept dig out whoever waits for it, or are free.
    private mutating func endSweep(_ zone: ZoneID, _ moment: inout Moment) {
        zones[zone.index].search.sweeps += 1
        zones[zone.index].search.progress = 0
        let sweeps = zones[zone.index].search.sweeps
        sweepers.clear()
        for team in zones[zone.index].search.searching { sweepers.append(team) }
        zones[zone.index].search.searching.removeAll(keepingCapacity: true)
        zones[zone.index].search.rateSum = 0
        let first = sweepers.isEmpty ? nil : sweepers[0]
        let cause = first.map { teams[$0.index].lastFact } ?? .none
        let fact = moment.record(.swept(zone, sweeps: sweeps), because: cause)
        if let first {
            observe(Observer(.team, first.number), .sweeps(zone), sweeps, fact, &moment)
        }
        beginSearchList(of: zone, moment.instant)
        for index in sweepers.indices {
            let team = sweepers[index]
            if !takeJob(team, in: zone, livingOnly: false, moment.instant) {
                finishSearch(team, &moment)
            }
        }
    }

    /// Lets a team whose search is over be free.
    private mutating func finishSearch(_ team: TeamID, _ moment: inout Moment) {
        guard case .working(let task) = teams[team.index].stage else { return }
        teams[team.index].epoch += 1
        moment.record(.stoppedWork(team, .done), because: teams[team.index].lastFact)
        becomesFree(team, at: task.site, &moment)
    }

    /// Tells whether a zone has been swept, no sweep is under way and nobody waits to be dug out.
    func isSwept(_ zone: ZoneID) -> Bool {
        zones[zone.index].search.jobs.isEmpty && zones[zone.index].search.progress == 0
            && zones[zone.index].search.searching.isEmpty && zones[zone.index].search.sweeps > 0
    }

    /// Lets those on the spot report the counts of a zone that have changed since the last report.
    mutating func reportFound(
        _ zone: ZoneID,
        by observer: Observer,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let found = zones[zone.index].found
        guard found != zones[zone.index].noted else { return }
        for tally in Headcount.allCases
        where found[Int(tally.rawValue)] != zones[zone.index].noted[Int(tally.rawValue)] {
            observe(observer, .found(tally, zone), found[Int(tally.rawValue)], cause, &moment)
        }
        zones[zone.index].noted = found
    }
}
