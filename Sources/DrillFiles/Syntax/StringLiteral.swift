extension Lexer {
    /// How a string is enclosed.
    enum Quotes {
        /// `"…"`, the only way that is right.
        case straight
        /// `'…'`.
        case single
        /// `“…”` and other marks of input methods, of three bytes; a straight mark may close too.
        case curly
    }

    /// Reads a string, from its opening quotation mark to the closing one or the end of the line.
    mutating func string(in quotes: Quotes) -> Token {
        var token = Token(kind: .text, range: offset..<offset)
        let start = offset
        offset += quotes == .curly ? 3 : 1
        while offset < bytes.count {
            let closing = closingLength(quotes)
            if closing > 0 {
                offset += closing
                token.range = start..<offset
                return isFollowedByText ? unevenQuotes(from: start) : token
            }
            switch bytes[offset] {
            case ASCII.backslash:
                token.hasEscapes = true
                if !escape() { token.kind = .broken }
            case ASCII.lineFeed, ASCII.carriageReturn: return unclosed(from: start)
            case ..<ASCII.space:
                let range = source.range(offset..<offset + 1)
                diagnostics.error(.controlCharacter(Unicode.Scalar(bytes[offset]), at: range))
                token.kind = .broken
                offset += 1
            default: offset += 1
            }
        }
        return unclosed(from: start)
    }

    /// Length of the closing quotation mark that stands here, or 0.
    private func closingLength(_ quotes: Quotes) -> Int {
        switch quotes {
        case .straight: return bytes[offset] == ASCII.quote ? 1 : 0
        case .single: return bytes[offset] == ASCII.apostrophe ? 1 : 0
        case .curly:
            if bytes[offset] == ASCII.quote { return 1 }
            guard let mark = Lookalike.at(offset, of: bytes) else { return 0 }
            return mark.meaning == .quote ? mark.length : 0
        }
    }

    /// Reports a string that its line ends; what looks like closing brackets and commas at the end
    /// of the line is read as such, since more often than not only the quotation mark is missing.
    private mutating func unclosed(from start: Int) -> Token {
        while offset > start + 1, Self.mayFollow(bytes[offset - 1]) { offset -= 1 }
        diagnostics.error(.unclosedString(at: source.range(start..<offset)))
        return Token(kind: .broken, range: start..<offset)
    }

    /// Whether text follows the closing quotation mark, which then closes what it should open.
    private var isFollowedByText: Bool {
        guard offset < bytes.count else { return false }
        let next = bytes[offset]
        return next == ASCII.quote || ASCII.isWord(next) && Lookalike.at(offset, of: bytes) == nil
    }

    /// Reports quotation marks that do not pair, and takes the rest of the line for one string, up to
    /// a bracket that closes something before it.
    private mutating func unevenQuotes(from start: Int) -> Token {
        let end = offset
        var depth = 0
        scan: while offset < bytes.count {
            switch bytes[offset] {
            case ASCII.lineFeed, ASCII.carriageReturn: break scan
            case ASCII.openBrace, ASCII.openBracket: depth += 1
            case ASCII.closeBrace, ASCII.closeBracket:
                if depth == 0 { break scan }
                depth -= 1
            default: break
            }
            offset += 1
        }
        while offset > end, bytes[offset - 1] == ASCII.space || bytes[offset - 1] == ASCII.comma {
            offset -= 1
        }
        diagnostics.error(.unevenQuotes(at: source.range(start..<offset)))
        return Token(kind: .broken, range: start..<offset, mayHideOthers: true)
    }

    private static func mayFollow(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.comma, ASCII.closeBrace, ASCII.closeBracket, ASCII.space, ASCII.tab: true
        default: false
        }
    }

    /// Reads an escape; tells whether it is in good order.
    private mutating func escape() -> Bool {
        let start = offset
        offset += 1
        guard offset < bytes.count else { return true }
        switch bytes[offset] {
        case ASCII.lineFeed, ASCII.carriageReturn: return true
        case UInt8(ascii: "u"): return unicodeEscape(from: start)
        case let byte where StringLiteral.simpleEscape(byte) != nil:
            offset += 1
            return true
        default:
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            diagnostics.error(.unknownEscape(at: source.range(start..<offset)))
            return false
        }
    }

    private mutating func unicodeEscape(from start: Int) -> Bool {
        guard let first = StringLiteral.codeUnit(at: start, of: bytes) else {
            offset += 1
            while offset < min(start + 6, bytes.count), ASCII.hexadecimal(bytes[offset]) != nil {
                offset += 1
            }
            diagnostics.error(.shortUnicodeEscape(at: source.range(start..<offset)))
            return false
        }
        offset = start + 6
        guard UTF16.isSurrogate(first) else { return true }
        if UTF16.isLeadSurrogate(first),
            let second = StringLiteral.codeUnit(at: offset, of: bytes),
            UTF16.isTrailSurrogate(second)
        {
            offset += 6
            return true
        }
        diagnostics.error(.loneSurrogate(at: source.range(start..<offset)))
        return false
    }
}

