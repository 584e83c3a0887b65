public import EventKernel
public import Vocabulary

/// Sorts of items, by which a link is told what it carries.
public struct ItemCategories: OptionSet, Hashable, BitwiseCopyable, Portable, Sendable {
    /// Bits, one a category.
    public private(set) var rawValue: UInt16 = 0

    /// Creates the set of no category.
    public init() {}

    /// Moves the bits.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var bits = UInt64(rawValue)
        try carrier.carry(&bits, bytes: 2)
        rawValue = UInt16(truncatingIfNeeded: bits)
    }

    /// Creates a set from its bits.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// That something has happened, guesses at its size, and the chemicals (事件).
    public static let incident = ItemCategories(rawValue: 1 << 0)
    /// Counts of people on the spot and in hospitals (伤亡清点).
    public static let counts = ItemCategories(rawValue: 1 << 1)
    /// Verified counts (核报数).
    public static let verified = ItemCategories(rawValue: 1 << 2)
    /// Fires (火情).
    public static let fires = ItemCategories(rawValue: 1 << 3)
    /// Search and transport at the site (现场进展).
    public static let progress = ItemCategories(rawValue: 1 << 4)
    /// Teams (队伍).
    public static let teams = ItemCategories(rawValue: 1 << 5)
    /// Stocks (物资).
    public static let stocks = ItemCategories(rawValue: 1 << 6)
    /// Beds (床位).
    public static let beds = ItemCategories(rawValue: 1 << 7)
    /// Readings of sensors (监测数据).
    public static let readings = ItemCategories(rawValue: 1 << 8)
    /// Levels started, aid and approval asked for and given (响应、请求与批准).
    public static let response = ItemCategories(rawValue: 1 << 9)

    /// All categories.
    public static let all = ItemCategories(rawValue: (1 << 10) - 1)

    /// Returns the category of an item.
    public static func of(_ item: Item) -> ItemCategories {
        switch item {
        case .incident, .estimate, .chemicals: .incident
        case .found, .inCare, .buried, .missing: .counts
        case .verified: .verified
        case .fire: .fires
        case .sweeps, .awaitingTransport: .progress
        case .team: .teams
        case .stock: .stocks
        case .beds: .beds
        case .reading: .readings
        case .level, .aid, .request, .approval: .response
        }
    }
}

/// How messages of one sort travel (信息渠道).
public struct ChannelDefinition: Portable, Sendable {
    /// Time to compile and approve a first report [s].
    public var preparation = Distribution.constant(0)
    /// Shortest time from one report to the next over the channel [s].
    public var rhythmSeconds = 0.0
    /// Time on the way [s].
    public var transmission = Distribution.constant(0)
    /// Time until the receiver has taken it in [s].
    public var processing = Distribution.constant(0)
    /// Chance that a message is lost [0…1].
    public var loss = 0.0
    /// Spread of clerical errors in counts, standard deviation of the logarithm.
    public var distortionSigma = 0.0
    /// Time after which a lost message is missed and sent again [s].
    public var acknowledgmentSeconds = 600.0

    /// Creates a channel without delay, loss or error.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&preparation)
        try carrier.carry(&rhythmSeconds)
        try carrier.carry(&transmission)
        try carrier.carry(&processing)
        try carrier.carry(&loss)
        try carrier.carry(&distortionSigma)
        try carrier.carry(&acknowledgmentSeconds)
    }
}

/// A way for reports from one post to another.
public struct LinkDefinition: Portable, Sendable {
    /// Post that reports.
    public var from = PostID(0)
    /// Post that is told.
    public var to = PostID(0)
    /// What is reported.
    public var carries = ItemCategories()
    /// How reports travel.
    public var channel = ChannelDefinition()
    /// Time within which the receiver must be told of an incident, from when the sender knows of it
    /// [s]; nil where there is no deadline.
    public var deadlineSeconds: Double?

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&from)
        try carrier.carry(&to)
        try carries.carry(by: &carrier)
        try carrier.carry(&channel)
        try carrier.carry(&deadlineSeconds)
    }
}

/// A call centre that some of the callers reach, besides that of `witnessPost`.
public struct CallShare: Portable, Sendable {
    /// Its post.
    public var post = PostID(0)
    /// Share of callers who dial its number [0…1].
    public var share = 0.0

    /// Creates a share of nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&post)
        try carrier.carry(&share)
    }
}

