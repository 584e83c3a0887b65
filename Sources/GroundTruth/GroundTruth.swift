public import EventKernel
public import Terrain
public import Vocabulary

/// Staff of an enterprise who notice what happens to it.
public struct StaffDefinition: Portable, Sendable {
    /// Zone in which they are.
    public var zone = ZoneID(0)
    /// Post of the enterprise, whom they tell.
    public var post = PostID(0)
    /// Time from the first harm to their noticing [s].
    public var delay = Distribution.constant(0)

    /// Creates staff of the first zone and post.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&zone)
        try carrier.carry(&post)
        try carrier.carry(&delay)
    }
}

/// Everything about the world that a scenario fixes before the drill.
public struct GroundTruthDefinition: Portable, Sendable {
    /// Hazards by identifier.
    public var hazards: [HazardDefinition] = []
    /// Zones by identifier.
    public var zones: [ZoneDefinition] = []
    /// Sensors by identifier.
    public var sensors: [SensorDefinition] = []
    /// Parameters of harm.
    public var harm = HarmDefinition()
    /// Parameters of rescue and care.
    public var care = CareDefinition()
    /// Parameters of movement and work.
    public var work = WorkDefinition()
    /// Parameters of warning.
    public var warning = WarningDefinition()
    /// Weather, where a hazard depends on it.
    public var weather = WeatherDefinition()
    /// Places to which people go who leave their zones.
    public var shelters: [ShelterDefinition] = []
    /// Staff of enterprises.
    public var staff: [StaffDefinition] = []
    /// Time from the first harm to a witness's call [s].
    public var witnessDelay = Distribution.lognormal(median: 300, sigma: 0.5)
    /// Time for which nobody raises the alarm: what witnesses and staff tell comes later by as much.
    public var alarmDelay = SimDuration.zero
    /// Largest number of calls from one zone.
    public var callersAtMost: Int32 = 30
    /// Spread of guesses at the number of casualties, standard deviation of the logarithm.
    public var guessSigma = 0.8
    /// Public opinion; nil where nobody asks for it.
    public var opinion: OpinionDefinition?
    /// Time of day at which the drill begins [s since local midnight], for teams that keep hours.
    public var startSecondOfDay = 0.0

    /// Creates an empty world.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&hazards)
        try carrier.carry(&zones)
        try carrier.carry(&sensors)
        try carrier.carry(&harm)
        try carrier.carry(&care)
        try carrier.carry(&work)
        try carrier.carry(&warning)
        try carrier.carry(&weather)
        try carrier.carry(&shelters)
        try carrier.carry(&staff)
        try carrier.carry(&witnessDelay)
        try carrier.carry(&alarmDelay)
        try carrier.carry(&callersAtMost)
        try carrier.carry(&guessSigma)
        try carrier.carry(&opinion)
        try carrier.carry(&startSecondOfDay)
    }
}

/// What is really the case: hazards, people, teams and supplies.
///
/// Command never sees it. What somebody perceives goes into `observations`; what shall happen later
/// goes into `outbox`; both are emptied by `DrillModel` after every event.
public struct GroundTruth: Sendable {
    let definition: GroundTruthDefinition
    let register: Register
    let terrain: Terrain
    /// Points of the buildings of every zone -- derived from the map.
    let buildings: [[Point]]
    /// What every team can do with those of its members who are not hurt -- state, as a plain value.
    var capabilities: [TeamCapability]
    /// Site of every zone -- derived.
    let zoneSites: [SiteID]
    /// Area to be searched of every zone [m2] -- derived.
    let searchAreas: [Double]
    /// Whether crews work in breathing apparatus in every zone -- derived.
    let needsAir: [Bool]
    /// Times as much as one team that 1, 2, … teams each cover when they search together -- derived.
    let togetherFactors: [Double]
    /// Hazards of every site that can burn -- derived.
    let firesOfSite: [[HazardID]]
    /// What is fixed about every hazard as a fire; of no meaning for other hazards -- derived.
    let firePlans: [FirePlan]

    /// Where the air is looked at; nowhere in a scenario without releases -- derived.
    let receptors: Receptors

