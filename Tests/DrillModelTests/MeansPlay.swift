import DrillModel
import EventKernel
import Situation
import Terrain
import TestSupport
import Vocabulary

@testable import GroundTruth

/// Something that happens in a world of chance.
enum MeansStep: BitwiseCopyable {
    case truth(GroundTruthEvent)
    case order(Int32)
    case road(RoadID, closed: Bool)
    case traffic(RoadKind, permille: Int32)
    case blast
}

/// Teams, depots and roads under chance alone: orders that nobody planned, recalls, orders against
/// orders, roads that close and open, and a blast with two fires.
struct MeansPlay: ~Copyable {
    let register: Register
    let terrain: Terrain
    private(set) var truth: GroundTruth
    private(set) var moment: Moment
    var calendar = EventCalendar<MeansStep>()
    var chance: RandomStream

    private static let posts: UInt64 = 5
    private static let hours = 12.0

    /// Makes up a world and what happens in it.
    init(seed: UInt64) {
        var chance = RandomStream(DrillKey(seed: seed, drill: 7), purpose: 1, entity: 0)
        var world = SmallWorld()
        let terrain = Self.terrain(of: world, &chance)
        Self.addMeans(to: &world, &chance)
        // Nobody drives faster than the road allows, so that two places at once would show.
        world.scenario.truth.work.travelFactor = .constant(1)
        register = world.scenario.register
        self.terrain = terrain
        truth = GroundTruth(
            definition: world.scenario.truth,
            register: register,
            terrain: terrain,
            posts: world.scenario.situation.posts.count
        )
        moment = Moment(luck: DrillKey(seed: seed, drill: 0))
        self.chance = chance
        moment.now = .start
        truth.begin(monitoring: [], &moment)
        schedule(.blast, at: SimTime.start + SimDuration(minutes: 20))
        for number in 0..<90 { schedule(.order(Int32(number)), at: time()) }
        for _ in 0..<30 { scheduleRoads() }
        passOn()
    }

    /// Lets the next thing happen.
    ///
    /// - Returns: Whether there was any.
    mutating func step() -> Bool {
        moment.facts.clear()
        guard let step = calendar.next(), calendar.now.hours < Self.hours else { return false }
        moment.now = calendar.now
        switch step {
        case .truth(let event): truth.apply(event, &moment)
        case .order(let number):
            let order = order(number)
            truth.carryOut(order, because: order.cause, &moment)
        case .road(let road, let closed):
            truth.setRoad(road, closed: closed, because: .none, &moment)
        case .traffic(let kind, let permille):
            truth.setSpeed(on: kind, factor: Double(permille) / 1000, because: .none, &moment)
        case .blast: truth.begin(HazardID(0), because: .none, &moment)
        }
        passOn()
        return true
    }

    private mutating func passOn() {
        for index in truth.outbox.scheduled.indices {
            let item = truth.outbox.scheduled[index]
            calendar.schedule(.truth(item.event), at: item.time, rank: item.phase.rawValue)
        }
        truth.outbox.clear()
        truth.observations.clear()
    }

    private mutating func schedule(_ step: MeansStep, at time: SimTime) {
        calendar.schedule(step, at: time, rank: Phase.inject.rawValue)
    }

    private mutating func time() -> SimTime {
        SimTime.start + SimDuration(hours: Self.hours * chance.uniform())
    }

    private mutating func one(of count: Int) -> Int { Int(chance.whole(below: UInt64(count))) }

    // MARK: What happens

    /// A road closes and opens again, or never does; or traffic slows.
    private mutating func scheduleRoads() {
        let closes = time()
        if one(of: 4) == 0 {
            let permille = Int32(1 + one(of: 1000))
            schedule(
                .traffic(one(of: 2) == 0 ? .primary : .unclassified, permille: permille),
                at: closes
            )
            return
        }
        let road = RoadID(one(of: terrain.roads.count))
        schedule(.road(road, closed: true), at: closes)
        guard one(of: 5) > 0 else { return }
        schedule(.road(road, closed: false), at: closes + SimDuration(hours: 2 * chance.uniform()))
    }

    private mutating func order(_ number: Int32) -> Order {
        let post = PostID(Int(chance.whole(below: Self.posts)))
        return Order(id: OrderID(Int(number)), post: post, action: action(), cause: .none)
    }

