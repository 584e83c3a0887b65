import Wording

/// One line of a record: an object of plain members.
struct RecordLine {
    /// Value of a member.
    enum Value {
        case text(String)
        case number(Double)
        case flag(Bool)
        case null
    }

    /// A member with its place in the file.
    struct Member {
        let key: String
        let value: Value
        /// Bytes of the value in the file.
        let range: Range<Int>
    }

    /// What is wrong with a line.
    struct Problem: Error {
        let code: String
        let range: Range<Int>
        let message: Bilingual
        var expected: Bilingual?
        var help: Bilingual?
    }

    /// Bytes of the line in the file, without its line feed.
    let range: Range<Int>
    private(set) var members: [Member] = []

    /// Takes a line apart.
    ///
    /// - Complexity: O(length).
    init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        range = bytes.indices
        var scanner = RecordScanner(bytes)
        members.reserveCapacity(8)
        try scanner.expect(UInt8(ascii: "{"))
        repeat {
            let key = try scanner.text()
            try scanner.expect(UInt8(ascii: ":"))
            let (value, place) = try scanner.value()
            guard !members.contains(where: { $0.key == key }) else {
                throw Problem(
                    code: "repeated-key",
                    range: place,
                    message: Bilingual("\"\(key)\" stands twice", "“\(key)”重复")
                )
            }
            members.append(Member(key: key, value: value, range: place))
        } while try scanner.separator()
        try scanner.end()
    }

    /// Returns the member of a key; nil where there is none.
    func optional(_ key: String) -> Member? { members.first { $0.key == key } }

    /// Returns the member of a key.
    func member(_ key: String) throws(Problem) -> Member {
        guard let member = optional(key) else {
            throw Problem(
                code: "missing-key",
                range: range,
                message: Bilingual("\"\(key)\" is missing", "缺少“\(key)”")
            )
        }
        return member
    }

    /// Returns a text.
    func text(_ key: String) throws(Problem) -> String {
        let member = try member(key)
        guard case .text(let text) = member.value else {
            throw wrongKind(member, Bilingual("a text", "文本"))
        }
        return text
    }

    /// Returns a flag.
    func flag(_ key: String) throws(Problem) -> Bool {
        let member = try member(key)
        guard case .flag(let flag) = member.value else {
            throw wrongKind(member, Bilingual("true or false", "true 或 false"))
        }
        return flag
    }

    /// Returns a number.
    func number(_ key: String) throws(Problem) -> Double {
        let member = try member(key)
        guard case .number(let number) = member.value else {
            throw wrongKind(member, Bilingual("a number", "数值"))
        }
        return number
    }

    /// Returns a whole number in a range.
    func whole(_ key: String, _ bounds: ClosedRange<Int64>) throws(Problem) -> Int64 {
        let number = try number(key)
        guard number.magnitude < 9e15, let whole = Int64(exactly: number), bounds.contains(whole)
        else {
            throw wrongKind(
                try member(key),
                Bilingual(
                    "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
                    "\(bounds.lowerBound) 至 \(bounds.upperBound) 的整数"
                )
            )
        }
        return whole
    }

    private func wrongKind(_ member: Member, _ expected: Bilingual) -> Problem {
        Problem(
            code: "wrong-kind",
            range: member.range,
            message: Bilingual(
                "this does not belong under \"\(member.key)\"",
                "“\(member.key)”的值不应是这样"
            ),
            expected: expected
        )
    }
}

/// Reads the tokens of one line.
private struct RecordScanner {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    private mutating func skipBlanks() {
        while position < bytes.endIndex, bytes[position] == 0x20 || bytes[position] == 0x0D {
            position += 1
        }
    }

    private func problem(_ expected: Bilingual) -> RecordLine.Problem {
        let place = min(position, bytes.endIndex)
        return RecordLine.Problem(
            code: "malformed-line",
            range: place..<min(place + 1, bytes.endIndex),
            message: Bilingual("this is no line of a record", "不是运行记录的一行"),
            expected: expected,
            help: Bilingual(
                "a record cut short or edited by hand cannot be scored: write it again with drill run --record",
                "记录被截断或手工改动后无法评分，请用 drill run --record 重新写出"
            )
        )
    }

    mutating func expect(_ byte: UInt8) throws(RecordLine.Problem) {
        skipBlanks()
        guard position < bytes.endIndex, bytes[position] == byte else {
            let sign = String(decoding: [byte], as: UTF8.self)
            throw problem(Bilingual("\"\(sign)\"", "“\(sign)”"))
        }
        position += 1
    }

    /// Reads a comma, or the end of the object.
    mutating func separator() throws(RecordLine.Problem) -> Bool {
        skipBlanks()
        guard position < bytes.endIndex,
            bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: "}")
        else { throw problem(Bilingual("\",\" or \"}\"", "“,”或“}”")) }
        position += 1
        return bytes[position - 1] == UInt8(ascii: ",")
    }

    mutating func end() throws(RecordLine.Problem) {
        skipBlanks()
        guard position == bytes.endIndex else {
            throw problem(Bilingual("the end of the line", "行尾"))
        }
    }

    /// Reads a text; names in records need no escapes.
    mutating func text() throws(RecordLine.Problem) -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\\") else {
                throw problem(Bilingual("a name", "名称"))
            }
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        try expect(UInt8(ascii: "\""))
        return text
    }

    mutating func value() throws(RecordLine.Problem) -> (RecordLine.Value, Range<Int>) {
        skipBlanks()
        let start = position
        guard position < bytes.endIndex else { throw problem(Bilingual("a value", "值")) }
        if bytes[position] == UInt8(ascii: "\"") {
            let text = try text()
            return (.text(text), start..<position)
        }
        while position < bytes.endIndex, !Self.ends.contains(bytes[position]) { position += 1 }
        let word = bytes[start..<position]
        if word.elementsEqual("true".utf8) { return (.flag(true), start..<position) }
        if word.elementsEqual("false".utf8) { return (.flag(false), start..<position) }
        if word.elementsEqual("null".utf8) { return (.null, start..<position) }
        guard case .number(let number) = NumberLiteral(word) else {
            position = start
            throw problem(
                Bilingual("a text, a number, true, false or null", "文本、数值、true、false 或 null")
            )
        }
        return (.number(number), start..<position)
    }

    private static let ends: [UInt8] = [0x20, 0x2C, 0x7D, 0x0D]
}
