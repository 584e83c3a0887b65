/// What a count of people counts.
public enum Headcount: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Dead (死亡).
    case dead = 0
    /// Seriously injured (重伤).
    case serious = 1
    /// Otherwise injured (轻伤).
    case slight = 2
    /// Freed alive from where they were trapped (获救).
    case rescued = 3
    /// Known to be trapped and not yet freed (被困).
    case trapped = 4

    /// Number of tallies.
    public static let count = 5
}

/// State of a fire as somebody sees it.
public enum FireStatus: Int32, CaseIterable, BitwiseCopyable, Sendable {
    /// Not burning.
    case none = 0
    /// Burning (燃烧).
    case burning = 1
    /// Under control: foam covers most of it (控制).
    case controlled = 2
    /// Out (熄灭).
    case out = 3
}

/// State of a team as it reports it.
public enum TeamStatus: Int32, CaseIterable, BitwiseCopyable, Sendable {
    /// At its station and ready (在站待命).
    case ready = 0
    /// Turning out or on the road (出动、途中).
    case underWay = 1
    /// At the site, without a task (到场待命).
    case free = 2
    /// At work (作业).
    case working = 3
    /// At the site, resting or waiting for supplies (休整).
    case resting = 4
    /// On the way home (返回).
    case returning = 5

    /// Number of states.
    public static let count = 6
}

/// One thing that can be known: the subject of an observation, a line of a report, an entry of a
/// picture.
public enum Item: Hashable, BitwiseCopyable, Sendable {
    /// Whether something has happened at a site (事发): 1 when known.
    case incident(SiteID)
    /// Number of casualties as somebody on the spot guesses it (伤亡估计) [persons].
    case estimate(SiteID)
    /// People found in a zone so far, by tally (现场清点) [persons].
    case found(Headcount, ZoneID)
    /// People in the care of a hospital or dead there, by tally (医院收治) [persons].
    case inCare(Headcount, HospitalID)
    /// People counted and identified for the official report, by tally (核报) [persons].
    case verified(Headcount, SiteID)
    /// State of a fire, a `FireStatus`.
    case fire(HazardID)
    /// Reading of a sensor, in tenths of its unit.
    case reading(SensorID)
    /// Complete sweeps of a zone (搜救轮次).
    case sweeps(ZoneID)
    /// Casualties at the collection point who wait for transport (待转运) [persons].
    case awaitingTransport(SiteID)
    /// Whether the chemicals at a site are identified (危化品已查明): 1 when known.
    case chemicals(SiteID)
    /// State of a team, a `TeamStatus`.
    case team(TeamID)
    /// Stock on hand (库存) [units of the kind].
    case stock(DepotID, SupplyKind)
    /// Free beds of a hospital (空床) [beds].
    case beds(HospitalID)
    /// Response level started by a post, the raw value of `ResponseLevel`.
    case level(PostID)
    /// Aid a post has asked for (增援请求) [teams].
    case aid(PostID)
    /// Rules for which a post has asked approval (请示), one bit a rule of its that needs approval.
    case request(PostID)
    /// Rules of a post that have been approved (批准), by the same bits.
    case approval(PostID)
    /// People of whom it is certain that they are under rubble (被埋压) [persons].
    case buried(SiteID)
    /// People who are missed (失联) [persons].
    case missing(SiteID)
}

/// Number of things of each kind in a scenario, which gives every item a place in a picture.
public struct ItemTable: Hashable, BitwiseCopyable, Sendable {
    private let sites, zones, hospitals, posts: Int32

    /// Zones of the scenario.
    public var zoneIndices: Range<Int> { 0..<Int(zones) }
    /// Hospitals of the scenario.
    public var hospitalIndices: Range<Int> { 0..<Int(hospitals) }
    /// Hazards of the scenario.
    public var hazardIndices: Range<Int> { 0..<Int(atSensors - atHazards) }

    // Places of the first items of each sort.
    private let atZones, atSweeps, atHospitals, atBeds, atHazards, atSensors, atTeams, atDepots,
        atPosts, atBuried: Int32

