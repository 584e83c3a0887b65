extension Distribution {
    /// Mean, where there is a closed form; nil for truncated laws.
    ///
    /// - Complexity: O(*n*) for discrete and empirical laws of *n* values, else O(1).
    public var mean: Double? {
        switch self {
        case .constant(let value): value
        case .uniform(let low, let high): 0.5 * (low + high)
        case .exponential(let mean), .erlang(_, let mean), .poisson(let mean): mean
        case .normal(let mean, _): mean
        case .lognormal(let median, let sigma): median * Elementary.exp(0.5 * sigma * sigma)
        case .weibull(let shape, let scale): scale * Elementary.gamma(1 + 1 / shape)
        case .gamma(let shape, let scale): shape * scale
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .pert(let low, let mode, let high): (low + 4 * mode + high) / 6
        case .beta(let alpha, let beta): alpha / (alpha + beta)
        case .binomial(let trials, let probability): Double(trials) * probability
        case .geometric(let probability): (1 - probability) / probability
        case .bernoulli(let probability): probability
        case .discrete(let values, let weights): Self.discreteMean(values, weights)
        case .empirical(let values): Self.empiricalMean(values)
        case .truncated: nil
        case .scaled(let base, let factor): base.mean.map { $0 * factor }
        }
    }

    /// Standard deviation, where there is a closed form; nil for truncated laws.
    ///
    /// - Complexity: O(*n*) for discrete and empirical laws of *n* values, else O(1).
    public var standardDeviation: Double? {
        switch self {
        case .normal(_, let deviation): deviation
        case .exponential(let mean): mean
        case .lognormal(let median, let sigma):
            median * Elementary.exp(0.5 * sigma * sigma)
                * Elementary.expm1(sigma * sigma).squareRoot()
        case .truncated: nil
        case .scaled(let base, let factor): base.standardDeviation.map { $0 * factor }
        default: variance?.squareRoot()
        }
    }

    /// Variance of the laws for which it is the simpler quantity.
    private var variance: Double? {
        switch self {
        case .constant: 0
        case .uniform(let low, let high): (high - low) * (high - low) / 12
        case .weibull(let shape, let scale): Self.weibullVariance(shape, scale)
        case .gamma(let shape, let scale): shape * scale * scale
        case .erlang(let stages, let mean): mean * mean / Double(stages)
        case .triangular(let low, let mode, let high): Self.triangularVariance(low, mode, high)
        case .pert(let low, let mode, let high): Self.pertVariance(low, mode, high)
        case .beta(let alpha, let beta): Self.betaVariance(alpha, beta)
        case .poisson(let mean): mean
        case .binomial(let trials, let probability):
            Double(trials) * probability * (1 - probability)
        case .geometric(let probability): (1 - probability) / (probability * probability)
        case .bernoulli(let probability): probability * (1 - probability)
        case .discrete(let values, let weights): Self.discreteVariance(values, weights)
        case .empirical(let values): Self.empiricalVariance(values)
        case .exponential, .normal, .lognormal, .truncated, .scaled: nil
        }
    }

    private static func weibullVariance(_ shape: Double, _ scale: Double) -> Double {
        let first = Elementary.gamma(1 + 1 / shape)
        return scale * scale * (Elementary.gamma(1 + 2 / shape) - first * first)
    }

    private static func triangularVariance(
        _ low: Double,
        _ mode: Double,
        _ high: Double
    ) -> Double {
        let (left, right, width) = (mode - low, high - mode, high - low)
        return (left * left + right * right + width * width) / 36
    }

    private static func pertVariance(_ low: Double, _ mode: Double, _ high: Double) -> Double {
        guard high > low else { return 0 }
        let law = BetaLaw(pertLow: low, mode, high)
        return (high - low) * (high - low) * betaVariance(law.alpha, law.beta)
    }

    private static func betaVariance(_ alpha: Double, _ beta: Double) -> Double {
        let sum = alpha + beta
        return alpha / sum * (beta / sum) / (sum + 1)
    }

    private static func discreteMean(_ values: [Double], _ weights: [Double]) -> Double {
        var total = 0.0
        var sum = 0.0
        for index in values.indices {
            total += weights[index]
            sum += weights[index] * values[index]
        }
        return sum / total
    }

    private static func discreteVariance(_ values: [Double], _ weights: [Double]) -> Double {
        let mean = discreteMean(values, weights)
        return discreteMean(values.map { ($0 - mean) * ($0 - mean) }, weights)
    }

    /// Each stretch between neighbouring values is uniform and equally likely.
    private static func empiricalMean(_ values: [Double]) -> Double {
        guard values.count > 1 else { return values[0] }
        var sum = 0.0
        for index in 1..<values.count { sum += 0.5 * (values[index - 1] + values[index]) }
        return sum / Double(values.count - 1)
    }

    private static func empiricalVariance(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = empiricalMean(values)
        var sum = 0.0
        for index in 1..<values.count {
            let width = values[index] - values[index - 1]
            let distance = 0.5 * (values[index - 1] + values[index]) - mean
            sum += distance * distance + width * width / 12
        }
        return sum / Double(values.count - 1)
    }
}
