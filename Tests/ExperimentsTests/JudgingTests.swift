import EventKernel
import Scoring
import Testing
import Vocabulary

@testable import Experiments

/// Goals judged together, marks of batches, references.
@Suite struct JudgingTests {
    private func goal(_ measure: Measure, atMost bound: Double, _ probability: Double = 0.9) -> Goal
    {
        var goal = Goal()
        goal.measure = measure
        goal.bound = bound
        goal.probability = probability
        return goal
    }

    // MARK: Verdicts

    @Test(
        arguments: [
            (60, Verdict.met), (59, .met), (58, .undecided), (50, .undecided), (49, .notMet),
        ]
    )
    func `a verdict needs the whole interval on one side`(kept: Int, verdict: Verdict) {
        let values = (0..<60).map { $0 < kept ? 1.0 : 2.0 }
        let judged = JointJudgement([goal(.deaths, atMost: 1)]) { _ in values }.goals[0]
        #expect(judged.kept == kept)
        #expect(judged.verdict == verdict)
        #expect(judged.low == judged.aloneLow && judged.high == judged.aloneHigh)
    }

    @Test func `what never happened does not keep its goal`() {
        let judged = JointJudgement([goal(.secondsToControl, atMost: 10)]) { _ in
            [1, .infinity, 5, 11]
        }.goals[0]
        #expect(judged.kept == 2)
        #expect(judged.probability == 0.5)
    }

    @Test func `several goals share one chance of error`() {
        let goals = (0..<5).map { goal(.deaths, atMost: Double($0)) }
        let values = (0..<200).map { Double($0 % 2) }
        let joint = JointJudgement(goals) { _ in values }
        #expect(abs(joint.confidenceOfEach - 0.99) < 1e-12)
        let wide = Wilson.interval(successes: 100, trials: 200, confidence: joint.confidenceOfEach)
        #expect(joint.goals[0].low == wide.low && joint.goals[0].high == wide.high)
        #expect(joint.goals[0].low < joint.goals[0].aloneLow)
        #expect(joint.goals[0].high > joint.goals[0].aloneHigh)
    }

    /// Of many batches of goals that are exactly as probable as asked, the share in which any verdict
    /// is wrong stays below the stated 5 %; without the correction it does not.
    @Test func `the correction keeps its promise`() {
        let goals = (0..<8).map { _ in goal(.deaths, atMost: 0, 0.8) }
        var wrong = (joint: 0, alone: 0)
        let batches = 1000
        for batch in 0..<batches {
            var stream = DrillKey(seed: 11, drill: UInt64(batch)).stream(.presence, 0)
            var isWrong = (joint: false, alone: false)
            for goal in goals {
                let values = (0..<200).map { _ in stream.uniform() < 0.8 ? 0.0 : 1.0 }
                let joint = Wilson.interval(
                    successes: values.count { $0 == 0 },
                    trials: 200,
                    confidence: JointJudgement(goals) { _ in [] }.confidenceOfEach
                )
                let alone = JointJudgement([goal]) { _ in values }.goals[0]
                if joint.low > 0.8 || joint.high < 0.8 { isWrong.joint = true }
                if alone.verdict != .undecided { isWrong.alone = true }
            }
            wrong.joint += isWrong.joint ? 1 : 0
            wrong.alone += isWrong.alone ? 1 : 0
        }
        #expect(Double(wrong.joint) / Double(batches) < 0.07)
        #expect(Double(wrong.alone) / Double(batches) > 0.2)
    }

    // MARK: Marks

    @Test func `a batch's mark has a level, a spread over levels and points by goal`() {
        var definition = ScoringDefinition()
        definition.goals = [goal(.deaths, atMost: 10), goal(.responderDeaths, atMost: 0)]
        definition.goals[0].weight = 3
        let deaths = [10.0, 20, 40]
        let summary = ScoreSummary(definition, drills: 3) { drill in
            var values = MeasureValues()
            values[.deaths] = deaths[drill]
            values[.responderDeaths] = 0
            values[.score] = Score.mark(values, by: definition)
            return values
        }
        // 100, 62.5 and 43.75.
        #expect(summary.mark.mean == 68.75)
        #expect(summary.level == .fair)
        #expect(summary.levels.map { $0.drills } == [1, 0, 1, 1])
        #expect(summary.steps.map { $0.possible } == [75, 25])
        #expect(summary.steps.map { $0.points } == [43.75, 25])
        #expect(summary.steps.reduce(0) { $0 + $1.points } == summary.mark.mean)
    }

    @Test func `without goals there is no mark`() {
        let summary = ScoreSummary(ScoringDefinition(), drills: 2) { _ in MeasureValues() }
        #expect(summary.mark.mean == nil)
        #expect(summary.level == nil)
        #expect(summary.steps.isEmpty)
    }
}
