import EventKernel
import GroundTruth
import Vocabulary

/// How workings of coal mines whose fan fails stand in scenario files.
enum MineGasFormat {
    /// The sort of hazard.
    static let entry = HazardFormat.Entry(
        field: .required(
            "mineGas",
            .object(ownFields + table.fields),
            "Firedamp in a working of a coal mine whose fan fails: it gathers, explodes, and its afterdamp goes with the air.",
            "煤矿采掘工作面停风：瓦斯积聚、爆炸，有毒气体随风流蔓延。"
        )
    ) { value, _ in
        var definition = table.read(value)
        definition.methaneCubicMetersPerMinute =
            value.uncertain("methaneCubicMetersPerMinute").drawn()
        definition.airCubicMetersPerMinute = value.number("airCubicMetersPerMinute")
        definition.returnCubicMetersPerMinute = value.number("returnCubicMetersPerMinute")
        definition.workingCubicMeters = value.number("workingCubicMeters")
        definition.exitMeters = value.number("exitMeters")
        definition.roadways = value.list("roadways").map(roadway)
        definition.burns = burns(value.value("burns"))
        return .mineGas(definition)
    }

    private static func roadway(_ value: Checked) -> RoadwayDefinition {
        var roadway = RoadwayDefinition()
        roadway.zone = ZoneID(value.reference("zone"))
        roadway.lengthMeters = value.number("lengthMeters")
        roadway.isIntake = value.flag("intake")
        roadway.exitMeters = value.number("exitMeters")
        roadway.refugePlaces = Int32(value.number("refugePlaces"))
        return roadway
    }

    private static func burns(_ value: Checked) -> HarmShares {
        HarmShares(
            slight: value.number("slight"),
            moderate: value.number("moderate"),
            serious: value.number("serious"),
            dead: value.number("dead")
        )
    }

    // MARK: Keys of its own

    private static let ownFields: [Field] = [
        .required(
            "methaneCubicMetersPerMinute",
            .uncertain(.atLeast(0), isWhole: false),
            "Methane that the working gives off.",
            "绝对瓦斯涌出量。"
        ),
        .required(
            "airCubicMetersPerMinute",
            .positive(upTo: 1e5),
            "Fresh air that its fan brings in good order.",
            "工作面正常风量。"
        ),
        .required(
            "returnCubicMetersPerMinute",
            .positive(upTo: 1e6),
            "Air in the roadway past its mouth, its own included.",
            "回风巷正常风量（含本工作面）。"
        ),
        .required("workingCubicMeters", .positive(upTo: 1e6), "Space of the working.", "停风区空间容积。"),
        .required(
            "exitMeters",
            .amount(upTo: 1e5),
            "Way from the working to fresh air.",
            "工作面至新鲜风流的撤离距离。"
        ),
        .optional(
            "roadways",
            .list(of: roadwayShape),
            "Roadways with people, along the air from its mouth; those on the intake apart.",
            "沿风流方向有人员的巷道（进风侧另标）。"
        ),
        .defaulted(
            "burns",
            burnsShape,
            to: #"{ "dead": 0.4, "serious": 0.4, "moderate": 0.15, "slight": 0.05 }"#,
            source: "assumption",
            .assumed,
            "State of those whom the flame reaches; the rest is unhurt.",
            "火焰波及人员的伤情比例（其余未伤）。"
        ),
    ]

    private static let roadwayShape = Shape.object([
        .required("zone", .reference(.zone), "Zone of those who are there.", "人员所在区域。"),
        .required("lengthMeters", .positive(upTo: 1e5), "Length.", "长度。"),
        .optional(
            "intake",
            .flag,
            otherwise: "false",
            "Whether it lies upstream, where no afterdamp comes.",
            "是否位于进风侧（有毒气体不到）。"
        ),
        .required(
            "exitMeters",
            .amount(upTo: 1e5),
            "Way from its middle to fresh air.",
            "至新鲜风流的撤离距离。"
        ),
        .optional(
            "refugePlaces",
            .number(.atLeast(0).upTo(10_000), isWhole: true),
            otherwise: "0",
            "People for whom its refuge chamber has room.",
            "避难硐室额定避险人数。"
        ),
    ])

