/// Student's law with given degrees of freedom: how far a mean strays from the truth, measured by
/// the spread of its own sample.
public enum StudentT {
    /// Degrees of freedom from which on an expansion is exact to the last digits.
    private static let manyDegrees = 1e4

    /// The number below which the variable lies with a probability.
    ///
    /// Right to about 12 digits, as checked against references of 50 digits.
    ///
    /// - Parameters:
    ///   - p: Probability [0…1].
    ///   - degreesOfFreedom: Degrees of freedom, positive.
    /// - Returns: The quantile; infinite for 0 and 1, and a NaN outside.
    /// - Complexity: O(√*n*) for *n* degrees of freedom, O(1) from 10,000 on.
    public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        precondition(degreesOfFreedom > 0, "Student's law needs degrees of freedom.")
        // The complement of a probability above 1/2 is exact.
        return p > 0.5
            ? upperQuantile(1 - p, degreesOfFreedom) : -upperQuantile(p, degreesOfFreedom)
    }

    /// Half-width of a two-sided interval in standard errors.
    ///
    /// - Parameters:
    ///   - confidence: Probability inside the interval, inside 0…1.
    ///   - degreesOfFreedom: Degrees of freedom, positive.
    /// - Returns: The half-width.
    public static func critical(confidence: Double, degreesOfFreedom: Double) -> Double {
        quantile(0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
    }

    /// The number exceeded with a probability of at most 1/2.
    private static func upperQuantile(_ p: Double, _ degrees: Double) -> Double {
        guard p > 0 else { return p == 0 ? .infinity : .nan }
        guard p < 0.5 else { return p == 0.5 ? 0 : .nan }
        if degrees >= manyDegrees { return expansion(p, degrees) }
        // t² / (n + t²) follows the beta law of 1/2 and n/2, both tails of t together.
        let level = Level(upper: 2 * p)
        let law = BetaLaw(0.5, degrees / 2)
        if law.level(atMost: 0.5).isBelow(level) {
            let rest = BetaLaw(degrees / 2, 0.5).quantile(at: Level(lower: 2 * p))
            return (degrees * (1 - rest) / rest).squareRoot()
        }
        let part = law.quantile(at: level)
        return (degrees * part / (1 - part)).squareRoot()
    }

    /// Abramowitz and Stegun (1964), 26.7.5: the normal quantile with corrections in powers of 1/n.
    private static func expansion(_ p: Double, _ degrees: Double) -> Double {
        let z = -Elementary.normalQuantile(p)
        let s = z * z
        let first = (s + 1) / 4
        let second = (s * (5 * s + 16) + 3) / 96
        let third = (s * (s * (3 * s + 19) + 17) - 15) / 384
        let fourth = (s * (s * (s * (79 * s + 776) + 1482) - 1920) - 945) / 92_160
        let n = 1 / degrees
        return z + z * n * (first + n * (second + n * (third + n * fourth)))
    }
}
