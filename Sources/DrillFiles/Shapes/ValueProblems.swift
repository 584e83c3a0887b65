import Wording

/// What may be wrong with a value.
extension Diagnostic {
    static func wrongKind(_ node: SyntaxNode, _ shape: Shape, _ unit: KeyUnit?) -> Diagnostic {
        let isContainer = node.kind == .object || node.kind == .list
        return Diagnostic(
            "wrong-kind",
            at: isContainer ? node.opening : node.range,
            node.wording("does not belong here", "不应出现在这里"),
            expected: shape.wording(unit),
            help: helpForKind(node, shape)
        )
    }

    /// Says how the value that was found is written in the shape that is expected.
    private static func helpForKind(_ node: SyntaxNode, _ shape: Shape) -> Bilingual? {
        if node.kind == .null {
            return Bilingual("leave the key out where nothing is known", "没有内容时，请不写这个键")
        }
        switch (shape, node.kind) {
        case (.number, .text), (.uncertain, .text), (.version, .text):
            return helpForNumeral(node.text)
        case (.text, .number), (.identifier, .number), (.reference, .number), (.choice, .number):
            let text = displayed(String(decoding: node.bytes, as: UTF8.self))
            return Bilingual("put it in quotes: \"\(text)\"", "请加引号：\"\(text)\"")
        case (.flag, .text), (.flag, .number):
            return Bilingual("write true for yes, false for no", "是写 true，否写 false")
        case (.duration, .number):
            return Bilingual(
                "90 minutes are \"PT90M\", 30 seconds \"PT30S\"",
                "90 分钟写作 \"PT90M\"，30 秒写作 \"PT30S\""
            )
        case (.list, .object), (.list, .text), (.list, .number):
            return Bilingual("a list of one is written [ … ] too", "只有一项也要写成 [ … ]")
        case (.named(_, let inner), _):
            return helpForKind(node, inner())
        default:
            return nil
        }
    }

    private static func helpForNumeral(_ text: String) -> Bilingual? {
        let trimmed = text.split(separator: " ").joined()
        let digits = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard case .number = NumberLiteral(Array(digits.utf8)[...]) else { return nil }
        if digits.count == trimmed.count {
            return Bilingual("take the quotes away: \(digits)", "请去掉引号：\(digits)")
        }
        return Bilingual(
            "write only \(displayed(digits)); the unit stands in the key",
            "只写 \(displayed(digits))，单位写在键名中"
        )
    }

    static func notWhole(_ node: SyntaxNode, _ shape: Shape, _ unit: KeyUnit?) -> Diagnostic {
        Diagnostic(
            "not-whole",
            at: node.range,
            node.wording("is not whole", "不是整数"),
            expected: shape.wording(unit)
        )
    }

    static func outOfRange(
        _ node: SyntaxNode,
        _ shape: Shape,
        _ range: NumberRange,
        _ unit: KeyUnit?
    ) -> Diagnostic {
        let share = numeral(roundedForDisplay(node.number / 100))
        let isPercentage = range == .between(0, 1) && (2...100).contains(node.number)
        return Diagnostic(
            "out-of-range",
            at: node.range,
            node.wording("is out of range", "超出允许范围"),
            expected: shape.wording(unit),
            help: isPercentage
                ? Bilingual(
                    "\(numeral(node.number)) % is written \(share)",
                    "\(numeral(node.number))% 写作 \(share)"
                ) : nil
        )
    }

    static func unknownVersion(_ node: SyntaxNode, _ version: Int) -> Diagnostic {
        Diagnostic(
            "unknown-format",
            at: node.range,
            Bilingual("this program does not read this format", "本程序不支持这个格式版本"),
            expected: Bilingual("the number \(version)", "数值 \(version)"),
            help: node.number > Double(version)
                ? Bilingual(
                    "the file was made for a newer program: update this one",
                    "文件由更新版本的程序生成，请更新本程序"
                ) : nil
        )
    }

    static func wrongCount(_ node: SyntaxNode, _ count: CountRange) -> Diagnostic {
        let expected =
            switch (count.lower, count.upper) {
            case (let lower, let upper?) where lower == upper:
                Bilingual("exactly \(lower)", "恰好 \(lower) 项")
            case (let lower, let upper?):
                Bilingual("from \(lower) to \(upper)", "\(lower) 至 \(upper) 项")
            case (let lower, nil):
                Bilingual("\(lower) or more", "不少于 \(lower) 项")
            }
        return Diagnostic(
            "wrong-count",
            at: node.opening,
            node.count == 0
                ? Bilingual("this list is empty", "列表是空的")
                : Bilingual("this list has \(node.count) elements", "列表有 \(node.count) 项"),
            expected: expected
        )
    }

