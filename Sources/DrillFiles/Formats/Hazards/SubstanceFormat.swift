import EventKernel
import GroundTruth

/// How poisonous gases stand in scenario files.
enum SubstanceFormat {
    /// Shape of a substance.
    static let shape = Shape.object(
        [
            .id(.substance), .title,
            .required(
                "molarGrams",
                .number(.between(1, 1000), isWhole: false),
                "Molar mass.",
                "摩尔质量。"
            ),
            .required(
                "probit",
                .object([
                    .required(
                        "a",
                        .number(.between(-100, 100), isWhole: false),
                        "Constant a.",
                        "常数 a。"
                    ),
                    .required(
                        "b",
                        .number(.above(0).upTo(100), isWhole: false),
                        "Slope b.",
                        "系数 b。"
                    ),
                    .required(
                        "n",
                        .number(.between(0.1, 10), isWhole: false),
                        "Exponent of the concentration.",
                        "浓度指数 n。"
                    ),
                    .required(
                        "unit",
                        .choice([
                            Choice("ppm", "parts per million", "体积百万分比"),
                            Choice(
                                "milligramsPerCubicMeter",
                                "milligrams per cubic metre",
                                "毫克每立方米"
                            ),
                        ]),
                        "Unit of the concentration; time is in minutes.",
                        "浓度单位；时间以分钟计。"
                    ),
                ]),
                "Probit of death, Y = a + b ln(Cⁿt).",
                "致死概率函数 Y = a + b ln(Cⁿt)。"
            ),
            .optional("guidelines", guidelines, "Guideline concentrations.", "浓度限值。"),
        ] + shares.fields
    )

    private static let levels = Shape.list(
        of: .positive(upTo: 1e6),
        count: CountRange(atLeast: 1, atMost: 20)
    )

    private static let guidelines = Shape.object([
        .required("minutes", levels, "Times, ascending.", "时间，由短到长。"),
        .required("level1Ppm", levels, "Notable discomfort, AEGL-1 or ERPG-1.", "1级限值。"),
        .required("level2Ppm", levels, "Lasting harm, AEGL-2 or ERPG-2.", "2级限值。"),
        .required("level3Ppm", levels, "Danger of life, AEGL-3 or ERPG-3.", "3级限值。"),
    ])

    private static var shares: ParameterTable<SubstanceDefinition> {
        let make = ParameterMaker(usual: SubstanceDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.share(
                    "seriousShare",
                    \.seriousShare,
                    Origin.assumption,
                    "Share of the deadly concentration at which a person is seriously hurt.",
                    "致重伤浓度与致死浓度之比。"
                ),
                make.share(
                    "moderateShare",
                    \.moderateShare,
                    Origin.assumption,
                    "Share at which a person needs a hospital.",
                    "需住院浓度与致死浓度之比。"
                ),
                make.share(
                    "slightShare",
                    \.slightShare,
                    Origin.assumption,
                    "Share at which a person is slightly hurt.",
                    "致轻伤浓度与致死浓度之比。"
                ),
            ]
        )
    }

    /// Reads a substance.
    static func definition(_ value: Checked) -> SubstanceDefinition {
        var definition = shares.read(value)
        definition.molarGrams = value.number("molarGrams")
        let probit = value.value("probit")
        definition.probitA = probit.number("a")
        definition.probitB = probit.number("b")
        definition.exponent = probit.number("n")
        let ppm = SubstanceDefinition.partPerMillion(molarGrams: definition.molarGrams)
        definition.unit = probit.text("unit") == "ppm" ? ppm : 1e-6
        guard let guidelines = value.optional("guidelines") else { return definition }
        definition.guidelineMinutes = guidelines.list("minutes").map { $0.number() }
        definition.guidelines = ["level1Ppm", "level2Ppm", "level3Ppm"].flatMap { key in
            guidelines.list(key).map { $0.number() * ppm }
        }
        return definition
    }
}
