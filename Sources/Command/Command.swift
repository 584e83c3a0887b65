public import EventKernel
public import Situation
public import Terrain
public import Vocabulary

/// What can happen to deciding, once scheduled.
public enum CommandEvent: BitwiseCopyable, Sendable {
    /// A post looks at its picture, since time has passed.
    case considers(PostID)
    /// A post has made up its mind to follow a rule.
    case decides(PostID, RuleID, because: FactID)
    /// A commander gives teams their tasks.
    case allocates(PostID, because: FactID)
    /// A post has made up its mind to approve what a rule of another would do.
    case approves(PostID, RuleID, because: FactID)
}

/// Who gives orders in an event, and why.
struct Giving: BitwiseCopyable, Sendable {
    let post: PostID
    let cause: FactID

    /// The same with a reason of its own, where there is one.
    func because(_ reason: FactID) -> Giving {
        reason == .none ? self : Giving(post: post, cause: reason)
    }
}

extension Command {
    /// Sorts of items any change of which may call for teams at a site -- constant; others do so only
    /// by making the condition of a task hold or not.
    static let needConcerns: ItemCategories = [.fires, .progress, .incident]

    /// Returns the sorts of items that may call for teams at a site under a plan.
    static func taskConcerns(of plan: Plan) -> ItemCategories {
        plan.tasks.reduce(needConcerns) { $0.union($1.condition.concerns) }
    }

    /// Returns the sorts of items by which the decisions of a post can change from now on: those that
    /// its rules read, unless they have fired for good, and for a commander all that tell where teams
    /// are free and needed.
    func currentConcerns(of post: PostID) -> ItemCategories {
        let entry = postEntries[post.index]
        var concerns: ItemCategories = entry.commands ? taskConcerns.union(.teams) : []
        for rule in approvedBy[post.index] where !rules[rule.index].isBeforeApprover {
            concerns.formUnion(.response)
        }
        for place in entry.rules.all {
            let rule = rankedRules[place]
            let state = rules[rule.index]
            if state.isAwaiting { concerns.formUnion(.response) }
            let isOver = !state.firedAt.isNever && ruleEntries[rule.index].againAfter.isNever
            if !isOver { concerns.formUnion(ruleEntries[rule.index].concerns) }
        }
        return concerns
    }
}

/// Something a post has done that others are to know through its reports.
public struct OwnDoing: BitwiseCopyable, Sendable {
    /// The post.
    public let post: PostID
    /// What it is about.
    public let item: Item
    /// Its value.
    public let value: Int32
    /// Fact of the doing.
    public let cause: FactID
}

/// Turns pictures into orders, by the rules of a plan.
///
/// A post decides on what it was told: all that this room can see of the `Situation` are pictures. What
/// a post has ordered itself it knows. Cannot be copied, like the lists it holds.
public struct Command: ~Copyable {
    let register: Register
    /// Teams of the register -- derived.
    let teams: [TeamEntry]
    let posts: [PostDefinition]
    var routes: RouteTable
    let plan: Plan
    /// What there is to decide at each post -- derived.
    let postEntries: [PostEntry]
    /// Time that each post takes for a decision [s] -- derived.
    let decisions: [Distribution]
    /// What is looked at of each rule -- derived.
    let ruleEntries: Shelf<RuleEntry>
    /// Conditions of rules and tasks -- derived.
    let conjuncts: ConjunctTable
    /// Rules of all posts, those of a post in a row, the more urgent first -- derived.
    let rankedRules: Shelf<RuleID>
    /// Rules that each post must approve -- derived.
    let approvedBy: [[RuleID]]
    /// Bit of every rule among those of its post that need approval, 0 where it needs none -- derived.
    let approvalBits: [Int32]

    /// Orders given so far -- state.
    var given = 0
    var rules = Shelf<RuleState>()
    var levels: [ResponseLevel] = []
    var published: [Int32] = []
    /// Latest order of each post to each team, posts outermost -- state.
    var assignments = Shelf<Assignment>()
    /// Whether a post is about to give teams their tasks -- state.
    var isAllocating = Shelf<Bool>()
    /// Whether a post looks again by itself -- state.
    var isWatching = Shelf<Bool>()
    /// Times each post has gone about giving teams their tasks, for the streams -- state.
    var allocations: [Int32] = []

