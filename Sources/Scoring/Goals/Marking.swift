public import EventKernel

/// How a scenario turns measures into a mark (评分方法).
public enum MarkingMethod: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Weighted mean of the degrees to which the goals are kept.
    case goals = 0
    /// The composite of the RoboCup Rescue simulation, which needs no goals.
    case roboCupRescue = 1
}

/// Level of a mark, after AQ/T 9009, with the ratings of HSEEP beside it (crosswalk D).
public enum ScoreLevel: UInt8, CaseIterable, Comparable, BitwiseCopyable, Sendable {
    /// 差, U: unable to be performed.
    case poor = 0
    /// 中, M: performed with major challenges.
    case fair = 1
    /// 良, S: performed with some challenges.
    case good = 2
    /// 优, P: performed without challenges.
    case excellent = 3

    /// Orders by height.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Method of marking, and the marks from which levels begin.
public struct Marking: Equatable, BitwiseCopyable, Portable, Sendable {
    /// Method.
    public var method = MarkingMethod.goals
    /// Least mark that is excellent (D).
    public var excellentFrom = 90.0
    /// Least mark that is good (D).
    public var goodFrom = 75.0
    /// Least mark that is fair (D).
    public var fairFrom = 60.0

    /// Creates the usual marking.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&method)
        try carrier.carry(&excellentFrom)
        try carrier.carry(&goodFrom)
        try carrier.carry(&fairFrom)
    }

    /// Returns the level of a mark, to which its bound belongs; nil for what is no mark.
    public func level(of mark: Double) -> ScoreLevel? {
        guard mark.isFinite else { return nil }
        if mark >= excellentFrom { return .excellent }
        if mark >= goodFrom { return .good }
        return mark >= fairFrom ? .fair : .poor
    }
}
