public import Experiments
public import Scoring
import Wording

/// How one drill stands in `drills.csv`: one tidy row, its columns with stable names.
public struct RowFormat: Sendable {
    private let checkpointHours: [Double]
    private let measures: [Measure]

    /// Creates the format for a scenario: its measures and checkpoints.
    public init(_ scoring: ScoringDefinition) {
        checkpointHours = scoring.checkpointHours
        measures = scoring.measures
    }

    /// Names of all columns, `drill` first.
    public var columns: [String] {
        let shares = checkpointHours.map { "deathsPublishedShareAt\(Self.text($0))h" }
        return ["drill"] + measures.map { $0.name } + shares
    }

    /// The header line, with its line feed.
    public var header: String { columns.joined(separator: ",") + "\n" }

    /// Number of the column of a measure in the rows of scenarios that have it.
    public static func column(of measure: Measure) -> Int { places[Int(measure.rawValue)] }

    /// Columns by number of the measure: those of public opinion come last, since only some have them.
    private static let places: [Int] = {
        var places = Array(repeating: 0, count: Measure.allCases.count)
        for (place, measure) in Measure.inRows.enumerated() {
            places[Int(measure.rawValue)] = 1 + place
        }
        return places
    }()

    /// Returns the measures of a row that was read back.
    ///
    /// - Precondition: The row has a value for every column.
    func values(_ row: [Double]) -> MeasureValues {
        var values = MeasureValues()
        for measure in measures { values[measure] = row[Self.column(of: measure)] }
        return values
    }

    /// Returns the line of a drill, with its line feed.
    public func line(_ row: DrillRow) -> String {
        String(decoding: bytes(row), as: UTF8.self)
    }

    /// Returns the line of a drill, with its line feed, as it is written.
    public func bytes(_ row: DrillRow) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(16 * (1 + measures.count + row.knownDeathShares.count))
        Self.append(row.number, to: &line)
        for measure in measures { Self.append(row.values[measure], to: &line) }
        for share in row.knownDeathShares { Self.append(share, to: &line) }
        line.append(UInt8(ascii: "\n"))
        return line
    }

    /// Appends a comma and a number as `text` gives it; whole ones, which are the most, without the detour
    /// of a text.
    private static func append(_ value: Double, to line: inout [UInt8]) {
        line.append(UInt8(ascii: ","))
        guard value >= 0, value < 9e15, value == Double(Int64(value)) else {
            line.append(contentsOf: text(value).utf8)
            return
        }
        append(UInt64(value), to: &line)
    }

    private static func append(_ number: UInt64, to line: inout [UInt8]) {
        let start = line.count
        var rest = number
        repeat {
            line.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        line[start...].reverse()
    }

    /// Returns a number as it stands in files: whole numbers without fraction, others with the fewest
    /// digits that give the same number back; nothing for what never happened.
    public static func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if abs(value) < 9e15, value == Double(Int64(value)) { return "\(Int64(value))" }
        return "\(value)"
    }
}
