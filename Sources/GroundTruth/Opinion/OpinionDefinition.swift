public import EventKernel
import Vocabulary

/// How a rumour dies among those who meet.
public enum RumourModel: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Whoever tells the rumour to somebody who knows falls silent (Maki and Thompson, 1973).
    case makiThompson = 0
    /// When two who spread it meet, both fall silent (Daley and Kendall, 1965).
    case daleyKendall = 1
}

/// How a rumour is played.
public enum RumourScheme: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Meeting by meeting, exact; costs about two events a person.
    case exact = 0
    /// In steps of an eighth of the time between two contacts, with binomial draws; costs the same for
    /// any number of people.
    case steps = 1

    /// Most people who are played meeting by meeting unless a scenario says otherwise -- constant.
    public static let exactAtMost: Int32 = 1000
}

/// The public of a scenario and how it takes an incident: rumour, trust and official word.
///
/// Sources: rumour after Maki and Thompson, or Daley and Kendall (FACTS §10.4, C); the deadline of the
/// first release and of updates is the golden four hours (黄金四小时, S0); what a release does to the
/// spreading and what lateness costs of trust are assumptions (D), as are rates of talking and reach.
public struct OpinionDefinition: Portable, Sendable {
    /// People who talk to each other [persons].
    public var persons: Int32 = 0
    /// How the rumour dies.
    public var model = RumourModel.makiThompson
    /// How it is played.
    public var scheme = RumourScheme.steps
    /// People who spread it from the first harm on [persons].
    public var firstSpreaders: Int32 = 10
    /// Calls of one who spreads it on others [1/h].
    public var contactsPerHour = Distribution.constant(1.5)
    /// Trust in what is officially said, before anything is [0…1].
    public var trust = Distribution.constant(0.7)
    /// How far each post is believed, as a factor on trust [0…1]; 1 beyond the list.
    public var credibility: [Double] = []
    /// Rate at which a fresh release reaches a person [1/h].
    public var reachPerHour = 0.9
    /// Time for which a release is fresh, so that media and people pass it on [h].
    public var freshHours = 4.0
    /// Time for the first release, beyond which trust is lost [h].
    public var firstReleaseHours = 4.0
    /// Time from one release to the next, beyond which trust is lost [h].
    public var updateHours = 12.0
    /// Share of trust lost with each doubling of a delay beyond its time [0…1].
    public var trustLostPerDoubling = 0.2
    /// Share of trust lost with each doubling of a number of dead that was made public before [0…1].
    public var trustLostPerCorrection = 0.05

    /// Creates a public of nobody.
    public init() {}

    /// Returns how far a post is believed [0…1].
    func credibility(of post: PostID) -> Double {
        credibility.indices.contains(post.index) ? credibility[post.index] : 1
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&persons)
        try carrier.carry(&model)
        try carrier.carry(&scheme)
        try carrier.carry(&firstSpreaders)
        try carrier.carry(&contactsPerHour)
        try carrier.carry(&trust)
        try carrier.carry(&credibility)
        try carrier.carry(&reachPerHour)
        try carrier.carry(&freshHours)
        try carrier.carry(&firstReleaseHours)
        try carrier.carry(&updateHours)
        try carrier.carry(&trustLostPerDoubling)
        try carrier.carry(&trustLostPerCorrection)
    }
}