    /// Events to be scheduled.
    public var outbox = Outcome<CommandEvent>()
    /// Orders given in this event.
    public var orders = Shelf<Order>()
    /// What posts have done in this event that others are to know.
    public var doings = Shelf<OwnDoing>()
    /// What posts have told the public in this event.
    public var releases = Shelf<Release>()

    /// Sorts of items by which the decisions of each post can change from now on -- derived at each
    /// change of its rules.
    var concerns = Shelf<ItemCategories>()
    /// Sorts of items that have changed since each post last looked at its rules -- state.
    var unseen = Shelf<ItemCategories>()
    /// Times something has changed in each post's picture that may call for teams -- state.
    var needs = Shelf<Int32>()
    /// What each post knew when it last found nothing to do for free teams -- state.
    var idle = Shelf<Idleness>()
    /// Sorts of items that may call for teams at a site -- derived.
    let taskConcerns: ItemCategories
    /// Tasks of the plan -- derived.
    let tasks: [TaskEntry]
    /// Kinds of teams of all tasks, those of a task in a row -- derived.
    let taskKinds: [TeamKind]
    /// Targets of all tasks, those of a task in a row -- derived.
    let taskTargets: [Int32]
    /// Greatest number of a target in the plan, -1 where there is none -- derived.
    let widestTarget: Int

    /// Teams that each commander believes free and has not ordered since, and how many are on each task.
    var crews: Crews

    // Lists that are used within one event.
    var chosen = Shelf<TeamID>()
    var teamsNear = Buffer<Near<TeamID>>()
    var depotsNear = Buffer<Near<DepotID>>()
    /// Teams ready at each post.
    var ready: [Int32] = []

    /// State of a rule.
    struct RuleState: BitwiseCopyable {
        /// Whether the post is about to follow it -- state.
        var isPending = false
        /// Whether its post waits for approval -- state.
        var isAwaiting = false
        /// Whether the post that must approve has taken the request up -- state.
        var isBeforeApprover = false
        /// Whether it has been approved, for good -- state.
        var isApproved = false
        /// Place of the part of its condition that did not hold when its post looked last; -1 where none
        /// is known -- state.
        var refuted: Int32 = -1
        /// Times it has been taken up, for the streams -- state.
        var timesTaken: Int32 = 0
        /// When it fired last; never where it has not -- state.
        var firedAt = SimTime.never
    }

    /// Latest order of a post to a team.
    struct Assignment: BitwiseCopyable {
        var task: Task
        /// Place of the task among all that teams can be on.
        var place: Int32 = 0
        var orderedAt = SimTime.never
        /// Whether the team is counted among those who are on it.
        var isCounted = false
    }

    /// What a post knew when it found nothing to do for free teams.
    struct Idleness: BitwiseCopyable {
        /// Changes that may call for teams; -1 where the post has not looked.
        var needs: Int32 = -1
        /// Times a team had become free.
        var freeRevision: Int32 = -1
        /// Which conditions of tasks held, as one number.
        var holding: UInt64 = 0
    }

    /// Prepares the command of a scenario by a plan, perhaps with routes somebody has prepared.
    public init(
        plan: Plan,
        posts: [PostDefinition],
        register: Register,
        terrain: Terrain,
        routes: RouteTable? = nil
    ) {
        self.plan = plan
        self.posts = posts
        self.register = register
        teams = register.teams.map { TeamEntry($0) }
        self.routes = routes ?? RouteTable(terrain)
        let numbered = plan.rules.indices.map { RuleID($0) }
        let byPost = posts.indices.map { post in
            Self.byRank(numbered.filter { plan.rules[$0.index].post == PostID(post) }, plan)
        }
        var ranked = Shelf<RuleID>()
        var entries = Shelf<RuleEntry>()
        var table = ConjunctTable()
        for rules in byPost { for rule in rules { ranked.append(rule) } }
        for rule in plan.rules { entries.append(RuleEntry(rule, table.add(rule.condition))) }
        tasks = TaskEntry.all(plan.tasks, &table)
        rankedRules = ranked
        ruleEntries = entries
        conjuncts = table
        postEntries = PostEntry.all(byPost, plan)
        decisions = posts.map { $0.decision }
        approvedBy = posts.indices.map { post in
            numbered.filter { plan.rules[$0.index].approver == PostID(post) }
        }
        approvalBits = Self.approvalBits(of: plan.rules)
        taskConcerns = Self.taskConcerns(of: plan)
        taskKinds = plan.tasks.flatMap { $0.kinds }
        taskTargets = plan.tasks.flatMap { $0.targets }
        widestTarget = plan.tasks.reduce(-1) { max($0, Int($1.targets.max() ?? -1)) }
        crews = Crews(
            of: teams,
            commanding: postEntries.map { $0.commands },
            places: register.sites.count * TaskKind.count * (widestTarget + 2)
        )
    }

