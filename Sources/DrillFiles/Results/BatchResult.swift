public import Experiments
import EventKernel
public import Scoring

/// What a batch has given, column by column: kept in memory, or read back from its table.
public struct BatchResult: Sendable {
    private enum Storage: Sendable {
        case memory([[Double]])
        case table(RowFile)
    }

    private var storage: Storage
    /// Measures of the scenario, in the order of result files.
    private let measures: [Measure]
    /// Number of the first drill.
    public let firstDrill: UInt64
    /// Drills.
    public private(set) var count = 0
    /// Curves of the first drills, drill by drill.
    public var curves: [[Float]] = []
    /// SHA-256 of the rows as `drills.csv` holds them; empty where they are not written.
    public var digest = ""
    /// Drills in which something was found that must not be.
    public var failed: [UInt64] = []

    /// Most drills whose curves are kept -- constant.
    public static let curveLimit = 2000

    /// Creates an empty result of such measures that keeps rows in memory, the first of them that of
    /// drill 0.
    public init(_ measures: [Measure]) {
        self.measures = measures
        storage = .memory(Array(repeating: [], count: Measure.allCases.count))
        firstDrill = 0
    }

    /// Stands for the rows of a table with such measures.
    public init(_ table: RowFile, firstDrill: UInt64, _ measures: [Measure]) {
        self.measures = measures
        storage = .table(table)
        count = table.rowCount
        self.firstDrill = firstDrill
    }

    /// Takes in the row of the next drill, to be kept in memory.
    ///
    /// - Precondition: The result does not stand for a table.
    public mutating func add(_ row: DrillRow) {
        guard case .memory(var columns) = storage else {
            preconditionFailure("A table on disk grows on disk.")
        }
        storage = .memory([])
        for measure in Measure.allCases {
            columns[Int(measure.rawValue)].append(row.values[measure])
        }
        storage = .memory(columns)
        count += 1
        if row.violation != nil { failed.append(row.number) }
    }

    /// Values of one measure, drill by drill.
    public subscript(measure: Measure) -> [Double] {
        get throws(OutputError) {
            switch storage {
            case .memory(let columns): return columns[Int(measure.rawValue)]
            case .table(let table): return try table.columns([RowFormat.column(of: measure)])[0]
            }
        }
    }

    /// Goes through the values of measures one after another, in the order of result files; through
    /// all where none are named.
    public func forEach(
        _ wanted: [Measure]? = nil,
        _ take: (Measure, [Double]) -> Void
    ) throws(OutputError) {
        let all = self.measures
        let measures = wanted.map { wanted in all.filter { wanted.contains($0) } } ?? all
        switch storage {
        case .memory(let columns):
            for measure in measures { take(measure, columns[Int(measure.rawValue)]) }
        case .table(let table):
            let places = measures.map { RowFormat.column(of: $0) }
            try table.forEachColumn(places) { place, values in
                if let index = places.firstIndex(of: place) { take(measures[index], values) }
            }
        }
    }

    /// Number of the drill that lies nearest the middle in deaths, serious injuries, first arrival and
    /// fire-out together, by ranks; of equals the first.
    public var typicalDrill: UInt64? {
        get throws(OutputError) {
            let keys: [Measure] = [
                .deaths, .seriousInjuries, .secondsToFirstArrival, .secondsToFireOut,
            ]
            var distance = Array(repeating: 0.0, count: count)
            for key in keys {
                for (index, rank) in Self.ranks(try self[key]).enumerated() {
                    distance[index] += abs(rank - Double(count - 1) / 2)
                }
            }
            let place = distance.indices.min { distance[$0] < distance[$1] }
            return place.map { firstDrill + UInt64($0) }
        }
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

/// What a batch says about all measures and goals.
public struct BatchSummary: Sendable {
    /// What it says about every measure, in the order of result files.
    public private(set) var measures: [(measure: Measure, summary: MeasureSummary)] = []
    /// What it says about every goal, in the order of the scenario.
    public let goals: [GoalSummary]
    /// Probability of an accident of one of the two top grades (重大、特别重大).
    public let topGrade: ShareSummary

    /// Sums up a batch.
    ///
    /// - Precondition: It has drills.
    public init(_ result: BatchResult, goals: [Goal]) throws(OutputError) {
        var measures: [(measure: Measure, summary: MeasureSummary)] = []
        var judged = [GoalSummary?](repeating: nil, count: goals.count)
        var grades = TopGradeCount(result.count)
        try result.forEach { measure, values in
            measures.append((measure, MeasureSummary(values)))
            for (index, goal) in goals.enumerated() where goal.measure == measure {
                judged[index] = GoalSummary(goal, values, among: goals.count)
            }
            grades.take(measure, values)
        }
        self.measures = measures
        self.goals = judged.compactMap { $0 }
        topGrade = grades.summary
    }
}
