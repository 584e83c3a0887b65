import Foundation
import Terrain
import Wording

/// Reads the tables of a map folder and reports all that is wrong with them.
struct MapFolderReader {
    private let folder: String
    private(set) var map = MapData()
    private(set) var diagnostics: Diagnostics
    /// Tables that were read, by name.
    private(set) var tables: [(name: String, bytes: [UInt8])] = []

    init(_ folder: String, _ diagnostics: Diagnostics) {
        self.folder = folder
        self.diagnostics = diagnostics
    }

    /// Reads crossings, roads and turns.
    mutating func readAll() {
        readTable(MapFolder.files.crossings, MapFolder.crossingColumns) { reader, map in
            if let position = Self.position(&reader, 0, 1) { map.crossings.append(position) }
        }
        readTable(MapFolder.files.roads, MapFolder.roadColumns) { reader, map in
            if let road = Self.road(&reader, map) { map.roads.append(road) }
        }
        readTable(MapFolder.files.turns, MapFolder.turnColumns) { reader, map in
            if let turn = Self.turn(&reader, map) { map.turns.append(turn) }
        }
    }

    private mutating func readTable(
        _ file: String,
        _ columns: [String],
        _ take: (inout CSVReader, inout MapData) -> Void
    ) {
        let path = folder + "/" + file
        guard
            let source = SourceText.read(
                at: path,
                into: &diagnostics,
                limit: MapFolder.byteLimit
            )
        else { return }
        tables.append((file, source.bytes))
        if source.bytes.count <= SourceText.byteLimit, let problem = source.encodingProblem {
            diagnostics.error(problem)
            return
        }
        var reader = CSVReader(source, diagnostics)
        if Self.checkHeading(&reader, columns) {
            while reader.next() {
                guard reader.cells.count == columns.count else {
                    Self.reportCount(&reader, columns.count)
                    continue
                }
                take(&reader, &map)
            }
        }
        diagnostics = reader.diagnostics
    }

    private static func checkHeading(_ reader: inout CSVReader, _ columns: [String]) -> Bool {
        let isThere = reader.next()
        let found = reader.cells.indices.map { reader.text($0) }
        guard isThere, found == columns else {
            let place = zip(found, columns).enumerated().first { $0.element.0 != $0.element.1 }
            reader.report(
                "heading",
                at: isThere ? place?.offset ?? 0 : nil,
                Bilingual("the headings are not those of this table", "表头与该表不符"),
                expected: Bilingual(verbatim: columns.joined(separator: ","))
            )
            return false
        }
        return true
    }

    private static func reportCount(_ reader: inout CSVReader, _ expected: Int) {
        reader.report(
            "cell-count",
            at: reader.cells.count > expected ? expected : reader.cells.count - 1,
            Bilingual(
                "the row has \(reader.cells.count) cells",
                "该行有 \(reader.cells.count) 个单元格"
            ),
            expected: Bilingual("\(expected) cells, as in the heading", "与表头一致的 \(expected) 个单元格"),
            help: Bilingual(
                "put a name with a comma into quotation marks",
                "含逗号的名称请加引号"
            )
        )
    }

    /// Reads a position; reports and returns nil where it is none.
    static func position(_ reader: inout CSVReader, _ longitude: Int, _ latitude: Int) -> Position?
    {
        let east = coordinate(&reader, longitude, 180)
        let north = coordinate(&reader, latitude, 90)
        guard let east, let north else { return nil }
        return Position(longitudeDegrees: east, latitudeDegrees: north)
    }

    private static func coordinate(
        _ reader: inout CSVReader,
        _ column: Int,
        _ most: Double
    ) -> Double? {
        if let value = reader.number(column), abs(value) <= most { return value }
        let range = numeral(most)
        reader.report(
            "coordinate",
            at: column,
            Bilingual(
                "\(quoted(reader.text(column))) is no coordinate",
                "\(quotedChinese(reader.text(column)))不是坐标"
            ),
            expected: Bilingual("degrees from -\(range) to \(range)", "-\(range) 至 \(range) 之间的度数"),
            help: Bilingual(
                "check that longitude and latitude are not exchanged and are in degrees",
                "请核对经纬度是否颠倒、单位是否为度"
            )
        )
        return nil
    }

