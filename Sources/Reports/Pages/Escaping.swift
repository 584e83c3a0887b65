/// Makes any text harmless where it is put: in HTML, SVG, scripts, Markdown and tables.
///
/// Names come from scenario files, and whoever wrote those may have written anything. Every way begins
/// with `visible`: what would be unseen, or would turn the order of the letters around it, is shown by
/// its name.
public enum Escaping {
    /// Returns a text in which every character shows itself and only itself.
    ///
    /// Control characters become the pictures Unicode has for them, line breaks and tabs a blank; marks
    /// that change the direction of writing or join invisibly are written out, as in `⟦U+202E⟧`.
    ///
    /// - Complexity: O(length).
    public static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isUnseen($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnseen(scalar) {
                result.append(contentsOf: shown(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
        case 0...0x1F: picture(0x2400 + scalar.value)
        case 0x7F: picture(0x2421)
        default: "⟦U+" + hexadecimal(scalar.value) + "⟧"
        }
    }

    private static func picture(_ code: UInt32) -> String {
        Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{FFFD}"
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    // MARK: Pages

    /// Returns a text as content of an element of HTML or SVG.
    public static func html(_ text: String) -> String {
        replacing(visible(text)) { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: nil
            }
        }
    }

    /// Returns a text as value of an attribute of HTML or SVG, to stand between double quotes.
    public static func attribute(_ text: String) -> String {
        replacing(visible(text)) { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: nil
            }
        }
    }

    /// Returns JSON that may stand inside a script element: nothing in it ends the element or begins a
    /// comment, and it is still the same JSON.
    ///
    /// - Parameter json: JSON as any writer of it gives it.
    /// - Returns: The same JSON in other letters.
    public static func scriptJSON(_ json: String) -> String {
        replacing(json) { character in
            switch character {
            case "<": "\\u003C"
            case ">": "\\u003E"
            case "&": "\\u0026"
            case "\u{2028}": "\\u2028"
            case "\u{2029}": "\\u2029"
            default: nil
            }
        }
    }

    /// Returns a text as a string of JSON with its quotes, to stand inside a script element.
    public static func scriptString(_ text: String) -> String {
        let quoted = replacing(visible(text)) { character in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: nil
            }
        }
        return "\"" + scriptJSON(quoted) + "\""
    }

    // MARK: Other files

    /// Returns a text as part of a line of Markdown, table cells included: no markup, no link, no HTML.
    public static func markdown(_ text: String) -> String {
        let escaped = replacing(visible(text)) { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "@": "&#64;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!", "#": "\\" + String(character)
            default: nil
            }
        }
        let unlinked = escaped.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
        return guardingStart(unlinked)
    }

    /// What would make a list, a heading line or a numbered item of the first characters of a line.
    private static func guardingStart(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        if first == "+" || first == "-" || first == "=" { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard !digits.isEmpty, let next = rest.first, next == "." || next == ")",
            rest.count == 1 || rest.dropFirst().first == " "
        else { return text }
        return digits + "\\" + rest
    }

    /// Returns a text as a cell of a table of comma-separated values that no spreadsheet takes for a
    /// formula.
    ///
    /// For words only: a number that begins with a minus sign is a number.
    public static func csv(_ text: String) -> String {
        var cell = visible(text)
        if let first = cell.unicodeScalars.first, formulaPrefixes.contains(first) {
            cell = "'" + cell
        }
        let isPlain = !cell.unicodeScalars.contains {
            $0 == "," || $0 == "\"" || $0 == "'" || $0 == ";"
        }
        guard !isPlain else { return cell }
        let doubled = replacing(cell) { $0 == "\"" ? "\"\"" : nil }
        return "\"" + doubled + "\""
    }

    /// What makes a cell a formula to a spreadsheet, full-width forms included -- constant.
    private static let formulaPrefixes: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    private static func replacing(
        _ text: String,
        _ replacement: (Unicode.Scalar) -> String?
    ) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let new = replacement(scalar) {
                result.append(contentsOf: new.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
