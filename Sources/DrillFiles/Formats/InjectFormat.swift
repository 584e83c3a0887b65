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

    /// Reads an inject; a road that does not exist gives nothing.
    static func injects(_ value: Checked, roads: [Road]) -> [Inject] {
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
        default:
            return roadsBetween(content, roads).map { road in
                Inject(at: time, .road(road, closed: content.flag("closed")))
            }
        }
    }

    /// Returns what an inject is called, once for every change it makes.
    static func names(_ value: Checked, roads: [Road], _ names: ScenarioNames) -> [Name] {
        let (key, content) = value.alternative()
        let count = injects(value, roads: roads).count
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
