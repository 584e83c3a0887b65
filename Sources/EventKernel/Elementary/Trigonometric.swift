extension Elementary {
    /// Sine of an angle [rad], within 0.6 ulp for every finite angle.
    public static func sin(_ x: Double) -> Double {
        guard x.magnitude > 0x1p-26, x.magnitude < .infinity else { return ofTinyAngle(x, x) }
        let angle = ReducedAngle(x)
        return sine(of: angle, quarterTurns: angle.quarterTurns)
    }

    /// Cosine of an angle [rad], within 0.6 ulp for every finite angle.
    public static func cos(_ x: Double) -> Double {
        guard x.magnitude > 0x1p-27, x.magnitude < .infinity else { return ofTinyAngle(x, 1) }
        let angle = ReducedAngle(x)
        return sine(of: angle, quarterTurns: angle.quarterTurns &+ 1)
    }

    /// Tangent of an angle [rad], within 0.6 ulp for every finite angle.
    public static func tan(_ x: Double) -> Double {
        guard x.magnitude > 0x1p-27, x.magnitude < .infinity else { return ofTinyAngle(x, x) }
        let angle = ReducedAngle(x)
        let near = NearAngle(angle.rest)
        let (head, rest) = near.magnitude < 0x1p-4 ? near.smallTangent : near.tangent
        if !angle.isOdd { return near.isNegative ? -(head + rest) : head + rest }
        let tangent = DoubleDouble(larger: head, plus: rest)
        let inverse = DoubleDouble(head: 1, tail: 0) / tangent
        return near.isNegative ? inverse.head : -inverse.head
    }

    /// The limit near 0; a NaN for an angle that is not finite.
    private static func ofTinyAngle(_ x: Double, _ limit: Double) -> Double {
        x.magnitude < .infinity ? limit : .nan
    }

    /// Sine of the rest of an angle plus a number of quarter turns.
    @inline(__always)
    private static func sine(of angle: ReducedAngle, quarterTurns: UInt64) -> Double {
        let near = NearAngle(angle.rest)
        let isNegative = quarterTurns & 2 != 0
        if quarterTurns & 1 != 0 {
            let cosine = near.parts(swapped: true)
            let value = cosine.head + cosine.rest
            return isNegative ? -value : value
        }
        let sine = near.magnitude < 0.25 ? near.smallSine : near.parts(swapped: false)
        let value = sine.head + sine.rest
        return isNegative != near.isNegative ? -value : value
    }

    /// Sine of π times a number, without loss near whole numbers, to about 2^-60 of its size.
    static func sinPi(_ x: Double) -> DoubleDouble {
        let whole = nearest(x)
        let isOdd = floor(whole * 0.5) != whole * 0.5
        let part = x - whole
        let pi = DoubleDouble(
            head: 2 * TrigonometricTable.quarterTurnHead,
            tail: 2 * TrigonometricTable.quarterTurnTail
        )
        let angle = pi * part
        let value = NearHalfTurn.sine(of: angle)
        return isOdd ? -value : value
    }
}

/// Sine of angles up to a quarter turn.
private enum NearHalfTurn {
    static func sine(of angle: DoubleDouble) -> DoubleDouble {
        if angle.head.magnitude < 0.785 { return NearAngle(angle).sine }
        let quarter = DoubleDouble(
            head: TrigonometricTable.quarterTurnHead,
            tail: TrigonometricTable.quarterTurnTail
        )
        let isNegative = angle.head < 0
        let cosine = NearAngle(quarter + (isNegative ? angle : -angle)).cosine
        return isNegative ? -cosine : cosine
    }
}

/// Angle of at most an eighth of a turn, seen from the nearest of the table's centres.
struct NearAngle: BitwiseCopyable {
    /// Whether the angle is negative; all else is about its magnitude.
    let isNegative: Bool

    /// Magnitude of the angle [rad].
    let magnitude: Double

    /// What the magnitude leaves of the angle.
    let tail: Double

    /// Places an angle of at most π/4 and a hair.
    @inline(__always)
    init(_ angle: DoubleDouble) {
        isNegative = angle.head < 0
        magnitude = angle.head.magnitude
        tail = isNegative ? -angle.tail : angle.tail
    }

    /// Sine, or cosine when swapped: the table's value and what is to be added.
    ///
    /// sin(c + d) = sin c + cos c sin d + sin c (cos d - 1), and likewise for the cosine.
    @inline(__always)
    func parts(swapped: Bool) -> (head: Double, rest: Double) {
        let (whole, index) = (magnitude * 64).nearestWhole
        let d = (magnitude - whole * 0x1p-6) + tail
        let row = 4 &* Int(index)
        let own = row &+ (swapped ? 2 : 0)
        let other = TrigonometricTable.centres[row &+ (swapped ? 0 : 2)]
        let slope = swapped ? -other : other
        let head = TrigonometricTable.centres[own]
        let s = TrigonometricTable.nearSine
        let c = TrigonometricTable.nearCosine
        let d2 = d * d
        let lessThanOne = d2 * (d2 * (c[0] + d2 * c[1]) - 0.5)
        let beyondLinear = (d2 * d) * (s[0] + d2 * (s[1] + d2 * s[2]))
        let curve = head * lessThanOne + slope * beyondLinear
        return (head, slope * d + (TrigonometricTable.centres[own &+ 1] + curve))
    }

    /// Sine of a magnitude below 1/4.
    @inline(__always) var smallSine: (head: Double, rest: Double) {
        let x = magnitude
        let x2 = x * x
        let c = TrigonometricTable.smallSine
        let x4 = x2 * x2
        let series = (c[0] + x2 * c[1]) + x4 * ((c[2] + x2 * c[3]) + x4 * (c[4] + x2 * c[5]))
        return (x, (x * x2) * series + (tail - 0.5 * x2 * tail))
    }

    /// Tangent of a magnitude below 1/16.
    @inline(__always) var smallTangent: (head: Double, rest: Double) {
        let x = magnitude
        let x2 = x * x
        return (x, (x * x2) * polynomial(TangentTable.small, x2) + (tail + x2 * tail))
    }

    /// Tangent of a magnitude from 1/16 on.
    @inline(__always) var tangent: (head: Double, rest: Double) {
        Pieces.evaluate(TangentTable.pieces, magnitude, plus: tail, from: 0x1p-4)
    }

    /// Sine of the angle to about 2^-60 of its size.
    @inline(__always) var sine: DoubleDouble {
        let (head, rest) = magnitude < 0.25 ? smallSine : parts(swapped: false)
        let value = DoubleDouble(larger: head, plus: rest)
        return isNegative ? -value : value
    }

    /// Cosine of the angle to about 2^-60 of its size.
    @inline(__always) var cosine: DoubleDouble {
        let (head, rest) = parts(swapped: true)
        return DoubleDouble(larger: head, plus: rest)
    }
}
