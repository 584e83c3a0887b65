/// What a team is (队伍种类).
public enum TeamKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// National fire and rescue squadron (消防救援中队).
    case fire = 0
    /// Search and rescue team (搜救队).
    case rescue = 1
    /// Excavators, cranes and their operators (大型工程机械).
    case machinery = 2
    /// Doctors and nurses for field treatment (医疗队).
    case medical = 3
    /// Ambulance with crew (救护车组).
    case ambulance = 4
    /// Police (公安).
    case police = 5
    /// Chemical monitoring and decontamination (危化与环境监测).
    case chemical = 6
    /// Long-distance water supply (远程供水编队).
    case waterSupply = 7
    /// Air refilling, fuelling and repair (战勤保障).
    case logistics = 8

    /// Number of kinds.
    public static let count = 9
}

/// What a team can be told to do (任务种类).
public enum TaskKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Wait at the staging area (集结待命).
    case stage = 0
    /// Sweep a zone and free those found trapped (搜救).
    case search = 1
    /// Attack a fire, of a liquid with foam, of buildings with water (灭火).
    case suppress = 2
    /// Cool what a fire heats (冷却).
    case cool = 3
    /// Triage and stabilise at the collection point (检伤救治).
    case treat = 4
    /// Carry casualties to a hospital (转运).
    case carry = 5
    /// Clear a zone of people (疏散).
    case evacuate = 6
    /// Bring water to the site (供水).
    case pump = 7
    /// Find out which chemicals are there (侦检).
    case survey = 8
    /// Refill air cylinders at the site (充气保障).
    case refill = 9
    /// Go home (归队).
    case release = 10

    /// Number of kinds.
    public static let count = 11
}

/// A task with its target, the content of an order.
public struct Task: Hashable, BitwiseCopyable, Sendable {
    /// What is to be done.
    public let kind: TaskKind

    /// Site at which it is done.
    public let site: SiteID

    /// Number of the zone, hazard or hospital it concerns; -1 where it concerns none.
    public let target: Int32

    /// Creates a task.
    public init(_ kind: TaskKind, at site: SiteID, target: Int32 = -1) {
        self.kind = kind
        self.site = site
        self.target = target
    }

    /// Zone to be searched or evacuated.
    public var zone: ZoneID { ZoneID(Int(target)) }

    /// Hazard to be attacked or cooled.
    public var hazard: HazardID { HazardID(Int(target)) }

    /// Hospital to which casualties go.
    public var hospital: HospitalID { HospitalID(Int(target)) }
}
