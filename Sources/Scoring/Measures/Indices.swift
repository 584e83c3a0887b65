import EventKernel
import Vocabulary

/// Grades of an incident by what it has done.
enum Indices {
    /// Grade in truth by Order 493, Article 3.
    static func grade(_ values: MeasureValues) -> IncidentGrade {
        IncidentGrade(
            deaths: Int(values[.deaths]),
            seriousInjuries: Int(values[.seriousInjuries]),
            directLossYuan: values[.directLossYuan]
        )
    }

    /// Grade by which it is judged what had to be reported and released: the dead count as seriously
    /// injured too, so that no death makes a duty smaller (D).
    static func dueGrade(_ values: MeasureValues) -> IncidentGrade {
        IncidentGrade(
            deaths: Int(values[.deaths]),
            seriousInjuries: Int(values[.seriousInjuries] + values[.deaths]),
            directLossYuan: values[.directLossYuan]
        )
    }
}

/// Indices that join several measures; every formula is an assumption of the design (D).
extension Fold {
    /// Adds the indices.
    ///
    /// - Parameters:
    ///   - values: Measures so far.
    ///   - grade: Grade by which duties are judged.
    func finishIndices(_ values: inout MeasureValues, _ grade: IncidentGrade) {
        finishSafety(&values)
        values[.roboCupRescueScore] = roboCup
        var hurtAlive = 0
        for place in people.roll.entries.indices where !people.roll.entries[place].diedAtOnce {
            hurtAlive += 1
        }
        guard !times.onset.isNever else { return }
        values[.handlingIndex] =
            hurtAlive > 0 ? 1 - Double(people.counts.lateDeaths) / Double(hurtAlive) : 1
        values[.responseEfficiency] = efficiency(values)
        let timeliness = releaseTimeliness
        values[.publicSatisfaction] = Self.logistic(
            -3 + 4 * timeliness + 2 * (1 - values[.unmetDemandShare])
        )
        let deadlines = values[.deadlinesKeptShare]
        let right = max(0, 1 - values[.deathCountError])
        values[.communicationIndex] =
            ((deadlines < .infinity ? deadlines : 1) + right + timeliness) / 3
        values[.greatPublicImpact] = hasGreatImpact(grade, values) ? 1 : 0
    }

    // MARK: Public safety

    /// The danger that casualties were in, against that of everybody at risk without any help.
    ///
    /// In danger is who needs a hospital or is trapped, until cared for; the dead to the end of the
    /// drill, so that no death ends a danger. At risk to the end is everybody ever in danger, from the
    /// injury on, and everybody who had left before, from the first harm on.
    private func finishSafety(_ values: inout MeasureValues) {
        let end = definition.end
        var danger: Int64 = 0
        var risk: Int64 = 0
        for place in people.roll.entries.indices where people.roll.entries[place].isEndangered {
            let casualty = people.roll.entries[place]
            let hurt = min(casualty.hurtAt, end)
            danger += max(0, (min(casualty.safeAt, end) - hurt).milliseconds)
            risk += (end - hurt).milliseconds
        }
        values[.personHoursInDanger] = Double(danger) / 3_600_000
        guard !times.onset.isNever else { return }
        let whole = Double(max(0, (end - times.onset).milliseconds))
        let all = Double(risk) + Double(people.counts.evacuated) * whole
        values[.publicSafetyIndex] = all > 0 ? 1 - Double(danger) / all : 1
    }

    // MARK: Efficiency

    /// Weighted punctuality of the goals that bound a time: sum of w · max(0, 1 − max(0, t − T) / T);
    /// infinite where the scenario sets none.
    private func efficiency(_ values: MeasureValues) -> Double {
        var weights = 0.0
        var sum = 0.0
        for goal in definition.goals
        where goal.isUpperBound && goal.bound > 0 && goal.weight > 0 && goal.measure.isClock {
            weights += goal.weight
            let late = max(0, values[goal.measure] - goal.bound) / goal.bound
            sum += goal.weight * max(0, 1 - late)
        }
        return weights > 0 ? sum / weights : .infinity
    }

    // MARK: The public

    /// Golden four hours: 1 for a first release within 4 h, a fifth less for every doubling, 0 for
    /// none.
    private var releaseTimeliness: Double {
        let release = reporting.firstRelease(since: times.onset)
        guard !release.isNever else { return 0 }
        let hours = (release - times.onset).hours
        guard hours > 4 else { return 1 }
        let doublings = Elementary.log(hours / 4) / Elementary.log(2)
        return Elementary.exp(doublings * Elementary.log(0.8))
    }

    private static func logistic(_ x: Double) -> Double { 1 / (1 + Elementary.exp(-x)) }

    /// An incident of great public impact: a major one without a release within 5 h, the time the
    /// State Council sets, or one of three deaths or more of which less than half is ever made public.
    private func hasGreatImpact(_ grade: IncidentGrade, _ values: MeasureValues) -> Bool {
        let isLate = values[.secondsToFirstRelease] > 5 * 3600
        let isHidden = Double(reporting.lastPublished) * 2 < values[.deaths]
        return grade >= .major && isLate || values[.deaths] >= 3 && isHidden
    }

    // MARK: RoboCup Rescue

    /// Composite of the RoboCup Rescue simulation, alive · exp(−5 (1 − ΣHP / max)), for 100 people at
    /// risk; infinite where nobody was.
    ///
    /// Points of health that are left (D): 1 unhurt, 0.9 slightly, 0.3 seriously hurt, 0 dead.
    private var roboCup: Double {
        var hurt = 0.0
        var dead = 0.0
        var lost = 0.0
        for place in people.roll.entries.indices where people.roll.entries[place].isOfPublic {
            let casualty = people.roll.entries[place]
            hurt += 1
            if !casualty.diedAt.isNever {
                dead += 1
                lost += 1
            } else {
                lost += casualty.injury == .serious ? 0.7 : (casualty.injury == .slight ? 0.1 : 0)
            }
        }
        let all = max(warning.atRisk, hurt)
        guard all > 0 else { return .infinity }
        return 100 * (all - dead) / all * Elementary.exp(-5 * lost / all)
    }
}

extension Measure {
    /// Whether the measure is a time from the first harm, or from the detection, to something done.
    public var isClock: Bool {
        switch self {
        case .secondsToDetect, .secondsToFirstReport, .secondsToFirstArrival, .secondsToControl,
            .secondsToResolve, .secondsToFireOut, .secondsToStateReport, .secondsToGradeKnown,
            .secondsToTargetLevel, .secondsToFirstRelease:
            true
        default: false
        }
    }
}
