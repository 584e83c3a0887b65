public import EventKernel
public import Vocabulary

/// Firedamp in a working of a coal mine whose fan has failed (煤矿掘进工作面停风、瓦斯积聚爆炸).
///
/// Methane gathers until the air is restored or something lights it. The explosion strikes along the roadways,
/// afterdamp goes with the air, people leave with self-rescuers or wait behind a fall, and while the air is short gas
/// gathers again. Left out: coal dust, outbursts, layers of gas below the roof, reversal of the air by heat, and how
/// bends and junctions weaken the wave.
public struct MineGasDefinition: Portable, Sendable {
    // Gas and air
    /// Methane that the working gives off [m3/min].
    public var methaneCubicMetersPerMinute = Distribution.constant(0)
    /// Fresh air that its fan brings in good order [m3/min].
    public var airCubicMetersPerMinute = 400.0
    /// Air in the roadway past its mouth, its own included, in good order [m3/min].
    public var returnCubicMetersPerMinute = 1200.0
    /// Space of the working [m3].
    public var workingCubicMeters = 3000.0
    /// Cross-section of it and of the roadways [m2] -- assumption (D).
    public var crossSectionSquareMeters = 12.0
    /// Way from the working to fresh air [m] -- assumption (D).
    public var exitMeters = 400.0
    /// Share of the working's air that is left when it begins; 0 where the fan stands still [0…1] -- assumption (D).
    public var airLeftShare = 0.0
    /// Time until the mine's own fitters have the fan running again, if nothing explodes before [s] -- assumption (D).
    public var repair = Distribution.lognormal(median: 60 * 60, sigma: 0.7)
    /// Roadways on whose air or way it lies, along the air.
    public var roadways: [RoadwayDefinition] = []

    // Monitoring
    /// Chance that the sensors of the working measure rightly and cut the power [0…1] -- assumption (D).
    public var monitoringShare = 0.95
    /// Share of methane at which they alarm [0…1] -- Safety Regulations for Coal Mines 2022 (V).
    public var alarmShare = 0.01
    /// Share of methane at which power is cut and people must leave [0…1] -- the same (V).
    public var cutOffShare = 0.015
    /// Share of the miners of the working who then leave without being told by anybody [0…1] -- assumption (D).
    public var withdrawingShare = 0.5
    /// Rate at which something lights the gas while it can be lit [1/h] -- assumption (D).
    public var ignitionsPerHour = 1.0
    /// Share of that rate that is left once the power is cut [0…1] -- assumption (D).
    public var ignitionsWithoutPower = 0.3

    // Explosion
    /// Share of the heat that drives the wave in the roadways [0…1] -- as of clouds of gas, 0.03–0.05, assumed (D).
    public var efficiency = 0.05
    /// Length of the flame against that of the gas -- textbooks, 3–6 (L).
    public var flameFactor = 3.0
    /// Burns of those whom the flame reaches, exclusive shares [0…1] -- assumption (D).
    public var burns = HarmShares(slight: 0.05, moderate: 0.15, serious: 0.4, dead: 0.4)
    /// Chance for each roadway that its way out is blocked by a fall [0…1] -- assumption (D).
    public var blockedShare = 0.2
    /// Work to bring somebody out from behind a fall [team·s] -- assumption (D).
    public var clearing = Distribution.lognormal(median: 3600, sigma: 0.7)
    /// Chance that something goes on burning and can light gas again [0…1] -- assumption (D).
    public var fireShare = 0.4
    /// Rate at which such a fire lights gas that can be lit [1/h] -- assumption (D).
    public var fireIgnitionsPerHour = 2.0

    // Afterdamp and air
    /// Carbon monoxide made for each volume of methane burnt [0…1] -- textbooks, 2–4 % of the afterdamp (L).
    public var carbonMonoxideYield = Distribution.uniform(low: 0.2, high: 0.4)
    /// Share of the afterdamp that the explosion drives out of the working [0…1] -- assumption (D).
    public var expelledShare = 0.5
    /// Share of the working's air that is left after an explosion [0…1] -- assumption (D).
    public var brokenAirShare = 0.1
    /// Share of the air of the roadways that is left after an explosion [0…1] -- assumption (D).
    public var brokenReturnShare = 0.2
    /// Time from the reconnaissance of the site, or the latest explosion, until the air is restored [s] --
    /// assumption (D).
    public var restoring = Distribution.lognormal(median: 90 * 60, sigma: 0.5)

