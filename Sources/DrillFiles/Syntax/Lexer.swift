/// Cuts a text into tokens and reports what is wrong within a token.
///
/// Punctuation of other scripts, such as the full-width comma, is reported and then taken for what
/// was meant, so that the rest of the file is read as its author sees it.
struct Lexer {
    let source: SourceText
    let bytes: [UInt8]

    /// Offset of the next byte to be read -- state.
    var offset: Int

    /// What has been found wrong -- state.
    var diagnostics: Diagnostics

    /// Whether a comment runs to the end of the file -- state.
    private(set) var hasUnclosedComment = false

    init(_ source: SourceText, diagnostics: Diagnostics) {
        self.source = source
        self.diagnostics = diagnostics
        bytes = source.bytes
        offset = source.contentOffset
    }

    /// Takes the next token.
    mutating func next() -> Token {
        var hasSkipped = false
        while true {
            skipBlanks()
            if var token = token() {
                token.followsMistake = hasSkipped
                return token
            }
            hasSkipped = true
        }
    }

    /// Whether a colon follows, blanks left out.
    var isBeforeColon: Bool {
        bytes[offset...].first { !ASCII.isBlank($0) } == ASCII.colon
    }

    /// Takes the token that begins here; nil where a character was reported and skipped.
    private mutating func token() -> Token? {
        guard offset < bytes.count else { return token(.end, length: 0) }
        switch bytes[offset] {
        case ASCII.openBrace: return token(.openBrace)
        case ASCII.closeBrace: return token(.closeBrace)
        case ASCII.openBracket: return token(.openBracket)
        case ASCII.closeBracket: return token(.closeBracket)
        case ASCII.colon: return token(.colon)
        case ASCII.comma: return token(.comma)
        case ASCII.quote: return string(in: .straight)
        case ASCII.minus, ASCII.plus, ASCII.dot, ASCII.zero...ASCII.nine: return number()
        case 0x80...: return foreign()
        case let byte where ASCII.isWord(byte): return word()
        default: return stranger()
        }
    }

    private mutating func token(_ kind: Token.Kind, length: Int = 1) -> Token {
        let start = offset
        offset += length
        return Token(kind: kind, range: start..<offset)
    }

    private mutating func skipBlanks() {
        while offset < bytes.count {
            if ASCII.isBlank(bytes[offset]) {
                offset += 1
            } else if bytes[offset] == ASCII.slash {
                guard skipComment() else { return }
            } else if bytes[offset] >= 0x80 {
                guard skipForeignBlank() else { return }
            } else {
                return
            }
        }
    }

    /// Skips a comment; tells whether there was one.
    private mutating func skipComment() -> Bool {
        guard offset + 1 < bytes.count else { return false }
        switch bytes[offset + 1] {
        case ASCII.slash: skipToEndOfLine()
        case ASCII.asterisk: skipBlockComment()
        default: return false
        }
        return true
    }

    private mutating func skipToEndOfLine() {
        while offset < bytes.count, !endsLine(at: offset, of: bytes) { offset += 1 }
    }

    private mutating func skipBlockComment() {
        let start = offset
        offset += 2
        while offset + 1 < bytes.count {
            if bytes[offset] == ASCII.asterisk, bytes[offset + 1] == ASCII.slash {
                offset += 2
                return
            }
            offset += 1
        }
        offset = bytes.count
        hasUnclosedComment = true
        diagnostics.error(.unclosedComment(at: source.range(start..<start + 2)))
    }

    private mutating func skipForeignBlank() -> Bool {
        guard let lookalike = Lookalike.at(offset, of: bytes), lookalike.meaning == .blank else {
            return false
        }
        reportLookalike(lookalike)
        offset += lookalike.length
        return true
    }

    private mutating func word() -> Token {
        let start = offset
        while offset < bytes.count, ASCII.isWord(bytes[offset]), !isLookalike { offset += 1 }
        return Token(kind: .word, range: start..<offset)
    }

    private var isLookalike: Bool {
        bytes[offset] >= 0x80 && Lookalike.at(offset, of: bytes) != nil
    }

    private mutating func number() -> Token {
        let start = offset
        while offset < bytes.count, isNumberPart, !isLookalike { offset += 1 }
        let range = start..<offset
        switch NumberLiteral(bytes[range]) {
        case .number: return Token(kind: .number, range: range)
        case .tooLarge: diagnostics.error(.numberTooLarge(at: source.range(range)))
        case .malformed:
            diagnostics.error(.malformedNumber(bytes[range], at: source.range(range)))
        }
        return Token(kind: .broken, range: range)
    }

    /// Whether the byte here belongs to a number, or to a unit written behind it, as in `60km/h`.
    private var isNumberPart: Bool {
        let byte = bytes[offset]
        if byte == ASCII.slash {
            return offset + 1 < bytes.count && ASCII.isWord(bytes[offset + 1])
        }
        return NumberLiteral.mayHold(byte)
    }

    /// Reads a token that begins beyond ASCII: a look-alike of punctuation, or a word.
    private mutating func foreign() -> Token {
        guard let lookalike = Lookalike.at(offset, of: bytes) else { return word() }
        reportLookalike(lookalike)
        switch lookalike.meaning {
        case .quote: return string(in: .curly)
        case .blank: return token(.broken, length: lookalike.length)
        case .punctuation(let kind): return token(kind, length: lookalike.length)
        }
    }

    private mutating func reportLookalike(_ lookalike: Lookalike) {
        let range = source.range(offset..<offset + lookalike.length)
        diagnostics.error(.lookalike(lookalike, at: range))
    }

    /// Reads what was meant by a character that has no place in a file; nil where it is skipped.
    private mutating func stranger() -> Token? {
        let range = source.range(offset..<offset + 1)
        switch bytes[offset] {
        case ASCII.apostrophe:
            diagnostics.error(.singleQuotes(at: range))
            return string(in: .single)
        case UInt8(ascii: "="):
            diagnostics.error(.equalsSign(at: range))
            return token(.colon)
        case UInt8(ascii: ";"):
            diagnostics.error(.semicolon(at: range))
            return token(.comma)
        case UInt8(ascii: "#"):
            diagnostics.error(.foreignComment(at: range))
            skipToEndOfLine()
            return nil
        default:
            diagnostics.error(.strayCharacter(Unicode.Scalar(bytes[offset]), at: range))
            offset += 1
            return nil
        }
    }
}
