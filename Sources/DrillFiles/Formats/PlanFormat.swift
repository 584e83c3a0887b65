public import Command
import EventKernel
import Situation
import Vocabulary
public import Wording

/// How a plan file stands as a whole.
public enum PlanFormat {
    /// Version of the format.
    public static let version = 1

    /// Shape of a plan file.
    public static let shape = Shape.file(
        format: version,
        [
            .title,
            .optional("description", .bilingual, "What the plan is about.", "说明。"),
            .required("command", command, "Who commands.", "指挥体制。"),
            .optional(
                "monitoring",
                .list(of: .reference(.sensor)),
                otherwise: "[]",
                "Sensors whose readings are received.",
                "接入的传感器。"
            ),
            .optional(
                "callCentres",
                .choice(CallCentreMode.choices),
                otherwise: "\"separate\"",
                "Whether the call centres of the scenario work each for itself or as one.",
                "各接处警中心分设或合并。"
            ),
            .optional(
                "behaviour",
                .list(of: behaviour),
                otherwise: "[]",
                "Posts that report late or conceal.",
                "迟报、瞒报行为。"
            ),
            .required("rules", .things(of: rule), "Rules from picture to action.", "规则。"),
            .optional(
                "tasks",
                .things(of: task),
                otherwise: "[]",
                "What a commander at a site has teams do, the most urgent first.",
                "现场任务（按轻重缓急）。"
            ),
        ]
    )

    private static let command = Shape.object(
        [],
        oneOf: [
            .required(
                "unified",
                .reference(.post),
                "One post commands all teams at the site.",
                "统一指挥：现场全部队伍的指挥机构。"
            ),
            .required(
                "parallel",
                .list(
                    of: .object([
                        .required(
                            "teamsOf",
                            .list(of: .reference(.post), atLeast: 1),
                            "Teams sent by these posts …",
                            "由这些机构派出的队伍……"
                        ),
                        .required(
                            "commandedBy",
                            .reference(.post),
                            "… are commanded by this one.",
                            "……由该机构指挥。"
                        ),
                    ]),
                    atLeast: 1
                ),
                "Several posts command side by side.",
                "多头指挥。"
            ),
        ]
    )

    private static let behaviour = Shape.object([
        .required("post", .reference(.post), "The post.", "机构。"),
        .optional("hesitationMinutes", .time, "Time before its first report.", "首报前的迟疑时间。"),
        .optional(
            "concealedShare",
            .share,
            otherwise: "0",
            "Share of counts it conceals.",
            "瞒报比例。"
        ),
    ])

    private static let rule = Shape.object([
        .id(.rule), .title,
        .required("post", .reference(.post), "Post that decides.", "决策机构。"),
        .required("when", .expression, "Condition over what the post knows.", "触发条件（基于本级所知）。"),
        .optional(
            "approvedBy",
            .reference(.post),
            "Post that must approve before the rule takes effect for the first time.",
            "首次实施前须报请批准的机构。"
        ),
        .optional(
            "againAfterMinutes",
            .pace,
            "Fires again after this time while it holds; without it, once.",
            "条件持续时的重复间隔；不写则只触发一次。"
        ),
        .optional(
            "priority",
            .number(.between(1, 9), isWhole: true),
            otherwise: "5",
            "Rank among the rules of the post, 9 first: lower ones wait while it is decided.",
            "在本机构规则中的优先级，9最优先：其决策期间暂不处理优先级较低的规则。"
        ),
        .required("do", .list(of: action, atLeast: 1), "What the post does.", "处置动作。"),
    ])

    private static let kinds = Shape.list(of: .choice(Cases.of(TeamKind.allCases)), atLeast: 1)

