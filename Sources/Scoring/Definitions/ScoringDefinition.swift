public import EventKernel
public import Vocabulary

/// Ends of a link between posts.
public struct LinkPosts: BitwiseCopyable, Portable, Sendable {
    /// Post that reports.
    public var from = PostID(0)
    /// Post that is told.
    public var to = PostID(0)

    /// Creates a link from the first post to itself.
    public init() {}

    /// Creates a link.
    public init(from: PostID, to: PostID) {
        self.from = from
        self.to = to
    }

    /// Moves both ends.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&from)
        try carrier.carry(&to)
    }
}

/// What scoring needs to know of a scenario besides the record.
public struct ScoringDefinition: Portable, Sendable {
    /// Goals.
    public var goals: [Goal] = []
    /// How goals become a mark, and marks levels.
    public var marking = Marking()
    /// Level of every post.
    public var postLevels: [PostLevel] = []
    /// Links between posts, by identifier.
    public var links: [LinkPosts] = []
    /// Kind of every team.
    public var teamKinds: [TeamKind] = []
    /// Stock of every site.
    public var siteDepots: [DepotID] = []
    /// Hazards that go on until they are over, other than fires: clouds of gas.
    public var lastingHazards: [HazardID] = []
    /// Number of zones.
    public var zoneCount: Int32 = 0
    /// Number of hospitals.
    public var hospitalCount: Int32 = 0
    /// All that depots hold and teams carry at the start.
    public var stock = SupplyAmounts()
    /// Share of people whom a warning reaches by broadcast [1/min].
    public var warningBroadcastPerMinute = 0.0
    /// Rate at which the warned warn others [1/min].
    public var warningContagionPerMinute = 0.0
    /// Time from the first harm by which the first team of a kind shall come.
    public var arrivalWithin = SimDuration(minutes: 60)
    /// Times after the first harm at which known deaths are compared with the final ones [h].
    public var checkpointHours: [Double] = []
    /// Time from one point of a curve to the next.
    public var curveStep = SimDuration(minutes: 30)
    /// Length of the drill.
    public var duration = SimDuration.zero
    /// How the public judges; nil where the scenario has no public opinion.
    public var opinion: OpinionScoring?

    /// Creates a definition without goals.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&goals)
        try carrier.carry(&marking)
        try carrier.carry(cases: &postLevels, placeholder: .county)
        try carrier.carry(&links)
        try carrier.carry(cases: &teamKinds, placeholder: .fire)
        try carrier.carry(&siteDepots)
        try carrier.carry(&lastingHazards)
        try carrier.carry(&zoneCount)
        try carrier.carry(&hospitalCount)
        try carrier.carry(&stock)
        try carrier.carry(&warningBroadcastPerMinute)
        try carrier.carry(&warningContagionPerMinute)
        try carrier.carry(&arrivalWithin)
        try carrier.carry(&checkpointHours)
        try carrier.carry(&curveStep)
        try carrier.carry(&duration)
        try carrier.carry(&opinion)
    }

    /// Returns the level of a post; that of a firm, which is no authority, where it is not known.
    func level(of post: PostID) -> PostLevel {
        postLevels.indices.contains(post.index) ? postLevels[post.index] : .firm
    }

    /// When the drill ends.
    var end: SimTime { SimTime.start + duration }
}
