/// Angle as a number of quarter turns and what is left, at most an eighth of a turn either way.
struct ReducedAngle: BitwiseCopyable {
    /// Quarter turns taken off; only its lowest two bits count.
    let quarterTurns: UInt64

    /// The rest, from -π/4 to π/4 or a hair beyond.
    let rest: DoubleDouble

    /// Whether sine and cosine change places.
    @inline(__always) var isOdd: Bool { quarterTurns & 1 != 0 }

    /// Creates a reduced angle from its parts.
    @inline(__always)
    init(quarterTurns: UInt64, rest: DoubleDouble) {
        self.quarterTurns = quarterTurns
        self.rest = rest
    }

    /// Reduces a finite angle [rad], exactly for every double.
    @inline(__always)
    init(_ angle: Double) {
        if angle.magnitude <= 0.78539816339744828 {
            self.init(quarterTurns: 0, rest: DoubleDouble(head: angle, tail: 0))
            return
        }
        if angle.magnitude < 0x1p19 {
            let reduced = Self.moderate(angle)
            // Close to a multiple of π/2 three parts of it are too few.
            if reduced.rest.head.magnitude > 0x1p-20 {
                self = reduced
                return
            }
        }
        self = Self.large(angle)
    }

    /// Subtracts quarter turns in three parts: Cody and Waite's method.
    @inline(__always)
    private static func moderate(_ angle: Double) -> Self {
        let (turns, number) = (angle * TrigonometricTable.perQuarterTurn).nearestWhole
        // The first two products and the first difference are exact: the parts have 33 digits.
        let coarse = angle - turns * TrigonometricTable.quarterTurn1
        let fine = DoubleDouble(sum: coarse, -(turns * TrigonometricTable.quarterTurn2))
        let correction = turns * TrigonometricTable.quarterTurn3 - fine.tail
        let rest = DoubleDouble(larger: fine.head, plus: -correction)
        return Self(quarterTurns: UInt64(truncatingIfNeeded: number), rest: rest)
    }

    /// Multiplies by enough digits of 2/π that the fraction is right to 130 bits.
    ///
    /// Payne and Hanek (1983), "Radian reduction for trigonometric functions".
    @inline(never)
    private static func large(_ angle: Double) -> Self {
        let turns = QuarterTurns(angle.magnitude)
        let isUpper = turns.fraction0 >> 63 != 0
        let share = turns.nearestFraction(isUpper: isUpper)
        let quarter = DoubleDouble(
            head: TrigonometricTable.quarterTurnHead,
            tail: TrigonometricTable.quarterTurnTail
        )
        let rest = share * quarter
        let number = turns.whole &+ (isUpper ? 1 : 0)
        if angle > 0 { return Self(quarterTurns: number, rest: rest) }
        return Self(quarterTurns: 0 &- number, rest: -rest)
    }
}

/// Positive angle in quarter turns: whole part modulo 4 and 192 bits of fraction.
private struct QuarterTurns: BitwiseCopyable {
    /// Whole quarter turns modulo 4.
    let whole: UInt64

    /// Upper 64 bits of the fraction.
    let fraction0: UInt64

    /// Next 64 bits of the fraction.
    let fraction1: UInt64

    /// Next 64 bits of the fraction.
    let fraction2: UInt64

    /// Multiplies the angle's mantissa by the 256 bits of 2/π that matter.
    init(_ angle: Double) {
        let exponent = Int(angle.bitPattern >> 52) - 1075
        let mantissa = (angle.bitPattern & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000
        // Bits of 2/π before `skipped` only add multiples of four quarter turns.
        let skipped = max(0, exponent - 2)
        let product = Self.product(mantissa, skipping: skipped)
        // The point stands `above` bits below the top of the five words; two bits stay before it.
        let above = 64 + exponent - skipped
        let p = Self.shiftedLeft(product, by: above - 2)
        whole = p.0 >> 62
        fraction0 = p.0 << 2 | p.1 >> 62
        fraction1 = p.1 << 2 | p.2 >> 62
        fraction2 = p.2 << 2 | p.3 >> 62
    }

    private typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64)

    /// 64 bits of 2/π from a position after the point.
    private static func digits(from position: Int) -> UInt64 {
        let word = position / 64
        let shift = UInt64(position % 64)
        let upper = TrigonometricTable.twoOverPi[word] << shift
        if shift == 0 { return upper }
        return upper | TrigonometricTable.twoOverPi[word + 1] >> (64 - shift)
    }

    private static func product(_ mantissa: UInt64, skipping skipped: Int) -> Words {
        let p3 = mantissa.multipliedFullWidth(by: digits(from: skipped + 192))
        let p2 = mantissa.multipliedFullWidth(by: digits(from: skipped + 128))
        let p1 = mantissa.multipliedFullWidth(by: digits(from: skipped + 64))
        let p0 = mantissa.multipliedFullWidth(by: digits(from: skipped))
        let (word3, carry3) = p2.low.addingReportingOverflow(p3.high)
        let (sum2, carry2a) = p1.low.addingReportingOverflow(p2.high)
        let (word2, carry2b) = sum2.addingReportingOverflow(carry3 ? 1 : 0)
        let (sum1, carry1a) = p0.low.addingReportingOverflow(p1.high)
        let (word1, carry1b) = sum1.addingReportingOverflow((carry2a ? 1 : 0) + (carry2b ? 1 : 0))
        let word0 = p0.high + (carry1a ? 1 : 0) + (carry1b ? 1 : 0)
        return (word0, word1, word2, word3, p3.low)
    }

    /// Shifts five words by 0 to 64 bits.
    private static func shiftedLeft(_ w: Words, by count: Int) -> Words {
        if count == 0 { return w }
        if count == 64 { return (w.1, w.2, w.3, w.4, 0) }
        let left = UInt64(count)
        let right = 64 - left
        return (
            w.0 << left | w.1 >> right, w.1 << left | w.2 >> right, w.2 << left | w.3 >> right,
            w.3 << left | w.4 >> right, w.4 << left
        )
    }

    /// The fraction, or what it lacks to the next quarter turn as a negative number.
    func nearestFraction(isUpper: Bool) -> DoubleDouble {
        var (a, b, c) = (fraction0, fraction1, fraction2)
        if isUpper { (a, b, c) = (~a, ~b, ~c) }
        var exponent = -64.0
        var scale = 0x1p-64
        if a == 0 {
            (a, b, c) = (b, c, 0)
            scale = 0x1p-128
            exponent -= 64
        }
        let shift = UInt64(a.leadingZeroBitCount)
        if shift > 0 {
            (a, b) = (a << shift | b >> (64 - shift), b << shift | c >> (64 - shift))
        }
        let head = Double(a >> 11)
        let tail = Double((a & 0x7FF) << 42 | b >> 22)
        let unit = scale * (1.0).timesPowerOfTwo(11 - Int64(shift))
        let magnitude = DoubleDouble(larger: head * unit, plus: tail * (unit * 0x1p-53))
        return isUpper ? -magnitude : magnitude
    }
}
