import EventKernel
import Experiments
import Scoring

/// Coverage of every interval that the program prints.
public enum IntervalTrials {
    /// Tries all intervals.
    public static func all(_ repetitions: Int) -> [Trial] {
        means(repetitions) + proportions(repetitions) + quantiles(repetitions)
            + pairs(repetitions) + together(repetitions)
    }

    private static func means(_ repetitions: Int) -> [Trial] {
        [5, 20, 200].map { count in
            Trial("mean, normal, n \(count)", repetitions, .exactly(0.95)) { luck in
                let summary = MeasureSummary(luck.many(count) { $0.normal() })
                return (summary.meanLow ?? 1) <= 0 && 0 <= (summary.meanHigh ?? -1)
            }
        }
            + [
                Trial("mean, exponential, n 1000", repetitions, .atLeast(0.945)) { luck in
                    let summary = MeasureSummary(luck.many(1000) { $0.exponential() })
                    return (summary.meanLow ?? 2) <= 1 && 1 <= (summary.meanHigh ?? 0)
                }
            ]
    }

    private static func proportions(_ repetitions: Int) -> [Trial] {
        [(100, 0.01), (50, 0.1), (200, 0.5), (1000, 0.95)].map { count, share in
            let exact = wilsonCoverage(count, share)
            let name = "proportion (Wilson), n \(count), p \(share)"
            return Trial(name, repetitions, .exactly(exact)) { luck in
                var goal = Goal()
                goal.bound = share
                // A drill keeps the bound with the share as its probability.
                let values = luck.many(count) { $0.uniform() + 1e-300 }
                let summary = GoalSummary(goal, values)
                return summary.low <= share && share <= summary.high
            }
        }
    }

    /// Probability that Wilson's interval contains the truth, summed over all outcomes.
    public static func wilsonCoverage(
        _ count: Int,
        _ share: Double,
        confidence: Double = 0.95
    ) -> Double {
        var sum = 0.0
        for hits in 0...count {
            let interval = Wilson.interval(successes: hits, trials: count, confidence: confidence)
            if interval.contains(share) { sum += binomial(hits, count, share) }
        }
        return sum
    }

    private static func binomial(_ hits: Int, _ count: Int, _ share: Double) -> Double {
        var log = Double(hits) * Elementary.log(share)
        log += Double(count - hits) * Elementary.log(1 - share)
        for factor in 0..<hits {
            log += Elementary.log(Double(count - factor)) - Elementary.log(Double(factor + 1))
        }
        return Elementary.exp(log)
    }

    private static func quantiles(_ repetitions: Int) -> [Trial] {
        [(25, 0.5), (101, 0.5), (200, 0.95), (1000, 0.95)].map { count, share in
            let exact = quantileCoverage(count, share)
            let name = "quantile \(share), exponential, n \(count)"
            let truth = -Elementary.log1p(-share)
            return Trial(name, repetitions, .exactly(exact)) { luck in
                let summary = MeasureSummary(luck.many(count) { $0.exponential() })
                return (share == 0.5 ? summary.medianInterval : summary.upperInterval)
                    .contains(truth)
            }
        }
    }

    /// Probability that an interval between two order statistics contains the quantile: that the number
    /// of values below it lies between their ranks.
    public static func quantileCoverage(_ count: Int, _ share: Double) -> Double {
        let ranks = QuantileStore((1...count).map { Double($0) })
        let interval = ranks.interval(of: share, confidence: 0.95)
        let low = interval.low.isFinite ? Int(interval.low) : 0
        let high = interval.high.isFinite ? Int(interval.high) : count + 1
        return (low..<high).reduce(0) { $0 + binomial($1, count, share) }
    }

    private static func pairs(_ repetitions: Int) -> [Trial] {
        [0.0, 0.9].map { common in
            let name = "paired difference, n 30, correlation \(common)"
            return Trial(name, repetitions, .exactly(0.95)) { luck in
                let pairs = (0..<30).map { _ in pair(&luck, correlation: common, difference: 0.3) }
                let summary = PairedSummary(pairs.map { $0.1 }, baseline: pairs.map { $0.0 })
                return (summary.low ?? 1) <= 0.3 && 0.3 <= (summary.high ?? 0)
            }
        }
    }

    private static func pair(
        _ luck: inout Luck,
        correlation: Double,
        difference: Double
    ) -> (Double, Double) {
        let common = correlation.squareRoot() * luck.normal()
        let own = (1 - correlation).squareRoot()
        return (common + own * luck.normal(), common + own * luck.normal() + difference)
    }

    private static func together(_ repetitions: Int) -> [Trial] {
        let exact = Elementary.pow(1 - 0.05 / 12, 12)
        let name = "12 independent paired differences together, n 25"
        let independent = Trial(name, repetitions, .exactly(exact)) { luck in
            (0..<12).allSatisfy { _ in
                let pairs = (0..<25).map { _ in pair(&luck, correlation: 0.5, difference: 0) }
                let summary = PairedSummary(
                    pairs.map { $0.1 },
                    baseline: pairs.map { $0.0 },
                    among: 12
                )
                return summary.simultaneous?.contains(0) ?? false
            }
        }
        let each = wilsonCoverage(400, 0.9, confidence: 1 - 0.05 / 6)
        let all = Elementary.pow(each, 6)
        let goals = Trial("verdicts on 6 goals together, n 400", repetitions, .exactly(all)) {
            luck in
            (0..<6).allSatisfy { _ in
                var goal = Goal()
                goal.bound = 0.9
                goal.probability = 0.9
                let values = luck.many(400) { $0.uniform() }
                let summary = GoalSummary(goal, values, among: 6)
                return summary.low <= 0.9 && 0.9 <= summary.high
            }
        }
        return [independent, goals]
    }
}
