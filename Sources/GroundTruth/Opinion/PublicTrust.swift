import EventKernel
import Vocabulary

/// The trust of the public in what is officially said, and the official word on its way.
///
/// A release makes those who hear the rumour afterwards disbelieve it, and reaches people directly
/// while it is fresh. Waiting beyond the time that people grant costs a share of trust with every
/// doubling of the delay, and so does a number that grows after it was made public (FACTS §10.4, D).
struct PublicTrust: BitwiseCopyable, Sendable {
    /// Trust at the latest release, at first before any [0…1] -- state.
    private(set) var atRelease = 0.0
    /// How far the most credible of the posts that have spoken is believed [0…1] -- state.
    private(set) var voice = 0.0
    /// Since when people wait for word: the first harm, then the latest release -- state.
    private(set) var waitingSince = SimTime.start
    /// First release; never before it -- state.
    private(set) var firstRelease = SimTime.never
    /// Stretch of time in which the official word is fresh -- state.
    private(set) var fresh = (from: SimTime.never, until: SimTime.start)
    /// Greatest number of dead made public [persons]; below 0 before any -- state.
    private var highestDead: Int32 = -1

    /// Begins to wait for word at the first harm.
    init(_ trust: Double, from onset: SimTime) {
        atRelease = trust
        waitingSince = onset
    }

    /// Share of those who hear the rumour and would rather believe what is officially said [0…1].
    var effect: Double { atRelease * voice }

    /// Returns the trust after waiting until an instant [0…1].
    func value(at instant: SimTime, _ definition: OpinionDefinition) -> Double {
        let granted = firstRelease.isNever ? definition.firstReleaseHours : definition.updateHours
        let waited = (instant - waitingSince).hours
        guard waited > granted else { return atRelease }
        return atRelease * kept(definition.trustLostPerDoubling, waited / granted)
    }

    /// Returns the share that is left after losing a share with every doubling.
    private func kept(_ lost: Double, _ ratio: Double) -> Double {
        Elementary.pow(1 - lost, Elementary.log2(ratio))
    }

    /// Takes in a release.
    ///
    /// - Parameters:
    ///   - release: The release.
    ///   - now: When it is made.
    ///   - waitedUntil: Until when people were waiting for it, at most now.
    ///   - definition: Parameters.
    mutating func take(
        _ release: Release,
        at now: SimTime,
        waitedUntil: SimTime,
        _ definition: OpinionDefinition
    ) {
        atRelease = value(at: waitedUntil, definition)
        voice = max(voice, definition.credibility(of: release.post))
        if release.kind == .verifiedDeaths { correct(to: release.dead, definition) }
        firstRelease = min(firstRelease, now)
        waitingSince = now
        if fresh.until <= now { fresh.from = now }
        fresh.until = now + SimDuration(hours: definition.freshHours)
    }

    private mutating func correct(to dead: Int32, _ definition: OpinionDefinition) {
        if highestDead >= 0, dead > highestDead {
            let growth = Double(dead + 1) / Double(highestDead + 1)
            atRelease *= kept(definition.trustLostPerCorrection, growth)
        }
        highestDead = max(highestDead, dead)
    }

    /// Rates of the rumour at an instant.
    func rates(at now: SimTime, contact: Double, _ definition: OpinionDefinition) -> RumourRates {
        let isFresh = fresh.from <= now && now < fresh.until
        return RumourRates(
            contact: contact,
            rejecting: firstRelease <= now ? effect : 0,
            official: isFresh ? effect * definition.reachPerHour / 3600 : 0
        )
    }

    /// Rates of the rumour as means of a stretch of time.
    func rates(
        from start: SimTime,
        to end: SimTime,
        contact: Double,
        _ definition: OpinionDefinition
    ) -> RumourRates {
        let released = share(of: (start, end), within: (firstRelease, .never))
        let freshShare = share(of: (start, end), within: fresh)
        return RumourRates(
            contact: contact,
            rejecting: effect * released,
            official: effect * freshShare * definition.reachPerHour / 3600
        )
    }

    /// Returns the share of a stretch of time that lies within another [0…1].
    private func share(
        of stretch: (from: SimTime, until: SimTime),
        within other: (from: SimTime, until: SimTime)
    ) -> Double {
        let (from, until) = (max(stretch.from, other.from), min(stretch.until, other.until))
        guard from < until else { return 0 }
        return (until - from).seconds / (stretch.until - stretch.from).seconds
    }
}