/// A string of a file, decoded, with a way back from its characters to the bytes of the file.
///
/// The way back lets those who read a language inside a string, such as a condition, point at the
/// right character of the file, escapes or not.
public struct StringLiteral: Sendable {
    /// The decoded string.
    public let text: String

    private let source: SourceText

    /// Where offsets of text and file part: behind every escape, in order.
    private let turns: [(text: Int, file: Int)]

    /// Offset in the file where the content ends.
    private let end: Int

    /// Decodes a string in good order, quotation marks included.
    init(_ range: Range<Int>, of source: SourceText) {
        let bytes = source.bytes
        let lower = range.lowerBound + (bytes[range.lowerBound] < 0x80 ? 1 : 3)
        let upper = range.upperBound - (bytes[range.upperBound - 1] < 0x80 ? 1 : 3)
        var decoded: [UInt8] = []
        var turns = [(text: 0, file: lower)]
        var offset = lower
        while offset < upper {
            let run = bytes[offset..<upper].firstIndex(of: ASCII.backslash) ?? upper
            decoded += bytes[offset..<run]
            offset = run
            guard offset < upper else { break }
            let (scalar, length) = Self.escape(at: offset, of: bytes)
            decoded += Array(String(scalar).utf8)
            offset += length
            turns.append((decoded.count, offset))
        }
        text = String(decoding: decoded, as: UTF8.self)
        self.source = source
        self.turns = turns
        end = upper
    }

    /// Makes an empty string that stands for something that could not be read.
    init(emptyAt range: SourceRange) {
        text = ""
        source = range.source
        turns = [(0, range.lower)]
        end = range.lower
    }

    /// Returns where a stretch of the decoded string stands in the file.
    ///
    /// - Parameter offsets: Offsets in the UTF-8 form of `text`; those beyond the end mean the end.
    /// - Returns: The stretch of the file, escapes included.
    /// - Complexity: O(log *n*) in the number of escapes.
    public func range(of offsets: Range<Int>) -> SourceRange {
        let lower = fileOffset(of: offsets.lowerBound)
        let upper = offsets.isEmpty ? lower : fileEnd(of: offsets.upperBound)
        return source.range(lower..<max(lower, upper))
    }

    /// Offset in the file of the character at an offset in the text.
    private func fileOffset(of offset: Int) -> Int {
        let turn = turns[lastTurn { $0 <= offset }]
        return min(turn.file + offset - turn.text, end)
    }

    /// Offset in the file behind the character that ends at an offset in the text.
    private func fileEnd(of offset: Int) -> Int {
        // A character that ends where an escape does may itself be that escape.
        let index = lastTurn { $0 <= offset }
        return turns[index].text == offset ? turns[index].file : fileOffset(of: offset)
    }

    private func lastTurn(where isBefore: (Int) -> Bool) -> Int {
        var lower = 0
        var upper = turns.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if isBefore(turns[middle].text) { lower = middle } else { upper = middle }
        }
        return lower
    }

    /// Returns the scalar of an escape in good order, and the length of the escape [bytes].
    private static func escape(at offset: Int, of bytes: [UInt8]) -> (Unicode.Scalar, Int) {
        if let scalar = simpleEscape(bytes[offset + 1]) { return (scalar, 2) }
        let first = codeUnit(at: offset, of: bytes) ?? 0xFFFD
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        let second = codeUnit(at: offset + 6, of: bytes) ?? 0xDC00
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
    }

    /// Returns what an escape of one letter stands for, or nil.
    static func simpleEscape(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case ASCII.quote: "\""
        case ASCII.backslash: "\\"
        case ASCII.slash: "/"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        default: nil
        }
    }

    /// Returns the code unit of an escape `\uXXXX` that begins at an offset, or nil.
    static func codeUnit(at offset: Int, of bytes: [UInt8]) -> UInt16? {
        guard offset + 6 <= bytes.count, bytes[offset] == ASCII.backslash,
            bytes[offset + 1] == UInt8(ascii: "u")
        else {
            return nil
        }
        var value: UInt32 = 0
        for byte in bytes[offset + 2..<offset + 6] {
            guard let digit = ASCII.hexadecimal(byte) else { return nil }
            value = value << 4 | digit
        }
        return UInt16(value)
    }
}
