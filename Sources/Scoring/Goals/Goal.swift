public import EventKernel

/// A goal of a scenario: a measure with a bound, and how surely it is to be kept.
public struct Goal: BitwiseCopyable, Portable, Sendable {
    /// Measure it bounds.
    public var measure = Measure.deaths
    /// Whether the measure shall be at most the bound; else at least.
    public var isUpperBound = true
    /// The bound, in the measure's unit.
    public var bound = 0.0
    /// Share of drills that shall keep it [0…1].
    public var probability = 0.9
    /// Weight in the score, 0 or more.
    public var weight = 1.0

    /// Creates the goal of no deaths.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&measure)
        try carrier.carry(&isUpperBound)
        try carrier.carry(&bound)
        try carrier.carry(&probability)
        try carrier.carry(&weight)
    }

    /// Tells whether a value keeps the bound; what never happened does not keep an upper one.
    public func isMet(by value: Double) -> Bool {
        isUpperBound ? value <= bound : value >= bound && value < .infinity
    }

    /// Returns how far a value keeps the bound [0…1]: 1 where it does, else the ratio of the smaller
    /// to the larger of value and bound; 0 where they do not have the same sign (assumption D).
    ///
    /// Never falls when the value moves towards the bound.
    public func degree(of value: Double) -> Double {
        if isMet(by: value) { return 1 }
        guard value < .infinity, value > -.infinity else { return 0 }
        // Of a missed bound not above 0 there is no ratio.
        guard bound > 0 else { return 0 }
        let ratio = isUpperBound ? bound / value : value / bound
        return max(0, min(1, ratio))
    }
}

extension Measure {
    /// Whether a goal may bound the measure: it may not be made of goals itself.
    public var canBeGoal: Bool {
        switch self {
        case .score, .goalsMissed: false
        default: frame != .causesOfMissedGoals
        }
    }
}