    static func textTooLong(_ node: SyntaxNode, _ count: Int, _ limit: Int) -> Diagnostic {
        Diagnostic(
            "text-too-long",
            at: node.range,
            Bilingual("this text has \(count) characters", "文本有 \(count) 个字符"),
            expected: Bilingual("at most \(limit)", "不超过 \(limit) 个")
        )
    }

    static func controlCharacterInText(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "control-character",
            at: range,
            Bilingual("a control character in a text", "文本中有控制字符"),
            help: Bilingual("take it away", "请删除")
        )
    }

    static func malformedKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "malformed-name",
            at: range,
            Bilingual("this cannot be a key", "不能用作键"),
            expected: Bilingual("a text that is not empty", "非空文本"),
            help: Bilingual("write no control characters", "请勿使用控制字符")
        )
    }

    static func unknownChoice(
        _ text: String,
        _ choices: [Choice],
        at range: SourceRange
    ) -> Diagnostic {
        let names = choices.map(\.name)
        return Diagnostic(
            "unknown-choice",
            at: range,
            Bilingual("\(quoted(text)) is not one of the choices", "\(quotedChinese(text))不在可选项中"),
            expected: Shape.choice(choices).wording(nil),
            help: Nearest.name(to: text, among: names).map { .didYouMean($0) }
        )
    }

    static func malformedDuration(_ node: SyntaxNode, _ shape: Shape) -> Diagnostic {
        Diagnostic(
            "malformed-duration",
            at: node.range,
            node.wording("is no length of time", "不是时长"),
            expected: shape.wording(nil)
        )
    }

    static func negativeDuration(_ node: SyntaxNode, _ shape: Shape) -> Diagnostic {
        Diagnostic(
            "out-of-range",
            at: node.range,
            Bilingual("this length of time is negative", "时长不能为负"),
            expected: shape.wording(nil)
        )
    }

    static func malformedInstant(_ node: SyntaxNode, _ shape: Shape) -> Diagnostic {
        let lacksOffset = TimeText.instant(node.text + "Z") != nil
        return Diagnostic(
            "malformed-instant",
            at: node.range,
            node.wording("is no date and time", "不是日期时间"),
            expected: shape.wording(nil),
            help: lacksOffset
                ? Bilingual("add the offset from UTC, +08:00 in China", "请加上时区，中国为 +08:00")
                : nil
        )
    }

    static func malformedName(
        _ name: String,
        _ space: NameSpace,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            "malformed-name",
            at: range,
            Bilingual("\(quoted(name)) cannot be a name", "\(quotedChinese(name))不能用作名称"),
            expected: Shape.identifier(space).wording(nil),
            help: name.contains(" ")
                ? Bilingual("write - instead of blanks", "请用 - 代替空格") : nil
        )
    }

    static func repeatedName(
        _ name: String,
        in space: NameSpace,
        at range: SourceRange,
        first: SourceRange?
    ) -> Diagnostic {
        Diagnostic(
            "repeated-name",
            at: range,
            Bilingual(
                "there is another \(space.label.english) called \(quoted(name))",
                "\(space.label.chinese)名称\(quotedChinese(name))重复"
            ),
            help: Bilingual("give one of them another name", "请将其中一个改名"),
            notes: first.map { [Note(Bilingual("the other one stands here", "另一个在这里"), at: $0)] }
                ?? []
        )
    }

    static func repeatedEntry(
        _ name: String,
        at range: SourceRange,
        first: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            "repeated-entry",
            at: range,
            Bilingual(
                "\(quoted(name)) stands twice in this list",
                "列表中\(quotedChinese(name))重复出现"
            ),
            help: Bilingual("take one of them out", "请删去其中一个"),
            notes: [Note(Bilingual("the other one stands here", "另一个在这里"), at: first)]
        )
    }

    static func unknownName(
        _ name: String,
        _ space: NameSpace,
        _ names: NameTable,
        nearest: String?,
        at range: SourceRange
    ) -> Diagnostic {
        let label = space.label
        let known = names.names(in: space).prefix(100).map { quoted($0) }
        let ofOther = names.otherSpace(of: name, than: space).map { other in
            Bilingual(
                "\(quoted(name)) is the name of a \(other.label.english)",
                "\(quotedChinese(name))是\(other.label.chinese)的名称"
            )
        }
        return Diagnostic(
            "unknown-name",
            at: range,
            Bilingual(
                "no \(label.english) is called \(quoted(name))",
                "没有名为\(quotedChinese(name))的\(label.chinese)"
            ),
            expected: known.isEmpty
                ? Bilingual(
                    "a \(label.english), but none is defined",
                    "\(label.chinese)名称，但尚未定义任何\(label.chinese)"
                ) : .oneOf(known),
            help: nearest.map { .didYouMean($0) } ?? ofOther
        )
    }
}
