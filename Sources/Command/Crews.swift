import EventKernel
import Vocabulary

/// Teams as commanders dispose of them: who is free, kind by kind in order of their numbers, and how many
/// are on each task.
///
/// Kept up as reports come and orders go, so that nothing is searched for when tasks are given.
struct Crews: ~Copyable {
    /// All teams by kind, then by number -- derived.
    private let ranked: [TeamID]
    /// Place of every team among these -- derived.
    private let rankOf: [Int32]
    /// Kind of every team -- derived.
    private let kindOf: [TeamKind]
    /// Place of the first team of every kind, and behind the last of all -- derived.
    private let firstOfKind: [Int32]
    /// Tasks that teams can be on, and places of teams, per post.
    private let places, width: Int
    /// Places of those who are free, posts outermost -- state.
    private var free: NumberSet
    /// Number of those who are free of each kind, posts outermost -- state.
    private var freeOfKind = Shelf<Int32>()
    /// Kinds of those who are free at each post, one bit a kind -- state.
    private var freeKinds = Shelf<UInt16>()
    /// Teams on each task, posts outermost -- state.
    private var onTask = Shelf<Int32>()

    /// Begins with the teams of a register, of whom nobody knows anything.
    ///
    /// - Parameters:
    ///   - teams: The teams.
    ///   - posts: Number of posts.
    ///   - places: Number of tasks, with their targets, that teams can be on.
    init(of teams: [TeamEntry], posts: Int, places: Int) {
        var ranked: [TeamID] = []
        var first: [Int32] = []
        for kind in TeamKind.allCases {
            first.append(Int32(ranked.count))
            for team in teams.indices where teams[team].kind == kind { ranked.append(TeamID(team)) }
        }
        var rankOf = teams.map { _ in Int32(0) }
        for (rank, team) in ranked.enumerated() { rankOf[team.index] = Int32(rank) }
        (self.ranked, self.rankOf, firstOfKind) = (ranked, rankOf, first + [Int32(ranked.count)])
        kindOf = teams.map { $0.kind }
        (self.places, width) = (places, teams.count)
        free = NumberSet(below: posts * teams.count)
        freeOfKind.fill(0, count: posts * TeamKind.count)
        freeKinds.fill(0, count: posts)
        onTask.fill(0, count: posts * places)
    }

    /// Lets nobody be free or on any task.
    mutating func reset() {
        free.clear()
        freeOfKind.fill(0, count: freeOfKind.count)
        freeKinds.fill(0, count: freeKinds.count)
        onTask.fill(0, count: onTask.count)
    }

    /// Notes whether a team is free.
    @inline(__always)
    mutating func note(_ team: TeamID, isFree: Bool, at post: PostID) {
        let place = post.index * width + Int(rankOf[team.index])
        guard free.contains(place) != isFree else { return }
        let kind = kindOf[team.index]
        let count = post.index * TeamKind.count + Int(kind.rawValue)
        if isFree {
            free.insert(place)
            freeOfKind[count] += 1
            freeKinds[post.index] |= TeamEntry.bit(of: kind)
        } else {
            free.remove(place)
            freeOfKind[count] -= 1
            if freeOfKind[count] == 0 { freeKinds[post.index] &= ~TeamEntry.bit(of: kind) }
        }
    }

    /// Returns the kinds of the teams that are free, one bit a kind.
    @inline(__always)
    func freeKinds(at post: PostID) -> UInt16 { freeKinds[post.index] }

    /// Returns the free team of a kind behind one, whose place is `last` -- -1 before the first -- and
    /// puts its own there.
    @inline(__always)
    func nextFree(_ kind: TeamKind, at post: PostID, after last: inout Int) -> TeamID? {
        let all = range(of: kind, at: post)
        let rest = max(all.lowerBound, last + 1)..<all.upperBound
        guard let place = free.first(in: rest) else { return nil }
        last = place
        return ranked[place - post.index * width]
    }

    @inline(__always)
    private func range(of kind: TeamKind, at post: PostID) -> Range<Int> {
        let start = post.index * width
        let number = Int(kind.rawValue)
        return start + Int(firstOfKind[number])..<start + Int(firstOfKind[number + 1])
    }

    /// Counts teams on a task, or no longer.
    @inline(__always)
    mutating func count(_ change: Int32, on task: Int, at post: PostID) {
        onTask[post.index * places + task] += change
    }

    /// Teams on a task.
    @inline(__always)
    func count(on task: Int, at post: PostID) -> Int32 { onTask[post.index * places + task] }
}
