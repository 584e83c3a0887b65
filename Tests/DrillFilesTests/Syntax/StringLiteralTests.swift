import Testing

@testable import DrillFiles

@Suite struct StringLiteralTests {
    @Test func `escapes are decoded`() throws {
        let literal = try literal(#""\"\\\/\b\f\n\r\t\u6F14\ud83d\ude92é""#)
        #expect(literal.text == "\"\\/\u{8}\u{C}\n\r\t演🚒é")
    }

    @Test func `a stretch of the text points back at its bytes`() throws {
        //            0         1
        //            0123456789012345678901
        let source = #""a \u6F14 >= \ud83d\ude92!""#
        let literal = try literal(source)
        // The text is: a, blank, 演 (3 bytes), blank, >, =, blank, 🚒 (4 bytes), !
        #expect(literal.text == "a 演 >= 🚒!")
        #expect(bytes(of: literal, 0..<1, in: source) == "a")
        #expect(bytes(of: literal, 2..<5, in: source) == #"\u6F14"#)
        #expect(bytes(of: literal, 6..<8, in: source) == ">=")
        #expect(bytes(of: literal, 9..<13, in: source) == #"\ud83d\ude92"#)
        #expect(bytes(of: literal, 13..<14, in: source) == "!")
        #expect(bytes(of: literal, 0..<14, in: source) == String(source.dropFirst().dropLast()))
        #expect(bytes(of: literal, 14..<14, in: source) == "")
        #expect(literal.range(of: 5..<5).lower == literal.range(of: 2..<5).upper)
    }

    @Test func `a stretch beyond the text ends with it`() throws {
        let literal = try literal(#""ab""#)
        #expect(literal.range(of: 1..<99).upper == 3)
        #expect(literal.range(of: 50..<99).lower == 3)
    }

    private func literal(_ text: String) throws -> StringLiteral {
        var diagnostics = Diagnostics()
        let source = SourceText(path: "a", text: text)
        let node = Parser.parse(source, into: &diagnostics)
        #expect(!diagnostics.hasErrors)
        return try #require(node.literal)
    }

    private func bytes(of literal: StringLiteral, _ range: Range<Int>, in text: String) -> String {
        let place = literal.range(of: range)
        return String(decoding: Array(text.utf8)[place.lower..<place.upper], as: UTF8.self)
    }
}
