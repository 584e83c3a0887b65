import Terrain

/// What the tags of a way say about it as a road.
struct OSMRoadTags {
    let kind: RoadKind
    /// 1 along the way only, −1 against it only, 0 both ways.
    let direction: Int
    let speedKilometersPerHour: Double
    /// Whether the speed is on the map.
    let hasSpeed: Bool
    /// Whether the way has a speed that cannot be read or is not positive.
    let hasBadSpeed: Bool
    let lanes: Int32
    let isBridge: Bool
    let name: String

    /// Why a way with `highway` is no road for us.
    enum Refusal: Int, CaseIterable {
        /// For people on foot, cycles, or other use.
        case notForCars
        /// Not to be entered.
        case closed
        /// A square or yard.
        case area
        /// Not built yet, or no longer there.
        case notThere
    }

    /// Speeds where the map has none: within towns the design speeds of CJJ 37, the middle of each
    /// class (motorway 80, trunk 60, main 50, between quarters 40, within 30, streets 20); links half
    /// way to the next class.
    private static let kinds: [(name: String, kind: RoadKind, speed: Double)] = [
        ("motorway", .motorway, 80), ("motorway_link", .motorway, 60),
        ("trunk", .trunk, 60), ("trunk_link", .trunk, 50),
        ("primary", .primary, 50), ("primary_link", .primary, 40),
        ("secondary", .secondary, 40), ("secondary_link", .secondary, 30),
        ("tertiary", .tertiary, 30), ("tertiary_link", .tertiary, 30),
        ("unclassified", .unclassified, 30), ("road", .unclassified, 30),
        ("residential", .residential, 30), ("living_street", .residential, 20),
        ("service", .service, 20),
    ]

    /// Returns what is known of a road, or why the way is none.
    static func read(_ tags: OSMTags) -> Result<OSMRoadTags, RefusalError> {
        guard let entry = kinds.first(where: { $0.name == tags[.highway] }) else {
            let gone = ["construction", "proposed", "abandoned", "razed", "disused", "planned"]
            let isGone = tags[.highway].map(gone.contains) ?? false
            return .failure(RefusalError(reason: isGone ? .notThere : .notForCars))
        }
        if tags[.area] == "yes" { return .failure(RefusalError(reason: .area)) }
        if let access = tags[.access], access == "no" || access == "private" {
            return .failure(RefusalError(reason: .closed))
        }
        let speed = tags[.maxspeed].flatMap(speed)
        let usable = speed.flatMap { $0 > 0 && $0 <= 400 ? $0 : nil }
        return .success(
            OSMRoadTags(
                kind: entry.kind,
                direction: direction(tags, entry.kind),
                speedKilometersPerHour: usable ?? entry.speed,
                hasSpeed: tags[.maxspeed] != nil,
                hasBadSpeed: tags[.maxspeed] != nil && usable == nil
                    && !words.contains(tags[.maxspeed] ?? ""),
                lanes: tags[.lanes].flatMap(Int32.init).map { min(max($0, 0), 30) } ?? 0,
                isBridge: tags.says(.bridge),
                name: tags[.name] ?? ""
            )
        )
    }

    struct RefusalError: Error { let reason: Refusal }

    /// Words that stand for no number.
    private static let words = ["none", "signals", "variable", "walk", "implicit"]

    /// Reads a speed [km/h]: `50`, `30 mph`; nil for anything else.
    private static func speed(_ text: String) -> Double? {
        if text == "walk" { return 7 }
        let parts = text.split(separator: " ")
        guard let first = parts.first, let value = Double(first), value.isFinite else { return nil }
        switch parts.dropFirst().first {
        case nil, "km/h", "kmh": return value
        case "mph": return value * 1.609344
        default: return nil
        }
    }

    private static func direction(_ tags: OSMTags, _ kind: RoadKind) -> Int {
        switch tags[.oneway] {
        case "yes", "true", "1": return 1
        case "-1", "reverse": return -1
        case "no", "false", "0": return 0
        default:
            let isRound = tags[.junction] == "roundabout" || tags[.junction] == "circular"
            return isRound || tags[.highway] == "motorway" ? 1 : 0
        }
    }
}
