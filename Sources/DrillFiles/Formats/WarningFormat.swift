import EventKernel
import GroundTruth

/// How warnings and leaving stand in scenario files.
enum WarningFormat {
    /// Shape of the parameters of warning.
    static var warning: Shape {
        .object(
            table.fields + [
                .optional(
                    "weibullDiffusion",
                    weibull,
                    "Another law by which a warning spreads: 1 − e^(−a tᵇ), t in minutes.",
                    "预警扩散改用威布尔曲线 1 − e^(−a tᵇ)（t 以分钟计）。"
                ),
                .optional(
                    "logisticMobilization",
                    logistic,
                    "Another law by which the warned set out: 1/(1 + e^(−k (t − t₅₀))), t in minutes.",
                    "撤离动员改用逻辑斯蒂曲线 1/(1 + e^(−k (t − t₅₀)))（t 以分钟计）。"
                ),
            ]
        )
    }

    private static let weibull = Shape.object([
        .required("scale", .positive(upTo: 1e6), "The a of the law.", "尺度参数 a。"),
        .required("shape", .positive(upTo: 100), "The b of the law.", "形状参数 b。"),
    ])

    private static let logistic = Shape.object([
        .required("halfMinutes", .amount(upTo: 1e6), "When half have set out.", "半数人员动身的时间。"),
        .required("steepnessPerMinute", .positive(upTo: 1e3), "The k of the law.", "陡度 k。"),
    ])

    /// Reads the parameters of warning.
    static func definition(_ value: Checked) -> WarningDefinition {
        var definition = table.read(value)
        definition.weibull = value.optional("weibullDiffusion").map { law in
            var weibull = WeibullDiffusion()
            weibull.scale = law.number("scale")
            weibull.shape = law.number("shape")
            return weibull
        }
        definition.logistic = value.optional("logisticMobilization").map { law in
            var logistic = LogisticMobilization()
            logistic.halfMinutes = law.number("halfMinutes")
            logistic.steepnessPerMinute = law.number("steepnessPerMinute")
            return logistic
        }
        return definition
    }

    private static var table: ParameterTable<WarningDefinition> {
        let make = ParameterMaker(usual: WarningDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.number(
                    "broadcastPerMinute",
                    \.broadcastPerMinute,
                    in: .above(0).upTo(1e6),
                    Origin.rogers,
                    "Rate at which the channel reaches people.",
                    "渠道直接传播速率。"
                ),
                make.number(
                    "contagionPerMinute",
                    \.contagionPerMinute,
                    Origin.rogers,
                    "Rate at which the warned tell others.",
                    "人际传播速率。"
                ),
                make.number(
                    "mobilizationMinutes",
                    \.mobilizationMinutes,
                    in: .above(0).upTo(1e6),
                    ("Rayleigh, imminent chemical accident", .assumed),
                    "Scale of the law of leaving.",
                    "撤离动员时间尺度（瑞利分布）。"
                ),
                make.share(
                    "complyingShare",
                    \.complyingShare,
                    ("5–20 % never mobilise", .verified),
                    "Share of the warned who leave.",
                    "接警后撤离的比例。"
                ),
                make.number(
                    "leavingMinutes",
                    \.leavingSeconds,
                    unit: 60,
                    Origin.assumption,
                    "Time to walk out of the zone.",
                    "步行离开区域的时间。"
                ),
                make.number(
                    "shuttingMinutes",
                    \.shuttingMinutes,
                    Origin.assumption,
                    "Time to shut doors and windows.",
                    "关闭门窗所需时间。"
                ),
            ]
        )
    }
}
