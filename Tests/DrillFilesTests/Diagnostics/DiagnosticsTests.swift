import Testing

@testable import DrillFiles
import Wording

@Suite struct DiagnosticsTests {
    private let source = SourceText(path: "a.jsonc", text: "演练 one\n\ttwo three\n")

    @Test func `messages stand in order of place, whatever the order of finding`() {
        var diagnostics = Diagnostics()
        let other = SourceText(path: "b.jsonc", text: "x")
        diagnostics.error(Diagnostic("c", at: other.range(0..<1), Bilingual("c", "c")))
        diagnostics.warning(Diagnostic("b", at: source.range(7..<10), Bilingual("b", "b")))
        diagnostics.note(Diagnostic("a", at: source.range(0..<3), Bilingual("a", "a")))
        diagnostics.error(Diagnostic("b2", at: source.range(7..<8), Bilingual("b", "b")))
        #expect(diagnostics.sorted.map(\.code) == ["a", "b", "b2", "c"])
        #expect(diagnostics.sorted.map(\.severity) == [.note, .warning, .error, .error])
        #expect((diagnostics.errorCount, diagnostics.warningCount, diagnostics.count) == (2, 1, 4))
    }

    @Test func `carets stand under wide characters and behind tabs`() {
        #expect(
            rendered(3..<6)
                == """
                a.jsonc:1:2: error: e [x]
                    1 | 演练 one
                      |   ^^

                1 error

                """
        )
        #expect(
            rendered(16..<21)
                == """
                a.jsonc:2:6: error: e [x]
                    2 |     two three
                      |         ^^^^^

                1 error

                """
        )
    }

    @Test func `a range over several lines is marked in its first`() {
        #expect(rendered(7..<20).contains("    1 | 演练 one\n      |      ^^^\n"))
    }

    @Test func `a place behind the end is the end`() {
        #expect(rendered(500..<600).contains("a.jsonc:3:1: error: e [x]\n    3 |\n      | ^\n"))
    }

    @Test func `all are counted though few are shown`() {
        var diagnostics = Diagnostics()
        for index in 0..<1500 {
            let range = source.range(index % 20..<20)
            diagnostics.error(Diagnostic("x", at: range, Bilingual("e", "错")))
        }
        let text = DiagnosticRenderer(language: .english, limit: 2).text(diagnostics)
        #expect(text.hasSuffix("\n\n… and 1498 more\n\n1500 errors\n"))
        let chinese = DiagnosticRenderer(language: .chinese, limit: 2).text(diagnostics)
        #expect(chinese.hasSuffix("\n\n……还有 1498 条\n\n1500 个错误\n"))
        #expect(diagnostics.sorted.count == Diagnostics.capacity)
    }

    @Test func `nothing found is nothing said`() {
        #expect(DiagnosticRenderer(language: .english).text(Diagnostics()) == "")
    }

    private func rendered(_ range: Range<Int>) -> String {
        var diagnostics = Diagnostics()
        diagnostics.error(Diagnostic("x", at: source.range(range), Bilingual("e", "错")))
        return DiagnosticRenderer(language: .english).text(diagnostics)
    }
}
