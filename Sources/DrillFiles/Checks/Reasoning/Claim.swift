import Command

/// What a condition says, without negations.
indirect enum Claim {
    /// All of these.
    case all([Claim])
    /// At least one of these.
    case any([Claim])
    /// A comparison.
    case constraint(Constraint)
    /// Something that the reasoning does not understand: it may hold or not.
    case unknown

    /// Creates the claim that a part of a condition holds, or that it does not.
    init(_ node: ConditionNode, holds: Bool = true) {
        switch node.kind {
        case .quantity(let quantity) where quantity.isTruth:
            let one = ConditionNode(.number(1), node.range)
            self = Self.comparison(holds ? .greaterOrEqual : .less, node, one)
        case .unary(.not, let part): self = Claim(part, holds: !holds)
        case .binary(.and, let left, let right):
            let parts = [Claim(left, holds: holds), Claim(right, holds: holds)]
            self = holds ? .all(parts) : .any(parts)
        case .binary(.or, let left, let right):
            let parts = [Claim(left, holds: holds), Claim(right, holds: holds)]
            self = holds ? .any(parts) : .all(parts)
        case .comparison(let comparison, let left, let right):
            self = Self.comparison(holds ? comparison : comparison.opposite, left, right)
        case .number, .level, .quantity, .unary, .binary: self = .unknown
        }
    }

    /// Creates the claim that the condition of a rule or task holds, or that it does not.
    init(_ condition: Condition, holds: Bool = true) {
        guard let node = condition.node else {
            self = holds ? .all([]) : .any([])
            return
        }
        self.init(node, holds: holds)
    }

    private static func comparison(
        _ comparison: ConditionNode.Comparison,
        _ left: ConditionNode,
        _ right: ConditionNode
    ) -> Claim {
        guard let low = LinearForm(left), let high = LinearForm(right) else { return .unknown }
        func atMost(_ low: LinearForm, _ high: LinearForm, isStrict: Bool = false) -> Claim {
            .constraint(Constraint(low, notAbove: high, isStrict: isStrict))
        }
        return switch comparison {
        case .less: atMost(low, high, isStrict: true)
        case .lessOrEqual: atMost(low, high)
        case .greater: atMost(high, low, isStrict: true)
        case .greaterOrEqual: atMost(high, low)
        case .equal: .all([atMost(low, high), atMost(high, low)])
        case .notEqual:
            .any([atMost(low, high, isStrict: true), atMost(high, low, isStrict: true)])
        }
    }
}
