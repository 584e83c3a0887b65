import Scoring
import Wording

/// How goals stand in scenario files, and how they become a mark.
enum GoalFormat {
    /// Shape of a goal.
    static let shape = Shape.object(
        [
            .id(.goal), .title,
            .required("measure", .choice(choices), "Measure it bounds.", "指标。"),
            .required("withProbability", .share, "Share of drills that shall keep it.", "达标概率要求。"),
            .defaulted(
                "weight",
                .amount(upTo: 1e6),
                to: "1",
                source: "Goals without a weight of their own weigh the same",
                .assumed,
                "Weight in the score.",
                "权重。"
            ),
            .optional("objective", .bilingual, "Objective of the exercise it serves.", "所属演练目标。"),
            .optional("task", .bilingual, "Task it judges.", "对应任务。"),
            .optional("capability", .bilingual, "Capability it judges.", "对应能力。"),
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

    /// What a goal is linked to: objective, task, capability (情景—任务—能力).
    static func link(_ value: Checked) -> GoalLink {
        func text(_ key: String) -> Bilingual? {
            value.optional(key).map { Bilingual($0.text("en"), $0.text("zh")) }
        }
        return GoalLink(
            objective: text("objective"),
            task: text("task"),
            capability: text("capability")
        )
    }

    // MARK: Marking

    /// Fields of how drills are marked.
    static let marking: [Field] = [
        .optional(
            "method",
            .choice(
                MarkingMethod.allCases.map { Choice($0.name, $0.title.english, $0.title.chinese) }
            ),
            otherwise: "\"goals\"",
            "How measures become a mark.",
            "评分方法。"
        ),
        least("excellentFromPoints", Marking().excellentFrom, "excellent", "优"),
        least("goodFromPoints", Marking().goodFrom, "good", "良"),
        least("fairFromPoints", Marking().fairFrom, "fair", "中"),
        .defaulted(
            "arrivalWithinMinutes",
            .amount(upTo: 100_000),
            to: "60",
            source: "The first team of every kind that is sent comes within the golden hour",
            .assumed,
            "Time from the first harm within which the first team of a kind shall come.",
            "各类队伍首支到场时限（自首次致灾起）。"
        ),
    ]

    private static func least(
        _ key: String,
        _ usual: Double,
        _ english: String,
        _ chinese: String
    ) -> Field {
        .defaulted(
            key,
            .number(.between(0, 100)),
            to: DefaultText.of(usual),
            source: "Levels of AQ/T 9009 name no marks",
            .assumed,
            "Least mark that is \(english).",
            "评为“\(chinese)”的最低分。"
        )
    }

    /// Reads how drills are marked.
    static func marking(_ value: Checked) -> Marking {
        var marking = Marking()
        let name = value.text("method")
        marking.method = MarkingMethod.allCases.first { $0.name == name } ?? .goals
        marking.excellentFrom = value.number("excellentFromPoints")
        marking.goodFrom = value.number("goodFromPoints")
        marking.fairFrom = value.number("fairFromPoints")
        return marking
    }
}
