import Foundation
import Wording

@testable import DrillFiles

/// Reads maps from texts, through files in a folder of its own.
struct MapWorkshop {
    let folder: String

    /// Opens a folder, hands the workshop over, and clears the folder away.
    static func open<Result>(_ use: (MapWorkshop) throws -> Result) throws -> Result {
        let folder =
            FileManager.default.temporaryDirectory.path
            + "/drill-maps-\(ProcessInfo.processInfo.processIdentifier)-\(UInt64.random(in: 0 ... .max))"
        for inner in ["map", "plans"] {
            try FileManager.default.createDirectory(
                atPath: folder + "/" + inner,
                withIntermediateDirectories: true
            )
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try use(MapWorkshop(folder: folder))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Imports a text, or several tables, as a format.
    func read(
        _ texts: [[UInt8]],
        as format: String,
        in system: CoordinateSystem = .worldGeodetic
    ) throws -> (map: MapImport?, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let paths = try texts.enumerated().map { try write("\($0.offset).\(format)", $0.element) }
        let options = MapImport.Options()
        let map: MapImport? =
            switch format {
            case "osm": MapImport.openStreetMap(paths[0], options, into: &diagnostics)
            case "geojson": MapImport.geoJSON(paths[0], in: system, options, into: &diagnostics)
            default: MapImport.tables(paths, in: system, options, into: &diagnostics)
            }
        return (map, diagnostics)
    }

    /// Reads the scenario that a map becomes.
    func scenario(_ map: MapImport) throws -> (ScenarioFile, Diagnostics) {
        try map.write(to: folder)
        return try scenario()
    }

    /// Reads the scenario that is in the folder.
    func scenario() throws -> (ScenarioFile, Diagnostics) {
        var diagnostics = Diagnostics()
        let text = SourceText.read(at: folder + "/scenario.jsonc", into: &diagnostics)
        let file = ScenarioFile.read(
            text ?? SourceText(path: folder, bytes: []),
            into: &diagnostics
        )
        return (file, diagnostics)
    }
}

/// Small maps without mistakes.
enum SmallMaps {
    static let osm = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
          <node id="1" lat="31.2000" lon="121.4000"/>
          <node id="2" lat="31.2000" lon="121.4100"/>
          <node id="3" lat="31.2000" lon="121.4200"/>
          <node id="4" lat="31.2100" lon="121.4100"/>
          <node id="5" lat="31.1900" lon="121.4100"><tag k="amenity" v="hospital"/></node>
          <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="东&amp;西路"/></way>
          <way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/><tag k="maxspeed" v="20 mph"/></way>
          <way id="12"><nd ref="2"/><nd ref="5"/><tag k="highway" v="secondary"/><tag k="oneway" v="-1"/></way>
          <way id="13"><nd ref="5"/><nd ref="3"/><tag k="highway" v="secondary"/><tag k="bridge" v="yes"/></way>
          <relation id="20">
            <member type="way" ref="10" role="from"/><member type="node" ref="2" role="via"/>
            <member type="way" ref="11" role="to"/>
            <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/>
          </relation>
        </osm>

        """
    static let places =
        "id,name,kind,longitude,latitude,population\na,A,医院,121.40,31.20,\nb,B,,121.42,31.20,900\n"
    static let roads = "from,to,lengthMeters,speedKilometersPerHour\na,b,2500,40\n"
    static let geoJSON = """
        { "type": "FeatureCollection", "features": [
          { "type": "Feature", "properties": { "highway": "primary" },
            "geometry": { "type": "LineString", "coordinates": [[121.40, 31.20], [121.42, 31.20]] } },
          { "type": "Feature", "properties": { "highway": "residential" },
            "geometry": { "type": "LineString", "coordinates": [[121.42, 31.20], [121.42, 31.22]] } }
        ] }
        """
}
