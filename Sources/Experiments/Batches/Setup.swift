public import Command
public import DrillModel
public import EventKernel
public import Scoring
public import Vocabulary

/// Everything that decides the results of a batch but for seed and drill numbers: a design point.
public struct Setup: Portable, Sendable {
    /// The scenario.
    public var scenario = Scenario()
    /// The plan.
    public var plan = Plan()
    /// How drills are scored.
    public var scoring = ScoringDefinition()

    /// Creates a setup in which there is nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&scenario)
        try carrier.carry(&plan)
        try carrier.carry(&scoring)
    }
}

/// What a batch keeps of one drill.
public struct DrillRow: Sendable {
    /// Number of the drill within the batch.
    public let number: UInt64
    /// Measures.
    public let values: MeasureValues
    /// Share of the final deaths that was public at every checkpoint.
    public let knownDeathShares: [Double]
    /// Points of all curves; empty where nobody wants them.
    public let curves: [Float]
    /// Events that happened.
    public let eventCount: Int64
    /// Facts recorded.
    public let factCount: Int64
    /// What went wrong, if anything did; the other fields are then not to be trusted.
    public let violation: DrillViolation?

    /// Creates a row.
    public init(
        number: UInt64,
        values: MeasureValues,
        knownDeathShares: [Double],
        curves: [Float],
        eventCount: Int64,
        factCount: Int64,
        violation: DrillViolation?
    ) {
        self.number = number
        self.values = values
        self.knownDeathShares = knownDeathShares
        self.curves = curves
        self.eventCount = eventCount
        self.factCount = factCount
        self.violation = violation
    }
}

/// Plays the drills of a setup, one after another, and keeps its storage from one to the next.
public struct Player: ~Copyable {
    /// Facts that are folded at once: few enough to stay in the processor's first cache.
    public static let factsAtOnce = 512

    private var drill: Drill
    private var fold: Fold

    /// Prepares a player with copies of its own, from the compact byte form of a setup.
    ///
    /// Nothing reference-counted is shared with another player, so that players on different threads
    /// do not slow each other down.
    public init(_ byteForm: [UInt8]) throws(ByteFormError) {
        let setup = try Setup(byteForm: byteForm)
        drill = Drill(setup.scenario, plan: setup.plan)
        fold = Fold(setup.scoring)
    }

    /// Plays one drill.
    public mutating func play(
        seed: UInt64,
        drill number: UInt64,
        keepingCurves: Bool = true
    ) -> DrillRow {
        play(seed: seed, drill: number, keepingCurves: keepingCurves) { _ in }
    }

    /// Plays one drill and hands out every fact as it comes.
    public mutating func play(
        seed: UInt64,
        drill number: UInt64,
        keepingCurves: Bool = true,
        observe: (Fact) -> Void
    ) -> DrillRow {
        drill.begin(seed: seed, drill: number)
        fold.begin()
        takeFacts(observe)
        while drill.advance(byFacts: Self.factsAtOnce) { takeFacts(observe) }
        takeFacts(observe)
        return DrillRow(
            number: number,
            values: fold.finish(drill.facts),
            knownDeathShares: fold.knownDeathShares(),
            curves: keepingCurves ? fold.curves.values : [],
            eventCount: drill.eventCount,
            factCount: Int64(drill.factCount),
            violation: drill.violation()
        )
    }

    private mutating func takeFacts(_ observe: (Fact) -> Void) {
        fold.fold(drill.facts)
        drill.forEachFreshFact(observe)
    }
}
