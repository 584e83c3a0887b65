/// Place in a law: the probability of lying below it and that of lying above it.
///
/// Both are kept, because close to 1 one of them has lost its digits.
struct Level: BitwiseCopyable {
    /// Probability of at most this place [0…1].
    let lower: Double

    /// Probability of more than this place [0…1].
    let upper: Double

    /// Creates a level from both probabilities.
    @inline(__always)
    init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Creates a level from the probability below it.
    @inline(__always)
    init(lower: Double) {
        self.init(lower: lower, upper: 1 - lower)
    }

    /// Creates a level from the probability above it.
    @inline(__always)
    init(upper: Double) {
        self.init(lower: 1 - upper, upper: upper)
    }

    /// Whether more probability lies above than below.
    @inline(__always) var isInLowerHalf: Bool { lower <= 0.5 }

    /// Whether this level lies below another.
    ///
    /// Compares on the side where this level has all its digits, whatever the other one is: so for
    /// a fixed level the answer changes only once as the other one rises.
    @inline(__always)
    func isBelow(_ other: Level) -> Bool {
        isInLowerHalf ? lower < other.lower : upper > other.upper
    }
}
