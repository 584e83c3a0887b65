import Wording

/// Reads GeoJSON (RFC 7946): lines as roads, points as places, areas as buildings.
///
/// Properties are taken as the tags of OpenStreetMap, as tools that export from it write them; a line
/// without `highway` is a road of the class in `class` or `fclass`, or of none. Lines join where they
/// have a point in common.
struct GeoJSONReader {
    private(set) var data = OSMData()
    private(set) var diagnostics: Diagnostics
    private let system: CoordinateSystem
    private var nodes: [Position: Int64] = [:]
    private var unknownShapes = 0

    init(_ system: CoordinateSystem, _ diagnostics: Diagnostics) {
        self.system = system
        self.diagnostics = diagnostics
    }

    /// Reads a file.
    mutating func read(_ path: String) {
        let errors = diagnostics.errorCount
        guard let source = SourceText.read(at: path, into: &diagnostics) else { return }
        let root = Parser.parse(source, into: &diagnostics)
        guard diagnostics.errorCount == errors else { return }
        switch root["type"]?.text {
        case "FeatureCollection":
            for feature in root["features"]?.children.map({ $0 }) ?? [] { read(feature) }
        case "Feature": read(root)
        default:
            report(
                "not-a-map",
                at: root["type"]?.range ?? root.opening,
                Bilingual("this is no GeoJSON of features", "这不是包含要素的 GeoJSON"),
                expected: Bilingual(verbatim: "\"type\": \"FeatureCollection\"")
            )
        }
        data.counts = (data.nodeIDs.count, data.ways.count, 0)
    }

    /// Adds to a report what was left out.
    func report(to report: inout ImportReport) {
        report.drop("unknownShapes", unknownShapes, "features of other shapes", "其他几何类型的要素")
    }

    private mutating func read(_ feature: SyntaxNode) {
        guard let shape = feature["geometry"], let type = shape["type"]?.text,
            let coordinates = shape["coordinates"], coordinates.kind == .list
        else {
            unknownShapes += 1
            return
        }
        let properties = feature["properties"]
        switch type {
        case "Point":
            guard let position = position(coordinates) else { return }
            let tags = tags(properties, isRoad: false)
            if !tags.isEmpty { data.tagged.append(.init(position: position, tags: tags)) }
        case "LineString": add(coordinates, tags(properties, isRoad: true))
        case "MultiLineString":
            for line in coordinates.children { add(line, tags(properties, isRoad: true)) }
        case "Polygon":
            if let outline = coordinates.children.first(where: { _ in true }) {
                add(outline, tags(properties, isRoad: false))
            }
        case "MultiPolygon":
            for part in coordinates.children {
                if let outline = part.children.first(where: { _ in true }) {
                    add(outline, tags(properties, isRoad: false))
                }
            }
        default: unknownShapes += 1
        }
    }

    private mutating func add(_ line: SyntaxNode, _ tags: OSMTags) {
        let first = data.references.count
        for point in line.children {
            guard let position = position(point) else { continue }
            data.references.append(node(position))
        }
        data.ways.append(
            OSMData.Way(
                id: Int64(data.ways.count),
                nodes: first..<data.references.count,
                tags: tags,
                offset: line.range.lower
            )
        )
    }

    private mutating func node(_ position: Position) -> Int64 {
        if let known = nodes[position] { return known }
        let id = Int64(data.nodeIDs.count)
        nodes[position] = id
        data.nodeIDs.append(id)
        data.positions.append(position)
        return id
    }

    private mutating func position(_ point: SyntaxNode) -> Position? {
        let numbers = point.kind == .list ? point.children.prefix(2).map { $0 } : []
        guard numbers.count == 2, numbers.allSatisfy({ $0.kind == .number }) else {
            report(
                "coordinate",
                at: point.range,
                Bilingual("this is no position", "这不是坐标"),
                expected: Bilingual(verbatim: "[121.47, 31.23]")
            )
            return nil
        }
        let (longitude, latitude) = (numbers[0].number, numbers[1].number)
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            report(
                "coordinate",
                at: point.range,
                Bilingual("these are no degrees", "这不是经纬度"),
                expected: Bilingual(
                    "longitude from -180 to 180, then latitude from -90 to 90",
                    "先经度（-180 至 180），后纬度（-90 至 90）"
                ),
                help: Bilingual(
                    "export the map in WGS84 degrees, not in metres; see that longitude comes first",
                    "请以 WGS84 经纬度（而非米制投影）导出，并确认经度在前"
                )
            )
            return nil
        }
        let real = system.worldGeodetic(longitude: longitude, latitude: latitude)
        return Position(longitudeDegrees: real.longitude, latitudeDegrees: real.latitude)
    }

    private func tags(_ properties: SyntaxNode?, isRoad: Bool) -> OSMTags {
        var tags = OSMTags()
        for key in OSMKey.allCases {
            guard let value = properties?[key.rawValue].flatMap(text) else { continue }
            tags.add(key, value)
        }
        guard isRoad, tags[.highway] == nil, tags[.building] == nil else { return tags }
        let other = properties?["class"].flatMap(text) ?? properties?["fclass"].flatMap(text)
        tags.add(.highway, other ?? "unclassified")
        return tags
    }

    private func text(_ node: SyntaxNode) -> String? {
        switch node.kind {
        case .text: node.text.isEmpty ? nil : node.text
        case .number: numeral(node.number)
        case .yes: "yes"
        case .no: "no"
        default: nil
        }
    }

    private mutating func report(
        _ code: String,
        at range: SourceRange,
        _ message: Bilingual,
        expected: Bilingual,
        help: Bilingual? = nil
    ) {
        diagnostics.error(Diagnostic(code, at: range, message, expected: expected, help: help))
    }
}
