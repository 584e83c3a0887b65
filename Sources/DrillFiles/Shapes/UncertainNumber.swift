/// A number as a file gives it: known, or drawn anew in every drill.
public struct UncertainNumber: Hashable, Sendable {
    /// How the number is drawn.
    public enum Kind: Hashable, Sendable {
        /// Always the same.
        case constant(Double)
        /// Every number between two bounds alike.
        case uniform(low: Double, high: Double)
        /// Waiting without memory.
        case exponential(mean: Double)
        /// The bell curve.
        case normal(mean: Double, standardDeviation: Double)
        /// The logarithm is normal: `median` · exp(`sigma` · z).
        case lognormal(median: Double, sigma: Double)
        /// Wear and failure: `scale` · (−ln u)^(1/`shape`).
        case weibull(shape: Double, scale: Double)
        /// Density proportional to x^(`shape` − 1) · exp(−x / `scale`).
        case gamma(shape: Double, scale: Double)
        /// Sum of so many exponential stages with a mean altogether.
        case erlang(stages: Int, mean: Double)
        /// Rising to the mode and falling from it in straight lines.
        case triangular(low: Double, mode: Double, high: Double)
        /// Smooth estimate from three points, mean (`low` + 4 · `mode` + `high`) / 6.
        case pert(low: Double, mode: Double, high: Double)
        /// A share between 0 and 1 with mean `alpha` / (`alpha` + `beta`).
        case beta(alpha: Double, beta: Double)
        /// Count of independent occurrences.
        case poisson(mean: Double)
        /// Successes in so many trials.
        case binomial(trials: Int, probability: Double)
        /// Failures before the first success.
        case geometric(probability: Double)
        /// 1 with a probability, otherwise 0.
        case bernoulli(probability: Double)
        /// One of several values, by weight; as many weights as values.
        case discrete(values: [Double], weights: [Double])
        /// Read off observed values, straight between neighbours.
        case empirical(values: [Double])
    }

    /// How the number is drawn.
    public let kind: Kind

    /// Draws below are made again; nil for no such bound.
    public let atLeast: Double?

    /// Draws above are made again; nil for no such bound.
    public let atMost: Double?

    /// Creates a number.
    public init(_ kind: Kind, atLeast: Double? = nil, atMost: Double? = nil) {
        self.kind = kind
        self.atLeast = atLeast
        self.atMost = atMost
    }

    /// Range of the numbers that may be drawn, bounds of the drawing included; nil where the bounds
    /// leave nothing.
    ///
    /// An end that a continuous kind meets with probability 0 does not belong to the range.
    var support: NumberRange? {
        let natural = kind.support
        let isDiscrete = kind.isDiscrete
        var lower = natural.lower
        var upper = natural.upper
        if let atLeast, atLeast > lower?.value ?? -.infinity {
            lower = NumberRange.Bound(value: atLeast, isIncluded: isDiscrete)
        }
        if let atMost, atMost < upper?.value ?? .infinity {
            upper = NumberRange.Bound(value: atMost, isIncluded: isDiscrete)
        }
        let support = NumberRange(lower: lower, upper: upper)
        guard let lower, let upper else { return support }
        let isPoint = lower.value == upper.value && lower.isIncluded && upper.isIncluded
        return lower.value < upper.value || isPoint ? support : nil
    }
}

extension UncertainNumber.Kind {
    fileprivate var isDiscrete: Bool {
        switch self {
        case .constant, .poisson, .binomial, .geometric, .bernoulli, .discrete, .empirical: true
        case .uniform, .exponential, .normal, .lognormal, .weibull, .gamma, .erlang, .triangular,
            .pert, .beta:
            false
        }
    }

    /// Range of the numbers drawn without bounds.
    fileprivate var support: NumberRange {
        switch self {
        case .constant(let value): return .between(value, value)
        case .normal(let mean, let deviation): return deviation == 0 ? .between(mean, mean) : .any
        case .lognormal(let median, let sigma):
            return sigma == 0 ? .between(median, median) : .above(0)
        case .exponential, .weibull, .gamma, .erlang: return .above(0)
        case .uniform(let low, let high), .triangular(let low, _, let high),
            .pert(let low, _, let high):
            return low == high ? .between(low, low) : .above(low).below(high)
        case .beta: return .above(0).below(1)
        case .poisson, .geometric: return .atLeast(0)
        case .binomial(let trials, _): return .between(0, Double(trials))
        case .bernoulli: return .between(0, 1)
        case .discrete(let values, _), .empirical(let values):
            return .between(values.min() ?? 0, values.max() ?? 0)
        }
    }
}
