import DrillFiles
import Wording

/// One subcommand, declared as data: what may stand behind its name, and what it does.
struct Subcommand: Sendable {
    /// Name as it is written, never abbreviated.
    var name: String

    /// What it does, in one sentence.
    var summary: Bilingual

    /// A command that works, shown first.
    var example: String

    /// Words told by their place.
    var positionals: [Positional] = []

    /// Words that begin with `--`; `--lang` and `--help` are understood by every subcommand.
    var options: [Option] = []

    /// Does what it is for.
    var run: @Sendable (Arguments) throws -> ExitStatus

    /// The options that are understood.
    var allOptions: [Option] { options + Option.common }
}

/// A word told by its place.
struct Positional: Sendable {
    /// How many words may stand there.
    enum Count: Sendable {
        case one, optional, oneOrMore
    }

    /// Placeholder in capital letters.
    var name: String

    var count = Count.one

    /// What it stands for.
    var meaning: Bilingual
}

/// A word that begins with `--`, with or without a value.
struct Option: Sendable {
    /// What may stand behind an option; the text is the placeholder in the help.
    enum Kind: Sendable {
        /// Nothing: the option is there or not.
        case flag
        case text(String)
        case whole(String, NumberRange)
        case number(String, NumberRange)
        case choice(String, [String])
        /// Texts with commas between them.
        case list(String)
    }

    /// Name without the dashes.
    var name: String

    var kind: Kind

    /// Value where the option is not given, or nil.
    var usual: String?

    /// What it says.
    var meaning: Bilingual

    /// Options of every subcommand.
    static let common = [
        Option(
            name: "lang",
            kind: .choice("LANG", Language.allCases.map(\.rawValue)),
            meaning: Bilingual(
                "Language, en or zh; otherwise that of the locale.",
                "语言：en 或 zh；默认取自系统区域设置。"
            )
        ),
        Option(name: "help", kind: .flag, meaning: Bilingual("Shows this help.", "显示本帮助。")),
    ]
}

/// What the program tells the shell when it ends.
enum ExitStatus: Int32 {
    case done = 0
    case goalNotMet = 1
    case usage = 2
    case badInput = 65
    case internalError = 70
    case inputOutput = 74
    case tryAgain = 75
    case interrupted = 130
}
