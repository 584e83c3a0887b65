import DrillModel
import Foundation
import Terrain
import Testing
import Vocabulary
import Wording

@testable import DrillFiles

@Suite struct MapImportTests {
    private func smallMap() throws -> MapData {
        try MapWorkshop.open { workshop in
            let path = try workshop.write("small.osm", Array(SmallMaps.osm.utf8))
            return try MapImport.openStreetMap(path).0
        }
    }

    @Test func `roads are cut at crossings and keep what their tags say`() throws {
        let map = try smallMap()
        #expect(map.crossings.count == 5)
        #expect(
            map.roads.map(\.kind) == [.primary, .primary, .residential, .secondary, .secondary]
        )
        #expect(map.roads.map(\.name) == ["东&西路", "东&西路", "", "", ""])
        #expect(map.roads.map(\.isBridge) == [false, false, false, false, true])
        #expect(map.roads.map(\.isOneWay) == [false, false, false, true, false])
        // Against its nodes: from 5 to 2.
        #expect(map.roads[3].from == 4 && map.roads[3].to == 1)
        #expect(abs(map.roads[2].speedKilometersPerHour - 32.2) < 0.1)
        #expect(abs(map.roads[0].lengthMeters - 951) < 2)
    }

    @Test func `a turn is forbidden from all roads of the way that meet the crossing`() throws {
        let map = try smallMap()
        #expect(
            map.turns == [
                MapTurn(from: 0, crossing: 1, to: 2), MapTurn(from: 1, crossing: 1, to: 2),
            ]
        )
        let network = MapNetwork(map)
        // Road 0 is driven there, road 1 back, to meet crossing 1; directions come in pairs.
        let expected = [
            TurnBan(from: RoadID(0), to: RoadID(4)), TurnBan(from: RoadID(3), to: RoadID(4)),
        ]
        #expect(network.turnBans(behind: 0) == expected)
    }

    @Test func `a map comes back from its folder`() throws {
        let map = try smallMap()
        try MapWorkshop.open { workshop in
            try MapFolder.write(map, to: workshop.folder + "/map")
            var diagnostics = Diagnostics()
            let network = MapNetwork.read(
                workshop.folder + "/map",
                named: "map",
                into: &diagnostics
            )
            #expect(diagnostics.count == 0)
            let copy = try #require(network).map
            #expect(copy.crossings == map.crossings && copy.turns == map.turns)
            #expect(copy.roads.map(\.name) == map.roads.map(\.name))
            for (left, right) in zip(copy.roads, map.roads) {
                #expect(left.from == right.from && left.to == right.to)
                #expect(abs(left.lengthMeters - right.lengthMeters) <= 0.05)
            }
        }
    }

    /// Tables of the map folder made wrong in one thing, with the code of the message.
    static let brokenFolders: [(file: String, old: String, new: String, code: String)] = [
        ("crossings.csv", "121.41,31.2\n", "921.41,31.2\n", "coordinate"),
        ("crossings.csv", "longitude,latitude", "lon,lat", "heading"),
        ("roads.csv", "0,1,", "0,99,", "missing-crossing"),
        ("roads.csv", "0,1,", "0,0,", "road"),
        ("roads.csv", ",primary,", ",primry,", "class"),
        ("roads.csv", "0,1,951", "0,1,-951", "number"),
        ("roads.csv", ",no,no,", ",perhaps,no,", "flag"),
        ("roads.csv", ",no,no,", ",no,no,a,", "cell-count"),
        ("turns.csv", "0,1,2", "0,3,2", "turn"),
        ("turns.csv", "0,1,2", "77,1,2", "missing-road"),
    ]

    @Test(arguments: brokenFolders)
    func `what is wrong with a table of a map folder is named`(
        file: String,
        old: String,
        new: String,
        code: String
    ) throws {
        let map = try smallMap()
        try MapWorkshop.open { workshop in
            try MapFolder.write(map, to: workshop.folder + "/map")
            let path = workshop.folder + "/map/" + file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let range = try #require(text.range(of: old))
            try text.replacingCharacters(in: range, with: new)
                .write(toFile: path, atomically: true, encoding: .utf8)
            var diagnostics = Diagnostics()
            #expect(
                MapNetwork.read(workshop.folder + "/map", named: "map", into: &diagnostics) == nil
            )
            #expect(diagnostics.sorted.first { $0.range.path == path }?.code == code)
        }
    }

    @Test func `tables may be in GB18030 or begin with a byte order mark`() throws {
        let places = "名称,类别,经度,纬度,人口\n县医院,医院,121.40,31.20,\n张庄,村,121.42,31.20,900\n"
        let roads = "起点,终点,长度（千米）,车速（千米/时）\n县医院,张庄,2.5,40\n"
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let packed = try #require(places.data(using: encoding))
        try MapWorkshop.open { workshop in
            let (map, diagnostics) = try workshop.read(
                [[UInt8](packed), [0xEF, 0xBB, 0xBF] + Array(roads.utf8)],
                as: "csv"
            )
            #expect(
                diagnostics.count == 0,
                "\(DiagnosticRenderer(language: .english).text(diagnostics))"
            )
            let (scenario, _) = try workshop.scenario(try #require(map))
            #expect(scenario.names.hospitals.map(\.title.chinese) == ["县医院"])
            #expect(scenario.scenario.terrain.roads.count { $0.lengthMeters == 2500 } == 2)
        }
    }

    @Test func `shifted coordinates are brought back`() {
        // A pair that is published with conversions between the two systems.
        let shifted = CoordinateSystem.shifted(longitude: 116.404, latitude: 39.915)
        #expect(abs(shifted.longitude - 116.410_244_499_169_38) < 1e-9)
        #expect(abs(shifted.latitude - 39.916_404_281_501_64) < 1e-9)
        let back = CoordinateSystem.chinaShifted.worldGeodetic(
            longitude: shifted.longitude,
            latitude: shifted.latitude
        )
        #expect(abs(back.longitude - 116.404) < 1e-7 && abs(back.latitude - 39.915) < 1e-7)
        let plain = CoordinateSystem.chinaGeodetic.worldGeodetic(longitude: 116.4, latitude: 39.9)
        #expect(plain.longitude == 116.4 && plain.latitude == 39.9)
        let abroad = CoordinateSystem.shifted(longitude: 11.3, latitude: 49.5)
        #expect(abroad.longitude == 11.3 && abroad.latitude == 49.5)
    }

    @Test(arguments: [1, 1000, 5000])
    func `a made-up city holds together, and the same seed makes the same`(crossings: Int) throws {
        func city(_ seed: UInt64) -> MapData {
            var generator = CityGenerator(crossings: crossings, seed: seed)
            generator.make()
            return generator.map
        }
        let map = city(1)
        #expect(map.crossings.count >= crossings * 9 / 10)
        #expect(map.crossings.count <= max(200, crossings * 11 / 10))
        let parts = StrongParts(map).sizes
        #expect((parts.max() ?? 0) * 100 >= map.crossings.count * 98)
        #expect(city(1).crossings == map.crossings && city(2).crossings != map.crossings)
        #expect(crossings < 1000 || map.roads.contains { $0.isBridge })
    }

    @Test func `an inject closes the roads of a name, and a wrong name is told`() throws {
        try MapWorkshop.open { workshop in
            let (map, _) = try workshop.read([Array(SmallMaps.osm.utf8)], as: "osm")
            try #require(map).write(to: workshop.folder)
            let path = workshop.folder + "/scenario.jsonc"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            func injecting(_ name: String) throws -> (ScenarioFile, Diagnostics) {
                let more = """
                    "injects": [ { "at": "PT20M", "network": { "named": "\(name)" } },
                      { "at": "PT30M", "traffic": { "classes": ["primary"], "speedFactor": 0.5 } },
                    """
                try text.replacingOccurrences(of: "\"injects\": [", with: more)
                    .write(toFile: path, atomically: true, encoding: .utf8)
                return try workshop.scenario()
            }
            let (file, diagnostics) = try injecting("东&西路")
            #expect(
                diagnostics.count == 0,
                "\(DiagnosticRenderer(language: .english).text(diagnostics))"
            )
            // Two roads in two directions, one class, and the incident.
            #expect(file.scenario.injects.count == 6)
            let (_, wrong) = try injecting("东&东路")
            #expect(wrong.sorted.first?.code == "missing-road")
            #expect(wrong.sorted.first?.help?.english.contains("东&西路") == true)
        }
    }
}
