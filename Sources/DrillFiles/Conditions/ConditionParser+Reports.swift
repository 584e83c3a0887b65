import Wording

/// What may be wrong with a condition.
extension ConditionParser {
    mutating func report(
        _ code: String,
        _ range: Range<Int>,
        _ message: Bilingual,
        expected: Bilingual? = nil,
        help: Bilingual? = nil
    ) {
        guard !isTooDeep else { return }
        let place = literal.range(of: range)
        diagnostics.error(Diagnostic(code, at: place, message, expected: expected, help: help))
    }

    mutating func reportTooDeep(at range: Range<Int>) {
        report(
            "condition",
            range,
            Bilingual("the condition is nested too deeply", "条件嵌套过深"),
            help: Bilingual("make two rules of it", "请拆分为两条规则")
        )
    }

    mutating func reportStrangeSigns() {
        for token in tokens {
            guard let strange = token.strange, case .sign(let sign) = token.kind else { continue }
            report(
                "condition",
                token.range,
                Bilingual(
                    "conditions do not know the sign \(strange)",
                    "条件中不能使用“\(strange)”"
                ),
                expected: Bilingual(verbatim: sign),
                help: ConditionSigns.help(instead: sign)
            )
        }
    }

    mutating func reportUnexpected(expected: Bilingual? = nil) {
        let token = current
        let text = String(decoding: Array(literal.text.utf8)[token.range], as: UTF8.self)
        let message =
            token.kind == .end
            ? Bilingual("the condition ends too early", "条件不完整")
            : Bilingual(
                "unexpected \(quoted(text)) in a condition",
                "条件中此处不应出现\(quotedChinese(text))"
            )
        let usual = Bilingual("a name, a number or (", "名称、数值或 (")
        let help = ConditionSigns.help(for: text)
        report("condition", token.range, message, expected: expected ?? usual, help: help)
    }

    mutating func reportUnknown(_ name: String, at range: Range<Int>) {
        let all = ConditionName.all.map { $0.name }
        reportName(name, among: all, label: Bilingual("quantity", "判断量"), at: range)
    }

    mutating func reportName(
        _ name: String,
        among names: [String],
        label: Bilingual,
        at range: Range<Int>
    ) {
        let near = Nearest.name(to: name, among: names)
        report(
            "unknown-name",
            range,
            Bilingual(
                "no \(label.english) is called \(quoted(name))",
                "没有名为\(quotedChinese(name))的\(label.chinese)"
            ),
            expected: names.isEmpty
                ? Bilingual(
                    "a \(label.english), but none is defined",
                    "\(label.chinese)名称，但尚未定义任何\(label.chinese)"
                ) : .oneOf(names),
            help: near.map { .didYouMean($0) } ?? ConditionSigns.help(for: name)
        )
    }
}
