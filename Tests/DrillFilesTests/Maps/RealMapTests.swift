import Command
import EventKernel
import Foundation
import Terrain
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import DrillFiles

/// Real maps; where they are not beside the checkout, these tests are skipped.
@Suite(.enabled(if: RealMap.isThere, "the real maps are not beside the checkout"))
struct RealMapTests {
    @Test(arguments: RealMap.all.map(\.file))
    func `the counts of a real map are those of its source`(file: String) throws {
        let real = try #require(RealMap.all.first { $0.file == file })
        let (map, doubts) = try real.unpacked { try MapImport.openStreetMap($0) }
        func count(_ key: String) -> Int { map.report.found.first { $0.key == key }?.count ?? 0 }
        let counts = RealMap.Counts(
            nodes: count("nodes"),
            ways: count("ways"),
            relations: count("relations"),
            drivableWays: count("drivableWays"),
            roadNodes: count("roadNodes"),
            junctions: count("junctions"),
            turnRestrictions: count("turnRestrictions"),
            bridges: count("bridges"),
            buildings: count("buildings")
        )
        #expect(counts == real.counts)
        #expect(doubts.isEmpty)
    }

    @Test(arguments: RealMap.all.map(\.file))
    func `a real map becomes a scenario in which nothing is wrong`(file: String) throws {
        let real = try #require(RealMap.all.first { $0.file == file })
        var diagnostics = Diagnostics()
        let map = try real.unpacked {
            MapImport.openStreetMap($0, MapImport.Options(), into: &diagnostics)
        }
        let folder =
            FileManager.default.temporaryDirectory.path
            + "/drill-import-\(ProcessInfo.processInfo.processIdentifier)-\(file)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for inner in ["map", "plans"] {
            try FileManager.default.createDirectory(
                atPath: folder + "/" + inner,
                withIntermediateDirectories: true
            )
        }
        try map?.write(to: folder)
        let text = try #require(SourceText.read(at: folder + "/scenario.jsonc", into: &diagnostics))
        let scenario = ScenarioFile.read(text, into: &diagnostics)
        let planText = SourceText.read(at: folder + "/plans/baseline.jsonc", into: &diagnostics)
        let plan = PlanFile.read(try #require(planText), for: scenario, into: &diagnostics)
        #expect(
            diagnostics.count == 0,
            "\(DiagnosticRenderer(language: .english).text(diagnostics))"
        )
        #expect(scenario.isSound && !plan.plan.rules.isEmpty)
    }

    #if DEBUG
        private static let routeMap = RealMap.haidian
        private static let pairs = 300
    #else
        private static let routeMap = RealMap.taipei
        private static let pairs = 10_000
    #endif

    @Test(arguments: [false, true])
    func `routes on a real map equal those of the plain method`(closing: Bool) throws {
        let terrain = try Self.routeMap.terrain()
        var table = RouteTable(terrain)
        var plain = PlainRoutes(terrain)
        var stream = RandomStream(DrillKey(seed: 7, drill: 0), purpose: 1, entity: closing ? 1 : 0)
        func drawn(_ count: Int) -> Int { Int(stream.whole(below: UInt64(count))) }
        var unreachable = 0
        for pair in 0..<Self.pairs {
            // Every hundred pairs other roads are closed, one in fifty.
            if closing, pair % 100 == 0 {
                for road in plain.closed.sorted() { table.set(RoadID(road), closed: false) }
                plain.closed = Set(
                    (0..<terrain.roads.count / 50).map { _ in drawn(terrain.roads.count) }
                )
                for road in plain.closed.sorted() { table.set(RoadID(road), closed: true) }
            }
            let (from, to) = (drawn(terrain.places.count), drawn(terrain.places.count))
            let expected = plain.milliseconds(from: from, to: to)
            let found = table.travelTime(from: PlaceID(from), to: PlaceID(to))
            #expect((found.isNever ? nil : found.milliseconds) == expected, "\(from) to \(to)")
            let route = table.route(from: PlaceID(from), to: PlaceID(to))
            let sum = route?.reduce(Int64(0)) { $0 + table.travelTime(on: $1).milliseconds }
            #expect(sum == expected)
            if expected == nil { unreachable += 1 }
        }
        #expect(unreachable < Self.pairs / 2)
    }
}
