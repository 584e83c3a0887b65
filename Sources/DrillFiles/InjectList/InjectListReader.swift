import Vocabulary
import Wording

/// Injects read from a master scenario events list, as a scenario file holds them.
public struct ImportedInjects: Sendable {
    /// `{ "injects": [ … ] }`, to be put into a scenario file.
    public let json: JSONValue
    /// Number of injects.
    public let count: Int

    /// Reads a list and reports all that is wrong with it.
    ///
    /// - Parameters:
    ///   - path: File in UTF-8 or GB18030, with headings in English or Chinese in any order.
    ///   - scenario: Scenario whose names the list may use; nil where names are not checked.
    ///   - diagnostics: Takes all that is wrong.
    /// - Returns: The injects; nil where an error was added.
    public static func read(
        at path: String,
        for scenario: ScenarioFile?,
        into diagnostics: inout Diagnostics
    ) -> ImportedInjects? {
        guard let source = SourceText.table(at: path, into: &diagnostics) else { return nil }
        let errors = diagnostics.errorCount
        let table = CSVTable.read(source, into: &diagnostics)
        var reader = InjectListReader(source, table, scenario?.table, diagnostics)
        let injects = reader.injects()
        diagnostics = reader.diagnostics
        guard diagnostics.errorCount == errors else { return nil }
        return ImportedInjects(json: .object([("injects", .list(injects))]), count: injects.count)
    }
}

/// Turns the rows of a list into injects.
private struct InjectListReader {
    private typealias Cell = CSVTable.Cell
    private typealias Members = [(key: String, value: JSONValue)]

    private let source: SourceText
    private let table: CSVTable
    private let names: NameTable?
    var diagnostics: Diagnostics
    /// Place of each column that is there -- state.
    private var places: [InjectColumn: Int] = [:]

    init(
        _ source: SourceText,
        _ table: CSVTable,
        _ names: NameTable?,
        _ diagnostics: Diagnostics
    ) {
        self.source = source
        self.table = table
        self.names = names
        self.diagnostics = diagnostics
    }

    mutating func injects() -> [JSONValue] {
        guard let headings = table.rows.first, readHeadings(headings) else { return [] }
        return table.rows.dropFirst().map { inject($0) }
    }

    // MARK: Headings

    /// Finds the columns.
    ///
    /// - Returns: Whether the list can be read.
    private mutating func readHeadings(_ headings: [Cell]) -> Bool {
        for (place, heading) in headings.enumerated() where !heading.text.isEmpty {
            guard let column = InjectColumn.named(heading.text) else {
                doubtHeading(heading)
                continue
            }
            if places[column] == nil { places[column] = place }
        }
        guard places[.time] == nil else { return true }
        error(
            "csv-heading",
            Bilingual("the list has no column of scenario times", "清单缺少“情景时间”一列"),
            at: headings.first?.range ?? source.whole,
            help: Bilingual(
                "the first row holds headings, such as \"No.\", \"Scenario time\", \"Description\", \"Change\"",
                "首行应为表头，例如 序号、情景时间、事件描述、情景变化"
            )
        )
        return false
    }

    private mutating func doubtHeading(_ heading: Cell) {
        let near = Nearest.name(to: heading.text, among: InjectColumn.names)
        let warning = Diagnostic(
            "csv-heading",
            at: heading.range,
            Bilingual(
                "the column \(quoted(heading.text)) is not read",
                "“\(displayed(heading.text))”一列未读取"
            ),
            help: near.map { .didYouMean($0) }
        )
        diagnostics.warning(warning)
    }

    // MARK: Rows

    private func cell(_ column: InjectColumn, of row: [Cell]) -> Cell? {
        guard let place = places[column], row.indices.contains(place), !row[place].text.isEmpty
        else { return nil }
        return row[place]
    }

    private mutating func inject(_ row: [Cell]) -> JSONValue {
        var members: Members = []
        if let number = cell(.number, of: row), Self.isName(number.text) {
            members.append(("id", .text(number.text)))
        }
        members += timing(of: row)
        members += content(of: row)
        if let hidden = cell(.hidden, of: row), Self.yes.contains(hidden.text.lowercased()) {
            members.append(("hidden", .flag(true)))
        }
        for column in InjectColumn.allCases where column != .number {
            guard let key = column.key, let cell = cell(column, of: row) else { continue }
            members.append((key, .text(cell.text)))
        }
        return .object(members)
    }

    private static let yes: Set<String> = ["yes", "y", "true", "1", "是", "隐蔽", "√"]

