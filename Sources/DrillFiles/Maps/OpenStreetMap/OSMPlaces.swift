import EventKernel
import Terrain
import Wording

/// Finds stations, hospitals, hydrants and buildings among the elements of a file.
struct OSMPlaces {
    private let data: OSMData
    private(set) var features: [MapFeature] = []
    private(set) var buildings: [MapBuilding] = []
    private var ways: [Int64: Int] = [:]
    private var repeated = 0
    private var unplaced = 0
    private var buildingCount = 0
    private var notHomes = 0
    private var workAreas: [WorkArea] = []

    /// Uses of land where nobody lives.
    private static let workUses = [
        "industrial", "commercial", "retail", "farmyard", "depot", "military",
    ]

    init(_ data: OSMData) {
        self.data = data
        for (number, way) in data.ways.enumerated() { ways[way.id] = number }
    }

    mutating func find() {
        for way in data.ways {
            guard let use = way.tags[.landuse], Self.workUses.contains(use) else { continue }
            workAreas.append(WorkArea(outline(of: way)))
        }
        for node in data.tagged {
            add(node.tags, [node.position])
        }
        for way in data.ways { add(way.tags, outline(of: way)) }
        for relation in data.relations where relation.tags[.type]?.hasPrefix("restriction") != true
        {
            let outer = relation.members.filter { $0.kind == .way && $0.role != "inner" }
            let outlines = outer.compactMap { ways[$0.id].map { outline(of: data.ways[$0]) } }
            add(relation.tags, outlines.count == 1 ? outlines[0] : outlines.flatMap { $0 })
        }
        mergeRepeated()
    }

    func report(to report: inout ImportReport) {
        report.find("buildings", buildingCount, "buildings", "建筑")
        for kind in MapFeatureKind.allCases {
            let count = features.count { $0.kind == kind }
            guard count > 0 else { continue }
            report.find(kind.rawValue, count, kind.title.english.lowercased(), kind.title.chinese)
        }
        report.drop(
            "notHomes",
            notHomes,
            "buildings in which nobody lives: garages, sheds, works, churches …",
            "非居住建筑（车库、棚屋、厂房、教堂等）"
        )
        report.drop(
            "repeatedPlaces",
            repeated,
            "places that are on the map more than once",
            "重复标注的场所"
        )
        report.drop(
            "unplacedPlaces",
            unplaced,
            "places whose nodes the file does not hold",
            "缺少节点的场所"
        )
    }

    private func outline(of way: OSMData.Way) -> [Position] {
        data.references[way.nodes].compactMap { data.index(ofNode: $0) }.map { data.positions[$0] }
    }

    // MARK: Features

    private mutating func add(_ tags: OSMTags, _ outline: [Position]) {
        if tags.says(.building) { addBuilding(tags, outline) }
        guard let kind = Self.kind(of: tags) else { return }
        guard let middle = Self.middle(outline) else {
            unplaced += 1
            return
        }
        let plain = tags[.name] ?? ""
        features.append(
            MapFeature(
                kind: kind,
                position: middle,
                english: tags[.nameEnglish] ?? plain,
                chinese: tags[.nameChinese] ?? plain,
                capacity: (tags[.beds] ?? tags[.capacity]).flatMap(Int32.init).map { max(0, $0) }
                    ?? 0
            )
        )
    }

    private static func kind(of tags: OSMTags) -> MapFeatureKind? {
        switch tags[.emergency] {
        case "fire_hydrant": return .hydrant
        case "ambulance_station": return .ambulanceStation
        case "assembly_point": return .shelter
        default: break
        }
        switch tags[.amenity] {
        case "fire_station": return .fireStation
        case "hospital": return .hospital
        case "clinic", "doctors": return .clinic
        case "police": return .police
        case "school": return .school
        case "kindergarten": return .kindergarten
        case "university", "college": return .university
        case "fuel": return .fuelStation
        case "shelter": return tags[.shelterType] == "public_transport" ? nil : .shelter
        default: break
        }
        if tags[.healthcare] == "hospital" { return .hospital }
        switch tags[.manMade] {
        case "storage_tank": return .storageTank
        case "works": return .works
        default: return nil
        }
    }

    private static func middle(_ outline: [Position]) -> Position? {
        guard let first = outline.first else { return nil }
        let distinct =
            outline.count > 1 && outline.last == first ? outline.dropLast() : outline[...]
        var (east, north) = (Int64(0), Int64(0))
        for position in distinct {
            east += Int64(position.longitude)
            north += Int64(position.latitude)
        }
        let count = Int64(distinct.count)
        return Position(longitude: Int32(east / count), latitude: Int32(north / count))
    }

