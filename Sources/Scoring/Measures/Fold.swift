public import EventKernel
public import Vocabulary

/// What scoring needs to know of a scenario besides the record.
public struct ScoringDefinition: Portable, Sendable {
    /// Goals.
    public var goals: [Goal] = []
    /// Level of every post.
    public var postLevels: [PostLevel] = []
    /// Times after the first harm at which known deaths are compared with the final ones [h].
    public var checkpointHours: [Double] = []
    /// Time from one point of a curve to the next.
    public var curveStep = SimDuration(minutes: 30)
    /// Length of the drill.
    public var duration = SimDuration.zero
    /// How the public judges; nil where the scenario has no public opinion.
    public var opinion: OpinionScoring?

    /// Creates a definition without goals.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&goals)
        try carrier.carry(cases: &postLevels, placeholder: .county)
        try carrier.carry(&checkpointHours)
        try carrier.carry(&curveStep)
        try carrier.carry(&duration)
        try carrier.carry(&opinion)
    }
}

/// Folds the facts of one drill into its measures as they come.
///
/// Sees the record alone. Casualties are judged on the truth in it, never on reports.
public struct Fold: Sendable {
    let definition: ScoringDefinition
    var people = PeopleFold()
    var times: TimeFold
    var means = MeansFold()
    var reporting = ReportingFold()
    var opinion = OpinionFold()
    /// Curves over time.
    public private(set) var curves: Curves

    /// Prepares to fold the drills of a scenario.
    public init(_ definition: ScoringDefinition) {
        self.definition = definition
        times = TimeFold(postLevels: definition.postLevels)
        curves = Curves(step: definition.curveStep, duration: definition.duration)
    }

    /// Forgets everything, for another drill.
    public mutating func begin() {
        people = PeopleFold()
        times = TimeFold(postLevels: definition.postLevels)
        means = MeansFold()
        reporting = ReportingFold()
        opinion = OpinionFold()
        curves.begin()
    }

    /// Takes in one fact.
    ///
    /// Two facts in three are about messages, which most topics need not see.
    public mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .believed, .stocked: return
        case .observed, .delivered: times.fold(fact)
        case .sent, .reportLost: means.fold(fact)
        default: foldWhole(fact)
        }
    }

    private mutating func foldWhole(_ fact: Fact) {
        curves.advance(to: fact.time)
        people.fold(fact)
        times.fold(fact)
        means.fold(fact)
        reporting.fold(fact)
        if definition.opinion != nil { opinion.fold(fact, since: times.onset) }
        curves.fold(fact)
    }

    /// Returns the measures of the drill, once its last fact is in.
    public mutating func finish() -> MeasureValues {
        curves.advance(to: SimTime.start + definition.duration)
        curves.close()
        var values = MeasureValues()
        people.finish(&values)
        times.finish(&values)
        means.finish(&values)
        if let scoring = definition.opinion {
            opinion.finish(&values, by: scoring, since: times.onset)
        }
        values[.score] = Score.mark(values, by: definition.goals)
        return values
    }

    /// Returns the share of the final deaths that was public at every checkpoint [0…1]; infinite
    /// where nobody died.
    public func knownDeathShares() -> [Double] {
        let final = Double(people.deaths)
        return definition.checkpointHours.map { hours in
            guard final > 0, !times.onset.isNever else { return .infinity }
            let instant = times.onset + SimDuration(hours: hours)
            return Double(reporting.published(at: instant)) / final
        }
    }
}
