public import Experiments
import EventKernel
public import Scoring
public import Wording

/// The rows of a batch, column by column, and what they say together.
public struct BatchResult: Sendable {
    /// Numbers of the drills, in order.
    public private(set) var numbers: [UInt64] = []
    /// Values of every measure, drill by drill.
    public private(set) var values: [[Double]]
    /// Shares of deaths published at every checkpoint, drill by drill.
    public private(set) var shares: [[Double]]
    /// Curves of the first drills, drill by drill.
    public private(set) var curves: [[Float]] = []
    /// SHA-256 of the rows as `drills.csv` holds them; empty until they are written.
    public var digest = ""
    /// Drills in which something was found that must not be.
    public private(set) var failed: [UInt64] = []

    /// Most drills whose curves are kept -- constant.
    public static let curveLimit = 2000

    /// Creates an empty result.
    public init(checkpoints: Int) {
        values = Array(repeating: [], count: Measure.allCases.count)
        shares = Array(repeating: [], count: checkpoints)
    }

    /// Takes in the row of the next drill.
    public mutating func add(_ row: DrillRow) {
        numbers.append(row.number)
        for measure in Measure.allCases {
            values[Int(measure.rawValue)].append(row.values[measure])
        }
        for (index, share) in row.knownDeathShares.enumerated() { shares[index].append(share) }
        if curves.count < Self.curveLimit { curves.append(row.curves) }
        if row.violation != nil { failed.append(row.number) }
    }

    /// Values of one measure, drill by drill.
    public subscript(measure: Measure) -> [Double] { values[Int(measure.rawValue)] }

    /// Number of the drill that lies nearest the middle in deaths, serious injuries, first arrival and
    /// fire-out together, by ranks; of equals the first.
    public var typicalDrill: UInt64? {
        let keys: [Measure] = [
            .deaths, .seriousInjuries, .secondsToFirstArrival, .secondsToFireOut,
        ]
        var distance = Array(repeating: 0.0, count: numbers.count)
        for key in keys {
            for (index, rank) in Self.ranks(self[key]).enumerated() {
                distance[index] += abs(rank - Double(numbers.count - 1) / 2)
            }
        }
        return numbers.indices.min { distance[$0] < distance[$1] }.map { numbers[$0] }
    }

    /// Returns the rank of every value; equal values share the mean of their ranks.
    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted {
            values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1
        }
        var ranks = Array(repeating: 0.0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 }
            start = end + 1
        }
        return ranks
    }
}

/// How a batch is summed up in `summary.json`.
public enum SummaryFormat {
    /// Version of the format.
    public static let version = 1

    /// Returns the summary.
    ///
    /// - Parameters:
    ///   - result: Rows of the batch.
    ///   - goals: Goals of the scenario.
    ///   - names: Names of the goals.
    /// - Returns: The object that `--json` prints and `summary.json` holds.
    public static func json(
        _ result: BatchResult,
        goals: [Goal],
        names: [Name]
    ) -> JSONValue {
        let judged = zip(goals, names).map { goal, name in
            json(GoalSummary(goal, result[goal.measure]), goal, name)
        }
        return .object([
            ("format", .integer(version)),
            ("digest", .text(result.digest)),
            ("drills", .integer(result.numbers.count)),
            ("failed", .list(result.failed.map { .integer(Int($0)) })),
            ("typicalDrill", result.typicalDrill.map { .integer(Int($0)) } ?? .null),
            ("measures", measures(of: result)),
            ("goals", .list(judged)),
        ])
    }

    /// Returns what a batch says about every measure.
    public static func measures(of result: BatchResult) -> JSONValue {
        .object(
            Measure.allCases.map { measure in
                (key: measure.name, value: json(MeasureSummary(result[measure])))
            }
        )
    }

    private static func json(_ summary: MeasureSummary) -> JSONValue {
        .object([
            ("mean", number(summary.mean)),
            ("meanLow", number(summary.meanLow)),
            ("meanHigh", number(summary.meanHigh)),
            ("median", number(summary.median)),
            ("p5", number(summary.lowerQuantile)),
            ("p95", number(summary.upperQuantile)),
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
            ("verdict", .text(summary.verdict.name)),
        ])
    }

    /// What never happened is null.
    static func number(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(value)
    }
}

extension Verdict {
    /// Name in files.
    public var name: String {
        switch self {
        case .met: "met"
        case .notMet: "notMet"
        case .undecided: "undecided"
        }
    }

    /// Name for readers.
    public var title: Bilingual {
        switch self {
        case .met: Bilingual("met", "达标")
        case .notMet: Bilingual("not met", "未达标")
        case .undecided: Bilingual("undecided", "未定")
        }
    }
}
