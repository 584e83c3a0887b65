import DrillFiles
import Wording

/// All subcommands of the program, and what the words of a user ask for.
struct CommandTable: Sendable {
    /// What a command line asks for.
    enum Request {
        /// Run a subcommand.
        case run(Subcommand, Arguments)

        /// Print a help text and end well.
        case help(String)

        /// Print a complaint to standard error and end with the status for wrong usage.
        case misuse(String)
    }

    /// Name of the program.
    let name: String

    /// What the program is, in one sentence.
    let summary: Bilingual

    /// A command that works, shown first.
    let example: String

    /// Subcommands in the order in which they are explained.
    let subcommands: [Subcommand]

    /// Finds out what a command line asks for.
    ///
    /// - Parameters:
    ///   - words: Words behind the name of the program.
    ///   - environment: Variables of the process, for the language.
    /// - Returns: What to do.
    func request(_ words: [String], environment: [String: String]) -> Request {
        let language = Self.language(words, environment)
        var words = words[...]
        var wantsHelp = words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
        if words.first == "help" {
            words.removeFirst()
            wantsHelp = true
        }
        if words.first == "--version" { words[words.startIndex] = "version" }
        guard let name = words.first, !name.hasPrefix("-") else {
            return requestWithoutSubcommand(Array(words), wantsHelp, language)
        }
        guard let subcommand = subcommands.first(where: { $0.name == name }) else {
            let what = Bilingual("subcommand", "子命令")
            let error = UsageError.unknown(what, name, among: subcommands.map(\.name))
            return .misuse(complaint(error, about: self.name, language))
        }
        if wantsHelp { return .help(help(of: subcommand, language)) }
        return request(subcommand, Array(words.dropFirst()), language)
    }

    private func request(
        _ subcommand: Subcommand,
        _ words: [String],
        _ language: Language
    ) -> Request {
        do {
            return .run(
                subcommand,
                try ArgumentReader.read(words, of: subcommand, language: language)
            )
        } catch {
            return .misuse(complaint(error, about: "\(name) \(subcommand.name)", language))
        }
    }

    /// Answers a line that names no subcommand: with the help, unless it holds something unknown.
    private func requestWithoutSubcommand(
        _ words: [String],
        _ wantsHelp: Bool,
        _ language: Language
    ) -> Request {
        let nothing = Subcommand(name: name, summary: summary, example: example) { _ in .usage }
        do {
            if !wantsHelp { _ = try ArgumentReader.read(words, of: nothing, language: language) }
            return .help(help(language))
        } catch {
            return .misuse(complaint(error, about: name, language))
        }
    }

    /// Finds the language, which complaints about anything else are already made in.
    private static func language(_ words: [String], _ environment: [String: String]) -> Language {
        var result = Language.preferred(in: environment)
        for (index, word) in words.prefix(while: { $0 != "--" }).enumerated() {
            if word == "--lang", index + 1 < words.count {
                result = Language(rawValue: words[index + 1]) ?? result
            } else if word.hasPrefix("--lang=") {
                result = Language(rawValue: String(word.dropFirst("--lang=".count))) ?? result
            }
        }
        return result
    }

    private func complaint(
        _ error: UsageError,
        about command: String,
        _ language: Language
    ) -> String {
        let label = Bilingual("error: ", "错误：")[language]
        let hint = error.help.map {
            "\n  " + Bilingual("help: ", "建议：")[language] + $0[language]
        }
        let more = Bilingual("See \(command) --help.", "用法见 \(command) --help。")
        return "\(command): \(label)\(error.message[language])\(hint ?? "")\n\(more[language])\n"
    }
}
