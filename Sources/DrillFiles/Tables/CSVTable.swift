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

    /// Reads a table and reports quotation marks that do not match; rows with such are left out.
    static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> CSVTable {
        var reader = CSVReader(source, diagnostics, separator: CSVReader.separator(in: source))
        var table = CSVTable()
        while reader.next() {
            let row = reader.cells.indices.map { column in
                let text = reader.text(column).trimmingCharacters(in: .whitespacesAndNewlines)
                return Cell(text: text, range: reader.range(column))
            }
            if row.contains(where: { !$0.text.isEmpty }) { table.rows.append(row) }
        }
        diagnostics = reader.diagnostics
        return table
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
