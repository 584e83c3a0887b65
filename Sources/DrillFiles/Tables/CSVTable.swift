import Foundation
import Wording

/// A table of comma-separated values (RFC 4180), with the place of every cell for messages.
///
/// Read leniently where spreadsheets differ: any line ending, a byte order mark, semicolons or tabs
/// instead of commas, empty lines.
struct CSVTable {
    /// One cell.
    struct Cell {
        /// Its text without blanks at its ends.
        let text: String
        /// Where it stands.
        let range: SourceRange
    }

    /// Rows that hold anything, in order; they may differ in length.
    private(set) var rows: [[Cell]] = []

    /// Reads a table and reports quotation marks that do not match.
    static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> CSVTable {
        var reader = CSVWalk(source)
        while let row = reader.row(into: &diagnostics) {
            if row.contains(where: { !$0.text.isEmpty }) { reader.table.rows.append(row) }
        }
        return reader.table
    }

    /// Reads a file of UTF-8, with or without byte order mark, or of GB18030.
    ///
    /// - Returns: The text in UTF-8; nil where an error was added.
    static func text(at path: String, into diagnostics: inout Diagnostics) -> SourceText? {
        guard let source = SourceText.read(at: path, into: &diagnostics) else { return nil }
        guard let problem = source.encodingProblem else { return source }
        let isBinary = source.bytes.contains(0)
        if !isBinary, let text = String(data: Data(source.bytes), encoding: .gb18030) {
            return SourceText(path: path, text: text)
        }
        diagnostics.error(problem)
        return nil
    }

    /// Writes rows with commas and line ends of spreadsheets; a cell is quoted where it must be, and
    /// where it would be taken for a formula an apostrophe stands before it.
    static func text(_ rows: [[String]]) -> String {
        rows.map { row in row.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Signs for which a cell must be quoted -- constant.
    private static let special: [Unicode.Scalar] = [",", ";", "\"", "\t", "\r", "\n"]

    private static func quoted(_ cell: String) -> String {
        let isFormula = cell.first.map { "=+-@".contains($0) } ?? false
        let text = isFormula ? "'" + cell : cell
        guard text.unicodeScalars.contains(where: { special.contains($0) }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

extension String.Encoding {
    /// GB18030, the national standard that includes GBK and GB2312, as Core Foundation numbers it.
    fileprivate static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}

/// Walks through the bytes of a table.
private struct CSVWalk {
    let source: SourceText
    var table = CSVTable()
    private let bytes: [UInt8]
    private var offset: Int
    private let separator: UInt8

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        offset = source.contentOffset
        separator = Self.separator(in: source)
    }

    /// The sign that stands most often in the first line, a comma where none does.
    private static func separator(in source: SourceText) -> UInt8 {
        let line = source.bytes[source.contentOffset...]
            .prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        let signs: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = signs.map { sign in line.count { $0 == sign } }
        return signs[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }

    /// Reads the next row; nil at the end.
    mutating func row(into diagnostics: inout Diagnostics) -> [CSVTable.Cell]? {
        guard offset < bytes.count else { return nil }
        var cells: [CSVTable.Cell] = []
        while true {
            cells.append(cell(into: &diagnostics))
            guard offset < bytes.count else { return cells }
            let byte = bytes[offset]
            offset += 1
            if byte == separator { continue }
            if byte == ASCII.carriageReturn, offset < bytes.count, bytes[offset] == ASCII.lineFeed {
                offset += 1
            }
            return cells
        }
    }

    private mutating func cell(into diagnostics: inout Diagnostics) -> CSVTable.Cell {
        while offset < bytes.count, bytes[offset] == ASCII.space { offset += 1 }
        if offset < bytes.count, bytes[offset] == ASCII.quote { return quoted(into: &diagnostics) }
        let start = offset
        while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
        return made(bytes[start..<offset], start..<offset)
    }

    private mutating func quoted(into diagnostics: inout Diagnostics) -> CSVTable.Cell {
        let start = offset
        var text: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            if bytes[offset] != ASCII.quote {
                text.append(bytes[offset])
                offset += 1
            } else if offset + 1 < bytes.count, bytes[offset + 1] == ASCII.quote {
                text.append(ASCII.quote)
                offset += 2
            } else {
                return closed(text[...], from: start, into: &diagnostics)
            }
        }
        diagnostics.error(
            Diagnostic(
                "csv-quote",
                at: source.range(start..<start + 1),
                Bilingual("this quotation mark is never closed", "此引号没有闭合"),
                help: Bilingual(
                    "close it, or double quotation marks within a cell",
                    "请补上引号；单元格内的引号须写成两个"
                )
            )
        )
        return made(text[...], start..<offset)
    }

    /// Ends a quoted cell: only blanks may stand between its closing mark and the next separator.
    private mutating func closed(
        _ text: ArraySlice<UInt8>,
        from start: Int,
        into diagnostics: inout Diagnostics
    ) -> CSVTable.Cell {
        offset += 1
        let end = offset
        while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
        if bytes[end..<offset].contains(where: { $0 != ASCII.space }) {
            diagnostics.error(
                Diagnostic(
                    "csv-quote",
                    at: source.range(end..<offset),
                    Bilingual("text behind a closing quotation mark", "引号闭合之后还有文字"),
                    help: Bilingual(
                        "double quotation marks within a cell",
                        "单元格内的引号须写成两个"
                    )
                )
            )
        }
        return made(text, start..<end)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    private func made(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> CSVTable.Cell {
        let words = String(decoding: text, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return CSVTable.Cell(text: words, range: source.range(range))
    }
}
