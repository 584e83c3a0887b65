import EventKernel
import Scoring
import Testing

@testable import Experiments

/// What a batch says about its drills.
@Suite struct SummaryTests {
    @Test func `a summary tells mean, interval and quantiles`() throws {
        let summary = MeasureSummary((1...100).map { Double($0) })
        #expect(summary.mean == 50.5)
        #expect(summary.median == 50)
        #expect(summary.lowerQuantile == 5)
        #expect(summary.upperQuantile == 95)
        #expect(summary.never == 0)
        // Standard error of the mean of 1…100: √(841.6667 / 100) = 2.9011.
        let half = try #require(summary.meanHigh) - 50.5
        #expect(abs(half - 1.96 * 2.9011) < 0.15)
        #expect(abs(50.5 - half - (try #require(summary.meanLow))) < 1e-9)
    }

    @Test func `what never happened is left out of the mean and infinite in quantiles`() {
        let summary = MeasureSummary([4, .infinity, 8, .infinity, .infinity])
        #expect(summary.mean == 6)
        #expect(summary.never == 3)
        #expect(summary.median == .infinity)
        #expect(summary.lowerQuantile == 4)
        let nothing = MeasureSummary([.infinity, .infinity])
        #expect(nothing.mean == nil)
        #expect(nothing.meanLow == nil)
        #expect(nothing.median == .infinity)
    }

    @Test func `a single drill has a mean and no interval`() {
        let summary = MeasureSummary([3])
        #expect(summary.mean == 3)
        #expect(summary.meanLow == nil)
        #expect(summary.lowerQuantile == 3 && summary.upperQuantile == 3)
    }

    @Test(arguments: [(1, 1.0), (2, 1), (3, 2), (4, 2), (5, 3)])
    func `the median is a value of a drill that half do not exceed`(count: Int, median: Double) {
        #expect(MeasureSummary((1...count).map { Double($0) }).median == median)
    }

    /// Check value 151: Wilson's 95 % interval for 40 of 400.
    @Test func `the share of drills that keep a goal has Wilson's interval`() {
        var goal = Goal()
        goal.bound = 1
        goal.probability = 0.1
        let summary = GoalSummary(goal, (0..<400).map { $0 < 40 ? 1 : 2 })
        #expect(summary.kept == 40)
        #expect(summary.probability == 0.1)
        #expect(abs(summary.low - 0.0742988517) < 1e-5)
        #expect(abs(summary.high - 0.133311261) < 1e-5)
        #expect(summary.verdict == .undecided)
    }

    @Test func `a goal is met, not met or undecided by its whole interval`() {
        var goal = Goal()
        goal.probability = 0.9
        let kept = Array(repeating: 0.0, count: 1000)
        #expect(GoalSummary(goal, kept).verdict == .met)
        #expect(GoalSummary(goal, kept.map { _ in .infinity }).verdict == .notMet)
        #expect(GoalSummary(goal, [0, 0, 0]).verdict == .undecided)
        #expect(GoalSummary(goal, []).verdict == .undecided)
    }

    @Test func `paired differences leave out what happened under one plan only`() {
        let paired = PairedSummary(
            [5, 7, .infinity, 3, .infinity],
            baseline: [6, 9, 4, 3, .infinity]
        )
        #expect(paired.mean == -1)
        #expect(paired.leftOut == 2)
        #expect(paired.total == 5)
        #expect(paired.smaller == 2)
        #expect(paired.greater == 1)
    }

    @Test func `luck in common makes differences small`() throws {
        let luck = (0..<200).map { Double(($0 * 7919) % 1000) }
        let paired = PairedSummary(
            luck.enumerated().map { $0.element - 2 + Double($0.offset % 3) },
            baseline: luck
        )
        #expect(try #require(paired.varianceReduction) > 1000)
        #expect(abs(try #require(paired.mean) + 1.01) < 0.02)
        #expect(PairedSummary([1], baseline: [2]).varianceReduction == nil)
    }
}
