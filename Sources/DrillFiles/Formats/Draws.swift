import EventKernel

extension UncertainNumber {
    /// Returns the number as the kernel draws it, in another unit.
    ///
    /// - Parameter factor: Size of the file's unit in the model's.
    /// - Returns: The distribution, truncated where the file bounds it.
    func drawn(times factor: Double = 1) -> EventKernel.Distribution {
        let base = scaled(by: factor)
        guard atLeast != nil || atMost != nil else { return base }
        return .truncated(
            base,
            low: (atLeast ?? -.infinity) * factor,
            high: (atMost ?? .infinity) * factor
        )
    }

    /// Location and scale families are drawn in the model's unit at once; counts and shares are
    /// multiplied when drawn.
    private func scaled(by factor: Double) -> EventKernel.Distribution {
        switch kind {
        case .constant(let value): .constant(value * factor)
        case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
        case .exponential(let mean): .exponential(mean: mean * factor)
        case .normal(let mean, let deviation):
            .normal(mean: mean * factor, standardDeviation: deviation * factor)
        case .lognormal(let median, let sigma): .lognormal(median: median * factor, sigma: sigma)
        case .weibull(let shape, let scale): .weibull(shape: shape, scale: scale * factor)
        case .gamma(let shape, let scale): .gamma(shape: shape, scale: scale * factor)
        case .erlang(let stages, let mean): .erlang(stages: stages, mean: mean * factor)
        case .triangular(let low, let mode, let high):
            .triangular(low: low * factor, mode: mode * factor, high: high * factor)
        case .pert(let low, let mode, let high):
            .pert(low: low * factor, mode: mode * factor, high: high * factor)
        case .discrete(let values, let weights): Self.discrete(values, weights, factor)
        case .empirical(let values): .empirical(values.map { $0 * factor }.sorted())
        case .beta(let alpha, let beta): .scaled(.beta(alpha: alpha, beta: beta), by: factor)
        case .poisson(let mean): .scaled(.poisson(mean: mean), by: factor)
        case .binomial(let trials, let probability):
            .scaled(.binomial(trials: trials, probability: probability), by: factor)
        case .geometric(let probability): .scaled(.geometric(probability: probability), by: factor)
        case .bernoulli(let probability): .scaled(.bernoulli(probability: probability), by: factor)
        }
    }

    /// The kernel wants values in ascending order.
    private static func discrete(
        _ values: [Double],
        _ weights: [Double],
        _ factor: Double
    ) -> EventKernel.Distribution {
        let pairs = zip(values, weights).sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
        return .discrete(values: pairs.map { $0.0 * factor }, weights: pairs.map { $0.1 })
    }
}

/// Writes default values of the model as they stand in files, so that the model's own defaults are
/// those of the files.
enum DefaultText {
    /// Returns a number as JSON.
    static func of(_ number: Double) -> String {
        number == number.rounded(.towardZero) && abs(number) < 1e15
            ? "\(Int64(number))" : "\(number)"
    }

    /// Returns a distribution as JSON.
    ///
    /// - Parameters:
    ///   - distribution: A distribution of the model.
    ///   - unit: Size of the file's unit in the model's.
    /// - Returns: The text of the value.
    static func of(_ distribution: EventKernel.Distribution, per unit: Double = 1) -> String {
        func text(_ value: Double) -> String { of((value / unit * 1e9).rounded() / 1e9) }
        switch distribution {
        case .constant(let value): return text(value)
        case .lognormal(let median, let sigma):
            return #"{ "lognormal": { "median": \#(text(median)), "sigma": \#(of(sigma)) } }"#
        case .weibull(let shape, let scale):
            return #"{ "weibull": { "shape": \#(of(shape)), "scale": \#(text(scale)) } }"#
        case .exponential(let mean): return #"{ "exponential": { "mean": \#(text(mean)) } }"#
        case .uniform(let low, let high):
            return #"{ "uniform": { "low": \#(text(low)), "high": \#(text(high)) } }"#
        default: preconditionFailure("The model has no default of this kind.")
        }
    }
}
