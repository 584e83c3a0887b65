public import EventKernel
public import Terrain
public import Vocabulary
public import Wording

/// What a replay shows of a scenario, whatever the plan and the luck.
public struct ReplayScene: Sendable {
    /// Name of the scenario's folder.
    public var id = ""
    /// Title for readers.
    public var title = Bilingual(verbatim: "")
    /// When the drill begins.
    public var start = AbsoluteInstant(millisecondsSince1970: 0, offsetMinutes: 0)
    /// Length of the drill.
    public var duration = SimDuration.zero
    /// Where the origin of positions in metres lies.
    public var projection = LocalProjection(longitudeDegrees: 0, latitudeDegrees: 0)
    /// The map.
    public var terrain = Terrain()
    /// Teams, depots, hospitals and sites.
    public var register = Register()
    /// Names, those of rules left out.
    public var names = ScenarioNames()
    /// People who belong to each zone [persons].
    public var zonePersons: [Int] = []
    /// Hazards by number.
    public var hazards: [ReplayHazard] = []
    /// Posts by number.
    public var posts: [ReplayPost] = []
    /// Where the shelters are.
    public var shelters: [Point] = []
    /// What each inject does to the roads, by number.
    public var roadChanges: [RoadChange] = []
    /// When each inject was planned, by number.
    public var plannedInjects: [PlannedInject] = []
    /// What trips, loading and handing over take, of which the record gives one end only.
    public var times = ReplayTimes()

    /// Creates a scene in which there is nothing.
    public init() {}
}

/// A source of harm on the map.
public struct ReplayHazard: Sendable {
    /// Sort of hazard.
    public enum Kind: Int, Sendable {
        case selfHeating, explosion, fire, collapse, release, fireball
    }

    /// A circle within which it reaches a value.
    public struct Ring: Sendable {
        /// Radius [m].
        public let meters: Double
        /// What is reached there.
        public let label: Bilingual

        /// Creates a ring.
        public init(meters: Double, label: Bilingual) {
            self.meters = meters
            self.label = label
        }
    }

    /// Sort of hazard.
    public var kind: Kind
    /// Where it is.
    public var position: Point
    /// Circles around it while it burns; those of an explosion belong to a drill.
    public var rings: [Ring]

    /// Creates a hazard.
    public init(_ kind: Kind, at position: Point, rings: [Ring] = []) {
        self.kind = kind
        self.position = position
        self.rings = rings
    }
}

/// A post on the page.
public struct ReplayPost: Sendable {
    /// Level in the chain of command.
    public var level: PostLevel
    /// Site that it commands on the spot.
    public var scene: SiteID?

    /// Creates a post.
    public init(_ level: PostLevel, scene: SiteID?) {
        self.level = level
        self.scene = scene
    }
}

/// What an inject does to the roads.
public enum RoadChange: Sendable {
    /// Nothing.
    case none
    /// A road is closed or opened.
    case closing(RoadID, Bool)
    /// The speed on roads of a kind becomes such a share of that without traffic.
    case speed(RoadKind, Double)
}

/// When an inject was planned.
public struct PlannedInject: Sendable {
    /// Time since the start of the drill; for one that waits for something, since that happened.
    public var time: SimTime
    /// Whether it waits for something.
    public var isConditional: Bool

    /// Creates a plan of an inject.
    public init(time: SimTime, isConditional: Bool) {
        self.time = time
        self.isConditional = isConditional
    }
}

/// Laws of times of which a record gives one end only; with the luck of the drill they give the other.
public struct ReplayTimes: Sendable {
    /// Travel time against that without traffic.
    public var travelFactor = Distribution.constant(1)
    /// Time an ambulance spends loading [s].
    public var loading = Distribution.constant(0)
    /// Time an ambulance spends handing over [s].
    public var handover = Distribution.constant(0)

    /// Creates times of no length.
    public init() {}
}

/// One drill as it was played, to be shown.
public struct ReplayDrill: Sendable {
    /// Name of the plan.
    public var planID = ""
    /// Title of the plan.
    public var plan = Bilingual(verbatim: "")
    /// Rules of the plan by number.
    public var rules: [Name] = []
    /// Zones that each rule has told to stay in, by number of the rule; all others are told to leave.
    public var shelteredZones: [[ZoneID]] = []
    /// Seed of the batch.
    public var seed: UInt64 = 0
    /// Number of the drill within its batch.
    public var drill: UInt64 = 0
    /// The record, in order.
    public var facts: [Fact] = []
    /// Curves point after point, each with all in order; empty where none are kept.
    public var curves: [Float] = []
    /// Goals and what became of them.
    public var goals: [ReplayGoal] = []
    /// Clouds of gas over time.
    public var clouds: [ReplayCloud] = []
    /// Circles of explosions and fireballs by hazard.
    public var rings: [[ReplayHazard.Ring]] = []

    /// Creates a drill in which nothing happened.
    public init() {}

    /// Names of the scenario with the rules of the plan.
    func names(in scene: ReplayScene) -> ScenarioNames {
        var names = scene.names
        names.rules = rules
        return names
    }
}

/// A goal of the scenario and what became of it in a drill.
public struct ReplayGoal: Sendable {
    /// Name for readers.
    public let title: Bilingual
    /// What is wanted.
    public let wanted: Bilingual
    /// What was reached.
    public let reached: Bilingual
    /// Whether it was met.
    public let isMet: Bool
    /// What missing it is laid to; nil for a goal that was met.
    public let cause: Bilingual?
    /// The fact that decided it; nil where none stands for it.
    public let fact: FactID?

    /// Creates an outcome.
    public init(
        title: Bilingual,
        wanted: Bilingual,
        reached: Bilingual,
        isMet: Bool,
        cause: Bilingual?,
        fact: FactID?
    ) {
        self.title = title
        self.wanted = wanted
        self.reached = reached
        self.isMet = isMet
        self.cause = cause
        self.fact = fact
    }
}

/// The air of a release over time on a square grid: guideline levels 0…3.
public struct ReplayCloud: Sendable {
    /// The release.
    public let hazard: HazardID
    /// South-west corner of the grid.
    public let corner: Point
    /// Width of a cell [m].
    public let cellMeters: Double
    /// Cells on a side.
    public let side: Int
    /// Instants with the levels row by row, from south-west; in order of time.
    public var frames: [(time: SimTime, levels: [UInt8])]

    /// Creates a grid without frames.
    public init(hazard: HazardID, corner: Point, cellMeters: Double, side: Int) {
        self.hazard = hazard
        self.corner = corner
        self.cellMeters = cellMeters
        self.side = side
        frames = []
    }

    /// Middles of the cells, row by row from south-west.
    public var points: [Point] {
        (0..<side * side).map { cell in
            Point(
                eastMeters: corner.eastMeters + (Double(cell % side) + 0.5) * cellMeters,
                northMeters: corner.northMeters + (Double(cell / side) + 0.5) * cellMeters
            )
        }
    }
}
