extension Elementary {
    /// Angle whose tangent is given, from -π/2 to π/2 [rad], within 0.6 ulp.
    public static func atan(_ x: Double) -> Double {
        guard x.magnitude > 0x1p-27 else { return x }
        guard !x.isNaN else { return x }
        let angle = arctangent(DoubleDouble(head: x.magnitude, tail: 0))
        return Double(signOf: x, magnitudeOf: angle.value)
    }

    /// Angle of the point (x, y) seen from the origin, from -π to π [rad], within 0.6 ulp.
    ///
    /// - Parameters:
    ///   - y: Distance along the axis at a quarter turn.
    ///   - x: Distance along the axis at angle 0.
    /// - Returns: The angle [rad]; at the origin the signs of the zeros decide.
    public static func atan2(_ y: Double, _ x: Double) -> Double {
        let (height, width) = (y.magnitude, x.magnitude)
        let isLeft = x.sign == .minus
        guard height > 0, width > 0, height < .infinity, width < .infinity else {
            return atan2OfAny(y, x)
        }
        let ratio = height / width
        if ratio < 0x1p-60 {
            return Double(
                signOf: y,
                magnitudeOf: isLeft ? 2 * TrigonometricTable.quarterTurnHead : ratio
            )
        }
        if ratio > 0x1p60 {
            return Double(signOf: y, magnitudeOf: TrigonometricTable.quarterTurnHead)
        }
        let angle = arctangent(exactRatio(height, width))
        return Double(signOf: y, magnitudeOf: isLeft ? (halfTurn + -angle).value : angle.value)
    }

    /// Angle whose sine is given, from -π/2 to π/2 [rad]; a NaN beyond ±1; within 0.6 ulp.
    public static func asin(_ x: Double) -> Double {
        guard x.magnitude > 0x1p-27 else { return x }
        guard x.magnitude <= 1 else { return .nan }
        if x.magnitude < 0.5 {
            let (head, rest) = arcsine(x.magnitude)
            return Double(signOf: x, magnitudeOf: head + rest)
        }
        let (head, rest) = upperArccosine(x.magnitude)
        let less = DoubleDouble(larger: TrigonometricTable.quarterTurnHead, plus: -head)
        let tail = (less.tail + TrigonometricTable.quarterTurnTail) - rest
        return Double(signOf: x, magnitudeOf: less.head + tail)
    }

    /// Angle whose cosine is given, from 0 to π [rad]; a NaN beyond ±1; within 0.6 ulp.
    public static func acos(_ x: Double) -> Double {
        guard x.magnitude <= 1 else { return .nan }
        if x.magnitude < 0.5 {
            let (head, rest) = arcsine(x.magnitude)
            let angle = DoubleDouble(larger: head, plus: rest)
            return (quarterTurn + (x > 0 ? -angle : angle)).head
        }
        let (head, rest) = upperArccosine(x.magnitude)
        if x > 0 { return head + rest }
        let less = DoubleDouble(larger: halfTurn.head, plus: -head)
        return less.head + ((less.tail + halfTurn.tail) - rest)
    }

    @inline(__always)
    private static var quarterTurn: DoubleDouble {
        DoubleDouble(
            head: TrigonometricTable.quarterTurnHead,
            tail: TrigonometricTable.quarterTurnTail
        )
    }

    @inline(__always)
    private static var halfTurn: DoubleDouble {
        DoubleDouble(head: 2 * quarterTurn.head, tail: 2 * quarterTurn.tail)
    }

    /// The arctangent of a positive number, to about 2^-58 of its size.
    @inline(__always)
    private static func arctangent(_ x: DoubleDouble) -> DoubleDouble {
        if x.head < 0.125 { return smallArctangent(x) }
        if x.head < 16 {
            let (head, rest) = Pieces.evaluate(
                ArctangentTable.pieces,
                x.head,
                plus: x.tail,
                from: 0.125
            )
            return DoubleDouble(larger: head, plus: rest)
        }
        let inverse = DoubleDouble(head: 1 / x.head, tail: 0)
        return quarterTurn + -smallArctangent(inverse)
    }

    @inline(__always)
    private static func smallArctangent(_ x: DoubleDouble) -> DoubleDouble {
        let x2 = x.head * x.head
        let curve = (x.head * x2) * polynomial(ArctangentTable.small, x2)
        return DoubleDouble(larger: x.head, plus: curve + x.tail)
    }

    /// The arcsine of a number from 0 to 1/2: the head, and what is to be added.
    @inline(__always)
    private static func arcsine(_ x: Double) -> (head: Double, rest: Double) {
        if x >= 0x1p-4 { return Pieces.evaluate(ArcsineTable.pieces, x, from: 0x1p-4) }
        let x2 = x * x
        return (x, (x * x2) * polynomial(ArcsineTable.small, x2))
    }

    /// The arccosine of a number from 1/2 to 1: the head, and what is to be added.
    @inline(__always)
    private static func upperArccosine(_ x: Double) -> (head: Double, rest: Double) {
        let distance = 1 - x
        if distance >= 0x1p-5 {
            return Pieces.evaluate(ArcsineTable.complementPieces, distance, from: 0x1p-5)
        }
        return arccosineNearOne(distance)
    }

    /// The arccosine of 1 - w, by way of acos(1 - w) = 2 asin √(w/2).
    @inline(never)
    private static func arccosineNearOne(_ w: Double) -> (head: Double, rest: Double) {
        let square = 0.5 * w
        let root = square.squareRoot()
        guard root > 0 else { return (0, 0) }
        let again = DoubleDouble(product: root, root)
        let tail = ((square - again.head) - again.tail) / (2 * root)
        let (head, rest) = arcsine(root)
        // The slope of the arcsine, 1 / √(1 - root²), is within 1 % of 1 + root² / 2 here.
        return (2 * head, 2 * (rest + tail * (1 + 0.5 * square)))
    }

    /// The quotient of positive numbers of which neither is 2^60 times the other.
    @inline(__always)
    private static func exactRatio(_ height: Double, _ width: Double) -> DoubleDouble {
        // Away from the ends of the range, so that no part of the remainder is lost.
        let scale = width < 0x1p-800 ? 0x1p200 : width > 0x1p800 ? 0x1p-200 : 1
        let (a, b) = (height * scale, width * scale)
        return DoubleDouble(head: a, tail: 0) / DoubleDouble(head: b, tail: 0)
    }

    @inline(never)
    private static func atan2OfAny(_ y: Double, _ x: Double) -> Double {
        if x.isNaN || y.isNaN { return .nan }
        let isLeft = x.sign == .minus
        let quarter = TrigonometricTable.quarterTurnHead
        if y == 0 { return Double(signOf: y, magnitudeOf: isLeft ? 2 * quarter : 0) }
        if x == 0 || x.magnitude < .infinity && y.magnitude == .infinity {
            return Double(signOf: y, magnitudeOf: quarter)
        }
        if y.magnitude < .infinity {
            return Double(signOf: y, magnitudeOf: isLeft ? 2 * quarter : 0)
        }
        let eighth = DoubleDouble(
            head: quarter * 0.5,
            tail: TrigonometricTable.quarterTurnTail * 0.5
        )
        return Double(signOf: y, magnitudeOf: isLeft ? (eighth * 3).value : eighth.head)
    }
}
