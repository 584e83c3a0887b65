import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Measures of public opinion against records of a few lines made by hand.
@Suite struct OpinionTests {
    private var definition: ScoringDefinition {
        var definition = tinyDefinition
        var opinion = OpinionScoring()
        opinion.persons = 1000
        definition.opinion = opinion
        return definition
    }

    private let blast = FactContent.exploded(HazardID(0), trinitrotolueneKilograms: 1)

    private func counted(_ believed: Int32, _ spreading: Int32 = 0) -> FactContent {
        .rumourCounted(believed: believed, spreading: spreading, informed: 0)
    }

    @Test func `the first release counts from the first harm, whoever makes it`() {
        let values = measured(
            [
                (10, .released(Posts.county, .update)), (60, blast),
                (360, .published(Posts.state, dead: 2)), (500, .released(Posts.county, .first)),
                (600, .trustChanged(0.7)),
            ],
            definition
        )
        #expect(values[.secondsToFirstRelease] == 300)
    }

    @Test func `shares are of the public, the peak the highest, the end the last`() {
        let values = measured(
            [
                (60, blast), (60, .rumourBegan(persons: 10)),
                (70, .rumourPeaked(persons: 150, at: SimTime(milliseconds: 65_000))),
                (80, .rumourPeaked(persons: 199, at: SimTime(milliseconds: 75_000))),
                (90, counted(620)), (95, .trustChanged(0.6)), (99, .trustChanged(0.5)),
            ],
            definition
        )
        #expect(values[.rumourFinalShare] == 0.62)
        #expect(values[.rumourPeakShare] == 0.199)
        #expect(values[.trustAtEnd] == 0.5)
        #expect(values[.greatPublicImpact] == 0)
        #expect(values[.secondsToFirstRelease] == .infinity)
    }

    @Test func `the impact is great from the share of the scenario on`() {
        let values = measured(
            [(60, blast), (70, .rumourPeaked(persons: 200, at: .start)), (80, .trustChanged(0.5))],
            definition
        )
        #expect(values[.greatPublicImpact] == 1)
    }

    @Test func `satisfaction is the logistic of what people have seen`() {
        let contents: [(Int64, FactContent)] = [
            (0, blast), (28_800, .released(Posts.county, .first)), (28_900, counted(400)),
            (28_950, .demanded(SiteID(0), .water, wanted: 10, met: 9)),
            (29_000, .trustChanged(0.56)),
        ]
        // Timeliness 4 h / 8 h, 1 - 0.4, 1 - 0.1, trust 0.56: mean 0.64; 1 / (1 + exp(-8 * 0.14)).
        let values = measured(contents, definition)
        #expect(abs(values[.publicSatisfaction] - 0.754_0) < 5e-5)
    }

    @Test func `each good counts by its weight`() {
        var scoring = OpinionScoring()
        let even = scoring.satisfaction(timeliness: 1, believed: 1, unmet: 1, trust: 1)
        #expect(even == 0.5)
        scoring.trustWeight = 2
        #expect(scoring.satisfaction(timeliness: 1, believed: 1, unmet: 1, trust: 1) > even)
        scoring.rumourWeight = 4
        #expect(scoring.satisfaction(timeliness: 1, believed: 1, unmet: 1, trust: 1) < even)
        scoring.timelinessWeight = 6
        #expect(scoring.satisfaction(timeliness: 1, believed: 1, unmet: 1, trust: 1) > even)
        scoring.needsWeight = 0
        #expect(scoring.satisfaction(timeliness: 0, believed: 0, unmet: 1, trust: 0) < even)
    }

    @Test func `where nothing has happened nobody judges`() {
        let values = measured([(5, .released(Posts.county, .first))], definition)
        for measure in [Measure.secondsToFirstRelease, .trustAtEnd, .publicSatisfaction] {
            #expect(values[measure] == .infinity)
        }
        #expect(values[.rumourFinalShare] == 0)
    }

    @Test func `a scenario without a public has no such measures`() {
        let measures = tinyDefinition.measures
        #expect(!measures.contains(.trustAtEnd))
        #expect(measures.count == Measure.allCases.count - 3)
        #expect(definition.measures == Measure.inRows)
    }

    @Test func `the judgement moves through the compact byte form unchanged`() throws {
        var scoring = OpinionScoring()
        scoring.persons = 7
        scoring.firstReleaseHours = 1
        scoring.timelinessWeight = 2
        scoring.rumourWeight = 3
        scoring.needsWeight = 4
        scoring.trustWeight = 5
        scoring.steepness = 6
        scoring.greatImpactShare = 0.7
        let back = try OpinionScoring(byteForm: scoring.byteForm)
        #expect(back.byteForm == scoring.byteForm)
        #expect(back.greatImpactShare == 0.7)
        #expect(back.steepness == 6)
    }
}
