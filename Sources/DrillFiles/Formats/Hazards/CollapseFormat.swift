import EventKernel
import GroundTruth

/// How the collapse of a building stands in scenario files.
enum CollapseFormat {
    /// The sort of hazard.
    static let entry = HazardFormat.Entry(
        field: .required(
            "collapse",
            .object(ownFields + table.fields),
            "A building that comes down.",
            "建筑倒塌。"
        )
    ) { value, _ in .collapse(definition(value)) }

    private static let usual = CollapseDefinition()

    private static let ownFields: [Field] = [
        .optional(
            "buildings",
            .number(.atLeast(1).upTo(5000), isWhole: true),
            otherwise: "1",
            "Buildings that come down, the nearest to the position first.",
            "倒塌建筑数量（距位置由近及远）。"
        ),
        .defaulted(
            "stateOfTrapped",
            shares(["dead", "serious", "moderate"], "Share", "比例"),
            to: #"{ "dead": 0.4, "serious": 0.1, "moderate": 0.4 }"#,
            source: "Coburn and Spence, reinforced concrete",
            .likely,
            "How badly the trapped are hurt at once; the rest slightly.",
            "被埋压者倒塌当时的伤情，其余为轻微伤。"
        ),
        .defaulted(
            "burial",
            shares(["surface", "light", "void", "pancake"], "Weight", "权重"),
            to: #"{ "surface": 0.1, "light": 0.2, "void": 0.2, "pancake": 0.5 }"#,
            source: "assumption",
            .assumed,
            "Where the trapped lie: near the surface, under light rubble, in a void, under the pancake.",
            "被埋位置：浅表、轻压、空隙、叠压。"
        ),
    ]

    private static func shares(_ keys: [String], _ english: String, _ chinese: String) -> Shape {
        .object(keys.map { .required($0, .share, english + ".", chinese + "。") })
    }

    private static let hour = 3600.0

    private static var table: ParameterTable<CollapseDefinition> {
        let make = ParameterMaker(usual: usual)
        return ParameterTable(usual: usual, entries: people(make) + work(make) + knowledge(make))
    }

    private static func people(
        _ make: ParameterMaker<CollapseDefinition>
    ) -> [ParameterTable<CollapseDefinition>.Entry] {
        [
            make.share(
                "trappedShare",
                \.trappedShare,
                ("Coburn and Spence, reinforced concrete", .likely),
                "Share of those inside who are trapped.",
                "室内人员被埋压比例。"
            ),
            make.time(
                "voidSurvivalHours",
                \.voidSurvival,
                unit: hour,
                ("Weibull fit to Tangshan 1976", .verified),
                "Life of the trapped anywhere but under the pancake.",
                "叠压以外被埋者存活时间。"
            ),
            make.time(
                "pressedSurvivalHours",
                \.pressedSurvival,
                unit: hour,
                Origin.assumption,
                "Life under the pancake.",
                "叠压处存活时间。"
            ),
        ]
    }

    private static func work(
        _ make: ParameterMaker<CollapseDefinition>
    ) -> [ParameterTable<CollapseDefinition>.Entry] {
        [
            make.number(
                "searchDifficulty",
                \.searchDifficulty,
                in: .between(1, 10_000),
                Origin.assumption,
                "Times as slow to search as open ground.",
                "废墟搜索相对开阔地的难度倍数。"
            ),
            make.time(
                "surfaceWorkHours",
                \.surfaceWork,
                unit: hour,
                Origin.assumption,
                "Work of one squadron to free somebody near the surface.",
                "救出浅表被埋者的作业时间（一支中队）。"
            ),
            make.time(
                "lightWorkHours",
                \.lightWork,
                unit: hour,
                Origin.assumption,
                "The same under light rubble.",
                "救出轻压被埋者的作业时间。"
            ),
            make.time(
                "voidWorkHours",
                \.voidWork,
                unit: hour,
                Origin.assumption,
                "The same from a void.",
                "救出空隙内被埋者的作业时间。"
            ),
            make.time(
                "pancakeWorkHours",
                \.pancakeWork,
                unit: hour,
                Origin.assumption,
                "The same from under the pancake.",
                "救出叠压处被埋者的作业时间。"
            ),
            make.number(
                "heardMeters",
                \.heardMeters,
                in: .atLeast(0).upTo(100_000),
                Origin.assumption,
                "Distance within which people hear or see it and call.",
                "可被周边人员察觉并报警的距离。"
            ),
            make.number(
                "secondCollapsesPerDay",
                \.secondCollapsesPerDay,
                in: .atLeast(0).upTo(100),
                Origin.assumption,
                "Rate at which the rubble moves again.",
                "二次坍塌发生率。"
            ),
            make.share(
                "secondCollapseDeaths",
                \.secondCollapseDeaths,
                Origin.assumption,
                "Share of the living trapped whom that kills.",
                "二次坍塌致被埋幸存者死亡比例。"
            ),
            make.share(
                "watchedShare",
                \.watchedShare,
                Origin.assumption,
                "Share of responders on the rubble who are warned in time.",
                "经监测预警及时撤离的救援人员比例。"
            ),
        ]
    }

    private static func knowledge(
        _ make: ParameterMaker<CollapseDefinition>
    ) -> [ParameterTable<CollapseDefinition>.Entry] {
        [
            make.share(
                "knownShare",
                \.knownShare,
                ("Changsha 2022, 23 of 62", .verified),
                "Share of the trapped of whom it is certain from the start that they are inside.",
                "自始确认被埋压的比例。"
            ),
            make.time(
                "missedAfterHours",
                \.missed,
                unit: hour,
                Origin.assumption,
                "Time until one of the others is missed.",
                "其余人员被报失联所需时间。"
            ),
            make.share(
                "missedInVain",
                \.missedInVain,
                Origin.assumption,
                "People missed who never were inside, per person trapped.",
                "误报失联人数与被埋人数之比。"
            ),
            make.time(
                "turnsUpAfterHours",
                \.turnsUp,
                unit: hour,
                ("exponential, 6–24 h", .assumed),
                "Time until such a person turns up.",
                "误报失联者重新取得联系的时间。"
            ),
        ]
    }

    private static func definition(_ value: Checked) -> CollapseDefinition {
        var definition = table.read(value)
        definition.buildings = Int32(value.count("buildings"))
        let state = value.value("stateOfTrapped")
        definition.harm.dead = state.number("dead")
        definition.harm.serious = state.number("serious")
        definition.harm.moderate = state.number("moderate")
        definition.harm.slight = 0
        let burial = value.value("burial")
        definition.burial.surface = burial.number("surface")
        definition.burial.light = burial.number("light")
        definition.burial.void = burial.number("void")
        definition.burial.pancake = burial.number("pancake")
        return definition
    }
}
