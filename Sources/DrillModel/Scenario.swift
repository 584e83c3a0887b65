public import EventKernel
public import GroundTruth
public import Situation
public import Terrain
public import Vocabulary

/// Everything that a scenario fixes before the drill, without its names.
public struct Scenario: Portable, Sendable {
    /// The map.
    public var terrain = Terrain()
    /// Hazards, people and parameters of the world.
    public var truth = GroundTruthDefinition()
    /// Teams, depots, hospitals and sites.
    public var register = Register()
    /// Posts and channels.
    public var situation = SituationDefinition()
    /// Scripted changes, in order of time.
    public var injects: [Inject] = []
    /// Length of the drill.
    public var duration = SimDuration.zero

    /// Creates a scenario in which there is nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&terrain)
        try carrier.carry(&truth)
        try carrier.carry(&register)
        try carrier.carry(&situation)
        try carrier.carry(&injects)
        try carrier.carry(&duration)
    }

    /// Numbers of things, which give every item its place in a picture.
    public var items: ItemTable {
        ItemTable(
            sites: register.sites.count,
            zones: truth.zones.count,
            hazards: truth.hazards.count,
            sensors: truth.sensors.count,
            teams: register.teams.count,
            depots: register.depots.count,
            hospitals: register.hospitals.count,
            posts: situation.posts.count
        )
    }
}

/// A scripted change from exercise control (情景注入).
public struct Inject: BitwiseCopyable, Portable, Sendable {
    /// What is changed.
    public enum Change: BitwiseCopyable, Sendable {
        /// A hazard begins now.
        case hazard(HazardID)
        /// A road is closed or opened.
        case road(RoadID, closed: Bool)
        /// Every channel is cut or opened.
        case channels(cut: Bool)
        /// A post is cut off from all others, or reached again: its power or its towers fail.
        case post(PostID, cut: Bool)
        /// A person of a zone is found hurt, where nobody has looked.
        case casualty(PersonID, Severity)
        /// The speed on all roads of a kind becomes so many thousandths of that without traffic.
        case traffic(RoadKind, permille: Int32)
        /// Nothing in the world: exercise control tells the players something.
        case message
    }

    /// When; for an inject that waits for something, so long after it, counted from the start.
    public var time = SimTime.start
    /// What it waits for; nil where its time is fixed.
    public var trigger: InjectTrigger?
    /// What is changed.
    public var change = Change.channels(cut: false)

    /// Creates an inject that changes nothing.
    public init() {}

    /// Creates an inject.
    public init(at time: SimTime, _ change: Change, trigger: InjectTrigger? = nil) {
        self.time = time
        self.change = change
        self.trigger = trigger
    }

    /// Moves the time, the number of the case and what belongs to it.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&time)
        var (number, first, second) = numbers
        try carrier.carry(&number)
        try carrier.carry(&first)
        try carrier.carry(&second)
        guard let change = Change(number, first, second) else { throw .invalid }
        self.change = change
        try carrier.carry(&trigger)
    }

    /// Number of the case and what belongs to it.
    private var numbers: (Int32, Int32, Int64) {
        switch change {
        case .hazard(let hazard): (0, hazard.number, 0)
        case .road(let road, let closed): (1, road.number, closed ? 1 : 0)
        case .channels(let cut): (2, cut ? 1 : 0, 0)
        case .casualty(let person, let severity):
            (3, Int32(severity.rawValue), Int64(bitPattern: person.entity))
        case .traffic(let kind, let permille): (4, Int32(kind.rawValue), Int64(permille))
        case .message: (5, 0, 0)
        case .post(let post, let cut): (6, post.number, cut ? 1 : 0)
        }
    }
}

extension Inject.Change {
    fileprivate init?(_ number: Int32, _ first: Int32, _ second: Int64) {
        switch number {
        case 0: self = .hazard(HazardID(Int(first)))
        case 1: self = .road(RoadID(Int(first)), closed: second == 1)
        case 2: self = .channels(cut: first == 1)
        case 3:
            let entity = UInt64(bitPattern: second)
            let zone = ZoneID(Int(truncatingIfNeeded: entity >> 32))
            let person = PersonID(in: zone, number: Int(truncatingIfNeeded: entity & 0x7FFF_FFFF))
            guard let severity = Severity(rawValue: UInt8(truncatingIfNeeded: first)) else {
                return nil
            }
            self = .casualty(person, severity)
        case 4:
            guard let kind = RoadKind(rawValue: UInt8(truncatingIfNeeded: first)),
                (1...1000).contains(second)
            else { return nil }
            self = .traffic(kind, permille: Int32(second))
        case 5: self = .message
        case 6: self = .post(PostID(Int(first)), cut: second == 1)
        default: return nil
        }
    }
}
