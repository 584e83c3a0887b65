import DrillFiles
import Wording

/// Help texts: an example first, then what may be written.
extension CommandTable {
    /// Returns the help of the program as a whole.
    func help(_ language: Language) -> String {
        let usage = Bilingual("\(name) SUBCOMMAND …", "\(name) 子命令 …")
        let more = Bilingual(
            "\(name) SUBCOMMAND --help explains one of them.",
            "\(name) 子命令 --help 显示该子命令的说明。"
        )
        let rows = subcommands.map { ($0.name, $0.summary[language]) }
        return [
            opening(example, summary, usage[language], language),
            section(Bilingual("SUBCOMMANDS", "子命令"), rows, language),
            more[language] + "\n",
        ]
        .joined(separator: "\n")
    }

    /// Returns the help of one subcommand.
    func help(of subcommand: Subcommand, _ language: Language) -> String {
        let words = subcommand.positionals.map(\.usage) + [Bilingual("[OPTIONS]", "[选项]")[language]]
        let usage = "\(name) \(subcommand.name) " + words.joined(separator: " ")
        let arguments = subcommand.positionals.map { ($0.name, $0.meaning[language]) }
        let options = subcommand.allOptions.map { ($0.usage, $0.explanation(in: language)) }
        return [
            opening(subcommand.example, subcommand.summary, usage, language),
            section(Bilingual("ARGUMENTS", "参数"), arguments, language),
            section(Bilingual("OPTIONS", "选项"), options, language),
        ]
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func opening(
        _ example: String,
        _ summary: Bilingual,
        _ usage: String,
        _ language: Language
    ) -> String {
        """
        \(Bilingual("EXAMPLE", "示例")[language])
          \(example)

        \(summary[language])

        \(Bilingual("USAGE", "用法")[language])
          \(usage)

        """
    }

    /// Returns a heading and rows of two columns; nothing where there are no rows.
    private func section(
        _ heading: Bilingual,
        _ rows: [(String, String)],
        _ language: Language
    ) -> String {
        guard !rows.isEmpty else { return "" }
        let width = rows.map(\.0.count).max() ?? 0
        let lines = rows.map { row in
            "  " + row.0 + String(repeating: " ", count: width - row.0.count + 2) + row.1
        }
        return ([heading[language]] + lines).joined(separator: "\n") + "\n"
    }
}

extension Positional {
    /// The placeholder as it stands in the usage.
    fileprivate var usage: String {
        switch count {
        case .one: name
        case .optional: "[\(name)]"
        case .oneOrMore: "\(name)…"
        }
    }
}

extension Option {
    /// The option with the placeholder of its value.
    fileprivate var usage: String {
        switch kind {
        case .flag: "--\(name)"
        case .text(let placeholder), .whole(let placeholder, _), .number(let placeholder, _),
            .choice(let placeholder, _), .list(let placeholder):
            "--\(name) \(placeholder)"
        }
    }

    /// What the option says, and what holds where it is not given.
    fileprivate func explanation(in language: Language) -> String {
        guard let usual else { return meaning[language] }
        let text = meaning[language]
        return text.dropLast()
            + Bilingual(" (default: \(usual))", "（默认：\(usual)）")[language] + text.suffix(1)
    }
}
