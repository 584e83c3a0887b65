/// Unevaluated sum of two doubles, carrying about 106 bits.
///
/// The tail is at most half a unit in the last place of the head. Dekker (1971), "A floating-point
/// technique for extending the available precision".
struct DoubleDouble: BitwiseCopyable {
    /// The sum rounded to one double.
    let head: Double

    /// What the head leaves.
    let tail: Double

    /// Creates a sum from parts that already fit together.
    @inline(__always)
    init(head: Double, tail: Double) {
        self.head = head
        self.tail = tail
    }

    /// Adds two numbers without error.
    @inline(__always)
    init(sum first: Double, _ second: Double) {
        head = first + second
        let taken = head - first
        tail = (first - (head - taken)) + (second - taken)
    }

    /// Adds two numbers without error, the first being zero or at least as large as the second.
    @inline(__always)
    init(larger: Double, plus smaller: Double) {
        head = larger + smaller
        tail = (larger - head) + smaller
    }

    /// Multiplies two numbers, with an error of at most 2^-104 of the product.
    ///
    /// The factors are cut by masking, not by Veltkamp's multiplication, so that nothing overflows.
    @inline(__always)
    init(product first: Double, _ second: Double) {
        let firstUpper = first.upperHalf
        let secondUpper = second.upperHalf
        let firstLower = first - firstUpper
        let secondLower = second - secondUpper
        head = first * second
        tail =
            ((firstUpper * secondUpper - head)
                + (firstUpper * secondLower + firstLower * secondUpper))
            + firstLower * secondLower
    }

    /// The sum in one double.
    @inline(__always) var value: Double { head + tail }

    @inline(__always)
    static prefix func - (number: Self) -> Self {
        Self(head: -number.head, tail: -number.tail)
    }

    @inline(__always)
    static func + (left: Self, right: Double) -> Self {
        let sum = DoubleDouble(sum: left.head, right)
        return DoubleDouble(larger: sum.head, plus: sum.tail + left.tail)
    }

    @inline(__always)
    static func + (left: Self, right: Self) -> Self {
        let sum = DoubleDouble(sum: left.head, right.head)
        return DoubleDouble(larger: sum.head, plus: sum.tail + (left.tail + right.tail))
    }

    /// Multiplies a sum by a number, with an error of about 2^-78 of the product.
    ///
    /// The sum's tail may overlap its head, as long as it is small against it.
    @inline(__always)
    static func * (left: Self, right: Double) -> Self {
        let leftUpper = left.head.upperHalf
        let rightUpper = right.upperHalf
        let leftLower = (left.head - leftUpper) + left.tail
        let rest = leftUpper * (right - rightUpper) + leftLower * right
        return DoubleDouble(larger: leftUpper * rightUpper, plus: rest)
    }

    @inline(__always)
    static func * (left: Self, right: Self) -> Self {
        let product = DoubleDouble(product: left.head, right.head)
        let rest = left.head * right.tail + left.tail * right.head
        return DoubleDouble(larger: product.head, plus: product.tail + rest)
    }

    /// Divides two sums, with an error of about 2^-100 of the quotient before the last addition.
    @inline(__always)
    static func / (left: Self, right: Self) -> Self {
        let quotient = left.head / right.head
        let product = DoubleDouble(product: quotient, right.head)
        let rest = ((left.head - product.head) - product.tail) + (left.tail - quotient * right.tail)
        return DoubleDouble(larger: quotient, plus: rest / right.head)
    }
}

extension Double {
    /// The number with only the upper 26 of its 53 digits.
    @inline(__always) var upperHalf: Double {
        Double(bitPattern: bitPattern & 0xFFFF_FFFF_F800_0000)
    }

    /// The number times a power of two, for a normal number with a normal result.
    @inline(__always)
    func timesPowerOfTwo(_ exponent: Int64) -> Double {
        Double(bitPattern: bitPattern &+ UInt64(bitPattern: exponent &<< 52))
    }

    /// The number times a power of two, for a number near 1 and any result.
    ///
    /// - Parameter exponent: From -2000 to 2000.
    /// - Returns: The product; a subnormal one is rounded, and a large one infinite.
    @inline(__always)
    func timesAnyPowerOfTwo(_ exponent: Int64) -> Double {
        let half = exponent / 2
        let first = (1.0).timesPowerOfTwo(half)
        return self * first * (1.0).timesPowerOfTwo(exponent - half)
    }

    /// The nearest whole number, and the same number as an integer.
    ///
    /// Adding 1.5·2^52 leaves no digits after the point. Correct for magnitudes below 2^31.
    @inline(__always) var nearestWhole: (value: Double, index: Int32) {
        let shifted = self + 0x1.8p52
        return (shifted - 0x1.8p52, Int32(truncatingIfNeeded: shifted.bitPattern))
    }
}
