public import EventKernel

/// By what fire goes from one building to the next.
public enum FireSpreadLaw: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// As a front through a town of wood, after Hamada.
    case hamada = 0
    /// Between buildings of brick and concrete: by radiation through windows, and by brands.
    case radiation = 1
}

/// A fire in a building, which may go over to others of its zone (建筑火灾、火烧连营).
public struct BuildingFireDefinition: Portable, Sendable {
    // How a building burns
    /// How fast a fire grows at first -- medium, dwellings (C).
    public var growth = FireGrowth.medium
    /// Floor of a building that can burn, all storeys together [m2].
    public var floorSquareMeters = 150.0
    /// Heat release of floor in full fire [kW/m2] -- EN 1991-1-2, dwellings (L).
    public var kilowattsPerSquareMeter = 250.0
    /// Heat of what stands on it [MJ/m2] -- EN 1991-1-2, dwellings, mean (L).
    public var megajoulesPerSquareMeter = 780.0

    // How it goes over
    /// By what.
    public var spread = FireSpreadLaw.hamada
    /// Side of a building [m]; gaps follow from this and the area of the zone.
    public var sideMeters = 10.0
    /// Share of buildings that resist fire [0…1], drawn house by house.
    public var resistantShare = 0.0
    /// Share of the heat that is radiated [0…1] -- 0.15–0.4 (C).
    public var radiatedShare = 0.35
    /// Heat flux that lights what is behind a window [kW/m2] -- piloted, wood (C).
    public var ignitionKilowattsPerSquareMeter = 12.5
    /// Time for which it must last [min] -- assumption (D).
    public var ignitionMinutes = 5.0
    /// Houses that the brands of one in full fire light in an hour, close by and downwind in 10 m/s [1/h]
    /// -- assumption (D).
    public var brandsPerHour = 0.3
    /// Distance over which that falls to e⁻¹ [m] -- assumption (D).
    public var brandMeters = 40.0

    // What it takes to put it out
    /// Water for a floor that burns [L/min per m2] -- National Fire Academy (C).
    public var litersPerMinutePerSquareMeter = 13.6
    /// Time of that flow after which a house is out [min] -- assumption (D).
    public var knockdownMinutes = 20.0
    /// Water that keeps a house from being lit [L/min] -- assumption (D).
    public var curtainLitersPerMinute = 600.0

    /// Members of crews hurt for each house put out [persons] -- United States, 2015–2017: 87 % of 25,975
    /// injuries a year at half a million structure fires (USFA and NFPA, C).
    public var crewInjuriesPerHouse = 0.045

    // People inside
    /// Time from the fire in the house to their noticing [s] -- assumption (D).
    public var notice = Distribution.lognormal(median: 120, sigma: 0.6)
    /// Times as long as this after the first house has caught fire until those in others notice
    /// -- assumption (D).
    public var neighboursNoticeFactor = 2.0
    /// Time from noticing to being out [s], longer for groups that take longer -- assumption (D).
    public var escape = Distribution.lognormal(median: 120, sigma: 0.6)
    /// Share of the people in a house whom its smoke reaches [0…1] -- assumption (D).
    public var smokeShare = 1.0
    /// Carbon monoxide from what burns, per mass [0…1] -- between a fire with much air, 0.01, and one with
    /// little, 0.2 (L).
    public var carbonMonoxideYield = 0.1
    /// Air changes of a burning house [1/h] -- assumption (D).
    public var smokeChangesPerHour = 5.0
    /// Height of a storey, which smoke fills [m] -- assumption (D).
    public var storeyMeters = 2.8

    /// Creates a fire with the usual parameters.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&growth)
        try carrier.carry(&floorSquareMeters)
        try carrier.carry(&kilowattsPerSquareMeter)
        try carrier.carry(&megajoulesPerSquareMeter)
        try carrier.carry(&spread)
        try carrier.carry(&sideMeters)
        try carrier.carry(&resistantShare)
        try carrier.carry(&radiatedShare)
        try carrier.carry(&ignitionKilowattsPerSquareMeter)
        try carrier.carry(&ignitionMinutes)
        try carrier.carry(&brandsPerHour)
        try carrier.carry(&brandMeters)
        try carrier.carry(&litersPerMinutePerSquareMeter)
        try carrier.carry(&knockdownMinutes)
        try carrier.carry(&curtainLitersPerMinute)
        try carrier.carry(&crewInjuriesPerHouse)
        try carrier.carry(&notice)
        try carrier.carry(&neighboursNoticeFactor)
        try carrier.carry(&escape)
        try carrier.carry(&smokeShare)
        try carrier.carry(&carbonMonoxideYield)
        try carrier.carry(&smokeChangesPerHour)
        try carrier.carry(&storeyMeters)
    }
}

extension BuildingFireDefinition {
    /// Step of time in which houses are followed [s] -- constant.
    static let stepSeconds = 60.0
    /// Heat of what burns in houses [kJ/kg] -- constant, wood with plastics (L).
    static let heatKilojoulesPerKilogram = 17_500.0
    /// Least flow with which anybody goes in: one hose line [L/min] -- constant, assumption (D).
    static let leastLitersPerMinute = 200.0

    /// Course of a fire in one house.
    var course: CompartmentFire {
        CompartmentFire(
            growth: growth.kilowattsPerSquareSecond,
            fullKilowatts: kilowattsPerSquareMeter * floorSquareMeters,
            loadKilojoules: megajoulesPerSquareMeter * 1000 * floorSquareMeters
        )
    }

    /// Space that smoke fills [m3].
    var smokeCubicMeters: Double { floorSquareMeters * storeyMeters }

    /// Returns the distance from house to house in a zone [m].
    ///
    /// - Parameters:
    ///   - houses: Houses, spread evenly.
    ///   - radiusMeters: Radius of the zone [m].
    /// - Returns: Distance from middle to middle [m].
    public static func spacingMeters(houses: Int, radiusMeters: Double) -> Double {
        (.pi / Double(max(houses, 1))).squareRoot() * radiusMeters
    }

}

/// What the smoke of burning houses does: carbon monoxide, Y = −7.4 + ln(C t) after the Purple Book
/// (CPR 18E, L), in mg/m3 and minutes.
enum SmokePoison {
    /// Share of the deadly load that makes somebody unable to get out -- constant, assumption (D).
    static let seriousShare = 1.0 / 3
    /// Share of it that moderately hurts -- constant, assumption (D).
    static let moderateShare = 0.1
    /// Share of it that slightly hurts -- constant, assumption (D).
    static let slightShare = 1.0 / 30

    /// Returns the probit of death for a load [mg/m3·min].
    static func probit(load: Double) -> Double { -7.4 + Elementary.log(load) }

    /// Returns the load of which somebody dies [mg/m3·min].
    ///
    /// - Parameter tolerance: Share of people who die of less [0…1).
    /// - Returns: Load [mg/m3·min].
    static func deadlyLoad(tolerance: Double) -> Double {
        Elementary.exp(5 + 7.4 + Elementary.normalQuantile(max(tolerance, 0x1p-54)))
    }
}
