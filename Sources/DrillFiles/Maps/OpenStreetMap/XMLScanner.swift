import Foundation
import Wording

/// Reads the tags of an XML file one after another, without ever holding the whole file.
///
/// Foundation's `XMLParser` takes half as long again to twice as long merely to count the tags of a map
/// as this scanner takes for a whole import (`route-probe --read`), most of it spent on dictionaries of
/// strings, and lets document types through; this scanner hands out places in a window of bytes. It
/// knows what map files hold: elements, attributes and comments. Document type declarations are refused, since entities that they declare can blow up
/// a small file or read others; text between tags is passed over.
struct XMLScanner {
    /// What was read.
    enum Tag: Equatable {
        /// An element begins; where it is empty it has ended too.
        case opens(isEmpty: Bool)
        /// An element ends.
        case closes
        /// The file ends.
        case end
    }

    /// An attribute of the latest tag, as places in the window.
    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    /// Bytes at hand.
    private(set) var window: [UInt8] = []
    /// Offset of the window in the file.
    private var windowOffset = 0
    /// Place in the window from which to read on.
    private var position = 0
    /// Name of the latest tag in the window.
    private(set) var name = 0..<0
    /// Attributes of the latest tag.
    private(set) var attributes: [Attribute] = []
    /// Where the latest tag begins in the file.
    private(set) var tagOffset = 0

    private let source: ByteSource
    private var isAtEnd = false
    /// Names of the elements that are open, one behind the other.
    private var open: [[UInt8]] = []

    /// Longest tag that is read [bytes] -- constant.
    private static let tagLimit = 1 << 20
    /// Bytes read at a time -- constant.
    private static let chunk = 4 << 20
    /// Elements within each other at most -- constant.
    private static let depthLimit = 64

    /// Starts to read.
    init(_ source: ByteSource) {
        self.source = source
    }

    /// Number of elements that are open.
    var depth: Int { open.count }

    /// Bytes passed so far.
    var offset: Int { windowOffset + position }

    /// Reads the next tag.
    mutating func next() throws(MapProblem) -> Tag {
        while true {
            try fill()
            guard let start = find(ASCII.less, from: position) else {
                position = window.count
                if !isAtEnd { continue }
                if open.isEmpty { return .end }
                throw .cutOff(at: offset)
            }
            position = start
            tagOffset = windowOffset + start
            try fill()
            if let tag = try tag() { return tag }
        }
    }

    /// Makes sure that a whole tag is at hand, where the file has so much.
    private mutating func fill() throws(MapProblem) {
        guard !isAtEnd, window.count - position < Self.tagLimit else { return }
        window.removeFirst(position)
        windowOffset += position
        position = 0
        let more = try source.read(Self.chunk)
        isAtEnd = more.isEmpty
        window += more
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        var place = start
        while place < window.count {
            if window[place] == byte { return place }
            place += 1
        }
        return nil
    }

    /// Reads the tag that begins here; nil for a comment or the like.
    private mutating func tag() throws(MapProblem) -> Tag? {
        let next = position + 1 < window.count ? window[position + 1] : 0
        switch next {
        case ASCII.question:
            try skip(to: "?>")
            return nil
        case ASCII.exclamation:
            guard !starts(with: "<!--") else {
                try skip(to: "-->")
                return nil
            }
            guard !starts(with: "<![CDATA[") else {
                try skip(to: "]]>")
                return nil
            }
            throw .declaration(at: tagOffset)
        case ASCII.slash: return try closing()
        default: return try opening()
        }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= window.count else { return false }
        return text.withUTF8Buffer { window[position..<position + count].elementsEqual($0) }
    }

    private mutating func skip(to end: StaticString) throws(MapProblem) {
        let count = end.utf8CodeUnitCount
        while true {
            while position + count <= window.count {
                if starts(with: end) {
                    position += count
                    return
                }
                position += 1
            }
            guard !isAtEnd else { throw .cutOff(at: tagOffset) }
            try fill()
        }
    }

    private mutating func closing() throws(MapProblem) -> Tag {
        position += 2
        name = try word()
        skipBlanks()
        guard position < window.count else { throw .cutOff(at: tagOffset) }
        guard window[position] == ASCII.greater else { throw .notXML(at: offset) }
        position += 1
        guard let last = open.popLast() else {
            throw .unexpectedEnd(text(name), nil, at: tagOffset)
        }
        guard window[name].elementsEqual(last) else {
            let expected = String(decoding: last, as: UTF8.self)
            throw .unexpectedEnd(text(name), expected, at: tagOffset)
        }
        return .closes
    }