    private static let action = Shape.object(
        [],
        oneOf: [
            .required(
                "dispatch",
                dispatch,
                "Sends teams it believes ready, the nearest first.",
                "调派队伍（就近）。"
            ),
            .required(
                "level",
                .choice(Cases.of(ResponseLevel.allCases)),
                "Starts or changes its response level.",
                "启动或调整响应级别。"
            ),
            .required(
                "raiseLevel",
                .choice(Cases.of(Cases.startedLevels)),
                "Starts a level, or raises a lower one; a higher one stays.",
                "启动或提升响应级别（提级）；已在更高级别的保持不变。"
            ),
            .required(
                "lowerLevel",
                .choice(Cases.of(Cases.startedLevels)),
                "Lowers a higher level; a lower one stays.",
                "降低响应级别（降级）；已在更低级别的保持不变。"
            ),
            .required("endResponse", .object([]), "Ends its response.", "终止响应。"),
            .required(
                "warn",
                .list(of: .reference(.zone), atLeast: 1),
                "Has the people of zones warned.",
                "向区域人员预警并组织撤离。"
            ),
            .required(
                "shelter",
                .list(of: .reference(.zone), atLeast: 1),
                "Has the people of zones told to stay in and shut the windows.",
                "通知区域人员就地避险（关闭门窗）。"
            ),
            .required(
                "requestAid",
                .object([
                    .required(
                        "teams",
                        .number(.atLeast(1).upTo(10_000), isWhole: true),
                        "Number of teams.",
                        "队伍数。"
                    )
                ]),
                "Asks its superior for aid.",
                "向上级请求增援。"
            ),
            .required("supply", supply, "Has supplies brought to a site.", "调运物资。"),
            .required(
                "publish",
                OpinionFormat.release,
                "Tells the public something officially.",
                "对外发布信息。"
            ),
            .required(
                "release",
                .object([
                    .required("kinds", kinds, "Kinds of teams.", "队伍种类。"),
                    .required("site", .reference(.site), "Site.", "现场。"),
                    .optional(
                        "alsoUnderWay",
                        .flag,
                        otherwise: "false",
                        "Those on the road too turn round.",
                        "途中队伍一并撤回。"
                    ),
                ]),
                "Sends free teams home.",
                "撤收归队。"
            ),
        ]
    )

    private static let dispatch = Shape.object([
        .required("kinds", kinds, "Kinds of teams, any of them.", "队伍种类。"),
        .required(
            "count",
            .number(.atLeast(1).upTo(100_000), isWhole: true),
            "Number of teams.",
            "数量。"
        ),
        .required("to", .reference(.site), "Site.", "现场。"),
        .optional(
            "task",
            .choice(Cases.of(Cases.arrivalTasks)),
            otherwise: "\"stage\"",
            "What they do on arrival.",
            "到场任务。"
        ),
        .optional(
            "from",
            .list(of: .reference(.post)),
            otherwise: "[]",
            "Only teams of these posts.",
            "限于这些机构的队伍。"
        ),
        .optional(
            "reserve",
            .count,
            otherwise: "0",
            "Teams that stay ready at every owner.",
            "各机构留守数量。"
        ),
    ])

    private static let supply = Shape.object([
        .required("kind", .choice(Cases.of(SupplyKind.allCases)), "Kind.", "种类。"),
        .required(
            "amount",
            .number(.atLeast(1).upTo(100_000_000), isWhole: true),
            "Amount, in the unit of the kind.",
            "数量（按该类物资单位）。"
        ),
        .required("to", .reference(.site), "Site.", "现场。"),
    ])

