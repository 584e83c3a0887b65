public import EventKernel
import Terrain
import Vocabulary

/// A gas that burns, with the shares of air between which it can be lit.
public enum FuelGas: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Natural gas, as methane.
    case naturalGas = 0
    /// Liquefied petroleum gas, as propane.
    case liquefiedPetroleumGas = 1
    /// Hydrogen.
    case hydrogen = 2

    /// Share of the air from which it can be lit [0…1] (C).
    public var lowerLimit: Double {
        switch self {
        case .naturalGas: 0.05
        case .liquefiedPetroleumGas: 0.021
        case .hydrogen: 0.04
        }
    }

    /// Share of the air up to which it can be lit [0…1] (C).
    public var upperLimit: Double {
        switch self {
        case .naturalGas: 0.15
        case .liquefiedPetroleumGas: 0.095
        case .hydrogen: 0.75
        }
    }

    /// Density at 20 °C [kg/m3] (C).
    public var kilogramsPerCubicMeter: Double {
        switch self {
        case .naturalGas: 0.67
        case .liquefiedPetroleumGas: 1.83
        case .hydrogen: 0.084
        }
    }

    /// Heat of combustion [MJ/kg] (C).
    public var heatMegajoulesPerKilogram: Double {
        switch self {
        case .naturalGas: 50
        case .liquefiedPetroleumGas: 46.35
        case .hydrogen: 120
        }
    }
}

/// Gas that leaks into a room, a cellar or a covered ditch until it is lit, or shut off in time
/// (燃气泄漏、积聚爆炸).
///
/// The space is mixed at every instant: pockets, layers and the way from a broken pipe through the ground are left
/// out.
public struct GasLeakDefinition: Portable, Sendable {
    /// What leaks.
    public var gas = FuelGas.naturalGas
    /// How much [kg/s].
    public var kilogramsPerSecond = Distribution.constant(0)
    /// Space in which it gathers [m3].
    public var cubicMeters = 1000.0
    /// Air changes of that space [1/h] -- assumption (D).
    public var airChangesPerHour = 1.0
    /// Share of the lower limit from which people smell it [0…1] -- odorised town gas, a fifth (C).
    public var smellShare = 0.2
    /// Rate at which something lights it while it can be lit [1/h] -- assumption (D).
    public var ignitionsPerHour = 1.0
    /// Share of the heat that drives the blast [0…1] -- TNT equivalence of clouds, 0.03–0.05 (C).
    public var efficiency = 0.04
    /// Time from the survey of the site until the gas is shut off [s] -- assumption (D).
    public var shutting = Distribution.lognormal(median: 20 * 60, sigma: 0.5)

    /// Creates a leak of nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&gas)
        try carrier.carry(&kilogramsPerSecond)
        try carrier.carry(&cubicMeters)
        try carrier.carry(&airChangesPerHour)
        try carrier.carry(&smellShare)
        try carrier.carry(&ignitionsPerHour)
        try carrier.carry(&efficiency)
        try carrier.carry(&shutting)
    }

    /// Step of time in which a leak is followed [s] -- constant.
    static let stepSeconds = 30.0
}

/// Gas in a space that is mixed at every instant: V dc/dt = q (1 − c) − λ V c.
enum GasBuildup {
    /// Returns the share of gas in the air after a time.
    ///
    /// - Parameters:
    ///   - share: Share at first [0…1].
    ///   - seconds: Time [s].
    ///   - inflow: Gas that comes in [m3/s].
    ///   - cubicMeters: Space [m3], positive.
    ///   - airChangesPerHour: Air changes [1/h].
    /// - Returns: Share [0…1].
    static func share(
        from share: Double,
        afterSeconds seconds: Double,
        inflow: Double,
        cubicMeters: Double,
        airChangesPerHour: Double
    ) -> Double {
        let fresh = inflow / cubicMeters
        let rate = fresh + airChangesPerHour / 3600
        guard rate > 0 else { return share }
        let end = fresh / rate
        return end + (share - end) * Elementary.exp(-rate * seconds)
    }
}

