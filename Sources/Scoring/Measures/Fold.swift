public import EventKernel
public import Vocabulary

/// Folds the facts of one drill into its measures as they come.
///
/// Sees the record alone. Casualties are judged on the truth in it, never on reports. Cannot be copied,
/// like the lists it holds.
public struct Fold: ~Copyable {
    let definition: ScoringDefinition
    /// Whether each depot is the stock of a site -- derived.
    private let isSiteStock: [Bool]
    var trace = Trace()
    var people = PeopleFold()
    var times: TimeFold
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
        times = TimeFold(definition)
        teams = TeamFold(kinds: definition.teamKinds)
        picture = PictureFold(definition)
        reporting = ReportingFold(definition)
        curves = Curves(step: definition.curveStep, duration: definition.duration)
    }

    /// Forgets everything, for another drill.
    public mutating func begin() {
        trace.begin()
        people.begin()
        times.begin()
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
    public mutating func fold(_ fact: Fact) {
        take(fact.content, fact.id, fact.cause, fact.time) { fact }
    }

    /// Takes in facts that follow each other.
    public mutating func fold(_ fresh: Buffer<Fact>) {
        for index in fresh.indices {
            let fact = fresh[index]
            take(fact.content, fact.id, fact.cause, fact.time) { fresh[index] }
        }
    }

    /// Takes in a fact.
    ///
    /// Two facts in three are about messages; every fact goes only to the topics that it concerns, since
    /// scoring must cost little of a drill. The commonest are taken apart where they lie: only for the
    /// others a whole fact is passed on.
    @inline(__always)
    private mutating func take(
        _ content: FactContent,
        _ id: FactID,
        _ cause: FactID,
        _ time: SimTime,
        _ fact: () -> Fact
    ) {
        switch content {
        case .believed(let post, let item, let value, let line):
            trace.addBelief(cause, time, told: line)
            picture.fold(post, item, value, at: time)
            if !times.reported.time.isNever, cause == times.reported.fact {
                reporting.foldContent(item)
            }
        case .observed(_, let item, _):
            trace.add(cause, time, .detection)
            if !times.isDetected, case .incident = item { times.detects(fact()) }
        case .sent(let report, let link, let kind):
            trace.addSending(cause, time)
            means.sent()
            reporting.foldSending(report, link, kind, number: id)
        case .delivered(let report, let post):
            trace.add(cause, time, .reporting)
            foldDelivery(report, post, id, cause, time)
        case .stocked(let depot, let kind, let amount):
            trace.add(cause, time, .stock)
            if holdsForSite(depot) { supplies.foldStock(kind, holding: amount, at: time) }
        case .demanded(_, let kind, let wanted, let met):
            trace.add(cause, time, .stock)
            supplies.demand(kind, wanted: wanted, met: met)
            // What is not met at the collection point concerns a casualty.
            if kind == .medical, met < wanted { people.lackedSupplies(sinceTriage: cause) }
        case .departed(let person, _, _):
            trace.add(cause, time, .queue)
            people.departs(person, at: time)
        case .turnedAway(let person, _):
            trace.add(cause, time, .hospital)
            people.isTurnedAway(person, at: time)
        case .treatedAndSentHome(let person, _):
            trace.add(cause, time, .travel)
            people.isCaredFor(person, at: time)
        default: takeOther(fact())
        }
    }

    /// Takes in a fact of the less common sorts.
    private mutating func takeOther(_ fact: Fact) {
        trace.add(fact)
        switch fact.content {
        case .ordered, .turnedOut, .arrived, .beganWork, .stoppedWork, .returned:
            foldTeam(fact)
        case .hurt, .triaged, .collected, .operated: people.fold(fact)
        case .trapped, .found, .freed, .admitted, .died: foldPerson(fact)
        case .orderDelivered, .stabilised, .discharged: break
        default: foldRest(fact)
        }
    }

    private func holdsForSite(_ depot: DepotID) -> Bool {
        isSiteStock.indices.contains(depot.index) && isSiteStock[depot.index]
    }

    private mutating func foldDelivery(
        _ report: ReportID,
        _ post: PostID,
        _ delivery: FactID,
        _ sending: FactID,
        _ time: SimTime
    ) {
        let level = reporting.level(of: post)
        times.foldDelivery(delivery, time, at: level)
        reporting.foldDelivery(level, delivery, time)
        if reporting.isBetweenPosts(report) {
            let passedOn = trace.time(of: trace.cause(of: sending))
            reporting.foldHop(report, level, passedOn, time)
        }
    }

    private mutating func foldTeam(_ fact: Fact) {
        switch fact.content {
        case .ordered(_, _, let team, let task):
            means.ordered()
            teams.ordered(team, task, fact)
        case .turnedOut(let team): teams.turnsOut(team, fact, ordered: trace.time(of: fact.cause))
        case .arrived(let team, let site):
            curves.advance(to: fact.time)
            means.arrived()
            times.fold(fact)
            teams.arrives(team, at: site, fact)
            curves.fold(fact, burning: times.fires.open)
        case .returned(let team):
            curves.advance(to: fact.time)
            teams.returns(team, at: fact.time)
            curves.fold(fact, burning: times.fires.open)
        case .beganWork(let team, _): teams.begins(team, at: fact.time)
        case .stoppedWork(let team, let reason): teams.stops(team, reason, at: fact.time)
        default: break
        }
    }

    /// Takes in what befalls a person that a curve or the end of the incident tells of.
    private mutating func foldPerson(_ fact: Fact) {
        curves.advance(to: fact.time)
        let change = people.fold(fact)
        if change != .none { times.fold(fact, change, trapped: people.counts.trapped) }
        curves.fold(fact, burning: times.fires.open)
        if case .died = fact.content { picture.foldDeath(at: fact.time) }
    }

    private mutating func foldRest(_ fact: Fact) {
        curves.advance(to: fact.time)
        means.fold(fact)
        times.fold(fact)
        if definition.opinion != nil { opinion.fold(fact) }
        curves.fold(fact, burning: times.fires.open)
        switch fact.content {
        case .reportLost: means.lost()
        case .damaged: people.fold(fact)
        case .evacuated:
            people.fold(fact)
            warning.fold(fact)
        case .warned, .exposed, .cleared: warning.fold(fact)
        case .reportFellDue(_, let inTime): reporting.foldDue(inTime: inTime)
        case .published(_, let dead): reporting.foldRelease(dead, at: fact.time)
        case .released: reporting.foldRelease(reporting.lastPublished, at: fact.time)
        case .convoyArrived:
            // Arrival, departure, delivery of the order, order.
            let order = trace.cause(of: trace.cause(of: fact.cause))
            supplies.fold(fact, ordered: trace.time(of: order))
        case .ranOut(let depot, let kind):
            supplies.foldEmptiness(of: kind, atSite: holdsForSite(depot), at: fact.time)
        case .orderedSupplies, .reordered, .convoyLeft: supplies.fold(fact, ordered: .never)
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
        reporting.finish(&values, due, times)
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
            definition: definition
        )
        causes.finish(&values, along: trace)
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
