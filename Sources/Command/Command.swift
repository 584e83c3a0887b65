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
}

/// What command needs of a team's entry in the register, as plain values.
struct TeamEntry: BitwiseCopyable, Sendable {
    let kind: TeamKind
    let post: PostID
    let station: PlaceID
    let capability: TeamCapability

    init(_ definition: TeamDefinition) {
        kind = definition.kind
        post = definition.post
        station = definition.station
        capability = definition.capability
    }
}

extension Command {
    /// Returns the sorts of items by which the decisions of each post can change: those that its rules
    /// read, and for a commander all that tell where teams are free and needed.
    static func concerns(
        of plan: Plan,
        _ rulesOf: [[RuleID]],
        _ commands: [Bool]
    ) -> [ItemCategories] {
        var ofTasks: ItemCategories = [.teams, .fires, .progress, .incident, .beds]
        for task in plan.tasks { ofTasks.formUnion(task.condition.concerns) }
        return rulesOf.indices.map { post in
            var concerns: ItemCategories = commands[post] ? ofTasks : []
            for rule in rulesOf[post] {
                concerns.formUnion(plan.rules[rule.index].condition.concerns)
            }
            return concerns
        }
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
/// A post decides on what it was told: all that this room can see is a `Situation`, and of it only
/// pictures. What a post has ordered itself it knows.
public struct Command: Sendable {
    let register: Register
    /// Teams of the register -- derived.
    let teams: [TeamEntry]
    let posts: [PostDefinition]
    var routes: RouteTable
    let plan: Plan
    /// Rules of each post -- derived.
    let rulesOf: [[RuleID]]
    /// Whether each post must look again by itself, since a rule of its depends on time passing or may
    /// fire more than once -- derived.
    let watchesTime: [Bool]

    var rules: [RuleState] = []
    var levels: [ResponseLevel] = []
    var published: [Int32] = []
    /// Latest order of each post to each team, posts outermost -- state.
    var assignments: [Assignment] = []
    /// Whether a post is about to give teams their tasks -- state.
    var isAllocating: [Bool] = []
    /// Whether a post looks again by itself -- state.
    var isWatching: [Bool] = []
    /// Decisions made so far by each post, for the streams -- state.
    var decisions: [Int32] = []

    /// Events to be scheduled.
    public var outbox = Outcome<CommandEvent>()
    /// Orders given in this event.
    public var orders = Buffer<Order>()
    /// What posts have done in this event that others are to know.
    public var doings = Buffer<OwnDoing>()

    // Lists that are used and emptied within one event.
    var free = Buffer<TeamID>()
    var busy = Buffer<Task>()
    var chosen = Buffer<TeamID>()

    /// State of a rule.
    struct RuleState: BitwiseCopyable {
        /// Whether the post is about to follow it -- state.
        var isPending = false
        /// When it fired last; never where it has not -- state.
        var firedAt = SimTime.never
    }

    /// Latest order of a post to a team.
    struct Assignment: BitwiseCopyable {
        var task: Task
        var orderedAt = SimTime.never
    }

    /// Prepares the command of a scenario by a plan.
    public init(plan: Plan, posts: [PostDefinition], register: Register, terrain: Terrain) {
        self.plan = plan
        self.posts = posts
        self.register = register
        teams = register.teams.map { TeamEntry($0) }
        routes = RouteTable(terrain)
        let numbered = plan.rules.indices.map { RuleID($0) }
        let byPost = posts.indices.map { post in
            numbered.filter { plan.rules[$0.index].post == PostID(post) }
        }
        rulesOf = byPost
        commands = posts.indices.map { plan.reporting.commanders.contains(PostID($0)) }
        concerns = Self.concerns(of: plan, byPost, commands)
        watchesTime = byPost.map { rules in
            rules.contains { number in
                let rule = plan.rules[number.index]
                return rule.condition.dependsOnTime || rule.againAfterSeconds != nil
            }
        }
    }

    /// Whether each post commands teams at a site -- derived.
    let commands: [Bool]
    /// Sorts of items by which the decisions of each post can change -- derived.
    let concerns: [ItemCategories]

    /// Forgets everything that was decided in an earlier drill.
    public mutating func begin() {
        let idle = Assignment(task: Task(.stage, at: SiteID(0)))
        rules = Array(repeating: RuleState(), count: plan.rules.count)
        levels = Array(repeating: .none, count: posts.count)
        published = Array(repeating: 0, count: posts.count)
        assignments = Array(repeating: idle, count: posts.count * teams.count)
        isAllocating = Array(repeating: false, count: posts.count)
        isWatching = Array(repeating: false, count: posts.count)
        decisions = Array(repeating: 0, count: posts.count)
        outbox.clear()
        orders.clear()
        doings.clear()
    }

    /// Tells whether a post has anything to decide when such items of its picture change.
    public func isConcerned(_ post: PostID, by what: ItemCategories) -> Bool {
        !concerns[post.index].isDisjoint(with: what)
    }

    /// What the plan decides about information.
    public var reporting: ReportingPlan { plan.reporting }

    /// Sensors whose readings somebody receives under the plan.
    public var monitored: [SensorID] { plan.monitored }

    /// Lets an event happen.
    public mutating func apply(
        _ event: CommandEvent,
        seeing situation: Situation,
        _ moment: inout Moment
    ) {
        switch event {
        case .considers(let post):
            isWatching[post.index] = false
            let cause = situation.picture(of: post)[.incident(SiteID(0))].fact
            consider(post, because: cause, seeing: situation, &moment)
        case .decides(let post, let rule, let cause):
            follow(rule, at: post, because: cause, seeing: situation, &moment)
        case .allocates(let post, let cause):
            isAllocating[post.index] = false
            allocate(at: post, because: cause, seeing: situation, &moment)
        }
    }
}
