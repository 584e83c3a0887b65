import EventKernel
public import Experiments
public import Scoring
public import Wording

/// How a batch is summed up in `summary.json`.
public enum SummaryFormat {
    /// Version of the format.
    public static let version = 1

    /// Returns the summary.
    ///
    /// - Parameters:
    ///   - result: Rows of the batch.
    ///   - summary: What they say.
    ///   - typical: Number of the typical drill.
    ///   - score: The mark.
    ///   - goals: Goals of the scenario.
    ///   - names: Names of the goals.
    /// - Returns: The object that `--json` prints and `summary.json` holds.
    public static func json(
        _ result: BatchResult,
        _ summary: BatchSummary,
        typical: UInt64?,
        score: ScoreSummary,
        goals: [Goal],
        names: [Name]
    ) -> JSONValue {
        let judged = zip(summary.goals, zip(goals, names)).map { summary, goal in
            json(summary, goal.0, goal.1)
        }
        return .object([
            ("format", .integer(version)),
            ("digest", .text(result.digest)),
            ("drills", .integer(result.count)),
            ("failed", .list(result.failed.map { .integer(Int($0)) })),
            ("typicalDrill", typical.map { .integer(Int($0)) } ?? .null),
            ("measures", measures(summary.measures)),
            ("goals", .list(judged)),
            ("topGradeAccident", json(summary.topGrade)),
            ("score", json(score, names)),
            ("causes", causes(summary)),
        ])
    }

    /// Returns what a batch says about every measure.
    public static func measures(
        _ summaries: [(measure: Measure, summary: MeasureSummary)]
    ) -> JSONValue {
        .object(summaries.map { (key: $0.measure.name, value: json($0.summary)) })
    }

    private static func json(_ share: ShareSummary) -> JSONValue {
        .object([
            ("count", .integer(share.count)), ("probability", .number(share.share)),
            ("low", .number(share.low)), ("high", .number(share.high)),
        ])
    }

    static func json(_ summary: MeasureSummary) -> JSONValue {
        .object([
            ("mean", number(summary.mean)),
            ("meanLow", number(summary.meanLow)),
            ("meanHigh", number(summary.meanHigh)),
            ("standardDeviation", number(summary.standardDeviation)),
            ("median", number(summary.median)),
            ("medianLow", number(summary.medianInterval.low)),
            ("medianHigh", number(summary.medianInterval.high)),
            ("p5", number(summary.lowerQuantile)),
            ("p95", number(summary.upperQuantile)),
            ("p95Low", number(summary.upperInterval.low)),
            ("p95High", number(summary.upperInterval.high)),
            ("never", .integer(summary.never)),
        ])
    }

    private static func json(_ summary: GoalSummary, _ goal: Goal, _ name: Name) -> JSONValue {
        .object([
            ("name", .text(name.id)),
            ("measure", .text(goal.measure.name)),
            (goal.isUpperBound ? "atMost" : "atLeast", .number(goal.bound)),
            ("withProbability", .number(goal.probability)),
            ("kept", .integer(summary.kept)),
            ("probability", .number(summary.probability)),
            ("low", .number(summary.low)),
            ("high", .number(summary.high)),
            ("confidence", .number(summary.confidence)),
            ("verdict", .text(summary.verdict.rawValue)),
        ])
    }

    /// What never happened is null.
    public static func number(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(value)
    }
}
