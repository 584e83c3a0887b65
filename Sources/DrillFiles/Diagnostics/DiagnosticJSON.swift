public import Wording

extension Diagnostics {
    /// Returns the diagnostics as a JSON object for other programs, in order of place.
    ///
    /// Format 1: `errors`, `warnings` and `notes` count all; `diagnostics` holds those kept. Lines
    /// and columns are as in messages, `offset` and `length` in bytes; a diagnostic about a file as
    /// a whole has no place.
    ///
    /// - Parameter language: Language of the messages.
    /// - Returns: The object.
    public func json(in language: Language) -> JSONValue {
        var maps = LineMaps()
        let items = sorted.map { Self.json($0, in: language, &maps) }
        return .object([
            ("format", .integer(1)),
            ("errors", .integer(errorCount)),
            ("warnings", .integer(warningCount)),
            ("notes", .integer(noteCount)),
            ("diagnostics", .list(items)),
        ])
    }

    private static func json(
        _ diagnostic: Diagnostic,
        in language: Language,
        _ maps: inout LineMaps
    ) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("severity", .text(diagnostic.severity.rawValue)),
            ("code", .text(diagnostic.code)),
            ("message", .text(diagnostic.message[language])),
        ]
        if let expected = diagnostic.expected {
            members.append(("expected", .text(expected[language])))
        }
        if let help = diagnostic.help { members.append(("help", .text(help[language]))) }
        members += place(of: diagnostic.range, &maps)
        let notes = diagnostic.notes.map { note in
            JSONValue.object(
                [("message", .text(note.message[language]))] + place(of: note.range, &maps)
            )
        }
        if !notes.isEmpty { members.append(("related", .list(notes))) }
        return .object(members)
    }

    private static func place(
        of range: SourceRange,
        _ maps: inout LineMaps
    ) -> [(key: String, value: JSONValue)] {
        let file = (key: "file", value: JSONValue.text(range.path))
        guard let bytes = range.bytes else { return [file] }
        let start = maps.position(of: bytes.lowerBound, in: range.source)
        let end = maps.position(of: bytes.upperBound, in: range.source)
        return [
            file,
            ("line", .integer(start.line)),
            ("column", .integer(start.column)),
            ("endLine", .integer(end.line)),
            ("endColumn", .integer(end.column)),
            ("offset", .integer(bytes.lowerBound)),
            ("length", .integer(bytes.count)),
        ]
    }
}
