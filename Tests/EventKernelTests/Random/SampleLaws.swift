import EventKernel

/// A law to be tested, under a name that a failure can print.
struct SampleLaw: Sendable, CustomStringConvertible {
    let law: Distribution

    /// Whether the numbers are counts or come from a list.
    var isStepped = false

    var description: String { "\(law)" }

    static let smooth: [SampleLaw] = [
        .uniform(low: -2, high: 5),
        .exponential(mean: 3),
        .normal(mean: 10, standardDeviation: 2),
        .lognormal(median: 15, sigma: 0.6),
        .weibull(shape: 0.7, scale: 2),
        .weibull(shape: 3, scale: 10),
        .gamma(shape: 0.3, scale: 2),
        .gamma(shape: 1.5, scale: 2),
        .gamma(shape: 40, scale: 0.5),
        .gamma(shape: 200_000, scale: 1),
        .erlang(stages: 1, mean: 4),
        .erlang(stages: 5, mean: 4),
        .triangular(low: 1, mode: 2, high: 6),
        .triangular(low: 1, mode: 1, high: 6),
        .pert(low: 1, mode: 2, high: 6),
        .beta(alpha: 0.5, beta: 0.5),
        .beta(alpha: 2, beta: 5),
        .beta(alpha: 60, beta: 20),
        .empirical([1, 2, 4, 7, 8, 16]),
        .truncated(.normal(mean: 0, standardDeviation: 1), low: 0.5, high: 3),
        .truncated(.exponential(mean: 2), low: 1, high: 4),
        .truncated(.gamma(shape: 2, scale: 1), low: 1, high: 3),
    ].map { SampleLaw(law: $0) }

    static let stepped: [SampleLaw] = [
        .poisson(mean: 0.2),
        .poisson(mean: 7),
        .poisson(mean: 90),
        .poisson(mean: 150_000),
        .binomial(trials: 10, probability: 0.3),
        .binomial(trials: 500, probability: 0.97),
        .binomial(trials: 1000, probability: 0.4),
        .binomial(trials: 1_000_000, probability: 0.3),
        .geometric(probability: 0.2),
        .bernoulli(probability: 0.3),
        .discrete(values: [-1, 0, 5], weights: [2, 5, 3]),
        .truncated(.poisson(mean: 6), low: 3, high: 9),
    ].map { SampleLaw(law: $0, isStepped: true) }

    static let all = smooth + stepped
}
