import Command

/// A sum of quantities with factors, and a number: what the reasoning about conditions understands of
/// arithmetic.
struct LinearForm {
    /// Quantities with their factors, each once, none of factor 0.
    private(set) var terms: [(quantity: Quantity, factor: Double)] = []

    /// The number.
    private(set) var constant: Double

    /// Whether it is a number or a quantity as written, so that a drill meets no rounding.
    private(set) var isPlain = true

    /// Whether whole numbers only went into it, so that a drill meets no rounding either.
    private var isInteger: Bool

    /// Sum of the magnitudes of all that went into it, for the error of rounding.
    private(set) var magnitude: Double

    /// Greatest number that is reasoned about -- constant.
    private static let greatest = 1e9

    private init(constant: Double) {
        self.constant = constant
        magnitude = constant.magnitude
        isInteger = constant == constant.rounded()
    }

    /// Reads a value of a condition; nil where it is no such sum.
    init?(_ node: ConditionNode) {
        guard let form = Self.form(of: node), form.isTame else { return nil }
        self = form
    }

    /// Whether its value is a whole number whatever the quantities are.
    var isWhole: Bool { isInteger && terms.allSatisfy { $0.quantity.isWhole } }

    private var isTame: Bool {
        magnitude <= Self.greatest
            && terms.allSatisfy { (1e-3...Self.greatest).contains($0.factor.magnitude) }
    }

    private static func form(of node: ConditionNode) -> LinearForm? {
        switch node.kind {
        case .number(let value), .level(let value): return LinearForm(constant: value)
        case .quantity(let quantity):
            var form = LinearForm(constant: 0)
            form.terms = [(quantity, 1)]
            form.magnitude = 1
            return form
        case .unary(.negate, let part): return LinearForm(part)?.scaled(by: -1)
        case .binary(.add, let left, let right): return sum(left, right, factor: 1)
        case .binary(.subtract, let left, let right): return sum(left, right, factor: -1)
        case .binary(.multiply, let left, let right): return product(left, right)
        case .binary(.divide, let left, let right):
            guard let left = LinearForm(left), let right = LinearForm(right),
                right.terms.isEmpty, right.constant != 0
            else { return nil }
            return left.scaled(by: 1 / right.constant)
        default: return nil
        }
    }

    private static func sum(
        _ left: ConditionNode,
        _ right: ConditionNode,
        factor: Double
    ) -> LinearForm? {
        guard let left = LinearForm(left), let right = LinearForm(right) else { return nil }
        return left.adding(right, times: factor)
    }

    private static func product(_ left: ConditionNode, _ right: ConditionNode) -> LinearForm? {
        guard let left = LinearForm(left), let right = LinearForm(right) else { return nil }
        if right.terms.isEmpty { return left.scaled(by: right.constant) }
        if left.terms.isEmpty { return right.scaled(by: left.constant) }
        return nil
    }

    /// Returns it with every factor and the number multiplied.
    func scaled(by factor: Double) -> LinearForm {
        var form = self
        form.constant *= factor
        form.magnitude *= factor.magnitude
        form.terms = factor == 0 ? [] : terms.map { ($0.quantity, $0.factor * factor) }
        form.isPlain = isPlain && factor.magnitude == 1
        form.isInteger = isInteger && factor == factor.rounded()
        return form
    }

    /// Returns the sum with a multiple of another.
    func adding(_ other: LinearForm, times factor: Double) -> LinearForm {
        var form = self
        form.constant += other.constant * factor
        form.magnitude += other.magnitude * factor.magnitude
        for term in other.terms {
            if let index = form.terms.firstIndex(where: { $0.quantity == term.quantity }) {
                form.terms[index].factor += term.factor * factor
            } else {
                form.terms.append((term.quantity, term.factor * factor))
            }
        }
        form.terms.removeAll { $0.factor == 0 }
        form.isPlain = false
        form.isInteger = isInteger && other.isInteger && factor == factor.rounded()
        return form
    }
}

/// That a sum is not above 0, or is below 0.
struct Constraint {
    /// The sum.
    let form: LinearForm

    /// Whether it is below 0.
    let isStrict: Bool

    /// Whether a drill compares one quantity as it is with one number as it stands.
    let isExact: Bool

    /// That one value is not above another, or is below it.
    init(_ left: LinearForm, notAbove right: LinearForm, isStrict: Bool) {
        let difference = left.adding(right, times: -1)
        isExact =
            left.isPlain && right.isPlain && (left.terms.isEmpty || right.terms.isEmpty)
            && difference.terms.count == 1
        // Of whole numbers, what is below 0 is at most -1.
        let isWhole = difference.isWhole
        form = isStrict && isWhole ? difference.plusOne : difference
        self.isStrict = isStrict && !isWhole
    }
}

extension Constraint {
    /// Tells whether it and another add up to a number above 0.
    func isOpposite(to other: Constraint) -> Bool {
        guard form.terms.count == other.form.terms.count, form.terms.count > 1 else { return false }
        let sum = form.adding(other.form, times: 1)
        return sum.terms.isEmpty && sum.isAboveZero
    }
}

extension LinearForm {
    /// Share of all magnitudes that rounding is taken to be off at most -- constant.
    static let roundingShare = 1e-9

    /// Whether the number alone is above 0, rounding allowed for.
    var isAboveZero: Bool { constant > (isInteger ? 0 : Self.roundingShare * magnitude) }

    fileprivate var plusOne: LinearForm {
        var form = self
        form.constant += 1
        return form
    }
}

extension Quantity {
    /// Whether it takes whole numbers only.
    var isWhole: Bool {
        switch self {
        case .reading, .minutesKnown: false
        case .counted, .verified, .estimate, .incident, .chemicals, .burningFires, .stock, .sweeps,
            .awaitingTransport, .teams, .ownLevel, .level, .aid, .published, .buried, .missing:
            true
        }
    }

    /// Whether it is true or false.
    var isTruth: Bool {
        switch self {
        case .incident, .chemicals: true
        default: false
        }
    }
}
