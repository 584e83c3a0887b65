import Wording

/// A table for the terminal, its columns aligned by the width that characters take there.
public struct TextTable {
    /// How a column is aligned.
    public enum Alignment: Sendable {
        /// Text.
        case left
        /// Numbers.
        case right
    }

    private let columns: [(title: String, alignment: Alignment)]
    private var rows: [[String]] = []

    /// Creates a table with titled columns.
    public init(_ columns: [(title: String, alignment: Alignment)]) {
        self.columns = columns
    }

    /// Adds a row.
    ///
    /// - Precondition: There are as many cells as columns.
    public mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "A row has a cell for every column.")
        rows.append(cells)
    }

    /// The table as lines, each with its line feed.
    public var text: String {
        let titles = columns.map { $0.title }
        let widths = columns.indices.map { column in
            ([titles] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([titles] + rows).enumerated().map { index, cells in
            line(cells, widths) + (index == 0 ? rule + "\n" : "")
        }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let blank = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            line += columns[column].alignment == .left ? cell + blank : blank + cell
            if column + 1 < cells.count { line += "  " }
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }
}