    /// A place drawn as a point and as a building, or mapped by several hands, counts once: of one kind
    /// within 150 m, or of one name within a kilometre.
    private mutating func mergeRepeated() {
        var kept: [MapFeature] = []
        for feature in features {
            let isKnown =
                feature.kind != .hydrant && feature.kind != .storageTank
                && kept.contains { other in
                    guard other.kind == feature.kind else { return false }
                    let distance = other.position.distanceMeters(to: feature.position)
                    let isNameless = other.chinese.isEmpty || feature.chinese.isEmpty
                    return other.chinese == feature.chinese && !isNameless
                        ? distance < 1000 : isNameless && distance < 150
                }
            if isKnown { repeated += 1 } else { kept.append(feature) }
        }
        features = kept
    }

    // MARK: Buildings

    private static let homes = [
        "yes", "house", "apartments", "residential", "detached", "terrace", "semidetached_house",
        "dormitory", "bungalow", "farm", "hut", "static_caravan", "houseboat",
    ]

    private mutating func addBuilding(_ tags: OSMTags, _ outline: [Position]) {
        buildingCount += 1
        guard let middle = Self.middle(outline) else { return }
        let area = Self.squareMeters(outline)
        let use = tags[.building] ?? "yes"
        // Of what is only called a building, the small are sheds and garages, the large halls; what
        // has a public use or lies among works is no home.
        let isLikely = use == "yes" ? (50...1000).contains(area) : area >= 30
        let isHome =
            Self.homes.contains(use) && isLikely && tags[.amenity] == nil
            && tags[.manMade] == nil && !workAreas.contains { $0.contains(middle) }
        if !isHome { notHomes += 1 }
        let levels = tags[.levels].flatMap(Double.init).flatMap { $0 > 0 && $0 < 200 ? $0 : nil }
        buildings.append(
            MapBuilding(
                position: middle,
                groundSquareMeters: area,
                levels: levels ?? (use == "apartments" ? 6 : 2),
                isCounted: levels != nil,
                isHome: isHome
            )
        )
    }

    /// Area within an outline [m2], by the shoelace formula on the plane around its first point.
    private static func squareMeters(_ outline: [Position]) -> Double {
        guard outline.count > 3, outline.first == outline.last else { return 0 }
        let plane = Plane(around: outline[0])
        let points = outline.map { plane.point($0) }
        var twice = 0.0
        for place in points.indices.dropFirst() {
            let (a, b) = (points[place - 1], points[place])
            twice += a.eastMeters * b.northMeters - b.eastMeters * a.northMeters
        }
        return abs(twice) / 2
    }
}

/// An area of land with a use.
private struct WorkArea {
    private let outline: [Position]
    private let longitudes: ClosedRange<Int32>
    private let latitudes: ClosedRange<Int32>

    init(_ outline: [Position]) {
        self.outline = outline
        let (east, north) = (outline.map(\.longitude), outline.map(\.latitude))
        longitudes = (east.min() ?? 0)...(east.max() ?? 0)
        latitudes = (north.min() ?? 0)...(north.max() ?? 0)
    }

    /// Tells whether a position lies within: whether a line to the east crosses the outline an odd
    /// number of times.
    func contains(_ position: Position) -> Bool {
        guard longitudes.contains(position.longitude), latitudes.contains(position.latitude) else {
            return false
        }
        var isInside = false
        for place in outline.indices.dropFirst() {
            let (a, b) = (outline[place - 1], outline[place])
            guard (a.latitude > position.latitude) != (b.latitude > position.latitude) else {
                continue
            }
            let share =
                (position.latitudeDegrees - a.latitudeDegrees)
                / (b.latitudeDegrees - a.latitudeDegrees)
            let east = a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees)
            if east > position.longitudeDegrees { isInside.toggle() }
        }
        return isInside
    }
}

/// A plane that touches the earth at a point: equirectangular, on a sphere of 6,371 km.
struct Plane {
    let origin: Position
    private let metersPerDegree = 6_371_000 * Double.pi / 180
    let cosine: Double

    init(around origin: Position) {
        self.origin = origin
        cosine = Elementary.cos(origin.latitudeDegrees * .pi / 180)
    }

    func point(_ position: Position) -> Point {
        Point(
            eastMeters: (position.longitudeDegrees - origin.longitudeDegrees) * cosine
                * metersPerDegree,
            northMeters: (position.latitudeDegrees - origin.latitudeDegrees) * metersPerDegree
        )
    }
}
