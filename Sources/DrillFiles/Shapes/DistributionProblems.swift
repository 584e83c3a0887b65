import Wording

/// What may be wrong with a distribution.
extension Diagnostic {
    static func notInOrder(_ keys: [String], _ node: SyntaxNode) -> Diagnostic {
        Diagnostic(
            "not-in-order",
            at: node.keyRange,
            Bilingual("these parameters are not in order", "参数大小顺序不对"),
            expected: Bilingual(verbatim: keys.joined(separator: " ≤ "))
        )
    }

    static func unequalCounts(_ values: Int, _ weights: Int, _ node: SyntaxNode) -> Diagnostic {
        Diagnostic(
            "wrong-count",
            at: node.keyRange,
            Bilingual("\(values) values, but \(weights) weights", "取值 \(values) 个，权重 \(weights) 个"),
            expected: Bilingual("one weight for each value", "每个取值对应一个权重")
        )
    }

    static func noWeight(_ node: SyntaxNode) -> Diagnostic {
        Diagnostic(
            "out-of-range",
            at: node.keyRange,
            Bilingual("no value has any weight", "所有权重均为 0"),
            expected: Bilingual("at least one weight above 0", "至少一个权重大于 0")
        )
    }

    static func emptySupport(_ node: SyntaxNode) -> Diagnostic {
        Diagnostic(
            "empty-support",
            at: node.keyRange,
            Bilingual(
                "\"atLeast\" and \"atMost\" leave nothing to draw",
                "\"atLeast\" 与 \"atMost\" 之间没有可取的值"
            )
        )
    }

    static func drawsBelow(
        _ bound: NumberRange.Bound,
        _ range: NumberRange,
        _ unit: KeyUnit?,
        _ node: SyntaxNode
    ) -> Diagnostic {
        let number = numeral(bound.value)
        return Diagnostic(
            "draws-out-of-range",
            at: node.keyRange,
            bound.isIncluded
                ? Bilingual("draws may fall below \(number)", "抽样值可能小于 \(number)")
                : Bilingual("draws may be \(number) or less", "抽样值可能不大于 \(number)"),
            expected: Shape.number(range).wording(unit),
            help: bound.isIncluded
                ? Bilingual("add \"atLeast\": \(number) beside it", "请在旁边加上 \"atLeast\": \(number)")
                : Bilingual("add \"atLeast\" beside it", "请在旁边加上 \"atLeast\"")
        )
    }

    static func drawsAbove(
        _ bound: NumberRange.Bound,
        _ range: NumberRange,
        _ unit: KeyUnit?,
        _ node: SyntaxNode
    ) -> Diagnostic {
        let number = numeral(bound.value)
        return Diagnostic(
            "draws-out-of-range",
            at: node.keyRange,
            bound.isIncluded
                ? Bilingual("draws may rise above \(number)", "抽样值可能大于 \(number)")
                : Bilingual("draws may be \(number) or more", "抽样值可能不小于 \(number)"),
            expected: Shape.number(range).wording(unit),
            help: bound.isIncluded
                ? Bilingual("add \"atMost\": \(number) beside it", "请在旁边加上 \"atMost\": \(number)")
                : Bilingual("add \"atMost\" beside it", "请在旁边加上 \"atMost\"")
        )
    }
}
