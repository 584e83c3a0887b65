public import Command
public import DrillModel
public import EventKernel
import GroundTruth
import Situation
import Terrain
public import Vocabulary

/// A small world in which everything happens once: a blast beside a plant and a village, two fires,
/// a station, a hospital, a depot, and posts from the firm to the province.
public struct SmallWorld {
    /// The scenario; change it before you play.
    public var scenario = Scenario()
    /// The plan; change it before you play.
    public var plan = Plan()

    /// When exercise control lets the blast happen: one hour after the start.
    public static let blastTime = SimTime(milliseconds: 3_600_000)

    /// Post numbers by name.
    public enum Posts {
        /// Control room of the firm.
        public static let firm = PostID(0)
        /// Call centre.
        public static let centre = PostID(1)
        /// County.
        public static let county = PostID(2)
        /// Province.
        public static let province = PostID(3)
        /// On-scene command.
        public static let scene = PostID(4)
    }

    /// Place numbers by name.
    public enum Places {
        /// Staging area of the site.
        public static let staging = PlaceID(0)
        /// Station of the fire brigade.
        public static let station = PlaceID(1)
        /// Hospital.
        public static let hospital = PlaceID(2)
        /// Depot.
        public static let depot = PlaceID(3)
    }

    /// Builds the world.
    public init() {
        scenario.duration = SimDuration(hours: 24)
        scenario.terrain = Self.terrain
        scenario.truth = Self.truth
        scenario.register = Self.register
        scenario.situation = Self.situation
        scenario.injects = [Inject(at: Self.blastTime, .hazard(HazardID(0)))]
        plan = Self.makePlan()
    }

    private static var terrain: Terrain {
        func point(_ east: Double, _ north: Double) -> Point {
            Point(eastMeters: east, northMeters: north)
        }
        let places = [point(0, 1500), point(0, 9000), point(12_000, 0), point(-20_000, 0)]
        let pairs = [(0, 1, 8000.0), (0, 2, 14_000), (0, 3, 22_000)]
        let roads = pairs.flatMap { from, to, length in
            [(from, to), (to, from)].map { start, end in
                Road(
                    from: PlaceID(start),
                    to: PlaceID(end),
                    lengthMeters: length,
                    speedMetersPerSecond: 15
                )
            }
        }
        let plant = ZoneArea(place: Places.staging, center: point(150, 0), radiusMeters: 150)
        let village = ZoneArea(place: Places.staging, center: point(0, 700), radiusMeters: 200)
        return Terrain(places: places, roads: roads, zones: [plant, village])
    }

    private static var truth: GroundTruthDefinition {
        var truth = GroundTruthDefinition()
        truth.zones = [zone(120, outdoors: 0.4, masked: true), zone(300, outdoors: 0.2)]
        truth.hazards = [blast] + [fire(at: 0), fire(at: 60)]
        return truth
    }

    private static func zone(
        _ persons: Int32,
        outdoors: Double,
        masked: Bool = false
    ) -> ZoneDefinition {
        var group = GroupDefinition()
        group.persons = persons
        group.presentShare = 0.8
        group.outdoorsShare = outdoors
        var zone = ZoneDefinition()
        zone.groups = [group]
        zone.buildings = 12
        zone.yuanPerBuilding = 1e6
        zone.searchSquareMeters = 60_000
        zone.needsBreathingAir = masked
        zone.callersPerThousand = 50
        return zone
    }

    private static var blast: HazardDefinition {
        var explosion = ExplosionDefinition()
        explosion.trinitrotolueneKilograms = .uniform(low: 5000, high: 30_000)
        var hazard = HazardDefinition()
        hazard.form = .explosion(explosion)
        return hazard
    }

