import Wording

extension Checker {
    mutating func checkNumber(
        _ node: SyntaxNode,
        _ shape: Shape,
        _ range: NumberRange,
        _ isWhole: Bool
    ) -> Checked {
        guard node.kind == .number else { return mismatch(node, shape) }
        let whole = node.integer
        let unit = unit
        if isWhole, whole == nil { return refuse(node, .notWhole(node, shape, unit)) }
        guard range.contains(node.number) else {
            return refuse(node, .outOfRange(node, shape, range, unit))
        }
        return Checked(.number(node.number, whole: whole), node)
    }

    mutating func checkUncertain(
        _ node: SyntaxNode,
        _ shape: Shape,
        _ range: NumberRange,
        _ isWhole: Bool
    ) -> Checked {
        switch node.kind {
        case .number:
            let checked = checkNumber(node, shape, range, isWhole)
            guard checked.isSound else { return checked }
            return Checked(.uncertain(UncertainNumber(.constant(node.number))), node)
        case .object:
            return checkDistribution(node, range, isWhole)
        default:
            return mismatch(node, shape)
        }
    }

    private mutating func checkDistribution(
        _ node: SyntaxNode,
        _ range: NumberRange,
        _ isWhole: Bool
    ) -> Checked {
        let checked = check(node, as: DistributionShape.shape)
        guard checked.isSound else { return .broken(node) }
        let number = DistributionShape.number(checked)
        let kind = checked.alternative().value
        if let problem = DistributionShape.problem(with: number.kind, kind.node) {
            return refuse(node, problem)
        }
        if case .constant = number.kind {
            let constant = checkNumber(kind.node, .number(range, isWhole: isWhole), range, isWhole)
            guard constant.isSound else { return .broken(node) }
        }
        guard let support = number.support else { return refuse(node, .emptySupport(kind.node)) }
        let unit = unit
        if let problem = DistributionShape.problem(with: support, in: range, unit, kind.node) {
            return refuse(node, problem)
        }
        return Checked(.uncertain(number), node)
    }

    mutating func checkVersion(_ node: SyntaxNode, _ shape: Shape, _ version: Int) -> Checked {
        guard node.kind == .number else { return mismatch(node, shape) }
        guard node.integer == Int64(version) else {
            return refuse(node, .unknownVersion(node, version))
        }
        return Checked(.number(Double(version), whole: Int64(version)), node)
    }

    mutating func checkText(_ node: SyntaxNode, _ shape: Shape, _ limit: Int) -> Checked {
        guard node.kind == .text else { return mismatch(node, shape) }
        let text = node.text
        let count = text.unicodeScalars.count
        guard count <= limit else { return refuse(node, .textTooLong(node, count, limit)) }
        if let range = node.firstControlCharacter {
            return refuse(node, .controlCharacterInText(at: range))
        }
        return Checked(.text(text), node)
    }

    mutating func checkChoice(_ node: SyntaxNode, _ shape: Shape, _ choices: [Choice]) -> Checked {
        guard node.kind == .text else { return mismatch(node, shape) }
        let text = node.text
        guard choices.contains(where: { $0.name == text }) else {
            return refuse(node, .unknownChoice(text, choices, at: node.range))
        }
        return Checked(.text(text), node)
    }

    mutating func checkDuration(_ node: SyntaxNode, _ shape: Shape, _ isSigned: Bool) -> Checked {
        guard node.kind == .text else { return mismatch(node, shape) }
        guard let length = TimeText.duration(node.text) else {
            return refuse(node, .malformedDuration(node, shape))
        }
        guard isSigned || length >= 0 else {
            return refuse(node, .negativeDuration(node, shape))
        }
        return Checked(.duration(milliseconds: length), node)
    }

    mutating func checkInstant(_ node: SyntaxNode, _ shape: Shape) -> Checked {
        guard node.kind == .text else { return mismatch(node, shape) }
        guard let instant = TimeText.instant(node.text) else {
            return refuse(node, .malformedInstant(node, shape))
        }
        return Checked(.instant(instant), node)
    }
}

extension SyntaxNode {
    /// Where an escape of the text stands for a control character other than a tab or a line feed.
    fileprivate var firstControlCharacter: SourceRange? {
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            if isControl, scalar != "\n", scalar != "\t" {
                return literal?.range(of: offset..<offset + length)
            }
            offset += length
        }
        return nil
    }
}

extension DistributionShape {
    /// Says what is wrong with the parameters of a distribution taken together, or nil.
    static func problem(with kind: UncertainNumber.Kind, _ node: SyntaxNode) -> Diagnostic? {
        switch kind {
        case .uniform(let low, let high):
            return low <= high ? nil : .notInOrder(["low", "high"], node)
        case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
            return low <= mode && mode <= high ? nil : .notInOrder(["low", "mode", "high"], node)
        case .discrete(let values, let weights):
            if values.count != weights.count {
                return .unequalCounts(values.count, weights.count, node)
            }
            return weights.contains { $0 > 0 } ? nil : .noWeight(node)
        case .constant, .exponential, .normal, .lognormal, .weibull, .gamma, .erlang, .beta,
            .poisson, .binomial, .geometric, .bernoulli, .empirical:
            return nil
        }
    }

    /// Says where draws may leave the range of a quantity, or nil.
    static func problem(
        with support: NumberRange,
        in range: NumberRange,
        _ unit: KeyUnit?,
        _ node: SyntaxNode
    ) -> Diagnostic? {
        if let bound = range.lower {
            let low = support.lower ?? NumberRange.Bound(value: -.infinity, isIncluded: false)
            if low.value < bound.value || low.touches(bound) {
                return .drawsBelow(bound, range, unit, node)
            }
        }
        if let bound = range.upper {
            let high = support.upper ?? NumberRange.Bound(value: .infinity, isIncluded: false)
            if high.value > bound.value || high.touches(bound) {
                return .drawsAbove(bound, range, unit, node)
            }
        }
        return nil
    }
}

extension NumberRange.Bound {
    /// Whether draws may meet a bound that does not belong to the range of the quantity.
    fileprivate func touches(_ bound: NumberRange.Bound) -> Bool {
        value == bound.value && isIncluded && !bound.isIncluded
    }
}
