import Foundation
import TestSupport
import Testing

@testable import DrillFiles

/// What was made public of Xiangshui comes out of observing, counting, verifying and merging: none of
/// its numbers stands in the files.
@Suite struct ReportedCurveTests {
    /// Deaths as they were made public, but for the first 6, which says nothing: any file has one.
    private static let published: Set<Double> = [44, 62, 64, 78]

    private static let files: [String] = {
        let folder = ShippedFileTests.root.appendingPathComponent("Scenarios/xiangshui-2019")
        let plans = folder.appendingPathComponent("plans").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: plans)) ?? []
        return [folder.appendingPathComponent("scenario.jsonc").path]
            + names.sorted().map { plans + "/" + $0 }
    }()

    /// Numbers below a node, but for those of the map, which are kilometres and kilometres per hour.
    private func numbers(in node: SyntaxNode) -> [Double] {
        if node.key == "map" { return [] }
        if node.kind == .number { return [node.number] }
        return node.children.flatMap { numbers(in: $0) }
    }

    @Test func `no number of the published curve stands in scenario or plans`() throws {
        #expect(Self.files.count >= 13)
        for file in Self.files {
            var diagnostics = Diagnostics()
            let source = try #require(SourceText.read(at: file, into: &diagnostics))
            let found = numbers(in: Parser.parse(source, into: &diagnostics))
            #expect(found.count > 10, "\(file)")
            #expect(Self.published.isDisjoint(with: found), "\(file)")
        }
    }
}
