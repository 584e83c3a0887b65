/// Range that contains an unknown number with a stated confidence.
///
/// It says how surely the number is known (error), never how much drills differ (risk).
public struct ConfidenceInterval: Equatable, BitwiseCopyable, Sendable {
    /// Lower end, in the unit of the number; infinite where the data say nothing.
    public let low: Double

    /// Upper end, in the unit of the number; infinite where the data say nothing.
    public let high: Double

    /// Creates an interval from its ends.
    @inlinable
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Half the distance between the ends, in the unit of the number.
    @inlinable public var halfWidth: Double { (high - low) / 2 }

    /// Tells whether a number lies within the interval or on one of its ends.
    @inlinable
    public func contains(_ number: Double) -> Bool { low <= number && number <= high }
}
