import DrillFiles
import Wording

/// The words behind a subcommand, read and checked.
///
/// To ask for a name that the subcommand does not declare, or for a value that may be absent as if it
/// were always there, is a mistake of the programmer and traps.
struct Arguments: Sendable {
    /// Language in which to speak.
    let language: Language

    /// Values as written, by the name of option or positional.
    private let values: [String: [String]]

    /// Names that may be asked for.
    private let names: Set<String>

    init(language: Language, values: [String: [String]], of subcommand: Subcommand) {
        self.language = language
        self.values = values
        names = Set(subcommand.positionals.map(\.name) + subcommand.allOptions.map(\.name))
    }

    /// Returns all words of a positional, or the elements of a list.
    func texts(_ name: String) -> [String] {
        precondition(names.contains(name), "The subcommand has no \(name).")
        return values[name] ?? []
    }

    /// Tells whether a flag or another option is given, or usual.
    func has(_ name: String) -> Bool { !texts(name).isEmpty }

    /// Returns a text that may be absent.
    func optionalText(_ name: String) -> String? { texts(name).first }

    /// Returns a whole number that may be absent.
    func optionalWhole(_ name: String) -> Int64? { optionalText(name).flatMap { Int64($0) } }

    /// Returns a number that may be absent.
    func optionalNumber(_ name: String) -> Double? { optionalText(name).flatMap { Double($0) } }

    /// Returns a text.
    func text(_ name: String) -> String { present(optionalText(name), name) }

    /// Returns a whole number.
    func whole(_ name: String) -> Int64 { present(optionalWhole(name), name) }

    /// Returns a whole number as a count.
    func count(_ name: String) -> Int { Int(clamping: whole(name)) }

    /// Returns a number.
    func number(_ name: String) -> Double { present(optionalNumber(name), name) }

    private func present<Value>(_ value: Value?, _ name: String) -> Value {
        guard let value else { preconditionFailure("\(name) may be absent, or of another kind.") }
        return value
    }
}
