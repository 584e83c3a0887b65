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
        let columnCount = 1 + measures.count + row.knownDeathShares.count
        let capacity = LineWriter.bytesPerNumber * columnCount
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var line = LineWriter(buffer)
            line.append(row.number)
            for measure in measures { line.append(row.values[measure]) }
            for share in row.knownDeathShares { line.append(share) }
            line.append(UInt8(ascii: "\n"))
            count = line.count
        }
    }

    /// Returns a number as it stands in files: whole numbers without fraction, others with the fewest
    /// digits that give the same number back; nothing for what never happened.
    public static func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if abs(value) < 9e15, value == Double(Int64(value)) { return "\(Int64(value))" }
        return value.description
    }
}

/// Writes numbers one behind another into memory that is large enough.
private struct LineWriter {
    /// The longest is a comma and a number like -2.2250738585072014e-308; the last column has the line feed besides.
    static let bytesPerNumber = 26

    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    /// Appends a comma and a number as `RowFormat.text` gives it; whole ones, which are the most, without the
    /// detour of a text.
    mutating func append(_ value: Double) {
        append(UInt8(ascii: ","))
        guard value >= 0, value < 9e15, value == Double(Int64(value)) else {
            for byte in RowFormat.text(value).utf8 { append(byte) }
            return
        }
        append(UInt64(value))
    }

    mutating func append(_ number: UInt64) {
        let start = count
        var rest = number
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start..<count].reverse()
    }
}
