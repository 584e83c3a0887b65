public import Vocabulary

/// The chain of causes of a fact, from itself up to where nothing causes anything.
public struct WhyChain {
    /// The fact and its causes, the nearest first.
    public let facts: [Fact]

    /// Walks up from a fact.
    public init(of fact: Fact, in record: DrillRecord) {
        facts = Fact.chain(to: fact.id.index, in: record.facts).reversed()
    }

    /// Tells by what a post knew what it did when it gave an order: the first fact of the chain that is
    /// no doing or belief of the post itself.
    public func source(for post: PostID) -> Fact? {
        facts.dropFirst().first { fact in
            switch fact.content {
            case .decided(post, _), .levelChanged(post, _), .believed(post, _, _, _),
                .requested(post, _, _), .approved(post, _):
                false
            default: true
            }
        }
    }
}

extension FactContent {
    /// Post that has given an order or decided something; nil for everything else.
    public var decider: PostID? {
        switch self {
        case .ordered(_, let post, _, _), .orderedSupplies(_, let post, _, _, _, _),
            .orderedWarning(_, let post, _), .decided(let post, _), .levelChanged(let post, _),
            .published(let post, _), .requested(let post, _, _), .approved(let post, _):
            post
        default: nil
        }
    }
}
