import Vocabulary

/// One step of a score: what a goal asks, what was reached, and the points it gives.
public struct ScoreStep: BitwiseCopyable, Sendable {
    /// The goal.
    public let goal: Goal
    /// Value of its measure as it counts for the mark.
    public let value: Double
    /// How far the bound is kept [0…1].
    public let degree: Double
    /// Points it could give [0…100].
    public let possible: Double
    /// Points it gives [0…possible].
    public let points: Double
}

/// Weighs goals into a mark of 0…100.
public enum Score {
    /// Returns the mark of a drill by a scenario's way of scoring.
    ///
    /// - Returns: Mark [0…100]; infinite where nothing says how to mark: no goal has weight, or for
    ///   RoboCup Rescue nobody was at risk.
    public static func mark(_ values: MeasureValues, by definition: ScoringDefinition) -> Double {
        switch definition.marking.method {
        case .goals: mark(values, by: definition.goals)
        case .roboCupRescue: values[.roboCupRescueScore]
        }
    }

    /// Returns the weighted mean of the degrees to which goals are kept [0…100].
    static func mark(_ values: MeasureValues, by goals: [Goal]) -> Double {
        var weights = 0.0
        var sum = 0.0
        for goal in goals {
            weights += goal.weight
            sum += goal.weight * goal.degree(of: value(of: goal.measure, values))
        }
        return weights > 0 ? 100 * sum / weights : .infinity
    }

    /// Returns the steps of a mark by goals; their points add up to it.
    public static func steps(_ values: MeasureValues, by goals: [Goal]) -> [ScoreStep] {
        let weights = goals.reduce(0) { $0 + $1.weight }
        return goals.map { goal in
            let value = value(of: goal.measure, values)
            let degree = goal.degree(of: value)
            let possible = weights > 0 ? 100 * goal.weight / weights : 0
            return ScoreStep(
                goal: goal,
                value: value,
                degree: degree,
                possible: possible,
                points: possible * degree
            )
        }
    }

    /// Returns the measures that decide how a measure counts for the mark.
    public static func inputs(of measure: Measure) -> [Measure] {
        switch measure {
        case .seriousInjuries: [.deaths, .seriousInjuries]
        case .slightInjuries: [.deaths, .seriousInjuries, .slightInjuries]
        case .incidentGrade: [.deaths, .seriousInjuries, .directLossYuan, .incidentGrade]
        default: [measure]
        }
    }

    /// Returns the value of a measure as it counts for the mark.
    ///
    /// The dead count as injured too, for otherwise a death would better a mark for few injured.
    public static func value(of measure: Measure, _ values: MeasureValues) -> Double {
        switch measure {
        case .seriousInjuries: values[.seriousInjuries] + values[.deaths]
        case .slightInjuries:
            values[.slightInjuries] + values[.seriousInjuries] + values[.deaths]
        case .incidentGrade where values[.incidentGrade] > 0:
            Double(Indices.dueGrade(values).rawValue) + 1
        default: values[measure]
        }
    }
}
