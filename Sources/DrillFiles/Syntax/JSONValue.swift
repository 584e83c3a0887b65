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
        switch self {
        case .object(let members):
            let items = members.map { Self.literal($0.key) + ": " + $0.value.line }
            return items.isEmpty ? "{}" : "{ " + items.joined(separator: ", ") + " }"
        case .list(let elements):
            return "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .text(let value): return Self.literal(value)
        case .number(let value):
            precondition(value.isFinite, "JSON has no word for a number that is not finite.")
            return numeral(value)
        case .integer(let value): return value.description
        case .flag(let value): return value.description
        case .null: return "null"
        }
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
