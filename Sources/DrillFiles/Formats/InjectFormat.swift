import DrillModel
import Terrain
import EventKernel
import Vocabulary
import Wording

/// How injects stand in scenario files (情景注入).
enum InjectFormat {
    /// Shape of an inject.
    static let shape = Shape.object(
        timing + script,
        oneOf: [
            .required("hazard", .reference(.hazard), "A hazard that begins.", "引发的致灾因子。"),
            .required(
                "road",
                .object([
                    .required(
                        "between",
                        .list(of: .reference(.place), count: CountRange(atLeast: 2, atMost: 2)),
                        "The two places it joins.",
                        "连接的两个地点。"
                    ),
                    .optional(
                        "closed",
                        .flag,
                        otherwise: "true",
                        "Closed, or opened again.",
                        "封闭或恢复。"
                    ),
                ]),
                "A road that is closed or opened.",
                "道路通断。"
            ),
            .required(
                "network",
                network,
                "Roads of the imported network, closed or opened.",
                "导入路网的道路通断。"
            ),
            .required("traffic", traffic, "Speed on roads of some classes.", "部分等级道路的车速变化。"),
            .required("channelsCut", .flag, "Whether every channel is cut.", "全部通信是否中断。"),
            .required(
                "postCut",
                .object([
                    .required("post", .reference(.post), "The post.", "机构。"),
                    .optional(
                        "cut",
                        .flag,
                        otherwise: "true",
                        "Cut off, or reached again.",
                        "失联或恢复联络。"
                    ),
                ]),
                "A post that is cut off from all others: its power or its towers fail.",
                "机构失联（停电、断网、基站退服）。"
            ),
            .required(
                "casualty",
                .object([
                    .required("zone", .reference(.zone), "Where.", "区域。"),
                    .required("person", .count, "Which person of the zone.", "人员序号。"),
                    .required("severity", .choice(Cases.of(Cases.harms)), "How badly hurt.", "伤情。"),
                ]),
                "A person who is hurt where nobody has looked.",
                "隐蔽伤员。"
            ),
            .required(
                "message",
                .prose,
                "What exercise control tells the players; changes nothing in the world.",
                "导调信息；不改变情景本身。"
            ),
        ]
    )

    private static let closed = Field.optional(
        "closed",
        .flag,
        otherwise: "true",
        "Closed, or opened again.",
        "封闭或恢复。"
    )

    private static let network = Shape.object(
        [closed],
        oneOf: [
            .required(
                "roads",
                .list(
                    of: .number(.atLeast(0).upTo(1e8), isWhole: true),
                    count: CountRange(atLeast: 1, atMost: 1000)
                ),
                "Rows of roads.csv, from 0.",
                "roads.csv 中的行号，从 0 起。"
            ),
            .required("named", .text(atMost: 200), "Name of the road.", "道路名称。"),
        ]
    )

    private static let traffic = Shape.object([
        .required(
            "classes",
            .list(of: .choice(kinds), count: CountRange(atLeast: 1)),
            "Classes of roads.",
            "道路等级。"
        ),
        .required(
            "speedFactor",
            .number(.between(0.001, 1), isWhole: false),
            "Speed against that without traffic.",
            "车速与畅行车速之比。"
        ),
    ])

    private static let kinds = zip(
        MapFolder.kinds,
        [
            ("Other road", "其他道路"), ("Motorway", "高速公路、快速路"), ("Trunk road", "国道、快速路"),
            ("Main road", "主干路"), ("Road between quarters", "次干路"), ("Road within a quarter", "支路"),
            ("Street of houses", "居住区道路"), ("Way to a building", "内部道路"),
        ]
    ).map { Choice($0, $1.0, $1.1) }

    private static let timing: [Field] = [
        .optional("id", .identifier(.inject), "Number in the list of events.", "序号。"),
        .title,
        .optional("at", .duration(isSigned: false), "When, from the start.", "时刻（自演练开始）。"),
        .optional("after", trigger, "What a conditional inject waits for.", "条件注入的触发条件。"),
    ]

