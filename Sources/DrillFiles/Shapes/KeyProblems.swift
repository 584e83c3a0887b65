import Wording

/// What may be wrong with the keys of an object.
extension Diagnostic {
    static func unknownKey(
        _ match: MemberMatch,
        among matches: [MemberMatch],
        in shape: ObjectShape
    ) -> Diagnostic {
        var isTaken = Array(repeating: false, count: shape.fields.count)
        for case (.exact, let field?) in matches.map({ ($0.reading, $0.field) }) {
            isTaken[field] = true
        }
        let common = Set(Field.common.map(\.key) + [Field.schemaAddress.key])
        let free = shape.free(besides: isTaken).map { shape.fields[$0].key }
            .filter { !common.contains($0) }
        return Diagnostic(
            "unknown-key",
            at: match.node.keyRange,
            Bilingual("unknown key \(quoted(match.key))", "未知的键\(quotedChinese(match.key))"),
            expected: free.isEmpty ? Bilingual("no further key", "没有其他的键") : .oneOf(free),
            help: match.field.map { .didYouMean(shape.fields[$0].key) }
                ?? Bilingual(
                    "remarks stand under \"note\", or behind //",
                    "备注请写在 \"note\" 中，或写在 // 之后"
                )
        )
    }

    static func missingKey(_ field: Field, in object: SyntaxNode) -> Diagnostic {
        Diagnostic(
            "missing-key",
            at: object.opening,
            Bilingual("the key \(quoted(field.key)) is missing", "缺少键\(quotedChinese(field.key))"),
            expected: field.shape.wording(field.unit),
            help: Bilingual(
                "add \(quoted(field.key)): … (\(field.meaning.english.dropLast()))",
                "请补上 \(quoted(field.key)): …（\(field.meaning.chinese.dropLast())）"
            )
        )
    }

    static func noAlternative(_ keys: [String], in object: SyntaxNode) -> Diagnostic {
        Diagnostic(
            "missing-key",
            at: object.opening,
            Bilingual("one of several keys must stand here", "缺少必需的键（任选其一）"),
            expected: .oneOf(keys)
        )
    }

    static func secondAlternative(_ match: MemberMatch, besides first: MemberMatch) -> Diagnostic {
        Diagnostic(
            "conflicting-keys",
            at: match.node.keyRange,
            Bilingual(
                "\(quoted(match.key)) cannot stand beside \(quoted(first.key))",
                "\(quotedChinese(match.key))不能与\(quotedChinese(first.key))并存"
            ),
            help: Bilingual(
                "keep one of them, or make two objects of it",
                "请只保留一个，或拆成两个对象"
            ),
            notes: [
                Note(
                    Bilingual("\(quoted(first.key)) stands here", "\(quotedChinese(first.key))在这里"),
                    at: first.node.keyRange
                )
            ]
        )
    }

    static func wrongUnit(_ match: MemberMatch, _ unit: KeyUnit, _ field: Field) -> Diagnostic {
        let wanted = field.unit ?? unit
        return Diagnostic(
            "wrong-unit",
            at: match.node.keyRange,
            Bilingual(
                "the key \(quoted(match.key)) is in \(unit.symbol.english), not in "
                    + wanted.symbol.english,
                "键\(quotedChinese(match.key))的单位是 \(unit.symbol.chinese)，应为 "
                    + wanted.symbol.chinese
            ),
            expected: Bilingual(verbatim: quoted(field.key)),
            help: conversion(of: match, from: unit, to: wanted, field)
        )
    }

    /// Says how to convert, with the value of the file where it is a plain number.
    private static func conversion(
        of match: MemberMatch,
        from unit: KeyUnit,
        to wanted: KeyUnit,
        _ field: Field
    ) -> Bilingual {
        let sample = match.node.kind == .number ? match.node.number : 1
        guard let converted = unit.convert(sample, to: wanted) else {
            return Bilingual(
                "\(unit.symbol.english) and \(wanted.symbol.english) do not measure the same",
                "\(unit.symbol.chinese) 与 \(wanted.symbol.chinese) 不是同类单位"
            )
        }
        let (old, new) = (numeral(sample), numeral(roundedForDisplay(converted)))
        let sum = Bilingual(
            "\(old) \(unit.symbol.english) = \(new) \(wanted.symbol.english)",
            "\(old) \(unit.symbol.chinese) = \(new) \(wanted.symbol.chinese)"
        )
        guard match.node.kind == .number else { return sum }
        return Bilingual("write \(quoted(field.key)): \(new) (", "请写 \(quoted(field.key)): \(new)（")
            + sum + Bilingual(")", "）")
    }

    static func missingUnit(_ match: MemberMatch, _ field: Field) -> Diagnostic {
        let symbol = field.unit?.symbol ?? Bilingual(verbatim: "")
        return Diagnostic(
            "missing-unit",
            at: match.node.keyRange,
            Bilingual(
                "the key \(quoted(match.key)) does not name its unit",
                "键\(quotedChinese(match.key))没有写明单位"
            ),
            expected: Bilingual(verbatim: quoted(field.key)),
            help: Bilingual("give the value in \(symbol.english)", "请以 \(symbol.chinese) 为单位填写")
        )
    }
}
