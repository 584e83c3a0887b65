import Foundation
import Terrain
import Wording

/// Reads plain tables of places and roads, as offices keep them.
///
/// A table whose headings name two ends is one of roads, one with longitude and latitude one of places.
/// Headings may be English or Chinese, in any order; columns nobody knows are passed over and reported.
struct MapTables {
    private(set) var map = MapData()
    private(set) var diagnostics: Diagnostics
    private let system: CoordinateSystem
    private var crossings: [String: Int32] = [:]
    private var unknownColumns = 0

    init(_ system: CoordinateSystem, _ diagnostics: Diagnostics) {
        self.system = system
        self.diagnostics = diagnostics
    }

    /// Reads all tables, those of places first whatever their order.
    mutating func read(_ paths: [String]) {
        let sources = paths.compactMap { SourceText.table(at: $0, into: &diagnostics) }
        let tables = sources.map { source -> (SourceText, [TableColumn: Int]) in
            var reader = CSVReader(source, Diagnostics())
            _ = reader.next()
            return (source, TableColumn.columns(reader).known)
        }
        for (source, columns) in tables where columns[.from] == nil { readPlaces(source) }
        for (source, columns) in tables where columns[.from] != nil { readRoads(source) }
        report()
    }

    // MARK: Places

    private mutating func readPlaces(_ source: SourceText) {
        var reader = CSVReader(source, diagnostics)
        _ = reader.next()
        let (columns, unknown) = TableColumn.columns(reader)
        unknownColumns += unknown
        if let longitude = columns[.longitude], let latitude = columns[.latitude],
            let name = columns[.identifier] ?? columns[.name]
        {
            while reader.next() { readPlace(&reader, columns, name, longitude, latitude) }
        } else {
            reader.report(
                "heading",
                at: 0,
                Bilingual(
                    "the headings are neither those of places nor of roads",
                    "表头既不是地点表也不是道路表"
                ),
                expected: Bilingual(
                    "name, longitude, latitude; or from, to",
                    "名称、经度、纬度；或起点、终点"
                )
            )
        }
        diagnostics = reader.diagnostics
    }

    private mutating func readPlace(
        _ reader: inout CSVReader,
        _ columns: [TableColumn: Int],
        _ name: Int,
        _ longitude: Int,
        _ latitude: Int
    ) {
        guard let given = MapFolderReader.position(&reader, longitude, latitude) else { return }
        let real = system.worldGeodetic(
            longitude: given.longitudeDegrees,
            latitude: given.latitudeDegrees
        )
        guard
            let position = Position(
                longitudeDegrees: real.longitude,
                latitudeDegrees: real.latitude
            )
        else { return }
        let key = reader.text(name)
        guard !key.isEmpty, crossings[key] == nil else {
            reader.report(
                "repeated-name",
                at: name,
                key.isEmpty
                    ? Bilingual("the place has no name", "该地点没有名称")
                    : Bilingual("the name \(quoted(key)) is taken", "名称\(quotedChinese(key))重复"),
                expected: Bilingual("a name of its own", "唯一的名称")
            )
            return
        }
        crossings[key] = Int32(map.crossings.count)
        map.crossings.append(position)
        let title = reader.isEmpty(columns[.name]) ? key : reader.text(columns[.name])
        addFeature(&reader, columns, title, position)
    }

    private mutating func addFeature(
        _ reader: inout CSVReader,
        _ columns: [TableColumn: Int],
        _ title: String,
        _ position: Position
    ) {
        if let column = columns[.persons], !reader.isEmpty(column) {
            if let persons = reader.integer(column), persons <= 10_000_000 {
                map.settlements.append(
                    MapSettlement(position: position, persons: persons, name: title)
                )
            } else {
                reader.report(
                    "number",
                    at: column,
                    Bilingual("this is no number of people", "这不是有效的人数"),
                    expected: Bilingual("a whole number, at most 10000000", "不超过 10000000 的整数")
                )
            }
        }
        guard let column = columns[.kind], !reader.isEmpty(column) else { return }
        guard let kind = MapFeatureKind.named(reader.text(column)) else { return }
        let beds = columns[.beds].flatMap { reader.integer($0) } ?? 0
        map.features.append(
            MapFeature(
                kind: kind,
                position: position,
                english: title,
                chinese: title,
                capacity: Int32(beds)
            )
        )
    }

