/// Count, mean and spread of numbers that come one at a time and are not kept.
///
/// Welford (1962), which does not lose the variance of numbers that are large and close together.
/// Two tallies are joined after Chan, Golub and LeVeque (1979). The order of numbers and of joins
/// shows in the last digits, so whoever promises equal bytes adds and joins in a fixed order.
public struct Tally: Equatable, BitwiseCopyable, Sendable {
    /// Numbers taken in -- state.
    public private(set) var count = 0

    /// Mean of the numbers, 0 while there is none -- state.
    public private(set) var mean = 0.0

    /// Sum of the squared distances from the mean -- state.
    private var squares = 0.0

    /// Creates a tally of no numbers.
    public init() {}

    /// Takes in a number.
    ///
    /// - Precondition: It is finite; what never happened is counted elsewhere.
    public mutating func add(_ number: Double) {
        precondition(number.isFinite, "A tally takes finite numbers only.")
        count += 1
        let distance = number - mean
        mean += distance / Double(count)
        squares += distance * (number - mean)
    }

    /// Takes in all numbers of another tally, as if they came after its own.
    public mutating func merge(_ other: Tally) {
        guard other.count > 0 else { return }
        let both = Double(count + other.count)
        let share = Double(other.count) / both
        let distance = other.mean - mean
        mean += distance * share
        squares += other.squares + distance * distance * (Double(count) * share)
        count += other.count
    }

    /// Unbiased estimate of the variance, 0 for fewer than two numbers.
    public var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }

    /// Square root of the variance.
    public var standardDeviation: Double { variance.squareRoot() }

    /// Says how surely the mean is known, after Student.
    ///
    /// Exact for normal numbers; for others the better the more there are.
    ///
    /// - Parameter confidence: Share of such intervals that contain the true mean, inside 0…1.
    /// - Returns: The interval, or nil for fewer than two numbers.
    public func meanInterval(confidence: Double) -> ConfidenceInterval? {
        guard count > 1 else { return nil }
        let factor = StudentT.critical(confidence: confidence, degreesOfFreedom: Double(count - 1))
        let half = factor * (variance / Double(count)).squareRoot()
        return ConfidenceInterval(low: mean - half, high: mean + half)
    }
}
