extension Elementary {
    /// Hyperbolic sine, within 0.6 ulp.
    public static func sinh(_ x: Double) -> Double {
        let magnitude = x.magnitude
        if magnitude < 0.25 { return smallSinh(x) }
        guard magnitude < 40 else { return Double(signOf: x, magnitudeOf: halfExp(magnitude)) }
        let both = OppositeExponentials(magnitude)
        return Double(signOf: x, magnitudeOf: both.halfDifference)
    }

    /// Hyperbolic cosine, within 0.6 ulp.
    public static func cosh(_ x: Double) -> Double {
        let magnitude = x.magnitude
        if magnitude < 0.5 { return smallCosh(x) }
        guard magnitude < 40 else { return halfExp(magnitude) }
        return OppositeExponentials(magnitude).halfSum
    }

    /// Hyperbolic tangent, within 0.6 ulp.
    public static func tanh(_ x: Double) -> Double {
        let magnitude = x.magnitude
        if magnitude < 0.125 { return magnitude < 0x1p-28 ? x : smallTanh(x) }
        guard magnitude < 20 else { return x.isNaN ? x : Double(signOf: x, magnitudeOf: 1) }
        let (head, rest) = Pieces.evaluate(HyperbolicTable.tangentPieces, magnitude, from: 0.125)
        return Double(signOf: x, magnitudeOf: head + rest)
    }

    /// Half of e^x for x from 40 on.
    @inline(never)
    private static func halfExp(_ x: Double) -> Double {
        guard x < 711 else { return x.isNaN ? x : .infinity }
        let parts = ExponentialParts(x)
        return (parts.power + parts.power * parts.growth).timesAnyPowerOfTwo(parts.exponent - 1)
    }

    @inline(__always)
    private static func smallSinh(_ x: Double) -> Double {
        let x2 = x * x
        return x + (x * x2) * polynomial(HyperbolicTable.smallSine, x2)
    }

    @inline(__always)
    private static func smallCosh(_ x: Double) -> Double {
        let x2 = x * x
        return 1 + (0.5 * x2 + (x2 * x2) * polynomial(HyperbolicTable.smallCosine, x2))
    }

    @inline(__always)
    private static func smallTanh(_ x: Double) -> Double {
        let x2 = x * x
        return x + (x * x2) * polynomial(HyperbolicTable.smallTangent, x2)
    }
}

/// Exponentials of a number and of its negative, from one reduction.
///
/// With e^±x = p±(cosh r ± sinh r) and r short, half their sum is that of the powers, plus a
/// correction; likewise half their difference.
private struct OppositeExponentials: BitwiseCopyable {
    /// Half of 2^(k/128), k being the number of the nearest step.
    let rising: Double

    /// Half of 2^(-k/128).
    let falling: Double

    /// Relative rounding errors of the two powers.
    let errors: (rising: Double, falling: Double)

    /// cosh r - 1 for the reduced argument.
    let even: Double

    /// sinh r for the reduced argument.
    let odd: Double

    /// Reduces a number from 0 to 40.
    @inline(__always)
    init(_ x: Double) {
        let (whole, number) = (x * ExponentialTable.stepsPerUnit).nearestWhole
        let r = (x - whole * ExponentialTable.stepHead) - whole * ExponentialTable.stepTail
        let up = 2 &* Int(number & 127)
        let down = 2 &* Int((0 &- number) & 127)
        rising = ExponentialTable.powers[up].timesPowerOfTwo(Int64(number >> 7) - 1)
        falling = ExponentialTable.powers[down].timesPowerOfTwo(Int64((0 &- number) >> 7) - 1)
        errors = (ExponentialTable.powers[up + 1], ExponentialTable.powers[down + 1])
        let r2 = r * r
        let e = ExponentialTable.evenPart
        let o = ExponentialTable.oddPart
        even = r2 * (0.5 + r2 * (e[0] + r2 * e[1]))
        odd = r + (r * r2) * (o[0] + r2 * o[1])
    }

    @inline(__always) var halfSum: Double {
        let sum = DoubleDouble(larger: rising, plus: falling)
        let errors = rising * errors.rising + falling * errors.falling
        return sum.head + ((sum.head * even + (rising - falling) * odd) + (sum.tail + errors))
    }

    @inline(__always) var halfDifference: Double {
        let difference = DoubleDouble(larger: rising, plus: -falling)
        let errors = rising * errors.rising - falling * errors.falling
        let curve = difference.head * even + (rising + falling) * odd
        return difference.head + (curve + (difference.tail + errors))
    }
}
