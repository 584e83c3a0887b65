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
    /// Hours of the day at which it turns out otherwise; of hours that overlap the first hold.
    public var hours: [TeamHours] = []

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
        try carrier.carry(&hours)
    }

    /// Returns its turnout against the usual at a time of day.
    ///
    /// - Parameter seconds: Time since midnight [s], from 0 below 86,400.
    /// - Returns: Turnout against the usual, positive.
    public func turnoutFactor(atSecondOfDay seconds: Double) -> Double {
        for span in hours where span.holds(atSecondOfDay: seconds) { return span.turnoutFactor }
        return 1
    }
}

/// Hours of the day at which a team is less ready, or more: a night shift, people on call at home
/// (值班与备勤).
public struct TeamHours: Hashable, BitwiseCopyable, Portable, Sendable {
    /// From when on [s since midnight].
    public var fromSeconds = 0.0
    /// Until when [s since midnight]; before `fromSeconds` where the hours go beyond midnight.
    public var toSeconds = 0.0
    /// Turnout against the usual, positive.
    public var turnoutFactor = 1.0

    /// Creates hours that never hold.
    public init() {}

    /// Creates hours.
    public init(fromSeconds: Double, toSeconds: Double, turnoutFactor: Double) {
        self.fromSeconds = fromSeconds
        self.toSeconds = toSeconds
        self.turnoutFactor = turnoutFactor
    }

    /// Tells whether they hold at a time of day.
    public func holds(atSecondOfDay seconds: Double) -> Bool {
        fromSeconds <= toSeconds
            ? seconds >= fromSeconds && seconds < toSeconds
            : seconds >= fromSeconds || seconds < toSeconds
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&fromSeconds)
        try carrier.carry(&toSeconds)
        try carrier.carry(&turnoutFactor)
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
    /// How it fills itself up again; nil where only orders bring something.
    public var reorder: ReorderDefinition?

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&place)
        try carrier.carry(&post)
        try carrier.carry(&stock)
        try carrier.carry(&loading)
        try carrier.carry(&reorder)
    }
}

/// A standing arrangement by which a depot is filled up again after use (补货、循环补偿), without an order.
///
/// The (s, S) policy of stock-keeping (Scarf 1960): once what is there and what is under way is no more
/// than s of a kind, as much is asked for as is missing to S.
public struct ReorderDefinition: Portable, Sendable {
    /// Depot that is asked.
    public var source = DepotID(0)
    /// The s of every kind [units of the kind].
    public var least = SupplyAmounts()
    /// The S of every kind; kinds of which it is 0 are not asked for [units of the kind].
    public var most = SupplyAmounts()
    /// Time until a request is granted at the source [s].
    public var request = Distribution.constant(0)

    /// Creates an arrangement with the first depot that asks for nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&source)
        try carrier.carry(&least)
        try carrier.carry(&most)
        try carrier.carry(&request)
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
