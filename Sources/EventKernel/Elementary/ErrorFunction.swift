extension Elementary {
    /// Error function, 2/√π times the integral of e^(-t²) from 0, within 0.8 ulp.
    public static func erf(_ x: Double) -> Double {
        let magnitude = x.magnitude
        if magnitude < 0.25 {
            let small = smallErf(magnitude, 0)
            return Double(signOf: x, magnitudeOf: small.head + small.rest)
        }
        guard magnitude < 6 else { return x.isNaN ? x : Double(signOf: x, magnitudeOf: 1) }
        let (head, rest) = complement(magnitude, 0)
        let less = DoubleDouble(larger: 1, plus: -head)
        return Double(signOf: x, magnitudeOf: less.head + (less.tail - rest))
    }

    /// 1 minus the error function, without loss where that is small, within 3 ulp.
    public static func erfc(_ x: Double) -> Double {
        if x.magnitude < 0.25 {
            let small = smallErf(x, 0)
            let less = DoubleDouble(larger: 1, plus: -small.head)
            return less.head + (less.tail - small.rest)
        }
        guard x > -6, x < 28 else { return x.isNaN ? x : x < 0 ? 2 : 0 }
        let (head, rest) = complement(x.magnitude, 0)
        if x > 0 { return head + rest }
        let less = DoubleDouble(larger: 2, plus: -head)
        return less.head + (less.tail - rest)
    }

    /// Probability that a standard normal variable is at most x, within 3 ulp.
    public static func normalCDF(_ x: Double) -> Double {
        guard x > -39, x < 9 else { return x.isNaN ? x : x < 0 ? 0 : 1 }
        let root = DoubleDouble(
            head: ErrorFunctionTable.rootHalfHead,
            tail: ErrorFunctionTable.rootHalfTail
        )
        let z = root * x.magnitude
        if z.head < 0.25 {
            let half = smallErf(z.head, z.tail)
            return 0.5 + Double(signOf: x, magnitudeOf: 0.5 * (half.head + half.rest))
        }
        let (head, rest) = complement(z.head, z.tail)
        if x < 0 { return 0.5 * head + 0.5 * rest }
        let less = DoubleDouble(larger: 1, plus: -0.5 * head)
        return less.head + (less.tail - 0.5 * rest)
    }

    /// The error function of x + tail for |x| below 1/4.
    @inline(__always)
    private static func smallErf(_ x: Double, _ tail: Double) -> (head: Double, rest: Double) {
        (x, x * polynomial(ErrorFunctionTable.small, x * x) + 1.125 * tail)
    }

    /// The complementary error function of x + tail for x from 1/4 to 28.
    @inline(__always)
    private static func complement(_ x: Double, _ tail: Double) -> (head: Double, rest: Double) {
        if x < 2 { return Pieces.evaluate(ErrorFunctionTable.pieces, x, plus: tail, from: 0.25) }
        let table = ErrorFunctionTable.scaledPieces
        let (head, rest) = Pieces.evaluate(table, x, plus: tail, from: 2)
        let square = DoubleDouble(product: x, x)
        let parts = ExponentialParts(-square.head, plus: -(square.tail + 2 * x * tail))
        let scaled = (parts.power + parts.power * parts.growth) * (head + rest)
        return (scaled.timesAnyPowerOfTwo(parts.exponent), 0)
    }
}
