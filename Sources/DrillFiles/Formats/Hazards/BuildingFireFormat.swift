import EventKernel
import GroundTruth

/// How fires in buildings stand in scenario files.
enum BuildingFireFormat {
    /// The sort of hazard.
    static let entry = HazardFormat.Entry(
        field: .required(
            "buildingFire",
            .object(ownFields + table.fields),
            "A fire in a building, which may go over to others of its zone.",
            "建筑火灾（可向同区域其他建筑蔓延）。"
        )
    ) { value, _ in .buildingFire(definition(value)) }

    private static let growths: [(name: String, growth: FireGrowth)] = [
        ("slow", .slow), ("medium", .medium), ("fast", .fast), ("ultraFast", .ultraFast),
    ]

    private static let ownFields: [Field] = [
        .defaulted(
            "growth",
            .choice([
                Choice("slow", "a megawatt in 10 min", "慢速（约10分钟达到1兆瓦）"),
                Choice("medium", "in 5 min: dwellings, offices", "中速（约5分钟，住宅、办公）"),
                Choice("fast", "in 2.5 min: shops", "快速（约2.5分钟，商铺）"),
                Choice("ultraFast", "in 75 s", "超快速（约75秒）"),
            ]),
            to: #""medium""#,
            source: "NFPA 72 and EN 1991-1-2, dwellings",
            .certain,
            "How fast it grows at first, Q = αt².",
            "初期增长速率（t² 火）。"
        ),
        .optional(
            "spread",
            .choice([
                Choice("hamada", "a front through a town of wood", "木结构连片建筑火灾前锋（Hamada）"),
                Choice("radiation", "by radiation and brands", "热辐射与飞火（砖混、钢混建筑）"),
            ]),
            otherwise: #""hamada""#,
            "By what fire goes from building to building.",
            "建筑间蔓延方式。"
        ),
    ]

    private static var table: ParameterTable<BuildingFireDefinition> {
        let make = ParameterMaker(usual: BuildingFireDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: burning(make) + spreading(make) + attack(make) + people(make)
        )
    }

    private typealias Maker = ParameterMaker<BuildingFireDefinition>
    private typealias Entry = ParameterTable<BuildingFireDefinition>.Entry

    private static func burning(_ make: Maker) -> [Entry] {
        [
            make.number(
                "floorSquareMeters",
                \.floorSquareMeters,
                in: .atLeast(1).upTo(1e6),
                Origin.assumption,
                "Floor of a building that can burn, all storeys together.",
                "单栋建筑可燃烧的建筑面积（各层合计）。"
            ),
            make.number(
                "kilowattsPerSquareMeter",
                \.kilowattsPerSquareMeter,
                in: .atLeast(1).upTo(1e5),
                ("EN 1991-1-2, dwellings", .likely),
                "Heat release of floor in full fire.",
                "充分发展阶段单位面积热释放速率。"
            ),
            make.number(
                "megajoulesPerSquareMeter",
                \.megajoulesPerSquareMeter,
                in: .atLeast(1).upTo(1e6),
                ("EN 1991-1-2, dwellings, mean", .likely),
                "Heat of what stands on the floor.",
                "火灾荷载密度。"
            ),
        ]
    }

    private static func spreading(_ make: Maker) -> [Entry] {
        [
            make.number(
                "sideMeters",
                \.sideMeters,
                in: .atLeast(1).upTo(1000),
                Origin.assumption,
                "Side of a building; gaps follow from it, the number of buildings and the zone's area.",
                "建筑边长（间距由边长、栋数和区域面积推算）。"
            ),
            make.share(
                "resistantShare",
                \.resistantShare,
                Origin.assumption,
                "Share of buildings that resist fire.",
                "耐火建筑比例。"
            ),
            make.share(
                "radiatedShare",
                \.radiatedShare,
                ("point source, 0.15–0.4", .certain),
                "Share of the heat that is radiated.",
                "热辐射比例。"
            ),
            make.number(
                "ignitionKilowattsPerSquareMeter",
                \.ignitionKilowattsPerSquareMeter,
                in: .above(0).upTo(1000),
                ("piloted ignition of wood", .certain),
                "Heat flux that lights what is behind a window.",
                "引燃临界热辐射强度。"
            ),
            make.number(
                "ignitionMinutes",
                \.ignitionMinutes,
                in: .above(0).upTo(1e4),
                Origin.assumption,
                "Time for which it must last.",
                "达到临界强度后引燃所需时间。"
            ),
            make.number(
                "brandsPerHour",
                \.brandsPerHour,
                in: .atLeast(0).upTo(1000),
                Origin.assumption,
                "Houses that the brands of one light in an hour, close by and downwind in 10 m/s.",
                "单栋建筑飞火每小时引燃下风向近处建筑数（风速10米/秒）。"
            ),
            make.number(
                "brandMeters",
                \.brandMeters,
                in: .atLeast(1).upTo(1e4),
                Origin.assumption,
                "Distance over which that falls to a third.",
                "飞火引燃能力衰减至约三分之一的距离。"
            ),
        ]
    }

