import EventKernel
import Foundation
import Testing
import Wording

@testable import DrillFiles

/// Broken maps and tables get a message with their place, in both languages, and crash nothing.
@Suite struct MapRefusalTests {
    /// A map made wrong in one thing.
    struct Broken: CustomTestStringConvertible, Sendable {
        let name: String
        let format: String
        let texts: [String]
        /// Code of the first message, and the line it points at; 0 for the file as a whole.
        let code: String
        let line: Int
        var isWarning = false

        var testDescription: String { name }
    }

    private static func osm(_ old: String, _ new: String) -> [String] {
        precondition(SmallMaps.osm.contains(old), "The small map holds what is changed.")
        return [SmallMaps.osm.replacingOccurrences(of: old, with: new)]
    }

    static let broken: [Broken] = [
        Broken(
            name: "an XML bomb",
            format: "osm",
            texts: osm(
                "<osm version",
                "<!DOCTYPE lolz [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>\n<osm version"
            ),
            code: "document-type",
            line: 2
        ),
        Broken(
            name: "an external entity",
            format: "osm",
            texts: osm("<osm version", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">\n<osm version"),
            code: "document-type",
            line: 2
        ),
        Broken(
            name: "a file cut off",
            format: "osm",
            texts: [String(SmallMaps.osm.prefix(700))],
            code: "cut-off-file",
            line: 11
        ),
        Broken(
            name: "a file without an end",
            format: "osm",
            texts: osm("</osm>\n", ""),
            code: "cut-off-file",
            line: 17
        ),
        Broken(
            name: "an element that ends another",
            format: "osm",
            texts: osm("<tag k=\"highway\" v=\"primary\"/>", "</node>"),
            code: "unexpected-end",
            line: 8
        ),
        Broken(
            name: "a number that is none",
            format: "osm",
            texts: osm("node id=\"3\"", "node id=\"x3\""),
            code: "missing-number",
            line: 5
        ),
        Broken(
            name: "an attribute without quotes",
            format: "osm",
            texts: osm("id=\"10\"", "id=10"),
            code: "not-xml",
            line: 8
        ),
        Broken(
            name: "another XML file",
            format: "osm",
            texts: ["<gpx>\n</gpx>\n"],
            code: "not-a-map",
            line: 1
        ),
        Broken(
            name: "no XML",
            format: "osm",
            texts: ["id,lat,lon\n1,2,3\n"],
            code: "not-xml",
            line: 1
        ),
        Broken(name: "an empty file", format: "osm", texts: [""], code: "not-a-map", line: 1),
        Broken(
            name: "no roads",
            format: "osm",
            texts: ["<osm>\n<node id=\"1\" lat=\"1\" lon=\"2\"/>\n</osm>\n"],
            code: "no-roads",
            line: 0
        ),
        Broken(
            name: "a packed file",
            format: "osm",
            texts: ["\u{1F}\u{8B}"],
            code: "not-xml",
            line: 1
        ),
        Broken(
            name: "a negative speed",
            format: "osm",
            texts: osm("20 mph", "-5"),
            code: "speed",
            line: 9,
            isWarning: true
        ),
        Broken(
            name: "a node nowhere on earth",
            format: "osm",
            texts: osm("lat=\"31.2100\"", "lat=\"3121.00\""),
            code: "coordinates-out-of-range",
            line: 6,
            isWarning: true
        ),
        Broken(
            name: "metres instead of degrees",
            format: "csv",
            texts: [
                SmallMaps.places.replacingOccurrences(of: "121.42", with: "354000"),
                SmallMaps.roads,
            ],
            code: "coordinate",
            line: 3
        ),
        Broken(
            name: "latitude before longitude",
            format: "csv",
            texts: [
                SmallMaps.places.replacingOccurrences(of: "121.40,31.20", with: "31.20,121.40"),
                SmallMaps.roads,
            ],
            code: "coordinate",
            line: 2
        ),
        Broken(
            name: "a place that is not there",
            format: "csv",
            texts: [SmallMaps.places, SmallMaps.roads + "a,c,1,2\n"],
            code: "missing-place",
            line: 3
        ),
        Broken(
            name: "a name twice",
            format: "csv",
            texts: [SmallMaps.places + "a,Again,,121.4,31.2,\n", SmallMaps.roads],
            code: "repeated-name",
            line: 4
        ),
        Broken(
            name: "a road to itself",
            format: "csv",
            texts: [SmallMaps.places, SmallMaps.roads + "a,a,1,2\n"],
            code: "road",
            line: 3
        ),
        Broken(
            name: "a negative length",
            format: "csv",
            texts: [SmallMaps.places, SmallMaps.roads + "b,a,-1,2\n"],
            code: "number",
            line: 3
        ),
        Broken(
            name: "a negative speed in a table",
            format: "csv",
            texts: [SmallMaps.places, SmallMaps.roads + "b,a,1,-2\n"],
            code: "number",
            line: 3
        ),
        Broken(
            name: "a quotation mark that stays open",
            format: "csv",
            texts: [SmallMaps.places + "c,\"C,,121.4,31.2,\n", SmallMaps.roads],
            code: "open-quote",
            line: 4
        ),
        Broken(
            name: "text behind a quotation mark",
            format: "csv",
            texts: [SmallMaps.places + "c,\"C\"x,,121.4,31.2,\n", SmallMaps.roads],
            code: "text-behind-quote",
            line: 4
        ),
        Broken(
            name: "headings nobody knows",
            format: "csv",
            texts: ["foo,bar\n1,2\n", SmallMaps.roads],
            code: "heading",
            line: 1
        ),
        Broken(
            name: "a population of half a person",
            format: "csv",
            texts: [
                SmallMaps.places.replacingOccurrences(of: "900", with: "0.5"), SmallMaps.roads,
            ],
            code: "number",
            line: 3
        ),
        Broken(
            name: "projected GeoJSON",
            format: "geojson",
            texts: [
                SmallMaps.geoJSON.replacingOccurrences(
                    of: "[121.40, 31.20]",
                    with: "[354000.5, 3454000.1]"
                )
            ],
            code: "coordinate",
            line: 3
        ),
        Broken(
            name: "a position of one number",
            format: "geojson",
            texts: [
                SmallMaps.geoJSON.replacingOccurrences(of: "[121.40, 31.20]", with: "[121.40]")
            ],
            code: "coordinate",
            line: 3
        ),
        Broken(
            name: "JSON that is no GeoJSON",
            format: "geojson",
            texts: ["{ \"type\": \"Topology\" }"],
            code: "not-a-map",
            line: 1
        ),
        Broken(
            name: "GeoJSON cut off",
            format: "geojson",
            texts: [String(SmallMaps.geoJSON.prefix(200))],
            code: "unclosed-bracket",
            line: 3
        ),
    ]

