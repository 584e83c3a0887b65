public import Wording

/// Writes diagnostics for people: place, message, the line with carets, what to do.
///
/// ```
/// Scenarios/x/scenario.jsonc:12:18: error: unknown key "speedKilometerPerHour" [unknown-key]
///    12 |     { "id": "a", "speedKilometerPerHour": 60 },
///       |                  ^^^^^^^^^^^^^^^^^^^^^^^
///       = expected: one of id, lengthKilometers, speedKilometersPerHour
///       = help: did you mean "speedKilometersPerHour"?
/// ```
///
/// Carets stand right under East Asian characters, which take two columns, and under tabs, which are
/// shown as four blanks.
public struct DiagnosticRenderer: Sendable {
    private let language: Language
    private let limit: Int

    /// Creates a renderer.
    ///
    /// - Parameters:
    ///   - language: Language of the messages.
    ///   - limit: How many diagnostics are shown in full; all are counted.
    public init(language: Language, limit: Int = 100) {
        self.language = language
        self.limit = limit
    }

    /// Returns the diagnostics in order of place, and below them how many there are.
    ///
    /// - Returns: Lines, each ended by a line feed; nothing where nothing was found.
    public func text(_ diagnostics: Diagnostics) -> String {
        guard diagnostics.count > 0 else { return "" }
        var maps = LineMaps()
        let shown = diagnostics.sorted.prefix(limit)
        var blocks = shown.map { block($0, &maps) }
        if diagnostics.count > shown.count {
            blocks.append(andMore(diagnostics.count - shown.count)[language] + "\n")
        }
        return blocks.joined(separator: "\n") + "\n" + tally(diagnostics)[language] + "\n"
    }

    private func block(_ diagnostic: Diagnostic, _ maps: inout LineMaps) -> String {
        var lines = headed(
            diagnostic.severity,
            diagnostic.message,
            code: diagnostic.code,
            at: diagnostic.range,
            &maps
        )
        if let expected = diagnostic.expected {
            lines.append(remark(Bilingual("expected: ", "应为：") + expected))
        }
        if let help = diagnostic.help {
            lines.append(remark(Bilingual("help: ", "建议：") + help))
        }
        for note in diagnostic.notes {
            lines += headed(.note, note.message, code: nil, at: note.range, &maps)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func headed(
        _ severity: Diagnostic.Severity,
        _ message: Bilingual,
        code: String?,
        at range: SourceRange,
        _ maps: inout LineMaps
    ) -> [String] {
        let label = (severity.label + Bilingual(": ", "："))[language]
        let title = label + message[language] + (code.map { " [\($0)]" } ?? "")
        let path = displayedPath(range.path)
        guard let bytes = range.bytes else { return ["\(path): \(title)"] }
        let position = maps.position(of: bytes.lowerBound, in: range.source)
        let excerpt = Excerpt(of: bytes, in: range.source)
        let number = position.line.description
        let margin = String(repeating: " ", count: max(0, 5 - number.count))
        let carets =
            String(repeating: " ", count: excerpt.indent)
            + String(repeating: "^", count: excerpt.carets)
        return [
            "\(path):\(position.line):\(position.column): \(title)",
            "\(margin)\(number) |" + (excerpt.line.isEmpty ? "" : " " + excerpt.line),
            "      | \(carets)",
        ]
    }

    private func remark(_ text: Bilingual) -> String {
        "      = " + text[language]
    }

    private func andMore(_ count: Int) -> Bilingual {
        Bilingual("… and \(count) more", "……还有 \(count) 条")
    }

    private func tally(_ diagnostics: Diagnostics) -> Bilingual {
        let errors = diagnostics.errorCount
        let warnings = diagnostics.warningCount
        var parts: [Bilingual] = []
        if errors > 0 { parts.append(counted(errors, "error", "错误")) }
        if warnings > 0 { parts.append(counted(warnings, "warning", "警告")) }
        if parts.isEmpty { parts.append(counted(diagnostics.noteCount, "note", "说明")) }
        return parts.dropFirst().reduce(parts[0]) { $0 + Bilingual(", ", "，") + $1 }
    }

    private func counted(_ count: Int, _ english: String, _ chinese: String) -> Bilingual {
        Bilingual("\(count) \(english)\(count == 1 ? "" : "s")", "\(count) 个\(chinese)")
    }
}

/// Returns a path without characters that would steer a terminal.
func displayedPath(_ path: String) -> String {
    path.unicodeScalars.map(DisplayWidth.visible).joined()
}

/// Line maps of the files spoken of so far, each made once.
struct LineMaps {
    private var maps: [(path: String, map: LineMap)] = []

    /// Returns the line and column of an offset in a text.
    mutating func position(of offset: Int, in source: SourceText) -> LinePosition {
        if let known = maps.last(where: { $0.path == source.path }) {
            return known.map.position(of: offset)
        }
        let map = LineMap(source)
        maps.append((source.path, map))
        return map.position(of: offset)
    }
}
