/// One exponential as 2^(i/128) · 2^exponent · (1 + growth), with growth below 0.003.
///
/// Tang (1989), "Table-driven implementation of the exponential function in IEEE floating-point
/// arithmetic".
struct ExponentialParts: BitwiseCopyable {
    /// Power of two by 128ths, from 1 to 2.
    let power: Double

    /// Relative growth beyond the power, including the power's own rounding error.
    let growth: Double

    /// Exponent of the whole power of two.
    let exponent: Int64

    /// Splits the exponential of a number given as head and tail.
    ///
    /// - Parameters:
    ///   - head: A number of magnitude below 2000.
    ///   - tail: A further part, small against 1.
    @inline(__always)
    init(_ head: Double, plus tail: Double = 0) {
        let (whole, number) = (head * ExponentialTable.stepsPerUnit).nearestWhole
        // The first product is exact and so is the difference; both keep the argument's order.
        let remainder = head - whole * ExponentialTable.stepHead
        let r = (remainder - whole * ExponentialTable.stepTail) + tail
        let row = 2 &* Int(number & 127)
        power = ExponentialTable.powers[row]
        growth = ExponentialTable.powers[row + 1] + Self.expm1Reduced(r)
        exponent = Int64(number >> 7)
    }

    /// e^r - 1 for a reduced argument.
    @inline(__always)
    static func expm1Reduced(_ r: Double) -> Double {
        let c = ExponentialTable.cubic
        let r2 = r * r
        return r + (0.5 * r2 + (r * r2) * ((c[0] + r * c[1]) + r2 * (c[2] + r * c[3])))
    }

    /// The exponential where it is neither huge nor tiny.
    @inline(__always) var value: Double {
        let scale = power.timesPowerOfTwo(exponent)
        return scale + scale * growth
    }

    /// The exponential of any size: infinite or subnormal where it has to be.
    var valueOfAnySize: Double {
        (power + power * growth).timesAnyPowerOfTwo(exponent)
    }
}

extension Elementary {
    /// e to the power of a number, within 0.51 ulp.
    public static func exp(_ x: Double) -> Double {
        guard x.magnitude < 665 else { return expFarOut(x) }
        return ExponentialParts(x).value
    }

    @inline(never)
    private static func expFarOut(_ x: Double) -> Double {
        if x > 709.79 { return .infinity }
        if x < -745.14 { return 0 }
        return x.isNaN ? x : ExponentialParts(x).valueOfAnySize
    }

    /// e to the power of a number given as head and tail, of any size.
    @inline(__always)
    static func exp(_ x: DoubleDouble) -> Double {
        guard x.head.magnitude < 665 else { return expFarOut(x) }
        return ExponentialParts(x.head, plus: x.tail).value
    }

    @inline(never)
    private static func expFarOut(_ x: DoubleDouble) -> Double {
        if x.head > 710 { return .infinity }
        if x.head < -746 { return 0 }
        return x.head.isNaN ? x.head : ExponentialParts(x.head, plus: x.tail).valueOfAnySize
    }

    /// e to the power of a number, minus 1, without loss near 0, within 0.6 ulp.
    public static func expm1(_ x: Double) -> Double {
        if x.magnitude < 0x1p-4 { return expm1Small(x) }
        guard x < 708 else { return expFarOut(x) }
        guard x > -40 else { return x.isNaN ? x : -1 }
        let parts = ExponentialParts(x)
        let scale = parts.power.timesPowerOfTwo(parts.exponent)
        let less = DoubleDouble(sum: scale, -1)
        return less.head + (less.tail + scale * parts.growth)
    }

    @inline(__always)
    private static func expm1Small(_ x: Double) -> Double {
        let x2 = x * x
        if x.magnitude < 0x1p-54 { return x }
        return x + (0.5 * x2 + (x * x2) * polynomial(ExponentialTable.smallCubic, x))
    }
}
