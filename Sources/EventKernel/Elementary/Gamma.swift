extension Elementary {
    /// Gamma function, within 3 ulp; exact where (x - 1)! is a double.
    ///
    /// At 0 it is infinite with the sign of the zero, at negative whole numbers a NaN.
    public static func gamma(_ x: Double) -> Double {
        guard x > 0 else { return gammaOfNegative(x) }
        guard x < 172 else { return .infinity }
        if x < 0.75 { return gammaNearZero(x) }
        let whole = nearest(x)
        if whole == x { return GammaTable.factorials[Int(x) - 1] }
        return exp(logGammaPositive(x))
    }

    /// Γ(x) = Γ(1 + x) / x for x from 0 to 3/4, rounded only once.
    private static func gammaNearZero(_ x: Double) -> Double {
        if x < 0x1p-60 { return 1 / x }
        let logarithm = logGammaOnePlus(x)
        let parts = ExponentialParts(logarithm.head, plus: logarithm.tail)
        let scale = parts.power.timesPowerOfTwo(parts.exponent)
        let numerator = DoubleDouble(larger: scale, plus: scale * parts.growth)
        return (numerator / DoubleDouble(head: x, tail: 0)).head
    }

    /// Logarithm of the magnitude of the gamma function, within 3 ulp for positive numbers.
    ///
    /// Below 0 the error is up to 3 ulp of the larger of 1 and the result, because the function
    /// crosses zero there. It is infinite at 0 and at negative whole numbers.
    public static func logGamma(_ x: Double) -> Double {
        guard x > 0 else { return logGammaOfNegative(x) }
        guard x < 0x1p1000 else { return x < .infinity ? logGammaHuge(x) : x }
        return logGammaDoubleDouble(x).value
    }

    /// lnΓ(x) for a positive number, with errors of about 2^-60 of the larger of 1 and the result.
    static func logGammaDoubleDouble(_ x: Double) -> DoubleDouble {
        x < 0.75 ? logGammaOnePlus(x) + -logDoubleDouble(x) : logGammaPositive(x)
    }

    /// lnΓ(x) for x from 3/4 on.
    private static func logGammaPositive(_ x: Double) -> DoubleDouble {
        if x < 1.25 { return logGammaNearOne(x - 1) }
        if x < 1.75 { return logGammaMiddle(from: x - 1) }
        if x < 2.25 { return logGammaNearTwo(x - 2) }
        if x < 8 {
            let (head, rest) = Pieces.evaluate(GammaTable.pieces, x, from: 2.25)
            return DoubleDouble(larger: head, plus: rest)
        }
        return stirling(x)
    }

    /// lnΓ(1 + t) for t from 0 to 3/4.
    private static func logGammaOnePlus(_ t: Double) -> DoubleDouble {
        t < 0.25 ? logGammaNearOne(t) : logGammaMiddle(from: t)
    }

    /// lnΓ(1 + t) for |t| up to 1/4.
    private static func logGammaNearOne(_ t: Double) -> DoubleDouble {
        let slope = DoubleDouble(head: -GammaTable.eulerHead, tail: -GammaTable.eulerTail)
        let line = slope * t
        let curve = (t * t) * polynomial(GammaTable.nearOne, t)
        return DoubleDouble(sum: line.head, line.tail + curve)
    }

    /// lnΓ(2 + t) for |t| up to 1/4.
    private static func logGammaNearTwo(_ t: Double) -> DoubleDouble {
        let slope = DoubleDouble(
            head: GammaTable.oneMinusEulerHead,
            tail: GammaTable.oneMinusEulerTail
        )
        let line = slope * t
        let curve = (t * t) * polynomial(GammaTable.nearTwo, t)
        return DoubleDouble(sum: line.head, line.tail + curve)
    }

    /// lnΓ(1 + t) for t from 1/4 to 3/4, around the minimum at 0.4616.
    private static func logGammaMiddle(from t: Double) -> DoubleDouble {
        let start = min(7, Int((t - 0.25) * 16)) * (Pieces.stride + 1)
        let distance = t - (GammaTable.middle[start] - 1)
        let (head, rest) = Pieces.evaluate(GammaTable.middle, at: start + 1, distance: distance)
        return DoubleDouble(larger: head, plus: rest)
    }

    /// lnΓ(x) = (x - 1/2)(ln x - 1) + (ln(2π) - 1)/2 + 1/12x - … for x from 8 on.
    private static func stirling(_ x: Double) -> DoubleDouble {
        let inverse = 1 / x
        let series = inverse * polynomial(GammaTable.stirling, inverse * inverse)
        let logarithm = logDoubleDouble(x)
        let less = DoubleDouble(larger: logarithm.head, plus: -1)
        let main = DoubleDouble(head: less.head, tail: less.tail + logarithm.tail) * (x - 0.5)
        let small = (main.tail + GammaTable.stirlingTail) + series
        return DoubleDouble(sum: main.head, GammaTable.stirlingHead) + small
    }

    @inline(never)
    private static func logGammaHuge(_ x: Double) -> Double {
        x * (log(x) - 1)
    }

    @inline(never)
    private static func gammaOfNegative(_ x: Double) -> Double {
        if x > -0x1p-60 { return 1 / x }
        guard floor(x) != x else { return .nan }
        guard x > -200 else { return x.isNaN ? x : floor(x * 0.5) * 2 == floor(x) ? 0 : -0.0 }
        // Γ(-y) = -π / (sin(πy) Γ(1 + y)), and Γ(1 + y) = y Γ(y).
        let y = -x
        if y < 0.75 { return -(reflection(y) * exp(-logGammaOnePlus(y))) }
        return -((reflection(y) / y) * exp(-logGammaPositive(y)))
    }

    /// π / sin(πy).
    private static func reflection(_ y: Double) -> Double {
        let pi = DoubleDouble(
            head: 2 * TrigonometricTable.quarterTurnHead,
            tail: 2 * TrigonometricTable.quarterTurnTail
        )
        return (pi / sinPi(y)).value
    }

    @inline(never)
    private static func logGammaOfNegative(_ x: Double) -> Double {
        guard floor(x) != x else { return .infinity }
        guard !x.isNaN else { return x }
        let y = -x
        if y < 0.75 {
            return (-(logGammaOnePlus(y)) + logDoubleDouble(reflection(y).magnitude)).value
        }
        let ratio = logDoubleDouble(reflection(y).magnitude / y)
        return (ratio + -logGammaPositive(y)).value
    }
}