    private static func fire(at east: Double) -> HazardDefinition {
        var fire = FireDefinition()
        fire.areaSquareMeters = 150
        fire.volumeCubicMeters = .constant(800)
        fire.isTank = true
        fire.coolingLitersPerMinute = 600
        fire.fuel.massFluxLimit = 0.085
        fire.fuel.extinctionPerMeter = 2.7
        fire.fuel.heatMegajoulesPerKilogram = 40.1
        fire.fuel.densityKilogramsPerCubicMeter = 876
        fire.fuel.radiativeFraction = 0.35
        var trigger = CascadeDefinition()
        trigger.hazard = HazardID(0)
        trigger.overpressureKilopascals = 22
        trigger.delay = .constant(60)
        var hazard = HazardDefinition()
        hazard.position = Point(eastMeters: east, northMeters: 50)
        hazard.trigger = trigger
        hazard.form = .fire(fire)
        return hazard
    }

    private static var register: Register {
        var register = Register()
        register.teams =
            (0..<6).map { _ in fireTeam } + [medicalTeam] + (0..<3).map { _ in ambulance }
        var hospital = HospitalDefinition()
        hospital.place = Places.hospital
        hospital.beds = 60
        hospital.criticalPlaces = 2
        register.hospitals = [hospital]
        register.depots = [depot(at: Places.staging, foam: 0), depot(at: Places.depot, foam: 8000)]
        var site = SiteDefinition()
        site.staging = Places.staging
        site.depot = DepotID(0)
        site.mainsLitersPerMinute = 2000
        register.sites = [site]
        return register
    }

    private static func depot(at place: PlaceID, foam: Int32) -> DepotDefinition {
        var depot = DepotDefinition()
        depot.place = place
        depot.post = Posts.county
        depot.stock[.foam] = foam
        depot.stock[.breathingAir] = foam / 40
        depot.loading = .lognormal(median: 1800, sigma: 0.3)
        return depot
    }

    private static var fireTeam: TeamDefinition {
        var team = TeamDefinition()
        team.kind = .fire
        team.post = Posts.centre
        team.station = Places.station
        team.crew = 12
        team.vehicles = 3
        team.turnout = .lognormal(median: 60, sigma: 0.3)
        team.capability.searchSquareMetersPerHour = 6000
        team.capability.extricationFactor = 1
        team.capability.foamSolutionLitersPerMinute = 1200
        team.capability.coolingLitersPerMinute = 600
        team.capability.pumpLitersPerMinute = 1800
        team.capability.maskedMembers = 6
        team.capability.fuelLitersPerHour = 40
        team.carried[.water] = 12_000
        team.carried[.foam] = 1500
        team.carried[.fuel] = 600
        team.carried[.breathingAir] = 36
        return team
    }

    private static var medicalTeam: TeamDefinition {
        var team = TeamDefinition()
        team.kind = .medical
        team.post = Posts.county
        team.station = Places.hospital
        team.crew = 8
        team.vehicles = 2
        team.turnout = .constant(600)
        team.capability.treatmentPlaces = 3
        team.carried[.medical] = 40
        return team
    }

    private static var ambulance: TeamDefinition {
        var team = TeamDefinition()
        team.kind = .ambulance
        team.post = Posts.county
        team.station = Places.hospital
        team.crew = 3
        team.vehicles = 1
        team.turnout = .constant(90)
        team.capability.carriedPersons = 2
        return team
    }

    private static var situation: SituationDefinition {
        var situation = SituationDefinition()
        let levels: [PostLevel] = [.firm, .callCentre, .county, .province, .scene]
        situation.posts = levels.map { level in
            var post = PostDefinition()
            post.level = level
            post.decision = .lognormal(median: 120, sigma: 0.5)
            post.orders.transmission = .lognormal(median: 60, sigma: 0.5)
            post.orders.loss = 0.02
            post.sceneOrders.transmission = .lognormal(median: 20, sigma: 0.5)
            return post
        }
        situation.posts[1].superior = Posts.county
        situation.posts[1].callCentre = callCentre
        situation.posts[2].superior = Posts.province
        situation.posts[2].verification = .lognormal(median: 7200, sigma: 0.5)
        situation.posts[4].scene = SiteID(0)
        situation.posts[4].superior = Posts.county
        situation.witnessPost = Posts.centre
        situation.hospitalPost = Posts.county
        situation.radio.preparation = .lognormal(median: 60, sigma: 0.5)
        situation.radio.loss = 0.03
        situation.hospitals.rhythmSeconds = 1800
        situation.links = [
            link(Posts.firm, Posts.county), link(Posts.centre, Posts.county),
            link(Posts.scene, Posts.county), link(Posts.scene, Posts.centre),
            link(Posts.county, Posts.province), link(Posts.county, Posts.scene),
        ]
        return situation
    }

