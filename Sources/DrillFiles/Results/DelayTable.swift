public import Scoring
import Wording

/// What delays cost, read back from `points.csv` of a study with a single factor that is a delay.
///
/// The delay of a point is the number at the end of its level's name, as in `late-30`, or the value of
/// the factor where that is a number [min].
public struct DelayTable: Sendable {
    /// One delay under one measure.
    public struct Point: Sendable {
        /// Delay [min].
        public let minutes: Double
        /// Mean with its 95 % interval; nil for what cannot be said.
        public let mean, low, high: Double?
    }

    /// Drills at each delay.
    public let drills: Int
    /// For each measure its points by rising delay.
    public let curves: [(measure: Measure, points: [Point])]

    /// Reads the table of a study's folder.
    ///
    /// - Throws: `ResultMismatch` where there is no table of a study with one factor.
    public init(in folder: String) throws {
        let path = folder + "/points.csv"
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics) else {
            throw Self.refusal(path)
        }
        let rows = CSVTable.read(source, into: &diagnostics).rows.map { $0.map(\.text) }
        guard let table = DelayTable(rows) else { throw Self.refusal(path) }
        self = table
    }

    private static func refusal(_ path: String) -> ResultMismatch {
        ResultMismatch(
            path: path,
            [
                Bilingual(
                    "this is no table of a study over one plan and one factor whose levels end in minutes",
                    "这不是单一预案、单一因素（水平名以分钟数结尾）的研究结果表"
                )
            ]
        )
    }

    private init?(_ rows: [[String]]) {
        guard let header = rows.first, header.count == 13, header[3] == "measure",
            header[4] == "drills"
        else { return nil }
        var curves: [(measure: Measure, points: [Point])] = []
        var drills = 0
        for row in rows.dropFirst() {
            guard row.count == header.count, row[1] == rows[1][1],
                let minutes = Self.minutes(row[2]),
                let measure = Measure.allCases.first(where: { $0.name == row[3] })
            else { return nil }
            drills = max(drills, Int(row[4]) ?? 0)
            let point = Point(
                minutes: minutes,
                mean: Double(row[5]),
                low: Double(row[6]),
                high: Double(row[7])
            )
            if let place = curves.firstIndex(where: { $0.measure == measure }) {
                curves[place].points.append(point)
            } else {
                curves.append((measure, [point]))
            }
        }
        guard !curves.isEmpty else { return nil }
        self.drills = drills
        self.curves = curves.map { ($0.measure, $0.points.sorted { $0.minutes < $1.minutes }) }
    }

    private static func minutes(_ level: String) -> Double? {
        if let value = Double(level) { return value }
        let digits = String(level.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        return Double(digits)
    }
}
