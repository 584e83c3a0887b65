/// Logarithm of a positive number, reduced to that of 1 + r with |r| below 0.0054.
///
/// The mantissa is multiplied by a reciprocal of nine binary digits, whose logarithm stands in the
/// table, so that r comes out exactly as the sum of two numbers. Because the head and the upper
/// part share a grid of 2^-42, their sum is exact as well.
struct LogarithmParts: BitwiseCopyable {
    /// Upper part of r, at most 26 digits.
    let upper: Double

    /// Lower part of r, below 2^-22.
    let lower: Double

    /// Logarithm without that of 1 + r, a multiple of 2^-42.
    let head: Double

    /// What the head leaves of it.
    let tail: Double

    /// What the argument was multiplied by to bring it near 1.
    let factor: Double

    /// Exponent of the argument.
    let octaves: Double

    /// Number of the table's interval.
    let interval: Int

    /// Reduces a normal positive number, or a subnormal one times 2^`scale`.
    @inline(__always)
    init(_ x: Double, scale: Double = 0) {
        let above = x.bitPattern &- LogarithmTable.offset
        interval = Int(truncatingIfNeeded: above &>> 45) & 127
        let exponent = Int64(bitPattern: above) &>> 52
        let mantissa = Double(bitPattern: x.bitPattern &- (above & 0xFFF0_0000_0000_0000))
        let coarse = Double(bitPattern: mantissa.bitPattern & 0xFFFF_FFFF_E000_0000)
        let reciprocal = LogarithmTable.intervals[4 &* interval]
        upper = coarse * reciprocal - 1
        lower = (mantissa - coarse) * reciprocal
        octaves = Double(exponent) - scale
        head = octaves * LogarithmTable.ln2Head + LogarithmTable.intervals[4 &* interval + 1]
        tail = octaves * LogarithmTable.ln2Tail + LogarithmTable.intervals[4 &* interval + 2]
        factor = reciprocal.timesPowerOfTwo(-exponent)
    }

    /// The logarithm of an argument plus a small addition to it.
    ///
    /// - Parameter addition: A number below the argument's last digit.
    /// - Returns: The natural logarithm of the sum.
    @inline(__always)
    func value(adding addition: Double) -> Double {
        value(lower: lower + addition * factor)
    }

    /// The logarithm.
    @inline(__always) var value: Double { value(lower: lower) }

    @inline(__always)
    private func value(lower: Double) -> Double {
        let r = upper + lower
        return (head + upper) + (((lower + tail) - 0.5 * (r * r)) + cubic(r))
    }

    /// log(1 + r) - r + r²/2 to the accuracy that one double needs.
    @inline(__always)
    func cubic(_ r: Double) -> Double {
        let c = LogarithmTable.shortSeries
        let r2 = r * r
        let r3 = r * r2
        return r3 * (((c[0] + r * c[1]) + r2 * c[2]) + r3 * (c[3] + r * c[4]))
    }

    /// log(1 + r) - r + r²/2, divided by r³.
    @inline(__always)
    private static func series(_ r: Double) -> Double {
        let c = LogarithmTable.series
        let r2 = r * r
        let high = (c[4] + r * c[5]) + r2 * c[6]
        return (c[0] + r * c[1]) + r2 * ((c[2] + r * c[3]) + r2 * high)
    }

    /// The logarithm to another base.
    ///
    /// - Parameters:
    ///   - head: The logarithm without that of 1 + r, a multiple of 2^-42.
    ///   - tail: What the head leaves.
    ///   - factor: From natural logarithms to this base; a head of 26 digits, and the rest.
    /// - Returns: The logarithm rounded to one double.
    @inline(__always)
    func value(head: Double, tail: Double, factor: DoubleDouble) -> Double {
        // The first product is exact: both factors have at most 26 digits.
        let sum = DoubleDouble(larger: head, plus: upper * factor.head)
        let r = upper + lower
        let curve = cubic(r) - 0.5 * (r * r)
        let rest = upper * factor.tail + (lower + curve) * (factor.head + factor.tail)
        return sum.head + (rest + (tail + sum.tail))
    }

    /// The logarithm to about 2^-68 of its size, the tail overlapping the head.
    @inline(__always) var doubleDouble: DoubleDouble {
        let r = upper + lower
        let linear = DoubleDouble(larger: head + upper, plus: lower)
        let halfSquare = -0.5 * (upper * upper)
        let sum = DoubleDouble(larger: linear.head, plus: halfSquare)
        let cross = -0.5 * (lower * (upper + r))
        let cubic = (r * r) * (r * Self.series(r))
        return DoubleDouble(
            head: sum.head,
            tail: (cross + cubic) + (tail + (linear.tail + sum.tail))
        )
    }
}

