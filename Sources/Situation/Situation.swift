public import EventKernel
public import Vocabulary

/// A post whose picture has changed.
public struct Touch: BitwiseCopyable, Sendable {
    /// The post.
    public let post: PostID
    /// Fact that changed its picture.
    public let fact: FactID
    /// Sorts of items that changed.
    public let what: ItemCategories
}

/// News of a team, for a post that commands at a site.
public struct TeamNews: BitwiseCopyable, Sendable {
    /// The post.
    public let post: PostID
    /// The team.
    public let team: TeamID
}

/// An order that has reached those who carry it out.
public struct ArrivedOrder: BitwiseCopyable, Sendable {
    /// The order.
    public let order: Order
    /// Fact of its delivery.
    public let fact: FactID
}

/// What is known, where and since when.
///
/// Observations become lines of reports; reports take time, are lost or distorted; what is delivered
/// changes the picture of a post, and what changes there is reported further. Only delivered reports
/// and the register make a picture.
///
/// Cannot be copied, like the lists it holds.
public struct Situation: ~Copyable {
    let definition: SituationDefinition
    let register: Register
    let table: ItemTable
    let zoneCount: Int
    /// Kind of every team -- derived.
    let teamKinds: [TeamKind]
    /// Picture that everybody has at the start -- derived.
    let registered: Picture
    /// All channels of reports -- derived.
    let channels: ChannelTable
    /// All channels of orders -- derived.
    let orderChannels: ChannelTable
    /// Channel of each link, as a place among all channels -- derived.
    let channelOfLink: [Int32]
    /// Entity of each link in random streams -- derived.
    let entityOfLink: [UInt64]
    /// Ends of the links between posts -- derived.
    let linkEnds: [LinkEnds]
    /// Links out of each post -- derived.
    let linksOut: LinksOut

    var plan: ReportingPlan
    /// Picture of every post -- state.
    public internal(set) var pictures = Shelf<Picture>()
    var links = Shelf<LinkState>()
    var lines = Shelf<Line>()
    /// First of the lines that can be used again; -1 for none -- state.
    var firstFree: Int32 = -1
    /// Latest line about every item on every link between posts, links outermost; -1 for none -- state.
    var latestLine = Shelf<Int32>()
    var reports = Shelf<Report>()
    var centres: [CallCentreState] = []
    /// Post whose call centre took the latest call -- state.
    var lastCalled = PostID(0)
    var orders = Shelf<OrderState>()
    /// Post that gave each team its latest order -- state.
    var control = Shelf<PostID>()
    /// Whether each team is at a site, by its own account, delivered or not: it decides to whom the
    /// team reports -- state.
    var isAtSite = Shelf<Bool>()
    /// Whether each post commands teams at a site under the plan -- derived.
    var commands = Shelf<Bool>()
    /// Whether each post works -- state.
    var isActive = Shelf<Bool>()
    /// Fact for which each post is verifying counts, nil where it is not -- state.
    var verifying: [FactID?] = []
    /// Orders given so far by each post to each receiver, posts outermost -- state.
    var orderOrdinals = Shelf<Int32>()
    /// Whether every channel is cut, by an inject -- state.
    var allCut = false
    /// Whether each post is cut off from all others, by an inject -- state.
    var isCutOff = Shelf<Bool>()

    /// Messages so far, for the balance.
    public internal(set) var messages = MessageCounts()

    /// Events to be scheduled.
    public var outbox = Outcome<SituationEvent>()

    /// Posts whose pictures have changed in this event.
    public var touched = Shelf<Touch>()

    /// News of teams in this event, for posts that command at a site.
    public var teamNews = Shelf<TeamNews>()

    /// Sorts of items that have changed in the picture of each post since it was last touched -- state.
    var changed = Shelf<ItemCategories>()

    /// Orders that have reached those who carry them out in this event.
    public var arrivedOrders = Shelf<ArrivedOrder>()

