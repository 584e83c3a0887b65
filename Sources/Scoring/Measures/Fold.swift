import EventKernel
public import Vocabulary

/// Folds the facts of one drill into its measures as they come.
///
/// Sees the record alone. Casualties are judged on the truth in it, never on reports. Cannot be copied,
/// like the lists it holds.
public struct Fold: ~Copyable {
    let definition: ScoringDefinition
    /// Whether each depot is the stock of a site -- derived.
    private let isSiteStock: [Bool]
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

    /// Takes in the fresh facts of a record.
    ///
    /// Topic after topic, since the same is then done for many facts in a row, and scoring must cost
    /// little of a drill. Nothing of one topic depends on another of the same facts, but in the order in
    /// which they are taken here: a delivery on the sending of its report, what the first report said on its
    /// delivery, what a demand lacked on the triage of a casualty. All else is taken in the order of happening.
    public mutating func fold(_ log: borrowing FactLog) {
        foldSendings(log)
        foldDeliveries(log)
        foldBeliefs(log)
        foldOthers(log)
        foldTransfers(log)
        foldSupplies(log)
    }

    /// Returns the measures of a whole record.
    ///
    /// - Complexity: O(facts).
    public mutating func measures(of facts: [Fact]) -> MeasureValues {
        let log = FactLog(facts)
        begin()
        fold(log)
        return finish(log)
    }

    // MARK: Reports

    private mutating func foldSendings(_ log: borrowing FactLog) {
        var next = log.first(of: .sendings)
        while let place = next {
            if case .sent(let report, let link, let kind) = log.fresh[place].content {
                means.sent()
                let passedOn = log.trace.time(of: log.fresh[place].cause)
                reporting.foldSending(report, link, kind, number: log.fresh[place].id, passedOn)
            } else {
                means.lost()
            }
            next = log.next(after: place)
        }
    }

    private mutating func foldDeliveries(_ log: borrowing FactLog) {
        var next = log.first(of: .deliveries)
        while let place = next {
            if case .delivered(let report, let post) = log.fresh[place].content {
                let (id, time) = (log.fresh[place].id, log.fresh[place].time)
                let level = reporting.level(of: post)
                times.foldDelivery(id, time, at: level)
                reporting.foldDelivery(level, id, time)
                if reporting.isBetweenPosts(report) {
                    let isCaused = log.fresh[place].cause != .none
                    reporting.foldHop(report, isCaused: isCaused, time)
                }
            }
            next = log.next(after: place)
        }
    }

    /// Of what posts believe, other than of casualties, only what the first report said matters, and that is
    /// believed as the report is delivered.
    private mutating func foldBeliefs(_ log: borrowing FactLog) {
        guard !times.reported.time.isNever else { return }
        let first = times.reported
        var next = log.first(of: .beliefs)
        while let place = next, log.fresh[place].time <= first.time {
            if log.fresh[place].cause == first.fact { foldContent(log.fresh[place]) }
            next = log.next(after: place)
        }
    }

    private mutating func foldContent(_ fact: Fact) {
        if case .believed(_, let item, _, _) = fact.content { reporting.foldContent(item) }
    }

    // MARK: Supplies

    private mutating func foldSupplies(_ log: borrowing FactLog) {
        var next = log.first(of: .supplies)
        while let place = next {
            if case .demanded(_, let kind, let wanted, let met) = log.fresh[place].content {
                supplies.demand(kind, wanted: wanted, met: met)
                // What is not met at the collection point concerns a casualty.
                if kind == .medical, met < wanted {
                    people.lackedSupplies(sinceTriage: log.fresh[place].cause)
                }
            } else {
                foldStock(log.fresh[place], log.trace)
            }
            next = log.next(after: place)
        }
    }

    private mutating func foldStock(_ fact: Fact, _ trace: borrowing Trace) {
        switch fact.content {
        case .stocked(let depot, let kind, let amount):
            if holdsForSite(depot) { supplies.foldStock(kind, holding: amount, at: fact.time) }
        case .ranOut(let depot, let kind):
            supplies.foldEmptiness(of: kind, atSite: holdsForSite(depot), at: fact.time)
        case .convoyArrived:
            // Arrival, departure, delivery of the order, order.
            let order = trace.cause(of: trace.cause(of: fact.cause))
            supplies.fold(fact, ordered: trace.time(of: order))
        default: break
        }
    }

    private func holdsForSite(_ depot: DepotID) -> Bool {
        isSiteStock.indices.contains(depot.index) && isSiteStock[depot.index]
    }

    // MARK: People

    private mutating func foldTransfers(_ log: borrowing FactLog) {
        var next = log.first(of: .transfers)
        while let place = next {
            let time = log.fresh[place].time
            switch log.fresh[place].content {
            case .departed(let person, _, _): people.departs(person, at: time)
            case .turnedAway(let person, _): people.isTurnedAway(person, at: time)
            case .treatedAndSentHome(let person, _): people.isCaredFor(person, at: time)
            default: break
            }
            next = log.next(after: place)
        }
    }