    private mutating func opening() throws(MapProblem) -> Tag {
        position += 1
        name = try word()
        attributes.removeAll(keepingCapacity: true)
        while true {
            skipBlanks()
            guard position < window.count else { throw .cutOff(at: tagOffset) }
            switch window[position] {
            case ASCII.greater:
                position += 1
                guard open.count < Self.depthLimit else { throw .tooDeep(at: tagOffset) }
                open.append(Array(window[name]))
                return .opens(isEmpty: false)
            case ASCII.slash:
                guard position + 1 < window.count, window[position + 1] == ASCII.greater else {
                    throw .notXML(at: offset)
                }
                position += 2
                return .opens(isEmpty: true)
            default: try attribute()
            }
        }
    }

    private mutating func attribute() throws(MapProblem) {
        let name = try word()
        skipBlanks()
        guard position < window.count else { throw .cutOff(at: tagOffset) }
        guard window[position] == ASCII.equals else { throw .notXML(at: offset) }
        position += 1
        skipBlanks()
        guard position < window.count else { throw .cutOff(at: tagOffset) }
        let quote = window[position]
        guard quote == ASCII.quote || quote == ASCII.apostrophe else { throw .notXML(at: offset) }
        let start = position + 1
        guard let end = find(quote, from: start) else {
            throw isAtEnd ? .cutOff(at: tagOffset) : .longTag(at: tagOffset)
        }
        attributes.append(Attribute(name: name, value: start..<end))
        position = end + 1
    }

    private mutating func word() throws(MapProblem) -> Range<Int> {
        let start = position
        while position < window.count {
            let byte = window[position]
            let isWord =
                ASCII.isWord(byte) || byte == ASCII.colon || byte == ASCII.minus
                || byte == ASCII.dot
            guard isWord else { break }
            position += 1
        }
        guard position > start else {
            throw position < window.count ? .notXML(at: offset) : .cutOff(at: tagOffset)
        }
        return start..<position
    }

    private mutating func skipBlanks() {
        while position < window.count, ASCII.isBlank(window[position]) { position += 1 }
    }

    // MARK: Values of the latest tag

    /// Tells whether a stretch of the window is a word.
    func isWord(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in
            for (place, byte) in buffer.enumerated() where window[range.lowerBound + place] != byte
            {
                return false
            }
            return true
        }
    }

    /// Returns the value of an attribute as it stands, or nil.
    func value(_ key: StaticString) -> Range<Int>? {
        for attribute in attributes where isWord(attribute.name, key) { return attribute.value }
        return nil
    }

    /// Returns a whole number, or nil.
    func integer(_ range: Range<Int>) -> Int64? {
        var result: Int64 = 0
        var digits = range
        let isNegative = !range.isEmpty && window[range.lowerBound] == ASCII.minus
        if isNegative { digits = range.dropFirst() }
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        for place in digits {
            guard ASCII.isDigit(window[place]) else { return nil }
            result = result * 10 + Int64(window[place] - ASCII.zero)
        }
        return isNegative ? -result : result
    }

    /// Tells whether a stretch of the window holds the character that stands for bytes that are no text.
    func holdsReplacement(in range: Range<Int>) -> Bool {
        let bytes = window[range]
        return bytes.indices.dropLast(2).contains {
            bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD
        }
    }

    /// Returns a stretch of the window as text, its character references resolved.
    func text(_ range: Range<Int>) -> String {
        guard window[range].contains(ASCII.ampersand) else {
            return String(decoding: window[range], as: UTF8.self)
        }
        return XMLText.decoded(String(decoding: window[range], as: UTF8.self))
    }
}

/// Character references of XML.
enum XMLText {
    private static let named: [(String, Character)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]

    /// Resolves the five references that need no declaration, and numbers; others stay as they are.
    static func decoded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...].dropFirst()
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let character = character(rest[..<end])
            else {
                result += "&"
                continue
            }
            result.append(character)
            rest = rest[end...].dropFirst()
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> Character? {
        if let known = named.first(where: { $0.0 == name }) { return known.1 }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x")
        let number =
            isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        return number.flatMap(Unicode.Scalar.init).map(Character.init)
    }
}
