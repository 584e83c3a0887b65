import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// One death fewer, one step earlier, one report more punctual never lowers a mark.
@Suite struct MonotoneTests {
    /// Measures that a mark may rest on; each with whether less is better.
    ///
    /// Not among them are those that compare reports with the truth: with the same reports, one death
    /// fewer may make them wrong.
    private static let measures: [(Measure, Bool)] = [
        (.deaths, true), (.responderDeaths, true), (.seriousInjuries, true),
        (.slightInjuries, true), (.weightedCasualties, true), (.deathsAfterFirstInstant, true),
        (.incidentGrade, true), (.greatPublicImpact, true), (.personHoursInDanger, true),
        (.publicSafetyIndex, false), (.responseEfficiency, false), (.publicSatisfaction, false),
        (.deadlinesKeptShare, false), (.secondsToDetect, true), (.secondsToFirstReport, true),
        (.secondsToStateReport, true), (.secondsToFirstArrival, true), (.secondsToControl, true),
        (.secondsToFireOut, true), (.secondsToResolve, true), (.secondsToFirstRelease, true),
        (.isolationIndex, false), (.handlingIndex, false), (.settlementIndex, false),
        (.lateFirstArrivals, true), (.roboCupRescueScore, false), (.trappedRescuedAlive, false),
    ]

    @Test(arguments: 0..<10)
    func `no improvement of a random record lowers its mark`(hundred: Int) {
        var changed = (deaths: 0, steps: 0, reports: 0)
        for number in 0..<1000 {
            var luck = Luck(drill: UInt64(hundred * 1000 + number))
            let record = RandomRecord(&luck)
            let definition = Self.definition(&luck)
            let before = mark(record.events, definition)
            #expect(before >= 0 && before <= 100)
            if let better = record.withOneDeathFewer(&luck) {
                changed.deaths += 1
                #expect(mark(better, definition) >= before, "one death fewer, record \(number)")
            }
            if let better = record.withOneStepEarlier(&luck) {
                changed.steps += 1
                #expect(mark(better, definition) >= before, "one step earlier, record \(number)")
            }
            if let better = record.withOneReportEarlier(&luck) {
                changed.reports += 1
                #expect(mark(better, definition) >= before, "one report earlier, record \(number)")
            }
        }
        #expect(min(changed.deaths, changed.steps, changed.reports) > 500)
    }

    private func mark(_ events: [RandomRecord.Event], _ definition: ScoringDefinition) -> Double {
        let ordered = events.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map { $0.element }
        let values = measured(ordered.map { ($0.time, $0.content) }, definition)
        for frame in Frame.allCases {
            guard let total = Self.totals[frame] else { continue }
            #expect(frame.measures.reduce(0) { $0 + values[$1] } == values[total])
        }
        return values[.score]
    }

    /// What columns of causes add up to.
    private static let totals: [Frame: Measure] = [
        .causesOfDeaths: .deaths, .causesOfLateArrivals: .lateFirstArrivals,
        .causesOfMissedGoals: .goalsMissed,
    ]

    /// The tiny definition with goals of random bounds and weights.
    private static func definition(_ luck: inout Luck) -> ScoringDefinition {
        var definition = tinyDefinition
        definition.duration = SimDuration(hours: 10)
        for (measure, isLessBetter) in measures {
            var goal = Goal()
            goal.measure = measure
            goal.isUpperBound = isLessBetter
            let scale: Double =
                measure.isClock ? 20_000 : (isLessBetter ? 12 : 1)
            goal.bound = luck.uniform() * scale
            if luck.uniform() < 0.2 { goal.bound = 0 }
            goal.weight = luck.uniform() * 5
            definition.goals.append(goal)
        }
        return definition
    }
}

/// A stream of draws.
struct Luck {
    private var stream: RandomStream

    init(drill: UInt64) {
        stream = DrillKey(seed: 5, drill: drill).stream(.presence, 0)
    }

    mutating func uniform() -> Double { stream.uniform() }

    mutating func below(_ bound: Int) -> Int { min(bound - 1, Int(uniform() * Double(bound))) }

    mutating func time(from low: Int64, to high: Int64) -> Int64 {
        low + Int64(uniform() * Double(max(0, high - low)))
    }

    mutating func element<T>(of list: [T]) -> T? { list.isEmpty ? nil : list[below(list.count)] }
}

/// A record of things that could have happened, in no order of time.
struct RandomRecord {
    /// A thing that happens, and what must have happened before.
    struct Event {
        var time: Int64
        /// Time before which it cannot be.
        let notBefore: Int64
        let content: FactContent
        let sort: Sort
    }

    /// How an event may be bettered.
    enum Sort { case fixed, death, step, report }

    private(set) var events: [Event] = []
    private let end: Int64 = 36_000

