extension Distribution {
    /// Returns the number below which the variable lies with probability `u`.
    ///
    /// Finite for every u from 0 to 1: u is first brought within 2^-54 and 1 - 2^-53. Never
    /// decreases as u increases. Gamma, Erlang, beta and PERT laws are inverted by search to about
    /// 13 digits; counts with a variance above 10^5, and gamma laws with a shape above that, by an
    /// expansion whose error is a small part of the next count.
    ///
    /// - Parameter u: Probability [0…1].
    /// - Returns: The quantile, in the unit of the law.
    /// - Complexity: O(1); O(*n*) for a discrete law of *n* values; O(√*m*) for counts of mean *m*
    ///   and gamma laws of shape *m*, up to *m* = 10^5.
    public func quantile(_ u: Double) -> Double {
        let level = Level(lower: max(u, 0x1p-54), upper: max(1 - u, 0x1p-53))
        // The laws that event loops draw from most go the shortest way.
        if case .exponential(let mean) = self { return mean * Self.standardExponential(at: level) }
        if case .lognormal(let median, let sigma) = self {
            return finite(median * Elementary.exp(sigma * Self.standardNormal(at: level)))
        }
        return quantile(at: level)
    }

    /// The quantile at a level other than 0 or 1.
    func quantile(at level: Level) -> Double {
        switch self {
        case .constant(let value): value
        case .uniform(let low, let high): low + (high - low) * level.lower
        case .exponential(let mean): mean * Self.standardExponential(at: level)
        case .normal(let mean, let deviation):
            mean + deviation * Self.standardNormal(at: level)
        case .lognormal(let median, let sigma):
            finite(median * Elementary.exp(sigma * Self.standardNormal(at: level)))
        case .weibull(let shape, let scale):
            finite(scale * Elementary.pow(Self.standardExponential(at: level), 1 / shape))
        case .gamma(let shape, let scale):
            scale * GammaLaw(shape: shape).quantile(at: level)
        case .erlang(let stages, let mean):
            Self.erlangQuantile(stages, mean, at: level)
        case .triangular(let low, let mode, let high):
            Self.triangularQuantile(low, mode, high, at: level)
        case .pert(let low, let mode, let high):
            Self.pertQuantile(low, mode, high, at: level)
        case .beta(let alpha, let beta): BetaLaw(alpha, beta).quantile(at: level)
        case .poisson(let mean): PoissonLaw(mean: mean).quantile(at: level)
        case .binomial(let trials, let probability):
            BinomialLaw(trials: trials, probability: probability).quantile(at: level)
        case .geometric(let probability): Self.geometricQuantile(probability, at: level)
        case .bernoulli(let probability): level.upper > probability ? 0 : 1
        case .discrete(let values, let weights):
            Self.discreteQuantile(values, weights, at: level)
        case .empirical(let values): Self.empiricalQuantile(values, at: level)
        case .truncated(let base, let low, let high):
            base.truncatedQuantile(low, high, at: level)
        case .scaled(let base, let factor): finite(base.quantile(at: level) * factor)
        }
    }

    private func finite(_ value: Double) -> Double {
        min(value, .greatestFiniteMagnitude)
    }

    /// Quantile of the exponential law with mean 1.
    @inline(__always)
    private static func standardExponential(at level: Level) -> Double {
        // Near 0 only the lower probability has digits. The bound is a hair below -ln(1 - 2^-10),
        // and so below what the upper probability gives where the two meet.
        if level.lower < 0x1p-10 {
            return min(0x1.00200556558p-10, -Elementary.log1p(-level.lower))
        }
        return -Elementary.log(level.upper)
    }

    /// Quantile of the normal law with mean 0 and standard deviation 1.
    @inline(__always)
    static func standardNormal(at level: Level) -> Double {
        let isLower = level.isInLowerHalf
        let distance = max(0, Elementary.upperQuantile(isLower ? level.lower : level.upper))
        return isLower ? 0 - distance : distance
    }

    private static func erlangQuantile(_ stages: Int, _ mean: Double, at level: Level) -> Double {
        if stages == 1 { return mean * standardExponential(at: level) }
        let shape = Double(stages)
        return mean / shape * GammaLaw(shape: shape).quantile(at: level)
    }

    private static func triangularQuantile(
        _ low: Double,
        _ mode: Double,
        _ high: Double,
        at level: Level
    ) -> Double {
        let width = high - low
        if level.lower * width < mode - low {
            return min(mode, low + (level.lower * width * (mode - low)).squareRoot())
        }
        return max(mode, high - (level.upper * width * (high - mode)).squareRoot())
    }

    private static func pertQuantile(
        _ low: Double,
        _ mode: Double,
        _ high: Double,
        at level: Level
    ) -> Double {
        guard high > low else { return low }
        return low + (high - low) * BetaLaw(pertLow: low, mode, high).quantile(at: level)
    }

    private static func geometricQuantile(_ probability: Double, at level: Level) -> Double {
        guard probability < 1 else { return 0 }
        let trials = standardExponential(at: level) / -Elementary.log1p(-probability)
        return max(0, Elementary.ceil(trials) - 1)
    }

    private static func discreteQuantile(
        _ values: [Double],
        _ weights: [Double],
        at level: Level
    ) -> Double {
        var total = 0.0
        for weight in weights { total += weight }
        let target = level.lower * total
        var sum = 0.0
        var last = 0
        for index in values.indices where weights[index] > 0 {
            last = index
            sum += weights[index]
            if sum >= target { break }
        }
        return values[last]
    }

    private static func empiricalQuantile(_ values: [Double], at level: Level) -> Double {
        let position = level.lower * Double(values.count - 1)
        let index = min(Int(position), values.count - 2)
        guard index >= 0 else { return values[0] }
        let (below, above) = (values[index], values[index + 1])
        return min(above, below + (position - Double(index)) * (above - below))
    }

    /// Quantile of this law given that the number lies within bounds.
    private func truncatedQuantile(_ low: Double, _ high: Double, at level: Level) -> Double {
        let first = self.level(atMost: low.nextDown)
        let last = self.level(atMost: high)
        let share = first.isInLowerHalf ? last.lower - first.lower : first.upper - last.upper
        let inner = Level(
            lower: max(first.lower + level.lower * share, .leastNonzeroMagnitude),
            upper: max(last.upper + level.upper * share, .leastNonzeroMagnitude)
        )
        return min(high, max(low, quantile(at: inner)))
    }
}
