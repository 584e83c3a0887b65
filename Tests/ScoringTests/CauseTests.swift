import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Deaths, late arrivals and missed goals are laid to the link that took longest.
@Suite struct CauseTests {
    private let site = SiteID(0)
    private let zone = ZoneID(0)
    private let blast = FactContent.exploded(HazardID(0), trinitrotolueneKilograms: 1)
    private let victim = PersonID(in: ZoneID(0), number: 0)
    private let task = Task(.search, at: SiteID(0), target: 0)

    typealias Lines = [(seconds: Int64, cause: Int, content: FactContent)]

    /// A blast that hurts somebody, and the chain from it to the first team's arrival: detection,
    /// report, decision, order, turnout and travel of so many seconds each.
    private func chain(_ steps: [Int64]) -> Lines {
        let contents: [FactContent] = [
            .observed(Observer(.witness, 0), .incident(site), value: 1),
            .delivered(ReportID(0), Posts.county),
            .ordered(OrderID(0), Posts.county, TeamID(0), task),
            .orderDelivered(OrderID(0)), .turnedOut(TeamID(0)), .arrived(TeamID(0), site),
        ]
        var lines: Lines = [
            (0, -1, blast), (0, 0, .hurt(victim, .serious, .collapse, canWalk: false)),
        ]
        var now: Int64 = 0
        for (number, content) in contents.enumerated() {
            now += steps[number]
            lines.append((now, number == 0 ? 0 : lines.count - 1, content))
        }
        return lines
    }

    private func death(_ lines: Lines, _ more: Lines, at time: Int64) -> Measure? {
        let died: Lines = [(time, 1, .died(victim, .waiting))]
        let sorted = (lines + more + died).enumerated()
            .sorted { ($0.element.seconds, $0.offset) < ($1.element.seconds, $1.offset) }
        var places = Array(repeating: 0, count: sorted.count)
        for (place, entry) in sorted.enumerated() { places[entry.offset] = place }
        let renumbered = sorted.map { entry in
            let cause = entry.element.cause
            return (entry.element.seconds, cause < 0 ? -1 : places[cause], entry.element.content)
        }
        let values = measured(facts: facts(causing: renumbered))
        #expect(values[.deaths] == 1)
        #expect(sum(of: .causesOfDeaths, values) == 1)
        return Frame.causesOfDeaths.measures.first { values[$0] == 1 }
    }

    private func sum(of frame: Frame, _ values: MeasureValues) -> Double {
        frame.measures.reduce(0) { $0 + values[$1] }
    }

    // MARK: Deaths

    @Test func `who dies at once dies of the hazard`() {
        let values = measured([(0, blast), (0, .died(victim, .atOnce))])
        #expect(values[.deathsByHazard] == 1)
        let instantly = measured([(0, blast), (0, .died(victim, .waiting))])
        #expect(instantly[.deathsByHazard] == 1)
    }

    @Test(
        arguments: [
            ([900, 10, 10, 10, 10, 10], Measure.deathsByDetection),
            ([10, 900, 10, 10, 10, 10], .deathsByReporting),
            ([10, 10, 900, 10, 10, 10], .deathsByDeciding),
            ([10, 10, 10, 900, 10, 10], .deathsByOrdering),
            ([10, 10, 10, 10, 900, 10], .deathsByTurnout),
            ([10, 10, 10, 10, 10, 900], .deathsByTravel),
        ] as [([Int64], Measure)]
    )
    func `who waits for the first team waits for the slowest link of its chain`(
        steps: [Int64],
        measure: Measure
    ) {
        #expect(death(chain(steps), [], at: 951) == measure)
    }

    @Test func `who dies before any team could have come is apart, to the second`() {
        // Turnout and travel take 600 s.
        let slow: [Int64] = [1000, 10, 10, 10, 100, 500]
        #expect(death(chain(slow), [], at: 600) == .deathsByBeyondReach)
        #expect(death(chain(slow), [], at: 601) == .deathsByDetection)
        #expect(death(chain(slow), [], at: 1) == .deathsByBeyondReach)
    }

