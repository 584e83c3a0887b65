import Foundation
public import Scoring
public import Wording

/// A table of a study: tidy for programs, formatted for readers, from the same cells.
public struct StudyTable: Sendable {
    /// One cell.
    public enum Cell: Sendable {
        /// A name, and what readers see of it.
        case name(String, Bilingual)
        /// A number of a measure's unit, or of none; not finite for what cannot be said.
        case number(Double, Measure?)
        /// A difference of a measure, shown with its sign.
        case difference(Double, Measure?)
        /// A share, shown as per cent.
        case share(Double)
        /// A count.
        case count(Int)
        /// Nothing.
        case nothing
    }

    /// A column.
    public struct Column: Sendable {
        let name: String
        let title: Bilingual
        let isShown: Bool

        /// Names a column; readers see it unless it is only for programs.
        public init(_ name: String, _ english: String, _ chinese: String, isShown: Bool = true) {
            self.name = name
            title = Bilingual(english, chinese)
            self.isShown = isShown
        }
    }

    /// Name of its file.
    public let file: String
    /// Title for readers.
    public let title: Bilingual
    /// Remark below it.
    public let remark: Bilingual
    private let columns: [Column]
    private var rows: [[Cell]] = []
    /// Rows that readers see, by their numbers; all unless chosen, and no table where there are none.
    private var shown: [Int]?
    /// Most rows that readers see -- constant.
    private static let rowLimit = 40

    /// Begins a table.
    public init(
        _ file: String,
        _ title: Bilingual,
        _ columns: [Column],
        remark: Bilingual = Bilingual(verbatim: "")
    ) {
        self.file = file
        self.title = title
        self.remark = remark
        self.columns = columns
    }

    /// Adds a row.
    ///
    /// - Precondition: There are as many cells as columns.
    public mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "A row has a cell for every column.")
        rows.append(cells)
    }

    /// Chooses the rows that readers see.
    public mutating func show(_ rows: [Int]) { shown = rows }

    /// Whether readers see any of it; else it is a file only.
    var isShown: Bool { shown.map { !$0.isEmpty } ?? true }

    /// Whether there are no rows.
    public var isEmpty: Bool { rows.isEmpty }

    /// The table as comma-separated values, with a header.
    public var csv: String {
        let lines = [columns.map { $0.name }] + rows.map { $0.map(Self.raw) }
        return lines.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func raw(_ cell: Cell) -> String {
        switch cell {
        case .name(let name, _): name
        case .number(let value, _), .difference(let value, _), .share(let value): raw(value)
        case .count(let count): "\(count)"
        case .nothing: ""
        }
    }

    private static func raw(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return value.magnitude < 9e15 && value == value.rounded() ? "\(Int64(value))" : "\(value)"
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    // MARK: For readers

    /// Rows that readers see.
    private var visible: [[Cell]] {
        (shown.map { $0.map { rows[$0] } } ?? rows).prefix(Self.rowLimit).map { row in
            zip(columns, row).filter { $0.0.isShown }.map { $0.1 }
        }
    }

    private func leftOut(_ language: Language) -> String {
        let count = rows.count - visible.count
        guard count > 0 else { return "" }
        return Bilingual("… \(count) more rows in \(file)\n", "……另有 \(count) 行见 \(file)\n")[
            language
        ]
    }

    private func remark(_ language: Language) -> String {
        remark[language].isEmpty ? "" : remark[language] + "\n"
    }

    private var visibleColumns: [Column] { columns.filter { $0.isShown } }

    private func isLeft(_ place: Int) -> Bool {
        guard let cell = visible.first?[place], case .name = cell else { return false }
        return true
    }

    /// The table as text for a terminal.
    public func text(_ language: Language) -> String {
        var table = TextTable(
            visibleColumns.enumerated().map { ($1.title[language], isLeft($0) ? .left : .right) }
        )
        for row in visible { table.add(row.map { Self.shown($0, language) }) }
        return title[language] + "\n\n" + table.text + leftOut(language) + remark(language)
    }

    /// The table as Markdown, to be pasted.
    public func markdown(_ language: Language) -> String {
        let heads = visibleColumns.map { Self.escaped($0.title[language]) }
        let rules = visibleColumns.indices.map { isLeft($0) ? ":--" : "--:" }
        let body = visible.map { $0.map { Self.escaped(Self.shown($0, language)) } }
        let lines = ([heads, rules] + body).map { "| " + $0.joined(separator: " | ") + " |\n" }
        let notes = leftOut(language) + remark(language)
        return "## \(title[language])\n\n" + lines.joined() + (notes.isEmpty ? "" : "\n" + notes)
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private static func shown(_ cell: Cell, _ language: Language) -> String {
        switch cell {
        case .name(_, let title): return title[language]
        case .share(let share): return share.isFinite ? Figures.percent(share) : "–"
        case .count(let count): return "\(count)"
        case .nothing: return ""
        case .number(let value, let measure): return figure(value, measure, language)
        case .difference(let value, let measure):
            let text = figure(value, measure, language)
            return value > 0 && text != figure(0, measure, language) ? "+" + text : text
        }
    }

    private static func figure(_ value: Double, _ measure: Measure?, _ language: Language) -> String
    {
        guard value.isFinite else { return "–" }
        return measure.map { BatchReport(language).figure(value, $0) } ?? Figures.plain(value)
    }
}

/// All tables of a study.
public struct StudyReport: Sendable {
    /// What was studied, for the head of the report.
    public let head: Bilingual
    /// Tables in the order in which they are read.
    public let tables: [StudyTable]
    /// Description of the model.
    public let description: String

    /// Gathers tables; those without rows are left out.
    public init(_ head: Bilingual, _ tables: [StudyTable], description: String) {
        self.head = head
        self.tables = tables.filter { !$0.isEmpty }
        self.description = description
    }

    /// The report for a terminal.
    public func text(_ language: Language) -> String {
        let shown = tables.filter { $0.isShown }
        return head[language] + "\n\n" + shown.map { $0.text(language) + "\n" }.joined()
    }

    /// The files: every table as comma-separated values, all of them as Markdown, and the model.
    public func files(_ language: Language) -> [(String, String)] {
        let pages = tables.filter { $0.isShown }.map { $0.markdown(language) }.joined(
            separator: "\n"
        )
        return tables.map { ($0.file, $0.csv) } + [
            ("tables.md", "# \(head[language])\n\n" + pages), ("model.md", description),
        ]
    }
}
