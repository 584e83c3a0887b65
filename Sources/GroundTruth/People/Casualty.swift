import EventKernel
import Vocabulary

/// Place of a casualty in the list of casualties of a drill, in order of injury.
///
/// Used inside the ground truth alone; records name people by `PersonID`.
struct CasualtyIndex: Hashable, BitwiseCopyable, Sendable {
    let number: Int32
    var index: Int { Int(number) }

    init(_ number: Int) {
        self.number = Int32(truncatingIfNeeded: number)
    }
}

/// A place under the rubble of a collapse.
struct Rubble: BitwiseCopyable, Sendable {
    /// Number of the hazard that brought the building down.
    let hazard: Int32
    /// How deep.
    let burial: Burial
}

/// A person who has been hurt, from then to recovery or death.
struct Casualty: BitwiseCopyable {
    /// Where a casualty is on the way from injury to care.
    enum Stage: Hashable, BitwiseCopyable {
        /// Under a collapsed building.
        case trapped
        /// In the open, unable to walk.
        case lying
        /// Able to walk, not yet on the way.
        case walking
        /// On the way to the collection point.
        case carried
        /// At the collection point, waiting for treatment.
        case awaitingTreatment
        /// At the collection point, being treated.
        case inTreatment
        /// At the collection point, treated, waiting for transport.
        case awaitingTransport
        /// On the road to a hospital.
        case onRoad(HospitalID)
        /// In a hospital, waiting for definitive care or not in need of it.
        case inHospital(HospitalID)
        /// In definitive care or past it.
        case operated(HospitalID)
        /// Treated and sent home.
        case home
        /// Dead.
        case dead
    }

    /// Who it is.
    let person: PersonID
    /// Zone in which it happened.
    let zone: ZoneID
    /// How badly, at first.
    let severity: Severity
    /// Building, and so position within the zone.
    let building: Int32
    /// Whether the casualty could walk at first.
    let canWalk: Bool
    /// Vital signs and their decline; matter for the seriously hurt.
    var vitals: VitalSigns
    /// Triage category once triaged.
    var triage: TriageCategory = .green
    /// Where the casualty is -- state.
    var stage: Stage
    /// Where in the rubble of a collapse the casualty lies; nil anywhere else.
    var rubble: Rubble?
    /// Whether rescuers or those nearby know of the casualty -- state.
    var isFound = false
    /// Whether a dead casualty lies under a building and must be dug out -- state.
    var isBuried = false
    /// Times a hospital has sent the casualty on to another -- state.
    var timesSentOn: UInt8 = 0
    /// Whether definitive care has come in time -- state.
    var isSaved = false
    /// Whether somebody is freeing the casualty -- state.
    var isBeingFreed = false
    /// Work done so far to free the casualty [team·s] -- state.
    var workDone = 0.0
    /// Since when the team at work has been freeing the casualty -- state.
    var freeingSince = SimTime.start
    /// When a trapped person dies of being trapped -- drawn.
    var trappedUntil: SimTime = .never
    /// Counter by which outdated events are known -- state.
    var epoch: Int32 = 0
    /// Latest fact about the casualty, the cause of the next.
    var lastFact: FactID

    /// Whether the casualty is alive.
    var isAlive: Bool { stage != .dead }

    /// Count under which the casualty falls.
    var headcount: Headcount { isAlive ? livingCount : .dead }

    /// Count under which the casualty falls while alive.
    var livingCount: Headcount {
        severity == .serious || (severity == .moderate && !canWalk) ? .serious : .slight
    }
}
