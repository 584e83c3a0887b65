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

    /// Tells whether this is what a post itself has decided or believes.
    public func isOwn(of post: PostID) -> Bool {
        switch self {
        case .believed(post, _, _, _): true
        default: decider == post
        }
    }
}

extension Fact {
    /// Returns by what a post knew what it did: the nearest cause that is no doing or belief of the
    /// post itself.
    ///
    /// - Parameters:
    ///   - number: Number of what the post did.
    ///   - post: The post.
    ///   - facts: Facts of a drill, in order of their numbers, from 0.
    /// - Returns: That cause, or nil where the chain ends before.
    /// - Complexity: O(length of the chain of causes).
    /// - Precondition: The number is among the facts.
    public static func source(
        of number: Int,
        for post: PostID,
        in facts: [Fact]
    ) -> Fact? {
        var cause = facts[number].cause
        // A cause is always older, so that the walk ends.
        while cause != .none, cause.index < number {
            let fact = facts[cause.index]
            guard fact.content.isOwn(of: post), fact.cause < cause else { return fact }
            cause = fact.cause
        }
        return nil
    }
}
