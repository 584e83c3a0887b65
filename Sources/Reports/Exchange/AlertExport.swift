import EventKernel
import Terrain
import Vocabulary
import Wording

/// The warnings sent in a drill as alerts of the Common Alerting Protocol, CAP 1.2 (OASIS 2010).
///
/// One alert for every order to warn a zone that reached those who carry it out, sent at that instant.
/// All are marked `Exercise`. What the model does not say is filled as the standard allows: the
/// severity follows the response level of the post, I to IV as Extreme, Severe, Moderate and Minor
/// (assumption D), `Unknown` where it has started none; a hazard that has begun is `Observed`, one that
/// has not is `Possible`; a warning asks to act at once, so that it is `Immediate`.
public struct AlertExport {
    /// One alert: a name for its file and the text.
    public struct Alert: Sendable {
        /// Identifier, which can stand as the name of a file.
        public let identifier: String
        /// XML in UTF-8.
        public let text: String
    }

    private let scene: ReplayScene
    private let drill: ReplayDrill
    private let time: ExchangeTime

    /// Takes a drill.
    public init(_ scene: ReplayScene, _ drill: ReplayDrill) {
        self.scene = scene
        self.drill = drill
        time = ExchangeTime(start: scene.start)
    }

    /// A warning that was sent.
    private struct Warning {
        let order: OrderID
        let post: PostID
        let zone: ZoneID
        /// Rule that gave the order; nil where none did.
        let rule: RuleID?
        let fact: Fact
        let level: ResponseLevel
        /// Hazards that had begun.
        let hazards: [HazardID]
    }

    /// All alerts, in order of sending.
    public var alerts: [Alert] {
        warnings.map { warning in
            Alert(identifier: identifier(warning), text: text(warning))
        }
    }

    private var warnings: [Warning] {
        var ordered: [OrderID: (post: PostID, zone: ZoneID, rule: RuleID?)] = [:]
        var levels: [PostID: ResponseLevel] = [:]
        var begun: [HazardID] = []
        var warnings: [Warning] = []
        for fact in drill.facts {
            switch fact.content {
            case .levelChanged(let post, let level): levels[post] = level
            case .exploded(let hazard, _), .ignited(let hazard, _), .began(let hazard, _):
                begun.append(hazard)
            case .orderedWarning(let order, let post, let zone):
                ordered[order] = (post, zone, rule(behind: fact))
            case .orderDelivered(let order):
                guard let (post, zone, rule) = ordered.removeValue(forKey: order) else { break }
                warnings.append(
                    Warning(
                        order: order,
                        post: post,
                        zone: zone,
                        rule: rule,
                        fact: fact,
                        level: levels[post] ?? .none,
                        hazards: begun
                    )
                )
            default: break
            }
        }
        return warnings
    }

    private func rule(behind fact: Fact) -> RuleID? {
        guard fact.cause != .none, fact.cause < fact.id,
            case .decided(_, let rule) = drill.facts[fact.cause.index].content
        else { return nil }
        return rule
    }

    // MARK: Texts

