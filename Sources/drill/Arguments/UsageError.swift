import DrillFiles
import Wording

/// Why words on the command line cannot be understood.
struct UsageError: Error {
    /// What is wrong.
    let message: Bilingual

    /// How to mend it.
    let help: Bilingual?

    init(_ english: String, _ chinese: String, help: Bilingual? = nil) {
        message = Bilingual(english, chinese)
        self.help = help
    }

    /// Says that there is no such name, and which one may have been meant.
    static func unknown(_ what: Bilingual, _ name: String, among names: [String]) -> UsageError {
        UsageError(
            "unknown \(what.english) \"\(name)\"",
            "未知的\(what.chinese)“\(name)”",
            help: didYouMean(name, names)
        )
    }

    /// Says that a value is not what an option takes.
    static func wrongNumber(
        _ value: String,
        of option: String,
        _ kind: Bilingual,
        _ range: NumberRange
    ) -> UsageError {
        let english = range.wording.map { ", " + $0.english } ?? ""
        let chinese = range.wording.map { "，" + $0.chinese } ?? ""
        return UsageError(
            "--\(option): \"\(value)\" is not \(kind.english)\(english)",
            "--\(option)：“\(value)”有误，应为\(kind.chinese)\(chinese)"
        )
    }

    /// Says that a value is not one of those that an option takes.
    static func wrongChoice(
        _ value: String,
        of option: String,
        among choices: [String]
    ) -> UsageError {
        UsageError(
            "--\(option): \"\(value)\" is not one of \(choices.joined(separator: ", "))",
            "--\(option)：“\(value)”有误，应为 \(choices.joined(separator: "、")) 之一",
            help: didYouMean(value, choices)
        )
    }

    private static func didYouMean(_ name: String, _ names: [String]) -> Bilingual? {
        Nearest.name(to: name, among: names).map {
            Bilingual("did you mean \"\($0)\"?", "是不是“\($0)”？")
        }
    }
}
