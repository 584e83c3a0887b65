import EventKernel
import Vocabulary

/// The first fact of a sort: when it came, and which it was.
struct Milestone: BitwiseCopyable, Sendable {
    /// When; never where none has come.
    private(set) var time = SimTime.never
    /// The fact.
    private(set) var fact = FactID.none

    /// Takes in a fact of the sort.
    mutating func note(_ candidate: Fact) { note(candidate.id, candidate.time) }

    /// Takes in a fact of the sort by its number and time.
    @inline(__always)
    mutating func note(_ candidate: FactID, _ its: SimTime) {
        guard its < time else { return }
        time = its
        fact = candidate
    }

    /// Forgets the fact.
    mutating func clear() { self = Milestone() }
}
