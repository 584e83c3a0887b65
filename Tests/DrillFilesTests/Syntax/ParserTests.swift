import Testing

@testable import DrillFiles
import Wording

@Suite struct ParserTests {
    @Test func `comments and trailing commas are read over`() throws {
        let root = try parse(
            """
            // one
            { /* two **/ "a": [ 1, 2, ], // three
              "b": { "c": null, }, }
            //
            """
        )
        #expect(root.children.map(\.key) == ["a", "b"])
        #expect(root["a"]?.children.map(\.number) == [1, 2])
        #expect(root["b"]?["c"]?.kind == .null)
    }

    @Test func `members keep the order of the file and know their places`() throws {
        let text = #"{ "b": [ true ], "a": "x" }"#
        let root = try parse(text)
        let list = try #require(root["b"])
        #expect(slice(text, list.range) == "[ true ]")
        #expect(slice(text, list.keyRange) == #""b""#)
        #expect(slice(text, list.opening) == "[")
        #expect(list.children.map { slice(text, $0.range) } == ["true"])
        #expect(root["a"]?.text == "x")
        #expect(root["c"] == nil)
    }

    @Test(arguments: [
        ("0", 0), ("-0.0", -0.0), ("0.1", 0.1), ("1e3", 1000), ("1E+3", 1000),
        ("123456789012345678", 123_456_789_012_345_680), ("1e-400", 0),
        ("5e-324", Double.leastNonzeroMagnitude),
        ("1.7976931348623157e308", 1.7976931348623157e308),
        // Halfway between two numbers, and a hair above: the nearest, ties to even.
        ("9007199254740993", 9_007_199_254_740_992),
        ("9007199254740993.00000000000000000000000001", 9_007_199_254_740_994),
        ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
    ])
    func `numbers are rounded to the nearest`(text: String, value: Double) throws {
        let number = try parse(text).number
        #expect(number == value && number.sign == value.sign)
    }

    @Test(arguments: [
        ("7", 7), ("-0", 0), ("1e3", 1000), ("2.50e1", 25),
        ("9007199254740993", 9_007_199_254_740_993),
        ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
    ])
    func `whole numbers are known exactly`(text: String, value: Int64) throws {
        #expect(try parse(text).integer == value)
    }

    @Test(arguments: ["0.5", "1e-1", "9223372036854775808", "1e300", #""7""#])
    func `what is not whole or not exact is no whole number`(text: String) throws {
        #expect(try parse(text).integer == nil)
    }

    @Test func `sixty-four brackets may be nested and no more`() {
        let depth = Parser.depthLimit
        #expect(codes(nested(depth)) == [])
        #expect(codes(nested(depth + 1)) == ["nested-too-deep"])
    }

    @Test func `after a mistake the rest is read`() {
        let text = #"{ "a": oops, "b": 2 "c": 3, 'd': 4, "e": [ 1 2 } "f": 6 }"#
        var diagnostics = Diagnostics()
        let root = Parser.parse(SourceText(path: "a", text: text), into: &diagnostics)
        #expect(root["b"]?.number == 2)
        #expect(root["c"]?.number == 3)
        #expect(root["d"]?.number == 4)
        #expect(root["e"]?.children.map(\.number) == [1, 2])
        #expect(root["e"]?.isDamaged == true)
    }

    @Test func `a key in other words is the same key`() {
        #expect(codes(#"{ "é": 1, "e\u0301": 2 }"#) == ["repeated-key"])
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private func codes(_ text: String) -> [String] {
        var diagnostics = Diagnostics()
        _ = Parser.parse(SourceText(path: "a", text: text), into: &diagnostics)
        return diagnostics.sorted.map(\.code)
    }

    private func parse(_ text: String) throws -> SyntaxNode {
        var diagnostics = Diagnostics()
        let root = Parser.parse(SourceText(path: "a", text: text), into: &diagnostics)
        #expect(DiagnosticRenderer(language: .english).text(diagnostics) == "")
        return root
    }

    private func slice(_ text: String, _ range: SourceRange) -> String {
        String(decoding: Array(text.utf8)[range.lower..<range.upper], as: UTF8.self)
    }
}
