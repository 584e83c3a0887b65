import DrillFiles
import Wording

/// Reads the words behind a subcommand.
struct ArgumentReader {
    private let subcommand: Subcommand
    private var values: [String: [String]] = [:]

    private init(_ subcommand: Subcommand) {
        self.subcommand = subcommand
    }

    /// Reads words and names the first mistake, if there is one.
    static func read(
        _ words: [String],
        of subcommand: Subcommand,
        language: Language
    ) throws(UsageError) -> Arguments {
        var reader = ArgumentReader(subcommand)
        let loose = try reader.takeOptions(words)
        try reader.place(loose[...])
        try reader.fillIn()
        return Arguments(language: language, values: reader.values, of: subcommand)
    }

    /// Takes the options and returns all other words; behind `--` there are no options.
    private mutating func takeOptions(_ words: [String]) throws(UsageError) -> [String] {
        var loose: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" { return loose + rest }
            if word.hasPrefix("-"), word != "-", Double(word) == nil {
                try takeOption(word, &rest)
            } else {
                loose.append(word)
            }
        }
        return loose
    }

    private mutating func takeOption(
        _ word: String,
        _ rest: inout ArraySlice<String>
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let options = subcommand.allOptions
        guard let option = options.first(where: { "--" + $0.name == parts[0] }) else {
            let names = options.map { "--" + $0.name }
            throw .unknown(Bilingual("option", "选项"), String(parts[0]), among: names)
        }
        let name = option.name
        guard values[name] == nil || option.isList else {
            throw UsageError("--\(name) is given twice", "--\(name) 出现了两次")
        }
        if case .flag = option.kind {
            guard parts.count == 1 else {
                throw UsageError("--\(name) takes no value", "--\(name) 不带值")
            }
            values[name] = ["true"]
            return
        }
        var value = parts.count > 1 ? String(parts[1]) : nil
        if value == nil, rest.first?.hasPrefix("--") == false { value = rest.popFirst() }
        guard let value, !value.isEmpty else {
            throw UsageError("--\(name) needs a value", "--\(name) 缺少值")
        }
        values[name, default: []] += try option.check(value)
    }

    /// Gives words to the positionals, in order.
    private mutating func place(_ words: ArraySlice<String>) throws(UsageError) {
        var rest = words
        for positional in subcommand.positionals {
            let name = positional.name
            switch positional.count {
            case .optional where rest.isEmpty: break
            case _ where rest.isEmpty:
                throw UsageError("\(name) is missing", "缺少 \(name)", help: positional.meaning)
            case .one, .optional: values[name] = [rest.removeFirst()]
            case .oneOrMore:
                values[name] = Array(rest)
                rest = []
            }
        }
        if let word = rest.first {
            throw UsageError("\"\(word)\" is one word too many", "多余的参数“\(word)”")
        }
    }

    /// Fills in what is usual where an option is not given.
    private mutating func fillIn() throws(UsageError) {
        for option in subcommand.options where values[option.name] == nil {
            if let usual = option.usual { values[option.name] = try option.check(usual) }
        }
    }
}

extension Option {
    /// Whether it may be given several times, which makes one list.
    fileprivate var isList: Bool {
        if case .list = kind { true } else { false }
    }

    /// Checks a value and returns its parts: one, or those of a list.
    fileprivate func check(_ value: String) throws(UsageError) -> [String] {
        switch kind {
        case .flag, .text: return [value]
        case .whole(_, let range):
            if let number = Int64(value), range.contains(Double(number)) { return [value] }
            throw .wrongNumber(value, of: name, Bilingual("a whole number", "整数"), range)
        case .number(_, let range):
            if let number = Double(value), number.isFinite, range.contains(number) {
                return [value]
            }
            throw .wrongNumber(value, of: name, Bilingual("a number", "数值"), range)
        case .choice(_, let choices):
            if choices.contains(value) { return [value] }
            throw .wrongChoice(value, of: name, among: choices)
        case .list:
            let parts = value.split(separator: ",", omittingEmptySubsequences: false)
            if !parts.contains("") { return parts.map(String.init) }
            throw UsageError(
                "--\(name): \"\(value)\" has an empty part",
                "--\(name)：“\(value)”中有空项"
            )
        }
    }
}
