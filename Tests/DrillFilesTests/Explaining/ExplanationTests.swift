import Command
import DrillFiles
import Foundation
import TestSupport
import Testing
import Wording

/// Every shipped plan can be explained, to the byte as its golden files say.
@Suite struct ExplanationTests {
    @Test(arguments: ShippedFileTests.scenarios)
    func `every shipped plan is explained in both languages`(folder: String) throws {
        let files = try ShippedFiles(folder, in: ShippedFileTests.root)
        for plan in files.plans {
            let explanation = plan.explanation(for: files.scenario)
            let lines = Language.allCases.map { language in
                explanation.text(in: language).split(separator: "\n").count
            }
            #expect(lines[0] == lines[1])
            #expect(lines[0] > 20)
            let rules = try #require(explanation.sections.first { $0.key == "rules" })
            let count = rules.entries.reduce(0) { $0 + $1.details.count }
            #expect(count == plan.plan.rules.count)
        }
    }

    @Test(arguments: ShippedFileTests.scenarios, Language.allCases)
    func `the words are those of the golden files`(folder: String, language: Language) throws {
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        let golden = "DrillFilesTests/Golden/explain/" + name
        guard Golden.exists(golden) else { return }
        let files = try ShippedFiles(folder, in: ShippedFileTests.root)
        for plan in files.plans {
            let text = plan.explanation(for: files.scenario).text(in: language)
            let file = URL(fileURLWithPath: plan.source.path).deletingPathExtension()
            let path = "\(golden)/\(file.lastPathComponent).\(language.rawValue).txt"
            let difference = try Golden.difference(of: text, from: path)
            #expect(difference == nil, "\(path)")
        }
    }

    @Test func `programs read the same as people`() throws {
        let files = try ShippedFiles("Tests/DrillFilesTests/Small", in: ShippedFileTests.root)
        let plan = try #require(files.plans.first)
        for language in Language.allCases {
            let json = plan.explanation(for: files.scenario).json(in: language).indented
            let path = "DrillFilesTests/Golden/explain/Small/plan.\(language.rawValue).json"
            #expect(try Golden.difference(of: json, from: path) == nil)
        }
    }
}
