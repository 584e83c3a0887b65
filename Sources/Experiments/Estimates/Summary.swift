public import EventKernel
public import Scoring
import Vocabulary

/// What a batch says about one measure: its spread (risk) and how surely its mean is known (error).
public struct MeasureSummary: Equatable, Sendable {
    /// Mean of the drills in which it happened; nil where it never did.
    public let mean: Double?
    /// Lower end of the 95 % confidence interval of the mean.
    public let meanLow: Double?
    /// Upper end of the 95 % confidence interval of the mean.
    public let meanHigh: Double?
    /// Standard deviation over the drills in which it happened; nil for fewer than two.
    public let standardDeviation: Double?
    /// Median over all drills; infinite where it did not happen in half of them.
    public let median: Double
    /// 95 % confidence interval of the median, between two of the values; infinite ends where the
    /// values do not reach that far.
    public let medianInterval: ConfidenceInterval
    /// 5 % quantile over all drills.
    public let lowerQuantile: Double
    /// 95 % quantile over all drills.
    public let upperQuantile: Double
    /// 95 % confidence interval of the 95 % quantile, between two of the values.
    public let upperInterval: ConfidenceInterval
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
        standardDeviation = tally.count > 1 ? tally.standardDeviation : nil
        let store = QuantileStore(values)
        medianInterval = store.interval(of: 0.5, confidence: 0.95)
        upperInterval = store.interval(of: 0.95, confidence: 0.95)
        median = store.quantile(0.5) ?? .nan
        lowerQuantile = store.quantile(0.05) ?? .nan
        upperQuantile = store.quantile(0.95) ?? .nan
    }
}

/// Whether a goal is met, as far as a batch can say.
///
/// Raw values are the names in result files.
public enum Verdict: String, Sendable {
    /// The whole interval lies at or above what is wanted.
    case met
    /// The whole interval lies below what is wanted.
    case notMet
    /// The interval contains what is wanted.
    case undecided
}

/// Share of drills in which something was so, and how surely it is known.
public struct ShareSummary: Equatable, Sendable {
    /// Drills in which it was so.
    public let count: Int
    /// Drills.
    public let drills: Int
    /// Share of drills [0…1]; 0 for no drills.
    public let share: Double
    /// Lower end of its interval after Wilson.
    public let low: Double
    /// Upper end of its interval after Wilson.
    public let high: Double

    /// Sums up a count.
    public init(_ count: Int, of drills: Int, confidence: Double = 0.95) {
        self.count = count
        self.drills = drills
        share = drills > 0 ? Double(count) / Double(drills) : 0
        let interval = Wilson.interval(successes: count, trials: drills, confidence: confidence)
        low = interval.low
        high = interval.high
    }
}

/// Counts the drills that end as an accident of one of the two top grades (重大、特别重大).
public struct TopGradeCount: Sendable {
    private var isTop: [Bool]

    /// Begins to count among so many drills.
    public init(_ drills: Int) {
        isTop = Array(repeating: false, count: drills)
    }

    /// Takes in the values of a measure; only those that decide the grade count.
    public mutating func take(_ measure: Measure, _ values: [Double]) {
        switch measure {
        case .deaths:
            take(values) { IncidentGrade(deaths: Int($0), seriousInjuries: 0, directLossYuan: 0) }
        case .seriousInjuries:
            take(values) { IncidentGrade(deaths: 0, seriousInjuries: Int($0), directLossYuan: 0) }
        case .directLossYuan:
            take(values) { IncidentGrade(deaths: 0, seriousInjuries: 0, directLossYuan: $0) }
        default: break
        }
    }

    /// The grade is the highest that any of the three reaches.
    private mutating func take(_ values: [Double], _ grade: (Double) -> IncidentGrade) {
        for (drill, value) in values.enumerated() where value.isFinite && grade(value) >= .major {
            isTop[drill] = true
        }
    }

    /// Share of such drills.
    public var summary: ShareSummary { ShareSummary(isTop.count { $0 }, of: isTop.count) }
}

/// What a batch says about one goal.
public struct GoalSummary: Equatable, Sendable {
    /// Drills that kept the bound.
    public let kept: Int
    /// Drills.
    public let drills: Int
    /// Share of drills that kept the bound, with its Wilson interval.
    public let probability: Double
    /// Lower end of the interval.
    public let low: Double
    /// Upper end of the interval.
    public let high: Double
    /// Confidence of the interval, inside 0…1.
    public let confidence: Double
    /// Verdict against the share that is wanted.
    public let verdict: Verdict

    /// Judges a goal by the values of its measure.
    ///
    /// Of several goals each is judged at so much more confidence that all verdicts together hold with
    /// 95 % (Bonferroni): with many goals one would else seem missed by chance.
    ///
    /// - Parameters:
    ///   - goal: The goal.
    ///   - values: Values of its measure, drill by drill.
    ///   - count: How many goals are judged together, at least 1.
    public init(_ goal: Goal, _ values: [Double], among count: Int = 1) {
        confidence = 1 - 0.05 / Double(count)
        let summary = ShareSummary(
            values.count { goal.isMet(by: $0) },
            of: values.count,
            confidence: confidence
        )
        kept = summary.count
        drills = summary.drills
        probability = summary.share
        low = summary.low
        high = summary.high
        verdict = low >= goal.probability ? .met : (high < goal.probability ? .notMet : .undecided)
    }
}
