import Foundation
import Wording

/// Reads a table of values separated by commas, or by another sign, row after row (RFC 4180).
///
/// Cells may stand in quotation marks, within which commas and line ends belong to the cell and a
/// doubled mark stands for one. Empty lines are passed over.
struct CSVReader {
    /// A cell as a stretch of the text.
    struct Cell {
        /// Where it stands, without quotation marks around it.
        let range: Range<Int>
        /// Whether it holds doubled quotation marks.
        let hasQuotes: Bool
    }

    let source: SourceText
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    /// Cells of the latest row.
    private(set) var cells: [Cell] = []
    /// Where the latest row begins.
    private(set) var rowOffset = 0
    /// All that was found wrong -- state.
    var diagnostics: Diagnostics

    /// Starts to read a text in UTF-8.
    init(
        _ source: SourceText,
        _ diagnostics: Diagnostics,
        separator: UInt8 = ASCII.comma
    ) {
        self.source = source
        self.separator = separator
        self.diagnostics = diagnostics
        bytes = source.bytes
        position = source.contentOffset
    }

    /// Returns the sign that stands most often in the first line of a text: comma, semicolon or tab.
    static func separator(in source: SourceText) -> UInt8 {
        let line = source.bytes[source.contentOffset...]
            .prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        let signs = [ASCII.comma, UInt8(ascii: ";"), ASCII.tab]
        let counts = signs.map { sign in line.count { $0 == sign } }
        return signs[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }

    /// Reads the next row; one whose quotation marks are wrong is reported and passed over.
    ///
    /// - Returns: Whether there is one.
    mutating func next() -> Bool {
        while true {
            let errors = diagnostics.errorCount
            guard readRow() else { return false }
            if diagnostics.errorCount == errors { return true }
        }
    }

    private mutating func readRow() -> Bool {
        skipEmptyLines()
        guard position < bytes.count else { return false }
        cells.removeAll(keepingCapacity: true)
        rowOffset = position
        while true {
            cells.append(cell())
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        return true
    }

    private mutating func skipEmptyLines() {
        while position < bytes.count,
            bytes[position] == ASCII.lineFeed || bytes[position] == ASCII.carriageReturn
        {
            position += 1
        }
    }

    private mutating func cell() -> Cell {
        skipBlanks()
        if position < bytes.count, bytes[position] == ASCII.quote { return quotedCell() }
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        var end = position
        while end > start, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
        return Cell(range: start..<end, hasQuotes: false)
    }

    private mutating func quotedCell() -> Cell {
        let opening = position
        position += 1
        let start = position
        var hasQuotes = false
        while position < bytes.count {
            if bytes[position] == ASCII.quote {
                let isDoubled = position + 1 < bytes.count && bytes[position + 1] == ASCII.quote
                guard isDoubled else { break }
                hasQuotes = true
                position += 1
            }
            position += 1
        }
        let end = min(position, bytes.count)
        if position >= bytes.count { reportOpenQuote(at: opening) }
        position += 1
        skipBlanks()
        if position < bytes.count, !isEnd(bytes[position]) {
            reportTextBehindQuote()
            while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        }
        return Cell(range: start..<max(start, end), hasQuotes: hasQuotes)
    }

    private mutating func skipBlanks() {
        while position < bytes.count,
            bytes[position] == ASCII.space
                || bytes[position] == ASCII.tab && separator != ASCII.tab
        {
            position += 1
        }
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    // MARK: Cells

    /// Returns the text of a cell; empty for one that is not there.
    func text(_ column: Int?) -> String {
        guard let column, column < cells.count else { return "" }
        let cell = cells[column]
        let text = String(decoding: bytes[cell.range], as: UTF8.self)
        guard cell.hasQuotes else { return text }
        var result = ""
        var wasQuote = false
        for character in text {
            if character == "\"", wasQuote {
                wasQuote = false
            } else {
                result.append(character)
                wasQuote = character == "\""
            }
        }
        return result
    }

    /// Tells whether a cell is not there or empty.
    func isEmpty(_ column: Int?) -> Bool {
        guard let column, column < cells.count else { return true }
        return cells[column].range.isEmpty
    }

    /// Returns a whole number, or nil.
    func integer(_ column: Int) -> Int? {
        guard column < cells.count else { return nil }
        let range = cells[column].range
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var result = 0
        for place in range {
            guard ASCII.isDigit(bytes[place]) else { return nil }
            result = result * 10 + Int(bytes[place] - ASCII.zero)
        }
        return result
    }

    /// Returns a finite number, or nil.
    func number(_ column: Int) -> Double? {
        guard let value = Double(text(column)), value.isFinite else { return nil }
        return value
    }

    /// Where a cell stands, or the row where it is not there.
    func range(_ column: Int?) -> SourceRange {
        guard let column, column < cells.count else {
            return source.range(rowOffset..<rowOffset + 1)
        }
        let range = cells[column].range
        return source.range(range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
    }

    // MARK: Problems

    private mutating func reportOpenQuote(at offset: Int) {
        diagnostics.error(
            Diagnostic(
                "open-quote",
                at: source.range(offset..<offset + 1),
                Bilingual("the quotation mark is never closed", "引号没有闭合"),
                help: Bilingual(
                    "close it; inside a cell write \"\" for a quotation mark",
                    "请补上引号；单元格内的引号写作 \"\""
                )
            )
        )
    }

    private mutating func reportTextBehindQuote() {
        diagnostics.error(
            Diagnostic(
                "text-behind-quote",
                at: source.range(position..<position + 1),
                Bilingual("text behind a closing quotation mark", "右引号之后还有内容"),
                expected: Bilingual("a comma or the end of the line", "逗号或行尾"),
                help: Bilingual(
                    "inside a cell write \"\" for a quotation mark",
                    "单元格内的引号写作 \"\""
                )
            )
        )
    }

    /// Reports an error at a cell.
    mutating func report(
        _ code: String,
        at column: Int?,
        _ message: Bilingual,
        expected: Bilingual? = nil,
        help: Bilingual? = nil
    ) {
        let place = range(column)
        diagnostics.error(
            Diagnostic(code, at: place, message, expected: expected, help: help)
        )
    }
}

extension SourceText {
    /// Reads a table of UTF-8, with or without byte order mark, or of GB18030.
    ///
    /// - Returns: The text in UTF-8; nil where an error was added.
    static func table(at path: String, into diagnostics: inout Diagnostics) -> SourceText? {
        guard let source = SourceText.read(at: path, into: &diagnostics) else { return nil }
        guard let problem = source.encodingProblem else { return source }
        guard source.isGB18030,
            let text = String(data: Data(source.bytes), encoding: .gb18030)
        else {
            diagnostics.error(problem)
            return nil
        }
        return SourceText(path: path, text: text)
    }
}

extension String.Encoding {
    /// GB18030, the national standard that includes GBK and GB2312: its number in Core Foundation, with
    /// the mark that tells it from others.
    fileprivate static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
