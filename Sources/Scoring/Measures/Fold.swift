import EventKernel
public import Vocabulary

/// Folds the facts of one drill into its measures as they come.
///
/// Sees the record alone. Casualties are judged on the truth in it, never on reports.
public struct Fold: Sendable {
    let definition: ScoringDefinition
    /// Whether each depot is the stock of a site -- derived.
    private let isSiteStock: [Bool]
    var trace = Trace()
    var people = PeopleFold()
    var times = TimeFold()
    var means = MeansFold()
    var supplies = SupplyFold()
    var teams: TeamFold
    var warning = WarningFold()
    var picture: PictureFold
    var reporting: ReportingFold
    var opinion = OpinionFold()
    /// Curves over time.
    public private(set) var curves: Curves

    /// Prepares to fold the drills of a scenario.
    public init(_ definition: ScoringDefinition) {
        self.definition = definition
        let last = definition.siteDepots.reduce(-1) { max($0, $1.index) }
        isSiteStock = (0..<last + 1).map { definition.siteDepots.contains(DepotID($0)) }
        teams = TeamFold(kinds: definition.teamKinds)
        picture = PictureFold(definition)
        reporting = ReportingFold(definition)
        curves = Curves(step: definition.curveStep, duration: definition.duration)
    }

    /// Forgets everything, for another drill.
    public mutating func begin() {
        trace.begin()
        people.begin()
        times = TimeFold()
        means = MeansFold()
        supplies = SupplyFold()
        teams.begin()
        warning.begin()
        picture.begin()
        reporting.begin()
        opinion = OpinionFold()
        curves.begin()
    }

    /// Takes in one fact.
    ///
    /// Two facts in three are about messages, which most topics need not see.
    public mutating func fold(_ fact: Fact) {
        trace.add(fact)
        switch fact.content {
        case .believed(let post, let item, let value, _):
            picture.fold(post, item, value, at: fact.time)
            reporting.foldContent(item, because: fact.cause)
        case .observed: if !times.isDetected { times.foldObservation(fact) }
        case .stocked(let depot, let kind, let amount):
            if isSiteStock.indices.contains(depot.index), isSiteStock[depot.index] {
                supplies.foldStock(kind, holding: amount)
            }
        case .sent(let report, let link, let kind):
            means.fold(fact)
            reporting.foldSending(report, link, kind, fact)
        case .delivered(let report, let post):
            times.foldDelivery(fact, at: definition.level(of: post))
            reporting.foldDelivery(report, post, fact, trace)
        case .reportLost: means.fold(fact)
        case .demanded: foldDemand(fact)
        default: foldWhole(fact)
        }
    }

    /// Takes in a demand for supplies; what is not met at the collection point concerns a casualty.
    private mutating func foldDemand(_ fact: Fact) {
        supplies.fold(fact, trace)
        if case .demanded(_, .medical, let wanted, let met) = fact.content, met < wanted {
            people.lackedSupplies(sinceTriage: fact.cause)
        }
    }

    private mutating func foldWhole(_ fact: Fact) {
        curves.advance(to: fact.time)
        let change = people.fold(fact)
        times.fold(fact, change, trapped: people.counts.trapped)
        means.fold(fact)
        supplies.fold(fact, trace)
        teams.fold(fact, trace)
        foldPublic(fact)
        if definition.opinion != nil { opinion.fold(fact) }
        curves.fold(fact)
    }

    private mutating func foldPublic(_ fact: Fact) {
        switch fact.content {
        case .warned, .exposed, .evacuated: warning.fold(fact)
        case .died: picture.foldDeath(at: fact.time)
        case .reportFellDue(_, let inTime): reporting.foldDue(inTime: inTime)
        case .published(_, let dead): reporting.foldRelease(dead, at: fact.time)
        case .released: reporting.foldRelease(reporting.lastPublished, at: fact.time)
        default: break
        }
    }

    /// Returns the measures of the drill, once its last fact is in.
    public mutating func finish() -> MeasureValues {
        curves.advance(to: definition.end)
        curves.close()
        var values = MeasureValues()
        people.finish(&values)
        times.finish(&values, end: definition.end)
        means.finish(&values)
        supplies.finish(&values, stock: definition.stock)
        teams.finish(&values, end: definition.end)
        warning.finish(&values, definition)
        finishJudgement(&values)
        return values
    }

    /// Adds what follows from other measures: grade, reporting, indices, causes, score.
    private mutating func finishJudgement(_ values: inout MeasureValues) {
        let grade = Indices.grade(values)
        let hasHappened = !times.onset.isNever
        values[.incidentGrade] = hasHappened ? Double(grade.rawValue) + 1 : 0
        picture.finish(
            &values,
            trueGrade: Int(values[.incidentGrade]),
            hasHappened: hasHappened,
            end: definition.end,
            onset: times.onset
        )
        let due = Indices.dueGrade(values)
        reporting.finish(&values, due, onset: times.onset, detected: times.detected.time)
        let indices = Indices(
            people: people,
            times: times,
            reporting: reporting,
            warning: warning,
            definition: definition
        )
        indices.finish(&values, due)
        if let scoring = definition.opinion {
            opinion.finish(&values, by: scoring, hasHappened: hasHappened)
        }
        let causes = CauseFold(
            people: people,
            times: times,
            teams: teams,
            supplies: supplies,
            reporting: reporting,
            trace: trace,
            definition: definition
        )
        causes.finish(&values)
        values[.score] = Score.mark(values, by: definition)
    }

    /// Returns the share of the final deaths that was public at every checkpoint [0…1]; infinite
    /// where nobody died.
    public func knownDeathShares() -> [Double] {
        let final = Double(people.counts.deaths)
        return definition.checkpointHours.map { hours in
            guard final > 0, !times.onset.isNever else { return .infinity }
            let instant = times.onset + SimDuration(hours: hours)
            return Double(reporting.published(at: instant)) / final
        }
    }
}