    private static let task = Shape.object([
        .id(.taskPlan), .title,
        .required("task", .choice(Cases.of(Cases.tasks)), "What is to be done.", "任务种类。"),
        .required("site", .reference(.site), "Site.", "现场。"),
        .optional(
            "zones",
            .list(of: .reference(.zone)),
            "Zones, the most urgent first.",
            "区域（按优先次序）。"
        ),
        .optional(
            "hazards",
            .list(of: .reference(.hazard)),
            "Hazards, the most urgent first.",
            "致灾因子（按优先次序）。"
        ),
        .optional("hospitals", .list(of: .reference(.hospital)), "Hospitals.", "医院。"),
        .required("kinds", kinds, "Kinds of teams, the preferred first.", "队伍种类（按优先次序）。"),
        .required(
            "teams",
            .number(.atLeast(1).upTo(10_000), isWhole: true),
            "Teams wanted on each target.",
            "每个目标所需队伍数。"
        ),
        .optional(
            "together",
            .flag,
            otherwise: "false",
            "Whether they begin together or not at all.",
            "是否集中兵力、齐备后同时展开。"
        ),
        .optional(
            "targetsAtOnce",
            .number(.atLeast(1).upTo(10_000), isWhole: true),
            "Targets in need that are taken on at a time, in their order; all where it is left out.",
            "同时展开的目标数（按次序逐个推进）；不写则不限。"
        ),
        .optional("when", .expression, "Condition over what the commander knows.", "条件（基于指挥员所知）。"),
        .optional(
            "sweeps",
            .number(.atLeast(1).upTo(100), isWhole: true),
            otherwise: "3",
            "Sweeps after which a zone is done, a rapid first one among them.",
            "搜索轮次（含首轮快速搜索）。"
        ),
        .optional("owner", .reference(.post), "Post that answers for the task.", "责任单位。"),
        .optional(
            "startWithinMinutes",
            .pace,
            "Target: teams are at work so long after the first alarm.",
            "时限要求：首次接警后多少分钟内展开。"
        ),
        .optional(
            "finishWithinMinutes",
            .pace,
            "Target: the task is done so long after the first alarm.",
            "时限要求：首次接警后多少分钟内完成。"
        ),
    ])
}

/// A plan as it is written: the file as read, and the conditions of its rules and tasks.
struct PlanOutline: Sendable {
    /// The file as read.
    let root: Checked
    /// Conditions of the rules, in the order of the file.
    let rules: [Condition]
    /// Conditions of the tasks, in the order of the file.
    let tasks: [Condition]
}

/// A plan as read from its file.
public struct PlanFile: Sendable {
    /// The plan.
    public var plan = Plan()
    /// Names of its rules.
    public var ruleNames: [Name] = []
    /// Title for readers.
    public var title = Bilingual(verbatim: "")
    /// Values it relies on without having confirmed them.
    public var assumptions: [Assumption] = []
    /// Text of the file.
    public var source: SourceText
    /// What the plan says beyond what decides results, for its explanation.
    var outline: PlanOutline?

    /// Reads a plan for a scenario and reports all that is wrong with it.
    ///
    /// - Parameters:
    ///   - source: Text of the file.
    ///   - scenario: Scenario whose names the plan may use.
    ///   - diagnostics: Takes all that is wrong.
    /// - Returns: The plan; only to be used if no error was reported.
    public static func read(
        _ source: SourceText,
        for scenario: ScenarioFile,
        into diagnostics: inout Diagnostics
    ) -> PlanFile {
        var file = PlanFile(source: source)
        var names = scenario.table
        let errors = diagnostics.errorCount
        let checked = PlanFormat.shape.read(source, names: &names, into: &diagnostics)
        file.assumptions = checked.assumptions
        let root = checked.root
        file.ruleNames = root.list("rules").map { $0.asName }
        if let name = root.optional("name") {
            file.title = Bilingual(name.text("en"), name.text("zh"))
        }
        var check = PlanCheck(root: root, scenario: scenario, diagnostics: diagnostics)
        check.run()
        diagnostics = check.diagnostics
        var reader = PlanReader(scenario: scenario, names: names, diagnostics: diagnostics)
        file.plan = reader.plan(root)
        let outline = PlanOutline(root: root, rules: reader.rules, tasks: reader.tasks)
        file.outline = outline
        diagnostics = reader.diagnostics
        if scenario.isSound, diagnostics.errorCount == errors {
            file.checkKnowledge(root, scenario, &diagnostics)
            file.checkLogic(outline, scenario, &diagnostics)
        }
        return file
    }

    private func checkLogic(
        _ outline: PlanOutline,
        _ scenario: ScenarioFile,
        _ diagnostics: inout Diagnostics
    ) {
        var check = LogicCheck(plan, outline, scenario, diagnostics)
        check.run()
        diagnostics = check.diagnostics
    }

    private func checkKnowledge(
        _ root: Checked,
        _ scenario: ScenarioFile,
        _ diagnostics: inout Diagnostics
    ) {
        var check = KnowledgeCheck(
            plan: plan,
            root: root,
            scenario: scenario,
            diagnostics: diagnostics
        )
        check.run()
        diagnostics = check.diagnostics
    }

    private init(source: SourceText) {
        self.source = source
    }
}
