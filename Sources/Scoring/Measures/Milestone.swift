import EventKernel
import Vocabulary

/// The first fact of a sort: when it came, and which it was.
struct Milestone: BitwiseCopyable, Sendable {
    /// When; never where none has come.
    private(set) var time = SimTime.never
    /// The fact.
    private(set) var fact = FactID.none

    /// Takes in a fact of the sort.
    mutating func note(_ candidate: Fact) {
        guard candidate.time < time else { return }
        time = candidate.time
        fact = candidate.id
    }

    /// Forgets the fact.
    mutating func clear() { self = Milestone() }
}