    @Test(arguments: broken)
    func `what is wrong with a map is named with its place`(broken: Broken) throws {
        try MapWorkshop.open { workshop in
            let (map, diagnostics) = try workshop.read(
                broken.texts.map { Array($0.utf8) },
                as: broken.format
            )
            #expect((map == nil) == !broken.isWarning)
            let first = try #require(diagnostics.sorted.first)
            #expect(first.code == broken.code)
            for language in Language.allCases {
                let text = DiagnosticRenderer(language: language).text(diagnostics)
                let place = broken.line == 0 ? ": " : ":\(broken.line):"
                #expect(text.contains(place), "\(text)")
            }
            #expect(
                !first.message.chinese.isEmpty && first.message.chinese != first.message.english
            )
        }
    }

    @Test func `the small maps are in order, and become scenarios`() throws {
        let maps: [([String], String)] = [
            ([SmallMaps.osm], "osm"), ([SmallMaps.roads, SmallMaps.places], "csv"),
            ([SmallMaps.geoJSON], "geojson"),
        ]
        for (texts, format) in maps {
            try MapWorkshop.open { workshop in
                let (map, diagnostics) = try workshop.read(texts.map { Array($0.utf8) }, as: format)
                #expect(
                    diagnostics.count == 0,
                    "\(DiagnosticRenderer(language: .english).text(diagnostics))"
                )
                let (scenario, doubts) = try workshop.scenario(try #require(map))
                #expect(doubts.count == 0, "\(DiagnosticRenderer(language: .english).text(doubts))")
                #expect(scenario.isSound)
            }
        }
    }

    /// Nodes of a large ring; a release build reads ten times as many.
    #if DEBUG
        private static let ring = 100_000
    #else
        private static let ring = 1_000_000
    #endif

    @Test func `a ring of very many nodes, an island and a road without length are read`() throws {
        let count = Self.ring
        var text = "<osm>\n"
        for node in 0..<count {
            let angle = 2 * Double.pi * Double(node) / Double(count)
            text +=
                "<node id=\"\(node)\" lat=\"\(30 + 0.1 * Elementary.sin(angle))\" lon=\"\(120 + 0.1 * Elementary.cos(angle))\"/>\n"
        }
        text +=
            "<node id=\"2000000\" lat=\"31\" lon=\"121\"/><node id=\"2000001\" lat=\"31\" lon=\"121\"/>\n"
        text += "<way id=\"1\">" + (0..<count).map { "<nd ref=\"\($0)\"/>" }.joined()
        text += "<nd ref=\"0\"/><tag k=\"highway\" v=\"road\"/></way>\n"
        text +=
            "<way id=\"2\"><nd ref=\"2000000\"/><nd ref=\"2000001\"/><tag k=\"highway\" v=\"road\"/></way>\n</osm>\n"
        try MapWorkshop.open { workshop in
            let path = try workshop.write("ring.osm", Array(text.utf8))
            let (map, _) = try MapImport.openStreetMap(path)
            #expect(map.roads.count == 3 && map.crossings.count == 4)
            #expect(map.roads.allSatisfy { $0.lengthMeters > 0 })
            #expect(StrongParts(map).sizes.sorted() == [2, 2])
        }
    }

    @Test func `nodes that are missing cut a way, and are counted`() throws {
        try MapWorkshop.open { workshop in
            let text = SmallMaps.osm.replacingOccurrences(
                of: "<nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/>",
                with:
                    "<nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"99\"/><nd ref=\"98\"/><nd ref=\"3\"/>"
            )
            let path = try workshop.write("cut.osm", Array(text.utf8))
            let (map, diagnostics) = try MapImport.openStreetMap(path)
            #expect(map.report.dropped.contains { $0.key == "missingNodes" && $0.count > 0 })
            #expect(diagnostics.isEmpty)
            let (whole, _) = try MapImport.openStreetMap(
                try workshop.write("whole.osm", Array(SmallMaps.osm.utf8))
            )
            #expect(map.roads.count < whole.roads.count)
        }
    }

    @Test(arguments: ["osm", "csv", "geojson"])
    func `bytes that are no text are refused with their place`(format: String) throws {
        let texts = [
            "osm": [SmallMaps.osm], "csv": [SmallMaps.places, SmallMaps.roads],
            "geojson": [SmallMaps.geoJSON],
        ]
        var bytes = try #require(texts[format]).map { Array($0.utf8) }
        // Within a name, an identifier and a key.
        let words = ["osm": "东&amp;西路", "csv": "医院", "geojson": "highway"]
        let word = Array(try #require(words[format]).utf8)
        let place = try #require(
            bytes[0].indices.first { bytes[0][$0...].starts(with: word) }
        )
        bytes[0].replaceSubrange(place..<(place + 2), with: [0xFF, 0xFF])
        try MapWorkshop.open { workshop in
            let (map, diagnostics) = try workshop.read(bytes, as: format)
            #expect(map == nil)
            let text = DiagnosticRenderer(language: .english).text(diagnostics)
            #expect(text.contains("0.\(format):"), "\(text)")
        }
    }

    @Test func `no change of a byte and no cut crashes a reader`() throws {
        var stream = RandomStream(DrillKey(seed: 4, drill: 0), purpose: 1, entity: 0)
        let maps: [([String], String)] = [
            ([SmallMaps.osm], "osm"), ([SmallMaps.roads, SmallMaps.places], "csv"),
            ([SmallMaps.geoJSON], "geojson"),
        ]
        try MapWorkshop.open { workshop in
            for round in 0..<300 {
                let (texts, format) = maps[round % 3]
                var bytes = texts.map { Array($0.utf8) }
                for _ in 0...Int(stream.whole(below: 3)) {
                    let place = Int(stream.whole(below: UInt64(bytes[0].count)))
                    bytes[0][place] = UInt8(stream.whole(below: 256))
                }
                if round % 5 == 0 {
                    bytes[0].removeLast(Int(stream.whole(below: UInt64(bytes[0].count))))
                }
                let (map, diagnostics) = try workshop.read(bytes, as: format)
                #expect(map != nil || diagnostics.hasErrors)
            }
        }
    }
}