    /// Prepares the flow of information of a scenario.
    public init(
        definition: SituationDefinition,
        register: Register,
        table: ItemTable,
        zoneCount: Int
    ) {
        self.definition = definition
        self.register = register
        self.table = table
        self.zoneCount = zoneCount
        teamKinds = register.teams.map { $0.kind }
        registered = Self.registered(register, table, teamKinds)
        orderChannels = Self.orderChannels(definition.posts)
        (channels, channelOfLink) = Self.channels(definition, register)
        entityOfLink = Self.entities(definition, register)
        linkEnds = definition.links.map { LinkEnds(from: $0.from, to: $0.to) }
        plan = ReportingPlan(postCount: definition.posts.count)
        linksOut = LinksOut(definition)
    }

    /// Puts all information back to the start of a drill: everybody knows the register.
    public mutating func begin(_ plan: ReportingPlan) {
        self.plan = plan
        let posts = definition.posts.count
        while pictures.count < posts { pictures.append(Picture(table)) }
        for post in pictures.indices { pictures[post].begin(with: registered) }
        let senders =
            definition.links.count + register.teams.count + register.hospitals.count
            + register.depots.count + definition.sensorPosts.count + posts
        links.fill(LinkState(), count: senders)
        beginLines()
        reports.clear()
        beginCalls()
        orders.clear()
        control.clear()
        for team in register.teams { control.append(team.post) }
        isAtSite.fill(false, count: register.teams.count)
        commands.fill(false, count: posts)
        for post in plan.commanders { commands[post.index] = true }
        isActive.clear()
        for post in definition.posts { isActive.append(post.scene == nil) }
        verifying.fill(nil, count: posts)
        orderOrdinals.fill(0, count: posts * receiverCount)
        changed.fill([], count: posts)
        allCut = false
        isCutOff.fill(false, count: posts)
        messages = MessageCounts()
        outbox.clear()
        touched.clear()
        teamNews.clear()
        arrivedOrders.clear()
    }

    /// Returns the picture that the register gives: teams ready, stocks full, beds free.
    private static func registered(
        _ register: Register,
        _ table: ItemTable,
        _ teamKinds: [TeamKind]
    ) -> Picture {
        var picture = Picture(table)
        for team in register.teams.indices {
            picture.register(.team(TeamID(team)), TeamStatus.ready.rawValue, teamKinds)
        }
        for (index, depot) in register.depots.enumerated() {
            for kind in SupplyKind.allCases {
                picture.register(.stock(DepotID(index), kind), depot.stock[kind], teamKinds)
            }
        }
        for (index, hospital) in register.hospitals.enumerated() {
            picture.register(.beds(HospitalID(index)), hospital.beds, teamKinds)
        }
        return picture
    }

    /// Lets an event happen.
    public mutating func apply(_ event: SituationEvent, _ moment: inout Moment) {
        switch event {
        case .closes(let link): close(link, &moment)
        case .arrives(let report): deliver(report, &moment)
        case .isMissed(let report): isMissed(report, &moment)
        case .callEnds(let post, let call): callEnds(at: post, call, &moment)
        case .givesUp(let post, let call): givesUp(at: post, call, &moment)
        case .isVerified(let post, let site, let dead):
            isVerified(post, site, dead: dead, &moment)
        case .orderArrives(let order): orderArrives(order, &moment)
        case .orderIsMissed(let order): orderIsMissed(order, &moment)
        case .fallsDue(let link, let known): fallsDue(link, known, &moment)
        }
    }

    /// Tells whether a post works.
    public func isActive(_ post: PostID) -> Bool { isActive[post.index] }

    /// Cuts every channel, or opens them again.
    public mutating func cutAllChannels(_ cut: Bool) { allCut = cut }

    /// Cuts a post off from all others, or lets it be reached again.
    ///
    /// Nothing leaves it and nothing arrives: reports, orders and calls. What is on its way still
    /// comes; what is lost is sent again as on any channel.
    public mutating func cutOff(_ post: PostID, _ cut: Bool) { isCutOff[post.index] = cut }

    /// Notes that the picture of a post has changed.
    mutating func touch(_ post: PostID, because fact: FactID) {
        guard changed[post.index] != [] else { return }
        touched.append(Touch(post: post, fact: fact, what: changed[post.index]))
        changed[post.index] = []
    }
}
