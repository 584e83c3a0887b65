/// Length of time [ms], possibly negative, possibly never ending.
///
/// An integer number of milliseconds, so that equal lengths are equal and sums do not depend on
/// their order. A length that is not finite, or longer than `longest`, is `never`.
public struct SimDuration: Hashable, Comparable, BitwiseCopyable, Sendable {
    /// Length in milliseconds [ms].
    public let milliseconds: Int64

    /// Creates a length from whole milliseconds.
    @inlinable
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Creates a length from seconds, rounded to the nearest millisecond, halves upwards.
    ///
    /// - Parameter seconds: Length [s]; not finite or beyond `longest` gives `never`.
    @inlinable
    public init(seconds: Double) {
        let scaled = seconds * 1000 + 0.5
        guard scaled > -Self.longestMilliseconds, scaled < Self.longestMilliseconds else {
            self = .never
            return
        }
        let truncated = Int64(scaled)
        self.milliseconds = Double(truncated) > scaled ? truncated - 1 : truncated
    }

    /// Creates a length from minutes, rounded to the nearest millisecond.
    @inlinable
    public init(minutes: Double) {
        self.init(seconds: minutes * 60)
    }

    /// Creates a length from hours, rounded to the nearest millisecond.
    @inlinable
    public init(hours: Double) {
        self.init(seconds: hours * 3600)
    }

    /// No time at all.
    public static let zero = SimDuration(milliseconds: 0)

    /// A length that does not end.
    public static let never = SimDuration(milliseconds: .max)

    /// Longest finite length [ms], 2^52, about 142,000 years -- constant.
    @usableFromInline static let longestMilliseconds = 4_503_599_627_370_496.0

    /// Whether the length does not end.
    @inlinable public var isNever: Bool { milliseconds == .max }

    /// Length in seconds [s]; infinite for `never`.
    @inlinable public var seconds: Double {
        isNever ? .infinity : Double(milliseconds) / 1000
    }

    /// Length in minutes [min]; infinite for `never`.
    @inlinable public var minutes: Double { seconds / 60 }

    /// Length in hours [h]; infinite for `never`.
    @inlinable public var hours: Double { seconds / 3600 }

    /// Tells whether the first length is the shorter one.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Adds two lengths; with `never` the sum is `never`.
    @inlinable
    public static func + (left: Self, right: Self) -> Self {
        if left.isNever || right.isNever { return .never }
        return Self(milliseconds: left.milliseconds + right.milliseconds)
    }

    /// Multiplies a length by a factor, rounded to the nearest millisecond.
    @inlinable
    public static func * (length: Self, factor: Double) -> Self {
        Self(seconds: length.seconds * factor)
    }
}