    /// Puts rules into the order in which a post tries them: by rank, then as the plan has them.
    private static func byRank(_ rules: [RuleID], _ plan: Plan) -> [RuleID] {
        rules.sorted { left, right in
            let (first, second) = (
                plan.rules[left.index].priority, plan.rules[right.index].priority
            )
            return first != second ? first > second : left < right
        }
    }

    /// Forgets everything that was decided in an earlier drill.
    public mutating func begin() {
        let unassigned = Assignment(task: Task(.stage, at: SiteID(0)))
        given = 0
        rules.fill(RuleState(), count: plan.rules.count)
        levels.fill(.none, count: posts.count)
        published.fill(0, count: posts.count)
        assignments.fill(unassigned, count: posts.count * teams.count)
        crews.reset()
        isAllocating.fill(false, count: posts.count)
        isWatching.fill(false, count: posts.count)
        allocations.fill(0, count: posts.count)
        unseen.fill(.all, count: posts.count)
        concerns.fill([], count: posts.count)
        for post in posts.indices { concerns[post] = currentConcerns(of: PostID(post)) }
        needs.fill(0, count: posts.count)
        idle.fill(Idleness(), count: posts.count)
        outbox.clear()
        orders.clear()
        doings.clear()
        releases.clear()
    }

    /// Takes note that such items have changed in the picture of a post.
    ///
    /// - Returns: Whether the post has anything to decide by them.
    public mutating func note(_ what: ItemCategories, at post: PostID) -> Bool {
        unseen[post.index].formUnion(what)
        if !Self.needConcerns.isDisjoint(with: what) { needs[post.index] += 1 }
        return !concerns[post.index].isDisjoint(with: what)
    }

    /// Takes note of what a post that commands at a site now believes of a team: whether it is free, and whether it is
    /// still on the task to which the post has ordered it, as long as the post does not know it to be done.
    ///
    /// Called for every `TeamNews`, before any post looks at its picture again.
    ///
    /// - Parameters:
    ///   - belief: What the post believes of the team's state.
    ///   - team: The team.
    ///   - post: The post.
    public mutating func note(_ belief: Belief, of team: TeamID, at post: PostID) {
        let own = post.index * teams.count + team.index
        let isOrdered = !assignments[own].orderedAt.isNever
        let isAnswered = isOrdered && belief.observedAt > assignments[own].orderedAt
        let isOn = isOrdered && (!isAnswered || isBusy(assignments[own].task, belief))
        let isFree = belief.isKnown && belief.value == TeamStatus.free.rawValue
        count(isOn, own, post)
        crews.note(team, isFree: isFree && (!isOrdered || isAnswered), at: post)
    }

    /// What the plan decides about information.
    public var reporting: ReportingPlan { plan.reporting }

    /// Sensors whose readings somebody receives under the plan.
    public var monitored: [SensorID] { plan.monitored }

    /// Lets an event happen.
    public mutating func apply(
        _ event: CommandEvent,
        seeing pictures: borrowing Shelf<Picture>,
        _ moment: inout Moment
    ) {
        switch event {
        case .considers(let post):
            isWatching[post.index] = false
            needs[post.index] += 1
            let cause = pictures[post.index][.incident(SiteID(0))].fact
            consider(post, because: cause, seeing: pictures[post.index], &moment)
        case .decides(let post, let rule, let cause):
            follow(rule, at: post, because: cause, seeing: pictures[post.index], &moment)
        case .approves(let post, let rule, let cause):
            approve(rule, at: post, because: cause, &moment)
        case .allocates(let post, let cause):
            isAllocating[post.index] = false
            allocate(at: post, because: cause, seeing: pictures[post.index], &moment)
        }
    }
}
