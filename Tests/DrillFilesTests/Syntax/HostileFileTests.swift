import DrillFiles
import Testing
import Wording

/// Files that were made to break the program; each is ten million bytes long.
@Suite struct HostileFileTests {
    private static let size = 10_000_000

    @Test func `ten megabytes of brackets are refused at once`() {
        let (diagnostics, seconds) = read(Array(repeating: UInt8(ascii: "["), count: Self.size))
        #expect(diagnostics.errorCount == 1)
        #expect(seconds < 20)
    }

    @Test func `a line of ten megabytes can be shown`() {
        let text =
            Array("{ \"a\": \"".utf8)
            + Array(repeating: UInt8(ascii: "x"), count: Self.size) + Array("\", oops }".utf8)
        let (diagnostics, _) = read(text)
        let message = DiagnosticRenderer(language: .english).text(diagnostics)
        #expect(message.contains("a.jsonc:1:10000012: error"))
        #expect(message.utf8.count < 1000)
    }

    @Test func `a million mistakes are counted, and a hundred shown`() {
        let (diagnostics, _) = read(Array("[".utf8) + Array(repeating: 0x2C, count: 1_000_000))
        #expect(diagnostics.errorCount == 1_000_001)
        let message = DiagnosticRenderer(language: .english).text(diagnostics)
        #expect(message.contains("\n… and 999901 more\n"))
        #expect(message.contains("1000001 errors"))
        #expect(message.utf8.count < 50_000)
    }

    @Test func `zero bytes are no text`() {
        let (diagnostics, _) = read(Array(repeating: 0, count: Self.size))
        #expect(diagnostics.sorted.map(\.code) == ["not-text"])
    }

    @Test func `a file beyond the limit is refused unread`() {
        let (diagnostics, _) = read(Array(repeating: 0x20, count: (64 << 20) + 1))
        #expect(diagnostics.sorted.map(\.code) == ["file-too-large"])
    }

    @Test func `what is no file is said to be none`() {
        var diagnostics = Diagnostics()
        #expect(SourceText.read(at: "/nowhere/at/all.jsonc", into: &diagnostics) == nil)
        #expect(SourceText.read(at: "/", into: &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.code) == ["unreadable-file", "no-such-file"])
    }

    private func read(_ bytes: [UInt8]) -> (Diagnostics, seconds: Double) {
        var diagnostics = Diagnostics()
        var names = NameTable()
        let source = SourceText(path: "a.jsonc", bytes: bytes)
        let time = ContinuousClock().measure {
            _ = Shape.anything.read(source, names: &names, into: &diagnostics)
        }
        return (
            diagnostics,
            Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
        )
    }
}
