/// Gamma law with scale 1: distribution function and quantile.
///
/// The distribution function is the incomplete gamma function, by its power series below the mean
/// and Legendre's continued fraction above, both with relative errors of about 10^-14. Abramowitz
/// and Stegun (1964), 6.5.29 and 6.5.31.
struct GammaLaw: BitwiseCopyable {
    /// Shape, positive; also the mean and the variance.
    let shape: Double

    /// Shape from which on the quantile comes from an expansion instead of a search.
    static let largeShape = 1e5

    /// The probabilities of at most and of more than `x`.
    ///
    /// - Complexity: O(√`shape`).
    func level(atMost x: Double) -> Level {
        guard x > 0 else { return Level(lower: 0) }
        guard x < .infinity else { return Level(lower: 1) }
        if shape >= Self.largeShape { return largeLevel(x) }
        let weight = weight(x)
        if x < shape + 1 { return Level(lower: weight * series(x)) }
        return Level(upper: weight * fraction(x))
    }

    /// x^shape · e^-x / Γ(shape), which is x times the density.
    func weight(_ x: Double) -> Double {
        let power = Elementary.logDoubleDouble(x) * shape
        return Elementary.exp((power + -x) + -Elementary.logGammaDoubleDouble(shape))
    }

    /// Lower probability over the weight, for x up to shape + 1.
    private func series(_ x: Double) -> Double {
        var denominator = shape
        var term = 1 / shape
        var sum = term
        repeat {
            denominator += 1
            term *= x / denominator
            sum += term
        } while term > sum * 0x1p-56
        return sum
    }

    /// Upper probability over the weight, for x from shape + 1 on; Lentz's method.
    private func fraction(_ x: Double) -> Double {
        var b = x + 1 - shape
        var c = 0x1p900
        var d = 1 / b
        var value = d
        var index = 0.0
        while true {
            index += 1
            let a = -index * (index - shape)
            b += 2
            d = awayFromZero(a * d + b)
            c = awayFromZero(b + a / c)
            d = 1 / d
            value *= c * d
            if (c * d - 1).magnitude < 0x1p-53 || index > 1e5 { return value }
        }
    }

    private func awayFromZero(_ x: Double) -> Double {
        x.magnitude < 0x1p-900 ? 0x1p-900 : x
    }

    /// The quantile at a level.
    ///
    /// - Complexity: O(√`shape`), O(1) from `largeShape` on.
    func quantile(at level: Level) -> Double {
        if shape >= Self.largeShape { return largeQuantile(at: level) }
        // Far below 1 the law is a pure power, whose inverse needs no search.
        let joint = 0x1p-70
        if shape < 2 {
            let exponent = Elementary.log(level.lower) + Elementary.logGamma(1 + shape)
            let power = Elementary.exp(exponent / shape)
            if power < joint { return power }
        }
        let guess = refined(firstGuess(at: level), level)
        return max(joint, GridInversion.solve(level, near: guess) { self.level(atMost: $0) })
    }

    /// A rough quantile: Wilson and Hilferty (1931), or power and exponential tail.
    private func firstGuess(at level: Level) -> Double {
        if shape >= 1 {
            let z = Distribution.standardNormal(at: level)
            let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
            return max(1e-3, shape * (root * root * root))
        }
        let inner = 1 - shape * (0.253 + shape * 0.12)
        if level.lower < inner { return Elementary.pow(level.lower / inner, 1 / shape) }
        return 1 - Elementary.log(level.upper / (1 - inner))
    }

    /// Two or three steps of Halley's method, to about eight digits.
    private func refined(_ guess: Double, _ level: Level) -> Double {
        var x = guess
        for _ in 0..<8 {
            let here = self.level(atMost: x)
            let excess =
                here.isInLowerHalf ? here.lower - level.lower : level.upper - here.upper
            let step = excess * x / weight(x)
            guard step.magnitude < .infinity else { return x }
            let change = step / (1 - 0.5 * min(1, step * ((shape - 1) / x - 1)))
            x = x > change ? x - change : 0.5 * x
            if change.magnitude < x * 1e-5 { break }
        }
        return x
    }
}

// MARK: - Large shapes

extension GammaLaw {
    /// Cornish and Fisher's expansion of the standardised quantile in powers of shape^-½.
    ///
    /// Fisher and Cornish (1960). The first term left out is below 10^-9 of a standard deviation.
    private func largeQuantile(at level: Level) -> Double {
        let z = Distribution.standardNormal(at: level)
        let deviation = shape.squareRoot()
        let z2 = z * z
        let first = (z2 - 1) / 3
        let second = z * (z2 - 7) / (36 * deviation)
        let third = (z2 * (3 * z2 + 7) - 16) / (810 * shape)
        return shape + (z * deviation + (first + (second - third)))
    }

    /// Level by Wilson and Hilferty's cube root, right to about 10^-7 at these shapes.
    private func largeLevel(_ x: Double) -> Level {
        let spread = 1 / (9 * shape)
        let z = (Elementary.cbrt(x / shape) - (1 - spread)) / spread.squareRoot()
        return Level(lower: Elementary.normalCDF(z), upper: Elementary.normalCDF(-z))
    }
}