    // MARK: Roads

    private mutating func readRoads(_ source: SourceText) {
        var reader = CSVReader(source, diagnostics)
        _ = reader.next()
        let (columns, unknown) = TableColumn.columns(reader)
        unknownColumns += unknown
        while reader.next() { readRoad(&reader, columns) }
        diagnostics = reader.diagnostics
    }

    private mutating func readRoad(_ reader: inout CSVReader, _ columns: [TableColumn: Int]) {
        let from = end(&reader, columns[.from])
        let to = end(&reader, columns[.to])
        guard let from, let to else { return }
        guard from != to else {
            reader.report(
                "road",
                at: columns[.to],
                Bilingual("a road from a place to itself", "道路两端为同一地点"),
                expected: Bilingual("two different places", "两个不同的地点")
            )
            return
        }
        let straight = map.crossings[Int(from)].distanceMeters(to: map.crossings[Int(to)])
        let meters = amount(&reader, columns[.lengthMeters], upTo: 2e7)
        let kilometers = amount(&reader, columns[.lengthKilometers], upTo: 2e4)
        let speed = amount(&reader, columns[.speed], upTo: 400)
        guard let meters, let kilometers, let speed else { return }
        let kind = Self.kind(reader.text(columns[.roadClass]))
        map.roads.append(
            MapRoad(
                from: from,
                to: to,
                // A road without a length is taken straight, and a third longer for its bends.
                lengthMeters: max(
                    meters.value ?? kilometers.value.map { $0 * 1000 } ?? straight * 1.3,
                    0.1
                ),
                speedKilometersPerHour: speed.value ?? Self.speeds[Int(kind.rawValue)],
                kind: kind,
                isOneWay: Self.means(reader.text(columns[.oneWay])),
                isBridge: Self.means(reader.text(columns[.bridge])),
                name: reader.text(columns[.name])
            )
        )
    }

    private mutating func end(_ reader: inout CSVReader, _ column: Int?) -> Int32? {
        let key = reader.text(column)
        if let crossing = crossings[key] { return crossing }
        reader.report(
            "missing-place",
            at: column,
            Bilingual("there is no place \(quoted(key))", "没有地点\(quotedChinese(key))"),
            expected: Bilingual("a place of the table of places", "地点表中的地点"),
            help: Nearest.name(to: key, among: crossings.keys.sorted()).map { .didYouMean($0) }
        )
        return nil
    }

    /// A number that may be missing.
    private struct Amount {
        let value: Double?
    }

    /// Reads a number above 0 that may be missing; nil where it is something else.
    private func amount(_ reader: inout CSVReader, _ column: Int?, upTo most: Double) -> Amount? {
        guard let column, !reader.isEmpty(column) else { return Amount(value: nil) }
        if let value = reader.number(column), value > 0, value <= most {
            return Amount(value: value)
        }
        let text = reader.text(column)
        reader.report(
            "number",
            at: column,
            Bilingual("\(quoted(text)) is no such number", "\(quotedChinese(text))不是有效数值"),
            expected: Bilingual(
                "a number above 0, at most \(numeral(most)), or nothing",
                "大于 0 且不超过 \(numeral(most)) 的数，或留空"
            )
        )
        return nil
    }

    /// Speeds where the table has none, by class [km/h]; those of CJJ 37 as for other maps.
    private static let speeds = [30.0, 80, 60, 50, 40, 30, 30, 20]

