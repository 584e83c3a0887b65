/// What is wrong with the parameters of a law.
public enum DistributionProblem: Error, Hashable, Sendable {
    /// A parameter is infinite or not a number.
    case notFinite

    /// A parameter that must not be negative is.
    case negative

    /// A parameter that must be positive is zero or negative.
    case notPositive

    /// Bounds are not in ascending order, or the likeliest number lies outside them.
    case outOfOrder

    /// A probability lies outside 0…1, or is 0 where success must be possible.
    case notAProbability

    /// There are no values.
    case empty

    /// There are not as many weights as values.
    case countsDiffer

    /// The values do not ascend.
    case notAscending

    /// All weights are zero.
    case weightless

    /// The law gives no probability to the range it is truncated to.
    case outOfReach
}

extension Distribution {
    /// What is wrong with the parameters; nil when nothing is.
    ///
    /// - Complexity: O(*n*) for discrete and empirical laws of *n* values, else O(1).
    public var problem: DistributionProblem? {
        switch self {
        case .constant(let value): finite([value])
        case .uniform(let low, let high): finite([low, high, high - low]) ?? order(low, high)
        case .exponential(let mean), .poisson(let mean): finite([mean]) ?? notNegative(mean)
        case .normal(let mean, let deviation): finite([mean, deviation]) ?? notNegative(deviation)
        case .lognormal(let median, let sigma):
            finite([median, sigma]) ?? positive(median) ?? notNegative(sigma)
        case .weibull(let shape, let scale), .gamma(let shape, let scale):
            finite([shape, scale]) ?? positive(shape) ?? positive(scale)
        case .erlang(let stages, let mean):
            finite([mean]) ?? positive(Double(stages)) ?? notNegative(mean)
        case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
            finite([low, mode, high, high - low]) ?? order(low, mode) ?? order(mode, high)
        case .beta(let alpha, let beta):
            finite([alpha, beta]) ?? positive(alpha) ?? positive(beta)
        case .binomial(let trials, let probability):
            notNegative(Double(trials)) ?? isProbability(probability)
        case .geometric(let probability):
            isProbability(probability) ?? (probability > 0 ? nil : .notAProbability)
        case .bernoulli(let probability): isProbability(probability)
        case .discrete(let values, let weights): discreteProblem(values, weights)
        case .empirical(let values): listProblem(values)
        case .truncated(let base, let low, let high): base.truncationProblem(low, high)
        case .scaled(let base, let factor): base.problem ?? finite([factor]) ?? positive(factor)
        }
    }

    private func finite(_ parameters: [Double]) -> DistributionProblem? {
        for parameter in parameters where !parameter.isFinite { return .notFinite }
        return nil
    }

    private func notNegative(_ parameter: Double) -> DistributionProblem? {
        parameter >= 0 ? nil : .negative
    }

    private func positive(_ parameter: Double) -> DistributionProblem? {
        parameter > 0 ? nil : .notPositive
    }

    private func order(_ low: Double, _ high: Double) -> DistributionProblem? {
        low <= high ? nil : .outOfOrder
    }

    private func isProbability(_ parameter: Double) -> DistributionProblem? {
        if parameter.isNaN { return .notFinite }
        return parameter >= 0 && parameter <= 1 ? nil : .notAProbability
    }

    private func listProblem(_ values: [Double]) -> DistributionProblem? {
        if values.isEmpty { return .empty }
        if let problem = finite(values) { return problem }
        for index in values.indices.dropFirst() where values[index] < values[index - 1] {
            return .notAscending
        }
        return nil
    }

    private func discreteProblem(_ values: [Double], _ weights: [Double]) -> DistributionProblem? {
        if values.count != weights.count { return .countsDiffer }
        if let problem = listProblem(values) ?? finite(weights) { return problem }
        var total = 0.0
        for weight in weights {
            if weight < 0 { return .negative }
            total += weight
        }
        return total > 0 ? finite([total]) : .weightless
    }

    /// What is wrong with this law within bounds.
    private func truncationProblem(_ low: Double, _ high: Double) -> DistributionProblem? {
        if let problem = problem ?? finite([low, high]) ?? order(low, high) { return problem }
        let first = level(atMost: low.nextDown)
        let last = level(atMost: high)
        return first.isBelow(last) ? nil : .outOfReach
    }
}
