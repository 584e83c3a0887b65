import EventKernel
import Vocabulary

@testable import Situation

/// A flow of information on a bench: posts, links and observers without a world around them.
///
/// Posts 0, 1, 2, … report up in a row, as far as there are links. There are one site, one zone, one
/// hazard, one hospital, one depot and some teams, which belong to post 0.
struct Bench: ~Copyable {
    var definition = SituationDefinition()
    var plan: ReportingPlan
    var register = Register()
    private(set) var facts: [Fact] = []
    private(set) var arrivedOrders: [(time: SimTime, order: Order)] = []
    private(set) var situation: Situation
    private(set) var moment = Moment(luck: DrillKey(seed: 1, drill: 0))
    private var pending: [Outcome<SituationEvent>.Scheduled] = []

    static let site = SiteID(0)
    static let zone = ZoneID(0)
    static let hospital = HospitalID(0)

    /// Builds a bench with posts in a row, linked by channels from each to the next.
    init(channels: [ChannelDefinition] = [], posts: Int, teams: Int = 3) {
        definition.posts = (0..<posts).map { _ in PostDefinition() }
        definition.links = channels.enumerated().map { number, channel in
            var link = LinkDefinition()
            link.from = PostID(number)
            link.to = PostID(number + 1)
            link.carries = .all
            link.channel = channel
            return link
        }
        definition.sensorPosts = [PostID(0)]
        definition.hospitalPost = PostID(0)
        register.teams = (0..<teams).map { _ in TeamDefinition() }
        register.depots = [DepotDefinition()]
        register.hospitals = [HospitalDefinition()]
        register.sites = [SiteDefinition()]
        plan = ReportingPlan(postCount: posts)
        situation = Self.situation(definition, register)
    }

    private static func situation(
        _ definition: SituationDefinition,
        _ register: Register
    ) -> Situation {
        let table = ItemTable(
            sites: 1,
            zones: 1,
            hazards: 1,
            sensors: 1,
            teams: register.teams.count,
            depots: 1,
            hospitals: 1,
            posts: definition.posts.count
        )
        return Situation(
            definition: definition,
            register: register,
            table: table,
            zoneCount: 1
        )
    }

    /// Puts everything to the start, with what has been changed about definitions and plan.
    mutating func begin(seed: UInt64 = 1) {
        situation = Self.situation(definition, register)
        situation.begin(plan)
        moment = Moment(luck: DrillKey(seed: seed, drill: 0))
        pending = []
        facts = []
        arrivedOrders = []
    }

    /// Lets somebody perceive something at an instant, after all that happens before it.
    mutating func observe(
        _ observer: Observer,
        _ item: Item,
        _ value: Int32,
        atSeconds seconds: Double
    ) {
        run(untilSeconds: seconds)
        let fact = moment.record(.observed(observer, item, value: value), because: .none)
        let observation = Observation(by: observer, of: item, value: value, because: fact)
        situation.notice(observation, &moment)
        collect()
    }

    /// Lets a post know something by itself.
    mutating func know(_ item: Item, _ value: Int32, at post: Int, atSeconds seconds: Double = 0) {
        run(untilSeconds: seconds)
        let fact = moment.record(.started, because: .none)
        situation.know(item, value, at: PostID(post), because: fact, &moment)
        collect()
    }

    /// Lets a post give an order.
    mutating func order(_ action: Order.Action, by post: Int = 0, atSeconds seconds: Double = 0) {
        run(untilSeconds: seconds)
        let id = OrderID(situation.orders.count)
        let order = Order(id: id, post: PostID(post), action: action, cause: .none)
        situation.send(order, &moment)
        collect()
    }

    /// Cuts or opens all channels.
    mutating func cut(_ isCut: Bool, atSeconds seconds: Double = 0) {
        run(untilSeconds: seconds)
        situation.cutAllChannels(isCut)
    }

    /// Cuts a post off, or lets it be reached again.
    mutating func cutOff(_ post: Int, _ isCut: Bool = true, atSeconds seconds: Double = 0) {
        run(untilSeconds: seconds)
        situation.cutOff(PostID(post), isCut)
    }

    /// Lets everything happen that is due up to an instant.
    mutating func run(untilSeconds seconds: Double = 1e9) {
        let end = SimTime.start + SimDuration(seconds: seconds)
        while let next = nextDue, pending[next].time <= end {
            let due = pending.remove(at: next)
            moment.now = due.time
            situation.apply(due.event, &moment)
            collect()
        }
        moment.now = end
    }

    /// Place of the event that is due first; of equal ones that which was scheduled first.
    private var nextDue: Int? {
        pending.indices.min { left, right in
            let (one, other) = (pending[left], pending[right])
            if one.time != other.time { return one.time < other.time }
            if one.phase != other.phase { return one.phase.rawValue < other.phase.rawValue }
            return left < right
        }
    }

    private mutating func collect() {
        for index in moment.facts.fresh.indices { facts.append(moment.facts.fresh[index]) }
        moment.facts.clear()
        for index in situation.outbox.scheduled.indices {
            pending.append(situation.outbox.scheduled[index])
        }
        situation.outbox.clear()
        for index in situation.arrivedOrders.indices {
            arrivedOrders.append((moment.now, situation.arrivedOrders[index].order))
        }
        situation.arrivedOrders.clear()
        situation.touched.clear()
    }

    /// What a post believes of an item now.
    func belief(of item: Item, at post: Int) -> Belief {
        situation.pictures[post][item]
    }

    /// Posts that work.
    var activePosts: [Int] {
        definition.posts.indices.filter { situation.isActive(PostID($0)) }
    }

    /// Seconds at which facts of a kind happened.
    func seconds(where isWanted: (FactContent) -> Bool) -> [Double] {
        facts.filter { isWanted($0.content) }.map { $0.time.seconds }
    }

    /// Seconds at which reports were delivered to a post.
    func deliveries(to post: Int) -> [Double] {
        seconds { if case .delivered(_, PostID(post)) = $0 { true } else { false } }
    }
}

/// Staff of post 0.
let staff = Observer(.staff, 0)

/// A channel with constant delays [s].
func channel(
    _ preparation: Double,
    _ transmission: Double,
    _ processing: Double,
    rhythm: Double = 0
) -> ChannelDefinition {
    var channel = ChannelDefinition()
    channel.preparation = .constant(preparation)
    channel.transmission = .constant(transmission)
    channel.processing = .constant(processing)
    channel.rhythmSeconds = rhythm
    return channel
}
