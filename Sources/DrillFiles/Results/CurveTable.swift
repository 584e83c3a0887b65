public import Scoring

/// Quantiles of curves across drills, read back from `curves.csv`.
public struct CurveTable: Sendable {
    /// Times of the points from the start [s].
    public let seconds: [Double]
    /// For each curve its quantiles at these points: 5, 25, 50, 75, 95 %.
    public let curves: [(curve: Curve, quantiles: [[Double]])]

    /// Quantiles of each curve -- constant.
    private static let width = 5

    /// Reads a table as `CurveFormat` writes it.
    ///
    /// - Returns: Nil for what is no such table, or has no points.
    /// - Complexity: O(length).
    public init?(_ text: String) {
        let columnCount = 1 + Self.width * Curve.allCases.count
        var columns = Array(repeating: [Double](), count: columnCount)
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == columnCount else { return nil }
            for (column, cell) in cells.enumerated() {
                guard let value = Double(cell) else { return nil }
                columns[column].append(value)
            }
        }
        guard !columns[0].isEmpty else { return nil }
        seconds = columns[0]
        curves = Curve.allCases.enumerated().map { number, curve in
            let first = 1 + Self.width * number
            return (curve, Array(columns[first..<first + Self.width]))
        }
    }
}
