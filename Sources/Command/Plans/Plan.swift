public import EventKernel
public import Situation
public import Vocabulary

/// The executable part of an emergency plan (预案): rules from a picture to orders.
public struct Plan: Portable, Sendable {
    /// Rules by identifier, in the order in which they are tried.
    public var rules: [Rule] = []
    /// What a commander at a site has teams do, the most urgent first.
    public var tasks: [TaskPlan] = []
    /// Who commands, hesitates and conceals.
    public var reporting = ReportingPlan(postCount: 0)
    /// Sensors whose readings somebody receives.
    public var monitored: [SensorID] = []

    /// Creates a plan without rules, for no post.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&rules)
        try carrier.carry(&tasks)
        try carrier.carry(&reporting)
        try carrier.carry(&monitored)
    }
}

/// A rule: when a post's picture meets a condition, the post acts.
public struct Rule: Portable, Sendable {
    /// Post that decides.
    public var post = PostID(0)
    /// Name of the rule in random streams, below 2^31: made from its name, so that a rule keeps its
    /// luck from plan to plan.
    public var streamKey: Int32 = 0
    /// What the picture must show.
    public var condition = Expression()
    /// Post that must approve before the rule takes effect for the first time (请示批准); nil where the
    /// post decides by itself.
    public var approver: PostID?
    /// Time from one firing to the next [s]; nil where the rule fires once.
    public var againAfterSeconds: Double?
    /// What the post then does, in order.
    public var actions: [Action] = []
    /// Rank among the rules of its post, the greater the more urgent: while a post makes up its mind
    /// on a rule, it takes up none of lower rank.
    public var priority: Int32 = 5

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&post)
        try carrier.carry(&streamKey)
        try carrier.carry(&condition)
        try carrier.carry(&approver)
        try carrier.carry(&againAfterSeconds)
        try carrier.carry(&actions)
        try carrier.carry(&priority)
    }
}

/// What a post does when a rule fires.
public enum Action: Sendable {
    /// Sends teams that it believes ready to a site, the nearest first.
    case dispatch(Dispatch)
    /// Starts or changes its response level.
    case level(ResponseLevel)
    /// Has the people of zones warned.
    case warn([ZoneID])
    /// Asks its superior for aid [teams].
    case request(teams: Int32)
    /// Has supplies brought to a site from the nearest depots that it believes to have some.
    case supply(SupplyKind, amount: Int32, site: SiteID)
    /// Makes public the dead it has verified.
    case publish
    /// Sends home the teams of some kinds that are free at a site, and where so said those on the road.
    case release([TeamKind], site: SiteID, underWay: Bool)
    /// Raises its response level (提级); a level that is as high already stays.
    case raise(ResponseLevel)
    /// Lowers its response level (降级); a level that is as low already stays.
    case lower(ResponseLevel)
    /// Has the people of zones told to stay in and shut the windows.
    case shelter([ZoneID])
    /// Tells the public something without numbers.
    case announce(ReleaseKind)
}

/// A dispatch of teams (调派).
public struct Dispatch: Portable, Sendable {
    /// Kinds of teams, any of them.
    public var kinds: [TeamKind] = []
    /// Number of teams.
    public var count: Int32 = 0
    /// Where they go.
    public var site = SiteID(0)
    /// What they do on arrival.
    public var task: TaskKind = TaskKind.stage
    /// Only teams that belong to these posts; empty for all that the post may order.
    public var owners: [PostID] = []
    /// Teams of these kinds that stay ready at every owner (留守).
    public var reserve: Int32 = 0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(cases: &kinds, placeholder: .fire)
        try carrier.carry(&count)
        try carrier.carry(&site)
        try carrier.carry(&task)
        try carrier.carry(&owners)
        try carrier.carry(&reserve)
    }
}

/// What a commander at a site has teams do, as long as there is need.
public struct TaskPlan: Portable, Sendable {
    /// Site.
    public var site = SiteID(0)
    /// What is to be done.
    public var kind: TaskKind = TaskKind.stage
    /// Zones, hazards or hospitals it concerns, the most urgent first; empty where it has no target.
    public var targets: [Int32] = []
    /// Kinds of teams that may do it, the preferred first.
    public var kinds: [TeamKind] = []
    /// Teams wanted on each target.
    public var teamsPerTarget: Int32 = 0
    /// Whether the teams for a target begin together or not at all (集中兵力).
    public var together = false
    /// Targets in need that are taken on at a time (逐个推进); 0 for all.
    public var targetsAtOnce: Int32 = 0
    /// What the commander's picture must show.
    public var condition = Expression()
    /// Sweeps after which a zone is no longer searched.
    public var sweeps: Int32 = 0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&site)
        try carrier.carry(&kind)
        try carrier.carry(&targets)
        try carrier.carry(cases: &kinds, placeholder: .fire)
        try carrier.carry(&teamsPerTarget)
        try carrier.carry(&together)
        try carrier.carry(&targetsAtOnce)
        try carrier.carry(&condition)
        try carrier.carry(&sweeps)
    }
}
