/// Beta law: distribution function and quantile.
///
/// The distribution function is the incomplete beta function, by the continued fraction of
/// Abramowitz and Stegun (1964), 26.5.8, with relative errors of about 10^-14.
struct BetaLaw: BitwiseCopyable {
    /// Exponent at 0, positive, plus one.
    let alpha: Double

    /// Exponent at 1, positive, plus one.
    let beta: Double

    /// Logarithm of the beta function of both -- derived.
    private let logBeta: DoubleDouble

    /// Creates the law with given exponents.
    init(_ alpha: Double, _ beta: Double) {
        self.alpha = alpha
        self.beta = beta
        let numerator =
            Elementary.logGammaDoubleDouble(alpha) + Elementary.logGammaDoubleDouble(beta)
        logBeta = numerator + -Elementary.logGammaDoubleDouble(alpha + beta)
    }

    /// Creates the law on 0…1 to which a PERT law belongs; its bounds must differ.
    init(pertLow low: Double, _ mode: Double, _ high: Double) {
        let width = high - low
        self.init(1 + 4 * ((mode - low) / width), 1 + 4 * ((high - mode) / width))
    }

    /// The same law seen from the other end.
    private var mirrored: BetaLaw { BetaLaw(beta, alpha) }

    /// The probabilities of at most and of more than `x`.
    ///
    /// - Complexity: O(√(`alpha` + `beta`)).
    func level(atMost x: Double) -> Level {
        guard x > 0 else { return Level(lower: 0) }
        guard x < 1 else { return Level(lower: 1) }
        let weight = weight(x)
        if x * (alpha + beta + 2) < alpha + 1 {
            return Level(lower: weight * Self.fraction(alpha, beta, x) / alpha)
        }
        return Level(upper: weight * Self.fraction(beta, alpha, 1 - x) / beta)
    }

    /// x^alpha · (1 - x)^beta / B(alpha, beta), for x inside 0…1.
    func weight(_ x: Double) -> Double {
        let rest = DoubleDouble(sum: 1, -x)
        let logRest = Elementary.logDoubleDouble(rest.head) + rest.tail / rest.head
        let powers = Elementary.logDoubleDouble(x) * alpha + logRest * beta
        return Elementary.exp(powers + -logBeta)
    }

    /// The continued fraction; Lentz's method, two steps a turn.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var c = 1.0
        var d = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
        var value = d
        var m = 0.0
        while true {
            m += 1
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / awayFromZero(1 + even * d)
            c = awayFromZero(1 + even / c)
            value *= c * d
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / awayFromZero(1 + odd * d)
            c = awayFromZero(1 + odd / c)
            value *= c * d
            if (c * d - 1).magnitude < 0x1p-53 || m > 1e5 { return value }
        }
    }

    private static func awayFromZero(_ x: Double) -> Double {
        x.magnitude < 0x1p-900 ? 0x1p-900 : x
    }

    /// The quantile at a level.
    ///
    /// Solves for the distance from the nearer end, where doubles are dense.
    ///
    /// - Complexity: O(√(`alpha` + `beta`)).
    func quantile(at level: Level) -> Double {
        if self.level(atMost: 0.5).isBelow(level) {
            let opposite = Level(lower: level.upper, upper: level.lower)
            return max(0.5, 1 - mirrored.lowerQuantile(at: opposite))
        }
        return min(0.5, lowerQuantile(at: level))
    }

    /// The quantile where it is at most 1/2.
    private func lowerQuantile(at level: Level) -> Double {
        // Far below 1 the law is a pure power, whose inverse needs no search.
        let joint = 0x1p-70
        let scale = logBeta.head + Elementary.log(alpha)
        let power = Elementary.exp((Elementary.log(level.lower) + scale) / alpha)
        if power < joint { return power }
        let guess = refined(firstGuess(at: level, power: power), level)
        return max(joint, GridInversion.solve(level, near: guess) { self.level(atMost: $0) })
    }

    /// A rough quantile: a normal law of the logarithm of the odds, or the power at 0.
    private func firstGuess(at level: Level, power: Double) -> Double {
        guard alpha >= 1, beta >= 1 else { return min(power, 0.5) }
        let z = Distribution.standardNormal(at: level)
        let spread = (1 / alpha + 1 / beta).squareRoot()
        let odds = alpha / beta * Elementary.exp(z * spread)
        return odds / (1 + odds)
    }

    /// A few steps of Halley's method, to about eight digits.
    private func refined(_ guess: Double, _ level: Level) -> Double {
        var x = min(guess, 0.75)
        for _ in 0..<10 {
            let here = self.level(atMost: x)
            let excess =
                here.isInLowerHalf ? here.lower - level.lower : level.upper - here.upper
            let step = excess * (x * (1 - x)) / weight(x)
            guard step.magnitude < .infinity else { return x }
            let bend = (alpha - 1) / x - (beta - 1) / (1 - x)
            let change = step / (1 - 0.5 * min(1, step * bend))
            let next = x - change
            x = next <= 0 ? 0.5 * x : next >= 1 ? 0.5 * (x + 1) : next
            if change.magnitude < x * 1e-5 { break }
        }
        return x
    }
}
