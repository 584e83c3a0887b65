import Testing

@testable import DrillFiles

@Suite struct LineMapTests {
    @Test func `lines end with any of the three line ends`() {
        let source = SourceText(path: "a", text: "a\nb\r\nc\rd")
        let map = LineMap(source)
        let lines = (0...source.bytes.count).map { map.position(of: $0).line }
        #expect(lines == [1, 1, 2, 2, 2, 3, 3, 4, 4])
    }

    @Test func `columns count scalars and not the byte order mark`() {
        let source = SourceText(path: "a", text: "\u{FEFF}演🚒x")
        let map = LineMap(source)
        #expect(map.position(of: 0) == LinePosition(line: 1, column: 1))
        #expect(map.position(of: 3) == LinePosition(line: 1, column: 1))
        #expect(map.position(of: 6) == LinePosition(line: 1, column: 2))
        #expect(map.position(of: 10) == LinePosition(line: 1, column: 3))
        #expect(map.position(of: 99) == LinePosition(line: 1, column: 4))
    }

    @Test func `far into a file the count goes on`() {
        let line = "演练演练,\n"
        let source = SourceText(path: "a", text: String(repeating: line, count: 10_000))
        let map = LineMap(source)
        for index in [0, 255, 256, 4095, 9999] {
            let start = index * line.utf8.count
            #expect(map.position(of: start) == LinePosition(line: index + 1, column: 1))
            #expect(map.position(of: start + 12) == LinePosition(line: index + 1, column: 5))
        }
    }
}