    // MARK: All else

    /// What teams do in between is taken in first where one comes to a site or goes home: its hours depend
    /// on the order of these.
    private mutating func foldOthers(_ log: borrowing FactLog) {
        var team = log.first(of: .teams)
        var next = log.first(of: .others)
        while let place = next {
            switch log.fresh[place].content {
            case .arrived, .returned:
                foldTeams(log, from: &team, before: place)
                foldMovement(log.fresh[place])
            default: foldOther(log, place)
            }
            next = log.next(after: place)
        }
        foldTeams(log, from: &team, before: log.fresh.count)
    }

    /// Takes in the fact at a place: the commonest taken apart where they lie, the rarer ones passed on
    /// whole.
    @inline(__always)
    private mutating func foldOther(_ log: borrowing FactLog, _ place: Int) {
        let time = log.fresh[place].time
        switch log.fresh[place].content {
        case .believed(let post, let item, let value, _):
            picture.fold(post, item, value, at: time)
            if !times.reported.time.isNever, log.fresh[place].cause == times.reported.fact {
                reporting.foldContent(item)
            }
        case .hurt(let person, let severity, _, let canWalk):
            people.hurts(person, severity, canWalk, at: time)
        case .admitted(let person, _):
            curves.advance(to: time)
            people.admits(person, at: time)
            curves.admits()
        case .found(let person, _, let team):
            curves.advance(to: time)
            people.finds(person, by: team, at: time)
            curves.finds()
        default: foldRarer(log.fresh[place])
        }
    }

    private mutating func foldRarer(_ fact: Fact) {
        switch fact.content {
        case .triaged, .collected, .operated: people.fold(fact)
        case .trapped, .freed, .died: foldPerson(fact)
        case .observed: if !times.isDetected { times.detects(fact) }
        default: foldRest(fact)
        }
    }

    // MARK: Teams

    /// Takes in what teams are ordered and do, from a place on and before another.
    private mutating func foldTeams(
        _ log: borrowing FactLog,
        from next: inout Int?,
        before end: Int
    ) {
        while let place = next, place < end {
            let time = log.fresh[place].time
            switch log.fresh[place].content {
            case .ordered(_, _, let team, let task):
                means.ordered()
                teams.ordered(team, task, log.fresh[place].id, time)
            case .turnedOut(let team):
                let order = log.trace.time(of: log.fresh[place].cause)
                teams.turnsOut(team, at: time, ordered: order)
            case .beganWork(let team, _): teams.begins(team, at: time)
            case .stoppedWork(let team, let reason): teams.stops(team, reason, at: time)
            default: break
            }
            next = log.next(after: place)
        }
    }

    private mutating func foldMovement(_ fact: Fact) {
        curves.advance(to: fact.time)
        switch fact.content {
        case .arrived(let team, let site):
            means.arrived()
            times.fold(fact)
            teams.arrives(team, at: site, fact)
        case .returned(let team): teams.returns(team, at: fact.time)
        default: break
        }
        curves.fold(fact, burning: times.fires.open)
    }

    // MARK: Whatever else

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
        case .damaged: people.fold(fact)
        case .evacuated:
            people.fold(fact)
            warning.fold(fact)
        case .warned, .exposed, .cleared: warning.fold(fact)
        case .reportFellDue(_, let inTime): reporting.foldDue(inTime: inTime)
        case .published(_, let dead): reporting.foldRelease(dead, at: fact.time)
        case .released: reporting.foldRelease(reporting.lastPublished, at: fact.time)
        case .orderedSupplies, .reordered, .convoyLeft: supplies.fold(fact, ordered: .never)
        default: break
        }
    }

    // MARK: The end

    /// Returns the measures of the drill, once its last fact is in.
    ///
    /// - Parameter log: The record, whose fresh facts are all taken in.
    /// - Returns: All measures, with the causes and the score.
    public mutating func finish(_ log: borrowing FactLog) -> MeasureValues {
        curves.advance(to: definition.end)
        curves.close()
        var values = MeasureValues()
        people.finish(&values)
        times.finish(&values, end: definition.end)
        means.finish(&values)
        supplies.finish(&values, stock: definition.stock)
        teams.finish(&values, end: definition.end)
        warning.finish(&values, definition)
        finishJudgement(&values, log.trace)
        return values
    }

    /// Adds what follows from other measures: grade, reporting, indices, causes, score.
    private mutating func finishJudgement(
        _ values: inout MeasureValues,
        _ trace: borrowing Trace
    ) {
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
        finishIndices(&values, due)
        if let scoring = definition.opinion {
            opinion.finish(&values, by: scoring, hasHappened: hasHappened)
        }
        finishCauses(&values, along: trace)
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
