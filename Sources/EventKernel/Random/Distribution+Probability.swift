extension Distribution {
    /// Returns the probability that the variable is at most `x`.
    ///
    /// - Complexity: O(1); O(*n*) for discrete and O(log *n*) for empirical laws of *n* values;
    ///   O(√*m*) for counts of mean *m* and gamma laws of shape *m*.
    public func probability(atMost x: Double) -> Double {
        level(atMost: x).lower
    }

    /// The probabilities of at most and of more than `x`.
    func level(atMost x: Double) -> Level {
        switch self {
        case .constant(let value): Level(lower: x < value ? 0 : 1)
        case .uniform(let low, let high): Self.uniformLevel(x, low, high)
        case .exponential(let mean):
            mean > 0 ? Self.exponentialLevel(x / mean) : Level(lower: x < 0 ? 0 : 1)
        case .normal(let mean, let deviation): Self.normalLevel(x - mean, deviation)
        case .lognormal(let median, let sigma):
            x <= 0 ? Level(lower: 0) : Self.normalLevel(Elementary.log(x / median), sigma)
        case .weibull(let shape, let scale):
            x <= 0 ? Level(lower: 0) : Self.exponentialLevel(Elementary.pow(x / scale, shape))
        case .gamma(let shape, let scale): GammaLaw(shape: shape).level(atMost: x / scale)
        case .erlang(let stages, let mean):
            mean > 0
                ? GammaLaw(shape: Double(stages)).level(atMost: x * Double(stages) / mean)
                : Level(lower: x < 0 ? 0 : 1)
        case .triangular(let low, let mode, let high): Self.triangularLevel(x, low, mode, high)
        case .pert(let low, let mode, let high): Self.pertLevel(x, low, mode, high)
        case .beta(let alpha, let beta): BetaLaw(alpha, beta).level(atMost: x)
        case .poisson(let mean): PoissonLaw(mean: mean).level(atMost: x)
        case .binomial(let trials, let probability):
            BinomialLaw(trials: trials, probability: probability).level(atMost: x)
        case .geometric(let probability): Self.geometricLevel(x, probability)
        case .bernoulli(let probability):
            x < 0 ? Level(lower: 0) : x < 1 ? Level(upper: probability) : Level(lower: 1)
        case .discrete(let values, let weights): Self.discreteLevel(x, values, weights)
        case .empirical(let values): Self.empiricalLevel(x, values)
        case .truncated(let base, let low, let high): base.truncatedLevel(x, low, high)
        case .scaled(let base, let factor): base.level(atMost: x / factor)
        }
    }

    private static func uniformLevel(_ x: Double, _ low: Double, _ high: Double) -> Level {
        if x < low { return Level(lower: 0) }
        if x >= high { return Level(lower: 1) }
        return Level(lower: (x - low) / (high - low), upper: (high - x) / (high - low))
    }

    /// Level of a number under the exponential law with mean 1.
    private static func exponentialLevel(_ x: Double) -> Level {
        if x <= 0 { return Level(lower: 0) }
        return Level(lower: -Elementary.expm1(-x), upper: Elementary.exp(-x))
    }

    /// Level of a distance from the mean under a normal law.
    private static func normalLevel(_ distance: Double, _ deviation: Double) -> Level {
        guard deviation > 0 else { return Level(lower: distance < 0 ? 0 : 1) }
        let z = distance / deviation
        return Level(lower: Elementary.normalCDF(z), upper: Elementary.normalCDF(-z))
    }

    private static func triangularLevel(
        _ x: Double,
        _ low: Double,
        _ mode: Double,
        _ high: Double
    ) -> Level {
        if x < low { return Level(lower: 0) }
        if x >= high { return Level(lower: 1) }
        if x < mode { return Level(lower: (x - low) / (high - low) * ((x - low) / (mode - low))) }
        return Level(upper: (high - x) / (high - low) * ((high - x) / (high - mode)))
    }

    private static func pertLevel(
        _ x: Double,
        _ low: Double,
        _ mode: Double,
        _ high: Double
    ) -> Level {
        if x < low { return Level(lower: 0) }
        if x >= high { return Level(lower: 1) }
        return BetaLaw(pertLow: low, mode, high).level(atMost: (x - low) / (high - low))
    }

    private static func geometricLevel(_ x: Double, _ probability: Double) -> Level {
        if x < 0 { return Level(lower: 0) }
        guard probability < 1 else { return Level(lower: 1) }
        return exponentialLevel(-(Elementary.floor(x) + 1) * Elementary.log1p(-probability))
    }

    private static func discreteLevel(_ x: Double, _ values: [Double], _ weights: [Double]) -> Level
    {
        var below = 0.0
        var above = 0.0
        for index in values.indices {
            if values[index] <= x { below += weights[index] } else { above += weights[index] }
        }
        return Level(lower: below / (below + above), upper: above / (below + above))
    }

    private static func empiricalLevel(_ x: Double, _ values: [Double]) -> Level {
        if x < values[0] { return Level(lower: 0) }
        if x >= values[values.count - 1] { return Level(lower: 1) }
        var (low, high) = (0, values.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if values[middle] <= x { low = middle } else { high = middle }
        }
        let share = (x - values[low]) / (values[high] - values[low])
        return Level(lower: (Double(low) + share) / Double(values.count - 1))
    }

    private func truncatedLevel(_ x: Double, _ low: Double, _ high: Double) -> Level {
        if x < low { return Level(lower: 0) }
        if x >= high { return Level(lower: 1) }
        let first = level(atMost: low.nextDown)
        let last = level(atMost: high)
        let here = level(atMost: x)
        let share = first.isInLowerHalf ? last.lower - first.lower : first.upper - last.upper
        let below = here.isInLowerHalf ? here.lower - first.lower : first.upper - here.upper
        let above = here.isInLowerHalf ? last.lower - here.lower : here.upper - last.upper
        return Level(lower: below / share, upper: above / share)
    }
}
