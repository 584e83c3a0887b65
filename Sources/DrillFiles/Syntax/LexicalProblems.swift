import Wording

/// What may be wrong within one token.
extension Diagnostic {
    static func unclosedComment(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "unclosed-comment",
            at: range,
            Bilingual("this comment is never closed", "注释没有结束"),
            help: Bilingual("end it with */", "请用 */ 结束注释")
        )
    }

    static func numberTooLarge(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "number-too-large",
            at: range,
            Bilingual("this number is too large to be finite", "数值过大，不是有限数"),
            expected: Bilingual("a magnitude below 1.8e308", "绝对值小于 1.8e308")
        )
    }

    static func malformedNumber(_ bytes: ArraySlice<UInt8>, at range: SourceRange) -> Diagnostic {
        let text = String(decoding: bytes, as: UTF8.self)
        return Diagnostic(
            "malformed-number",
            at: range,
            Bilingual("\(displayed(text)) is not a number of JSON", "\(displayed(text)) 不是合法的数值"),
            expected: Bilingual("digits such as 60, -0.5 or 1.2e6", "60、-0.5、1.2e6 这样的写法"),
            help: helpForNumber(text)
        )
    }

    private static func helpForNumber(_ text: String) -> Bilingual? {
        var plain = text.filter { $0 != "_" }
        if plain.hasPrefix("+") { plain.removeFirst() }
        if plain.hasPrefix(".") { plain = "0" + plain }
        if plain.hasPrefix("-.") { plain = "-0" + plain.dropFirst() }
        if plain.hasSuffix(".") { plain += "0" }
        while plain.hasPrefix("0"), plain.dropFirst().first?.isNumber == true {
            plain.removeFirst()
        }
        if case .number = NumberLiteral(Array(plain.utf8)[...]) {
            return Bilingual("write \(displayed(plain))", "请写成 \(displayed(plain))")
        }
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        let unit = text.dropFirst(number.count).first
        guard case .number = NumberLiteral(Array(number.utf8)[...]), let unit,
            unit == "%" || unit.isLetter && !"eExX".contains(unit)
        else {
            return nil
        }
        return Bilingual(
            "units do not stand behind a number; the key names the unit",
            "数值后不写单位，单位写在键名中"
        )
    }

    static func lookalike(_ lookalike: Lookalike, at range: SourceRange) -> Diagnostic {
        let name = "U+" + DisplayWidth.hexadecimal(lookalike.scalar.value)
        if lookalike.meaning == .blank {
            return Diagnostic(
                "lookalike-character",
                at: range,
                Bilingual("\(name) looks like a blank and is none", "\(name) 看似空格，但不是半角空格"),
                help: Bilingual("replace it by an ordinary blank", "请换成半角空格")
            )
        }
        let plain = lookalike.replacement
        return Diagnostic(
            "lookalike-character",
            at: range,
            Bilingual(
                "the character \(lookalike.scalar) (\(name)) is not \(plain)",
                "误用全角（中文）字符 \(lookalike.scalar)（\(name)）"
            ),
            help: Bilingual("write \(plain) in half width", "请改用半角（英文）字符 \(plain)")
        )
    }

    static func singleQuotes(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "single-quotes",
            at: range,
            Bilingual("text stands in double quotes, not in single ones", "文本要用双引号，不能用单引号"),
            help: Bilingual("write \" instead of '", "请把 ' 改为 \"")
        )
    }

    static func equalsSign(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "wrong-separator",
            at: range,
            Bilingual("= does not stand between key and value", "键与值之间不能用 ="),
            help: Bilingual("write : instead", "请改为 :")
        )
    }

    static func semicolon(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "wrong-separator",
            at: range,
            Bilingual("; does not separate anything here", "此处不能用 ; 分隔"),
            help: Bilingual("write , instead", "请改为 ,")
        )
    }

    static func strayCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        let shown = DisplayWidth.visible(scalar)
        return Diagnostic(
            "stray-character",
            at: range,
            Bilingual("the character \(shown) has no place here", "此处不应出现字符 \(shown)"),
            help: Bilingual("take it away", "请删除")
        )
    }

    static func foreignComment(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "stray-character",
            at: range,
            Bilingual("# does not begin a comment", "注释不能以 # 开头"),
            help: Bilingual("write // instead", "请改为 //")
        )
    }

    static func unevenQuotes(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "uneven-quotes",
            at: range,
            Bilingual(
                "a quotation mark is missing in this line, or one too many",
                "这一行少了或多了一个引号"
            ),
            help: Bilingual(
                "every text stands between two; within a text it is written \\\"",
                "每个文本前后各一个引号；文本中的引号写作 \\\""
            )
        )
    }

    static func unclosedString(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "unclosed-string",
            at: range,
            Bilingual("this text has no closing quotation mark", "文本缺少结束的引号"),
            help: Bilingual(
                "close it with \" in the same line; a line break within a text is written \\n",
                "请在同一行用 \" 结束；文本中的换行写作 \\n"
            )
        )
    }

    static func controlCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        let escape = scalar == "\t" ? "\\t" : "\\u" + DisplayWidth.hexadecimal(scalar.value)
        return Diagnostic(
            "control-character",
            at: range,
            Bilingual("a control character in a text", "文本中有控制字符"),
            help: Bilingual("write it as \(escape), or take it away", "请写作 \(escape)，或删除")
        )
    }

    static func unknownEscape(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "unknown-escape",
            at: range,
            Bilingual("no character is written like this", "没有这样的转义字符"),
            expected: Bilingual(
                "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
                "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX 之一"
            ),
            help: Bilingual("a backslash itself is written \\\\", "反斜杠本身写作 \\\\")
        )
    }

    static func shortUnicodeEscape(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "unknown-escape",
            at: range,
            Bilingual("\\u without four hexadecimal digits", "\\u 之后不是四位十六进制数字"),
            expected: Bilingual("four digits, such as \\u6F14", "四位数字，如 \\u6F14")
        )
    }

    static func loneSurrogate(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "lone-surrogate",
            at: range,
            Bilingual("half a character: a surrogate without its pair", "半个字符：代理项没有成对"),
            expected: Bilingual(
                "a pair such as \\uD83D\\uDE92, or the character itself",
                "成对的写法，如 \\uD83D\\uDE92，或直接写该字符"
            )
        )
    }
}