    /// Whether a number of a list can be a name in a scenario file.
    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
        }
    }

    private mutating func timing(of row: [Cell]) -> Members {
        let time = cell(.time, of: row)
        let text = time.map { $0.text.drop { "T+'＋".contains($0) } }.map(String.init) ?? ""
        let milliseconds = TimeText.duration(Self.plain(text))
        if let time, milliseconds == nil || milliseconds ?? 0 < 0 {
            error(
                "csv-time",
                Bilingual(
                    "\(quoted(time.text)) is no time from the start",
                    "“\(displayed(time.text))”不是自演练开始的时间"
                ),
                at: time.range,
                help: Bilingual(
                    "write hours and minutes, as in 01:30",
                    "请写时:分，例如 01:30"
                )
            )
        }
        guard let trigger = cell(.trigger, of: row) else {
            if time == nil, let first = row.first { reportNoTime(at: first) }
            return [("at", .text(Self.plain(text)))]
        }
        var after = triggered(by: trigger)
        if milliseconds ?? 0 > 0 { after.append(("delay", .text(Self.plain(text)))) }
        return [("after", .object(after))]
    }

    /// Writes full-width signs as plain ones.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "：" ? ":" : $0 })
    }

    private mutating func reportNoTime(at cell: Cell) {
        error(
            "csv-time",
            Bilingual("this row has neither a time nor a trigger", "该行既无情景时间也无触发条件"),
            at: cell.range,
            help: Bilingual(
                "fill in \"Scenario time\", hours and minutes from the start",
                "请填写“情景时间”（自演练开始的时:分）"
            )
        )
    }

    private mutating func triggered(by cell: Cell) -> Members {
        guard let (word, parts) = words(of: cell, among: InjectWord.triggers) else { return [] }
        switch word {
        case .begins: return [("begins", name(parts, 0, in: .hazard, cell))]
        case .isOut: return [("isOut", name(parts, 0, in: .hazard, cell))]
        case .arrival: return [("arrivalAt", name(parts, 0, in: .site, cell))]
        default:
            let level = JSONValue.object([
                ("post", name(parts, 0, in: .post, cell)), ("atLeast", .text(parts[1])),
            ])
            return [("level", level)]
        }
    }

    private mutating func content(of row: [Cell]) -> Members {
        let description = cell(.description, of: row)
        guard let change = cell(.change, of: row) else {
            guard let description else {
                if let first = row.first { reportNothing(at: first) }
                return []
            }
            return [("message", .text(description.text))]
        }
        var members: Members = []
        if let text = description?.text, text.count <= 200 {
            members.append(("name", .object([("en", .text(text)), ("zh", .text(text))])))
        }
        guard let (word, parts) = words(of: change, among: InjectWord.changes) else { return [] }
        switch word {
        case .hazard: members.append(("hazard", name(parts, 0, in: .hazard, change)))
        case .cut, .restored: members.append(("channelsCut", .flag(word == .cut)))
        case .cutOff, .reached:
            let post = JSONValue.object([
                ("post", name(parts, 0, in: .post, change)), ("cut", .flag(word == .cutOff)),
            ])
            members.append(("postCut", post))
        case .casualty: members.append(("casualty", casualty(parts, change)))
        default:
            let ends = [name(parts, 0, in: .place, change), name(parts, 1, in: .place, change)]
            let road = JSONValue.object([
                ("between", .list(ends)), ("closed", .flag(word == .closes)),
            ])
            members.append(("road", road))
        }
        return members
    }

    private mutating func casualty(_ parts: [String], _ cell: Cell) -> JSONValue {
        let number = Int(parts[1])
        if number == nil { reportPattern(.casualty, at: cell) }
        return .object([
            ("zone", name(parts, 0, in: .zone, cell)), ("person", .integer(number ?? 0)),
            ("severity", .text(parts[2])),
        ])
    }

    private mutating func reportNothing(at cell: Cell) {
        error(
            "csv-row",
            Bilingual("this row says nothing that happens", "该行没有写明事件内容"),
            at: cell.range,
            help: Bilingual(
                "fill in \"Description\" or \"Change\"",
                "请填写“事件描述”或“情景变化”"
            )
        )
    }

    // MARK: Words and names

    /// Splits a cell into its word and the names behind it, as many as the word asks for.
    private mutating func words(
        of cell: Cell,
        among words: [InjectWord]
    ) -> (InjectWord, [String])? {
        let parts = cell.text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = parts.first, let word = InjectWord.named(first, among: words) else {
            error(
                "csv-word",
                Bilingual(
                    "\(quoted(cell.text)) is not understood",
                    "无法识别“\(displayed(cell.text))”"
                ),
                at: cell.range,
                expected: Bilingual(
                    words.map(\.pattern.english).joined(separator: "; "),
                    words.map(\.pattern.chinese).joined(separator: "；")
                )
            )
            return nil
        }
        let count = word.pattern.english.split(separator: " ").count
        guard parts.count == count else {
            reportPattern(word, at: cell)
            return nil
        }
        return (word, Array(parts.dropFirst()))
    }

    private mutating func reportPattern(_ word: InjectWord, at cell: Cell) {
        error(
            "csv-word",
            Bilingual("this does not say all that it must", "内容不完整"),
            at: cell.range,
            expected: word.pattern
        )
    }

    /// Returns a name, and reports one that the scenario does not have.
    private mutating func name(
        _ parts: [String],
        _ index: Int,
        in space: NameSpace,
        _ cell: Cell
    ) -> JSONValue {
        let name = parts[index]
        if let names, names.index(of: name, in: space) == nil {
            let all = names.names(in: space)
            error(
                "unknown-name",
                Bilingual(
                    "no \(space.label.english) is called \(quoted(name))",
                    "没有名为\(quotedChinese(name))的\(space.label.chinese)"
                ),
                at: cell.range,
                expected: all.isEmpty ? nil : .oneOf(all),
                help: Nearest.name(to: name, among: all).map { .didYouMean($0) }
            )
        }
        return .text(name)
    }

    private mutating func error(
        _ code: String,
        _ message: Bilingual,
        at range: SourceRange,
        expected: Bilingual? = nil,
        help: Bilingual? = nil
    ) {
        diagnostics.error(Diagnostic(code, at: range, message, expected: expected, help: help))
    }
}
