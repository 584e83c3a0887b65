import EventKernel
public import Scoring

/// What a batch says about one measure: its spread (risk) and how surely its mean is known (error).
public struct MeasureSummary: Equatable, Sendable {
    /// Mean of the drills in which it happened; nil where it never did.
    public let mean: Double?
    /// Lower end of the 95 % confidence interval of the mean.
    public let meanLow: Double?
    /// Upper end of the 95 % confidence interval of the mean.
    public let meanHigh: Double?
    /// Median over all drills; infinite where it did not happen in half of them.
    public let median: Double
    /// 5 % quantile over all drills.
    public let lowerQuantile: Double
    /// 95 % quantile over all drills.
    public let upperQuantile: Double
    /// Drills in which it never happened, which the mean leaves out.
    public let never: Int

    /// Summarises the values of one measure.
    ///
    /// - Precondition: There is at least one value.
    /// - Complexity: O(*n* log *n*).
    public init(_ values: [Double]) {
        var tally = Tally()
        var never = 0
        for value in values {
            if value.isFinite { tally.add(value) } else { never += 1 }
        }
        self.never = never
        let interval = tally.meanInterval(confidence: 0.95)
        mean = tally.count > 0 ? tally.mean : nil
        meanLow = interval?.low
        meanHigh = interval?.high
        let store = QuantileStore(values)
        median = store.quantile(0.5) ?? .nan
        lowerQuantile = store.quantile(0.05) ?? .nan
        upperQuantile = store.quantile(0.95) ?? .nan
    }
}

/// Whether a goal is met, as far as a batch can say.
public enum Verdict: Sendable {
    /// The whole interval lies at or above what is wanted.
    case met
    /// The whole interval lies below what is wanted.
    case notMet
    /// The interval contains what is wanted.
    case undecided
}

/// What a batch says about one goal.
public struct GoalSummary: Equatable, Sendable {
    /// Drills that kept the bound.
    public let kept: Int
    /// Drills.
    public let drills: Int
    /// Share of drills that kept the bound, with its 95 % Wilson interval.
    public let probability: Double
    /// Lower end of the interval.
    public let low: Double
    /// Upper end of the interval.
    public let high: Double
    /// Verdict against the share that is wanted.
    public let verdict: Verdict

    /// Judges a goal by the values of its measure.
    public init(_ goal: Goal, _ values: [Double]) {
        kept = values.count { goal.isMet(by: $0) }
        drills = values.count
        let interval = Wilson.interval(successes: kept, trials: drills, confidence: 0.95)
        probability = drills > 0 ? Double(kept) / Double(drills) : 0
        low = interval.low
        high = interval.high
        verdict = low >= goal.probability ? .met : (high < goal.probability ? .notMet : .undecided)
    }
}

/// What a paired comparison says about one measure: plan minus baseline under the same luck.
public struct PairedSummary: Equatable, Sendable {
    /// Mean of the differences of the pairs in which it happened under both plans; nil where there is
    /// none.
    public let mean: Double?
    /// Lower end of its 95 % confidence interval.
    public let low: Double?
    /// Upper end of its 95 % confidence interval.
    public let high: Double?
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
    /// - Precondition: Both lists are equally long and in the order of drills.
    public init(_ values: [Double], baseline: [Double]) {
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
        let paired = differences.variance
        varianceReduction =
            differences.count > 1 && paired > 0 ? (own.variance + other.variance) / paired : nil
    }
}
