import Foundation
import Terrain
import Wording

@testable import DrillFiles

/// A real map beside the checkout, unpacked into a folder of its own.
struct RealMap {
    /// Folder of real data beside the checkout.
    private static let data = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data")

    /// Whether the folder is there.
    static var isThere: Bool { FileManager.default.fileExists(atPath: data.path) }

    /// Number of nodes, ways, relations, drivable ways, road nodes, crossings and restrictions that
    /// `SOURCE.txt` gives.
    struct Counts: Equatable {
        var nodes, ways, relations, drivableWays, roadNodes, junctions, turnRestrictions: Int
        var bridges, buildings: Int
    }

    let folder: String
    let file: String
    let counts: Counts

    static let guixi = RealMap(
        folder: "osm_cn_guixi",
        file: "guixi.osm",
        counts: Counts(
            nodes: 4020,
            ways: 433,
            relations: 24,
            drivableWays: 168,
            roadNodes: 1236,
            junctions: 328,
            turnRestrictions: 0,
            bridges: 16,
            buildings: 165
        )
    )
    static let haidian = RealMap(
        folder: "osm_cn_beijing_haidian",
        file: "beijing_haidian.osm",
        counts: Counts(
            nodes: 7450,
            ways: 1360,
            relations: 189,
            drivableWays: 452,
            roadNodes: 1517,
            junctions: 656,
            turnRestrictions: 5,
            bridges: 16,
            buildings: 529
        )
    )
    static let lauf = RealMap(
        folder: "osm_lauf",
        file: "lauf.drill.osm",
        counts: Counts(
            nodes: 56612,
            ways: 10311,
            relations: 88,
            drivableWays: 1561,
            roadNodes: 5807,
            junctions: 2091,
            turnRestrictions: 50,
            bridges: 23,
            buildings: 6531
        )
    )
    static let taipei = RealMap(
        folder: "osm_cn_taipei",
        file: "taipei.osm",
        counts: Counts(
            nodes: 21790,
            ways: 4260,
            relations: 700,
            drivableWays: 4234,
            roadNodes: 21679,
            junctions: 3581,
            turnRestrictions: 482,
            bridges: 494,
            buildings: 0
        )
    )

    /// All of them; in debug builds, which are thirty times slower, the small ones.
    #if DEBUG
        static let all = [guixi, haidian]
    #else
        static let all = [guixi, haidian, lauf, taipei]
    #endif

    /// Unpacks the map and hands it over; the file is taken away afterwards.
    func unpacked<Result>(_ use: (String) throws -> Result) throws -> Result {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "drill-map-\(ProcessInfo.processInfo.processIdentifier)-\(file)-\(UInt64.random(in: 0 ... .max))"
        )
        defer { try? FileManager.default.removeItem(at: place) }
        let gunzip = Process()
        gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gunzip.arguments = ["gunzip", "-c", Self.data.path + "/\(folder)/\(file).gz"]
        _ = FileManager.default.createFile(atPath: place.path, contents: nil)
        gunzip.standardOutput = try FileHandle(forWritingTo: place)
        try gunzip.run()
        gunzip.waitUntilExit()
        return try use(place.path)
    }

    /// The roads of the map, every crossing a place.
    func terrain() throws -> Terrain {
        let (map, _) = try unpacked { try MapImport.openStreetMap($0) }
        let network = MapNetwork(map)
        let plane = Plane(around: map.crossings[0])
        return Terrain(
            places: map.crossings.map { plane.point($0) },
            roads: network.roads(behind: 0),
            turnBans: network.turnBans(behind: 0),
            zones: []
        )
    }
}
