/// Mean and spread of a level that changes at instants and holds in between, such as a queue.
///
/// Each value counts by how long it held. Updated after West (1979), the weighted form of Welford's
/// method, and joined like `Tally`.
public struct TimeWeighted: Equatable, BitwiseCopyable, Sendable {
    /// Level since the last change -- state.
    public private(set) var level: Double

    /// Instant up to which the level has been counted -- state.
    public private(set) var instant: SimTime

    /// Time counted [ms] -- state.
    private var weight = 0.0

    /// Mean level over the time counted -- state.
    private var weightedMean = 0.0

    /// Sum of the squared distances from the mean, each times its time [ms] -- state.
    private var squares = 0.0

    /// Starts with a level that holds from an instant on.
    public init(level: Double, from instant: SimTime) {
        self.level = level
        self.instant = instant
    }

    /// Length of the time counted.
    public var duration: SimDuration { SimDuration(milliseconds: Int64(weight)) }

    /// Mean level over the time counted, the level itself while no time has passed.
    public var mean: Double { weight > 0 ? weightedMean : level }

    /// Variance of the level over the time counted, 0 while no time has passed.
    public var variance: Double { weight > 0 ? squares / weight : 0 }

    /// Counts the level up to an instant.
    ///
    /// - Precondition: The instant does not precede the last one, and is ever reached.
    public mutating func advance(to time: SimTime) {
        precondition(time >= instant && !time.isNever, "A level is followed forwards in time.")
        count(level, for: Double(time.milliseconds - instant.milliseconds))
        instant = time
    }

    /// Counts the level up to an instant, from which on another holds.
    ///
    /// - Precondition: The instant does not precede the last one, and is ever reached.
    public mutating func change(to level: Double, at time: SimTime) {
        advance(to: time)
        self.level = level
    }

    /// Takes in the time that another one has counted; the level stays its own.
    public mutating func merge(_ other: TimeWeighted) {
        guard other.weight > 0 else { return }
        let own = weight
        weight += other.weight
        let distance = other.weightedMean - weightedMean
        let share = other.weight / weight
        weightedMean += distance * share
        squares += other.squares + distance * distance * (own * share)
    }

    private mutating func count(_ level: Double, for time: Double) {
        guard time > 0 else { return }
        weight += time
        let distance = level - weightedMean
        weightedMean += distance * (time / weight)
        squares += time * (distance * (level - weightedMean))
    }
}