    private static func attack(_ make: Maker) -> [Entry] {
        [
            make.number(
                "litersPerMinutePerSquareMeter",
                \.litersPerMinutePerSquareMeter,
                in: .above(0).upTo(1000),
                ("National Fire Academy", .certain),
                "Water for floor that burns.",
                "单位燃烧面积灭火用水量。"
            ),
            make.number(
                "knockdownMinutes",
                \.knockdownMinutes,
                in: .above(0).upTo(1e4),
                Origin.assumption,
                "Time of that flow after which a house is out.",
                "以该流量扑灭一栋建筑所需时间。"
            ),
            make.number(
                "curtainLitersPerMinute",
                \.curtainLitersPerMinute,
                in: .above(0).upTo(1e6),
                Origin.assumption,
                "Water that keeps a house from being lit.",
                "保护一栋毗邻建筑所需水量。"
            ),
            make.number(
                "crewInjuriesPerHouse",
                \.crewInjuriesPerHouse,
                in: .between(0, 1),
                ("USFA and NFPA, United States 2015–2017", .certain),
                "Members of crews hurt for each house put out.",
                "每扑灭一栋建筑的救援人员受伤人数。"
            ),
        ]
    }

    private static func people(_ make: Maker) -> [Entry] {
        [
            make.time(
                "noticeMinutes",
                \.notice,
                unit: 60,
                Origin.assumption,
                "From the fire in the house to a person's noticing.",
                "本栋起火至人员察觉的时间。"
            ),
            make.number(
                "neighboursNoticeFactor",
                \.neighboursNoticeFactor,
                in: .atLeast(1).upTo(1000),
                Origin.assumption,
                "Times as long after the first house until those in others notice.",
                "其他建筑内人员察觉时间倍数（自首栋起火）。"
            ),
            make.time(
                "escapeMinutes",
                \.escape,
                unit: 60,
                Origin.assumption,
                "From noticing to being out; longer for groups that take longer.",
                "察觉至疏散到室外的时间（特殊人群按倍数延长）。"
            ),
            make.share(
                "smokeShare",
                \.smokeShare,
                Origin.assumption,
                "Share of the people in a house whom its smoke reaches.",
                "受烟气影响的室内人员比例。"
            ),
            make.share(
                "carbonMonoxideYield",
                \.carbonMonoxideYield,
                ("0.01 with much air, 0.2 with little", .likely),
                "Carbon monoxide from what burns, per mass.",
                "一氧化碳产率。"
            ),
            make.number(
                "smokeChangesPerHour",
                \.smokeChangesPerHour,
                in: .atLeast(0).upTo(1000),
                Origin.assumption,
                "Air changes of a burning house.",
                "起火建筑换气次数。"
            ),
            make.number(
                "storeyMeters",
                \.storeyMeters,
                in: .atLeast(1).upTo(100),
                Origin.assumption,
                "Height of a storey, which smoke fills.",
                "层高。"
            ),
        ]
    }

    private static func definition(_ value: Checked) -> BuildingFireDefinition {
        var definition = table.read(value)
        let name = value.text("growth")
        definition.growth = growths.first { $0.name == name }?.growth ?? .medium
        definition.spread = value.text("spread") == "radiation" ? .radiation : .hamada
        return definition
    }
}