    private static var callCentre: CallCentreDefinition {
        var centre = CallCentreDefinition()
        centre.operators = 2
        centre.call = .lognormal(median: 60, sigma: 0.4)
        centre.patience = .exponential(mean: 120)
        return centre
    }

    private static func link(_ from: PostID, _ to: PostID) -> LinkDefinition {
        var link = LinkDefinition()
        link.from = from
        link.to = to
        link.carries = [
            .incident, .counts, .verified, .fires, .progress, .teams, .stocks, .beds, .response,
        ]
        link.channel.preparation = .lognormal(median: 300, sigma: 0.5)
        link.channel.transmission = .lognormal(median: 60, sigma: 0.5)
        link.channel.processing = .lognormal(median: 60, sigma: 0.5)
        link.channel.loss = 0.02
        link.channel.rhythmSeconds = 600
        link.channel.distortionSigma = 0.05
        return link
    }

    private static func makePlan() -> Plan {
        var plan = Plan()
        plan.reporting = ReportingPlan(postCount: 5)
        plan.reporting.commanders = Array(repeating: Posts.scene, count: 5)
        plan.rules = [
            rule(Posts.centre, .incident(SiteID(0)), [dispatch([.fire], 6)]),
            rule(
                Posts.county,
                .incident(SiteID(0)),
                [dispatch([.medical, .ambulance], 4), .level(.two), .request(teams: 3)]
            ),
            rule(
                Posts.county,
                .burningFires,
                [.supply(.foam, amount: 8000, site: SiteID(0))]
            ),
        ]
        plan.tasks = [
            task(.pump, [], [.fire], 1), task(.treat, [], [.medical], 1),
            task(.suppress, [1, 2], [.fire], 1, together: true),
            task(.search, [0, 1], [.fire], 2), task(.cool, [1, 2], [.fire], 1),
            task(.carry, [0], [.ambulance], 3),
        ]
        return plan
    }

    private static func rule(_ post: PostID, _ quantity: Quantity, _ actions: [Action]) -> Rule {
        var rule = Rule()
        rule.post = post
        rule.condition = Expression([.push(0), .read(quantity), .less])
        rule.actions = actions
        return rule
    }

    private static func dispatch(_ kinds: [TeamKind], _ count: Int32) -> Action {
        var dispatch = Dispatch()
        dispatch.kinds = kinds
        dispatch.count = count
        return .dispatch(dispatch)
    }

    private static func task(
        _ kind: TaskKind,
        _ targets: [Int32],
        _ kinds: [TeamKind],
        _ teams: Int32,
        together: Bool = false
    ) -> TaskPlan {
        var task = TaskPlan()
        task.kind = kind
        task.targets = targets
        task.kinds = kinds
        task.teamsPerTarget = teams
        task.together = together
        task.sweeps = 3
        return task
    }
}

extension SmallWorld {
    /// Makes the call centre send every fire team at the first news.
    public mutating func sendAllFireTeams() {
        for index in plan.rules.indices {
            for place in plan.rules[index].actions.indices {
                guard case .dispatch(var dispatch) = plan.rules[index].actions[place],
                    dispatch.kinds == [.fire]
                else { continue }
                dispatch.count = Int32(scenario.register.teams.count)
                plan.rules[index].actions[place] = .dispatch(dispatch)
            }
        }
    }
}
