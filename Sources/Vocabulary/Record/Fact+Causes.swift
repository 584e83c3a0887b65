extension Fact {
    /// Returns the facts from the first cause to a fact, the fact last.
    ///
    /// A report carries many lines but names one cause; from what a post believes the way leads over
    /// the report to what its own line passes on.
    ///
    /// - Parameters:
    ///   - number: Number of the fact.
    ///   - facts: Facts of a drill, in order of their numbers, from 0.
    /// - Returns: The chain; never empty.
    /// - Complexity: O(length of the chain).
    /// - Precondition: The number is among the facts.
    public static func chain(to number: Int, in facts: [Fact]) -> [Fact] {
        var chain = [facts[number]]
        var told = FactID.none
        while let last = chain.last {
            var cause = last.cause
            if case .believed(_, _, _, let line) = last.content { told = line }
            if case .sent = last.content, told != .none {
                cause = told
                told = .none
            }
            // A cause is always older, so that the walk ends.
            guard cause != .none, cause < last.id else { break }
            chain.append(facts[cause.index])
        }
        return chain.reversed()
    }
}
