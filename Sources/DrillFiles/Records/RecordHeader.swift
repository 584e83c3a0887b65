import EventKernel
public import Scoring
import Vocabulary
public import Wording

/// First line of a record: all that scoring needs to know besides the facts.
///
/// A record that is read years later needs neither the scenario's file nor the model.
public struct RecordHeader: Sendable {
    /// Version of the format of records.
    public static let version = 1

    /// Name and version of the program that played the drill.
    public var program = ""
    /// Name of the scenario.
    public var scenario = ""
    /// Name of the plan.
    public var plan = ""
    /// Seed of the batch.
    public var seed = ""
    /// Number of the drill.
    public var drill: Int64 = 0
    /// How the drill is scored.
    public var scoring = ScoringDefinition()
    /// Names by which facts speak of things, goals with their titles and links.
    public var names = ScenarioNames()

    /// Creates a header.
    public init(
        program: String,
        scenario: String,
        plan: String,
        seed: UInt64,
        drill: UInt64,
        scoring: ScoringDefinition,
        names: ScenarioNames
    ) {
        self.program = program
        self.scenario = scenario
        self.plan = plan
        self.seed = "\(seed)"
        self.drill = Int64(clamping: drill)
        self.scoring = scoring
        self.names = names
    }

    /// The line, with its line feed.
    public var line: String { json.line + "\n" }

    private var json: JSONValue {
        .object([
            ("format", .integer(Self.version)), ("program", .text(program)),
            ("scenario", .text(scenario)), ("plan", .text(plan)), ("seed", .text(seed)),
            ("drill", .integer(Int(drill))), ("names", namesObject), ("scoring", scoringObject),
            ("goals", .list(goalObjects)),
        ])
    }

    private var namesObject: JSONValue {
        func ids(_ list: [Name]) -> JSONValue { .list(list.map { .text($0.id) }) }
        return .object([
            ("zones", ids(names.zones)), ("sites", ids(names.sites)),
            ("hazards", ids(names.hazards)), ("sensors", ids(names.sensors)),
            ("teams", ids(names.teams)), ("depots", ids(names.depots)),
            ("hospitals", ids(names.hospitals)), ("posts", ids(names.posts)),
            ("rules", ids(names.rules)), ("shelters", ids(names.shelters)),
        ])
    }

    private var scoringObject: JSONValue {
        let stock = SupplyKind.allCases.map { kind in
            (key: kind.name, value: JSONValue.integer(Int(scoring.stock[kind])))
        }
        let links = scoring.links.map { link in
            JSONValue.object([
                ("from", .text(names.posts[link.from.index].id)),
                ("to", .text(names.posts[link.to.index].id)),
            ])
        }
        let opinion = scoring.opinion.map { ("opinion", OpinionFormat.record($0)) }
        let lasting = scoring.lastingHazards.map { JSONValue.text(names.hazards[$0.index].id) }
        return .object(
            [
                ("method", .text(scoring.marking.method.name)),
                ("excellentFromPoints", .number(scoring.marking.excellentFrom)),
                ("goodFromPoints", .number(scoring.marking.goodFrom)),
                ("fairFromPoints", .number(scoring.marking.fairFrom)),
                ("postLevels", .list(scoring.postLevels.map { .text($0.name) })),
                ("links", .list(links)),
                ("teamKinds", .list(scoring.teamKinds.map { .text($0.name) })),
                ("siteDepots", .list(scoring.siteDepots.map { .text(names.depots[$0.index].id) })),
                ("stock", .object(stock)),
                ("warningBroadcastPerMinute", .number(scoring.warningBroadcastPerMinute)),
                ("warningContagionPerMinute", .number(scoring.warningContagionPerMinute)),
                ("arrivalWithinSeconds", .number(scoring.arrivalWithin.seconds)),
                ("checkpointHours", .list(scoring.checkpointHours.map { .number($0) })),
                ("curveStepSeconds", .number(scoring.curveStep.seconds)),
                ("durationSeconds", .number(scoring.duration.seconds)),
            ] + (lasting.isEmpty ? [] : [("lastingHazards", .list(lasting))])
                + (opinion.map { [$0] } ?? [])
        )
    }

    private var goalObjects: [JSONValue] {
        zip(scoring.goals, names.goals).enumerated().map { number, pair in
            let (goal, name) = pair
            var members: [(key: String, value: JSONValue)] = [
                ("id", .text(name.id)), ("name", Self.bilingual(name.title)),
                ("measure", .text(goal.measure.name)),
                (goal.isUpperBound ? "atMost" : "atLeast", .number(goal.bound)),
                ("withProbability", .number(goal.probability)), ("weight", .number(goal.weight)),
            ]
            let link = names.goalLinks.indices.contains(number) ? names.goalLinks[number] : nil
            let parts = [
                ("objective", link?.objective), ("task", link?.task),
                ("capability", link?.capability),
            ]
            for (key, text) in parts {
                if let text { members.append((key, Self.bilingual(text))) }
            }
            return .object(members)
        }
    }

    private static func bilingual(_ text: Bilingual) -> JSONValue {
        .object([("en", .text(text.english)), ("zh", .text(text.chinese))])
    }
}

/// Reading.
extension RecordHeader {
    static let shape = Shape.file(
        format: version,
        [
            .required("program", .text(atMost: 200), "Program.", "程序。"),
            .required("scenario", .text(atMost: 1000), "Scenario.", "情景。"),
            .required("plan", .text(atMost: 1000), "Plan.", "预案。"),
            .required("seed", .text(atMost: 20), "Seed.", "种子。"),
            .required("drill", .whole(.atLeast(0).upTo(9e15)), "Number of the drill.", "推演编号。"),
            .required("names", .object(nameFields), "Names of things.", "名称。"),
            .required("scoring", .object(scoringFields), "How it is scored.", "评分依据。"),
            .required("goals", .things(of: GoalFormat.shape), "Goals.", "演练目标。"),
        ]
    )

