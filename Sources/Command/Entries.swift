import EventKernel
import Situation
import Vocabulary

// What is looked at again and again of the register and of a plan, as plain values, so that nothing
// is counted where it is read.

/// Places that follow each other in a list.
struct Places: BitwiseCopyable, Sendable {
    private let first, end: Int32

    init(_ first: Int, _ end: Int) {
        self.first = Int32(first)
        self.end = Int32(end)
    }

    /// All of them, in order.
    var all: Range<Int> { Int(first)..<Int(end) }
}

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

/// What is looked at of a rule again and again.
struct RuleEntry: BitwiseCopyable, Sendable {
    /// Sorts of items by which its condition can change.
    let concerns: ItemCategories
    /// Parts of its condition.
    let conjuncts: Places
    let priority: Int32
    /// Time from one firing to the next; never where it fires once.
    let againAfter: SimDuration

    init(_ rule: Rule, _ conjuncts: Places) {
        concerns = rule.condition.concerns
        self.conjuncts = conjuncts
        priority = rule.priority
        againAfter = rule.againAfterSeconds.map { SimDuration(seconds: $0) } ?? .never
    }
}

/// What there is to decide at a post.
struct PostEntry: BitwiseCopyable, Sendable {
    /// Its rules among those of all posts.
    let rules: Places
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

    private init(_ post: PostID, _ own: [RuleID], from first: Int, _ plan: Plan) {
        let rules = own.map { plan.rules[$0.index] }
        self.rules = Places(first, first + own.count)
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
    /// Targets taken on at a time; 0 for any number.
    let targetsAtOnce: Int32
    let together: Bool
    let sweeps: Int32
    /// Parts of its condition.
    let conjuncts: Places
    /// Kinds of teams it may be given to among those of all tasks, the preferred first.
    let kinds: Places
    /// Its targets among those of all tasks, the most urgent first.
    let targets: Places

    private init(
        _ plan: TaskPlan,
        _ conjuncts: Places,
        firstKind: Int,
        firstTarget: Int
    ) {
        self.conjuncts = conjuncts
        site = plan.site
        kind = plan.kind
        kindBits = plan.kinds.reduce(0) { $0 | TeamEntry.bit(of: $1) }
        teamsPerTarget = plan.teamsPerTarget
        targetsAtOnce = plan.targetsAtOnce
        together = plan.together
        sweeps = plan.sweeps
        kinds = Places(firstKind, firstKind + plan.kinds.count)
        targets = Places(firstTarget, firstTarget + plan.targets.count)
    }

    /// Returns the entries of all tasks of a plan, whose conditions go into a table.
    static func all(_ tasks: [TaskPlan], _ table: inout ConjunctTable) -> [TaskEntry] {
        var (kinds, targets) = (0, 0)
        var entries: [TaskEntry] = []
        for task in tasks {
            let conjuncts = table.add(task.condition)
            entries.append(
                TaskEntry(task, conjuncts, firstKind: kinds, firstTarget: targets)
            )
            kinds += task.kinds.count
            targets += task.targets.count
        }
        return entries
    }
}
