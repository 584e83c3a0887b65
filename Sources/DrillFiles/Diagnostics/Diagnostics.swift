/// Everything found while reading files.
///
/// All diagnostics are counted; the first thousand are kept, so that a hostile file with millions of
/// mistakes costs neither memory nor time.
public struct Diagnostics: Sendable {
    /// Number of diagnostics kept -- constant.
    static let capacity = 1000

    private var kept: [Diagnostic] = []

    /// Number of errors, kept or not.
    public private(set) var errorCount = 0

    /// Number of warnings, kept or not.
    public private(set) var warningCount = 0

    /// Number of notes, kept or not.
    public private(set) var noteCount = 0

    /// Creates an empty collection.
    public init() {}

    /// Number of diagnostics of any weight, kept or not.
    public var count: Int { errorCount + warningCount + noteCount }

    /// Whether an error was found.
    public var hasErrors: Bool { errorCount > 0 }

    /// Adds an error; it is made only when there is room to keep it.
    public mutating func error(_ diagnostic: @autoclosure () -> Diagnostic) {
        errorCount += 1
        keep(diagnostic, as: .error)
    }

    /// Adds a warning; it is made only when there is room to keep it.
    public mutating func warning(_ diagnostic: @autoclosure () -> Diagnostic) {
        warningCount += 1
        keep(diagnostic, as: .warning)
    }

    /// Adds a note; it is made only when there is room to keep it.
    public mutating func note(_ diagnostic: @autoclosure () -> Diagnostic) {
        noteCount += 1
        keep(diagnostic, as: .note)
    }

    private mutating func keep(_ diagnostic: () -> Diagnostic, as severity: Diagnostic.Severity) {
        guard kept.count < Self.capacity else { return }
        var diagnostic = diagnostic()
        diagnostic.severity = severity
        kept.append(diagnostic)
    }

    /// The kept diagnostics by file, then position, then the order in which they were found.
    public var sorted: [Diagnostic] {
        kept.indices.sorted { left, right in
            let first = kept[left].range
            let second = kept[right].range
            if first.path != second.path { return first.path < second.path }
            if first.lower != second.lower { return first.lower < second.lower }
            return left < right
        }
        .map { kept[$0] }
    }
}
