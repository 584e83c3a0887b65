import Wording

/// The distributions a file may name, declared as a shape like everything else.
enum DistributionShape {
    /// One object whose only key, but for bounds of the drawing, is the kind of the distribution.
    static let shape = Shape.named("distribution") { .object(object) }

    /// Example in messages.
    static let example = #"{ "lognormal": { "median": 15, "sigma": 0.6 } }"#

    static let object = ObjectShape(
        [
            .optional("atLeast", anywhere, "Smaller draws are made again.", "小于此值则重新抽样。"),
            .optional("atMost", anywhere, "Larger draws are made again.", "大于此值则重新抽样。"),
        ],
        oneOf: kinds.map(\.field)
    )

    /// One kind of distribution: how it is written, and how it is read.
    private struct Kind: Sendable {
        let field: Field
        let read: @Sendable (Checked) -> UncertainNumber.Kind

        init(
            _ name: String,
            _ shape: Shape,
            _ english: String,
            _ chinese: String,
            read: @escaping @Sendable (Checked) -> UncertainNumber.Kind
        ) {
            field = .required(name, shape, english, chinese)
            self.read = read
        }

        init(
            _ name: String,
            _ parameters: [Field],
            _ english: String,
            _ chinese: String,
            read: @escaping @Sendable (Checked) -> UncertainNumber.Kind
        ) {
            self.init(name, .object(parameters), english, chinese, read: read)
        }
    }

    /// Reads a sound object of `shape`.
    static func number(_ checked: Checked) -> UncertainNumber {
        let (name, value) = checked.alternative()
        guard let kind = kinds.first(where: { $0.field.key == name }) else {
            preconditionFailure("A sound distribution is of a known kind.")
        }
        return UncertainNumber(
            kind.read(value),
            atLeast: checked.optional("atLeast")?.number(),
            atMost: checked.optional("atMost")?.number()
        )
    }

    private static let kinds: [Kind] = [
        Kind("constant", anywhere, "Always the same value.", "固定值。") {
            .constant($0.number())
        },
        Kind("uniform", [low, high], "Every number between two ends alike.", "均匀分布。") {
            .uniform(low: $0.number("low"), high: $0.number("high"))
        },
        Kind("exponential", [mean(positive)], "Waiting without memory.", "指数分布。") {
            .exponential(mean: $0.number("mean"))
        },
        Kind("normal", [mean(anywhere), standardDeviation], "The bell curve.", "正态分布。") {
            .normal(mean: $0.number("mean"), standardDeviation: $0.number("standardDeviation"))
        },
        Kind("lognormal", [median, sigma], "Its logarithm is normal.", "对数正态分布。") {
            .lognormal(median: $0.number("median"), sigma: $0.number("sigma"))
        },
        Kind("weibull", [form("shape"), scale], "Wear and failure.", "威布尔分布。") {
            .weibull(shape: $0.number("shape"), scale: $0.number("scale"))
        },
        Kind("gamma", [form("shape"), scale], "Skewed to the right.", "伽马分布。") {
            .gamma(shape: $0.number("shape"), scale: $0.number("scale"))
        },
        Kind("erlang", [stages, mean(positive)], "Stages one after another.", "爱尔朗分布。") {
            .erlang(stages: $0.count("stages"), mean: $0.number("mean"))
        },
        Kind("triangular", [low, mode, high], "Three points, straight lines.", "三角分布。") {
            .triangular(
                low: $0.number("low"),
                mode: $0.number("mode"),
                high: $0.number("high")
            )
        },
        Kind("pert", [low, mode, high], "Three points, smooth curve.", "PERT 分布。") {
            .pert(low: $0.number("low"), mode: $0.number("mode"), high: $0.number("high"))
        },
        Kind("beta", [form("alpha"), form("beta")], "A share from 0 to 1.", "贝塔分布。") {
            .beta(alpha: $0.number("alpha"), beta: $0.number("beta"))
        },
        Kind("poisson", [mean(.number(.between(0, 1e6)))], "A count of occurrences.", "泊松分布。") {
            .poisson(mean: $0.number("mean"))
        },
        Kind("binomial", [trials, probability], "Successes in so many trials.", "二项分布。") {
            .binomial(trials: $0.count("trials"), probability: $0.number("probability"))
        },
        Kind("geometric", [rarity], "Failures before a success.", "几何分布：首次成功前的失败次数。") {
            .geometric(probability: $0.number("probability"))
        },
        Kind("bernoulli", [probability], "1 with a probability, or 0.", "伯努利分布：取 1 或 0。") {
            .bernoulli(probability: $0.number("probability"))
        },
        Kind("discrete", [values, weights], "Values drawn by weight.", "按权重从取值中抽取。") {
            .discrete(
                values: $0.list("values").map { $0.number() },
                weights: $0.list("weights").map { $0.number() }
            )
        },
        Kind("empirical", [values], "Observed values and all between.", "经验分布：观测值之间线性插值。") {
            .empirical(values: $0.list("values").map { $0.number() })
        },
    ]
}

/// The parameters of distributions.
///
/// Bounds keep away what would take forever to draw or would not fit a number.
extension DistributionShape {
    /// Largest magnitude of a parameter -- constant.
    private static let large = 1e16

    private static let anywhere = Shape.number(.between(-large, large))

    private static let positive = Shape.number(.above(0).upTo(large))

    private static let low = Field.required("low", anywhere, "Lower end.", "下限。")

    private static let mode = Field.required("mode", anywhere, "Likeliest value.", "最可能值。")

    private static let high = Field.required("high", anywhere, "Upper end.", "上限。")

    private static let median = Field.required("median", positive, "Median.", "中位数。")

    private static let scale = Field.required("scale", positive, "Scale.", "尺度参数。")

    private static let sigma = Field.required(
        "sigma",
        .number(.between(0, 10)),
        "Standard deviation of the logarithm.",
        "对数的标准差。"
    )

    private static let standardDeviation = Field.required(
        "standardDeviation",
        .number(.between(0, large)),
        "Standard deviation.",
        "标准差。"
    )

    private static let stages = Field.required(
        "stages",
        .whole(.between(1, 1000)),
        "Number of stages.",
        "阶段数。"
    )

    private static let trials = Field.required(
        "trials",
        .whole(.between(0, 1e6)),
        "Number of trials.",
        "试验次数。"
    )

    private static let probability = Field.required(
        "probability",
        .probability,
        "Probability of success.",
        "成功概率。"
    )

    private static let rarity = Field.required(
        "probability",
        .number(.between(1e-6, 1)),
        "Probability of success.",
        "成功概率。"
    )

    private static let values = Field.required(
        "values",
        .list(of: anywhere, count: CountRange(atLeast: 1, atMost: 100_000)),
        "Values that may be drawn.",
        "可能的取值。"
    )

    private static let weights = Field.required(
        "weights",
        .list(of: .number(.between(0, 1e9)), count: CountRange(atLeast: 1, atMost: 100_000)),
        "Weights, one for each value.",
        "权重，与取值一一对应。"
    )

    private static func mean(_ shape: Shape) -> Field {
        .required("mean", shape, "Mean.", "均值。")
    }

    private static func form(_ key: String) -> Field {
        .required(key, .number(.between(0.01, 10_000)), "Parameter of form.", "形状参数。")
    }
}
