import Scoring
import Wording

/// How a study file stands as a whole.
public enum StudyFormat {
    /// Version of the format.
    public static let version = 1

    /// Shape of a study file.
    public static let shape = Shape.file(
        format: version,
        [
            .title,
            .optional("description", .bilingual, "What is asked.", "研究问题。"),
            .optional(
                "plans",
                .list(of: .text(atMost: 200), atLeast: 1),
                "Plans of the scenario, the first the baseline; all unless given.",
                "参与比较的预案，首个为基准；默认全部。"
            ),
            .optional(
                "seed",
                .number(.between(0, 9e15), isWhole: true),
                otherwise: "1",
                "Seed.",
                "随机种子。"
            ),
            .optional(
                "drills",
                .number(.between(2, 1e8), isWhole: true),
                otherwise: "200",
                "Drills at every point, under the same luck.",
                "每个设计点的推演次数（公共随机数）。"
            ),
            .optional(
                "until",
                until,
                "Precision at which a point has enough drills.",
                "设计点达到精度即止。"
            ),
            .required(
                "factors",
                .list(of: factor, count: CountRange(atLeast: 0, atMost: 64)),
                "What is varied.",
                "因子。"
            ),
            .required("design", design, "Which points are played.", "试验设计。"),
            .optional(
                "measures",
                .list(of: .choice(measures), atLeast: 1),
                "Measures that are analysed.",
                "分析的指标。"
            ),
            .optional("selection", selection, "Selection of the best point.", "择优。"),
            .optional(
                "search",
                search,
                "Search for a good combination, such as where to place stations.",
                "搜索较优组合（如站点选址、阈值）。"
            ),
            .optional("pareto", .list(of: aim, atLeast: 2), "Aims that are weighed.", "多目标（帕累托）。"),
            .optional("failure", failure, "When a drill counts as failed.", "失败判据（情景发现）。"),
        ]
    )

    private static let measures = Measure.allCases.map {
        Choice($0.name, $0.title.english, $0.title.chinese)
    }

    private static let until = Shape.object([
        .required(
            "precision",
            .text(atMost: 1000),
            "Precisions such as \"deaths 5%, responseTime 3% @95\".",
            "精度，如“deaths 5%, responseTime 3% @95”。"
        ),
        .optional(
            "atLeast",
            .number(.between(2, 1e8), isWhole: true),
            otherwise: "200",
            "Drills before it is looked at.",
            "检查精度前的最少次数。"
        ),
        .required(
            "atMost",
            .number(.between(2, 1e8), isWhole: true),
            "Drills at which a point ends in any case.",
            "次数上限。"
        ),
    ])

    static let factorSpace = NameSpace("factor", "因子")

    private static let factor = Shape.object(
        [
            .id(factorSpace), .title,
            .required(
                "of",
                .choice([
                    Choice("scenario", "The scenario.", "情景。"),
                    Choice("plan", "Every plan.", "各预案。"),
                ]),
                "File that is changed.",
                "所改动的文件。"
            ),
            .optional(
                "path",
                .text(atMost: 1000),
                "Way to the value, such as \"depots[*].stock.foamLiters\".",
                "值的路径，如“depots[*].stock.foamLiters”。"
            ),
        ],
        oneOf: [
            .required(
                "values",
                .list(of: .anything, atLeast: 2),
                "Values, the first for comparison.",
                "取值，首个为对照。"
            ),
            .required(
                "times",
                .list(of: .number(.between(0, 1e6)), atLeast: 2),
                "Factors by which the number that stands there is multiplied.",
                "对原值的倍数。"
            ),
            .required("range", range, "Range of a number.", "连续取值范围。"),
            .required(
                "levels",
                .list(of: level, atLeast: 2),
                "Levels that change several values.",
                "水平（可同时改动多个值）。"
            ),
        ]
    )

    private static let range = Shape.object([
        .required("from", .number(.any), "Least value.", "最小值。"),
        .required("to", .number(.any), "Greatest value.", "最大值。"),
        .optional("whole", .flag, otherwise: "false", "Whether values are whole.", "是否取整。"),
        .optional(
            "relative",
            .flag,
            otherwise: "false",
            "Whether values multiply the number that stands there.",
            "是否为对原值的倍数。"
        ),
    ])

    private static let level = Shape.object([
        .required("id", .text(atMost: 64), "Name in tables.", "表中名称。"), .title,
        .required(
            "set",
            .dictionary(of: .anything),
            "New values by their ways; nothing for the files as they are.",
            "各路径的新值；为空则保持原样。"
        ),
    ])

