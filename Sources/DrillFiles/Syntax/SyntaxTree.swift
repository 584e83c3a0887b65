/// A file as read: values that know where they stand.
///
/// Values lie in one array, each before what it holds; a file of a million values is no million
/// objects. Nothing is decoded before it is asked for.
final class SyntaxTree: Sendable {
    let source: SourceText
    let records: [Record]

    init(source: SourceText, records: [Record]) {
        self.source = source
        self.records = records
    }

    /// One value of the file.
    struct Record {
        var kind: SyntaxNode.Kind
        var flags: Flags = []

        /// Where it stands, in bytes.
        var lower: UInt32
        var upper: UInt32

        /// Where its key stands, quotation marks included; empty where it has none.
        var keyLower: UInt32 = 0
        var keyUpper: UInt32 = 0

        /// Index behind the last record of all it holds.
        var next: UInt32 = 0

        /// Number of values it holds directly.
        var count: UInt32 = 0
    }

    /// What else is known of a value.
    struct Flags: OptionSet {
        let rawValue: UInt8

        /// The text holds escapes.
        static let hasEscapes = Flags(rawValue: 1)

        /// The key holds escapes.
        static let keyHasEscapes = Flags(rawValue: 2)

        /// The key is a bare word.
        static let isBareKey = Flags(rawValue: 4)

        /// The key could not be read.
        static let isBrokenKey = Flags(rawValue: 8)

        /// Something in the object or list itself could not be read, so parts may be missing.
        static let isDamaged = Flags(rawValue: 16)
    }
}

/// One value of a file, with its place, its kind and what it holds.
public struct SyntaxNode: Sendable {
    /// Kind of a value.
    public enum Kind: UInt8, Sendable {
        /// Members in braces.
        case object
        /// Elements in brackets.
        case list
        /// A string.
        case text
        /// A number.
        case number
        /// `true`.
        case yes
        /// `false`.
        case no
        /// `null`.
        case null
        /// Something that could not be read and was reported.
        case broken
    }

    let tree: SyntaxTree
    let index: Int

    private var record: SyntaxTree.Record { tree.records[index] }

    /// Kind of the value.
    public var kind: Kind { record.kind }

    /// Where the value stands.
    public var range: SourceRange {
        tree.source.range(Int(record.lower)..<Int(record.upper))
    }

    /// Where the opening brace or bracket stands, for messages about the whole of it.
    public var opening: SourceRange {
        tree.source.range(Int(record.lower)..<min(Int(record.lower) + 1, Int(record.upper)))
    }

    /// Where the key of the value stands; the value itself where it has none.
    public var keyRange: SourceRange {
        guard record.keyUpper > 0 else { return range }
        return tree.source.range(Int(record.keyLower)..<Int(record.keyUpper))
    }

    /// Key of the value within its object; nil for elements and where the key could not be read.
    public var key: String? {
        guard record.keyUpper > 0, !record.flags.contains(.isBrokenKey) else { return nil }
        let range = Int(record.keyLower)..<Int(record.keyUpper)
        if record.flags.contains(.isBareKey) {
            return String(decoding: tree.source.bytes[range], as: UTF8.self)
        }
        return decoded(range, hasEscapes: record.flags.contains(.keyHasEscapes))
    }

    /// Whether something in the object or list itself could not be read.
    public var isDamaged: Bool { record.flags.contains(.isDamaged) }

    /// Number of members or elements.
    public var count: Int { Int(record.count) }

    /// Members of an object, or elements of a list, in the order of the file.
    public var children: some Sequence<SyntaxNode> {
        sequence(state: index + 1) { [tree, end = Int(record.next)] index -> SyntaxNode? in
            guard index < end else { return nil }
            defer { index = Int(tree.records[index].next) }
            return SyntaxNode(tree: tree, index: index)
        }
    }

    /// Returns the member of a key; the first where the key is repeated, nil where there is none.
    public subscript(key: String) -> SyntaxNode? {
        kind == .object ? children.first { $0.key == key } : nil
    }

    /// The decoded text; empty for a value that is no text.
    public var text: String {
        guard kind == .text else { return "" }
        let range = Int(record.lower)..<Int(record.upper)
        return decoded(range, hasEscapes: record.flags.contains(.hasEscapes))
    }

    /// The text with the way back from its characters to the file; nil for a value that is no text.
    public var literal: StringLiteral? {
        guard kind == .text else { return nil }
        return StringLiteral(Int(record.lower)..<Int(record.upper), of: tree.source)
    }

    /// The number, correctly rounded; 0 for a value that is no number.
    public var number: Double {
        guard kind == .number, case .number(let value) = NumberLiteral(bytes) else { return 0 }
        return value
    }

    /// The number where it is whole and known exactly; otherwise nil.
    public var integer: Int64? {
        kind == .number ? NumberLiteral.integer(bytes) : nil
    }

    /// The value as written in the file.
    var bytes: ArraySlice<UInt8> {
        tree.source.bytes[Int(record.lower)..<Int(record.upper)]
    }

    private func decoded(_ range: Range<Int>, hasEscapes: Bool) -> String {
        let bytes = tree.source.bytes
        let isStraight = bytes[range.lowerBound] < 0x80 && bytes[range.upperBound - 1] < 0x80
        guard isStraight, !hasEscapes else { return StringLiteral(range, of: tree.source).text }
        return String(decoding: bytes[range.dropFirst().dropLast()], as: UTF8.self)
    }
}
