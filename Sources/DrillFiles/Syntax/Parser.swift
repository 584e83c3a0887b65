/// Reads JSON with comments and trailing commas into a tree, reporting all that is wrong.
///
/// After a mistake it goes on where the author most likely meant it to: a missing comma is thought
/// in, a bracket of the wrong kind closes what it must have been meant to close. What could not be
/// read is marked, so that nobody complains of things missing there.
struct Parser {
    /// Deepest nesting that is read -- constant.
    static let depthLimit = 64

    private var lexer: Lexer

    /// Next token to be taken.
    private var token: Token

    private var records: [SyntaxTree.Record] = []

    /// Indexes of the objects and lists that are open, outermost first.
    private var open: [Int] = []

    /// Token taken last.
    private var last: Token

    /// Whether the rest of the file is left alone.
    private var hasGivenUp = false

    private init(_ source: SourceText, diagnostics: Diagnostics) {
        lexer = Lexer(source, diagnostics: diagnostics)
        last = Token(kind: .comma, range: source.contentOffset..<source.contentOffset)
        token = lexer.next()
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - source: Its text.
    ///   - diagnostics: Takes all that is wrong with the syntax.
    /// - Returns: The outermost value; a broken one where nothing could be read.
    static func parse(_ source: SourceText, into diagnostics: inout Diagnostics) -> SyntaxNode {
        if let problem = source.encodingProblem {
            diagnostics.error(problem)
            let broken = SyntaxTree.Record(kind: .broken, lower: 0, upper: 0, next: 1)
            return SyntaxNode(tree: SyntaxTree(source: source, records: [broken]), index: 0)
        }
        var parser = Parser(source, diagnostics: diagnostics)
        parser.parseFile()
        diagnostics = parser.lexer.diagnostics
        let tree = SyntaxTree(source: source, records: parser.records)
        tree.refuseRepeatedKeys(into: &diagnostics)
        return SyntaxNode(tree: tree, index: 0)
    }

    private mutating func parseFile() {
        if token.kind == .end {
            report { .emptyFile(at: $0.range($0.token.range)) }
            append(.broken, token.range)
            return
        }
        parseValue()
        if token.kind != .end, !hasGivenUp, records[0].kind != .broken {
            report { .contentBehindEnd(at: $0.range($0.token.range)) }
        }
    }

    /// Reads a value; where none stands, says so and leaves a broken one.
    private mutating func parseValue() {
        switch token.kind {
        case .openBrace: parseContainer(.object, closedBy: .closeBrace)
        case .openBracket: parseContainer(.list, closedBy: .closeBracket)
        case .text: parseText()
        case .number: take(as: .number)
        case .word: parseWord()
        case .broken: take(as: .broken)
        case .closeBrace, .closeBracket, .colon, .comma, .end:
            if !token.followsMistake { report { .missingValue(at: $0.behindLast) } }
            append(.broken, last.range.upperBound..<last.range.upperBound)
        }
    }

    private mutating func parseText() {
        if token.hasEscapes {
            let index = take(as: .text)
            records[index].flags.insert(.hasEscapes)
        } else {
            take(as: .text)
        }
    }

    private mutating func parseWord() {
        switch String(decoding: lexer.bytes[token.range], as: UTF8.self) {
        case "true": take(as: .yes)
        case "false": take(as: .no)
        case "null": take(as: .null)
        case let word:
            report { .bareWord(word, at: $0.range($0.token.range)) }
            take(as: .broken)
        }
    }

    /// Reads an object or a list from its opening bracket to the closing one.
    private mutating func parseContainer(_ kind: SyntaxNode.Kind, closedBy closer: Token.Kind) {
        let index = take(as: kind)
        open.append(index)
        if open.count > Self.depthLimit {
            giveUp(.tooDeep(at: range(last.range), limit: Self.depthLimit))
        }
        while !hasGivenUp, token.kind != closer {
            guard parseItem(of: kind) else { break }
        }
        if !hasGivenUp, token.kind == closer { advance() }
        open.removeLast()
        records[index].upper = UInt32(last.range.upperBound)
        records[index].next = UInt32(records.count)
    }

    /// Reads one member or element and the comma behind it.
    ///
    /// - Returns: Whether the object or list goes on.
    private mutating func parseItem(of kind: SyntaxNode.Kind) -> Bool {
        switch token.kind {
        case .end:
            reachEnd(in: kind)
            return false
        case .closeBrace, .closeBracket:
            return parseWrongCloser(in: kind)
        case .comma, .colon:
            report { .unexpectedMark($0.token.kind, in: kind, at: $0.range($0.token.range)) }
            advance()
            return true
        case .text where kind == .list && isKeyOfOuterObject:
            report { .unclosed(kind, at: $0.behindLast, opening: $0.openingOfInnermost) }
            return false
        default:
            records[open[open.count - 1]].count += 1
            if kind == .object { parseMember() } else { parseValue() }
            parseComma()
            return true
        }
    }

    private mutating func parseComma() {
        switch token.kind {
        case .comma: advance()
        // What ends the object or list, or has no place in it, is the matter of the next item.
        case .closeBrace, .closeBracket, .colon, .end: break
        default:
            // A list that lacks its bracket has taken the comma already.
            guard !hasGivenUp, !token.followsMistake, last.kind != .comma else { return }
            report { .missingComma(at: $0.behindLast) }
        }
    }

    /// Whether a text that begins a line of a list looks like the next key of the object around it.
    private var isKeyOfOuterObject: Bool {
        guard open.count > 1, records[open[open.count - 2]].kind == .object, lexer.isBeforeColon
        else {
            return false
        }
        return lexer.bytes[last.range.upperBound..<token.range.lowerBound].contains {
            $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
        }
    }

    /// Reports an object or list that the end of the file cuts off.
    private mutating func reachEnd(in kind: SyntaxNode.Kind) {
        if lexer.hasUnclosedComment {
            // The comment was reported, and may hold the bracket.
            abandon()
        } else {
            giveUp(.unclosed(kind, at: behindLast, opening: openingOfInnermost))
        }
    }

    /// Judges whether a bracket of the wrong kind closes something further out, or nothing at all.
    ///
    /// - Returns: Whether the innermost object or list goes on.
    private mutating func parseWrongCloser(in kind: SyntaxNode.Kind) -> Bool {
        let wanted: SyntaxNode.Kind = kind == .object ? .list : .object
        guard let match = open.lastIndex(where: { records[$0].kind == wanted }) else {
            report {
                .unmatchedCloser(
                    at: $0.range($0.token.range),
                    opening: $0.openingOfInnermost,
                    of: kind
                )
            }
            advance()
            return true
        }
        report { .unclosed(kind, at: $0.range($0.token.range), opening: $0.openingOfInnermost) }
        markDamage(from: match)
        return false
    }

    private mutating func parseMember() {
        let key = token
        let index = records.count
        var flags: SyntaxTree.Flags = []
        switch key.kind {
        case .text:
            if key.hasEscapes { flags = .keyHasEscapes }
        case .word:
            report { .bareKey(at: $0.range(key.range)) }
            flags = .isBareKey
        case .openBrace, .openBracket:
            report { .missingKey(at: $0.range(key.range)) }
            markDamage(from: open.count - 1)
            return parseValue()
        default:
            if key.kind == .number { report { .missingKey(at: $0.range(key.range)) } }
            markDamage(from: open.count - 1)
            flags = .isBrokenKey
        }
        advance()
        parseMemberValue(isSilent: key.kind != .text)
        records[index].keyLower = UInt32(key.range.lowerBound)
        records[index].keyUpper = UInt32(key.range.upperBound)
        records[index].flags.formUnion(flags)
    }

    /// Reads colon and value behind a key.
    ///
    /// - Parameter isSilent: Whether the key was wrong already, so that a missing colon is no news.
    private mutating func parseMemberValue(isSilent: Bool) {
        switch token.kind {
        case .colon:
            advance()
            parseValue()
        case .closeBrace, .closeBracket, .comma, .end:
            if !isSilent { report { .keyWithoutValue(at: $0.range($0.last.range)) } }
            append(.broken, last.range.upperBound..<last.range.upperBound)
        default:
            if !isSilent { report { .missingColon(at: $0.behindLast) } }
            parseValue()
        }
    }

    private mutating func advance() {
        if token.mayHideOthers, !open.isEmpty { markDamage(from: open.count - 1) }
        last = token
        token = lexer.next()
    }

    /// Takes the token as a value and returns its index.
    @discardableResult
    private mutating func take(as kind: SyntaxNode.Kind) -> Int {
        let index = append(kind, token.range)
        advance()
        return index
    }

    @discardableResult
    private mutating func append(_ kind: SyntaxNode.Kind, _ range: Range<Int>) -> Int {
        records.append(
            SyntaxTree.Record(
                kind: kind,
                lower: UInt32(range.lowerBound),
                upper: UInt32(range.upperBound),
                next: UInt32(records.count + 1)
            )
        )
        return records.count - 1
    }

    /// Reports an error; it is made only when there is room to keep it.
    private mutating func report(_ diagnostic: (Parser) -> Diagnostic) {
        let parser = self
        lexer.diagnostics.error(diagnostic(parser))
    }

    /// Reports what makes the rest of the file unreadable.
    private mutating func giveUp(_ diagnostic: Diagnostic) {
        lexer.diagnostics.error(diagnostic)
        abandon()
    }

    private mutating func abandon() {
        markDamage(from: 0)
        hasGivenUp = true
    }

    private mutating func markDamage(from depth: Int) {
        for index in open[depth...] { records[index].flags.insert(.isDamaged) }
    }

    private func range(_ offsets: Range<Int>) -> SourceRange { lexer.source.range(offsets) }

    /// The gap behind the last token, where something is missing.
    private var behindLast: SourceRange { range(last.range.upperBound..<last.range.upperBound) }

    private var openingOfInnermost: SourceRange {
        let lower = Int(records[open[open.count - 1]].lower)
        return range(lower..<lower + 1)
    }
}

extension SyntaxTree {
    /// Reports every key that stands in its object a second time.
    fileprivate func refuseRepeatedKeys(into diagnostics: inout Diagnostics) {
        for index in records.indices where records[index].kind == .object {
            var first: [String: SyntaxNode] = [:]
            for member in SyntaxNode(tree: self, index: index).children {
                guard let key = member.key else { continue }
                if let earlier = first[key] {
                    diagnostics.error(
                        .repeatedKey(key, at: member.keyRange, first: earlier.keyRange)
                    )
                } else {
                    first[key] = member
                }
            }
        }
    }
}
