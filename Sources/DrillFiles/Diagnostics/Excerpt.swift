import Wording

/// The line a diagnostic is about, cut to the width of a terminal, and where its carets belong.
struct Excerpt {
    /// Columns an excerpt may take -- constant.
    private static let width = 100

    /// Columns kept before the marked stretch when the line is too long -- constant.
    private static let lead = 40

    /// The line as shown.
    let line: String

    /// Columns before the first caret.
    let indent: Int

    /// Number of carets, 1 or more.
    let carets: Int

    /// Cuts out the line that holds the first byte of a range.
    ///
    /// - Complexity: O(1): however long the line, only what may be shown is read.
    init(of range: Range<Int>, in source: SourceText) {
        let bytes = source.bytes
        // A shown column takes at most four bytes, so no more than these can be of use.
        let reach = 4 * Self.width
        let floor = max(source.contentOffset, range.lowerBound - reach)
        var start = range.lowerBound
        while start > floor, !endsLine(at: start - 1, of: bytes) { start -= 1 }
        let ceiling = min(bytes.count, range.lowerBound + reach)
        var end = range.lowerBound
        while end < ceiling, !Self.isLineEnd(bytes[end]) { end += 1 }
        let markedEnd = min(max(range.upperBound, range.lowerBound), end)
        self.init(
            // Where the cut fell into the middle of a scalar, its rest is left out.
            before: Self.cells(bytes[start..<range.lowerBound].drop { $0 & 0xC0 == 0x80 }),
            marked: Self.cells(bytes[range.lowerBound..<markedEnd]),
            after: Self.cells(bytes[markedEnd..<end])
        )
    }

    private init(before: [Cell], marked: [Cell], after: [Cell]) {
        var before = before[...]
        let columns = (before + marked + after).reduce(0) { $0 + $1.width }
        let isCutBefore = columns > Self.width && Self.columns(before) > Self.lead
        if isCutBefore { before = Self.last(Self.lead, of: before) }
        let room = Self.width - Self.columns(before)
        let shownMarked = Self.first(room, of: marked[...])
        let shownAfter = Self.first(room - Self.columns(shownMarked), of: after[...])
        let isCutAfter = shownMarked.count + shownAfter.count < marked.count + after.count
        let shown = before + shownMarked + shownAfter
        line =
            (isCutBefore ? "…" : "") + shown.map(\.text).joined() + (isCutAfter ? "…" : "")
        indent = Self.columns(before) + (isCutBefore ? 1 : 0)
        carets = max(1, Self.columns(shownMarked))
    }

    /// One scalar of the line as shown.
    private struct Cell {
        let text: String
        let width: Int
    }

    private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            let text = scalar == "\t" ? "    " : DisplayWidth.visible(scalar)
            return Cell(text: text, width: DisplayWidth.of(text))
        }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    private static func columns(_ cells: ArraySlice<Cell>) -> Int {
        cells.reduce(0) { $0 + $1.width }
    }

    private static func first(_ width: Int, of cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
        var taken = 0
        return cells.prefix { cell in
            taken += cell.width
            return taken <= width
        }
    }

    private static func last(_ width: Int, of cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
        var taken = 0
        let count = cells.reversed().prefix { cell in
            taken += cell.width
            return taken <= width
        }
        .count
        return cells.suffix(count)
    }
}
