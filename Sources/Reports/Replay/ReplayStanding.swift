public import Scoring

/// Where one drill lies among those of a batch.
public struct ReplayStanding: Sendable {
    /// One measure: how it is spread over the batch, and the value of the drill shown.
    public struct Line: Sendable {
        /// The measure.
        public let measure: Measure
        /// Drills in which it came to anything.
        public let count: Int
        /// Drills in which it never happened.
        public let never: Int
        /// Lower bound of the first bar.
        public let low: Double
        /// Upper bound of the last bar.
        public let high: Double
        /// Drills in every bar, of equal width.
        public let bars: [Int]
        /// Value of the drill shown; infinite for what never happened.
        public let value: Double
        /// Share of the batch with a smaller value, half of the equal ones counted [0…1].
        public let rank: Double
    }

    /// Folder of the results as the user named it, drills and seed of the batch.
    public let folder: String
    /// Drills of the batch.
    public let drills: Int
    /// Measures.
    public let lines: [Line]

    /// Bars of a spread -- constant.
    private static let barCount = 24

    /// Places a drill among the values of a batch.
    ///
    /// - Parameters:
    ///   - folder: Folder of the results.
    ///   - drills: Number of drills in the batch.
    ///   - columns: For every measure its values in the batch, and that of the drill shown.
    public init(
        folder: String,
        drills: Int,
        _ columns: [(measure: Measure, batch: [Double], value: Double)]
    ) {
        self.folder = folder
        self.drills = drills
        lines = columns.compactMap { Self.line($0.measure, $0.batch, $0.value) }
    }

    private static func line(_ measure: Measure, _ batch: [Double], _ value: Double) -> Line? {
        let finite = batch.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return nil }
        var bars = Array(repeating: 0, count: barCount)
        let width = (high - low) / Double(barCount)
        for number in finite {
            let place = width > 0 ? Int((number - low) / width) : 0
            bars[min(place, barCount - 1)] += 1
        }
        let less = batch.count { $0 < value }
        let equal = batch.count { $0 == value }
        return Line(
            measure: measure,
            count: finite.count,
            never: batch.count - finite.count,
            low: low,
            high: high,
            bars: bars,
            value: value,
            rank: (Double(less) + Double(equal) / 2) / Double(max(1, batch.count))
        )
    }
}
