import EventKernel
import GroundTruth

/// How fireballs and exploding clouds of gas stand in scenario files.
enum FireballFormat {
    /// A vessel that bursts and burns as a fireball.
    static let entry = HazardFormat.Entry(
        field: .required(
            "fireball",
            .object(
                [
                    .required(
                        "kilograms",
                        .uncertain(.atLeast(0), isWhole: false),
                        "Mass that burns.",
                        "参与燃烧的质量。"
                    )
                ] + table.fields
            ),
            "A vessel that bursts and burns as a fireball.",
            "容器爆裂形成火球（BLEVE）。"
        )
    ) { value, _ in
        var definition = table.read(value)
        definition.kilograms = value.uncertain("kilograms").drawn()
        return .fireball(definition)
    }

    private static var table: ParameterTable<FireballDefinition> {
        let make = ParameterMaker(usual: FireballDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.number(
                    "heatMegajoulesPerKilogram",
                    \.heatMegajoulesPerKilogram,
                    in: .above(0).upTo(1000),
                    ("propane", .certain),
                    "Heat of combustion.",
                    "燃烧热。"
                ),
                make.share(
                    "radiatedShare",
                    \.radiatedShare,
                    ("CCPS, 0.3–0.4", .certain),
                    "Share of the heat that is radiated.",
                    "热辐射比例。"
                ),
                make.number(
                    "coverSeconds",
                    \.coverSeconds,
                    in: .atLeast(0).upTo(1e4),
                    Origin.assumption,
                    "Time after which people in the open have found cover.",
                    "室外人员找到遮蔽所需时间。"
                ),
            ]
        )
    }

    /// A cloud of burning gas that explodes, as its TNT equivalent η m Hc / 4.52 MJ/kg.
    static let cloud = HazardFormat.Entry(
        field: .required(
            "vapourCloud",
            .object([
                .required(
                    "kilograms",
                    .uncertain(.atLeast(0), isWhole: false),
                    "Gas in the cloud when it is lit.",
                    "点燃时云团中的燃气质量。"
                ),
                .defaulted(
                    "heatMegajoulesPerKilogram",
                    .positive(upTo: 1000),
                    to: "50",
                    source: "natural gas",
                    .certain,
                    "Heat of combustion.",
                    "燃烧热。"
                ),
                .defaulted(
                    "efficiency",
                    .share,
                    to: "0.04",
                    source: "TNT equivalence, 0.03–0.05",
                    .certain,
                    "Share of the heat that drives the blast.",
                    "TNT 当量系数。"
                ),
            ]),
            "A cloud of burning gas that explodes.",
            "可燃气云爆炸（燃气泄漏）。"
        )
    ) { value, _ in
        let factor = ExplosiveEquivalent.kilograms(
            of: 1,
            megajoulesPerKilogram: value.number("heatMegajoulesPerKilogram"),
            efficiency: value.number("efficiency")
        )
        var definition = ExplosionDefinition()
        definition.trinitrotolueneKilograms = value.uncertain("kilograms").drawn(times: factor)
        return .explosion(definition)
    }
}