/// A call centre with operators (接处警中心).
public struct CallCentreDefinition: Portable, Sendable {
    /// Calls answered at a time.
    public var operators: Int32 = 0
    /// Length of a call [s].
    public var call = Distribution.constant(0)
    /// Time after which a waiting caller gives up [s].
    public var patience = Distribution.constant(0)

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&operators)
        try carrier.carry(&call)
        try carrier.carry(&patience)
    }
}

/// A post where reports arrive and orders leave.
public struct PostDefinition: Portable, Sendable {
    /// Its level.
    public var level = PostLevel.county
    /// Site that it commands on the spot; it begins to work when the first team arrives there.
    public var scene: SiteID?
    /// Post above it, if any.
    public var superior: PostID?
    /// Its call centre, if it has one.
    public var callCentre: CallCentreDefinition?
    /// Time from a picture that calls for a decision to the decision [s].
    public var decision = Distribution.constant(0)
    /// Time to verify counts of the dead [s]; nil where the post does not verify.
    public var verification: Distribution?
    /// Whether its verified count of the dead is at least what hospitals have certified, without a round of
    /// verification; the dead of the scene are added by the next round.
    public var trustsCertificates = false
    /// How its orders travel to teams away from the site.
    public var orders = ChannelDefinition()
    /// How its orders travel to teams at the site.
    public var sceneOrders = ChannelDefinition()

    /// Creates a post without delay.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&level)
        try carrier.carry(&scene)
        try carrier.carry(&superior)
        try carrier.carry(&callCentre)
        try carrier.carry(&decision)
        try carrier.carry(&verification)
        try carrier.carry(&trustsCertificates)
        try carrier.carry(&orders)
        try carrier.carry(&sceneOrders)
    }
}

/// Everything about information that a scenario fixes before the drill.
public struct SituationDefinition: Portable, Sendable {
    /// Posts by identifier.
    public var posts: [PostDefinition] = []
    /// Links between posts.
    public var links: [LinkDefinition] = []
    /// Post whose call centre witnesses call; nil where nobody can call.
    public var witnessPost: PostID?
    /// Other call centres, by the number that some callers dial.
    public var callShares: [CallShare] = []
    /// How staff of an enterprise tell their own post.
    public var staff = ChannelDefinition()
    /// How teams report.
    public var radio = ChannelDefinition()
    /// How hospitals report, and to whom.
    public var hospitals = ChannelDefinition()
    /// Post to which hospitals report; nil where they report to nobody.
    public var hospitalPost: PostID?
    /// How depots report to the posts that dispose of them.
    public var depots = ChannelDefinition()
    /// How sensors report.
    public var sensors = ChannelDefinition()
    /// Post that receives each sensor.
    public var sensorPosts: [PostID] = []
    /// Times a lost message is sent again before it is given up.
    public var repeats: Int32 = 3

    /// Creates a definition without posts.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&posts)
        try carrier.carry(&links)
        try carrier.carry(&witnessPost)
        try carrier.carry(&callShares)
        try carrier.carry(&staff)
        try carrier.carry(&radio)
        try carrier.carry(&hospitals)
        try carrier.carry(&hospitalPost)
        try carrier.carry(&depots)
        try carrier.carry(&sensors)
        try carrier.carry(&sensorPosts)
        try carrier.carry(&repeats)
    }
}

/// Hesitation of a post before its first report (迟报).
public struct Hesitation: Portable, Sendable {
    /// How long it hesitates [s]; nil where it does not.
    public var time: Distribution?

    /// Creates no hesitation.
    public init() {}

    /// Moves the time.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&time)
    }
}

/// What a plan decides about information.
public struct ReportingPlan: Portable, Sendable {
    /// Post that commands teams at a site, by the post that sent them.
    public var commanders: [PostID]
    /// Hesitation of each post before its first report.
    public var hesitation: [Hesitation]
    /// Share of each post's counts that it conceals [0…1].
    public var concealedShare: [Double]
    /// Whether all call centres work as one (多台合一): one queue for the operators of all, and what a
    /// caller says is before all of them at once.
    public var mergesCalls = false

    /// Creates a plan for no post.
    public init() { self.init(postCount: 0) }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&commanders)
        try carrier.carry(&hesitation)
        try carrier.carry(&concealedShare)
        try carrier.carry(&mergesCalls)
    }

    /// Creates a plan in which everybody commands what they send, and nobody hesitates or conceals.
    public init(postCount: Int) {
        commanders = (0..<postCount).map { PostID($0) }
        hesitation = Array(repeating: Hesitation(), count: postCount)
        concealedShare = Array(repeating: 0, count: postCount)
    }
}
