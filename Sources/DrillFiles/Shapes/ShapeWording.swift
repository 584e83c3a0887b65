import Wording

extension Shape {
    /// What may stand at a place of this shape, in words.
    func wording(_ unit: KeyUnit?) -> Bilingual {
        switch self {
        case .object: Bilingual("an object in braces: { … }", "花括号中的对象：{ … }")
        case .list: Bilingual("a list in brackets: [ … ]", "方括号中的列表：[ … ]")
        case .dictionary:
            Bilingual("an object in braces: { \"name\": … }", "花括号中的对象：{ \"名称\": … }")
        case .number(let range, let isWhole):
            Self.wording(of: range, isWhole, unit)
        case .uncertain(let range, let isWhole):
            Self.wording(of: range, isWhole, unit)
                + Bilingual(
                    ", or a distribution such as \(DistributionShape.example)",
                    "，或概率分布，如 \(DistributionShape.example)"
                )
        case .flag: Bilingual("true or false", "true 或 false")
        case .text: Bilingual("a text in quotes", "带引号的文本")
        case .choice(let choices): .oneOf(choices.map { quoted($0.name) })
        case .duration:
            Bilingual(
                "a length of time such as \"PT1H30M\", or \"01:30\" for hours and minutes",
                "时长，如 \"PT1H30M\"，或 \"01:30\"（时:分）"
            )
        case .instant:
            Bilingual(
                "date, time and offset from UTC, such as \"2019-03-21T14:48:00+08:00\"",
                "日期、时间和时区，如 \"2019-03-21T14:48:00+08:00\""
            )
        case .identifier:
            Bilingual(
                "a name in quotes: up to \(Identifier.lengthLimit) letters, digits, - _ .",
                "带引号的名称：不超过 \(Identifier.lengthLimit) 个文字、数字或 - _ ."
            )
        case .reference(let space):
            Bilingual(
                "the name of a \(space.label.english) in quotes",
                "带引号的\(space.label.chinese)名称"
            )
        case .expression: Bilingual("an expression in quotes", "带引号的表达式")
        case .version(let version): Bilingual("the number \(version)", "数值 \(version)")
        case .anything: Bilingual("any value", "任意值")
        case .named(_, let shape): shape().wording(unit)
        }
    }

    private static func wording(
        of range: NumberRange,
        _ isWhole: Bool,
        _ unit: KeyUnit?
    ) -> Bilingual {
        var text = isWhole ? Bilingual("a whole number", "整数") : Bilingual("a number", "数值")
        if let range = range.wording { text = text + Bilingual(", ", "，") + range }
        if let unit { text = text + Bilingual(" [", " [") + unit.symbol + Bilingual(verbatim: "]") }
        return text
    }
}

extension SyntaxNode {
    /// What the value is, followed by what is wrong with it.
    func wording(_ english: String, _ chinese: String) -> Bilingual {
        // Between a Latin and a Chinese character stands a blank.
        let gap = wording.chinese.last?.isASCII == true ? " " : ""
        return wording + Bilingual(" " + english, gap + chinese)
    }

    /// What the value is, in words.
    private var wording: Bilingual {
        switch kind {
        case .object: Bilingual("an object", "对象")
        case .list: Bilingual("a list", "列表")
        case .text: Bilingual("the text \(quoted(text))", "文本\(quotedChinese(text))")
        case .number:
            Bilingual("the number ", "数值 ")
                + Bilingual(verbatim: displayed(String(decoding: bytes, as: UTF8.self)))
        case .yes: Bilingual(verbatim: "true")
        case .no: Bilingual(verbatim: "false")
        case .null: Bilingual(verbatim: "null")
        case .broken: Bilingual("something unreadable", "无法读取的内容")
        }
    }
}
