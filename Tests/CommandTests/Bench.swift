import EventKernel
import Situation
import Terrain
import Vocabulary

@testable import Command

/// Command on a bench: posts that know what the test tells them, and nothing that carries out orders.
///
/// Post 2 is above post 1, and post 1 above post 0. Places lie 10 km apart in a row; the site is at
/// place 0.
struct Bench: ~Copyable {
    var plan = Plan()
    var posts: [PostDefinition]
    var register = Register()
    private(set) var facts: [Fact] = []
    private(set) var orders: [Order] = []
    private(set) var doings: [OwnDoing] = []
    private var terrain: Terrain
    private(set) var situation: Situation
    private(set) var command: Command
    private var moment = Moment(luck: DrillKey(seed: 1, drill: 0))
    private var pending: [Outcome<CommandEvent>.Scheduled] = []

    static let site = SiteID(0)

    /// Builds a bench with a row of places, the site's depot at the first.
    init(places: Int = 5) {
        posts = (0..<3).map { number in
            var post = PostDefinition()
            post.superior = number < 2 ? PostID(number + 1) : nil
            return post
        }
        let roads = (1..<places).flatMap { place in
            [(place - 1, place), (place, place - 1)].map { from, to in
                Road(
                    from: PlaceID(from),
                    to: PlaceID(to),
                    lengthMeters: 10_000,
                    speedMetersPerSecond: 20
                )
            }
        }
        let points = (0..<places).map { Point(eastMeters: Double($0) * 10_000, northMeters: 0) }
        terrain = Terrain(places: points, roads: roads, zones: [])
        register.sites = [SiteDefinition()]
        register.depots = [DepotDefinition()]
        plan.reporting = ReportingPlan(postCount: 3)
        plan.reporting.commanders = [PostID(2), PostID(2), PostID(2)]
        situation = Self.situation(posts, register)
        command = Command(plan: plan, posts: posts, register: register, terrain: terrain)
    }

    private static func situation(_ posts: [PostDefinition], _ register: Register) -> Situation {
        var definition = SituationDefinition()
        definition.posts = posts
        let table = ItemTable(
            sites: 1,
            zones: 4,
            hazards: 3,
            sensors: 1,
            teams: register.teams.count,
            depots: register.depots.count,
            hospitals: register.hospitals.count,
            posts: posts.count
        )
        return Situation(definition: definition, register: register, table: table, zoneCount: 4)
    }

    /// Adds a team.
    mutating func addTeam(
        _ kind: TeamKind = .fire,
        of post: Int = 0,
        at place: Int = 1,
        _ capability: TeamCapability = Bench.capable
    ) {
        var team = TeamDefinition()
        team.kind = kind
        team.post = PostID(post)
        team.station = PlaceID(place)
        team.capability = capability
        register.teams.append(team)
    }

    /// What a team can do that can do everything.
    static var capable: TeamCapability {
        var capability = TeamCapability()
        capability.searchSquareMetersPerHour = 1000
        capability.foamSolutionLitersPerMinute = 1000
        capability.coolingLitersPerMinute = 1000
        capability.pumpLitersPerMinute = 1000
        capability.carriedPersons = 2
        capability.treatmentPlaces = 2
        return capability
    }

    /// Adds a depot with stock of one kind.
    mutating func addDepot(at place: Int, _ kind: SupplyKind, _ amount: Int32, of post: Int = 0) {
        var depot = DepotDefinition()
        depot.place = PlaceID(place)
        depot.post = PostID(post)
        depot.stock[kind] = amount
        register.depots.append(depot)
    }

    /// Adds a rule.
    mutating func addRule(
        at post: Int = 0,
        when condition: [Instruction] = [.read(.incident(Bench.site))],
        again seconds: Double? = nil,
        _ actions: [Action]
    ) {
        var rule = Rule()
        rule.post = PostID(post)
        rule.condition = Expression(condition)
        rule.againAfterSeconds = seconds
        rule.actions = actions
        plan.rules.append(rule)
    }

    /// Puts everything to the start, with what has been changed about plan, posts and register.
    mutating func begin() {
        situation = Self.situation(posts, register)
        situation.begin(plan.reporting)
        command = Command(plan: plan, posts: posts, register: register, terrain: terrain)
        command.begin()
        moment = Moment(luck: DrillKey(seed: 1, drill: 0))
        (facts, orders, doings, pending) = ([], [], [], [])
    }

    /// Lets a post know something, and look at its picture if that concerns it.
    mutating func know(_ item: Item, _ value: Int32, at post: Int = 0, atSeconds seconds: Double) {
        run(untilSeconds: seconds)
        let fact = moment.record(.started, because: .none)
        situation.know(item, value, at: PostID(post), because: fact, &moment)
        let touches = situation.touched.indices.map { situation.touched[$0] }
        situation.touched.clear()
        for index in situation.teamNews.indices {
            let news = situation.teamNews[index]
            let belief = situation.pictures[news.post.index].belief(of: news.team)
            command.note(belief, of: news.team, at: news.post)
        }
        situation.teamNews.clear()
        collect()
        for touch in touches where command.note(touch.what, at: touch.post) {
            command.consider(
                touch.post,
                because: fact,
                seeing: situation.pictures[touch.post.index],
                &moment
            )
            collect()
        }
    }

    /// Lets everything happen that is due up to an instant.
    mutating func run(untilSeconds seconds: Double) {
        let end = SimTime.start + SimDuration(seconds: seconds)
        while let next = nextDue, pending[next].time <= end {
            let due = pending.remove(at: next)
            moment.now = due.time
            command.apply(due.event, seeing: situation.pictures, &moment)
            collect()
        }
        moment.now = end
    }

    private var nextDue: Int? {
        pending.indices.min { left, right in
            pending[left].time != pending[right].time
                ? pending[left].time < pending[right].time : left < right
        }
    }

    private mutating func collect() {
        for index in moment.facts.fresh.indices { facts.append(moment.facts.fresh[index]) }
        moment.facts.clear()
        for index in command.outbox.scheduled.indices {
            pending.append(command.outbox.scheduled[index])
        }
        command.outbox.clear()
        for index in command.orders.indices {
            orders.append(command.orders[index])
            // Numbers of orders go on from those that have been sent.
            situation.send(command.orders[index], &moment)
        }
        command.orders.clear()
        for index in command.doings.indices { doings.append(command.doings[index]) }
        command.doings.clear()
        moment.facts.clear()
        situation.outbox.clear()
    }

    /// Posts that a post may give orders.
    func posts(under post: Int) -> [Int] {
        posts.indices.filter { command.mayOrder(PostID(post), what: PostID($0)) }
    }

    /// Teams that were ordered to a kind of task, in order.
    func teams(orderedTo kind: TaskKind) -> [Int] {
        orders.compactMap { order in
            guard case .task(let team, let task) = order.action, task.kind == kind else {
                return nil
            }
            return team.index
        }
    }

    /// Targets to which teams were ordered, in order.
    func targets(of kind: TaskKind) -> [Int32] {
        orders.compactMap { order in
            guard case .task(_, let task) = order.action, task.kind == kind else { return nil }
            return task.target
        }
    }

    /// Seconds at which a rule fired.
    func firings(of rule: Int) -> [Double] {
        facts.compactMap { fact in
            guard case .decided(_, RuleID(rule)) = fact.content else { return nil }
            return fact.time.seconds
        }
    }
}
