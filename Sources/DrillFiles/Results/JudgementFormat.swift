public import Experiments
import EventKernel
public import Scoring
import Wording

/// How goals, marks, causes and references stand in results.
extension SummaryFormat {
    /// The mark of a batch.
    static func json(_ summary: ScoreSummary, _ names: [Name]) -> JSONValue {
        let steps = zip(names, summary.steps).map { name, step in
            JSONValue.object([
                ("name", .text(name.id)), ("weight", .number(step.goal.weight)),
                ("fullPoints", .number(step.possible)), ("meanPoints", .number(step.points)),
            ])
        }
        return .object([
            ("method", .text(summary.marking.method.name)),
            ("mean", number(summary.mark.mean)),
            ("level", summary.level.map { .text($0.name) } ?? .null),
            ("rating", summary.level.map { .text($0.rating) } ?? .null),
            (
                "drillsAtLevel",
                .object(summary.levels.map { ($0.level.name, .integer($0.drills)) })
            ),
            ("steps", .list(steps)),
        ])
    }

    /// What deaths, late arrivals and missed goals are laid to: means a drill, which add up.
    static func causes(_ summary: BatchSummary) -> JSONValue {
        func mean(_ measure: Measure) -> JSONValue {
            number(summary.measures.first { $0.measure == measure }?.summary.mean)
        }
        let tables = Frame.allCases.compactMap { frame -> (key: String, value: JSONValue)? in
            guard let total = frame.total else { return nil }
            let links = frame.measures.map { (key: $0.cause?.name ?? "", value: mean($0)) }
            return (
                total.name, .object([("mean", mean(total)), ("laidTo", .object(links))])
            )
        }
        return .object(tables)
    }

    /// What a plan does against its references.
    public static func json(_ comparison: ReferenceComparison) -> JSONValue {
        let lines = comparison.lines.map { line in
            (
                key: line.measure.name,
                value: JSONValue.object([
                    ("noResponse", json(line.noResponse)), ("plan", json(line.plan)),
                    ("idealResponse", json(line.idealResponse)),
                    ("sparedByThePlan", json(line.spared)),
                    ("stillPreventable", json(line.preventable)),
                ])
            )
        }
        return .object([
            ("measures", .object(lines)),
            ("publicSafetyIndex", number(comparison.publicSafetyIndex)),
        ])
    }

    /// A paired difference.
    private static func json(_ pair: PairedSummary) -> JSONValue {
        .object([
            ("mean", number(pair.mean)), ("low", number(pair.low)), ("high", number(pair.high)),
            ("less", .integer(pair.smaller)), ("more", .integer(pair.greater)),
        ])
    }
}

extension BatchResult {
    /// Returns the mark of the batch: spread over levels, and where points are lost.
    ///
    /// - Complexity: O(drills × goals); holds the columns of one goal at a time.
    public func score(_ scoring: ScoringDefinition) throws(OutputError) -> ScoreSummary {
        var points: [Double] = []
        for goal in scoring.goals { points.append(try meanDegree(of: goal)) }
        return ScoreSummary(scoring, marks: try self[.score], degrees: points)
    }

    /// Mean over drills of how far a goal is kept as it counts for the mark [0…1].
    private func meanDegree(of goal: Goal) throws(OutputError) -> Double {
        let needed = Score.inputs(of: goal.measure)
        var columns: [[Double]] = []
        for measure in needed { columns.append(try self[measure]) }
        var values = MeasureValues()
        var sum = 0.0
        for drill in 0..<count {
            for (measure, column) in zip(needed, columns) { values[measure] = column[drill] }
            sum += goal.degree(of: Score.value(of: goal.measure, values))
        }
        return count > 0 ? sum / Double(count) : 0
    }
}
