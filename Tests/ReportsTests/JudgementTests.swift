import Experiments
import Reports
import Scoring
import TestSupport
import Testing
import Vocabulary
import Wording

/// Scores, causes and references as an evaluator reads them.
@Suite struct JudgementTests {
    private static let definition: ScoringDefinition = {
        var definition = ScoringDefinition()
        var (deaths, arrival) = (Goal(), Goal())
        deaths.bound = 30
        deaths.weight = 3
        arrival.measure = .secondsToFirstArrival
        arrival.bound = 1800
        definition.goals = [deaths, arrival]
        return definition
    }()

    private static let names: ScenarioNames = {
        var names = ScenarioNames()
        names.goals = [
            Name(id: "deaths", title: Bilingual("At most 30 deaths", "死亡不超过30人")),
            Name(id: "arrival", title: Bilingual("Half an hour", "半小时内到场")),
        ]
        names.goalLinks = [
            GoalLink(
                objective: Bilingual("Save lives", "抢救生命"),
                task: Bilingual("Search and rescue", "搜救"),
                capability: Bilingual("Heavy rescue", "重型救援")
            ),
            GoalLink(objective: nil, task: nil, capability: nil),
        ]
        return names
    }()

    private static func values(_ deaths: Double) -> MeasureValues {
        var values = MeasureValues()
        for measure in Measure.allCases where !measure.isTime { values[measure] = 0 }
        values[.deaths] = deaths
        values[.deathsByHazard] = 20
        values[.deathsBySearch] = deaths - 22
        values[.deathsByCare] = 2
        values[.goalsMissed] = 2
        values[.missedGoalsByHazard] = 1
        values[.missedGoalsByMovement] = 1
        values[.incidentGrade] = 4
        values[.greatPublicImpact] = 1
        values[.secondsToDetect] = 81
        values[.secondsToFirstArrival] = 2400
        values[.publicSafetyIndex] = 0.6543
        values[.deadlinesKeptShare] = 0.75
        values[.score] = Score.mark(values, by: definition)
        return values
    }

    @Test(arguments: Language.allCases)
    func `a drill and a batch are judged in tables that line up`(language: Language) throws {
        let report = JudgementReport(language)
        let batch = (0..<12).map { Self.values(30 + Double($0)) }
        func column(_ measure: Measure) -> [Double] { batch.map { $0[measure] } }
        let (definition, names) = (Self.definition, Self.names)
        let comparison = ReferenceComparison(
            ReferenceComparison.measures.map { measure in
                ReferenceComparison.Line(
                    measure,
                    plan: column(measure),
                    noResponse: column(measure).map { $0 + 9.5 },
                    idealResponse: column(measure).enumerated().map { $1 - Double($0 % 3) }
                )
            }
        )
        let degrees = definition.goals.map { goal in
            column(goal.measure).map { goal.degree(of: $0) }.reduce(0, +) / Double(batch.count)
        }
        let parts = [
            report.measures(batch[5], of: definition.measures), report.links(definition, names),
            report.steps(batch[5], definition, names), report.causes(batch[5]),
            report.score(
                ScoreSummary(definition, marks: column(.score), degrees: degrees),
                definition,
                names.goals
            ),
            report.causes(Measure.allCases.map { ($0, MeasureSummary(column($0))) }),
            report.references(comparison),
            report.steps(MeasureValues(), ScoringDefinition(), ScenarioNames()),
        ]
        let text = parts.joined(separator: "\n")
        let path = "ReportsTests/Golden/judgement.\(language.rawValue).txt"
        #expect(try Golden.difference(of: text, from: path) == nil)
    }

    @Test func `every measure has a name of its own, a title in both languages and a frame`() {
        let names = Measure.allCases.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { name in name.allSatisfy { $0.isASCII && $0.isLetter } })
        for measure in Measure.allCases {
            #expect(!measure.title.english.isEmpty && !measure.title.chinese.isEmpty)
            #expect(measure.frame.measures.contains(measure))
            #expect((measure.cause == nil) == (measure.frame.total == nil))
        }
        let titles = Measure.allCases.map { $0.title.chinese }
        #expect(Set(titles).count == titles.count)
    }

    @Test func `the frames hold every measure once`() {
        let all = Frame.allCases.flatMap { $0.measures }
        #expect(all.count == Measure.allCases.count)
        #expect(Set(all).count == all.count)
    }
}
