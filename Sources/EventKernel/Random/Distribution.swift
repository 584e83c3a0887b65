/// Law of a random number, as a plain value.
///
/// A number is drawn by inversion: one uniform number u goes in, and the number below which the
/// variable lies with probability u comes out. So every draw takes exactly one number from its
/// stream, and a larger u never gives a smaller result; under common random numbers two drills
/// stay in step and vary together.
///
/// Parameters have the unit of the result unless said otherwise. `problem` tells whether they make
/// sense; drawing from a law with a problem gives a number of no meaning.
public enum Distribution: Equatable, Sendable {
    /// Always the same number.
    case constant(Double)

    /// Any number between two bounds, all equally likely.
    case uniform(low: Double, high: Double)

    /// Time to the next of events that come at a constant rate.
    case exponential(mean: Double)

    /// Bell curve.
    case normal(mean: Double, standardDeviation: Double)

    /// Number whose logarithm is normal, with standard deviation `sigma` [without unit].
    case lognormal(median: Double, sigma: Double)

    /// Time to failure; the hazard rises with time for a `shape` [without unit] above 1.
    case weibull(shape: Double, scale: Double)

    /// Gamma law with mean `shape` × `scale`; `shape` is without unit.
    case gamma(shape: Double, scale: Double)

    /// Time that a number of equal exponential stages take together.
    case erlang(stages: Int, mean: Double)

    /// Straight rise from the lowest number to the likeliest, and straight fall to the highest.
    case triangular(low: Double, mode: Double, high: Double)

    /// Smooth law between bounds around the likeliest number: a beta law with mean (l + 4m + h) / 6.
    case pert(low: Double, mode: Double, high: Double)

    /// Share [0…1] with density proportional to x^(alpha - 1) · (1 - x)^(beta - 1).
    case beta(alpha: Double, beta: Double)

    /// Number of events, 0 or more, in a stretch where they come at a constant rate.
    case poisson(mean: Double)

    /// Number of successes among independent trials.
    case binomial(trials: Int, probability: Double)

    /// Number of failures, 0 or more, before the first success.
    case geometric(probability: Double)

    /// 1 with a probability, else 0.
    case bernoulli(probability: Double)

    /// One of ascending values, each with a weight; weights need not add up to 1.
    case discrete(values: [Double], weights: [Double])

    /// Number read off ascending observations, straight between neighbours.
    case empirical([Double])

    /// Another law, given that the number lies within bounds.
    indirect case truncated(Distribution, low: Double, high: Double)

    /// Another law times a positive factor, as when minutes become seconds.
    indirect case scaled(Distribution, by: Double)

    /// Draws a number; takes exactly one number from `random`.
    ///
    /// - Complexity: That of `quantile(_:)`.
    @inlinable
    public func sample(_ random: inout RandomStream) -> Double {
        quantile(random.uniform())
    }
}
