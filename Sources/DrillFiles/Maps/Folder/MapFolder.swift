import Terrain
import Wording

/// How an imported road network stands in a folder beside a scenario: plain tables.
///
/// `crossings.csv` has a row a crossing or end of road, numbered from 0 in order; `roads.csv` a row a
/// road, both directions together, with the numbers of the crossings it joins; `turns.csv` a row a
/// forbidden turn, from one road over a crossing into another; `features.csv` what stands where, for
/// people. Units are in the headings; positions are in the scenario's coordinate system.
enum MapFolder {
    static let crossingColumns = ["longitude", "latitude"]
    static let roadColumns = [
        "from", "to", "lengthMeters", "speedKilometersPerHour", "class", "lanes", "oneWay",
        "bridge", "name", "shape",
    ]
    static let turnColumns = ["from", "crossing", "to"]
    static let featureColumns = [
        "kind", "nameEnglish", "nameChinese", "longitude", "latitude", "capacity",
    ]

    /// Names of the files.
    static let files = (
        crossings: "crossings.csv", roads: "roads.csv", turns: "turns.csv", features: "features.csv"
    )

    /// Largest table [bytes], 1 GiB -- constant.
    static let byteLimit = 1 << 30

    /// Names of the classes of roads, in the order of their numbers.
    static let kinds = [
        "unclassified", "motorway", "trunk", "primary", "secondary", "tertiary", "residential",
        "service",
    ]

    // MARK: Writing

    /// Writes a map into a folder that exists.
    static func write(_ map: MapData, to folder: String) throws(OutputError) {
        try OutputFile.write(crossings(map), to: folder + "/" + files.crossings)
        try OutputFile.write(roads(map), to: folder + "/" + files.roads)
        try OutputFile.write(turns(map), to: folder + "/" + files.turns)
        try OutputFile.write(features(map), to: folder + "/" + files.features)
    }

    private static func heading(_ columns: [String]) -> String {
        columns.joined(separator: ",") + "\n"
    }

    private static func crossings(_ map: MapData) -> String {
        var text = heading(crossingColumns)
        for crossing in map.crossings {
            text += "\(crossing.longitudeText),\(crossing.latitudeText)\n"
        }
        return text
    }

    private static func roads(_ map: MapData) -> String {
        var text = heading(roadColumns)
        for road in map.roads {
            let length = numeral((road.lengthMeters * 10).rounded() / 10)
            let speed = numeral((road.speedKilometersPerHour * 10).rounded() / 10)
            text += "\(road.from),\(road.to),\(length),\(speed),\(kinds[Int(road.kind.rawValue)]),"
            text += road.lanes > 0 ? "\(road.lanes)," : ","
            text += (road.isOneWay ? "yes," : "no,") + (road.isBridge ? "yes," : "no,")
            text += cell(road.name) + ","
            text += road.shape.map { "\($0.longitudeText) \($0.latitudeText)" }
                .joined(separator: ";")
            text += "\n"
        }
        return text
    }

    private static func turns(_ map: MapData) -> String {
        var text = heading(turnColumns)
        for turn in map.turns { text += "\(turn.from),\(turn.crossing),\(turn.to)\n" }
        return text
    }

    private static func features(_ map: MapData) -> String {
        var text = heading(featureColumns)
        for feature in map.features {
            text += "\(feature.kind.rawValue),\(cell(feature.english)),\(cell(feature.chinese)),"
            text += "\(feature.position.longitudeText),\(feature.position.latitudeText),"
            text += feature.capacity > 0 ? "\(feature.capacity)\n" : "\n"
        }
        return text
    }

    /// Puts a text into quotation marks where it needs them.
    private static func cell(_ text: String) -> String {
        let plain = text.filter { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
        guard plain.contains(where: { $0 == "," || $0 == "\"" }) || plain.first == " " else {
            return plain
        }
        return "\""
            + plain.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

extension Position {
    /// Degrees with seven decimals, trailing zeros left out.
    var longitudeText: String { Self.text(longitude) }
    /// Degrees with seven decimals, trailing zeros left out.
    var latitudeText: String { Self.text(latitude) }

    private static func text(_ value: Int32) -> String {
        let magnitude = value.magnitude
        var decimals = "\(magnitude % 10_000_000)"
        decimals = String(repeating: "0", count: 7 - decimals.count) + decimals
        while decimals.count > 1, decimals.hasSuffix("0") { decimals.removeLast() }
        return (value < 0 ? "-" : "") + "\(magnitude / 10_000_000).\(decimals)"
    }
}
