import DrillFiles
import TestSupport
import Testing
import Wording

/// Every broken file has beside it, to the byte, what is said about it.
@Suite struct BrokenFileTests {
    @Test(arguments: files(in: "syntax"))
    func `mistakes of syntax are named`(file: String) throws {
        try expectMessages(about: file, as: .anything)
    }

    @Test(arguments: files(in: "shapes"))
    func `values that do not fit are named`(file: String) throws {
        try expectMessages(about: file, as: SampleFile.shape)
    }

    @Test func `there are enough broken files`() {
        #expect(Self.files(in: "syntax").count >= 40)
        #expect(Self.files(in: "shapes").count >= 15)
    }

    @Test func `machines read the same as people`() throws {
        var diagnostics = Diagnostics()
        let file = "Broken/shapes/wrong-unit.jsonc"
        _ = try read(file, as: SampleFile.shape, into: &diagnostics)
        let json = diagnostics.json(in: .english).indented
        let difference = try Golden.difference(
            of: json,
            from: "DrillFilesTests/Golden/diagnostics.json"
        )
        #expect(difference == nil)
    }

    static func files(in folder: String) -> [String] {
        let names = try? Golden.files(in: "DrillFilesTests/Broken/" + folder, endingIn: ".jsonc")
        return (names ?? []).map { "Broken/\(folder)/" + $0 }
    }

    /// Compares the English messages with their golden file, and the Chinese where there is one.
    private func expectMessages(about file: String, as shape: Shape) throws {
        var diagnostics = Diagnostics()
        _ = try read(file, as: shape, into: &diagnostics)
        #expect(diagnostics.hasErrors)
        let name = "DrillFilesTests/" + file.dropLast(".jsonc".count)
        let english = DiagnosticRenderer(language: .english).text(diagnostics)
        let expected = name + ".expected.txt"
        #expect(try Golden.difference(of: english, from: expected) == nil)
        let chinese = DiagnosticRenderer(language: .chinese).text(diagnostics)
        let expectedChinese = name + ".expected.zh.txt"
        guard Golden.exists(expectedChinese) else { return }
        #expect(try Golden.difference(of: chinese, from: expectedChinese) == nil)
    }

    private func read(
        _ file: String,
        as shape: Shape,
        into diagnostics: inout Diagnostics
    ) throws -> CheckedFile {
        let bytes = try #require(Golden.bytes(of: "DrillFilesTests/" + file))
        var names = NameTable()
        let source = SourceText(path: file, bytes: bytes)
        return shape.read(source, names: &names, into: &diagnostics)
    }
}
