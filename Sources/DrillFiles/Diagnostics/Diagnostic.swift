public import Wording

/// One thing wrong with a file, or worth knowing about it.
///
/// Says what was found and where, what was expected instead, and how to mend it.
public struct Diagnostic: Sendable {
    /// How much a diagnostic weighs.
    public enum Severity: String, Sendable {
        /// The file cannot be used.
        case error

        /// The file can be used, though it may not mean what its author thinks.
        case warning

        /// A remark that concerns no mistake.
        case note
    }

    /// Another place that explains a diagnostic, such as the first of two equal names.
    public struct Note: Sendable {
        /// What stands there.
        public let message: Bilingual

        /// Where it stands.
        public let range: SourceRange

        /// Creates a note.
        public init(_ message: Bilingual, at range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    /// Weight of the diagnostic; set by the collection that takes it in.
    public internal(set) var severity = Severity.error

    /// Stable name of this kind of diagnostic, such as `unknown-key`.
    public let code: String

    /// What was found.
    public let message: Bilingual

    /// Where it was found.
    public let range: SourceRange

    /// What may stand there.
    public let expected: Bilingual?

    /// How to mend it.
    public let help: Bilingual?

    /// Other places that explain it.
    public let notes: [Note]

    /// Creates a diagnostic.
    ///
    /// - Parameters:
    ///   - code: Stable name in lower case with hyphens.
    ///   - range: Where it was found.
    ///   - message: What was found; a fragment without a full stop.
    ///   - expected: What may stand there.
    ///   - help: How to mend it.
    ///   - notes: Other places that explain it.
    public init(
        _ code: String,
        at range: SourceRange,
        _ message: Bilingual,
        expected: Bilingual? = nil,
        help: Bilingual? = nil,
        notes: [Note] = []
    ) {
        self.code = code
        self.range = range
        self.message = message
        self.expected = expected
        self.help = help
        self.notes = notes
    }
}

extension Diagnostic.Severity {
    /// Word that opens a message of this weight.
    var label: Bilingual {
        switch self {
        case .error: Bilingual("error", "错误")
        case .warning: Bilingual("warning", "警告")
        case .note: Bilingual("note", "说明")
        }
    }
}