    private static let chineseKinds = [
        "其他", "高速公路", "国道", "主干路", "次干路", "支路", "居住区道路", "内部道路",
    ]

    private static func kind(_ text: String) -> RoadKind {
        let place =
            MapFolder.kinds.firstIndex(of: text) ?? chineseKinds.firstIndex(of: text) ?? 0
        return RoadKind(rawValue: UInt8(place)) ?? .unclassified
    }

    private static func means(_ text: String) -> Bool {
        ["yes", "true", "1", "是", "单行", "y"].contains(text.lowercased())
    }

    private mutating func report() {
        map.report.find("places", map.crossings.count, "places", "地点")
        map.report.find("roads", map.roads.count, "roads", "道路")
        map.report.find("settlements", map.settlements.count, "places with people", "有人口的地点")
        map.report.drop("unknownColumns", unknownColumns, "columns nobody knows", "无法识别的列")
        map.attribution = Bilingual("From tables of the user.", "据用户表格。")
    }
}

/// A column of a table of places or roads.
enum TableColumn: CaseIterable {
    case identifier, name, kind, longitude, latitude, persons, beds
    case from, to, lengthMeters, lengthKilometers, speed, roadClass, oneWay, bridge

    /// Headings that name it, in lower case and without blanks.
    private var headings: [String] {
        switch self {
        case .identifier: ["id", "编号", "代码"]
        case .name: ["name", "名称", "地点", "道路名称", "地点名称"]
        case .kind: ["kind", "type", "类别", "类型"]
        case .longitude: ["longitude", "lon", "lng", "经度", "x"]
        case .latitude: ["latitude", "lat", "纬度", "y"]
        case .persons: ["population", "persons", "人口", "人数", "人口（人）"]
        case .beds: ["beds", "床位", "床位数"]
        case .from: ["from", "起点", "起始地点", "起"]
        case .to: ["to", "终点", "终止地点", "止"]
        case .lengthMeters: ["lengthmeters", "长度（米）", "长度(米)", "长度米"]
        case .lengthKilometers:
            ["lengthkilometers", "长度（千米）", "长度(千米)", "长度（公里）", "长度(公里)", "里程（公里）", "里程(公里)"]
        case .speed:
            [
                "speedkilometersperhour", "车速（千米/时）", "车速(千米/时)", "车速（公里/小时）", "车速(公里/小时)", "限速",
                "车速",
            ]
        case .roadClass: ["class", "等级", "道路等级"]
        case .oneWay: ["oneway", "单行", "单行道"]
        case .bridge: ["bridge", "桥梁"]
        }
    }

    /// Finds the columns of the latest row, which holds the headings.
    static func columns(_ reader: CSVReader) -> (known: [TableColumn: Int], unknown: Int) {
        var known: [TableColumn: Int] = [:]
        var unknown = 0
        for place in reader.cells.indices {
            let text = reader.text(place).lowercased().filter { $0 != " " }
            if let column = allCases.first(where: { $0.headings.contains(text) }),
                known[column] == nil
            {
                known[column] = place
            } else {
                unknown += 1
            }
        }
        return (known, unknown)
    }
}

extension MapFeatureKind {
    /// Returns the kind that a word of a table means, or nil.
    static func named(_ text: String) -> MapFeatureKind? {
        if let kind = MapFeatureKind(rawValue: text) { return kind }
        let chinese: [(String, MapFeatureKind)] = [
            ("消防", .fireStation), ("急救", .ambulanceStation), ("120", .ambulanceStation),
            ("医院", .hospital), ("卫生院", .clinic), ("诊所", .clinic), ("派出所", .police),
            ("公安", .police), ("幼儿园", .kindergarten), ("大学", .university), ("学校", .school),
            ("消火栓", .hydrant), ("避难", .shelter), ("加油站", .fuelStation), ("储罐", .storageTank),
            ("工厂", .works), ("企业", .works),
        ]
        return chinese.first { text.contains($0.0) }?.1
    }
}
