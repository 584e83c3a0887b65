import Foundation
import TestSupport
import Testing
import Wording

@testable import DrillFiles

/// The small scenario, for conditions that stand alone.
struct ConditionWorld {
    let scenario: ScenarioFile

    init() throws {
        var diagnostics = Diagnostics()
        let bytes = try #require(Golden.bytes(of: "DrillFilesTests/Small/scenario.jsonc"))
        let source = SourceText(path: "scenario.jsonc", bytes: bytes)
        scenario = ScenarioFile.read(source, into: &diagnostics)
        #expect(diagnostics.count == 0)
    }

    /// Reads a condition without a mistake.
    func condition(_ text: String) throws -> Condition {
        var diagnostics = Diagnostics()
        let source = SourceText(path: "condition", text: "\"" + text + "\"")
        let node = Parser.parse(source, into: &diagnostics)
        let literal = try #require(node.literal)
        let condition = ConditionParser.parse(literal, names: scenario.table, into: &diagnostics)
        let problems = DiagnosticRenderer(language: .english).text(diagnostics)
        #expect(diagnostics.count == 0, "\(problems)")
        return condition
    }
}
