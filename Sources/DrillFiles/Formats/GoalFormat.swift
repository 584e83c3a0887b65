import Scoring
import Wording

/// How goals stand in scenario files, and what measures are called.
enum GoalFormat {
    /// Shape of a goal.
    static let shape = Shape.object(
        [
            .id(.goal), .title,
            .required("measure", .choice(choices), "Measure it bounds.", "指标。"),
            .required("withProbability", .share, "Share of drills that shall keep it.", "达标概率要求。"),
            .optional("weight", .amount(upTo: 1e6), otherwise: "1", "Weight in the score.", "权重。"),
        ],
        oneOf: [
            .required("atMost", .number(.any, isWhole: false), "Upper bound.", "上限。"),
            .required("atLeast", .number(.any, isWhole: false), "Lower bound.", "下限。"),
        ]
    )

    private static let choices = Measure.allCases.map {
        Choice($0.name, $0.title.english, $0.title.chinese)
    }

    /// Reads a goal.
    static func goal(_ value: Checked) -> Goal {
        var goal = Goal()
        let name = value.text("measure")
        goal.measure = Measure.allCases.first { $0.name == name } ?? .deaths
        let (key, bound) = value.alternative()
        goal.isUpperBound = key == "atMost"
        goal.bound = bound.number()
        goal.probability = value.number("withProbability")
        goal.weight = value.number("weight")
        return goal
    }
}
