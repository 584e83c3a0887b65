public import Scoring

/// The mark of a batch: its spread over levels, and where points are lost.
public struct ScoreSummary: Sendable {
    /// Points that a goal gives over all drills.
    public struct Step: Sendable {
        /// The goal.
        public let goal: Goal
        /// Points it could give [0…100].
        public let possible: Double
        /// Points it gives on the mean [0…possible].
        public let points: Double
    }

    /// Method and levels.
    public let marking: Marking
    /// Marks.
    public let mark: MeasureSummary
    /// Level of the mean mark; nil where no drill has a mark.
    public let level: ScoreLevel?
    /// Drills at each level, the highest first.
    public let levels: [(level: ScoreLevel, drills: Int)]
    /// Goals with their points; empty where the mark does not come from goals.
    public let steps: [Step]

    /// Sums up the marks of drills.
    ///
    /// - Parameters:
    ///   - definition: How drills are scored.
    ///   - marks: Marks, at least one.
    ///   - degrees: How far each goal is kept on the mean [0…1].
    /// - Complexity: O(*n* log *n*).
    public init(_ definition: ScoringDefinition, marks: [Double], degrees: [Double]) {
        marking = definition.marking
        mark = MeasureSummary(marks)
        level = mark.mean.flatMap { definition.marking.level(of: $0) }
        levels = ScoreLevel.allCases.reversed().map { level in
            (level, marks.count { definition.marking.level(of: $0) == level })
        }
        let weights = definition.goals.reduce(0) { $0 + $1.weight }
        let isByGoals = definition.marking.method == .goals && weights > 0
        steps = zip(isByGoals ? definition.goals : [], degrees).map { goal, degree in
            let possible = 100 * goal.weight / weights
            return Step(goal: goal, possible: possible, points: possible * degree)
        }
    }
}
