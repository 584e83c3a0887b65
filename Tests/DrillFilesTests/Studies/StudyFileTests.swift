import DrillFiles
import DrillModel
import EventKernel
import Experiments
import Foundation
import Scoring
import TestSupport
import Testing
import Wording

/// What study files say, and what is wrong with some.
@Suite struct StudyFileTests {
    private static let folder = "DrillFilesTests/Broken/studies"

    /// Studies with one mistake each.
    static let broken = (try? Golden.files(in: folder, endingIn: ".jsonc")) ?? []

    private struct Small {
        var diagnostics = Diagnostics()
        let scenario: ScenarioFile
        let plans: [(name: String, source: SourceText)]

        init() throws {
            func text(_ name: String) throws -> SourceText {
                let bytes = try #require(Golden.bytes(of: "DrillFilesTests/Small/" + name))
                return SourceText(path: name, bytes: bytes)
            }
            scenario = ScenarioFile.read(try text("scenario.jsonc"), into: &diagnostics)
            plans = try ["baseline", "slow"].map { ($0, try text("plans/\($0).jsonc")) }
        }

        mutating func study(_ source: SourceText) -> StudyFile {
            StudyFile.read(source, for: scenario, plans: plans, into: &diagnostics)
        }

        mutating func study(_ text: String) -> StudyFile {
            study(SourceText(path: "study.jsonc", text: text))
        }
    }

    @Test func `there are studies with mistakes`() {
        #expect(Self.broken.count >= 20)
    }

    @Test(arguments: broken, Language.allCases)
    func `a mistake is named with its place and how to mend it`(
        name: String,
        language: Language
    ) throws {
        var small = try Small()
        let bytes = try #require(Golden.bytes(of: Self.folder + "/" + name))
        _ = small.study(SourceText(path: name, bytes: bytes))
        #expect(small.diagnostics.hasErrors)
        let text = DiagnosticRenderer(language: language).text(small.diagnostics)
        let ending = language == .english ? ".expected.txt" : ".expected.zh.txt"
        let path = Self.folder + "/" + name.replacing(".jsonc", with: ending)
        #expect(try Golden.difference(of: text, from: path) == nil)
    }

    @Test func `levels change the files before they are checked`() throws {
        var small = try Small()
        let study = small.study(
            """
            { "format": 1, "plans": ["slow", "baseline"],
              "factors": [
                { "id": "hours", "of": "scenario", "path": "duration", "values": ["PT6H", "PT9H"] },
                { "id": "late", "of": "plan", "levels": [
                    { "id": "no", "set": {} },
                    { "id": "yes", "set": { "behaviour": [
                        { "post": "county", "hesitationMinutes": 33 } ] } } ] } ],
              "design": { "factorial": {} } }
            """
        )
        #expect(!small.diagnostics.hasErrors)
        #expect(study.points.count == 8)
        #expect(study.points.map { $0.plan } == [0, 0, 0, 0, 1, 1, 1, 1])
        let last = try #require(study.points.last)
        #expect(study.cells(of: last) == ["PT9H", "yes"])
        let (scenario, plan) = study.sources(of: last, small.scenario.source, small.plans[0].source)
        let changed = ScenarioFile.read(scenario, into: &small.diagnostics)
        #expect(changed.scenario.duration.seconds == 9 * 3600)
        #expect(String(decoding: plan.bytes, as: UTF8.self).contains("33"))
        let first = study.sources(of: study.points[0], small.scenario.source, small.plans[1].source)
        #expect(first.plan.bytes == small.plans[1].source.bytes)
    }

    @Test func `ranges are filled evenly, and relative ones multiply`() throws {
        var small = try Small()
        let study = small.study(
            """
            { "format": 1, "plans": ["baseline"],
              "factors": [ { "id": "foam", "of": "scenario", "path": "depots[*].stock.foamLiters",
                "range": { "from": 1, "to": 3, "relative": true } } ],
              "design": { "latinHypercube": { "points": 10 } } }
            """
        )
        #expect(!small.diagnostics.hasErrors)
        let values = study.points.map { $0.values[0] }.sorted()
        #expect(values.count == 10)
        for (place, value) in values.enumerated() {
            #expect(value >= 1 + 0.2 * Double(place) && value <= 1 + 0.2 * Double(place + 1))
        }
    }
}