/// A leak in a drill.
struct GasLeakState: BitwiseCopyable, Sendable {
    /// Gas that comes in [kg/s] -- drawn.
    var kilogramsPerSecond: Double
    /// Share of gas in the air [0…1] -- state.
    var share = 0.0
    /// What is left until something lights it, in hours of gas that can be lit times the rate -- drawn, state.
    var margin: Double
    /// When the gas is shut off; never while nobody has found where -- state.
    var shutAt = SimTime.never
    /// Steps done -- state.
    var steps: Int32 = 0
    /// The fact of its beginning.
    var lastFact: FactID
}

/// How gas gathers, is smelt, lit or shut off.
extension GroundTruth {
    /// Lets gas begin to leak.
    mutating func leaks(
        _ hazard: HazardID,
        _ leak: GasLeakDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        // That it leaks is no incident by itself; that it explodes may be a secondary one.
        let fact = moment.record(.began(hazard, secondary: false), because: cause)
        let instant = moment.instant
        let rate = instant.sample(leak.kilogramsPerSecond, .outflow, hazard.entity)
        hazards[hazard.index] = .leak(
            GasLeakState(
                kilogramsPerSecond: min(max(0, rate), 1e6),
                margin: instant.sample(.exponential(mean: 1), .gasIgnition, hazard.entity),
                lastFact: fact
            )
        )
        setOff(by: hazard, because: fact, wave: nil, instant)
        scheduleLeak(hazard, 0, moment.now)
    }

    private mutating func scheduleLeak(_ hazard: HazardID, _ step: Int32, _ now: SimTime) {
        outbox.schedule(
            .hazardChanges(hazard, epoch: step),
            at: now + SimDuration(seconds: GasLeakDefinition.stepSeconds),
            .hazard
        )
    }

    /// Follows a leak over the step that ends now.
    mutating func gasGathers(
        _ hazard: HazardID,
        _ leak: GasLeakDefinition,
        _ epoch: Int32,
        _ moment: inout Moment
    ) {
        guard case .leak(var state) = hazards[hazard.index], state.steps == epoch else { return }
        let isShut = state.shutAt <= moment.now
        state.share = GasBuildup.share(
            from: state.share,
            afterSeconds: GasLeakDefinition.stepSeconds,
            inflow: isShut ? 0 : state.kilogramsPerSecond / leak.gas.kilogramsPerCubicMeter,
            cubicMeters: leak.cubicMeters,
            airChangesPerHour: leak.airChangesPerHour
        )
        state.steps += 1
        noticeSurvey(&state, hazard, leak, moment.instant)
        if state.share >= leak.gas.lowerLimit, state.share <= leak.gas.upperLimit {
            state.margin -= GasLeakDefinition.stepSeconds / 3600 * leak.ignitionsPerHour
        }
        hazards[hazard.index] = .leak(state)
        if state.share >= leak.smellShare * leak.gas.lowerLimit {
            alarm(definition.hazards[hazard.index].zone, because: state.lastFact, &moment)
        }
        if state.margin <= 0 {
            blowUp(hazard, leak, state, &moment)
        } else if isShut, state.share < leak.gas.lowerLimit {
            hazards[hazard.index] = .spent(state.lastFact)
            moment.record(.ceased(hazard), because: state.lastFact)
        } else {
            scheduleLeak(hazard, state.steps, moment.now)
        }
    }

    /// Once a survey has shown where the gas comes from, it is shut off after a time.
    private func noticeSurvey(
        _ state: inout GasLeakState,
        _ hazard: HazardID,
        _ leak: GasLeakDefinition,
        _ instant: Instant
    ) {
        let site = definition.hazards[hazard.index].site
        guard state.shutAt.isNever, sites[site.index].isSurveyed else { return }
        state.shutAt = instant.now + instant.duration(leak.shutting, .gasShutting, hazard.entity)
    }

    /// Something lights the gas: all of it in the space explodes.
    private mutating func blowUp(
        _ hazard: HazardID,
        _ leak: GasLeakDefinition,
        _ state: GasLeakState,
        _ moment: inout Moment
    ) {
        let mass = state.share * leak.cubicMeters * leak.gas.kilogramsPerCubicMeter
        var explosion = ExplosionDefinition()
        explosion.trinitrotolueneKilograms = .constant(
            ExplosiveEquivalent.kilograms(
                of: mass,
                megajoulesPerKilogram: leak.gas.heatMegajoulesPerKilogram,
                efficiency: leak.efficiency
            )
        )
        explode(hazard, explosion, state.lastFact, &moment)
        moment.record(.ceased(hazard), because: state.lastFact)
    }
}
