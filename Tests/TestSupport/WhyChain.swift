public import Vocabulary

/// The chain of causes of a fact, from itself up to where nothing causes anything.
public struct WhyChain {
    /// The fact and its causes, the nearest first.
    public let facts: [Fact]

    /// Walks up from a fact.
    public init(of fact: Fact, in record: DrillRecord) {
        facts = Fact.chain(to: fact.id.index, in: record.facts).reversed()
    }
}
