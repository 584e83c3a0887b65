import Situation
public import Vocabulary

/// Something a post knows, as a condition of a plan can name it.
///
/// Everything here is read off the picture of the post, or is the post's own doing.
public enum Quantity: Hashable, BitwiseCopyable, Sendable {
    /// People by tally, the larger of what is counted and what is verified [persons].
    case counted(Headcount)
    /// People by tally, verified [persons].
    case verified(Headcount, SiteID)
    /// Casualties as guessed [persons].
    case estimate(SiteID)
    /// Whether an incident at a site is known.
    case incident(SiteID)
    /// Whether the chemicals of a site are identified.
    case chemicals(SiteID)
    /// Fires believed burning.
    case burningFires
    /// Reading of a sensor [its unit].
    case reading(SensorID)
    /// Stock on hand [units of the kind].
    case stock(DepotID, SupplyKind)
    /// Complete sweeps of a zone.
    case sweeps(ZoneID)
    /// Casualties waiting for transport [persons].
    case awaitingTransport(SiteID)
    /// Teams of a kind in a state.
    case teams(TeamKind, TeamStatus)
    /// Response level the post has started, 0 none … 4 level I.
    case ownLevel
    /// Response level another post has started.
    case level(PostID)
    /// Aid another post has asked for [teams].
    case aid(PostID)
    /// Time since the post first knew of an incident [min]; 0 while it does not.
    case minutesKnown
    /// Dead the post has made public [persons].
    case published
    /// People certain to be under rubble [persons].
    case buried(SiteID)
    /// People missed [persons].
    case missing(SiteID)
}

extension Quantity {
    /// Sort of items by which the quantity changes.
    ///
    /// A post's clock starts with the first report of an incident, and its own level and release with
    /// what it knows of itself.
    var category: ItemCategories {
        switch self {
        case .counted: [.counts, .verified]
        case .buried, .missing: .counts
        case .verified: .verified
        case .estimate, .incident, .chemicals, .minutesKnown: .incident
        case .burningFires: .fires
        case .reading: .readings
        case .stock: .stocks
        case .sweeps, .awaitingTransport: .progress
        case .teams: .teams
        case .ownLevel, .level, .aid: .response
        case .published: .verified
        }
    }
}

/// One step of the evaluation of a condition on a stack of numbers; truth is 1, falsehood 0.
public enum Instruction: Hashable, BitwiseCopyable, Sendable {
    /// Puts a number on the stack.
    case push(Double)
    /// Puts a quantity on the stack.
    case read(Quantity)
    /// Replaces the two topmost numbers by their sum.
    case add
    /// Replaces the two topmost numbers by their difference.
    case subtract
    /// Replaces the two topmost numbers by their product.
    case multiply
    /// Replaces the two topmost numbers by their quotient; by nothing it is 0.
    case divide
    /// Tells whether the second is less than the topmost.
    case less
    /// Tells whether the second is not greater than the topmost.
    case lessOrEqual
    /// Tells whether the two topmost are equal.
    case equal
    /// Tells whether both are true.
    case and
    /// Tells whether either is true.
    case or
    /// Turns truth into falsehood and back.
    case not
    /// Changes the sign of the topmost.
    case negate
}

/// A condition of a plan, ready to be evaluated.
public struct Expression: Hashable, Sendable {
    /// Most numbers on the stack at a time.
    public static let deepestStack = 16

    /// Steps in order; they leave one number.
    public let instructions: [Instruction]

    /// Creates a condition.
    ///
    /// - Precondition: The steps leave one number and never more than `deepestStack`.
    public init(_ instructions: [Instruction]) {
        self.instructions = instructions
    }

    /// The condition that always holds.
    public static let always = Expression([.push(1)])

    /// Sorts of items by which the condition can change.
    var concerns: ItemCategories {
        var concerns: ItemCategories = []
        for instruction in instructions {
            if case .read(let quantity) = instruction { concerns.formUnion(quantity.category) }
        }
        return concerns
    }

    /// Whether the condition depends on time passing.
    public var dependsOnTime: Bool { instructions.contains(.read(.minutesKnown)) }

    /// Evaluates the condition.
    ///
    /// - Parameter value: Value of a quantity at this moment.
    /// - Returns: The number it leaves.
    func evaluate(_ value: (Quantity) -> Double) -> Double {
        var stack = NumberStack()
        for instruction in instructions { stack.take(instruction, value) }
        return stack.last
    }

    /// Steps of the conditions that must all hold for this one to hold, in order; all of its own where
    /// it is no conjunction.
    var conjuncts: [Range<Int>] { Self.conjuncts(of: instructions[...]) }

    /// Time since the post first knew of an incident for which the condition waits, where it waits for
    /// nothing else [min]; nil where it says anything else.
    var minutesAwaited: Double? {
        guard instructions.count == 3, case .push(let minutes) = instructions[0],
            instructions[1] == .read(.minutesKnown), instructions[2] == .lessOrEqual
        else { return nil }
        return minutes
    }

    private static func conjuncts(of steps: ArraySlice<Instruction>) -> [Range<Int>] {
        guard steps.last == .and else { return [steps.indices] }
        let right = lastOperand(of: steps.dropLast())
        let left = steps[steps.startIndex..<right.startIndex]
        return conjuncts(of: left) + conjuncts(of: right)
    }

    /// Returns the last steps that together leave one number.
    private static func lastOperand(of steps: ArraySlice<Instruction>) -> ArraySlice<Instruction> {
        var missing = 1
        var first = steps.endIndex
        while missing > 0 {
            first -= 1
            missing += steps[first].operands - 1
        }
        return steps[first...]
    }
}

extension Instruction {
    /// Numbers that it takes from the stack; it always leaves one.
    fileprivate var operands: Int {
        switch self {
        case .push, .read: 0
        case .not, .negate: 1
        case .add, .subtract, .multiply, .divide, .less, .lessOrEqual, .equal, .and, .or: 2
        }
    }
}

/// The numbers on which instructions work.
struct NumberStack: BitwiseCopyable {
    private var numbers = InlineArray<16, Double>(repeating: 0)
    private var top = -1

    /// The number that is left.
    var last: Double { numbers[0] }

    /// Carries out an instruction.
    @inline(__always)
    mutating func take(_ instruction: Instruction, _ value: (Quantity) -> Double) {
        switch instruction {
        case .push(let number):
            top += 1
            numbers[top] = number
        case .read(let quantity):
            top += 1
            numbers[top] = value(quantity)
        case .not: numbers[top] = numbers[top] == 0 ? 1 : 0
        case .negate: numbers[top] = -numbers[top]
        case .add, .subtract, .multiply, .divide, .less, .lessOrEqual, .equal, .and, .or:
            top -= 1
            numbers[top] = Self.combine(instruction, numbers[top], numbers[top + 1])
        }
    }

    private static func combine(
        _ instruction: Instruction,
        _ left: Double,
        _ right: Double
    ) -> Double {
        switch instruction {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        case .divide: right == 0 ? 0 : left / right
        case .less: left < right ? 1 : 0
        case .lessOrEqual: left <= right ? 1 : 0
        case .equal: left == right ? 1 : 0
        case .and: left != 0 && right != 0 ? 1 : 0
        case .or: left != 0 || right != 0 ? 1 : 0
        case .push, .read, .not, .negate: preconditionFailure("These take less than two numbers.")
        }
    }
}
