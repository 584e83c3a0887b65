import DrillFiles
import Reports
import Scoring
import Wording

/// What a single drill is told about itself: measures, score and causes, for people and programs.
struct Judgement {
    let scoring: ScoringDefinition
    let names: ScenarioNames
    let language: Language

    /// Tables for people.
    func text(_ values: MeasureValues) -> String {
        let report = JudgementReport(language)
        let parts = [
            report.measures(values, of: scoring.measures), report.links(scoring, names),
            report.steps(values, scoring, names), report.causes(values),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Members for programs; what never happened is null.
    func json(_ values: MeasureValues) -> [(key: String, value: JSONValue)] {
        let measures = Measure.allCases.map { measure in
            (key: measure.name, value: SummaryFormat.number(values[measure]))
        }
        return [
            ("measures", .object(measures)), ("score", score(values)), ("goals", goals(values)),
        ]
    }

    private func score(_ values: MeasureValues) -> JSONValue {
        .object([
            ("method", .text(scoring.marking.method.name)),
            ("mark", SummaryFormat.number(values[.score])),
            (
                "level",
                scoring.marking.level(of: values[.score]).map { .text($0.name) } ?? .null
            ),
        ])
    }

    private func goals(_ values: MeasureValues) -> JSONValue {
        let steps = Score.steps(values, by: scoring.goals)
        return .list(
            zip(steps, names.goals).map { step, name in
                .object([
                    ("name", .text(name.id)), ("measure", .text(step.goal.measure.name)),
                    (step.goal.isUpperBound ? "atMost" : "atLeast", .number(step.goal.bound)),
                    ("value", SummaryFormat.number(values[step.goal.measure])),
                    ("kept", .flag(step.goal.isMet(by: values[step.goal.measure]))),
                    ("degree", .number(step.degree)), ("weight", .number(step.goal.weight)),
                    ("fullPoints", .number(step.possible)), ("points", .number(step.points)),
                ])
            }
        )
    }
}
