import Wording

/// One word or sign of a condition.
struct ConditionToken {
    /// What it is.
    enum Kind: Equatable {
        case number(Double)
        case name(String)
        case sign(String)
        case unknown(String)
        case end
    }

    let kind: Kind
    /// Offsets in the UTF-8 form of the condition.
    let range: Range<Int>
    /// What was written instead of the sign it is read as, or nil.
    var strange: String?
}

/// Splits a condition into words and signs.
struct ConditionLexer {
    private let text: [UInt8]
    private var offset = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    /// Returns all words and signs, and an end.
    static func tokens(of text: String) -> [ConditionToken] {
        var lexer = ConditionLexer(text)
        var tokens: [ConditionToken] = []
        repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() -> ConditionToken {
        while offset < text.count, text[offset] == 0x20 || text[offset] == 0x09 { offset += 1 }
        guard offset < text.count else {
            return ConditionToken(kind: .end, range: text.count..<text.count)
        }
        let start = offset
        let byte = text[offset]
        if Self.isDigit(byte) { return number(from: start) }
        if isLetter(at: start) { return name(from: start) }
        return sign(from: start)
    }

    /// A number, or a name that begins with digits, as in `119-centre`.
    private mutating func number(from start: Int) -> ConditionToken {
        while offset < text.count, Self.isDigit(text[offset]) || text[offset] == 0x2E {
            offset += 1
        }
        let hyphen = offset < text.count && text[offset] == 0x2D ? 1 : 0
        if isLetter(at: offset + hyphen) { return name(from: start) }
        let word = String(decoding: text[start..<offset], as: UTF8.self)
        let number = Double(word).flatMap { $0.isFinite ? $0 : nil }
        let kind = number.map { ConditionToken.Kind.number($0) } ?? .unknown(word)
        return ConditionToken(kind: kind, range: start..<offset)
    }

    /// A name may hold dots; a hyphen belongs to it when a letter or digit follows at once and none of
    /// the sides is blank, as in `site-stock`.
    private mutating func name(from start: Int) -> ConditionToken {
        while offset < text.count {
            let byte = text[offset]
            let goesOn =
                isLetter(at: offset) || Self.isDigit(byte) || byte == 0x2E
                || (byte == 0x2D && isLetterOrDigit(at: offset + 1))
            if !goesOn { break }
            offset += 1
        }
        let word = String(decoding: text[start..<offset], as: UTF8.self)
        return ConditionToken(kind: .name(word), range: start..<offset)
    }

    private mutating func sign(from start: Int) -> ConditionToken {
        let two = String(decoding: text[start..<min(start + 2, text.count)], as: UTF8.self)
        if ["&&", "||", "<=", ">=", "==", "!="].contains(two) {
            offset += 2
            return ConditionToken(kind: .sign(two), range: start..<offset)
        }
        let one = String(decoding: text[start..<start + 1], as: UTF8.self)
        if ["<", ">", "!", "(", ")", ",", "+", "-", "*", "/"].contains(one) {
            offset += 1
            return ConditionToken(kind: .sign(one), range: start..<offset)
        }
        let rest = text[start...]
        if let (strange, sign) = ConditionSigns.strange.first(where: {
            rest.starts(with: $0.sign.utf8)
        }) {
            offset += strange.utf8.count
            return ConditionToken(kind: .sign(sign), range: start..<offset, strange: strange)
        }
        return unknown(from: start)
    }

    /// Takes one character that does not belong to the language, all its bytes.
    private mutating func unknown(from start: Int) -> ConditionToken {
        offset += 1
        while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
        let word = String(decoding: text[start..<offset], as: UTF8.self)
        return ConditionToken(kind: .unknown(word), range: start..<offset)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Tells whether a letter of any script begins or goes on at a place; signs as they come out of
    /// Chinese input methods are none.
    private func isLetter(at place: Int) -> Bool {
        guard place < text.count else { return false }
        let byte = text[place]
        if byte < 0x80 {
            return (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte == 0x5F
        }
        return !ConditionSigns.strange.contains { text[place...].starts(with: $0.sign.utf8) }
    }

    private func isLetterOrDigit(at place: Int) -> Bool {
        isLetter(at: place) || place < text.count && Self.isDigit(text[place])
    }
}

/// What authors write and conditions do not know, with what to write instead.
enum ConditionSigns {
    /// Signs, most of them as they come out of Chinese input methods.
    static let strange: [(sign: String, instead: String)] = [
        ("＆＆", "&&"), ("｜｜", "||"), ("＝＝", "=="), ("＞＝", ">="), ("＜＝", "<="), ("！＝", "!="),
        ("（", "("), ("）", ")"), ("，", ","), ("、", ","), ("＞", ">"), ("＜", "<"), ("＝", "=="),
        ("！", "!"), ("＆", "&&"), ("｜", "||"), ("＋", "+"), ("－", "-"), ("×", "*"), ("÷", "/"),
        ("≥", ">="), ("≤", "<="), ("≠", "!="), ("=", "=="), ("&", "&&"), ("|", "||"),
    ]

    /// Words of other languages than this one.
    static let words: [(word: String, instead: String)] = [
        ("and", "&&"), ("or", "||"), ("not", "!"), ("AND", "&&"), ("OR", "||"), ("NOT", "!"),
        ("且", "&&"), ("或", "||"), ("非", "!"), ("并且", "&&"), ("或者", "||"),
    ]

    /// Returns what to write instead of a word, or nil where nothing is known.
    static func help(for word: String) -> Bilingual? {
        words.first { $0.word == word }.map { help(instead: $0.instead) }
    }

    /// Says what to write instead.
    static func help(instead sign: String) -> Bilingual {
        Bilingual("write \(sign) instead", "请改写为 \(sign)")
    }
}
