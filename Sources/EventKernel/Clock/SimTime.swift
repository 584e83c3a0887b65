/// Point in time since the start of a drill [ms].
///
/// Point minus point is a length and point plus length is a point; nothing else is defined. `never`
/// lies after every other instant.
public struct SimTime: Hashable, Comparable, BitwiseCopyable, Sendable {
    /// Distance from the start of the drill [ms], 0 or more within a drill.
    public let milliseconds: Int64

    /// Creates an instant from whole milliseconds since the start.
    @inlinable
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The start of the drill.
    public static let start = SimTime(milliseconds: 0)

    /// The instant that is never reached.
    public static let never = SimTime(milliseconds: .max)

    /// Whether the instant is never reached.
    @inlinable public var isNever: Bool { milliseconds == .max }

    /// Seconds since the start [s]; infinite for `never`.
    @inlinable public var seconds: Double {
        isNever ? .infinity : Double(milliseconds) / 1000
    }

    /// Hours since the start [h]; infinite for `never`.
    @inlinable public var hours: Double { seconds / 3600 }

    /// Tells whether the first instant is the earlier one.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Returns the instant a length later; `never` where either is.
    @inlinable
    public static func + (instant: Self, length: SimDuration) -> Self {
        if instant.isNever || length.isNever { return .never }
        return Self(milliseconds: instant.milliseconds + length.milliseconds)
    }

    /// Returns the length from the second instant to the first; `never` where the first is never.
    @inlinable
    public static func - (left: Self, right: Self) -> SimDuration {
        if left.isNever { return .never }
        return SimDuration(milliseconds: left.milliseconds - right.milliseconds)
    }
}
