import Wording

/// A check that goes through a file and gathers all that is wrong with it.
protocol FileCheck {
    /// All that was found wrong -- state.
    var diagnostics: Diagnostics { get set }
}

extension FileCheck {
    /// Reports an error.
    mutating func report(
        _ code: String,
        _ message: Bilingual,
        at range: SourceRange,
        expected: Bilingual? = nil,
        help: Bilingual? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.error(
            Diagnostic(code, at: range, message, expected: expected, help: help, notes: notes)
        )
    }

    /// Reports an error at a value.
    mutating func report(
        _ code: String,
        _ message: Bilingual,
        at value: Checked,
        expected: Bilingual? = nil,
        help: Bilingual? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        report(code, message, at: value.range, expected: expected, help: help, notes: notes)
    }

    /// Reports what can be used but will hardly mean what its author thinks.
    mutating func doubt(
        _ code: String,
        _ message: Bilingual,
        at range: SourceRange,
        help: Bilingual? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.warning(Diagnostic(code, at: range, message, help: help, notes: notes))
    }
}
