import EventKernel

/// When a mixture of methane, air and burnt gas can be lit: Coward's triangle (Coward and Jones 1952, C).
///
/// Between 5 and 15 % in fresh air; with less oxygen the limits approach each other, and meet at 5.9 % methane and
/// 12.2 % oxygen, below which nothing can be lit.
enum CowardTriangle {
    /// Share of oxygen in fresh air [0…1].
    static let freshOxygen = 0.2095

    private static let nose = (methane: 0.059, oxygen: 0.122)

    /// Tells whether a mixture can be lit.
    ///
    /// - Parameters:
    ///   - methane: Share of methane [0…1].
    ///   - oxygen: Share of oxygen [0…1].
    /// - Returns: Whether it lies within the triangle.
    static func isExplosive(methane: Double, oxygen: Double) -> Bool {
        guard oxygen >= nose.oxygen else { return false }
        let gas = FuelGas.naturalGas
        return methane >= limit(gas.lowerLimit, oxygen) && methane <= limit(gas.upperLimit, oxygen)
    }

    /// Returns a limit at some oxygen, on the line from that in air to the nose.
    private static func limit(_ inAir: Double, _ oxygen: Double) -> Double {
        let most = freshOxygen * (1 - inAir)
        let share = min((oxygen - nose.oxygen) / (most - nose.oxygen), 1)
        return nose.methane + (inAir - nose.methane) * share
    }
}

/// What is in the air of a working, mixed at every instant, as shares of its volume.
struct WorkingAir: BitwiseCopyable, Sendable {
    /// Methane [0…1].
    var methane = 0.0
    /// Burnt gas, without oxygen [0…1].
    var burnt = 0.0
    /// Carbon monoxide, part of the burnt gas [0…1].
    var carbonMonoxide = 0.0

    /// Oxygen [0…1].
    var oxygen: Double { CowardTriangle.freshOxygen * max(0, 1 - methane - burnt) }

    /// Whether it can be lit.
    var isExplosive: Bool {
        CowardTriangle.isExplosive(methane: methane, oxygen: oxygen)
    }

    /// Returns the share of methane towards which gas and air tend: q / (q + Q).
    static func steadyMethane(inflow: Double, air: Double) -> Double {
        inflow > 0 ? inflow / (inflow + max(0, air)) : 0
    }

    /// Lets gas and air flow in for a time: V dc/dt = q (1 − c) − Q c for methane, and what was there falls with
    /// all that flows in.
    ///
    /// - Parameters:
    ///   - minutes: Time [min].
    ///   - inflow: Methane [m3/min].
    ///   - air: Fresh air [m3/min].
    ///   - cubicMeters: Space [m3], positive.
    /// - Returns: Carbon monoxide that has flowed out [m3].
    mutating func flow(
        minutes: Double,
        inflow: Double,
        air: Double,
        cubicMeters: Double
    ) -> Double {
        methane = GasBuildup.share(
            from: methane,
            afterSeconds: minutes * 60,
            inflow: inflow / 60,
            cubicMeters: cubicMeters,
            airChangesPerHour: air * 60 / cubicMeters
        )
        let kept = Elementary.exp(-(inflow + air) * minutes / cubicMeters)
        let before = carbonMonoxide
        carbonMonoxide *= kept
        burnt *= kept
        return (before - carbonMonoxide) * cubicMeters
    }

    /// Burns as much methane as there is oxygen for: CH4 + 2 O2.
    ///
    /// - Parameter yield: Carbon monoxide for each volume of methane burnt [0…1].
    /// - Returns: Methane burnt, as a share of the volume [0…1].
    mutating func burn(carbonMonoxideYield yield: Double) -> Double {
        let consumed = min(methane, oxygen / 2)
        let left = max(0, 1 - methane - burnt - 2 * consumed / CowardTriangle.freshOxygen)
        methane -= consumed
        burnt = 1 - methane - left
        carbonMonoxide = min(carbonMonoxide + yield * consumed, burnt)
        return consumed
    }

    /// Drives a share out, in place of which fresh air comes as the gas cools.
    mutating func expel(_ share: Double) {
        methane *= 1 - share
        burnt *= 1 - share
        carbonMonoxide *= 1 - share
    }
}

/// Air that goes through a roadway, mixed at every instant.
enum RoadwayMixing {
    /// Lets air flow through for a time.
    ///
    /// - Parameters:
    ///   - share: Share of a gas in the roadway [0…1], which changes.
    ///   - incoming: Share of it in the air that comes in [0…1].
    ///   - exchanges: Air that flows through against the volume of the roadway.
    /// - Returns: Mean share in the air that has gone out [0…1]: what came in and was there is there or has gone.
    static func flow(_ share: inout Double, incoming: Double, exchanges: Double) -> Double {
        guard exchanges > 0 else { return share }
        let surplus = share - incoming
        share = incoming + surplus * Elementary.exp(-exchanges)
        return incoming - surplus * Elementary.expm1(-exchanges) / exchanges
    }
}

/// The wave of an explosion that runs along roadways both ways from the mouth of a working.
///
/// A strong plane blast (Sedov 1959, C): ΔP = 2/(γ+1) · 4/9 · E/(α S R) = 0.344 E/(S R), with α = 1.077 for γ = 1.4,
/// no more than methane and air reach in a closed vessel. Walls, bends and junctions, which weaken it, and the slower
/// fall of weak waves are left out.
struct GalleryBlast {
    /// Energy that drives the wave [J].
    let joules: Double
    /// Cross-section of the roadways [m2].
    let squareMeters: Double

    private static let factor = 0.344
    /// What methane and air reach in a closed vessel [Pa] (C).
    private static let closedVesselPascals = 8e5

    /// Returns the peak overpressure at a distance from the middle of the gas [Pa].
    func pascals(atMeters meters: Double) -> Double {
        min(Self.factor * joules / (squareMeters * max(meters, 1)), Self.closedVesselPascals)
    }

    /// Returns what it does to people at a distance, by its pressure alone.
    func harm(atMeters meters: Double) -> HarmThresholds {
        let pressure = pascals(atMeters: meters)
        var harm = HarmThresholds()
        guard pressure > Self.harmlessPascals else { return harm }
        harm.dead = Self.share(pressure, median: 100e3)
        harm.serious = max(harm.dead, Self.share(pressure, median: 60e3))
        harm.moderate = max(harm.serious, Self.share(pressure, median: 40e3))
        harm.slight = max(harm.moderate, Self.share(pressure, median: 25e3))
        return harm
    }

    /// Share of people who suffer harm that half of them suffer at a pressure.
    ///
    /// Medians follow the table that Chinese assessments use (C): from 20 kPa slight, from 30 moderate, from 50 serious
    /// or dead, above 100 most are dead. That people differ by a quarter is assumed (D).
    private static func share(_ pascals: Double, median: Double) -> Double {
        Elementary.normalCDF(Elementary.log(pascals / median) / 0.25)
    }

    private static let harmlessPascals = 10e3
}

/// Carbon monoxide in air: share of the volume and mass.
enum CarbonMonoxide {
    /// Density at 20 °C [mg/m3] (C).
    static let milligramsPerCubicMeter = 1.165e6

    /// Returns the load of breathing a share for a time [mg/m3·min].
    static func load(share: Double, minutes: Double) -> Double {
        share * milligramsPerCubicMeter * minutes
    }
}
