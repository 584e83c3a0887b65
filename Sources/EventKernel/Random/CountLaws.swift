/// Poisson law: distribution function and quantile.
struct PoissonLaw: BitwiseCopyable {
    /// Mean, 0 or more; also the variance.
    let mean: Double

    /// The probabilities of at most and of more than `x`.
    ///
    /// - Complexity: O(√`mean`).
    func level(atMost x: Double) -> Level {
        guard x >= 0 else { return Level(lower: 0) }
        let waiting = GammaLaw(shape: Elementary.floor(x) + 1).level(atMost: mean)
        return Level(lower: waiting.upper, upper: waiting.lower)
    }

    /// The smallest count with at least the probability of a level at or below it.
    ///
    /// - Complexity: O(`mean`) up to a mean of 40, O(√`mean`) up to 10^5, then O(1).
    func quantile(at level: Level) -> Double {
        if mean < 40 {
            return CountSearch.sum(from: Elementary.exp(-mean), ratio: { mean / $0 }) {
                $0 < level.lower && $1 > level.upper
            }
        }
        let deviation = mean.squareRoot()
        let guess = CountSearch.expansion(level, mean, deviation, skew: 1, flatness: 1)
        if mean >= CountSearch.largeVariance { return guess }
        return CountSearch.solve(level, near: guess, most: .infinity) { self.level(atMost: $0) }
    }
}

/// Binomial law: distribution function and quantile.
struct BinomialLaw: BitwiseCopyable {
    /// Number of trials, 0 or more.
    let trials: Double

    /// Probability of success [0…1].
    let probability: Double

    /// Creates the law.
    init(trials: Int, probability: Double) {
        self.trials = Double(trials)
        self.probability = probability
    }

    /// The probabilities of at most and of more than `x`.
    ///
    /// - Complexity: O(√`trials`).
    func level(atMost x: Double) -> Level {
        let count = Elementary.floor(x)
        guard count >= 0 else { return Level(lower: 0) }
        guard count < trials, probability > 0 else { return Level(lower: 1) }
        guard probability < 1 else { return Level(lower: 0) }
        let law = BetaLaw(count + 1, trials - count).level(atMost: probability)
        return Level(lower: law.upper, upper: law.lower)
    }

    /// The smallest count with at least the probability of a level at or below it.
    ///
    /// - Complexity: O(*m*) for the expected number *m* of the rarer outcome up to 40, then
    ///   O(√`trials`) up to a variance of 10^5, then O(1).
    func quantile(at level: Level) -> Double {
        if probability <= 0 || probability >= 1 { return probability > 0 ? trials : 0 }
        if trials * probability < 40 {
            return summed(probability) { $0 < level.lower && $1 > level.upper }
        }
        if trials * (1 - probability) < 40 {
            return trials - summed(1 - probability) { $0 <= level.upper && $1 >= level.lower }
        }
        let variance = trials * probability * (1 - probability)
        let guess = CountSearch.expansion(
            level,
            trials * probability,
            variance.squareRoot(),
            skew: 1 - 2 * probability,
            flatness: 1 - 6 * probability * (1 - probability)
        )
        let inside = min(max(guess, 0), trials)
        if variance >= CountSearch.largeVariance { return inside }
        return CountSearch.solve(level, near: inside, most: trials) { self.level(atMost: $0) }
    }

    /// Adds up probabilities of 0, 1, … rare outcomes.
    private func summed(
        _ chance: Double,
        while isShort: (_ sum: Double, _ rest: Double) -> Bool
    ) -> Double {
        let odds = chance / (1 - chance)
        let first = Elementary.exp(trials * Elementary.log1p(-chance))
        let trials = trials
        return CountSearch.sum(
            from: first,
            ratio: { odds * ((trials - $0 + 1) / $0) },
            while: isShort
        )
    }
}

/// Search for quantiles among whole numbers.
enum CountSearch {
    /// Variance from which on the expansion is taken as it is.
    static let largeVariance = 1e5

    /// Cornish and Fisher's expansion of a quantile of a law of counts.
    ///
    /// - Parameters:
    ///   - level: Where the quantile lies.
    ///   - mean: Mean of the law.
    ///   - deviation: Its standard deviation.
    ///   - skew: Third cumulant over the second.
    ///   - flatness: Fourth cumulant over the second.
    /// - Returns: A whole number, off by one where the level is within about 1/`deviation`² of a
    ///   count's end.
    static func expansion(
        _ level: Level,
        _ mean: Double,
        _ deviation: Double,
        skew: Double,
        flatness: Double
    ) -> Double {
        let z = Distribution.standardNormal(at: level)
        let first = skew * (z * z - 1) / 6
        let third = flatness * z * (z * z - 3) / 24 - skew * skew * z * (2 * z * z - 5) / 36
        let quantile = mean + (z * deviation + (first + third / deviation))
        // The expansion holds for the continuous law that gives each count the unit around it.
        return max(0, Elementary.ceil(quantile - 0.5))
    }

    /// Adds up the probabilities of 0, 1, 2, … for as long as they fall short.
    ///
    /// - Parameters:
    ///   - first: Probability of 0.
    ///   - ratio: Probability of a count over that of the one before, falling as counts rise.
    ///   - isShort: Whether a sum, or a bound of what lies beyond it, falls short. The bound
    ///     decides where the sum is so close to 1 that its rounding errors matter.
    /// - Returns: The first count that does not fall short.
    static func sum(
        from first: Double,
        ratio: (_ count: Double) -> Double,
        while isShort: (_ sum: Double, _ rest: Double) -> Bool
    ) -> Double {
        var term = first
        var sum = first
        var count = 0.0
        while true {
            let next = ratio(count + 1)
            let rest = next < 1 ? term * next / (1 - next) : .infinity
            guard isShort(sum, rest) else { return count }
            count += 1
            term *= next
            sum += term
        }
    }

    /// The smallest whole number whose level is not below another.
    ///
    /// - Parameters:
    ///   - level: The level to reach.
    ///   - guess: A whole number near the solution.
    ///   - most: Largest possible number.
    ///   - levelAt: Level of a whole number.
    /// - Returns: The number.
    /// - Complexity: Two evaluations where the guess is right.
    static func solve(
        _ level: Level,
        near guess: Double,
        most: Double,
        _ levelAt: (Double) -> Level
    ) -> Double {
        var count = guess
        while count > 0, !levelAt(count - 1).isBelow(level) { count -= 1 }
        while count < most, levelAt(count).isBelow(level) { count += 1 }
        return count
    }
}
