import EventKernel
import GroundTruth

/// How the parameters of harm, care and work stand in scenario files.
///
/// Every key may be left out; the defaults are the model's own.
enum ParameterFormat {
    private static let minute = 60.0
    private static let hour = 3600.0

    /// Parameters of harm but for the shares by severity.
    static var harm: ParameterTable<HarmDefinition> {
        let make = ParameterMaker(usual: HarmDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.share(
                    "facingWindows",
                    \.facingWindows,
                    Origin.assumption,
                    "Share of people indoors who face a window.",
                    "室内面窗人员比例。"
                ),
                make.share(
                    "trappedShare",
                    \.trappedShare,
                    ("Coburn and Spence", .likely),
                    "Share of people in a collapsed building who are trapped.",
                    "倒塌建筑内被埋压比例。"
                ),
                make.time(
                    "trappedSurvivalHours",
                    \.trappedSurvival,
                    unit: hour,
                    ("Weibull fit to Tangshan 1976", .verified),
                    "Life of trapped people.",
                    "被埋压者存活时间。"
                ),
                make.time(
                    "timeToDeathHours",
                    \.timeToDeath,
                    unit: hour,
                    Origin.assumption,
                    "Life of casualties whom care can no longer save.",
                    "无法救治者的存活时间。"
                ),
                make.share(
                    "walkingShareModerate",
                    \.walkingShareModerate,
                    Origin.assumption,
                    "Share of the moderately hurt who can walk.",
                    "中度伤者可行走比例。"
                ),
                make.share(
                    "walkingShareCut",
                    \.walkingShareCut,
                    ("Beirut 2020, site of wounds", .likely),
                    "Share of those moderately cut by glass who can walk.",
                    "中度玻璃割伤者可行走比例。"
                ),
            ]
        )
    }

    /// By what casualties are triaged.
    static var triage: Field {
        .optional(
            "triage",
            .choice([
                Choice("severity", "the severity of the injury", "按伤情严重程度"),
                Choice("start", "breathing, perfusion and mind, after START", "按呼吸、循环、意识（START）"),
            ]),
            otherwise: #""severity""#,
            "By what casualties are triaged at the collection point.",
            "伤员集中点检伤分类方法。"
        )
    }

    /// Parameters of rescue and care.
    static var care: ParameterTable<CareDefinition> {
        let make = ParameterMaker(usual: CareDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: selfHelp(make) + search(make) + rescue(make) + medical(make)
        )
    }

    private static func selfHelp(
        _ make: ParameterMaker<CareDefinition>
    ) -> [ParameterTable<CareDefinition>.Entry] {
        [
            make.share(
                "helpedShareLying",
                \.helpedShareLying,
                Origin.assumption,
                "Share of those lying in the open whom those nearby help, where no breathing air is needed.",
                "露天倒地伤员得到邻近互救的比例（无需空气呼吸器的区域）。"
            ),
            make.time(
                "helpTimeLyingMinutes",
                \.helpTimeLying,
                unit: minute,
                Origin.assumption,
                "Time until those nearby have helped.",
                "邻近互救所需时间（露天）。"
            ),
            make.share(
                "helpedShareTrapped",
                \.helpedShareTrapped,
                Origin.assumption,
                "Share of the living trapped whom those nearby free, where no breathing air is needed.",
                "被埋压者由邻近互救救出的比例（无需空气呼吸器的区域）。"
            ),
            make.time(
                "helpTimeTrappedMinutes",
                \.helpTimeTrapped,
                unit: minute,
                Origin.assumption,
                "Time until those nearby have freed somebody.",
                "邻近互救所需时间（埋压）。"
            ),
            make.time(
                "selfEvacuationMinutes",
                \.selfEvacuation,
                unit: minute,
                Origin.assumption,
                "Time until a walking casualty sets out.",
                "可行走伤员自行就医的出发时间。"
            ),
        ]
    }

    private static func search(
        _ make: ParameterMaker<CareDefinition>
    ) -> [ParameterTable<CareDefinition>.Entry] {
        [
            make.share(
                "detectionLying",
                \.detectionLying,
                Origin.assumption,
                "Chance to find somebody lying in the open in one sweep.",
                "一轮搜索发现露天伤员的概率。"
            ),
            make.share(
                "detectionTrapped",
                \.detectionTrapped,
                Origin.assumption,
                "Chance to find a living trapped person in one sweep.",
                "一轮搜索发现被埋压生还者的概率。"
            ),
            make.share(
                "detectionBuried",
                \.detectionBuried,
                Origin.assumption,
                "Chance to find a buried body in one sweep.",
                "一轮搜索发现被埋遗体的概率。"
            ),
            make.number(
                "rapidSearchFactor",
                \.rapidSearchFactor,
                in: .atLeast(1).upTo(100),
                ("no rapid search", .assumed),
                "Speed of a zone's first sweep over that of a full one; above 1 it is a rapid search.",
                "首轮搜索相对全面搜索的速度倍数，大于1为快速搜索（先搜可见及能应答的人员，遗体留待全面搜索）。"
            ),
        ]
    }

    private static func rescue(
        _ make: ParameterMaker<CareDefinition>
    ) -> [ParameterTable<CareDefinition>.Entry] {
        [
            make.time(
                "extricationHours",
                \.extrication,
                unit: hour,
                ("lognormal, masonry void", .assumed),
                "Work of one squadron to free somebody.",
                "一支中队救出一名被埋压者的作业时间。"
            ),
            make.time(
                "carryingMinutes",
                \.carrying,
                unit: minute,
                Origin.assumption,
                "Time to carry a casualty to the collection point.",
                "担架转移至伤员集中点的时间。"
            ),
        ]
    }

    private static func medical(
        _ make: ParameterMaker<CareDefinition>
    ) -> [ParameterTable<CareDefinition>.Entry] {
        [
            make.uncertainShare(
                "admittedShareSlight",
                \.admittedShareSlight,
                Origin.assumption,
                "Share of the slightly hurt who are admitted, the same in all of a drill.",
                "轻伤者收住（含留观）比例，每次演练取一个值。"
            ),
            make.share(
                "overtriage",
                \.overtriage,
                Origin.triage,
                "Share triaged one category too high.",
                "检伤偏高比例。"
            ),
            make.share(
                "undertriage",
                \.undertriage,
                Origin.triage,
                "Share triaged one category too low.",
                "检伤偏低比例。"
            ),
            make.time(
                "fieldTreatmentMinutes",
                \.fieldTreatment,
                unit: minute,
                Origin.assumption,
                "Time of field treatment.",
                "现场救治时间。"
            ),
            make.share(
                "stabilizedDeterioration",
                \.stabilizedDeterioration,
                Origin.assumption,
                "Speed of deterioration after field treatment.",
                "现场救治后伤情恶化速度系数。"
            ),
            make.time(
                "ambulanceLoadingMinutes",
                \.ambulanceLoading,
                unit: minute,
                Origin.assumption,
                "Time to load an ambulance.",
                "救护车装载时间。"
            ),
            make.time(
                "ambulanceHandoverMinutes",
                \.ambulanceHandover,
                unit: minute,
                ("JEMSS, Auckland", .verified),
                "Time to hand over at a hospital.",
                "医院交接时间。"
            ),
            make.time(
                "definitiveCareMinutes",
                \.definitiveCare,
                unit: minute,
                Origin.assumption,
                "Time for which a place of definitive care is taken.",
                "确定性治疗占用时间。"
            ),
            make.time(
                "staySlightDays",
                \.staySlight,
                unit: 24 * hour,
                Origin.assumption,
                "Stay of the slightly hurt in hospital.",
                "轻微伤者住院天数。"
            ),
            make.time(
                "stayModerateDays",
                \.stayModerate,
                unit: 24 * hour,
                Origin.assumption,
                "Stay of the moderately hurt.",
                "中度伤者住院天数。"
            ),
            make.time(
                "staySeriousDays",
                \.staySerious,
                unit: 24 * hour,
                Origin.assumption,
                "Stay of those whose life was in danger.",
                "生命垂危者住院天数。"
            ),
            make.number(
                "privateTravelFactor",
                \.privateTravelFactor,
                in: .above(0).upTo(1e6),
                Origin.assumption,
                "Private travel time against an ambulance's.",
                "私家车就医用时系数。"
            ),
        ]
    }

    /// Parameters of movement and work.
    static var work: ParameterTable<WorkDefinition> {
        let make = ParameterMaker(usual: WorkDefinition())
        return ParameterTable(
            usual: make.usual,
            entries: [
                make.time(
                    "travelFactor",
                    \.travelFactor,
                    unit: 1,
                    ("lognormal, cv .25–.35", .unsure),
                    "Travel time against the free one.",
                    "行程时间系数。"
                ),
                make.number(
                    "assemblySecondsPerTenVehicles",
                    \.assemblySecondsPerTenVehicles,
                    ("convoy assembly", .assumed),
                    "Assembly of a column.",
                    "每十车编队集结时间。"
                ),
                make.number(
                    "deploymentMinutes",
                    \.deploymentSeconds,
                    unit: minute,
                    Origin.assumption,
                    "Time to go into action at a target.",
                    "现场展开时间。"
                ),
                make.number(
                    "spellMinutes",
                    \.spellSeconds,
                    in: .atLeast(1).upTo(1e6),
                    unit: minute,
                    Origin.breathing,
                    "Work in breathing apparatus before a rest.",
                    "佩戴空呼连续作业时间。"
                ),
                make.number(
                    "restMinutes",
                    \.restSeconds,
                    in: .atLeast(1).upTo(1e6),
                    unit: minute,
                    Origin.breathing,
                    "Rest after it.",
                    "轮换休整时间。"
                ),
                make.share(
                    "togetherExponent",
                    \.togetherExponent,
                    Origin.assumption,
                    "n teams cover n to this power times what one covers.",
                    "多队协同搜索指数。"
                ),
                make.time(
                    "confusionMinutes",
                    \.confusion,
                    unit: minute,
                    Origin.assumption,
                    "Time lost by a contradictory order.",
                    "矛盾指令造成的延误。"
                ),
                make.time(
                    "surveyMinutes",
                    \.survey,
                    unit: minute,
                    Origin.assumption,
                    "Time to identify the chemicals.",
                    "危化品侦检时间。"
                ),
                make.number(
                    "stockReportMinutes",
                    \.stockReportSeconds,
                    in: .atLeast(1).upTo(1e6),
                    unit: minute,
                    Origin.assumption,
                    "Time between reports of a site's stock.",
                    "现场物资报告间隔。"
                ),
            ]
        )
    }
}
