import DrillFiles
import Experiments
import Scoring
import Testing
import Wording

/// Precisions as they are written.
@Suite struct PrecisionTests {
    private static let goals = [Name(id: "few-deaths", title: Bilingual(verbatim: ""))]

    @Test func `several precisions are read with their confidence`() throws {
        let text = "deaths 5%, responseTime 120, P(few-deaths) 0.02 @99"
        let precision = try Precision(text, goals: Self.goals)
        #expect(precision.confidence == 0.99)
        #expect(
            precision.targets == [
                StopRule.Target(.mean(.deaths), halfWidth: 0.05, isRelative: true),
                StopRule.Target(.mean(.secondsToFirstArrival), halfWidth: 120, isRelative: false),
                StopRule.Target(.goal(0), halfWidth: 0.02, isRelative: false),
            ]
        )
        #expect(try Precision("score 1", goals: []).confidence == 0.95)
    }

    @Test(arguments: [
        "", "deaths", "deaths 5% 3%", "deaths 0", "deaths -1", "deaths 101%", "deaths x",
        "deaths 5% @100", "deaths 5% @20", "deaths 5% @95 @99", "deths 5%", "P(many) 0.1",
        "deaths 5%, deaths 3%", "deaths 5%,", "@95", "deaths inf",
    ])
    func `what is no precision is refused with a reason in both languages`(text: String) {
        let problem = #expect(throws: Precision.Problem.self) {
            try Precision(text, goals: Self.goals)
        }
        #expect(problem?.message.english.isEmpty == false)
        #expect(problem?.message.chinese != problem?.message.english)
        #expect(problem?.help != nil)
    }
}
