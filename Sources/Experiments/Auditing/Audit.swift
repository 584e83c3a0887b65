public import Vocabulary

/// Looks through records for decisions that rest on anything but what was delivered (双盲审计).
///
/// A post decides on its picture alone. So every entry of a picture must rest on a report delivered to
/// that very post by then, or on what the post itself has done; and every order, decision, level, request
/// and approval on such an entry. An on-scene command may also rest on its own coming into being, since
/// it is on the spot.
public struct Audit: Sendable {
    /// Something that a post did or believed without having been told.
    public struct Finding: Hashable, Sendable {
        /// Number of the drill.
        public let drill: UInt64
        /// What was done or believed.
        public let fact: FactID
        /// By whom.
        public let post: PostID
    }

    private let isScene: [Bool]
    /// Records looked through.
    public private(set) var drills = 0
    /// Decisions, orders, levels, requests, approvals and releases looked at.
    public private(set) var decisions = 0
    /// Entries of pictures looked at.
    public private(set) var beliefs = 0
    /// What rests on nothing that was delivered; in order.
    public private(set) var findings: [Finding] = []

    /// Prepares an audit.
    ///
    /// - Parameter isScene: Whether each post commands on the spot.
    public init(isScene: [Bool]) {
        self.isScene = isScene
    }

    /// Looks through the record of a drill.
    ///
    /// - Parameters:
    ///   - facts: All its facts, in order of their numbers, from 0.
    ///   - drill: Its number.
    /// - Complexity: O(facts × length of their chains of causes).
    public mutating func examine(_ facts: [Fact], drill: UInt64) {
        drills += 1
        for (number, fact) in facts.enumerated() {
            let post: PostID
            if case .believed(let believer, _, _, _) = fact.content {
                post = believer
                beliefs += 1
            } else if let decider = fact.content.decider {
                post = decider
                decisions += 1
            } else {
                continue
            }
            if !isTold(post, of: number, in: facts) {
                findings.append(Finding(drill: drill, fact: fact.id, post: post))
            }
        }
    }

    /// Tells whether what a post did or believed rests on a report that had been delivered to it.
    private func isTold(_ post: PostID, of number: Int, in facts: [Fact]) -> Bool {
        guard let source = Fact.source(of: number, for: post, in: facts),
            source.time <= facts[number].time, source.id.index < number
        else { return false }
        switch source.content {
        case .delivered(_, post): return true
        case .activated(post): return isScene[post.index]
        default: return false
        }
    }
}
