import EventKernel
import GroundTruth
import Wording

/// How releases of poisonous gas stand in scenario files.
enum ReleaseFormat {
    /// The sort of hazard.
    static let entry = HazardFormat.Entry(
        field: .required(
            "release",
            .object(ownFields + table.fields),
            "A poisonous gas that gets out.",
            "有毒气体泄漏。"
        )
    ) { value, lists in .release(definition(value, lists.substances)) }

    private static let ownFields: [Field] = [
        .required("substance", .reference(.substance), "What gets out.", "泄漏物质。"),
        .required("outflow", .object([], oneOf: outflows), "How it gets out.", "泄漏方式。"),
        .optional(
            "inventoryKilograms",
            .time,
            "What there is; without it, as much as flows.",
            "存量；不写则不设上限。"
        ),
        .optional(
            "airsAfterwards",
            .flag,
            otherwise: "true",
            "Whether those who have taken shelter open up once the air outdoors is better.",
            "云团过后是否通知开窗通风。"
        ),
    ]

    private static let minutes = Field.required(
        "minutes",
        .time,
        "Time for which it flows, until somebody shuts it off.",
        "持续时间（至切断为止）。"
    )

    private static let hole = Field.required(
        "holeMillimeters",
        .positive(upTo: 10_000),
        "Diameter of the hole.",
        "孔径。"
    )

    private static let outflows: [Field] = [
        .required(
            "steady",
            .object([
                .required(
                    "kilogramsPerSecond",
                    .time,
                    "Flow.",
                    "泄漏速率。"
                ), minutes,
            ]),
            "A flow that is known.",
            "已知速率的连续泄漏。"
        ),
        .required(
            "sudden",
            .object([
                .required(
                    "kilograms",
                    .time,
                    "Mass that becomes gas at once.",
                    "瞬时气化质量。"
                )
            ]),
            "All at once.",
            "瞬时泄漏。"
        ),
        .required(
            "liquidHole",
            .object([
                hole,
                .required(
                    "gaugeKilopascals",
                    .amount(upTo: 1e6),
                    "Pressure above the air's.",
                    "表压。"
                ),
                .optional(
                    "headMeters",
                    .amount(upTo: 1000),
                    otherwise: "0",
                    "Height of the liquid above the hole.",
                    "液位高度。"
                ),
                .required(
                    "densityKilogramsPerCubicMeter",
                    .positive(upTo: 30_000),
                    "Density of the liquid.",
                    "液体密度。"
                ),
                .required("airborneShare", .share, "Share that becomes gas or mist.", "气化及雾化比例。"),
                minutes,
            ]),
            "A liquid through a hole.",
            "液体经孔口泄漏。"
        ),
        .required(
            "gasHole",
            .object([
                hole,
                .required(
                    "absoluteKilopascals",
                    .positive(upTo: 1e6),
                    "Absolute pressure in the vessel.",
                    "容器内绝对压力。"
                ),
                .optional(
                    "temperatureDegreesCelsius",
                    .number(.between(-200, 1000), isWhole: false),
                    otherwise: "25",
                    "Temperature in the vessel.",
                    "容器内温度。"
                ),
                .optional(
                    "heatRatio",
                    .number(.between(1.01, 1.67), isWhole: false),
                    otherwise: "1.3",
                    "Ratio of specific heats.",
                    "比热比。"
                ),
                minutes,
            ]),
            "A gas through a hole.",
            "气体经孔口泄漏。"
        ),
    ]

    private static var table: ParameterTable<ReleaseDefinition> {
        let make = ParameterMaker(usual: ReleaseDefinition())
        let leaks = ("air change rates", Confidence.likely)
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.number(
                    "heightMeters",
                    \.heightMeters,
                    in: .atLeast(0).upTo(1000),
                    Origin.assumption,
                    "Height of the source.",
                    "源高。"
                ),
                make.number(
                    "stepSeconds",
                    \.stepSeconds,
                    in: .between(1, 3600),
                    Origin.assumption,
                    "Step in which the cloud is followed.",
                    "云团计算步长。"
                ),
                make.number(
                    "airChangesPerHour",
                    \.airChangesPerHour,
                    in: .atLeast(0).upTo(100),
                    leaks,
                    "Air changes of a room as people live.",
                    "平常房间换气次数。"
                ),
                make.number(
                    "shutAirChangesPerHour",
                    \.shutAirChangesPerHour,
                    in: .atLeast(0).upTo(100),
                    leaks,
                    "Air changes of a room that is shut.",
                    "门窗关闭后的换气次数。"
                ),
                make.number(
                    "airedAirChangesPerHour",
                    \.airedAirChangesPerHour,
                    in: .atLeast(0).upTo(100),
                    leaks,
                    "Air changes of a room with its windows open.",
                    "开窗通风换气次数。"
                ),
                make.number(
                    "goingInMinutes",
                    \.goingInSeconds,
                    in: .atLeast(0).upTo(1e5),
                    unit: 60,
                    Origin.assumption,
                    "Time after which people outdoors go in.",
                    "室外人员进入室内所需时间。"
                ),
            ]
        )
    }

    static func definition(
        _ value: Checked,
        _ substances: [SubstanceDefinition]
    ) -> ReleaseDefinition {
        var definition = table.read(value)
        let substance = value.reference("substance")
        if substances.indices.contains(substance) {
            definition.substance = substances[substance]
        }
        definition.airsAfterwards = value.flag("airsAfterwards")
        if let inventory = value.optional("inventoryKilograms") {
            definition.inventory = inventory.uncertain().drawn()
        }
        let (key, outflow) = value.value("outflow").alternative()
        if key == "sudden" {
            definition.sudden = outflow.uncertain("kilograms").drawn()
            return definition
        }
        definition.flow = outflow.uncertain("minutes").drawn(times: 60)
        definition.kilogramsPerSecond = flow(key, outflow, definition.substance)
        return definition
    }

    private static func flow(
        _ key: String,
        _ outflow: Checked,
        _ substance: SubstanceDefinition
    ) -> EventKernel.Distribution {
        switch key {
        case "liquidHole":
            let flow = SourceTerm.liquid(
                holeMeters: outflow.number("holeMillimeters") / 1000,
                gaugePascals: outflow.number("gaugeKilopascals") * 1000,
                headMeters: outflow.number("headMeters"),
                density: outflow.number("densityKilogramsPerCubicMeter")
            )
            return .constant(flow * outflow.number("airborneShare"))
        case "gasHole":
            return .constant(
                SourceTerm.gas(
                    holeMeters: outflow.number("holeMillimeters") / 1000,
                    pascals: outflow.number("absoluteKilopascals") * 1000,
                    kelvins: outflow.number("temperatureDegreesCelsius") + 273.15,
                    molarGrams: substance.molarGrams,
                    heatRatio: outflow.number("heatRatio")
                )
            )
        default: return outflow.uncertain("kilogramsPerSecond").drawn()
        }
    }
}