    private static let nameFields: [Field] = [
        names("zones", .zone, atMost: 100_000), names("sites", .site), names("hazards", .hazard),
        names("sensors", .sensor), names("teams", .team, atMost: 100_000),
        names("depots", .depot), names("hospitals", .hospital), names("posts", .post),
        names("rules", .rule), names("shelters", .shelter),
    ]

    private static func names(
        _ key: String,
        _ space: NameSpace,
        atMost most: Int = 1000
    ) -> Field {
        .required(key, .things(of: .identifier(space), atMost: most), "Names.", "名称。")
    }

    private static let scoringFields: [Field] =
        GoalFormat.marking.filter { $0.key != "arrivalWithinMinutes" } + [
            .required(
                "postLevels",
                .things(of: .choice(Cases.of(PostLevel.allCases))),
                "Level of every post.",
                "各机构层级。"
            ),
            .required(
                "links",
                .things(
                    of: .object([
                        .required("from", .reference(.post), "Post that reports.", "报告机构。"),
                        .required("to", .reference(.post), "Post that is told.", "接报机构。"),
                    ]),
                    atMost: 10_000
                ),
                "Links between posts.",
                "报告关系。"
            ),
            .required(
                "teamKinds",
                .things(of: .choice(Cases.of(TeamKind.allCases)), atMost: 100_000),
                "Kind of every team.",
                "各队伍种类。"
            ),
            .required(
                "siteDepots",
                .things(of: .reference(.depot)),
                "Stock of every site.",
                "各现场物资点。"
            ),
            .required(
                "stock",
                .object(
                    SupplyKind.allCases.map { kind in
                        .required(kind.name, .whole(.atLeast(0).upTo(2e9)), "Stock.", "库存。")
                    }
                ),
                "All that was held at the start.",
                "期初物资总量。"
            ),
            .required("warningBroadcastPerMinute", .amount(upTo: 1e6), "Broadcast.", "广播速率。"),
            .required("warningContagionPerMinute", .amount(upTo: 1e6), "Contagion.", "传播速率。"),
            .required("arrivalWithinSeconds", .amount(upTo: 1e8), "Time of arrival.", "到场时限。"),
            .required("checkpointHours", .things(of: .amount(upTo: 10_000)), "Times.", "对比时刻。"),
            .required("curveStepSeconds", .positive(upTo: 1e8), "Step of curves.", "曲线步长。"),
            .required("durationSeconds", .amount(upTo: 1e9), "Length.", "演练时长。"),
            .optional(
                "lastingHazards",
                .things(of: .reference(.hazard)),
                "Hazards that go on until they are over.",
                "持续至终止的致灾因子。"
            ),
            .optional("opinion", OpinionFormat.recorded, "How the public judges.", "公众评价。"),
        ]

    /// Reads a header that was checked.
    init(_ root: Checked) {
        program = root.text("program")
        scenario = root.text("scenario")
        plan = root.text("plan")
        seed = root.text("seed")
        drill = root.whole("drill")
        names = Self.names(root.value("names"))
        names.goals = root.list("goals").map { $0.asName }
        names.goalLinks = root.list("goals").map { GoalFormat.link($0) }
        scoring = Self.scoring(root.value("scoring"))
        scoring.goals = root.list("goals").map { GoalFormat.goal($0) }
        scoring.zoneCount = Int32(clamping: names.zones.count)
        scoring.hospitalCount = Int32(clamping: names.hospitals.count)
    }

    private static func names(_ value: Checked) -> ScenarioNames {
        func list(_ key: String) -> [Name] {
            value.list(key).map { Name(id: $0.text(), title: Bilingual(verbatim: $0.text())) }
        }
        var names = ScenarioNames()
        names.zones = list("zones")
        names.sites = list("sites")
        names.hazards = list("hazards")
        names.sensors = list("sensors")
        names.teams = list("teams")
        names.depots = list("depots")
        names.hospitals = list("hospitals")
        names.posts = list("posts")
        names.rules = list("rules")
        names.shelters = list("shelters")
        return names
    }

    private static func scoring(_ value: Checked) -> ScoringDefinition {
        var scoring = ScoringDefinition()
        scoring.marking = GoalFormat.marking(value)
        scoring.opinion = value.optional("opinion").map { OpinionFormat.scoring(recorded: $0) }
        scoring.postLevels = value.list("postLevels").map { $0.named() }
        scoring.links = value.list("links").map { link in
            LinkPosts(from: PostID(link.reference("from")), to: PostID(link.reference("to")))
        }
        scoring.teamKinds = value.list("teamKinds").map { $0.named() }
        scoring.lastingHazards =
            value.optional("lastingHazards")?.list().map { HazardID($0.reference()) } ?? []
        scoring.siteDepots = value.list("siteDepots").map { DepotID($0.reference()) }
        for kind in SupplyKind.allCases {
            scoring.stock[kind] = Int32(clamping: value.value("stock").whole(kind.name))
        }
        scoring.warningBroadcastPerMinute = value.number("warningBroadcastPerMinute")
        scoring.warningContagionPerMinute = value.number("warningContagionPerMinute")
        scoring.arrivalWithin = SimDuration(seconds: value.number("arrivalWithinSeconds"))
        scoring.checkpointHours = value.list("checkpointHours").map { $0.number() }
        scoring.curveStep = SimDuration(seconds: value.number("curveStepSeconds"))
        scoring.duration = SimDuration(seconds: value.number("durationSeconds"))
        return scoring
    }
}

extension NameSpace {
    static let team = NameSpace("team", "队伍")
}
