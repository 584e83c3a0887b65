public import EventKernel

/// What a team can do, per team at full strength (能力).
public struct TeamCapability: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Area searched [m2/h].
    public var searchSquareMetersPerHour = 0.0
    /// Speed of freeing the trapped, 1 for a squadron with hand tools.
    public var extricationFactor = 0.0
    /// Foam solution applied to burning liquids, or plain water to burning buildings [L/min].
    public var foamSolutionLitersPerMinute = 0.0
    /// Cooling water applied [L/min].
    public var coolingLitersPerMinute = 0.0
    /// Water brought to the site [L/min].
    public var pumpLitersPerMinute = 0.0
    /// Casualties treated at a time.
    public var treatmentPlaces: Int32 = 0
    /// Casualties carried at a time.
    public var carriedPersons: Int32 = 0
    /// Breathing-air cylinders filled [pieces/h].
    public var refillCylindersPerHour = 0.0
    /// Members who work in breathing apparatus.
    public var maskedMembers: Int32 = 0
    /// Fuel burnt at work [L/h].
    public var fuelLitersPerHour = 0.0
    /// Chance to locate the living under rubble, as so many sweeps with bare ears: life detectors, dogs.
    public var locatingFactor = 1.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&searchSquareMetersPerHour)
        try carrier.carry(&extricationFactor)
        try carrier.carry(&foamSolutionLitersPerMinute)
        try carrier.carry(&coolingLitersPerMinute)
        try carrier.carry(&pumpLitersPerMinute)
        try carrier.carry(&treatmentPlaces)
        try carrier.carry(&carriedPersons)
        try carrier.carry(&refillCylindersPerHour)
        try carrier.carry(&maskedMembers)
        try carrier.carry(&fuelLitersPerHour)
        try carrier.carry(&locatingFactor)
    }
}

extension TeamCapability {
    /// Tells whether a team with these capabilities can carry out a kind of task.
    public func allows(_ task: TaskKind) -> Bool {
        switch task {
        case .stage, .release: true
        case .search: searchSquareMetersPerHour > 0 || extricationFactor > 0
        case .suppress: foamSolutionLitersPerMinute > 0
        case .cool: coolingLitersPerMinute > 0
        case .treat: treatmentPlaces > 0
        case .carry: carriedPersons > 0
        case .evacuate: searchSquareMetersPerHour > 0
        case .pump: pumpLitersPerMinute > 0
        case .survey: maskedMembers > 0
        case .refill: refillCylindersPerHour > 0
        }
    }
}

/// A team as it stands in the register (队伍名册): known to everybody, true at the start.
public struct TeamDefinition: Portable, Sendable {
    /// What it is.
    public var kind: TeamKind = TeamKind.fire
    /// Post to which it belongs.
    public var post = PostID(0)
    /// Where it is stationed.
    public var station = PlaceID(0)
    /// Members [persons].
    public var crew: Int32 = 0
    /// Vehicles.
    public var vehicles: Int32 = 0
    /// Order received → wheels turn [s].
    public var turnout = Distribution.constant(0)
    /// What it can do.
    public var capability = TeamCapability()
    /// Supplies it brings.
    public var carried = SupplyAmounts()

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&kind)
        try carrier.carry(&post)
        try carrier.carry(&station)
        try carrier.carry(&crew)
        try carrier.carry(&vehicles)
        try carrier.carry(&turnout)
        try carrier.carry(&capability)
        try carrier.carry(&carried)
    }
}

/// A depot as it stands in the register (物资储备点).
public struct DepotDefinition: Portable, Sendable {
    /// Where it is.
    public var place = PlaceID(0)
    /// Post that disposes of it.
    public var post = PostID(0)
    /// Stock at the start.
    public var stock = SupplyAmounts()
    /// Time to find, approve and load a convoy [s].
    public var loading = Distribution.constant(0)

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&place)
        try carrier.carry(&post)
        try carrier.carry(&stock)
        try carrier.carry(&loading)
    }
}

/// A hospital as it stands in the register (医院).
public struct HospitalDefinition: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Where it is.
    public var place = PlaceID(0)
    /// Beds that can be cleared for the incident.
    public var beds: Int32 = 0
    /// Casualties who can be given definitive care at a time.
    public var criticalPlaces: Int32 = 0
    /// Beds that are opened besides, some time after the first casualty has come (应急扩容).
    public var surgeBeds: Int32 = 0
    /// Places of definitive care that are opened with them.
    public var surgePlaces: Int32 = 0
    /// Time from the first casualty until they are open.
    public var surgeDelay = SimDuration.zero

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&place)
        try carrier.carry(&beds)
        try carrier.carry(&criticalPlaces)
        try carrier.carry(&surgeBeds)
        try carrier.carry(&surgePlaces)
        try carrier.carry(&surgeDelay)
    }
}

/// A scene of operations (现场): where teams gather, casualties are collected and stock is kept.
public struct SiteDefinition: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Where teams gather and casualties are collected.
    public var staging = PlaceID(0)
    /// Stock at the site.
    public var depot = DepotID(0)
    /// Water that the site's own mains and hydrants still give [L/min].
    public var mainsLitersPerMinute = 0.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&staging)
        try carrier.carry(&depot)
        try carrier.carry(&mainsLitersPerMinute)
    }
}

/// The register of resources: what everybody knows of them before the drill (资源名册).
public struct Register: Portable, Sendable {
    /// Teams by identifier.
    public var teams: [TeamDefinition] = []
    /// Depots by identifier.
    public var depots: [DepotDefinition] = []
    /// Hospitals by identifier.
    public var hospitals: [HospitalDefinition] = []
    /// Sites by identifier.
    public var sites: [SiteDefinition] = []

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&teams)
        try carrier.carry(&depots)
        try carrier.carry(&hospitals)
        try carrier.carry(&sites)
    }
}
