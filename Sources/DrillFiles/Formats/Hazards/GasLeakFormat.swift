import EventKernel
import GroundTruth

/// How leaks of gas that burns stand in scenario files.
enum GasLeakFormat {
    /// The sort of hazard.
    static let entry = HazardFormat.Entry(
        field: .required(
            "gasLeak",
            .object(ownFields + table.fields),
            "Gas that gathers in a space until it is lit, or shut off after a survey.",
            "燃气泄漏积聚：被点燃则爆炸，侦检后可关阀断气。"
        )
    ) { value, _ in
        var definition = table.read(value)
        definition.gas = gases.first { $0.name == value.text("gas") }?.gas ?? .naturalGas
        definition.kilogramsPerSecond = value.uncertain("kilogramsPerSecond").drawn()
        definition.cubicMeters = value.number("cubicMeters")
        return .gasLeak(definition)
    }

    private static let gases: [(name: String, gas: FuelGas)] = [
        ("naturalGas", .naturalGas), ("liquefiedPetroleumGas", .liquefiedPetroleumGas),
        ("hydrogen", .hydrogen),
    ]

    private static let ownFields: [Field] = [
        .optional(
            "gas",
            .choice([
                Choice("naturalGas", "as methane, 5–15 % of the air", "天然气（按甲烷，5%–15%）"),
                Choice("liquefiedPetroleumGas", "as propane, 2.1–9.5 %", "液化石油气（按丙烷，2.1%–9.5%）"),
                Choice("hydrogen", "4–75 %", "氢气（4%–75%）"),
            ]),
            otherwise: #""naturalGas""#,
            "What leaks, with the limits between which it can be lit.",
            "泄漏介质（含爆炸极限）。"
        ),
        .required(
            "kilogramsPerSecond",
            .uncertain(.atLeast(0), isWhole: false),
            "Gas that leaks.",
            "泄漏速率。"
        ),
        .required("cubicMeters", .positive(upTo: 1e8), "Space in which it gathers.", "积聚空间容积。"),
    ]

    private static var table: ParameterTable<GasLeakDefinition> {
        let make = ParameterMaker(usual: GasLeakDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.number(
                    "airChangesPerHour",
                    \.airChangesPerHour,
                    in: .atLeast(0).upTo(1000),
                    Origin.assumption,
                    "Air changes of the space.",
                    "空间换气次数。"
                ),
                make.share(
                    "smellShare",
                    \.smellShare,
                    ("odorised town gas, a fifth", .certain),
                    "Share of the lower limit from which people smell it.",
                    "可闻到臭味时的浓度与爆炸下限之比。"
                ),
                make.number(
                    "ignitionsPerHour",
                    \.ignitionsPerHour,
                    in: .atLeast(0).upTo(3600),
                    Origin.assumption,
                    "Rate at which something lights it while it can be lit.",
                    "处于爆炸极限内时的点火率。"
                ),
                make.share(
                    "efficiency",
                    \.efficiency,
                    ("TNT equivalence, 0.03–0.05", .certain),
                    "Share of the heat that drives the blast.",
                    "TNT 当量系数。"
                ),
                make.time(
                    "shuttingMinutes",
                    \.shutting,
                    unit: 60,
                    Origin.assumption,
                    "From the survey of the site until the gas is shut off.",
                    "现场侦检完成至关阀断气的时间。"
                ),
            ]
        )
    }
}
