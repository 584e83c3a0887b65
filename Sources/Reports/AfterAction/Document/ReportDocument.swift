public import Wording

/// A report as a sequence of chapters, before it becomes a page, Markdown or tables.
public struct ReportDocument: Sendable {
    /// What kind of document it is.
    public var title: Bilingual
    /// What it is about, line by line.
    public var subtitles: [Bilingual]
    /// Chapters in order.
    public var chapters: [Chapter] = []

    /// Creates a report without chapters.
    public init(title: Bilingual, subtitles: [Bilingual]) {
        self.title = title
        self.subtitles = subtitles
    }

    /// All tables in order, those behind charts included.
    public var tables: [ReportTable] { chapters.flatMap { $0.blocks.flatMap(\.tables) } }
}

/// One chapter.
public struct Chapter: Sendable {
    /// Name by which links lead to it.
    public let name: String
    /// Heading.
    public let title: Bilingual
    /// What it says.
    public var blocks: [Block]

    /// Creates a chapter.
    public init(_ name: String, _ english: String, _ chinese: String, _ blocks: [Block]) {
        self.name = name
        title = Bilingual(english, chinese)
        self.blocks = blocks
    }
}

/// A chart with the table behind it.
public struct Figure: Sendable {
    /// What it shows.
    public let title: Bilingual
    /// What a reader should see in it, also said to those who do not see it.
    public let message: Bilingual
    /// The drawing, for each language; given a name for its parts that no other has.
    public let drawing: @Sendable (Language, String) -> Markup
    /// The numbers.
    public let table: ReportTable
    /// Whether they stand below the chart at once; else they are folded up.
    public var showsTable = false
}

/// One statement with what belongs to it.
public struct Statement: Sendable {
    /// The statement.
    public let text: Bilingual
    /// What belongs to it.
    public let details: [Statement]

    /// Creates a statement.
    public init(_ text: Bilingual, _ details: [Statement] = []) {
        self.text = text
        self.details = details
    }
}

/// A number that matters, with its name and what to keep in mind.
public struct KeyFigure: Sendable {
    /// What it is.
    public let title: Bilingual
    /// The number.
    public let value: Cell
    /// Interval, range or bound.
    public let remarks: [(label: Bilingual, low: Cell, high: Cell?)]
}

/// A piece of a chapter.
public enum Block: Sendable {
    /// Running text.
    case paragraph(Bilingual)
    /// A remark on how to read what stands above.
    case remark(Bilingual)
    /// A heading within the chapter.
    case heading(Bilingual)
    /// Pairs of name and value.
    case pairs(ReportTable)
    /// A table.
    case table(ReportTable)
    /// A table that is folded up at first, and that is printed or not.
    case folded(ReportTable, isPrinted: Bool)
    /// A chart.
    case figure(Figure)
    /// Statements with what belongs to them.
    case statements([Statement])
    /// Numbers that matter.
    case keyFigures([KeyFigure])

    /// Tables in it.
    var tables: [ReportTable] {
        switch self {
        case .pairs(let table), .table(let table), .folded(let table, _): [table]
        case .figure(let figure): [figure.table]
        case .paragraph, .remark, .heading, .statements, .keyFigures: []
        }
    }
}
