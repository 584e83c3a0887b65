import DrillFiles
import DrillModel
import Foundation
import TestSupport
import Testing
import Wording

/// Master scenario events lists, out of scenarios and back.
@Suite struct InjectListTests {
    private static let folder = "DrillFilesTests/Golden/injects/"

    /// The small scenario with injects of every sort, or with others in their place.
    private func scenario(injects: String? = nil) throws -> ScenarioFile {
        let bytes = try #require(Golden.bytes(of: "DrillFilesTests/Small/scenario.jsonc"))
        let mine = try #require(Golden.bytes(of: Self.folder + "injects.jsonc"))
        let old =
            "\"injects\": [ { \"at\": \"PT2H\", \"road\": { \"between\": [\"gate\", \"town\"] } } ]"
        let new = injects ?? String(decoding: mine, as: UTF8.self)
        let text = String(decoding: bytes, as: UTF8.self)
            .replacingOccurrences(of: old, with: new)
        var diagnostics = Diagnostics()
        let source = SourceText(path: "scenario.jsonc", text: text)
        let file = ScenarioFile.read(source, into: &diagnostics)
        let problems = DiagnosticRenderer(language: .english).text(diagnostics)
        #expect(diagnostics.count == 0, "\(problems)")
        return file
    }

    private func read(
        _ bytes: [UInt8],
        for scenario: ScenarioFile?
    ) throws -> (injects: ImportedInjects?, diagnostics: Diagnostics) {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("injects-\(UUID().uuidString).csv")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var diagnostics = Diagnostics()
        let injects = ImportedInjects.read(at: file.path, for: scenario, into: &diagnostics)
        return (injects, diagnostics)
    }

    @Test(arguments: Language.allCases, [false, true])
    func `a list reads as its golden file says`(language: Language, forPlayers: Bool) throws {
        let list = try scenario().injectList(in: language, forPlayers: forPlayers)
        let name = (forPlayers ? "players." : "controllers.") + language.rawValue + ".csv"
        #expect(try Golden.difference(of: list, from: Self.folder + name) == nil)
    }

    @Test(arguments: Language.allCases)
    func `a list comes back as the injects it was made of`(language: Language) throws {
        let original = try scenario()
        let list = original.injectList(in: language, forPlayers: false)
        let (injects, diagnostics) = try read(Array(list.utf8), for: original)
        #expect(diagnostics.count == 0)
        let json = try #require(injects).json.indented
        let inner = json.dropFirst(1).dropLast(2)
        let copy = try scenario(injects: String(inner))
        #expect(copy.injectList(in: language, forPlayers: false) == list)
        #expect(copy.scenario.injects.count == original.scenario.injects.count)
    }

    @Test func `byte order mark, GB18030 and reordered columns make no difference`() throws {
        let scenario = try scenario()
        let plain = "序号,情景时间,事件描述,情景变化\n1,01:30,道路中断,道路中断 gate town\n"
        let gb18030: [UInt8] = [
            0xD0, 0xF2, 0xBA, 0xC5, 0x2C, 0xC7, 0xE9, 0xBE, 0xB0, 0xCA, 0xB1, 0xBC, 0xE4, 0x2C,
            0xC4, 0xDA, 0xC8, 0xDD, 0x0D, 0x0A, 0x31, 0x2C, 0x30, 0x31, 0x3A, 0x33, 0x30, 0x2C,
            0xBB, 0xF0, 0x0D, 0x0A,
        ]
        let expected = try #require(try read(Array(plain.utf8), for: scenario).injects)
        let marked = try read([0xEF, 0xBB, 0xBF] + Array(plain.utf8), for: scenario)
        #expect(marked.injects?.json.line == expected.json.line)
        let mixed = "change,description,no.,scenario time\nclose gate town,道路中断,1,T+01:30\n"
        #expect(try read(Array(mixed.utf8), for: scenario).injects?.json.line == expected.json.line)
        let national = try read(gb18030, for: scenario).injects
        #expect(
            national?.json.line
                == #"{ "injects": [{ "id": "1", "at": "01:30", "message": "火" }] }"#
        )
    }

    @Test(arguments: Language.allCases)
    func `all that is wrong with a list is named`(language: Language) throws {
        let bytes = try #require(Golden.bytes(of: Self.folder + "broken.csv"))
        let (injects, diagnostics) = try read(bytes, for: scenario())
        #expect(injects == nil)
        let text = DiagnosticRenderer(language: language).text(diagnostics)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.contains(".csv:") ? line.dropFirst(line.prefix { $0 != "." }.count) : line
            }
            .joined(separator: "\n")
        let path = Self.folder + "broken.expected.\(language.rawValue).txt"
        #expect(try Golden.difference(of: text, from: path) == nil)
    }

    @Test func `hidden injects are kept from players`() throws {
        let players = try scenario().injectList(in: .english, forPlayers: true)
        #expect(!players.contains("rumour"))
        #expect(!players.contains("casualty"))
        #expect(players.contains("county"))
    }
}
