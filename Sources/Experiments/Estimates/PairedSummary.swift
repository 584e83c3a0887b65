public import EventKernel

/// What a paired comparison says about one measure: plan minus baseline under the same luck.
public struct PairedSummary: Equatable, Sendable {
    /// Mean of the differences of the pairs in which it happened under both plans; nil where there is
    /// none.
    public let mean: Double?
    /// Lower end of its 95 % confidence interval, taken alone.
    public let low: Double?
    /// Upper end of its 95 % confidence interval, taken alone.
    public let high: Double?
    /// Interval that holds together with those of all other comparisons, with 95 %.
    public let simultaneous: ConfidenceInterval?
    /// Standard deviation of the differences; nil for fewer than two.
    public let standardDeviation: Double?
    /// Pairs in which it happened under one plan only, or under neither: left out.
    public let leftOut: Int
    /// Pairs altogether.
    public let total: Int
    /// Pairs in which the plan has the smaller value; never counts as infinite.
    public let smaller: Int
    /// Pairs in which the plan has the greater value.
    public let greater: Int
    /// Variance of the difference of independent drills over that of paired ones: what common random
    /// numbers gave; nil where it cannot be said.
    public let varianceReduction: Double?

    /// Compares the values of one measure, drill by drill.
    ///
    /// - Parameters:
    ///   - values: Values under the plan, in the order of drills.
    ///   - baseline: Values of the same drills under the baseline.
    ///   - count: Comparisons that are made together, over all measures and plans, at least 1; their
    ///     simultaneous intervals are after Bonferroni.
    /// - Precondition: Both lists are equally long.
    public init(_ values: [Double], baseline: [Double], among count: Int = 1) {
        var differences = Tally()
        var own = Tally()
        var other = Tally()
        var counts = (smaller: 0, greater: 0)
        for (value, base) in zip(values, baseline) {
            if value < base { counts.smaller += 1 }
            if value > base { counts.greater += 1 }
            guard value.isFinite, base.isFinite else { continue }
            differences.add(value - base)
            own.add(value)
            other.add(base)
        }
        total = values.count
        leftOut = values.count - Int(differences.count)
        (smaller, greater) = counts
        mean = differences.count > 0 ? differences.mean : nil
        let interval = differences.meanInterval(confidence: 0.95)
        low = interval?.low
        high = interval?.high
        simultaneous = differences.meanInterval(confidence: 1 - 0.05 / Double(count))
        standardDeviation = differences.count > 1 ? differences.standardDeviation : nil
        let paired = differences.variance
        varianceReduction =
            differences.count > 1 && paired > 0 ? (own.variance + other.variance) / paired : nil
    }
}