    private mutating func action() -> Order.Action {
        let kind = one(of: 10)
        if kind < 3 {
            let from = DepotID(one(of: register.depots.count))
            let to = DepotID(
                (from.index + 1 + one(of: register.depots.count - 1)) % register.depots.count
            )
            let supply = SupplyKind.allCases[one(of: SupplyKind.allCases.count)]
            return .supplies(supply, amount: Int32(one(of: 4000)), from: from, to: to)
        }
        let team = TeamID(one(of: register.teams.count))
        let site = SiteID(one(of: register.sites.count))
        if kind < 5 { return .task(team, Task(.release, at: site)) }
        return .task(team, task(at: site))
    }

    /// Any task; the targets of search and attack are at the first two sites.
    private mutating func task(at site: SiteID) -> Task {
        let kinds: [TaskKind] = [.stage, .search, .suppress, .cool, .treat, .carry, .pump, .survey]
        let kind = kinds[one(of: kinds.count)]
        switch kind {
        case .search:
            let zone = one(of: 2)
            return Task(.search, at: SiteID(zone), target: Int32(zone))
        case .suppress, .cool: return Task(kind, at: SiteID(0), target: Int32(1 + one(of: 2)))
        case .carry: return Task(.carry, at: site, target: Int32(one(of: register.hospitals.count)))
        default: return Task(kind, at: site)
        }
    }

    // MARK: The world

    /// The small map with eight more places, each joined to two earlier ones.
    private static func terrain(of world: SmallWorld, _ chance: inout RandomStream) -> Terrain {
        let old = world.scenario.terrain
        var (places, roads) = (old.places, old.roads)
        for number in places.count..<(places.count + 8) {
            let east = 20_000 * (chance.uniform() - 0.5)
            places.append(Point(eastMeters: east, northMeters: 20_000 * chance.uniform()))
            for _ in 0..<2 {
                let other = Int(chance.whole(below: UInt64(number)))
                let straight = max(100, places[number].distanceMeters(to: places[other]))
                let kind = chance.whole(below: 2) == 0 ? RoadKind.primary : .unclassified
                for (from, to) in [(number, other), (other, number)] {
                    roads.append(
                        Road(
                            from: PlaceID(from),
                            to: PlaceID(to),
                            lengthMeters: straight * 1.2,
                            speedMetersPerSecond: 15,
                            kind: kind
                        )
                    )
                }
            }
        }
        return Terrain(places: places, roads: roads, zones: old.zones)
    }

    private static func reorder(
        from source: Int,
        _ chance: inout RandomStream
    ) -> ReorderDefinition {
        var reorder = ReorderDefinition()
        reorder.source = DepotID(source)
        for kind in SupplyKind.allCases {
            reorder.least[kind] = Int32(chance.whole(below: 200))
            reorder.most[kind] = reorder.least[kind] + Int32(chance.whole(below: 800))
        }
        reorder.request = .exponential(mean: 1200)
        return reorder
    }

    /// Two more sites with stocks of their own, two more depots, a hospital and four teams.
    private static func addMeans(to world: inout SmallWorld, _ chance: inout RandomStream) {
        world.scenario.truth.zones[1].site = SiteID(1)
        var register = world.scenario.register
        for number in 0..<4 {
            var depot = register.depots[1]
            depot.place = PlaceID(4 + number)
            for kind in SupplyKind.allCases {
                depot.stock[kind] = number < 2 ? 0 : Int32(chance.whole(below: 3000))
            }
            register.depots.append(depot)
        }
        // Two chains of standing requests.
        for (depot, source) in [(2, 1), (1, 4), (3, 5)] {
            register.depots[depot].reorder = reorder(from: source, &chance)
        }
        for number in 0..<2 {
            var site = register.sites[0]
            site.staging = PlaceID(4 + number)
            site.depot = DepotID(2 + number)
            register.sites.append(site)
        }
        register.hospitals.append(register.hospitals[0])
        register.hospitals[1].place = PlaceID(8)
        for number in 0..<4 {
            var team = register.teams[number * 2]
            team.station = PlaceID(8 + number)
            team.carried[.medical] = Int32(chance.whole(below: 10))
            register.teams.append(team)
        }
        world.scenario.register = register
    }
}
