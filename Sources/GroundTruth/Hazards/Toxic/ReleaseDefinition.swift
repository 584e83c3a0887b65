public import EventKernel
import Vocabulary

/// A poisonous gas that gets out (有毒气体泄漏).
public struct ReleaseDefinition: Portable, Sendable {
    /// What gets out.
    public var substance = SubstanceDefinition()
    /// What gets out at once [kg]; 0 for a steady release.
    public var sudden = Distribution.constant(0)
    /// What gets out while it flows [kg/s].
    public var kilogramsPerSecond = Distribution.constant(0)
    /// Time for which it flows, until somebody shuts it off [s].
    public var flow = Distribution.constant(0)
    /// What there is; the flow ends when it is used up [kg].
    public var inventory = Distribution.constant(1e12)
    /// Height of the source [m].
    public var heightMeters = 0.0
    /// Step of time in which the cloud is followed [s].
    public var stepSeconds = 60.0
    /// Air changes of a room as people live [1/h] -- leaky (L).
    public var airChangesPerHour = 1.0
    /// Air changes of a room that is shut [1/h] -- tight, closed (L).
    public var shutAirChangesPerHour = 0.3
    /// Air changes of a room with its windows open [1/h] -- within 2–5 (L).
    public var airedAirChangesPerHour = 4.0
    /// Whether those who have taken shelter open up once the air outdoors is better.
    public var airsAfterwards = true
    /// Time after which people outdoors go in [s] -- assumption (D).
    public var goingInSeconds = 600.0

    /// Creates a release of nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&substance)
        try carrier.carry(&sudden)
        try carrier.carry(&kilogramsPerSecond)
        try carrier.carry(&flow)
        try carrier.carry(&inventory)
        try carrier.carry(&heightMeters)
        try carrier.carry(&stepSeconds)
        try carrier.carry(&airChangesPerHour)
        try carrier.carry(&shutAirChangesPerHour)
        try carrier.carry(&airedAirChangesPerHour)
        try carrier.carry(&airsAfterwards)
        try carrier.carry(&goingInSeconds)
    }
}

/// Wind from an instant on.
public struct WindDefinition: Portable, Sendable {
    /// From when it blows, since the start of the drill [s].
    public var fromSeconds = 0.0
    /// Speed at 10 m [m/s].
    public var metersPerSecond = 2.0
    /// Where it comes from, clockwise from north [°].
    public var fromDegrees = 0.0
    /// Stability of the air.
    public var stability = StabilityClass.d

    /// Creates a light wind from the north.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&fromSeconds)
        try carrier.carry(&metersPerSecond)
        try carrier.carry(&fromDegrees)
        try carrier.carry(&stability)
    }
}

/// Weather of a drill.
public struct WeatherDefinition: Portable, Sendable {
    /// Winds, one after another.
    public var winds: [WindDefinition] = []
    /// Error of the direction in a drill, standard deviation [°].
    public var directionSigmaDegrees = 0.0
    /// Whether the ground is rough with buildings.
    public var isUrban = false

    /// Creates weather without wind.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&winds)
        try carrier.carry(&directionSigmaDegrees)
        try carrier.carry(&isUrban)
    }
}

extension GroundTruth {
    /// Least wind with which clouds drift [m/s] -- constant (C): below it the Gaussian model has no
    /// meaning, and air moves a little even in a calm.
    static let calmMetersPerSecond = 0.5

    /// Returns the wind at an instant and a height, at 10 m at least: the way the air goes in a second
    /// [m], and its spread.
    func wind(
        at time: SimTime,
        height: Double,
        _ luck: DrillKey
    ) -> (drift: SIMD2<Double>, Dispersion) {
        let weather = definition.weather
        var wind = weather.winds.first ?? WindDefinition()
        for next in weather.winds where next.fromSeconds <= (time - .start).seconds { wind = next }
        var degrees = wind.fromDegrees
        if weather.directionSigmaDegrees > 0 {
            let draw = luck.uniform(.windDirection, 0)
            degrees +=
                weather.directionSigmaDegrees * Elementary.normalQuantile(max(draw, 0x1p-54))
        }
        let angle = degrees * .pi / 180
        let dispersion = Dispersion(stability: wind.stability, isUrban: weather.isUrban)
        let aloft = dispersion.windMetersPerSecond(
            atHeight: max(height, 10),
            tenMeters: wind.metersPerSecond
        )
        let speed = max(aloft, Self.calmMetersPerSecond)
        let drift = SIMD2(-speed * Elementary.sin(angle), -speed * Elementary.cos(angle))
        return (drift, dispersion)
    }
}
