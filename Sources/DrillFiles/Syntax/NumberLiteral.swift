/// What a run of bytes that begins like a number turns out to be.
enum NumberLiteral {
    /// A number of JSON, correctly rounded.
    case number(Double)

    /// A number of JSON beyond the largest finite one.
    case tooLarge

    /// No number of JSON.
    case malformed

    init(_ bytes: ArraySlice<UInt8>) {
        guard Self.isWellFormed(bytes) else {
            self = .malformed
            return
        }
        // `Double` rounds the nearest value, ties to even, whatever the number of digits.
        let value = Double(String(decoding: bytes, as: UTF8.self)) ?? .infinity
        self = value.isFinite ? .number(value) : .tooLarge
    }

    /// Whether a byte may stand in a number, or in what was meant to be one.
    static func mayHold(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.dot, ASCII.plus, ASCII.minus, UInt8(ascii: "%"): true
        default: ASCII.isWord(byte)
        }
    }

    /// Checks against the grammar of RFC 8259, section 6.
    private static func isWellFormed(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if rest.first == ASCII.minus { rest.removeFirst() }
        let whole = takeDigits(&rest)
        guard whole == 1 || whole > 1 && bytes[rest.startIndex - whole] != ASCII.zero else {
            return false
        }
        if rest.first == ASCII.dot {
            rest.removeFirst()
            guard takeDigits(&rest) > 0 else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == ASCII.plus || rest.first == ASCII.minus { rest.removeFirst() }
            guard takeDigits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// Drops the digits at the front and returns how many there were.
    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
        let end = rest.firstIndex { !ASCII.isDigit($0) } ?? rest.endIndex
        let count = end - rest.startIndex
        rest = rest[end...]
        return count
    }

    /// Returns the whole number that well-formed bytes stand for, or nil.
    ///
    /// Exact up to the range of `Int64` where it is written in plain digits; `1e3` and `2.0` are
    /// whole too, as far as `Double` is exact.
    static func integer(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let text = String(decoding: bytes, as: UTF8.self)
        if let exact = Int64(text) { return exact }
        guard let value = Double(text), value.magnitude <= 0x1p53 else { return nil }
        return Int64(exactly: value)
    }
}
