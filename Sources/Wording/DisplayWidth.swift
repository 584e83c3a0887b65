/// How characters look in a terminal.
///
/// Widths follow Unicode Standard Annex #11: wide and full-width characters take two columns,
/// combining marks none, ambiguous ones (such as `×`) one.
public enum DisplayWidth {
    /// Returns the columns a text takes.
    public static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// Returns the columns a scalar takes.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar.value) ? 2 : 1
        }
    }

    /// Returns a scalar as it may safely be shown: those that would steer the terminal or turn the
    /// direction of writing are named instead.
    public static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x00...0x1F: return picture(0x2400 + scalar.value)
        case 0x7F: return picture(0x2421)
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            return "<U+" + hexadecimal(scalar.value) + ">"
        default:
            return String(scalar)
        }
    }

    /// Writes a number in hexadecimal with at least four digits.
    public static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func picture(_ value: UInt32) -> String {
        Unicode.Scalar(value).map(String.init) ?? ""
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
            0x1B000...0x1B2FF, 0x1F200...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            true
        default:
            false
        }
    }
}