    @Test func `who is not found after the team has come dies of the search`() {
        #expect(death(chain([10, 10, 10, 10, 10, 10]), [], at: 3000) == .deathsBySearch)
        let found: Lines = [(2500, 1, .found(victim, alive: true, by: TeamID(0)))]
        #expect(death(chain([10, 10, 10, 10, 10, 10]), found, at: 3000) == .deathsBySearch)
    }

    @Test func `after being found, freeing, queue, stock, transfer and surgery are to blame`() {
        let quick = chain([1, 1, 1, 1, 1, 1])
        let found: Lines = [
            (0, 1, .trapped(victim)), (20, 1, .found(victim, alive: true, by: TeamID(0))),
        ]
        #expect(death(quick, found, at: 900) == .deathsByFreeing)
        let freed =
            found + [
                (60, 1, .freed(victim, alive: true)),
                (70, 1, .collected(victim, site)), (70, 1, .triaged(victim, .red)),
            ]
        #expect(death(quick, freed, at: 900) == .deathsByQueue)
        let triage = quick.count + freed.count - 1
        let lacking: Lines = [(70, triage, .demanded(site, .medical, wanted: 1, met: 0))]
        #expect(death(quick, freed + lacking, at: 900) == .deathsByStock)
        let gone = freed + [(90, 1, .departed(victim, HospitalID(0), with: nil))]
        #expect(death(quick, gone, at: 900) == .deathsByTravel)
        let refused = gone + [(120, 1, .turnedAway(victim, HospitalID(0)))]
        #expect(death(quick, refused, at: 900) == .deathsByHospital)
        let admitted = refused + [(200, 1, .admitted(victim, HospitalID(1)))]
        #expect(death(quick, admitted, at: 900) == .deathsByCare)
        // What comes after surgery has begun is not why it began late.
        let operated = admitted + [(210, 1, .operated(victim, HospitalID(1)))]
        #expect(death(quick, operated, at: 3000) == .deathsByHospital)
    }

    @Test func `a team that is taken away from somebody is to blame`() {
        let quick = chain([1, 1, 1, 1, 1, 1])
        let found: Lines = [
            (0, 1, .trapped(victim)), (20, 1, .found(victim, alive: true, by: TeamID(0))),
        ]
        let withdrawn = found + [(100, 1, .stoppedWork(TeamID(0), .reassigned))]
        #expect(death(quick, withdrawn, at: 900) == .deathsByWithdrawal)
        let done = found + [(100, 1, .stoppedWork(TeamID(0), .done))]
        #expect(death(quick, done, at: 900) == .deathsByFreeing)
    }

    @Test func `a message sent again is to blame for the time from its first sending`() {
        var lines = chain([10, 10, 10, 900, 10, 10])
        lines.append((30, 4, .orderLost(OrderID(0))))
        #expect(death(lines, [], at: 951) == .deathsByLoss)
    }

    @Test func `where no team comes, the last thing done is where it broke off`() {
        let hurt: Lines = [
            (0, -1, blast), (0, 0, .hurt(victim, .serious, .collapse, canWalk: false)),
        ]
        #expect(death(hurt, [], at: 900) == .deathsByDetection)
        let seen = hurt + [(5, 0, .observed(Observer(.witness, 0), .incident(site), value: 1))]
        #expect(death(seen, [], at: 900) == .deathsByReporting)
        let told = seen + [(9, 2, .delivered(ReportID(0), Posts.county))]
        #expect(death(told, [], at: 900) == .deathsByDeciding)
        let sent = told + [(20, 3, .ordered(OrderID(0), Posts.county, TeamID(0), task))]
        #expect(death(sent, [], at: 900) == .deathsByTravel)
        // A call is no report; but a call centre that sends a team has decided.
        let called = seen + [(9, 2, .delivered(ReportID(0), Posts.callCentre))]
        #expect(death(called, [], at: 900) == .deathsByReporting)
        let alone = called + [(20, 3, .ordered(OrderID(0), Posts.callCentre, TeamID(0), task))]
        #expect(death(alone, [], at: 900) == .deathsByTravel)
    }

