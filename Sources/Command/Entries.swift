import EventKernel
import Situation
import Vocabulary

// What is looked at again and again of the register and of a plan, as plain values, so that nothing
// is counted where it is read.

/// What command needs of a team's entry in the register.
struct TeamEntry: BitwiseCopyable, Sendable {
    let kind: TeamKind
    let post: PostID
    let station: PlaceID
    /// A bit for its kind.
    let kindBit: UInt16
    /// Kinds of tasks it can carry out, one bit a kind.
    private let abilities: UInt16

    init(_ definition: TeamDefinition) {
        kind = definition.kind
        post = definition.post
        station = definition.station
        kindBit = Self.bit(of: kind)
        abilities = TaskKind.allCases.reduce(0) { bits, task in
            definition.capability.allows(task) ? bits | 1 << UInt16(task.rawValue) : bits
        }
    }

    /// The bit of a kind in a set of kinds.
    static func bit(of kind: TeamKind) -> UInt16 { 1 << UInt16(kind.rawValue) }

    /// Tells whether the team can carry out a kind of task.
    @inline(__always)
    func can(_ task: TaskKind) -> Bool { abilities & 1 << UInt16(task.rawValue) != 0 }
}

/// What is looked at of a rule before its condition.
struct RuleEntry: BitwiseCopyable, Sendable {
    /// Sorts of items by which its condition can change.
    let concerns: ItemCategories
    /// Whether its condition depends on time passing.
    let dependsOnTime: Bool
    let priority: Int32
    /// Time from one firing to the next; never where it fires once.
    let againAfter: SimDuration

    init(_ rule: Rule) {
        concerns = rule.condition.concerns
        dependsOnTime = rule.condition.dependsOnTime
        priority = rule.priority
        againAfter = rule.againAfterSeconds.map { SimDuration(seconds: $0) } ?? .never
    }
}

/// What there is to decide at a post.
struct PostEntry: BitwiseCopyable, Sendable {
    private let first, end: Int32
    /// Whether any rule of it needs approval.
    let asksApproval: Bool
    /// Whether it must approve any rule of another.
    let approves: Bool
    /// Whether its rules differ in rank.
    let ranksRules: Bool
    /// Whether it commands teams at a site.
    let commands: Bool
    /// Whether it must look again by itself, since a rule of its depends on time passing or may fire
    /// more than once.
    let watchesTime: Bool

    /// Places of its rules among those of all posts.
    var rules: Range<Int> { Int(first)..<Int(end) }

    private init(_ post: PostID, _ own: [RuleID], from first: Int, _ plan: Plan) {
        let rules = own.map { plan.rules[$0.index] }
        self.first = Int32(first)
        end = Int32(first + own.count)
        asksApproval = rules.contains { $0.approver != nil }
        approves = plan.rules.contains { $0.approver == post }
        ranksRules = rules.contains { $0.priority != rules[0].priority }
        commands = plan.reporting.commanders.contains(post)
        let rulesWait = rules.contains {
            $0.condition.dependsOnTime || $0.againAfterSeconds != nil
        }
        watchesTime =
            rulesWait || commands && plan.tasks.contains { $0.condition.dependsOnTime }
    }

    /// Returns the entries of all posts, by their rules in order of rank.
    static func all(_ rules: [[RuleID]], _ plan: Plan) -> [PostEntry] {
        var first = 0
        return rules.enumerated().map { post, own in
            defer { first += own.count }
            return PostEntry(PostID(post), own, from: first, plan)
        }
    }
}

/// What allocation needs of a task.
struct TaskEntry: BitwiseCopyable, Sendable {
    let site: SiteID
    let kind: TaskKind
    /// Kinds of teams it may be given to, one bit a kind.
    let kindBits: UInt16
    let teamsPerTarget: Int32
    let together: Bool
    let sweeps: Int32
    private let firstKind, endKind, firstTarget, endTarget: Int32

    /// Places of the kinds of teams it may be given to among those of all tasks, the preferred first.
    var kinds: Range<Int> { Int(firstKind)..<Int(endKind) }
    /// Places of its targets among those of all tasks, the most urgent first.
    var targets: Range<Int> { Int(firstTarget)..<Int(endTarget) }

    private init(_ plan: TaskPlan, firstKind: Int, firstTarget: Int) {
        site = plan.site
        kind = plan.kind
        kindBits = plan.kinds.reduce(0) { $0 | TeamEntry.bit(of: $1) }
        teamsPerTarget = plan.teamsPerTarget
        together = plan.together
        sweeps = plan.sweeps
        self.firstKind = Int32(firstKind)
        endKind = Int32(firstKind + plan.kinds.count)
        self.firstTarget = Int32(firstTarget)
        endTarget = Int32(firstTarget + plan.targets.count)
    }

    /// Returns the entries of all tasks of a plan.
    static func all(_ tasks: [TaskPlan]) -> [TaskEntry] {
        var (kinds, targets) = (0, 0)
        return tasks.map { task in
            defer {
                kinds += task.kinds.count
                targets += task.targets.count
            }
            return TaskEntry(task, firstKind: kinds, firstTarget: targets)
        }
    }
}
