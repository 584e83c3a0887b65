public struct Tally: Sendable {
    public private(set) var count = 0; public private(set) var mean = 0.0; var m2 = 0.0
    public init() {}
    public mutating func add(_ x: Double) {
        count += 1; let d = x - mean; mean += d / Double(count); m2 += d * (x - mean)
    }
    public var variance: Double { count > 1 ? m2 / Double(count - 1) : 0 }
    public func meanInterval(confidence: Double) -> (low: Double, high: Double)? {
        guard count > 1 else { return nil };
        let h =
            Elementary.normalQuantile(0.5 + confidence / 2)
            * (variance / Double(count)).squareRoot();
        return (mean - h, mean + h)
    }
}
public enum Wilson {
    public static func interval(
        successes: Int,
        trials: Int,
        confidence: Double
    ) -> (low: Double, high: Double) {
        guard trials > 0 else { return (0, 1) };
        let z = Elementary.normalQuantile(0.5 + confidence / 2), n = Double(trials),
            p = Double(successes) / n
        let c = (p + z * z / (2 * n)) / (1 + z * z / n),
            h = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        ; return (max(0, c - h), min(1, c + h))
    }
}
