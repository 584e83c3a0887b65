import EventKernel
import Testing
import Vocabulary

@testable import Scoring

@Suite struct GoalTests {
    private func goal(_ isUpperBound: Bool, _ bound: Double, weight: Double = 1) -> Goal {
        var goal = Goal()
        goal.isUpperBound = isUpperBound
        goal.bound = bound
        goal.weight = weight
        return goal
    }

    @Test(
        arguments: [
            (10.0, true), (9.999, true), (10.001, false), (0, true), (-5, true),
            (.infinity, false), (-.infinity, true),
        ]
    )
    func `an upper bound includes itself, and what never happened breaks it`(
        value: Double,
        isMet: Bool
    ) {
        #expect(goal(true, 10).isMet(by: value) == isMet)
    }

    @Test(
        arguments: [
            (10.0, true), (9.999, false), (10.001, true), (0, false), (.infinity, false),
        ]
    )
    func `a lower bound includes itself, and what never happened breaks it`(
        value: Double,
        isMet: Bool
    ) {
        #expect(goal(false, 10).isMet(by: value) == isMet)
    }

    @Test func `the degree is the ratio of value and bound, 1 at the bound and 0 at never`() {
        #expect(goal(true, 10).degree(of: 20) == 0.5)
        #expect(goal(true, 10).degree(of: 10) == 1)
        #expect(goal(true, 0).degree(of: 3) == 0)
        #expect(goal(true, 10).degree(of: .infinity) == 0)
        #expect(goal(false, 8).degree(of: 2) == 0.25)
        #expect(goal(false, 8).degree(of: -2) == 0)
        #expect(goal(false, 8).degree(of: .infinity) == 0)
        #expect(goal(false, 8).degree(of: 8) == 1)
        // Of a bound that is not above 0 there is no ratio: it is kept or it is not.
        #expect(goal(true, -60).degree(of: -30) == 0)
        #expect(goal(true, -60).degree(of: -60) == 1)
        #expect(goal(false, 0).degree(of: -1) == 0)
    }

    @Test func `the degree never leaves 0…1 and falls with distance from the bound`() {
        var before = 1.0
        for value in stride(from: 5.0, to: 400, by: 2.5) {
            let degree = goal(true, 10).degree(of: value)
            #expect(degree >= 0 && degree <= before)
            before = degree
        }
    }

    @Test func `the mark weighs degrees, and without goals or weight there is none`() {
        var values = MeasureValues()
        values[.deaths] = 20
        #expect(Score.mark(values, by: [] as [Goal]) == .infinity)
        #expect(Score.mark(values, by: [goal(true, 10, weight: 0)]) == .infinity)
        #expect(Score.mark(values, by: [goal(true, 10, weight: 3)]) == 50)
        let both = [goal(true, 10, weight: 3), goal(true, 20, weight: 1)]
        #expect(Score.mark(values, by: both) == 62.5)
        values[.deaths] = .infinity
        #expect(Score.mark(values, by: both) == 0)
    }

    @Test func `the mark of a record stands among its measures`() {
        var definition = tinyDefinition
        definition.goals = [goal(true, 1)]
        let person = PersonID(in: ZoneID(0), number: 0)
        let other = PersonID(in: ZoneID(0), number: 1)
        let values = measured(
            [(1, .died(person, .atOnce)), (2, .died(other, .atOnce))],
            definition
        )
        #expect(values[.score] == 50)
    }

    // MARK: Steps and levels

    @Test func `the points of all steps add up to the mark`() {
        var values = MeasureValues()
        values[.deaths] = 20
        values[.responderDeaths] = 0
        values[.secondsToFirstArrival] = .infinity
        var goals = [goal(true, 10, weight: 3), goal(true, 0, weight: 2), goal(true, 60)]
        goals[1].measure = .responderDeaths
        goals[2].measure = .secondsToFirstArrival
        let steps = Score.steps(values, by: goals)
        #expect(steps.map { $0.possible } == [50, 100.0 / 3, 100.0 / 6])
        #expect(steps.map { $0.degree } == [0.5, 1, 0])
        #expect(steps.map { $0.points } == [25, 100.0 / 3, 0])
        let sum = steps.reduce(0) { $0 + $1.points }
        #expect(abs(sum - Score.mark(values, by: goals)) < 1e-12)
    }

    @Test(
        arguments: [
            (100.0, ScoreLevel.excellent), (90, .excellent), (89.999, .good), (75, .good),
            (74.999, .fair), (60, .fair), (59.999, .poor), (0, .poor),
        ]
    )
    func `the bound of a level belongs to it`(mark: Double, level: ScoreLevel) {
        #expect(Marking().level(of: mark) == level)
    }

    @Test func `what was not marked has no level`() {
        #expect(Marking().level(of: .infinity) == nil)
    }

    @Test func `for the mark the dead count as injured too`() {
        var values = MeasureValues()
        values[.deaths] = 4
        values[.seriousInjuries] = 98
        values[.slightInjuries] = 10
        values[.directLossYuan] = 0
        values[.incidentGrade] = 2
        #expect(Score.value(of: .seriousInjuries, values) == 102)
        #expect(Score.value(of: .slightInjuries, values) == 112)
        #expect(Score.value(of: .incidentGrade, values) == 4)
        #expect(Score.value(of: .deaths, values) == 4)
        values[.incidentGrade] = 0
        #expect(Score.value(of: .incidentGrade, values) == 0)
    }

    @Test func `RoboCup Rescue marks without goals`() {
        var definition = tinyDefinition
        definition.marking.method = .roboCupRescue
        let zone = ZoneID(0)
        let values = measured(
            [
                (1, .exposed(zone, persons: 10)),
                (1, .hurt(PersonID(in: zone, number: 0), .serious, .glass, canWalk: false)),
                (2, .died(PersonID(in: zone, number: 0), .waiting)),
            ],
            definition
        )
        // 9 of 10 alive, a tenth of the health lost: 90 · e^(−0.5).
        #expect(abs(values[.score] - 90 * 0.6065306597126334) < 1e-12)
        #expect(measured([], definition)[.score] == .infinity)
    }
}
