import DrillModel
import Terrain
import EventKernel
import Vocabulary
import Wording

/// How injects stand in scenario files (情景注入).
enum InjectFormat {
    /// Shape of an inject.
    static let shape = Shape.object(
        [.required("at", .duration(isSigned: false), "When, from the start.", "时刻（自演练开始）。")],
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
                "casualty",
                .object([
                    .required("zone", .reference(.zone), "Where.", "区域。"),
                    .required("person", .count, "Which person of the zone.", "人员序号。"),
                    .required("severity", .choice(Cases.of(Cases.harms)), "How badly hurt.", "伤情。"),
                ]),
                "A person who is hurt where nobody has looked.",
                "隐蔽伤员。"
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

    /// Reads an inject; a road that does not exist gives nothing.
    static func injects(_ value: Checked, roads: [Road], _ network: NetworkRoads?) -> [Inject] {
        let time = SimTime(milliseconds: value.milliseconds("at"))
        let (key, content) = value.alternative()
        switch key {
        case "hazard": return [Inject(at: time, .hazard(HazardID(content.reference())))]
        case "channelsCut": return [Inject(at: time, .channels(cut: content.flag()))]
        case "casualty":
            let zone = ZoneID(content.reference("zone"))
            let person = PersonID(in: zone, number: content.count("person"))
            let severity: Severity = content.named("severity")
            return [Inject(at: time, .casualty(person, severity))]
        case "network":
            return (network?.roads(content) ?? []).map { road in
                Inject(at: time, .road(road, closed: content.flag("closed")))
            }
        case "traffic":
            let permille = Int32((content.number("speedFactor") * 1000).rounded())
            return content.list("classes").compactMap { value in
                guard let place = MapFolder.kinds.firstIndex(of: value.text()),
                    let kind = RoadKind(rawValue: UInt8(place))
                else { return nil }
                return Inject(at: time, .traffic(kind, permille: permille))
            }
        default:
            return roadsBetween(content, roads).map { road in
                Inject(at: time, .road(road, closed: content.flag("closed")))
            }
        }
    }

    /// Returns what an inject is called, once for every change it makes.
    static func names(
        _ value: Checked,
        roads: [Road],
        _ network: NetworkRoads?,
        _ names: ScenarioNames
    ) -> [Name] {
        let (key, content) = value.alternative()
        let count = injects(value, roads: roads, network).count
        let title =
            switch key {
            case "hazard":
                text(names.hazards[content.reference()].title, "%: begins", "%：发生")
            case "channelsCut":
                content.flag()
                    ? Bilingual("all channels are cut", "全部通信中断")
                    : Bilingual("all channels work again", "全部通信恢复")
            case "casualty":
                text(
                    names.zones[content.reference("zone")].title,
                    "a hidden casualty at %",
                    "%出现隐蔽伤员"
                )
            case "network": networkTitle(content)
            case "traffic": trafficTitle(content)
            default: roadTitle(content, names)
            }
        return Array(repeating: Name(id: key, title: title), count: count)
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

    private static func networkTitle(_ content: Checked) -> Bilingual {
        let (key, value) = content.alternative()
        let name =
            key == "named"
            ? value.text() : value.list().map { "\($0.count())" }.joined(separator: ", ")
        return content.flag("closed")
            ? text(Bilingual(verbatim: name), "road % is closed", "道路%中断")
            : text(Bilingual(verbatim: name), "road % is open again", "道路%恢复通行")
    }

    private static func trafficTitle(_ content: Checked) -> Bilingual {
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
