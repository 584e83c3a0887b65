import EventKernel

extension UncertainNumber {
    /// Returns the number as the kernel draws it, in another unit.
    ///
    /// - Parameter factor: Size of the file's unit in the model's.
    func drawn(times factor: Double = 1) -> EventKernel.Distribution {
        let base = scaled(by: factor)
        guard atLeast != nil || atMost != nil else { return base }
        return .truncated(
            base,
            low: (atLeast ?? -.infinity) * factor,
            high: (atMost ?? .infinity) * factor
        )
    }

    private func scaled(by factor: Double) -> EventKernel.Distribution {
        switch kind {
        case .constant(let value): .constant(value * factor)
        case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
        case .exponential(let mean): .exponential(mean: mean * factor)
        case .normal(let mean, let deviation):
            .normal(mean: mean * factor, standardDeviation: deviation * factor)
        case .lognormal(let median, let sigma): .lognormal(median: median * factor, sigma: sigma)
        case .weibull(let shape, let scale): .weibull(shape: shape, scale: scale * factor)
        case .triangular(let low, let mode, let high):
            .triangular(low: low * factor, mode: mode * factor, high: high * factor)
        default: .constant(0)
        }
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
    static func of(_ distribution: EventKernel.Distribution, per unit: Double = 1) -> String {
        func text(_ value: Double) -> String { of((value / unit * 1e9).rounded() / 1e9) }
        switch distribution {
        case .constant(let value): return text(value)
        case .lognormal(let median, let sigma):
            return #"{ "lognormal": { "median": \#(text(median)), "sigma": \#(of(sigma)) } }"#
        case .weibull(let shape, let scale):
            return #"{ "weibull": { "shape": \#(of(shape)), "scale": \#(text(scale)) } }"#
        case .exponential(let mean): return #"{ "exponential": { "mean": \#(text(mean)) } }"#
        default: preconditionFailure("The model has no default of this kind.")
        }
    }
}