    /// Returns a text of letters, digits, dots and dashes: CAP forbids blanks, commas, `<` and `&` in
    /// identifiers.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in
                let isPlain =
                    scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "-")
                    || ("0"..."9").contains(scalar)
                return isPlain ? Character(scalar) : "_"
            }
        )
    }

    private func identifier(_ warning: Warning) -> String {
        "drill.\(Self.plain(scene.id)).\(Self.plain(drill.planID)).\(drill.seed).\(drill.drill)"
            + ".\(warning.order.index)"
    }

    private func sender(_ warning: Warning) -> String {
        let list = scene.names.posts
        let post = list.indices.contains(warning.post.index) ? list[warning.post.index].id : ""
        // The domain is one that never exists (RFC 2606).
        return "\(Self.plain(post))@\(Self.plain(scene.id)).invalid"
    }

    private func text(_ warning: Warning) -> String {
        let children: [Markup] =
            [
                leaf("identifier", identifier(warning)), leaf("sender", sender(warning)),
                leaf("sent", time.local(warning.fact.time)), leaf("status", "Exercise"),
                leaf("msgType", "Alert"), leaf("scope", "Public"),
                leaf(
                    "note",
                    "Simulated drill; not for any real event. 模拟推演，与任何真实事件无关。"
                ),
            ] + Language.allCases.map { info(warning, $0) }
        let root = Markup.element(
            "alert",
            ["xmlns": "urn:oasis:names:tc:emergency:cap:1.2"],
            children
        )
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.source + "\n"
    }

    private func leaf(_ name: String, _ text: String) -> Markup {
        .element(name, [:], Markup(text))
    }

    private func info(_ warning: Warning, _ language: Language) -> Markup {
        let staysIn = isToStayIn(warning)
        let zone = title(scene.names.zones, warning.zone.index, language)
        let event = event(warning)[language]
        let head: [Markup] =
            [leaf("language", language == .chinese ? "zh-CN" : "en-US")]
            + categories(warning).map { leaf("category", $0) }
        let rest: [Markup] = [
            leaf("event", event), leaf("responseType", staysIn ? "Shelter" : "Evacuate"),
            leaf("urgency", "Immediate"), leaf("severity", severity(warning)),
            leaf("certainty", warning.hazards.isEmpty ? "Possible" : "Observed"),
            leaf("senderName", title(scene.names.posts, warning.post.index, language)),
            leaf("headline", Self.headline(event, zone)[language]),
            leaf("instruction", (staysIn ? Self.stayIn : Self.leave)[language]),
            .element(
                "parameter",
                [:],
                leaf("valueName", "drill-fact"),
                leaf("value", "\(warning.fact.id.index)")
            ),
            area(warning, zone),
        ]
        return .element("info", [:], head + rest)
    }

    private func area(_ warning: Warning, _ zone: String) -> Markup {
        let area = scene.terrain.zones[warning.zone.index]
        let middle = scene.projection.degrees(area.center)
        let circle =
            Figures.decimal(middle.latitude, places: 5).minus + ","
            + Figures.decimal(middle.longitude, places: 5).minus + " "
            + Figures.decimal(area.radiusMeters / 1000, places: 3)
        return .element("area", [:], leaf("areaDesc", zone), leaf("circle", circle))
    }

    // MARK: Codes

    private func isToStayIn(_ warning: Warning) -> Bool {
        guard let rule = warning.rule, drill.shelteredZones.indices.contains(rule.index) else {
            return false
        }
        return drill.shelteredZones[rule.index].contains(warning.zone)
    }

    private func categories(_ warning: Warning) -> [String] {
        var categories: [String] = []
        for hazard in warning.hazards {
            let category =
                switch scene.hazards[hazard.index].kind {
                case .explosion, .fire, .fireball, .selfHeating: "Fire"
                case .release: "CBRNE"
                case .collapse: "Infra"
                }
            if !categories.contains(category) { categories.append(category) }
        }
        return categories.isEmpty ? ["Safety"] : categories
    }

    private func severity(_ warning: Warning) -> String {
        switch warning.level {
        case .one: "Extreme"
        case .two: "Severe"
        case .three: "Moderate"
        case .four: "Minor"
        case .none: "Unknown"
        }
    }

    private func event(_ warning: Warning) -> Bilingual {
        guard let hazard = warning.hazards.last,
            scene.names.hazards.indices.contains(hazard.index)
        else { return scene.title }
        return scene.names.hazards[hazard.index].title
    }

    private func title(_ list: [Name], _ index: Int, _ language: Language) -> String {
        list.indices.contains(index) ? list[index].title[language] : "\(index)"
    }

    private static func headline(_ event: String, _ zone: String) -> Bilingual {
        Bilingual("EXERCISE: \(event); warning for \(zone)", "【演练】\(event)：\(zone)预警")
    }

    private static let leave = Bilingual(
        "Leave the zone at once and go where you are told to.",
        "请立即撤离，按指引前往安置地点。"
    )
    private static let stayIn = Bilingual(
        "Stay indoors, shut windows and doors, and switch ventilation off.",
        "请留在室内，关闭门窗，停止通风。"
    )
}

extension String {
    /// The text with an ASCII minus sign, as numbers in files have it.
    fileprivate var minus: String {
        String(map { $0 == "\u{2212}" ? "-" : $0 })
    }
}
