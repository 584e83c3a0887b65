import Command

/// A condition of a plan, ready to be evaluated, to be reasoned about and to be put into words.
struct Condition: Sendable {
    /// Its text, with the way back to the file; nil where the plan states no condition.
    let literal: StringLiteral?

    /// Its steps.
    let expression: Expression

    /// Its parts as they are written; nil for the condition that always holds.
    let node: ConditionNode?

    /// Creates a condition; the one that always holds unless steps are given.
    init(
        _ literal: StringLiteral?,
        _ expression: Expression = .always,
        _ node: ConditionNode? = nil
    ) {
        self.literal = literal
        self.expression = expression
        self.node = node
    }
}

/// A part of a condition as it is written.
struct ConditionNode: Sendable {
    /// How two values are compared.
    enum Comparison: String, Sendable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equal = "=="
        case notEqual = "!="

        /// What holds where this does not.
        var opposite: Comparison {
            switch self {
            case .less: .greaterOrEqual
            case .lessOrEqual: .greater
            case .greater: .lessOrEqual
            case .greaterOrEqual: .less
            case .equal: .notEqual
            case .notEqual: .equal
            }
        }

        /// The same with both sides exchanged.
        var mirrored: Comparison {
            switch self {
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            case .equal, .notEqual: self
            }
        }
    }

    /// What a part is.
    indirect enum Kind: Sendable {
        case number(Double)
        /// A response level, 0 none … 4 level I.
        case level(Double)
        case quantity(Quantity)
        /// `not` or `negate` of a part.
        case unary(Instruction, ConditionNode)
        /// Two parts joined by logic or arithmetic.
        case binary(Instruction, ConditionNode, ConditionNode)
        case comparison(Comparison, ConditionNode, ConditionNode)
    }

    /// What it is.
    let kind: Kind

    /// Offsets in the UTF-8 form of the condition.
    let range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// Returns the parts that are joined by a step of logic, from left to right; itself where it is no
    /// such chain.
    func parts(joinedBy step: Instruction) -> [ConditionNode] {
        guard case .binary(let own, let left, let right) = kind, own == step else { return [self] }
        return left.parts(joinedBy: step) + right.parts(joinedBy: step)
    }

    /// Everything that it reads, from left to right, repeats included.
    var quantities: [Quantity] {
        switch kind {
        case .number, .level: []
        case .quantity(let quantity): [quantity]
        case .unary(_, let part): part.quantities
        case .binary(_, let left, let right), .comparison(_, let left, let right):
            left.quantities + right.quantities
        }
    }
}