    private static let burnsShape = Shape.object([
        .required("dead", .share, "Dead.", "死亡。"),
        .required("serious", .share, "Seriously hurt.", "重伤。"),
        .required("moderate", .share, "Moderately hurt.", "中度伤。"),
        .required("slight", .share, "Slightly hurt.", "轻伤。"),
    ])

    // MARK: Parameters of the model

    private typealias Entry = ParameterTable<MineGasDefinition>.Entry
    private typealias Maker = ParameterMaker<MineGasDefinition>

    private static var table: ParameterTable<MineGasDefinition> {
        let make = Maker(usual: MineGasDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: airing(make) + monitoring(make) + exploding(make) + afterdamp(make)
                + people(make)
        )
    }

    private static let regulations = (
        "Safety Regulations for Coal Mines 2022", Confidence.verified
    )
    private static let percent = 0.01

    private static func airing(_ make: Maker) -> [Entry] {
        [
            make.number(
                "crossSectionSquareMeters",
                \.crossSectionSquareMeters,
                in: .above(0).upTo(1000),
                Origin.assumption,
                "Cross-section of the working and the roadways.",
                "巷道断面。"
            ),
            make.share(
                "airLeftShare",
                \.airLeftShare,
                Origin.assumption,
                "Share of the working's air that is left when the fan fails.",
                "停风时工作面残余风量比例。"
            ),
            make.time(
                "repairMinutes",
                \.repair,
                unit: 60,
                Origin.assumption,
                "Until the mine's own fitters have the fan running, unless it explodes before.",
                "矿方自行恢复局部通风机的时间（爆炸前）。"
            ),
            make.time(
                "restoringMinutes",
                \.restoring,
                unit: 60,
                Origin.assumption,
                "From the reconnaissance of the site, or the latest explosion, until the air is restored.",
                "灾区侦察完成（或最近一次爆炸）至恢复通风的时间。"
            ),
            make.share(
                "brokenAirShare",
                \.brokenAirShare,
                Origin.assumption,
                "Share of the working's air that is left after an explosion.",
                "爆炸后工作面残余风量比例。"
            ),
            make.share(
                "brokenReturnShare",
                \.brokenReturnShare,
                Origin.assumption,
                "Share of the air of the return that is left after an explosion.",
                "爆炸后回风巷残余风量比例。"
            ),
        ]
    }

    private static func monitoring(_ make: Maker) -> [Entry] {
        [
            make.share(
                "monitoringShare",
                \.monitoringShare,
                Origin.assumption,
                "Chance that the sensors measure rightly and cut the power.",
                "监控系统有效（报警、断电正常）的概率。"
            ),
            make.number(
                "alarmPercent",
                \.alarmShare,
                in: .between(0, 100),
                unit: percent,
                regulations,
                "Methane at which the sensors alarm.",
                "甲烷报警浓度。"
            ),
            make.number(
                "cutOffPercent",
                \.cutOffShare,
                in: .between(0, 100),
                unit: percent,
                regulations,
                "Methane at which the power is cut and people must leave.",
                "甲烷断电、撤人浓度。"
            ),
            make.share(
                "withdrawingShare",
                \.withdrawingShare,
                Origin.assumption,
                "Share of the miners of the working who then leave without being told.",
                "达到断电浓度后现场自行撤出人员的比例。"
            ),
            make.number(
                "ignitionsPerHour",
                \.ignitionsPerHour,
                in: .atLeast(0).upTo(3600),
                Origin.assumption,
                "Rate at which something lights the gas while it can be lit.",
                "处于爆炸界限内时的点火率。"
            ),
            make.share(
                "ignitionsWithoutPower",
                \.ignitionsWithoutPower,
                Origin.assumption,
                "Share of that rate that is left once the power is cut.",
                "断电后剩余点火率比例。"
            ),
        ]
    }

