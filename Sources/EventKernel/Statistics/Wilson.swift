/// Interval of a probability from how often something happened.
public enum Wilson {
    /// Returns the score interval of Wilson (1927).
    ///
    /// Unlike the textbook interval it never leaves 0…1 and holds for rare events and few trials.
    ///
    /// - Parameters:
    ///   - successes: How often it happened, from 0 to `trials`.
    ///   - trials: How often it could have happened.
    ///   - confidence: Share of such intervals that contain the true probability, inside 0…1.
    /// - Returns: The interval [0…1]; all of it for no trials.
    public static func interval(
        successes: Int,
        trials: Int,
        confidence: Double
    ) -> ConfidenceInterval {
        precondition(successes >= 0 && successes <= trials, "Successes are among the trials.")
        guard trials > 0 else { return ConfidenceInterval(low: 0, high: 1) }
        let low = lowerEnd(successes, trials, confidence)
        // By symmetry, so that the ends of failures are those of successes to the last digit.
        let high = 1 - lowerEnd(trials - successes, trials, confidence)
        return ConfidenceInterval(low: low, high: high)
    }

    /// The lower end, as a quotient without cancellation: 2p² / (2p + z²/n + root) in its terms.
    private static func lowerEnd(_ successes: Int, _ trials: Int, _ confidence: Double) -> Double {
        let z = Elementary.normalQuantile(0.5 + confidence / 2)
        let hits = Double(successes)
        let misses = Double(trials - successes)
        let root = (z * z + 4 * hits * (misses / Double(trials))).squareRoot()
        return 2 * hits * (hits / Double(trials)) / (2 * hits + z * z + z * root)
    }
}