    init(_ luck: inout Luck) {
        let onset = luck.time(from: 0, to: 7200)
        add(onset, onset, .exploded(HazardID(0), trinitrotolueneKilograms: 1), .fixed)
        add(onset, onset, .exposed(ZoneID(0), persons: Int32(luck.below(60))), .fixed)
        for number in 0..<luck.below(40) {
            add(person: number, onset, &luck)
        }
        for hazard in 1..<1 + luck.below(3) { add(fire: hazard, onset, &luck) }
        addResponse(onset, &luck)
        if luck.uniform() < 0.6 {
            let dead = Int32(luck.below(30))
            let time = luck.time(from: onset, to: end)
            add(time, onset, .published(Posts.city, dead: dead), .step)
        }
    }

    private mutating func add(
        _ time: Int64,
        _ notBefore: Int64,
        _ content: FactContent,
        _ sort: Sort
    ) {
        events.append(Event(time: time, notBefore: notBefore, content: content, sort: sort))
    }

    private mutating func add(person number: Int, _ onset: Int64, _ luck: inout Luck) {
        let person =
            luck.uniform() < 0.9
            ? PersonID(in: ZoneID(0), number: number) : PersonID(of: TeamID(0), number: number)
        let severity = luck.element(of: [Severity.slight, .moderate, .serious, .dead]) ?? .slight
        let walks = severity == .slight || severity == .moderate && luck.uniform() < 0.5
        add(onset, onset, .hurt(person, severity, .glass, canWalk: walks), .fixed)
        if severity == .dead {
            add(onset, onset, .died(person, .atOnce), .death)
            return
        }
        var now = onset
        if luck.uniform() < 0.3 {
            add(onset, onset, .trapped(person), .fixed)
            if luck.uniform() < 0.7 {
                now = luck.time(from: onset, to: end)
                add(now, onset, .freed(person, alive: true), .step)
            }
        }
        let cared = luck.time(from: now, to: end)
        let died = luck.uniform() < 0.4 ? luck.time(from: now, to: end) : .max
        if cared < died, luck.uniform() < 0.7 {
            add(cared, now, .admitted(person, HospitalID(0)), .step)
        }
        if died < .max { add(died, died, .died(person, .waiting), .death) }
    }

    private mutating func add(fire number: Int, _ onset: Int64, _ luck: inout Luck) {
        let hazard = HazardID(number)
        let lit = luck.time(from: onset, to: end)
        add(lit, lit, .ignited(hazard, secondary: lit > onset), .fixed)
        let controlled = luck.time(from: lit, to: end)
        if luck.uniform() < 0.7 { add(controlled, lit, .controlled(hazard), .step) }
        if luck.uniform() < 0.7 {
            let out = luck.time(from: controlled, to: end)
            add(out, controlled, .extinguished(hazard, burnedOut: false), .step)
        }
    }

    private mutating func addResponse(_ onset: Int64, _ luck: inout Luck) {
        let seen = FactContent.observed(Observer(.witness, 0), .incident(SiteID(0)), value: 1)
        if luck.uniform() < 0.9 { add(luck.time(from: onset, to: end), onset, seen, .step) }
        let posts = [Posts.county, Posts.city, Posts.province, Posts.state, Posts.callCentre]
        for (number, post) in posts.enumerated() where luck.uniform() < 0.8 {
            let report = FactContent.delivered(ReportID(number), post)
            add(luck.time(from: onset, to: end), onset, report, .report)
        }
        for team in 0..<2 where luck.uniform() < 0.8 {
            let task = Task(.stage, at: SiteID(0))
            let order = FactContent.ordered(OrderID(team), Posts.county, TeamID(team), task)
            let time = luck.time(from: onset, to: end)
            add(time, time, order, .fixed)
            let arrival = FactContent.arrived(TeamID(team), SiteID(0))
            if luck.uniform() < 0.8 { add(luck.time(from: time, to: end), time, arrival, .step) }
        }
    }

    // MARK: Betterments

    /// The record with somebody living who died; somebody who died trapped is freed instead.
    func withOneDeathFewer(_ luck: inout Luck) -> [Event]? {
        guard let index = luck.element(of: indices(of: .death)),
            case .died(let person, _) = events[index].content
        else { return nil }
        var better = events
        let time = events[index].time
        let freed = FactContent.freed(person, alive: true)
        better[index] = Event(time: time, notBefore: time, content: freed, sort: .fixed)
        let isTrapped = events.contains { event in
            if case .trapped(person) = event.content { true } else { false }
        }
        if !isTrapped { better.remove(at: index) }
        return better
    }

    /// The record with one step earlier.
    func withOneStepEarlier(_ luck: inout Luck) -> [Event]? { earlier(.step, &luck) }

    /// The record with one report delivered earlier.
    func withOneReportEarlier(_ luck: inout Luck) -> [Event]? { earlier(.report, &luck) }

    private func earlier(_ sort: Sort, _ luck: inout Luck) -> [Event]? {
        guard let index = luck.element(of: indices(of: sort)) else { return nil }
        var better = events
        better[index].time = luck.time(from: events[index].notBefore, to: events[index].time)
        return better
    }

    private func indices(of sort: Sort) -> [Int] {
        events.indices.filter { events[$0].sort == sort }
    }
}
