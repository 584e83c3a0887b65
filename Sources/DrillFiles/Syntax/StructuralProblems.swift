import Wording

/// What may be wrong with the order of tokens.
extension Diagnostic {
    static func emptyFile(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "empty-file",
            at: range,
            Bilingual("the file is empty", "文件是空的"),
            expected: Bilingual("an object in braces: { … }", "花括号中的对象：{ … }")
        )
    }

    static func contentBehindEnd(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "content-behind-end",
            at: range,
            Bilingual("the file should end here", "文件应在此结束"),
            help: Bilingual(
                "check for a closing bracket too many further up",
                "请检查前面是否多写了右括号"
            )
        )
    }

    static func missingValue(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "missing-value",
            at: range,
            Bilingual("a value is missing here", "此处缺少值"),
            expected: Bilingual(
                "a text, a number, true, false, null, { … } or [ … ]",
                "文本、数值、true、false、null、{ … } 或 [ … ]"
            )
        )
    }

    static func bareWord(_ word: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "bare-word",
            at: range,
            Bilingual("\(displayed(word)) means nothing here", "\(displayed(word)) 在此没有意义"),
            expected: Bilingual(
                "a text in quotes, a number, true, false or null",
                "带引号的文本、数值、true、false 或 null"
            ),
            help: helpForWord(word)
        )
    }

    private static func helpForWord(_ word: String) -> Bilingual {
        switch word.lowercased() {
        case "true", "yes", "on", "是": return Bilingual("write true", "请写 true")
        case "false", "no", "off", "否": return Bilingual("write false", "请写 false")
        case "none", "nil", "null", "undefined", "nan", "inf", "infinity":
            return Bilingual("leave out what is not known", "未知的项请不写")
        default: break
        }
        let narrow = String(String.UnicodeScalarView(word.unicodeScalars.map(narrowed)))
        if narrow != word {
            return Bilingual(
                "write it in half width: \(displayed(narrow))",
                "请用半角字符：\(displayed(narrow))"
            )
        }
        return Bilingual(
            "if it is a text, put it in quotes: \(quoted(word))",
            "如果是文本，请加引号：\(quoted(word))"
        )
    }

    /// Returns the ASCII form of a full-width character, and any other character as it is.
    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ("\u{FF01}"..."\u{FF5E}").contains(scalar) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    static func tooDeep(at range: SourceRange, limit: Int) -> Diagnostic {
        Diagnostic(
            "nested-too-deep",
            at: range,
            Bilingual(
                "brackets are nested more than \(limit) deep; the rest is not read",
                "括号嵌套超过 \(limit) 层；其后内容不再读取"
            ),
            help: Bilingual("check for brackets that are never closed", "请检查是否有括号没有结束")
        )
    }

    static func unclosed(
        _ kind: SyntaxNode.Kind,
        at range: SourceRange,
        opening: SourceRange
    ) -> Diagnostic {
        let (opener, closer) = brackets(of: kind)
        return Diagnostic(
            "unclosed-bracket",
            at: range,
            Bilingual("the closing \(closer) is missing", "缺少右括号 \(closer)"),
            help: Bilingual("put \(closer) before this place", "请在此处之前补上 \(closer)"),
            notes: [Note(Bilingual("\(opener) is opened here", "\(opener) 从这里开始"), at: opening)]
        )
    }

    static func unmatchedCloser(
        at range: SourceRange,
        opening: SourceRange,
        of kind: SyntaxNode.Kind
    ) -> Diagnostic {
        let (opener, closer) = brackets(of: kind)
        return Diagnostic(
            "unmatched-bracket",
            at: range,
            Bilingual("this bracket closes nothing", "这个右括号没有对应的左括号"),
            expected: Bilingual(verbatim: closer),
            notes: [Note(Bilingual("\(opener) is opened here", "\(opener) 从这里开始"), at: opening)]
        )
    }

    private static func brackets(of kind: SyntaxNode.Kind) -> (open: String, close: String) {
        kind == .object ? ("{", "}") : ("[", "]")
    }

    static func unexpectedMark(
        _ mark: Token.Kind,
        in kind: SyntaxNode.Kind,
        at range: SourceRange
    ) -> Diagnostic {
        if mark == .colon, kind == .list {
            return Diagnostic(
                "unexpected-mark",
                at: range,
                Bilingual("a list in [ … ] has no keys", "[ … ] 列表中没有键"),
                help: Bilingual("put keys and values into braces: { … }", "键和值请放在 { … } 中")
            )
        }
        return Diagnostic(
            "unexpected-mark",
            at: range,
            mark == .colon
                ? Bilingual("a colon without a key before it", "冒号前没有键")
                : Bilingual("a comma with nothing before it", "逗号前没有内容"),
            help: Bilingual("take it away, or add what is missing", "请删除，或补上缺少的内容")
        )
    }

    static func missingComma(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "missing-comma",
            at: range,
            Bilingual("a comma is missing here", "此处缺少逗号"),
            help: Bilingual("write , between two entries", "两项之间请写 ,")
        )
    }

    static func missingColon(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "missing-colon",
            at: range,
            Bilingual("a colon is missing here", "此处缺少冒号"),
            help: Bilingual("write : between key and value", "键与值之间请写 :")
        )
    }

    static func keyWithoutValue(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "missing-value",
            at: range,
            Bilingual("this key has no value", "这个键没有值"),
            expected: Bilingual("\"key\": value", "\"键\": 值")
        )
    }

    static func bareKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "bare-key",
            at: range,
            Bilingual("a key stands in double quotes", "键要加双引号"),
            help: Bilingual("put \" before and behind it", "请在前后加 \"")
        )
    }

    static func missingKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "missing-key-name",
            at: range,
            Bilingual("a key is missing here", "此处缺少键"),
            expected: Bilingual("\"key\": value", "\"键\": 值")
        )
    }

    static func repeatedKey(
        _ key: String,
        at range: SourceRange,
        first: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            "repeated-key",
            at: range,
            Bilingual("the key \(quoted(key)) stands here twice", "键\(quotedChinese(key))重复"),
            help: Bilingual("keep one of the two", "请只保留一个"),
            notes: [Note(Bilingual("it stands here first", "首次出现在这里"), at: first)]
        )
    }
}