    private static let points = Field.required(
        "points",
        .number(.between(2, 1e6), isWhole: true),
        "Points for every plan.",
        "每个预案的设计点数。"
    )

    private static let design = Shape.object(
        [],
        oneOf: [
            .required("factorial", .object([]), "All combinations of levels.", "全因子。"),
            .required(
                "start",
                .object([]),
                "The first level of every factor only, for a search.",
                "仅各因子首个水平（用于搜索）。"
            ),
            .required(
                "fraction",
                .object([
                    .required(
                        "resolution",
                        .number(.between(3, 5), isWhole: true),
                        "3 for main effects, 5 for interactions of two as well.",
                        "分辨率：3 仅主效应，5 可分辨两因子交互。"
                    )
                ]),
                "A fraction of the combinations of factors with two levels.",
                "二水平部分因子。"
            ),
            .required("latinHypercube", .object([points]), "Latin hypercube.", "拉丁超立方。"),
            .required("sobolSequence", .object([points]), "Sobol sequence.", "Sobol 序列。"),
            .required(
                "list",
                .list(of: .dictionary(of: .anything), atLeast: 1),
                "Points one by one: for every factor its level or value.",
                "逐点列出：各因子的水平或取值。"
            ),
            .required(
                "morris",
                .object([
                    .required(
                        "trajectories",
                        .number(.between(2, 1e4), isWhole: true),
                        "Trajectories.",
                        "轨迹数。"
                    )
                ]),
                "Elementary effects after Morris.",
                "Morris 筛选。"
            ),
            .required(
                "sobolIndices",
                .object([
                    .required(
                        "base",
                        .number(.between(8, 1e6), isWhole: true),
                        "Base points, best a power of two.",
                        "基础样本数（宜取 2 的幂）。"
                    )
                ]),
                "Shares of the variance after Sobol and Saltelli.",
                "Sobol 方差分解。"
            ),
        ]
    )

    private static let aimed: [Field] = [
        .required("measure", .choice(measures), "Measure.", "指标。"),
        .optional(
            "aim",
            .choice([
                Choice("least", "Less is better.", "越小越好。"),
                Choice("most", "More is better.", "越大越好。"),
            ]),
            otherwise: "\"least\"",
            "What is better.",
            "优化方向。"
        ),
    ]

    private static let aim = Shape.object(aimed)

    private static let selection = Shape.object(
        aimed + [
            .required(
                "procedure",
                .choice([
                    Choice(
                        "kimNelson",
                        "Stated probability of selecting the best.",
                        "按给定概率保证选出最优。"
                    ),
                    Choice("ocba", "As sure as a budget of drills allows.", "在给定次数内尽量可靠。"),
                ]),
                "Procedure.",
                "方法。"
            ),
            .optional(
                "indifference",
                .number(.above(0)),
                "Difference that matters, in the unit of the measure; kimNelson needs it.",
                "无差异区（按指标单位；kimNelson 必填）。"
            ),
            .optional(
                "confidence",
                .number(.between(0.5, 0.9999)),
                otherwise: "0.95",
                "Probability of correct selection; for kimNelson.",
                "正确选择概率（kimNelson 用）。"
            ),
            .optional(
                "budget",
                .number(.between(2, 1e9), isWhole: true),
                "Drills of all points together: the most for kimNelson, all for ocba.",
                "推演总次数：kimNelson 的上限，ocba 的全部。"
            ),
        ]
    )

    private static let search = Shape.object(
        aimed + [
            .required(
                "indifference",
                .number(.above(0)),
                "Difference that matters, in the unit of the measure.",
                "无差异区（按指标单位）。"
            ),
            .optional(
                "confidence",
                .number(.between(0.5, 0.9999)),
                otherwise: "0.95",
                "Probability that all choices of a round are right together.",
                "每轮各步判断同时正确的概率。"
            ),
            .optional(
                "budget",
                .number(.between(2, 1e9), isWhole: true),
                "Most drills of all points together.",
                "推演总次数上限。"
            ),
        ]
    )

    private static let failure = Shape.object(
        [.required("measure", .choice(measures), "Measure.", "指标。")],
        oneOf: [
            .required("above", .number(.any), "Failed where it is above.", "高于此值为失败。"),
            .required("below", .number(.any), "Failed where it is below.", "低于此值为失败。"),
        ]
    )
}
