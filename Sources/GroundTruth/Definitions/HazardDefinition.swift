public import EventKernel
public import Terrain
public import Vocabulary

/// A source of harm as a scenario defines it.
public struct HazardDefinition: Portable, Sendable {
    /// Site to which it belongs.
    public var site = SiteID(0)
    /// Zone in which it lies.
    public var zone = ZoneID(0)
    /// Where it is.
    public var position = Point()
    /// What sets it off; none for a hazard that begins by itself.
    public var trigger: CascadeDefinition?
    /// Sort and parameters.
    public var form = Form()

    /// Creates a hazard that does nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&site)
        try carrier.carry(&zone)
        try carrier.carry(&position)
        try carrier.carry(&trigger)
        try carrier.carry(&form)
    }
}

/// How one hazard sets off another.
public struct CascadeDefinition: Portable, Sendable {
    /// The hazard that sets this one off.
    public var hazard = HazardID(0)
    /// Peak side-on overpressure that its blast must reach here [kPa]; nil where it is enough that it
    /// happens: runs away, explodes, ignites.
    public var overpressureKilopascals: Double?
    /// Heat flux that its fire or fireball must bring here [kW/m2]; nil where heat does not matter.
    public var heatKilowattsPerSquareMeter: Double?
    /// Volume of the vessel that stands in this heat and bursts after the time of Cozzani's law [m3];
    /// nil for anything else.
    public var vesselCubicMeters: Double?
    /// Whether it is spared where the fire that sets it off has gone out by then, as from boiling over.
    public var whileBurning = false
    /// Chance that it then does [0…1].
    public var probability = 1.0
    /// Time from then to the start of this hazard [s].
    public var delay = Distribution.constant(0)

    /// Creates a cascade that follows at once.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&hazard)
        try carrier.carry(&overpressureKilopascals)
        try carrier.carry(&heatKilowattsPerSquareMeter)
        try carrier.carry(&vesselCubicMeters)
        try carrier.carry(&whileBurning)
        try carrier.carry(&probability)
        try carrier.carry(&delay)
    }
}

extension CascadeDefinition {
    /// Whether the hazard escalates from one unit to another, and so counts as a secondary incident.
    var isDomino: Bool { heatKilowattsPerSquareMeter != nil || whileBurning }
}

/// Waste that heats itself: zero-order thermal explosion.
public struct SelfHeatingDefinition: Portable, Sendable {
    /// Temperature from which it starts [°C].
    public var initialCelsius = 0.0
    /// Activation temperature E/R of the reaction [K].
    public var activationKelvins = 0.0
    /// Time from the start of heating to runaway [s].
    public var induction = Distribution.constant(0)
    /// Runaway since the start of the drill [s].
    public var runaway = Distribution.constant(0)

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&initialCelsius)
        try carrier.carry(&activationKelvins)
        try carrier.carry(&induction)
        try carrier.carry(&runaway)
    }
}

/// An explosion by its TNT equivalent.
public struct ExplosionDefinition: Portable, Sendable {
    /// Explosive power as TNT [kg].
    public var trinitrotolueneKilograms = Distribution.constant(0)

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&trinitrotolueneKilograms)
    }
}

/// A pool or tank that can burn.
public struct FireDefinition: Portable, Sendable {
    /// Burning surface [m2].
    public var areaSquareMeters = 0.0
    /// Liquid present when the fire starts [m3].
    public var volumeCubicMeters = Distribution.constant(0)
    /// Fuel that burns.
    public var fuel = FuelDefinition()
    /// Whether it stands in a tank that heat from other fires can bring to failure.
    public var isTank = false
    /// Foam solution needed [L/min per m2] -- NFPA 11 (C).
    public var foamLitersPerMinutePerSquareMeter = 6.5
    /// Time for which it is needed [min] -- NFPA 11, low flash point (C).
    public var foamMinutes = 65.0
    /// Share of concentrate in the solution [0…1] -- 3 % concentrate (C).
    public var foamConcentrateShare = 0.03
    /// Time in which a whole foam blanket is lost once application stops on a fire that still burns
    /// [min] -- assumption (D).
    public var foamLossMinutes = 30.0
    /// Cooling water needed to keep it safe [L/min] -- scenario.
    public var coolingLitersPerMinute = 0.0
    /// Rate at which it flares up again while hot and not cooled [1/h] -- assumption (D).
    public var reflaresPerHour = 0.05
    /// The same while it is cooled [1/h]; 0, the default, is never -- assumption (D).
    ///
    /// At Gulei 2015 two of three tanks that were out flared up again under foam and cooling, within some 40
    /// tank-hours: 0.05 (0.006–0.18).
    public var reflaresPerHourCooled = 0.0
    /// Time of cooling after which it no longer flares up [h] -- assumption (D).
    public var coolingHours = 2.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&areaSquareMeters)
        try carrier.carry(&volumeCubicMeters)
        try carrier.carry(&fuel)
        try carrier.carry(&isTank)
        try carrier.carry(&foamLitersPerMinutePerSquareMeter)
        try carrier.carry(&foamMinutes)
        try carrier.carry(&foamConcentrateShare)
        try carrier.carry(&foamLossMinutes)
        try carrier.carry(&coolingLitersPerMinute)
        try carrier.carry(&reflaresPerHour)
        try carrier.carry(&reflaresPerHourCooled)
        try carrier.carry(&coolingHours)
    }
}

/// A burning liquid, after Babrauskas (SFPE Handbook).
public struct FuelDefinition: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Mass loss of a large pool [kg/(m2·s)].
    public var massFluxLimit = 0.0
    /// Extinction–absorption coefficient times mean beam length corrector [1/m].
    public var extinctionPerMeter = 0.0
    /// Heat of combustion [MJ/kg].
    public var heatMegajoulesPerKilogram = 0.0
    /// Density of the liquid [kg/m3].
    public var densityKilogramsPerCubicMeter = 0.0
    /// Share of the heat that is radiated [0…1].
    public var radiativeFraction = 0.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&massFluxLimit)
        try carrier.carry(&extinctionPerMeter)
        try carrier.carry(&heatMegajoulesPerKilogram)
        try carrier.carry(&densityKilogramsPerCubicMeter)
        try carrier.carry(&radiativeFraction)
    }
}

/// An instrument that reads the temperature of self-heating waste [°C], or methane in a working of a mine [%].
public struct SensorDefinition: Portable, Sendable {
    /// Hazard it reads.
    public var hazard = HazardID(0)
    /// Time from reading to reading [s].
    public var periodSeconds = 0.0
    /// Standard deviation of a reading, in its unit.
    public var noise = 0.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&hazard)
        try carrier.carry(&periodSeconds)
        try carrier.carry(&noise)
    }
}
