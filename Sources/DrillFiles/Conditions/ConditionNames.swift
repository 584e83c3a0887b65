import Command
import Vocabulary
import Wording

/// What a value of a condition is.
enum ConditionType: Equatable {
    case truth
    case number
    case level

    var label: Bilingual {
        switch self {
        case .truth: Bilingual("a truth value", "真假值")
        case .number: Bilingual("a number", "数值")
        case .level: Bilingual("a response level", "响应级别")
        }
    }
}

/// Something that a condition can name, with what stands in its brackets.
struct ConditionName: Sendable {
    /// What stands at one place in the brackets.
    enum Parameter: Sendable {
        case reference(NameSpace)
        case choice([String])
    }

    let name: String
    let parameters: [Parameter]
    let type: ConditionType
    let meaning: Bilingual
    /// Makes the quantity from the numbers of what stands in the brackets.
    let quantity: @Sendable ([Int]) -> Quantity

    /// How it is written, for messages.
    var pattern: String {
        guard !parameters.isEmpty else { return name }
        let inside = parameters.map { parameter -> String in
            switch parameter {
            case .reference(let space): space.key.uppercased()
            case .choice(let cases): cases.joined(separator: "|")
            }
        }
        return "\(name)(\(inside.joined(separator: ", ")))"
    }

    private init(
        _ name: String,
        _ parameters: [Parameter],
        _ type: ConditionType,
        _ english: String,
        _ chinese: String,
        _ quantity: @escaping @Sendable ([Int]) -> Quantity
    ) {
        self.name = name
        self.parameters = parameters
        self.type = type
        meaning = Bilingual(english, chinese)
        self.quantity = quantity
    }

    private static let site = Parameter.reference(.site)

    /// Everything that a condition can name.
    static let all: [ConditionName] = counts + scene + means + own

    private static let counts: [ConditionName] = [
        ConditionName("known.deaths", [], .number, "dead, counted or verified", "已知死亡人数") { _ in
            .counted(.dead)
        },
        ConditionName("known.serious", [], .number, "seriously injured", "已知重伤人数") { _ in
            .counted(.serious)
        },
        ConditionName("known.slight", [], .number, "otherwise injured", "已知轻伤人数") { _ in
            .counted(.slight)
        },
        ConditionName("known.trapped", [], .number, "known to be trapped", "已知被困人数") { _ in
            .counted(.trapped)
        },
        ConditionName("known.rescued", [], .number, "rescued alive", "已救出人数") { _ in
            .counted(.rescued)
        },
        ConditionName("verified.deaths", [site], .number, "dead, verified", "核报死亡人数") {
            .verified(.dead, SiteID($0[0]))
        },
        ConditionName("estimate", [site], .number, "casualties as guessed", "估计伤亡人数") {
            .estimate(SiteID($0[0]))
        },
        ConditionName("buried", [site], .number, "certain to be under rubble", "确认被埋压人数") {
            .buried(SiteID($0[0]))
        },
        ConditionName("missing", [site], .number, "missed", "失联人数") {
            .missing(SiteID($0[0]))
        },
    ]

    private static let scene: [ConditionName] = [
        ConditionName("incident", [site], .truth, "an incident is known", "已知发生事件") {
            .incident(SiteID($0[0]))
        },
        ConditionName("chemicals", [site], .truth, "the chemicals are identified", "危化品已查明") {
            .chemicals(SiteID($0[0]))
        },
        ConditionName("burningFires", [], .number, "fires believed burning", "正在燃烧的着火点数") { _ in
            .burningFires
        },
        ConditionName("sweeps", [.reference(.zone)], .number, "complete sweeps", "已完成搜索轮次") {
            .sweeps(ZoneID($0[0]))
        },
        ConditionName("awaitingTransport", [site], .number, "casualties waiting", "待转运人数") {
            .awaitingTransport(SiteID($0[0]))
        },
        ConditionName("reading", [.reference(.sensor)], .number, "reading of a sensor", "传感器读数") {
            .reading(SensorID($0[0]))
        },
    ]

    private static let means: [ConditionName] = [
        ConditionName(
            "stock",
            [.reference(.depot), .choice(SupplyKind.allCases.map(\.name))],
            .number,
            "stock on hand",
            "库存量"
        ) { .stock(DepotID($0[0]), SupplyKind.allCases[$0[1]]) },
        ConditionName(
            "teams",
            [
                .choice(TeamKind.allCases.map(\.name)),
                .choice(TeamStatus.allCases.map(\.name)),
            ],
            .number,
            "teams of a kind in a state",
            "某类队伍处于某状态的数量"
        ) { .teams(TeamKind.allCases[$0[0]], TeamStatus.allCases[$0[1]]) },
    ]

    private static let own: [ConditionName] = [
        ConditionName("level", [], .level, "response level of the post itself", "本级响应级别") { _ in
            .ownLevel
        },
        ConditionName(
            "levelOf",
            [.reference(.post)],
            .level,
            "response level of a post",
            "某机构的响应级别"
        ) {
            .level(PostID($0[0]))
        },
        ConditionName("aidAsked", [.reference(.post)], .number, "teams a post asks for", "某机构请求增援数")
        {
            .aid(PostID($0[0]))
        },
        ConditionName("minutesKnown", [], .number, "minutes since the post knew", "获知事件后的分钟数") {
            _ in
            .minutesKnown
        },
        ConditionName("published", [], .number, "dead the post has made public", "本级已发布死亡人数") { _ in
            .published
        },
    ]
}
