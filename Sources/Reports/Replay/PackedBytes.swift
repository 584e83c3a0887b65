import Foundation
import Wording

/// Whole numbers in few bytes, to be put into a page as Base64.
///
/// A number takes a byte for every seven bits, lowest first, the highest bit of a byte telling that
/// more follow (LEB128); signed ones are folded first, 0, −1, 1, −2, … becoming 0, 1, 2, 3, ….
struct PackedBytes {
    private(set) var bytes: [UInt8] = []

    /// Adds a number that is not negative.
    mutating func add(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(max(0, value)))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Adds a number that may be negative.
    mutating func add(signed value: Int) { add(value >= 0 ? 2 * value : -2 * value - 1) }

    /// All that was added, as Base64.
    var base64: String { Data(bytes).base64EncodedString() }
}

/// JSON to be put into a page: every text goes through `Escaping`.
indirect enum PageJSON {
    case object([(String, PageJSON)])
    case list([PageJSON])
    case text(String)
    case number(Double)
    case whole(Int)
    case flag(Bool)
    case null

    /// A text in both languages, as a pair; once where both are the same.
    static func words(_ text: Bilingual) -> PageJSON {
        text.english == text.chinese
            ? .text(text.english) : .list([.text(text.english), .text(text.chinese)])
    }

    /// The value on one line.
    var source: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .object(let members):
            text += "{"
            for (place, member) in members.enumerated() {
                text += (place > 0 ? "," : "") + Escaping.scriptString(member.0) + ":"
                member.1.write(to: &text)
            }
            text += "}"
        case .list(let elements):
            text += "["
            for (place, element) in elements.enumerated() {
                if place > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .text(let value): text += Escaping.scriptString(value)
        case .number(let value): text += Self.numeral(value)
        case .whole(let value): text += "\(value)"
        case .flag(let value): text += "\(value)"
        case .null: text += "null"
        }
    }

    /// A number with the fewest digits, whole ones without fraction; what is not finite is `null`.
    private static func numeral(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if abs(value) < 9e15, value == Double(Int64(value)) { return "\(Int64(value))" }
        return "\(value)"
    }
}