    private static func road(_ reader: inout CSVReader, _ map: MapData) -> MapRoad? {
        let from = number(&reader, 0, below: map.crossings.count, .crossing)
        let to = number(&reader, 1, below: map.crossings.count, .crossing)
        let length = positive(&reader, 2, upTo: 2e7)
        let speed = positive(&reader, 3, upTo: 400)
        let kind = kind(&reader, 4)
        let isOneWay = flag(&reader, 6)
        let isBridge = flag(&reader, 7)
        guard let from, let to, let length, let speed, let kind, let isOneWay, let isBridge else {
            return nil
        }
        guard from != to else {
            reader.report(
                "road",
                at: 1,
                Bilingual("a road from a crossing to itself", "道路两端为同一交叉口"),
                expected: Bilingual("two different crossings", "两个不同的交叉口")
            )
            return nil
        }
        return MapRoad(
            from: Int32(from),
            to: Int32(to),
            lengthMeters: length,
            speedKilometersPerHour: speed,
            kind: kind,
            lanes: Int32(reader.integer(5) ?? 0),
            isOneWay: isOneWay,
            isBridge: isBridge,
            name: reader.text(8)
        )
    }

    private static func turn(_ reader: inout CSVReader, _ map: MapData) -> MapTurn? {
        let from = number(&reader, 0, below: map.roads.count, .road)
        let crossing = number(&reader, 1, below: map.crossings.count, .crossing)
        let to = number(&reader, 2, below: map.roads.count, .road)
        guard let from, let crossing, let to else { return nil }
        for (column, road) in [(0, from), (2, to)] {
            let ends = [map.roads[road].from, map.roads[road].to]
            guard !ends.contains(Int32(crossing)) else { continue }
            reader.report(
                "turn",
                at: column,
                Bilingual(
                    "road \(road) does not touch crossing \(crossing)",
                    "道路 \(road) 不经过交叉口 \(crossing)"
                ),
                expected: Bilingual("a road that ends at the crossing", "以该交叉口为端点的道路")
            )
            return nil
        }
        return MapTurn(from: Int32(from), crossing: Int32(crossing), to: Int32(to))
    }

    // MARK: Cells

    private enum Thing {
        case crossing, road
    }

    private static func number(
        _ reader: inout CSVReader,
        _ column: Int,
        below count: Int,
        _ thing: Thing
    ) -> Int? {
        if let value = reader.integer(column), value < count { return value }
        let (english, chinese) = thing == .crossing ? ("crossing", "交叉口") : ("road", "道路")
        let text = reader.text(column)
        reader.report(
            "missing-\(english)",
            at: column,
            Bilingual(
                "there is no \(english) \(quoted(text))",
                "没有编号为\(quotedChinese(text))的\(chinese)"
            ),
            expected: Bilingual(
                "the number of one of the \(count) \(english)s, from 0",
                "0 至 \(count - 1) 之间的\(chinese)编号"
            )
        )
        return nil
    }

    private static func positive(
        _ reader: inout CSVReader,
        _ column: Int,
        upTo most: Double
    ) -> Double? {
        if let value = reader.number(column), value > 0, value <= most { return value }
        let text = reader.text(column)
        reader.report(
            "number",
            at: column,
            Bilingual("\(quoted(text)) is no such number", "\(quotedChinese(text))不是有效数值"),
            expected: Bilingual(
                "a number above 0, at most \(numeral(most))",
                "大于 0 且不超过 \(numeral(most)) 的数"
            )
        )
        return nil
    }

    private static func kind(_ reader: inout CSVReader, _ column: Int) -> RoadKind? {
        let text = reader.text(column)
        if let place = MapFolder.kinds.firstIndex(of: text) {
            return RoadKind(rawValue: UInt8(place))
        }
        reader.report(
            "class",
            at: column,
            Bilingual("there is no class of road \(quoted(text))", "没有道路等级\(quotedChinese(text))"),
            expected: .oneOf(MapFolder.kinds),
            help: Nearest.name(to: text, among: MapFolder.kinds).map { .didYouMean($0) }
        )
        return nil
    }

    private static func flag(_ reader: inout CSVReader, _ column: Int) -> Bool? {
        switch reader.text(column) {
        case "yes": return true
        case "no": return false
        default:
            reader.report(
                "flag",
                at: column,
                Bilingual("neither yes nor no", "既非 yes 也非 no"),
                expected: Bilingual(verbatim: "yes / no")
            )
            return nil
        }
    }
}
