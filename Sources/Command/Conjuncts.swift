import EventKernel
import Situation
import Vocabulary

/// A part of a condition without which the condition does not hold, as a plain value.
struct Conjunct: BitwiseCopyable, Sendable {
    fileprivate let steps: Places
    /// Sorts of items by which it can change.
    let concerns: ItemCategories
    /// Whether it depends on time passing.
    let dependsOnTime: Bool
    /// Time since the post first knew of an incident for which it waits, where it waits for nothing else
    /// [min]; infinite for every other conjunct.
    let minutesKnown: Double

    fileprivate init(_ part: Expression, _ steps: Places) {
        self.steps = steps
        concerns = part.concerns
        dependsOnTime = part.dependsOnTime
        minutesKnown = part.minutesAwaited ?? .infinity
    }

    /// Tells whether it holds as it held before, when such items have changed since.
    @inline(__always)
    func isUntouched(by changed: ItemCategories) -> Bool {
        !dependsOnTime && concerns.isDisjoint(with: changed)
    }
}

/// Conditions of a plan, taken apart into what must hold together.
///
/// A condition that did not hold does not hold as long as that part of it does not which did not hold
/// then; and as long as nothing changes that this part reads, nobody has to look.
struct ConjunctTable: ~Copyable {
    private var steps = Shelf<Instruction>()
    private var conjuncts = Shelf<Conjunct>()

    /// Takes in a condition and returns the places of its conjuncts.
    mutating func add(_ condition: Expression) -> Places {
        let first = conjuncts.count
        for range in condition.conjuncts {
            let part = Expression(Array(condition.instructions[range]))
            let start = steps.count
            for step in part.instructions { steps.append(step) }
            conjuncts.append(Conjunct(part, Places(start, steps.count)))
        }
        return Places(first, conjuncts.count)
    }

    /// The conjunct at a place.
    subscript(place: Int) -> Conjunct {
        @inline(__always) get { conjuncts[place] }
    }

    /// Tells whether the conjunct at a place holds.
    @inline(__always)
    func holds(_ place: Int, _ value: (Quantity) -> Double) -> Bool {
        let conjunct = conjuncts[place]
        var stack = NumberStack()
        for step in conjunct.steps.all { stack.take(steps[step], value) }
        return stack.last != 0
    }
}
