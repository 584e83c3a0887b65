public import EventKernel

/// An instant with the luck of its drill: all that a draw depends on, as a plain value.
public struct Instant: BitwiseCopyable, Sendable {
    /// Time since the start of the drill.
    public var now: SimTime = .start

    /// Key of the drill's random streams.
    public private(set) var luck: DrillKey

    /// Key of the streams of what lasts, as the wind does: the same in all branches of a drill.
    public let lasting: DrillKey

    /// Creates the first instant of a drill.
    public init(luck: DrillKey) {
        self.luck = luck
        lasting = luck
    }

    /// Goes on with other luck.
    mutating func branch(_ number: UInt64) {
        luck = luck.branch(number)
    }

    /// Key of the streams of a purpose.
    @inlinable
    func key(of purpose: Purpose) -> DrillKey { purpose.isLasting ? lasting : luck }

    /// Returns one draw of one purpose for one entity, the first unless an index is given, uniform on
    /// [0, 1).
    @inlinable
    public func uniform(_ purpose: Purpose, _ entity: UInt64, index: UInt64 = 0) -> Double {
        key(of: purpose).uniform(purpose, entity, index: index)
    }

    /// Returns the first draws of three purposes for one entity, which cost little more than one, uniform
    /// on [0, 1).
    @inlinable
    public func uniforms(
        _ one: Purpose,
        _ two: Purpose,
        _ three: Purpose,
        _ entity: UInt64
    ) -> (Double, Double, Double) {
        precondition(
            !one.isLasting && !two.isLasting && !three.isLasting,
            "What lasts is drawn one by one."
        )
        let purposes = (one.rawValue, two.rawValue, three.rawValue)
        return RandomStream.firstUniforms(luck, purposes: purposes, entity: entity)
    }

    /// Returns what a draw means as a length of a distribution of seconds.
    public static func duration(_ seconds: Distribution, draw: Double) -> SimDuration {
        if case .constant(let value) = seconds { return SimDuration(seconds: max(0, value)) }
        return SimDuration(seconds: max(0, seconds.quantile(draw)))
    }

    /// Returns a draw from a distribution of seconds for one purpose and entity, as a length.
    public func duration(
        _ seconds: Distribution,
        _ purpose: Purpose,
        _ entity: UInt64
    ) -> SimDuration {
        SimDuration(seconds: max(0, sample(seconds, purpose, entity)))
    }

    /// Returns a draw from a distribution for one purpose and entity; a constant takes none.
    public func sample(
        _ distribution: Distribution,
        _ purpose: Purpose,
        _ entity: UInt64
    ) -> Double {
        if case .constant(let value) = distribution { return value }
        return distribution.quantile(key(of: purpose).uniform(purpose, entity))
    }
}

/// The moment being played: its instant, and the record to which it adds.
///
/// Passed into every room, so that a room needs no clock, generator or record of its own. What only
/// draws takes the instant alone, which is copied for nothing.
public struct Moment: ~Copyable {
    /// Its time and luck.
    public var instant: Instant

    /// Record of the drill.
    public var facts = FactLog()

    /// Creates the first moment of a drill.
    public init(luck: DrillKey) {
        instant = Instant(luck: luck)
    }

    /// Time since the start of the drill.
    @inlinable public var now: SimTime {
        get { instant.now }
        set { instant.now = newValue }
    }

    /// Key of the drill's random streams.
    @inlinable public var luck: DrillKey { instant.luck }

    /// Goes on with other luck, as one of many branches of the drill.
    ///
    /// - Parameter number: Number of the branch among those of the instant.
    public mutating func branch(_ number: UInt64) {
        instant.branch(number)
    }

    /// Records a fact of this instant.
    ///
    /// - Parameters:
    ///   - content: What happened.
    ///   - cause: Fact from which it follows.
    /// - Returns: Number of the fact.
    @inlinable
    @inline(__always)
    @discardableResult
    public mutating func record(_ content: FactContent, because cause: FactID) -> FactID {
        facts.record(content, at: instant.now, because: cause)
    }
}
