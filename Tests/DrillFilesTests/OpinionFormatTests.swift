import Command
import DrillFiles
import DrillModel
import EventKernel
import GroundTruth
import Scoring
import TestSupport
import Testing
import Vocabulary
import Wording

/// The public as a scenario file gives it, and what plans tell it.
@Suite struct OpinionFormatTests {
    /// Reads the small scenario with a public.
    private func read(_ opinion: String) throws -> ScenarioFile {
        let bytes = try #require(Golden.bytes(of: "DrillFilesTests/Small/scenario.jsonc"))
        let text = String(decoding: bytes, as: UTF8.self).replacing(
            "\"injects\":",
            with: "\"publicOpinion\": \(opinion), \"injects\":"
        )
        var diagnostics = Diagnostics()
        let source = SourceText(path: "scenario.jsonc", bytes: Array(text.utf8))
        let file = ScenarioFile.read(source, into: &diagnostics)
        #expect(DiagnosticRenderer(language: .english).text(diagnostics) == "")
        return file
    }

    @Test func `what is left out is the model's own`() throws {
        let file = try read(#"{ "persons": 1001 }"#)
        let opinion = try #require(file.scenario.truth.opinion)
        var usual = OpinionDefinition()
        usual.persons = 1001
        #expect(opinion.byteForm == usual.byteForm)
        #expect(try read(#"{ "persons": 1000 }"#).scenario.truth.opinion?.scheme == .exact)
        var judgement = OpinionScoring()
        judgement.persons = 1001
        #expect(file.scoring.opinion?.byteForm == judgement.byteForm)
        // Everything assumed is listed for the reader of results.
        let listed = file.assumptions.filter { $0.path.hasPrefix("publicOpinion") }
        #expect(listed.count == 15)
        #expect(listed.count { $0.confidence.isWeak } == 13)
    }

    @Test func `what stands there is read in its unit`() throws {
        let file = try read(
            #"""
            { "persons": 50000, "model": "daleyKendall", "scheme": "exact", "firstSpreaders": 3,
              "contactsPerHour": { "uniform": { "low": 1, "high": 2 } }, "trust": 0.4, "reachPerHour": 2,
              "freshHours": 3, "firstReleaseHours": 1, "updateHours": 6, "trustLostPerDoubling": 0.3,
              "trustLostPerCorrection": 0.1, "credibility": [ { "post": "scene", "share": 0.25 } ],
              "satisfaction": { "rumourWeight": 2, "greatImpactShare": 0.1 } }
            """#
        )
        let opinion = try #require(file.scenario.truth.opinion)
        #expect(opinion.persons == 50_000)
        #expect(opinion.model == .daleyKendall)
        #expect(opinion.scheme == .exact)
        #expect(opinion.firstSpreaders == 3)
        #expect(opinion.contactsPerHour == .uniform(low: 1, high: 2))
        #expect(opinion.trust == .constant(0.4))
        #expect(opinion.credibility == [1, 1, 0.25])
        #expect((opinion.reachPerHour, opinion.freshHours) == (2, 3))
        #expect((opinion.firstReleaseHours, opinion.updateHours) == (1, 6))
        #expect((opinion.trustLostPerDoubling, opinion.trustLostPerCorrection) == (0.3, 0.1))
        let judgement = try #require(file.scoring.opinion)
        #expect(judgement.rumourWeight == 2)
        #expect(judgement.greatImpactShare == 0.1)
        #expect(judgement.firstReleaseHours == 1)
    }

    @Test func `plans say what they publish`() throws {
        let world = try RealWorld("small/rumour", plan: "release-within-4h")
        let words = world.plan.rules.flatMap { $0.actions }.compactMap { action -> String? in
            switch action {
            case .announce(let kind): "\(kind)"
            case .publish: "deaths"
            default: nil
            }
        }
        #expect(words == ["first", "update", "deaths"])
        #expect(world.plan.byteForm == (try Plan(byteForm: world.plan.byteForm)).byteForm)
    }

    @Test func `facts of opinion stand in the record by name`() throws {
        let format = FactFormat(names: try RealWorld("small/rumour").names)
        func line(_ content: FactContent) -> String {
            let fact = Fact(id: FactID(9), cause: FactID(2), time: .start, content: content)
            return format.line(fact)
        }
        let start = #"{ "fact": 9, "cause": 2, "seconds": 0, "kind": "#
        let lines: [(FactContent, String)] = [
            (
                .released(PostID(1), .first),
                #""released", "post": "county", "release": "firstRelease" }"#
            ),
            (.rumourBegan(persons: 10), #""rumourBegan", "persons": 10 }"#),
            (
                .rumourPeaked(persons: 7, at: SimTime(milliseconds: 1500)),
                #""rumourPeaked", "persons": 7, "peakSeconds": 1.5 }"#
            ),
            (
                .rumourCounted(believed: 3, spreading: 2, informed: 1),
                #""rumourCounted", "believed": 3, "spreading": 2, "informed": 1 }"#
            ),
            (.trustChanged(0.25), #""trustChanged", "trust": 0.25 }"#),
        ]
        for (content, end) in lines { #expect(line(content) == start + end + "\n") }
    }
}