    // MARK: The chain

    @Test func `segments follow each other without gap from the first harm to the fact`() {
        let log = FactLog(facts(causing: chain([60, 120, 180, 240, 300, 360])))
        let segments = log.trace.segments(to: FactID(7), since: .start)
        #expect(
            segments.map { $0.link } == [
                .detection, .reporting, .deciding, .ordering, .turnout, .travel,
            ]
        )
        #expect(segments.map { ($0.to - $0.from).seconds } == [60, 120, 180, 240, 300, 360])
        let clipped = log.trace.segments(to: FactID(7), since: SimTime(milliseconds: 100_000))
        #expect(clipped.map { ($0.to - $0.from).seconds } == [80, 180, 240, 300, 360])
        #expect(log.trace.segments(to: FactID(99), since: .start).isEmpty)
        #expect(log.trace.segments(to: .none, since: .start).isEmpty)
    }

    @Test func `from a belief the chain leads over the report to what its line passes on`() {
        let lines: Lines = [
            (0, -1, blast), (5, 0, .observed(Observer(.witness, 0), .incident(site), value: 1)),
            (90, 0, .observed(Observer(.team, 0), .estimate(site), value: 9)),
            (100, 1, .sent(ReportID(0), LinkID(0), .first)),
            (110, 3, .delivered(ReportID(0), Posts.county)),
            (110, 4, .believed(Posts.county, .estimate(site), value: 9, told: FactID(2))),
        ]
        let log = FactLog(facts(causing: lines))
        let segments = log.trace.segments(to: FactID(5), since: .start)
        #expect(segments.map { $0.link } == [.detection, .reporting, .reporting])
        #expect(segments.map { ($0.to - $0.from).seconds } == [90, 10, 10])
    }

    @Test func `causes that point forward or at themselves end the chain`() {
        let log = FactLog(facts(causing: [(1, 0, blast), (2, 5, blast), (3, 1, blast)]))
        let segments = log.trace.segments(to: FactID(2), since: .start)
        #expect(segments.map { $0.link } == [.detection, .hazard])
    }

    // MARK: Late arrivals

    @Test(arguments: [(3600, 0.0), (3601, 1)])
    func `the first of a kind is late a second after its time`(arrival: Int, late: Double) {
        let lines = chain([10, 10, 10, 10, 10, Int64(arrival) - 50])
        let values = measured(facts: facts(causing: lines), longer)
        #expect(values[.lateFirstArrivals] == late)
        #expect(values[.lateArrivalsByTravel] == late)
        #expect(sum(of: .causesOfLateArrivals, values) == late)
    }

    /// The tiny definition with a longer drill.
    private var longer: ScoringDefinition {
        var definition = tinyDefinition
        definition.duration = SimDuration(hours: 5)
        return definition
    }

    @Test func `who was sent and never comes is late, who was not sent is not`() {
        let sent: [(Int64, FactContent)] = [
            (0, blast), (1, .ordered(OrderID(0), Posts.county, TeamID(1), task)),
        ]
        #expect(measured(sent)[.lateFirstArrivals] == 1)
        #expect(measured(sent)[.lateArrivalsByTravel] == 1)
        #expect(measured([(0, blast)])[.lateFirstArrivals] == 0)
    }

    @Test func `a late arrival is laid to the slowest link of its own chain`() {
        let values = measured(facts: facts(causing: chain([10, 10, 9000, 10, 10, 10])), longer)
        #expect(values[.lateArrivalsByDeciding] == 1)
    }

    // MARK: Missed goals

    private func missed(_ measure: Measure, atMost bound: Double, _ record: [Fact]) -> Measure? {
        var definition = longer
        var goal = Goal()
        goal.measure = measure
        goal.bound = bound
        definition.goals = [goal]
        let values = measured(facts: record, definition)
        #expect(values[.goalsMissed] == sum(of: .causesOfMissedGoals, values))
        return Frame.causesOfMissedGoals.measures.first { values[$0] == 1 }
    }

    @Test func `a missed time is laid to its chain, and what never came to where it broke off`() {
        let slow = facts(causing: chain([10, 3000, 10, 10, 10, 10]))
        #expect(missed(.secondsToFirstArrival, atMost: 60, slow) == .missedGoalsByReporting)
        #expect(missed(.secondsToFirstArrival, atMost: 3050, slow) == nil)
        #expect(missed(.secondsToFirstReport, atMost: 60, slow) == .missedGoalsByReporting)
        #expect(missed(.secondsToDetect, atMost: 5, slow) == .missedGoalsByDetection)
        let nothing = facts([(0, blast)])
        #expect(missed(.secondsToFirstArrival, atMost: 60, nothing) == .missedGoalsByDetection)
        #expect(missed(.secondsToStateReport, atMost: 60, nothing) == .missedGoalsByDetection)
        #expect(missed(.secondsToStateReport, atMost: 60, slow) == .missedGoalsByReporting)
    }

    @Test func `too many deaths are laid to what most died of`() {
        let lines: [(Int64, FactContent)] = [
            (0, blast), (0, .died(victim, .atOnce)),
            (9, .died(PersonID(in: zone, number: 1), .atOnce)),
        ]
        #expect(missed(.deaths, atMost: 1, facts(lines)) == .missedGoalsByHazard)
        let care =
            chain([1, 1, 1, 1, 1, 1]) + [
                (30, 1, .found(victim, alive: true, by: nil)),
                (40, 1, .admitted(victim, HospitalID(0))), (2000, 1, .died(victim, .hospital)),
            ]
        #expect(missed(.deaths, atMost: 0, facts(causing: care)) == .missedGoalsByCare)
    }

    @Test func `a fire that burns too long is laid to the work, or to what it lacked`() {
        let fire = HazardID(0)
        let lit = chain([1, 1, 1, 1, 1, 1]) + [(10, 0, .ignited(fire, secondary: false))]
        let worked = lit + [(9000, 0, .extinguished(fire, burnedOut: false))]
        #expect(missed(.secondsToFireOut, atMost: 60, facts(causing: worked)) == .missedGoalsByWork)
        let lacked =
            lit + [
                (60, 0, .ranOut(DepotID(0), .foam)),
                (8000, 0, .convoyArrived(ConvoyID(0), at: DepotID(0), .foam, amount: 9)),
                (9000, 0, .extinguished(fire, burnedOut: false)),
            ]
        #expect(
            missed(.secondsToFireOut, atMost: 60, facts(causing: lacked))
                == .missedGoalsBySupplies
        )
        // Foam that a far store has not, and foam that teams bring, are no lack at the site.
        let far = lit + [(60, 0, .ranOut(DepotID(1), .foam)), lacked[lacked.count - 1]]
        #expect(missed(.secondsToFireOut, atMost: 60, facts(causing: far)) == .missedGoalsByWork)
        let brought =
            lit + [
                (60, 0, .ranOut(DepotID(0), .foam)),
                (600, 0, .stocked(DepotID(0), .foam, onHand: 9)), lacked[lacked.count - 1],
            ]
        #expect(
            missed(.secondsToFireOut, atMost: 60, facts(causing: brought)) == .missedGoalsByWork
        )
        let noTeam = facts([(0, .ignited(fire, secondary: false))])
        #expect(missed(.secondsToFireOut, atMost: 60, noTeam) == .missedGoalsByDetection)
    }

    @Test func `every measure that can be a goal has somebody to blame when it is missed`() {
        for measure in Measure.allCases {
            let record = facts([(0, blast), (0, .died(victim, .atOnce))])
            let blamed = missed(measure, atMost: -1, record)
            #expect(blamed != nil, "\(measure)")
        }
    }
}