extension Elementary {
    /// Natural logarithm, within 0.51 ulp.
    public static func log(_ x: Double) -> Double {
        guard isNormalPositive(x) else {
            return logOfAny(x) { LogarithmParts($0, scale: $1).value }
        }
        if isNearOne(x) { return logNearOne(x - 1) }
        return LogarithmParts(x).value
    }

    /// Natural logarithm of 1 + x, without loss near 0, within 0.51 ulp.
    public static func log1p(_ x: Double) -> Double {
        if x.magnitude < 0x1p-20 { return logNearOne(x) }
        guard x > -1 else { return x == -1 ? -.infinity : .nan }
        if x > 0x1p60 { return log(x) }
        let sum = DoubleDouble(sum: 1, x)
        return LogarithmParts(sum.head).value(adding: sum.tail)
    }

    /// Logarithm to base 2, within 1 ulp; exact for powers of two.
    public static func log2(_ x: Double) -> Double {
        guard isNormalPositive(x) else { return logOfAny(x, log2Scaled) }
        return log2Scaled(x, 0)
    }

    /// Logarithm to base 10, within 1 ulp; exact for powers of ten.
    public static func log10(_ x: Double) -> Double {
        guard isNormalPositive(x) else { return logOfAny(x, log10Scaled) }
        return log10Scaled(x, 0)
    }

    /// Logarithm to base 2 of a normal number over a power of two.
    @inline(__always)
    private static func log2Scaled(_ x: Double, _ scale: Double) -> Double {
        let factor = DoubleDouble(
            head: LogarithmBaseTable.twoHead,
            tail: LogarithmBaseTable.twoTail
        )
        if isNearOne(x) { return logNearOne(x - 1, factor: factor) }
        let parts = LogarithmParts(x, scale: scale)
        let row = 2 &* parts.interval
        return parts.value(
            head: parts.octaves + LogarithmBaseTable.two[row],
            tail: LogarithmBaseTable.two[row + 1],
            factor: factor
        )
    }

    /// Logarithm to base 10 of a normal number over a power of two.
    @inline(__always)
    private static func log10Scaled(_ x: Double, _ scale: Double) -> Double {
        let factor = DoubleDouble(
            head: LogarithmBaseTable.tenHead,
            tail: LogarithmBaseTable.tenTail
        )
        if isNearOne(x) { return logNearOne(x - 1, factor: factor) }
        let parts = LogarithmParts(x, scale: scale)
        let row = 2 &* parts.interval
        let octaves = parts.octaves
        return parts.value(
            head: octaves * LogarithmBaseTable.tenOctaveHead + LogarithmBaseTable.ten[row],
            tail: octaves * LogarithmBaseTable.tenOctaveTail + LogarithmBaseTable.ten[row + 1],
            factor: factor
        )
    }

    /// Natural logarithm of a finite positive number to about 2^-68, the tail overlapping the head.
    @inline(__always)
    static func logDoubleDouble(_ x: Double) -> DoubleDouble {
        // Two to the power 54 brings a subnormal number to full precision.
        let isSubnormal = x < .leastNormalMagnitude
        return LogarithmParts(isSubnormal ? x * 0x1p54 : x, scale: isSubnormal ? 54 : 0)
            .doubleDouble
    }

    @inline(__always)
    private static func isNormalPositive(_ x: Double) -> Bool {
        x.bitPattern &- 0x0010_0000_0000_0000 < 0x7FE0_0000_0000_0000
    }

    /// Whether a number is within 2^-20 of 1, where r has too few digits in its upper part.
    @inline(__always)
    private static func isNearOne(_ x: Double) -> Bool {
        x.bitPattern &- (0x3FF0_0000_0000_0000 - 0x2_0000_0000) < 0x3_0000_0000
    }

    /// The logarithm of 1 + x for |x| below 2^-20, where two terms beyond x suffice.
    @inline(__always)
    private static func logNearOne(_ x: Double) -> Double {
        x - (x * x) * (0.5 - x * (1.0 / 3))
    }

    /// The logarithm of 1 + x to another base for |x| below 2^-20.
    @inline(never)
    private static func logNearOne(_ x: Double, factor: DoubleDouble) -> Double {
        let upper = x.upperHalf
        let curve = -(x * x) * (0.5 - x * (1.0 / 3))
        let rest = upper * factor.tail + ((x - upper) + curve) * (factor.head + factor.tail)
        return upper * factor.head + rest
    }

    /// The logarithm of a number that is not normal and positive.
    ///
    /// - Parameters:
    ///   - x: The number.
    ///   - logarithm: Logarithm of a normal number over a power of two, given its exponent.
    /// - Returns: The logarithm, infinite at 0 and infinity, and a NaN below 0.
    @inline(never)
    private static func logOfAny(
        _ x: Double,
        _ logarithm: (_ number: Double, _ scale: Double) -> Double
    ) -> Double {
        if x == 0 { return -.infinity }
        guard x > 0, x < .infinity else { return x > 0 ? x : .nan }
        return logarithm(x * 0x1p54, 54)
    }
}