    private static let trigger = Shape.object(
        [
            .optional(
                "delay",
                .duration(isSigned: false),
                otherwise: "\"PT0S\"",
                "Time from then to the inject.",
                "触发后的延迟。"
            )
        ],
        oneOf: [
            .required("begins", .reference(.hazard), "A hazard begins.", "某致灾因子发生。"),
            .required("isOut", .reference(.hazard), "A fire is out.", "某处火灾熄灭。"),
            .required(
                "arrivalAt",
                .reference(.site),
                "The first team arrives at a site.",
                "首支队伍到达现场。"
            ),
            .required(
                "level",
                .object([
                    .required("post", .reference(.post), "Post.", "机构。"),
                    .required(
                        "atLeast",
                        .choice(Cases.of(Cases.startedLevels)),
                        "Level it starts.",
                        "启动的响应级别。"
                    ),
                ]),
                "A post starts a level, or a higher one.",
                "某机构启动某级以上响应。"
            ),
        ]
    )

    /// What the list of events says for those who run the drill.
    private static let script: [Field] = [
        .optional(
            "hidden",
            .flag,
            otherwise: "false",
            "Whether players are not told beforehand (double-blind).",
            "是否对参演人员隐蔽（双盲）。"
        ),
        .optional("from", .text(atMost: 200), "Simulated sender.", "发送方（模拟）。"),
        .optional("to", .text(atMost: 200), "Player who receives it.", "接收方（参演）。"),
        .optional("mode", .text(atMost: 200), "How it is delivered.", "注入方式。"),
        .optional("controller", .text(atMost: 200), "Who delivers it.", "导调人员。"),
        .optional("expected", .prose, "Action expected of the players.", "预期行动。"),
        .optional("objective", .text(atMost: 200), "Objective it serves.", "对应演练目标。"),
        .optional("status", .text(atMost: 200), "State of preparation.", "状态。"),
    ]

    /// Reads an inject; a road that does not exist gives nothing.
    static func injects(_ value: Checked, roads: [Road], _ network: NetworkRoads?) -> [Inject] {
        let trigger = value.optional("after").map { self.trigger($0) }
        let milliseconds =
            value.optional("after")?.milliseconds("delay")
            ?? value.optional("at")?.milliseconds() ?? 0
        let time = SimTime(milliseconds: milliseconds)
        return changes(value, roads: roads, network)
            .map { Inject(at: time, $0, trigger: trigger) }
    }

    private static func changes(
        _ value: Checked,
        roads: [Road],
        _ network: NetworkRoads?
    ) -> [Inject.Change] {
        let (key, content) = value.alternative()
        switch key {
        case "hazard": return [.hazard(HazardID(content.reference()))]
        case "channelsCut": return [.channels(cut: content.flag())]
        case "postCut":
            return [.post(PostID(content.reference("post")), cut: content.flag("cut"))]
        case "message": return [.message]
        case "casualty":
            let zone = ZoneID(content.reference("zone"))
            let person = PersonID(in: zone, number: content.count("person"))
            let severity: Severity = content.named("severity")
            return [.casualty(person, severity)]
        case "network":
            return (network?.roads(content) ?? []).map {
                .road($0, closed: content.flag("closed"))
            }
        case "traffic":
            let permille = Int32((content.number("speedFactor") * 1000).rounded())
            return content.list("classes").compactMap { value in
                guard let place = MapFolder.kinds.firstIndex(of: value.text()),
                    let kind = RoadKind(rawValue: UInt8(place))
                else { return nil }
                return .traffic(kind, permille: permille)
            }
        default:
            return roadsBetween(content, roads).map { .road($0, closed: content.flag("closed")) }
        }
    }