    /// Number of items of the scenario.
    public let count: Int

    /// Creates the table for a scenario with so many things of each kind.
    public init(
        sites: Int,
        zones: Int,
        hazards: Int,
        sensors: Int,
        teams: Int,
        depots: Int,
        hospitals: Int,
        posts: Int
    ) {
        let tallies = Headcount.count
        self.sites = Int32(sites)
        self.zones = Int32(zones)
        self.hospitals = Int32(hospitals)
        self.posts = Int32(posts)
        atZones = Int32(sites * (4 + tallies))
        atSweeps = atZones + Int32(zones * tallies)
        atHospitals = atSweeps + self.zones
        atBeds = atHospitals + Int32(hospitals * tallies)
        atHazards = atBeds + self.hospitals
        atSensors = atHazards + Int32(hazards)
        atTeams = atSensors + Int32(sensors)
        atDepots = atTeams + Int32(teams)
        atPosts = atDepots + Int32(depots * SupplyKind.count)
        atBuried = atPosts + 4 * self.posts
        count = Int(atBuried + 2 * self.sites)
    }

    /// Returns the place of an item in a picture, from 0 below `count`.
    public func index(of item: Item) -> Int {
        let tallies = Int32(Headcount.count)
        let place =
            switch item {
            case .incident(let site): site.number
            case .estimate(let site): sites + site.number
            case .awaitingTransport(let site): 2 * sites + site.number
            case .chemicals(let site): 3 * sites + site.number
            case .verified(let tally, let site):
                4 * sites + site.number * tallies + Int32(tally.rawValue)
            case .found(let tally, let zone):
                atZones + zone.number * tallies + Int32(tally.rawValue)
            case .sweeps(let zone): atSweeps + zone.number
            case .inCare(let tally, let hospital):
                atHospitals + hospital.number * tallies + Int32(tally.rawValue)
            case .beds(let hospital): atBeds + hospital.number
            case .fire(let hazard): atHazards + hazard.number
            case .reading(let sensor): atSensors + sensor.number
            case .team(let team): atTeams + team.number
            case .stock(let depot, let kind):
                atDepots + depot.number * Int32(SupplyKind.count) + Int32(kind.rawValue)
            case .level(let post): atPosts + post.number
            case .aid(let post): atPosts + posts + post.number
            case .request(let post): atPosts + 2 * posts + post.number
            case .approval(let post): atPosts + 3 * posts + post.number
            case .buried(let site): atBuried + site.number
            case .missing(let site): atBuried + sites + site.number
            }
        return Int(place)
    }
}

/// Somebody or something that perceives.
public struct Observer: Hashable, BitwiseCopyable, Sendable {
    /// Sort of observer.
    public enum Kind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
        /// A member of the public who calls (目击群众).
        case witness = 0
        /// Staff of the enterprise (企业员工).
        case staff = 1
        /// A measuring instrument (传感器).
        case sensor = 2
        /// A team (救援队伍).
        case team = 3
        /// A hospital (医院).
        case hospital = 4
        /// A depot (物资储备点).
        case depot = 5
        /// A post that perceives with its own eyes (指挥机构自身).
        case post = 6
    }

    /// Sort of observer.
    public let kind: Kind

    /// Number of the zone of a witness, the post of staff, the sensor, team, hospital, depot or post.
    public let number: Int32

    /// Creates an observer.
    public init(_ kind: Kind, _ number: Int32) {
        self.kind = kind
        self.number = number
    }
}

/// Something perceived at an instant: a value that may be wrong, never the truth itself (观测).
public struct Observation: BitwiseCopyable, Sendable {
    /// Who perceives.
    public let observer: Observer

    /// What it is about.
    public let item: Item

    /// Value as perceived; its meaning is that of the item.
    public let value: Int32

    /// Fact that was perceived.
    public let cause: FactID

    /// Creates an observation.
    public init(by observer: Observer, of item: Item, value: Int32, because cause: FactID) {
        self.observer = observer
        self.item = item
        self.value = value
        self.cause = cause
    }
}
