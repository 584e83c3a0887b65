public import Wording

/// One cell of a report's table: a number or words.
public struct Cell: Sendable {
    /// How a cell stands out.
    public enum Tone: String, Sendable {
        case good, bad, open
    }

    /// What readers see.
    public let shown: Bilingual
    /// The number as files hold it; nil for words.
    public let value: String?
    /// Where the number stands in `summary.json`, with points between; nil for others.
    public let source: String?
    /// How it stands out; nil for most.
    public var tone: Tone?

    /// Creates a cell of words, such as a name from a file.
    public init(_ words: Bilingual, tone: Tone? = nil) {
        shown = words
        value = nil
        source = nil
        self.tone = tone
    }

    /// Creates a cell of words that are the same in all languages.
    public init(_ words: String) { self.init(Bilingual(verbatim: words)) }

    /// Creates a cell of a number.
    ///
    /// - Parameters:
    ///   - value: The number; what is not finite stands for never, and is empty in files.
    ///   - shown: How readers see it.
    ///   - source: Where it stands in `summary.json`.
    public init(_ value: Double, _ shown: Bilingual, source: String? = nil) {
        self.shown = shown
        self.value = Cell.text(value)
        self.source = source
    }

    /// Creates a cell of a count.
    public init(_ count: Int, source: String? = nil) {
        self.init(Double(count), Bilingual(verbatim: "\(count)"), source: source)
    }

    /// Creates a cell of a number shown as it stands in files.
    public init(plain value: Double) {
        self.init(value, Bilingual(verbatim: Cell.text(value)))
    }

    /// Creates a cell of words that stand in `summary.json`, such as a verdict.
    public init(_ words: Bilingual, value: String, source: String, tone: Tone? = nil) {
        shown = words
        self.value = value
        self.source = source
        self.tone = tone
    }

    /// What stands in it in a file: numbers as they are, words so that nothing takes them for more.
    func csv(_ language: Language) -> String {
        guard let value else { return Escaping.csv(shown[language]) }
        return value.isEmpty || Double(value) != nil ? value : Escaping.csv(value)
    }

    /// Whether nothing stands in it.
    var isBlank: Bool { shown.english.isEmpty && shown.chinese.isEmpty }

    /// The empty cell.
    public static let blank = Cell("")

    /// Returns a number as it stands in files: whole numbers without fraction, others with the fewest
    /// digits that give the same number back; nothing for what never happened.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if abs(value) < 9e15, value == Double(Int64(value)) { return "\(Int64(value))" }
        return "\(value)"
    }
}

/// A table of a report, for pages, Markdown and CSV alike.
public struct ReportTable: Sendable {
    /// One column.
    public struct Column: Sendable {
        /// Name in files.
        public let name: String
        /// Heading for readers.
        public let title: Bilingual
        /// How it is set.
        public let setting: Setting

        /// How a column is set.
        public enum Setting: String, Sendable {
            /// Numbers, one below the other; raw values are names of classes in pages.
            case number = "n"
            /// Words that are not broken.
            case short = "s"
            /// Words.
            case words = "w"
        }

        /// Creates a column of numbers, unless it is told otherwise.
        public init(
            _ name: String,
            _ english: String,
            _ chinese: String,
            _ setting: Setting = .number
        ) {
            self.name = name
            title = Bilingual(english, chinese)
            self.setting = setting
        }

        /// Creates a column of words.
        public static func words(_ name: String, _ english: String, _ chinese: String) -> Column {
            Column(name, english, chinese, .words)
        }
    }

    /// One row: cells, or a heading over the rows that follow.
    public enum Row: Sendable {
        case cells([Cell])
        case heading(Bilingual)
    }

    /// Name in files, which no other table of the report has.
    public let name: String
    /// What it shows.
    public let caption: Bilingual
    /// Columns.
    public let columns: [Column]
    /// Rows.
    public private(set) var rows: [Row] = []

    /// Creates an empty table.
    public init(_ name: String, _ caption: Bilingual, _ columns: [Column]) {
        self.name = name
        self.caption = caption
        self.columns = columns
    }

    /// Adds a row.
    ///
    /// - Precondition: There are as many cells as columns.
    public mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "A row has a cell for every column.")
        rows.append(.cells(cells))
    }

    /// Adds a heading over the rows that follow.
    public mutating func add(heading: Bilingual) { rows.append(.heading(heading)) }

    /// Whether it has no rows.
    public var isEmpty: Bool { rows.isEmpty }

    /// Returns the table as comma-separated values, headings as a first column where there are any.
    ///
    /// - Parameter language: Language of words; numbers stand as in all files.
    /// - Returns: The file.
    public func csv(_ language: Language) -> String {
        let isGrouped = rows.contains { if case .heading = $0 { true } else { false } }
        let names = (isGrouped ? ["group"] : []) + columns.map { Escaping.csv($0.name) }
        var text = names.joined(separator: ",") + "\n"
        var group = ""
        for row in rows {
            switch row {
            case .heading(let title): group = Escaping.csv(title[language])
            case .cells(let cells):
                let values = cells.map { $0.csv(language) }
                text += ((isGrouped ? [group] : []) + values).joined(separator: ",") + "\n"
            }
        }
        return text
    }
}
