import EventKernel
import Scoring
import Wording

/// How curves stand in `curves.csv`: one row an instant, for every curve its quantiles across drills.
public enum CurveFormat {
    private static let shares: [(String, Double)] = [
        ("p5", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95),
    ]

    /// Returns the file.
    ///
    /// - Parameters:
    ///   - curves: Curves drill by drill, each point after point with all curves in order.
    ///   - stepSeconds: Time from point to point [s].
    /// - Returns: The table; only its header where there are no drills.
    public static func csv(_ curves: [[Float]], stepSeconds: Double) -> String {
        var text = header
        let width = Curve.count
        guard let first = curves.first else { return text }
        for point in 0..<(first.count / width) {
            text += RowFormat.text(Double(point) * stepSeconds)
            for curve in 0..<width {
                let values = curves.map { $0[point * width + curve] }.sorted()
                for (_, share) in shares {
                    text += "," + RowFormat.text(Double(quantile(share, of: values)))
                }
            }
            text += "\n"
        }
        return text
    }

    private static var header: String {
        let columns = Curve.allCases.flatMap { curve in
            shares.map { "\(curve.name).\($0.0)" }
        }
        return (["secondsFromStart"] + columns).joined(separator: ",") + "\n"
    }

    private static func quantile(_ share: Double, of sorted: [Float]) -> Float {
        sorted[QuantileStore.place(of: share, in: sorted.count) ?? 0]
    }
}