    var routes: RouteTable
    var hazards: [HazardState] = []
    var zones: [ZoneState] = []
    var casualties: [Casualty] = []
    /// Explosions so far.
    var blasts: Int32 = 0
    /// Who is a casualty.
    var marks: PersonMarks
    /// Releases by hazard; empty for every other hazard.
    var clouds: [Cloud] = []
    /// Fires in buildings by hazard; empty for every other hazard.
    var buildingFires: [BuildingFire] = []
    /// Mines by hazard; empty for every other hazard.
    var mines: [Mine] = []
    /// People in each shelter.
    var sheltered: [Int32] = []
    var hospitals: [HospitalState] = []
    var teams: [TeamState] = []
    var sites: [SiteState] = []
    /// Which teams are at which site.
    var roster: Roster
    var depots: [Stock] = []
    var convoys: [Convoy] = []
    /// Loads of every depot that have been ordered or are under way.
    var freight: [Freight] = []
    var ledger = SupplyLedger()
    /// How depots fill themselves up again.
    var reordering: Reordering
    /// What the public makes of the incident; nil where nobody asks for it.
    var opinion: PublicOpinion?

    // Lists that are used within one event.
    /// Fires under attack at a site.
    var attacked = Buffer<HazardID>()
    /// Buildings of a zone that an explosion strikes.
    var struck = Buffer<StruckBuilding>()
    /// Teams that have swept a zone.
    var sweepers = Buffer<TeamID>()

    /// Events to be scheduled.
    public var outbox = Outcome<GroundTruthEvent>()

    /// What somebody has perceived in this event.
    public var observations = Buffer<Observation>()

    /// Builds the world of a scenario, not yet in any drill.
    ///
    /// - Parameters:
    ///   - definition: Hazards, people and parameters.
    ///   - register: Teams, depots, hospitals and sites.
    ///   - terrain: The map.
    ///   - posts: Number of posts that may give orders.
    ///   - routes: Routes on the map with all roads open, where somebody has prepared them.
    public init(
        definition: GroundTruthDefinition,
        register: Register,
        terrain: Terrain,
        posts: Int,
        routes: RouteTable? = nil
    ) {
        self.definition = definition
        self.register = register
        self.terrain = terrain
        self.routes = routes ?? RouteTable(terrain)
        buildings = zip(definition.zones, terrain.zones).map { zone, area in
            area.spreadPoints(Int(zone.buildings))
        }
        let hasClouds = definition.hazards.contains { $0.form.isRelease }
        receptors = hasClouds ? Receptors(buildings, terrain.zones) : Receptors([], [])
        marks = PersonMarks(zones: definition.zones.count, teams: register.teams.count)
        clouds = definition.hazards.map { _ in Cloud() }
        buildingFires = definition.hazards.map { _ in BuildingFire() }
        mines = definition.hazards.map { _ in Mine() }
        zones = definition.zones.map { _ in ZoneState() }
        opinion = definition.opinion.map { PublicOpinion($0) }
        hospitals = register.hospitals.map(HospitalState.init)
        sites = register.sites.map { _ in SiteState() }
        roster = Roster(
            teams: register.teams.count,
            sites: register.sites.count,
            posts: posts
        )
        teams = register.teams.map { TeamState($0) }
        capabilities = register.teams.map { $0.capability }
        reordering = Reordering(register.depots)
        zoneSites = definition.zones.map { $0.site }
        searchAreas = definition.zones.map { $0.searchSquareMeters }
        needsAir = definition.zones.map { $0.needsBreathingAir }
        let exponent = definition.work.togetherExponent - 1
        togetherFactors = (1...max(1, register.teams.count)).map {
            Elementary.pow(Double($0), exponent)
        }
        firePlans = definition.hazards.map { FirePlan(of: $0.form) }
        firesOfSite = register.sites.indices.map { site in
            definition.hazards.indices.filter { index in
                guard definition.hazards[index].site == SiteID(site) else { return false }
                return definition.hazards[index].form.burns
            }.map { HazardID($0) }
        }
    }

