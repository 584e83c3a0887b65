import TestSupport
import Testing
import Wording

@testable import DrillFiles

/// Tables of comma-separated values.
@Suite struct CSVTableTests {
    private func rows(_ text: String) -> [[String]] {
        var diagnostics = Diagnostics()
        let source = SourceText(path: "table.csv", text: text)
        let table = CSVTable.read(source, into: &diagnostics)
        #expect(diagnostics.count == 0)
        return table.rows.map { $0.map(\.text) }
    }

    @Test func `cells, quotation marks and line ends`() {
        #expect(rows("a,b\nc,d") == [["a", "b"], ["c", "d"]])
        #expect(rows("a,b\r\nc,d\r\n") == [["a", "b"], ["c", "d"]])
        #expect(rows("\u{FEFF}序号,内容\r1,水\r") == [["序号", "内容"], ["1", "水"]])
        #expect(rows("\"a,\"\"b\"\"\",\"two\nlines\"\n") == [["a,\"b\"", "two\nlines"]])
        #expect(rows("a,,\n,,\n\n,x,") == [["a", "", ""], ["", "x", ""]])
        #expect(rows("a;b,c;d\n1;2,5;3") == [["a", "b,c", "d"], ["1", "2,5", "3"]])
        #expect(rows("a\tb\n1\t2") == [["a", "b"], ["1", "2"]])
        #expect(rows("") == [])
    }

    @Test func `what is written is read back`() {
        let table = [["a", "b,c", "d\"e\""], ["一\n二", "", "；;"], ["=1+1", "-x", "@"]]
        let expected = [["a", "b,c", "d\"e\""], ["一\n二", "", "；;"], ["'=1+1", "'-x", "'@"]]
        #expect(rows(CSVTable.text(table)) == expected)
    }

    @Test(arguments: [("\"a,b\n", "open-quote"), ("a,\"b\"c\n1,2", "text-behind-quote")])
    func `quotation marks that do not match are named`(text: String, code: String) {
        var diagnostics = Diagnostics()
        _ = CSVTable.read(SourceText(path: "table.csv", text: text), into: &diagnostics)
        #expect(diagnostics.sorted.map(\.code) == [code])
    }
}