    // People
    /// Share of the miners who have a self-rescuer on in time [0…1] -- assumption (D).
    public var selfRescuerShare = 0.8
    /// Time for which it protects [s] -- rated time of at least 30 min (V).
    public var selfRescuerSeconds = 30 * 60.0
    /// Speed of walking in clear air [m/min] -- assumption (D).
    public var walkMetersPerMinute = 60.0
    /// Speed of walking after an explosion [m/min] -- assumption (D).
    public var smokeMetersPerMinute = 30.0
    /// Time for which a refuge chamber keeps people alive [s] -- at least 96 h (V).
    public var refugeSeconds = 96 * 3600.0

    // Crews
    /// Share of methane at which crews who measure it come out [0…1] -- rescue practice of 2 % and rising (L).
    public var crewsOutShare = 0.02

    /// Creates a working that gives off nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&methaneCubicMetersPerMinute)
        try carrier.carry(&airCubicMetersPerMinute)
        try carrier.carry(&returnCubicMetersPerMinute)
        try carrier.carry(&workingCubicMeters)
        try carrier.carry(&crossSectionSquareMeters)
        try carrier.carry(&exitMeters)
        try carrier.carry(&airLeftShare)
        try carrier.carry(&repair)
        try carrier.carry(&roadways)
        try carrier.carry(&monitoringShare)
        try carrier.carry(&alarmShare)
        try carrier.carry(&cutOffShare)
        try carrier.carry(&withdrawingShare)
        try carrier.carry(&ignitionsPerHour)
        try carrier.carry(&ignitionsWithoutPower)
        try carryExplosion(by: &carrier)
        try carryPeople(by: &carrier)
    }

    private mutating func carryExplosion<C: Carrier>(
        by carrier: inout C
    ) throws(ByteFormError) {
        try carrier.carry(&efficiency)
        try carrier.carry(&flameFactor)
        try carrier.carry(&burns)
        try carrier.carry(&blockedShare)
        try carrier.carry(&clearing)
        try carrier.carry(&fireShare)
        try carrier.carry(&fireIgnitionsPerHour)
        try carrier.carry(&carbonMonoxideYield)
        try carrier.carry(&expelledShare)
        try carrier.carry(&brokenAirShare)
        try carrier.carry(&brokenReturnShare)
        try carrier.carry(&restoring)
    }

    private mutating func carryPeople<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&selfRescuerShare)
        try carrier.carry(&selfRescuerSeconds)
        try carrier.carry(&walkMetersPerMinute)
        try carrier.carry(&smokeMetersPerMinute)
        try carrier.carry(&refugeSeconds)
        try carrier.carry(&crewsOutShare)
    }
}

/// A zone of people along the roadways from the mouth of a working.
public struct RoadwayDefinition: Portable, Sendable {
    /// Zone of those who are there.
    public var zone = ZoneID(0)
    /// Length [m].
    public var lengthMeters = 300.0
    /// Whether it lies upstream, on the intake, where the wave comes but no afterdamp.
    public var isIntake = false
    /// Way from its middle to fresh air [m].
    public var exitMeters = 400.0
    /// People for whom its refuge chamber has room [persons]; 0 where there is none.
    public var refugePlaces: Int32 = 0

    /// Creates a roadway on the return.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&zone)
        try carrier.carry(&lengthMeters)
        try carrier.carry(&isIntake)
        try carrier.carry(&exitMeters)
        try carrier.carry(&refugePlaces)
    }
}

extension MineGasDefinition {
    /// Step of time in which a mine is followed [s] -- constant.
    static let stepSeconds = 30.0
    /// Share of carbon monoxide that may be in the air where people work [0…1] -- Safety Regulations for Coal
    /// Mines, 0.0024 % (V).
    static let permittedCarbonMonoxide = 24e-6

    /// Length of the working [m].
    var workingMeters: Double { workingCubicMeters / crossSectionSquareMeters }
}