    /// Puts the world back to the start of a drill and schedules what begins by itself.
    ///
    /// - Parameters:
    ///   - monitored: Sensors whose readings somebody receives.
    ///   - moment: The first instant.
    public mutating func begin(monitoring monitored: [SensorID], _ moment: inout Moment) {
        outbox.clear()
        observations.clear()
        routes.reset()
        casualties.removeAll(keepingCapacity: true)
        marks.reset()
        blasts = 0
        sheltered = definition.shelters.map { _ in 0 }
        convoys.removeAll(keepingCapacity: true)
        roster.reset()
        for zone in zones.indices { zones[zone].reset() }
        for (number, definition) in register.hospitals.enumerated() {
            hospitals[number].reset(definition)
        }
        beginSupplies()
        for (number, definition) in register.teams.enumerated() {
            teams[number] = TeamState(definition)
            capabilities[number] = definition.capability
        }
        opinion?.reset(moment.instant)
        beginHazards(&moment)
        beginReordering(&moment)
        for sensor in monitored {
            outbox.schedule(.sensorReads(sensor, ordinal: 0), at: moment.now, .observation)
        }
    }

    /// Lets an event happen.
    public mutating func apply(_ event: GroundTruthEvent, _ moment: inout Moment) {
        switch event {
        case .hazardBegins(let hazard, let cause): hazardBegins(hazard, cause, &moment)
        case .hazardChanges(let hazard, let epoch): hazardChanges(hazard, epoch, &moment)
        case .siteChanges(let site, let epoch): siteChanges(site, epoch, &moment)
        case .siteLook(let site): look(at: site, &moment)
        case .sensorReads(let sensor, let ordinal): read(sensor, ordinal, &moment)
        case .witnessCalls(let zone, let caller, let cause):
            witnessCalls(zone, caller, cause, &moment)
        case .staffNotice(let number, let cause): staffNotice(Int(number), cause, &moment)
        case .zoneClears(let zone, let cause): zoneClears(zone, cause, &moment)
        case .helped(let number, let epoch):
            if let casualty = current(number, epoch) { helped(casualty, &moment) }
        case .setsOut(let number, let epoch):
            if let casualty = current(number, epoch) { setsOut(casualty, &moment) }
        case .succumbs(let number, let epoch):
            if let casualty = current(number, epoch) { dies(casualty, &moment) }
        case .burns(let number, let epoch, let hazard, let timesOut):
            if let casualty = current(number, epoch), burns(hazard, since: timesOut) {
                dies(casualty, &moment)
            }
        case .collected(let number): collected(CasualtyIndex(Int(number)), &moment)
        case .treated(let number, let supplied):
            treated(CasualtyIndex(Int(number)), supplied: supplied, &moment)
        case .reachesHospital(let number, let hospital):
            receive(CasualtyIndex(Int(number)), at: hospital, &moment)
        case .careEnds(let hospital): careEnds(at: hospital, &moment)
        case .opensReserve(let hospital): opensReserve(of: hospital, &moment)
        case .leavesBed(let number): leavesBed(CasualtyIndex(Int(number)), &moment)
        default: applyToMeans(event, &moment)
        }
    }

    /// Lets an event of teams and supplies happen.
    private mutating func applyToMeans(_ event: GroundTruthEvent, _ moment: inout Moment) {
        switch event {
        case .searchAdvances(let zone, let epoch):
            if zones[zone.index].search.epoch == epoch { searchAdvances(zone, &moment) }
        case .turnedOut(let team, let epoch):
            if teams[team.index].epoch == epoch { turnedOut(team, &moment) }
        case .arrives(let team, let epoch):
            if teams[team.index].epoch == epoch { arrives(team, &moment) }
        case .deployed(let team, let epoch):
            if teams[team.index].epoch == epoch { deployed(team, &moment) }
        case .spellEnds(let team, let epoch):
            if teams[team.index].epoch == epoch { spellEnds(team, &moment) }
        case .workEnds(let team, let epoch):
            if teams[team.index].epoch == epoch { workEnds(team, &moment) }
        case .supplyRequested(let rule, let cause): grant(rule, because: cause, &moment)
        case .convoyLoaded(let convoy): convoyLoaded(convoy, &moment)
        case .convoyArrives(let convoy): convoyArrives(convoy, &moment)
        case .rumourMoves(let epoch): rumourMoves(epoch, &moment)
        default: preconditionFailure("Every event is applied in one of the two switches.")
        }
    }

    /// Returns a casualty if an event about it is not outdated.
    private func current(_ number: Int32, _ epoch: Int32) -> CasualtyIndex? {
        let casualty = CasualtyIndex(Int(number))
        return casualties[casualty.index].epoch == epoch ? casualty : nil
    }
}