    private static func exploding(_ make: Maker) -> [Entry] {
        [
            make.share(
                "efficiency",
                \.efficiency,
                Origin.assumption,
                "Share of the heat that drives the wave.",
                "转化为冲击波的能量比例。"
            ),
            make.number(
                "flameFactor",
                \.flameFactor,
                in: .atLeast(1).upTo(100),
                ("textbooks, 3–6", .likely),
                "Length of the flame against that of the gas.",
                "火焰区长度与瓦斯积聚区长度之比。"
            ),
            make.share(
                "blockedShare",
                \.blockedShare,
                Origin.assumption,
                "Chance for each roadway that a fall blocks its way out.",
                "各巷道因冒顶堵塞退路的概率。"
            ),
            make.time(
                "clearingHours",
                \.clearing,
                unit: 3600,
                Origin.assumption,
                "Work to bring somebody out from behind a fall, for one team.",
                "清堵救出一人所需队·时。"
            ),
            make.share(
                "fireShare",
                \.fireShare,
                Origin.assumption,
                "Chance that something goes on burning after an explosion.",
                "爆炸后残留火源的概率。"
            ),
            make.number(
                "fireIgnitionsPerHour",
                \.fireIgnitionsPerHour,
                in: .atLeast(0).upTo(3600),
                Origin.assumption,
                "Rate at which such a fire lights gas that can be lit.",
                "残留火源的点火率。"
            ),
        ]
    }

    private static func afterdamp(_ make: Maker) -> [Entry] {
        [
            make.uncertainShare(
                "carbonMonoxideYield",
                \.carbonMonoxideYield,
                ("textbooks, 2–4 % of the afterdamp", .likely),
                "Carbon monoxide for each volume of methane burnt.",
                "单位体积甲烷燃烧生成的一氧化碳。"
            ),
            make.share(
                "expelledShare",
                \.expelledShare,
                Origin.assumption,
                "Share of the afterdamp that the explosion drives out of the working.",
                "爆炸冲出工作面的有毒气体比例。"
            ),
        ]
    }

    private static func people(_ make: Maker) -> [Entry] {
        [
            make.share(
                "selfRescuerShare",
                \.selfRescuerShare,
                Origin.assumption,
                "Share of the miners who have a self-rescuer on in time.",
                "及时佩用自救器的比例。"
            ),
            make.number(
                "selfRescuerMinutes",
                \.selfRescuerSeconds,
                in: .atLeast(0).upTo(1e4),
                unit: 60,
                ("rated time of at least 30 min", .verified),
                "Time for which it protects.",
                "自救器额定防护时间。"
            ),
            make.number(
                "walkMetersPerMinute",
                \.walkMetersPerMinute,
                in: .above(0).upTo(1000),
                Origin.assumption,
                "Speed of walking in clear air.",
                "正常撤离步速。"
            ),
            make.number(
                "smokeMetersPerMinute",
                \.smokeMetersPerMinute,
                in: .above(0).upTo(1000),
                Origin.assumption,
                "Speed of walking after an explosion.",
                "爆炸后撤离步速。"
            ),
            make.number(
                "refugeHours",
                \.refugeSeconds,
                in: .atLeast(0).upTo(1e4),
                unit: 3600,
                ("at least 96 h", .verified),
                "Time for which a refuge chamber keeps people alive.",
                "避难硐室额定防护时间。"
            ),
            make.number(
                "crewsOutPercent",
                \.crewsOutShare,
                in: .between(0, 100),
                unit: percent,
                ("rescue practice, 2 % and rising", .likely),
                "Methane at which crews come out who measure it.",
                "救援人员撤出的甲烷浓度。"
            ),
        ]
    }
}
