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
    }

    @Test func `the degree never leaves 0…1 and falls with distance from the bound`() {
        var before = 1.0
        for value in stride(from: 5.0, to: 400, by: 2.5) {
            let degree = goal(true, 10).degree(of: value)
            #expect(degree >= 0 && degree <= before)
            before = degree
        }
    }

    @Test func `the mark weighs degrees, and is 100 without goals or weight`() {
        var values = MeasureValues()
        values[.deaths] = 20
        #expect(Score.mark(values, by: []) == 100)
        #expect(Score.mark(values, by: [goal(true, 10, weight: 0)]) == 100)
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
}