    private static func trigger(_ value: Checked) -> InjectTrigger {
        let (key, content) = value.alternative()
        switch key {
        case "begins": return .begins(HazardID(content.reference()))
        case "isOut": return .isOut(HazardID(content.reference()))
        case "arrivalAt": return .arrival(SiteID(content.reference()))
        default:
            return .level(PostID(content.reference("post")), content.named("atLeast"))
        }
    }

    /// Returns what an inject is called, once for every change it makes.
    static func names(
        _ value: Checked,
        roads: [Road],
        _ network: NetworkRoads?,
        _ names: ScenarioNames
    ) -> [Name] {
        let (key, _) = value.alternative()
        let count = injects(value, roads: roads, network).count
        let title =
            value.optional("name").map { Bilingual($0.text("en"), $0.text("zh")) }
            ?? change(value, names)
        return Array(repeating: Name(id: key, title: title), count: count)
    }

    /// Says what an inject changes.
    static func change(_ value: Checked, _ names: ScenarioNames) -> Bilingual {
        let (key, content) = value.alternative()
        switch key {
        case "hazard":
            return text(names.hazards[content.reference()].title, "%: begins", "%：发生")
        case "channelsCut":
            return content.flag()
                ? Bilingual("all channels are cut", "全部通信中断")
                : Bilingual("all channels work again", "全部通信恢复")
        case "postCut":
            let post = names.posts[content.reference("post")].title
            return content.flag("cut")
                ? text(post, "% is cut off", "%失联") : text(post, "% is reached again", "%恢复联络")
        case "message": return Bilingual(verbatim: content.text())
        case "network": return networkTitle(content)
        case "traffic": return trafficTitle(content)
        case "casualty":
            return text(
                names.zones[content.reference("zone")].title,
                "a hidden casualty at %",
                "%出现隐蔽伤员"
            )
        default: return roadTitle(content, names)
        }
    }

    private static func roadTitle(_ content: Checked, _ names: ScenarioNames) -> Bilingual {
        let ends = content.list("between").map { names.places[$0.reference()].title }
        let between = Bilingual(
            ends.map { $0.english }.joined(separator: "–"),
            ends.map { $0.chinese }.joined(separator: "—")
        )
        return content.flag("closed")
            ? text(between, "road % is closed", "%道路中断")
            : text(between, "road % is open again", "%道路恢复通行")
    }

    static func networkTitle(_ content: Checked) -> Bilingual {
        let (key, value) = content.alternative()
        let name =
            key == "named"
            ? value.text() : value.list().map { "\($0.count())" }.joined(separator: ", ")
        return content.flag("closed")
            ? text(Bilingual(verbatim: name), "road % is closed", "道路%中断")
            : text(Bilingual(verbatim: name), "road % is open again", "道路%恢复通行")
    }

    static func trafficTitle(_ content: Checked) -> Bilingual {
        let classes = content.list("classes").map { $0.text() }.joined(separator: ", ")
        let share = "\((content.number("speedFactor") * 1000).rounded() / 10) %"
        return Bilingual(
            "traffic on roads (\(classes)): \(share) of free speed",
            "道路（\(classes)）车速降为畅行时的 \(share)"
        )
    }

    /// Puts a name into the place of the per cent sign.
    private static func text(_ name: Bilingual, _ english: String, _ chinese: String) -> Bilingual {
        func fill(_ text: String, _ name: String) -> String {
            text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: name)
        }
        return Bilingual(fill(english, name.english), fill(chinese, name.chinese))
    }

    /// Returns both directions of the road that an inject names.
    static func roadsBetween(_ content: Checked, _ roads: [Road]) -> [RoadID] {
        let ends = content.list("between").map { PlaceID($0.reference()) }
        guard ends.count == 2 else { return [] }
        return roads.indices.filter { number in
            let road = roads[number]
            return (road.from == ends[0] && road.to == ends[1])
                || (road.from == ends[1] && road.to == ends[0])
        }.map { RoadID($0) }
    }
}
