import Wording

/// A JSON value to be written; the members of an object keep the order given.
public indirect enum JSONValue: Sendable {
    /// Members in the order they are written.
    case object([(key: String, value: JSONValue)])

    /// Elements in order.
    case list([JSONValue])

    /// A text.
    case text(String)

    /// A finite number; a whole one is written without fraction.
    case number(Double)

    /// A whole number.
    case integer(Int)

    /// `true` or `false`.
    case flag(Bool)

    /// `null`.
    case null

    /// Columns a line may take before it is broken -- constant.
    private static let width = 100

    /// Returns the value over several lines, indented by two blanks, ended by a line feed; what fits
    /// on a line of 100 characters stands on one.
    public var indented: String {
        var text = ""
        write(to: &text, indent: "", column: 0)
        return text + "\n"
    }

    /// Returns the value on one line.
    public var line: String {
        var bytes: [UInt8] = []
        writeLine(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the value on one line, in UTF-8.
    func writeLine(to bytes: inout [UInt8]) {
        switch self {
        case .object(let members): Self.writeLine(members, to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes += Self.separator }
                element.writeLine(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .text(let value): Self.writeLiteral(value, to: &bytes)
        case .number(let value):
            precondition(value.isFinite, "JSON has no word for a number that is not finite.")
            bytes += numeral(value).utf8
        case .integer(let value): bytes += value.description.utf8
        case .flag(let value): bytes += value.description.utf8
        case .null: bytes += "null".utf8
        }
    }

    private static let separator = Array(", ".utf8)

    private static func writeLine(
        _ members: [(key: String, value: JSONValue)],
        to bytes: inout [UInt8]
    ) {
        if members.isEmpty {
            bytes += "{}".utf8
            return
        }
        bytes += "{ ".utf8
        for (index, member) in members.enumerated() {
            if index > 0 { bytes += separator }
            writeLiteral(member.key, to: &bytes)
            bytes += ": ".utf8
            member.value.writeLine(to: &bytes)
        }
        bytes += " }".utf8
    }

    /// Adds a text as a JSON string; most need no escapes and are copied as they are.
    private static func writeLiteral(_ value: String, to bytes: inout [UInt8]) {
        // U+2028 and U+2029 begin with the byte E2.
        let isPlain = value.utf8.allSatisfy {
            $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xE2
        }
        guard isPlain else {
            bytes += literal(value).utf8
            return
        }
        bytes.append(0x22)
        bytes += value.utf8
        bytes.append(0x22)
    }

    private func write(to text: inout String, indent: String, column: Int) {
        let line = line
        if column + line.count <= Self.width {
            text += line
            return
        }
        switch self {
        case .object(let members):
            let items = members.map { (head: Self.literal($0.key) + ": ", value: $0.value) }
            Self.write(items, between: ("{", "}"), to: &text, indent: indent)
        case .list(let elements):
            let items = elements.map { (head: "", value: $0) }
            Self.write(items, between: ("[", "]"), to: &text, indent: indent)
        case .text, .number, .integer, .flag, .null:
            text += line
        }
    }

    private static func write(
        _ items: [(head: String, value: JSONValue)],
        between brackets: (open: String, close: String),
        to text: inout String,
        indent: String
    ) {
        let inner = indent + "  "
        text += brackets.open
        for (index, item) in items.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + inner + item.head
            item.value.write(to: &text, indent: inner, column: inner.count + item.head.count)
        }
        text += "\n" + indent + brackets.close
    }

    /// Returns a text as a JSON string.
    static func literal(_ value: String) -> String {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                result += "\\u" + DisplayWidth.hexadecimal(scalar.value)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
