import Terrain
import Wording

/// A road of an imported map, both directions together.
struct MapRoad {
    /// Numbers of the crossings it joins.
    var from: Int32
    var to: Int32
    var lengthMeters: Double
    var speedKilometersPerHour: Double
    var kind: RoadKind
    /// Lanes of both directions together; 0 where unknown.
    var lanes: Int32 = 0
    /// Whether it is driven only from the first crossing to the second.
    var isOneWay = false
    var isBridge = false
    var name = ""
    /// Points between, for drawing.
    var shape: [Position] = []
}

/// A turn that is forbidden: from one road over a crossing into another.
struct MapTurn: Comparable {
    var from: Int32
    var crossing: Int32
    var to: Int32

    static func < (left: Self, right: Self) -> Bool {
        (left.from, left.crossing, left.to) < (right.from, right.crossing, right.to)
    }
}

/// What stands at a point of an imported map.
enum MapFeatureKind: String, CaseIterable {
    case fireStation, ambulanceStation, hospital, clinic, police, school, kindergarten, university
    case hydrant, shelter, fuelStation, storageTank, works

    /// What it is called.
    var title: Bilingual {
        switch self {
        case .fireStation: Bilingual("Fire station", "消防救援站")
        case .ambulanceStation: Bilingual("Ambulance station", "急救站")
        case .hospital: Bilingual("Hospital", "医院")
        case .clinic: Bilingual("Clinic", "诊所")
        case .police: Bilingual("Police", "公安机关")
        case .school: Bilingual("School", "学校")
        case .kindergarten: Bilingual("Kindergarten", "幼儿园")
        case .university: Bilingual("University", "高校")
        case .hydrant: Bilingual("Hydrant", "消火栓")
        case .shelter: Bilingual("Shelter", "避难场所")
        case .fuelStation: Bilingual("Filling station", "加油站")
        case .storageTank: Bilingual("Storage tank", "储罐")
        case .works: Bilingual("Works", "工厂")
        }
    }
}

/// A station, hospital, hydrant or the like.
struct MapFeature {
    var kind: MapFeatureKind
    var position: Position
    /// Name in Chinese and English where known, else as on the map; empty where it has none.
    var english = ""
    var chinese = ""
    /// Beds or places; 0 where unknown.
    var capacity: Int32 = 0
}

/// A building where people may live.
struct MapBuilding {
    var position: Position
    /// Ground area [m2].
    var groundSquareMeters: Double
    /// Floors.
    var levels: Double
    /// Whether the number of floors is on the map.
    var isCounted: Bool
    /// Whether people live there.
    var isHome: Bool
}

/// A place with a known number of people.
struct MapSettlement {
    var position: Position
    var persons: Int
    /// Name; empty where it has none.
    var name: String
}

/// An imported map, wherever it comes from.
struct MapData {
    /// Crossings and ends of roads.
    var crossings: [Position] = []
    var roads: [MapRoad] = []
    var turns: [MapTurn] = []
    var features: [MapFeature] = []
    var buildings: [MapBuilding] = []
    var settlements: [MapSettlement] = []
    /// Who must be named as the source of the map.
    var attribution = Bilingual(verbatim: "")
    var report = ImportReport()
}

/// What an import found, and what it left out and why.
struct ImportReport {
    /// One line of the report.
    struct Line {
        /// Stable name for programs.
        let key: String
        let title: Bilingual
        let count: Int
    }

    /// What was read.
    private(set) var found: [Line] = []
    /// What was left out, with the reason.
    private(set) var dropped: [Line] = []
    /// What was assumed.
    private(set) var assumed: [Bilingual] = []

    mutating func find(_ key: String, _ count: Int, _ english: String, _ chinese: String) {
        found.append(Line(key: key, title: Bilingual(english, chinese), count: count))
    }

    /// Adds a reason, unless nothing was left out for it.
    mutating func drop(_ key: String, _ count: Int, _ english: String, _ chinese: String) {
        guard count > 0 else { return }
        dropped.append(Line(key: key, title: Bilingual(english, chinese), count: count))
    }

    mutating func assume(_ english: String, _ chinese: String) {
        assumed.append(Bilingual(english, chinese))
    }

    func text(_ language: Language) -> String {
        var text = Bilingual("Found\n", "读入\n")[language] + Self.table(found, language)
        if !dropped.isEmpty {
            text += Bilingual("\nLeft out\n", "\n略去\n")[language] + Self.table(dropped, language)
        }
        if !assumed.isEmpty {
            text += Bilingual("\nAssumed\n", "\n假定\n")[language]
            for line in assumed { text += "  " + line[language] + "\n" }
        }
        return text
    }

    private static func table(_ lines: [Line], _ language: Language) -> String {
        let width = lines.map { "\($0.count)".count }.max() ?? 0
        return lines.map { line in
            let number = "\(line.count)"
            let blanks = String(repeating: " ", count: width - number.count)
            return "  \(blanks)\(number)  \(line.title[language])\n"
        }
        .joined()
    }

    var json: JSONValue {
        func object(_ lines: [Line]) -> JSONValue {
            .object(lines.map { ($0.key, .integer($0.count)) })
        }
        let texts = assumed.map {
            JSONValue.object([("en", .text($0.english)), ("zh", .text($0.chinese))])
        }
        return .object([
            ("format", .integer(1)), ("found", object(found)), ("leftOut", object(dropped)),
            ("assumed", .list(texts)),
        ])
    }
}
