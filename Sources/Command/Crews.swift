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
    /// Number of every post among those that command at a site; -1 for others, of whom nothing is kept -- derived.
    private let rowOf: [Int32]
    /// Tasks that teams can be on, and places of teams, per commander.
    private let places, width: Int
    /// Places of those who are free, commanders outermost -- state.
    private var free: NumberSet
    /// Number of those who are free of each kind, commanders outermost -- state.
    private var freeOfKind = Shelf<Int32>()
    /// Kinds of those who are free for each commander, one bit a kind -- state.
    private var freeKinds = Shelf<UInt16>()
    /// Teams on each task, commanders outermost -- state.
    private var onTask = Shelf<Int32>()

    /// Begins with the teams of a register, of whom nobody knows anything.
    ///
    /// - Parameters:
    ///   - teams: The teams.
    ///   - commanding: Of each post, whether it commands at a site.
    ///   - places: Number of tasks, with their targets, that teams can be on.
    init(of teams: [TeamEntry], commanding: [Bool], places: Int) {
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
        var rows = 0
        var rowOf: [Int32] = []
        for commands in commanding {
            rowOf.append(commands ? Int32(rows) : -1)
            if commands { rows += 1 }
        }
        self.rowOf = rowOf
        free = NumberSet(below: rows * teams.count)
        freeOfKind.fill(0, count: rows * TeamKind.count)
        freeKinds.fill(0, count: rows)
        onTask.fill(0, count: rows * places)
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
        let row = Int(rowOf[post.index])
        guard row >= 0 else { return }
        let place = row * width + Int(rankOf[team.index])
        guard free.contains(place) != isFree else { return }
        let kind = kindOf[team.index]
        let count = row * TeamKind.count + Int(kind.rawValue)
        if isFree {
            free.insert(place)
            freeOfKind[count] += 1
            freeKinds[row] |= TeamEntry.bit(of: kind)
        } else {
            free.remove(place)
            freeOfKind[count] -= 1
            if freeOfKind[count] == 0 { freeKinds[row] &= ~TeamEntry.bit(of: kind) }
        }
    }

    /// Returns the kinds of the teams that are free, one bit a kind.
    @inline(__always)
    func freeKinds(at post: PostID) -> UInt16 {
        let row = Int(rowOf[post.index])
        return row < 0 ? 0 : freeKinds[row]
    }

    /// Returns the free team of a kind behind one, whose place is `last` -- -1 before the first -- and
    /// puts its own there.
    ///
    /// - Precondition: The post commands at a site.
    @inline(__always)
    func nextFree(_ kind: TeamKind, at post: PostID, after last: inout Int) -> TeamID? {
        let all = range(of: kind, at: post)
        let rest = max(all.lowerBound, last + 1)..<all.upperBound
        guard let place = free.first(in: rest) else { return nil }
        last = place
        return ranked[place - Int(rowOf[post.index]) * width]
    }

    @inline(__always)
    private func range(of kind: TeamKind, at post: PostID) -> Range<Int> {
        let start = Int(rowOf[post.index]) * width
        let number = Int(kind.rawValue)
        return start + Int(firstOfKind[number])..<start + Int(firstOfKind[number + 1])
    }

    /// Counts teams on a task, or no longer.
    @inline(__always)
    mutating func count(_ change: Int32, on task: Int, at post: PostID) {
        let row = Int(rowOf[post.index])
        if row >= 0 { onTask[row * places + task] += change }
    }

    /// Teams on a task.
    @inline(__always)
    func count(on task: Int, at post: PostID) -> Int32 {
        let row = Int(rowOf[post.index])
        return row < 0 ? 0 : onTask[row * places + task]
    }
}
