import DrillFiles
import TestSupport
import Testing
import Wording

/// Every broken scenario and plan has beside it, to the byte, what is said about it; each differs from
/// the small scenario or its plan in one thing.
@Suite struct BrokenScenarioTests {
    @Test(arguments: BrokenFileTests.files(in: "scenarios"))
    func `what is wrong with a scenario is named`(file: String) throws {
        let source = try source(file)
        try expectMessages(about: file) { _ = ScenarioFile.read(source, into: &$0) }
    }

    @Test(arguments: BrokenFileTests.files(in: "plans"))
    func `what is wrong with a plan is named`(file: String) throws {
        let source = try source(file)
        let scenario = try smallScenario()
        try expectMessages(about: file) { _ = PlanFile.read(source, for: scenario, into: &$0) }
    }

    @Test func `there are enough broken scenarios and plans, and Chinese messages`() throws {
        for (folder, least) in [("scenarios", 40), ("plans", 40)] {
            let path = "DrillFilesTests/Broken/" + folder
            #expect(BrokenFileTests.files(in: folder).count >= least)
            #expect(try Golden.files(in: path, endingIn: ".expected.zh.txt").count >= 15)
        }
    }

    @Test func `the small scenario and its plan are in order`() throws {
        var diagnostics = Diagnostics()
        let scenario = try smallScenario()
        let plan = try source("Small/plans/baseline.jsonc")
        _ = PlanFile.read(plan, for: scenario, into: &diagnostics)
        #expect(DiagnosticRenderer(language: .english).text(diagnostics) == "")
    }

    @Test func `ten megabytes of brackets are no scenario and no plan`() throws {
        let bytes = Array(repeating: UInt8(ascii: "["), count: 10_000_000)
        let source = SourceText(path: "brackets.jsonc", bytes: bytes)
        var diagnostics = Diagnostics()
        _ = ScenarioFile.read(source, into: &diagnostics)
        #expect(diagnostics.sorted.map(\.code) == ["wrong-kind", "nested-too-deep"])
        _ = PlanFile.read(source, for: try smallScenario(), into: &diagnostics)
        #expect(diagnostics.errorCount == 4)
    }

    @Test func `a plan is checked against a scenario with mistakes`() throws {
        let scenarios = BrokenFileTests.files(in: "scenarios")
        let plans = BrokenFileTests.files(in: "plans") + ["Small/plans/baseline.jsonc"]
        let texts = try plans.map { try source($0) }
        for file in scenarios {
            var diagnostics = Diagnostics()
            let scenario = ScenarioFile.read(try source(file), into: &diagnostics)
            for text in texts { _ = PlanFile.read(text, for: scenario, into: &diagnostics) }
            #expect(diagnostics.count > 0)
        }
    }

    /// Compares the English messages with their golden file, and the Chinese where there is one.
    private func expectMessages(
        about file: String,
        read: (inout Diagnostics) -> Void
    ) throws {
        var diagnostics = Diagnostics()
        read(&diagnostics)
        #expect(diagnostics.hasErrors || file.hasSuffix("doubtful.jsonc"))
        let name = "DrillFilesTests/" + file.dropLast(".jsonc".count)
        let english = DiagnosticRenderer(language: .english).text(diagnostics)
        #expect(try Golden.difference(of: english, from: name + ".expected.txt") == nil)
        let expectedChinese = name + ".expected.zh.txt"
        guard Golden.exists(expectedChinese) else { return }
        let chinese = DiagnosticRenderer(language: .chinese).text(diagnostics)
        #expect(try Golden.difference(of: chinese, from: expectedChinese) == nil)
    }

    private func smallScenario() throws -> ScenarioFile {
        var diagnostics = Diagnostics()
        let source = try source("Small/scenario.jsonc")
        let scenario = ScenarioFile.read(source, into: &diagnostics)
        #expect(DiagnosticRenderer(language: .english).text(diagnostics) == "")
        return scenario
    }

    private func source(_ file: String) throws -> SourceText {
        let bytes = try #require(Golden.bytes(of: "DrillFilesTests/" + file))
        return SourceText(path: file, bytes: bytes)
    }
}
