import EventKernel

/// A burning pool of liquid, in the open or in a tank without roof.
struct PoolFire {
    /// Burning surface [m2].
    let areaSquareMeters: Double
    /// Fuel that burns.
    let fuel: FuelDefinition

    /// Diameter of a circle of the same area [m].
    var diameterMeters: Double { (areaSquareMeters * 4 / .pi).squareRoot() }

    /// Mass burnt per area [kg/(m2·s)]: m_inf (1 − e^(−kβD)), Babrauskas.
    var massFlux: Double {
        fuel.massFluxLimit * -Elementary.expm1(-fuel.extinctionPerMeter * diameterMeters)
    }

    /// Heat release [kW].
    var heatKilowatts: Double {
        massFlux * areaSquareMeters * fuel.heatMegajoulesPerKilogram * 1000
    }

    /// Depth of liquid burnt per time [m/s].
    var regressionMetersPerSecond: Double {
        massFlux / fuel.densityKilogramsPerCubicMeter
    }

    /// Flame height after Thomas (1963) [m], air of 1.2 kg/m3.
    var thomasFlameMeters: Double {
        let root = (9.81 * diameterMeters).squareRoot()
        return 42 * diameterMeters * Elementary.pow(massFlux / (1.2 * root), 0.61)
    }

    /// Flame height after Heskestad [m].
    var heskestadFlameMeters: Double {
        0.235 * Elementary.pow(heatKilowatts, 0.4) - 1.02 * diameterMeters
    }

    /// Surface emissive power of a smoky flame after Mudan (1984) [kW/m2].
    var emissivePowerKilowattsPerSquareMeter: Double {
        let clear = Elementary.exp(-0.12 * diameterMeters)
        return 140 * clear + 20 * (1 - clear)
    }

    /// Returns the heat flux at a distance from the middle [kW/m2], point source, clear air.
    func fluxKilowattsPerSquareMeter(atMeters meters: Double) -> Double {
        let radiated = fuel.radiativeFraction * heatKilowatts
        return radiated / (4 * .pi * meters * meters)
    }

    /// Returns the distance at which the heat flux has a value [m].
    func distanceMeters(toFlux kilowattsPerSquareMeter: Double) -> Double {
        let radiated = fuel.radiativeFraction * heatKilowatts
        return (radiated / (4 * .pi * kilowattsPerSquareMeter)).squareRoot()
    }
}

/// Failure of vessels under the heat of other fires (Cozzani and others, 2006).
enum HeatEscalation {
    /// Heat flux below which an atmospheric tank stands [kW/m2] -- constant.
    static let thresholdKilowattsPerSquareMeter = 15.0

    /// Returns the time to failure of a pressurised vessel [s], ln t = −0.947 ln I + 8.835 V^0.032.
    ///
    /// - Parameters:
    ///   - flux: Heat flux on the vessel [kW/m2], positive.
    ///   - volumeCubicMeters: Volume of the vessel [m3].
    /// - Returns: Time from the start of this heat flux [s].
    static func secondsToBurst(flux: Double, volumeCubicMeters: Double) -> Double {
        Elementary.exp(
            -0.947 * Elementary.log(flux) + 8.835 * Elementary.pow(volumeCubicMeters, 0.032)
        )
    }

    /// Returns the time to failure of an atmospheric tank [s]; infinite below the threshold.
    ///
    /// - Parameters:
    ///   - flux: Heat flux on the tank [kW/m2].
    ///   - volumeCubicMeters: Volume of the tank [m3].
    /// - Returns: Time from the start of this heat flux [s].
    static func secondsToFailure(flux: Double, volumeCubicMeters: Double) -> Double {
        guard flux >= thresholdKilowattsPerSquareMeter else { return .infinity }
        return Elementary.exp(
            -1.128 * Elementary.log(flux) - 2.667e-5 * volumeCubicMeters + 9.877
        )
    }
}

/// Death of people who cannot leave the heat of a fire.
enum HeatExposure {
    /// Heat flux that can be borne for long [kW/m2] -- constant (FACTS: no harm at 1.6).
    static let harmlessKilowattsPerSquareMeter = 1.6

    /// Returns how long a person lives in a heat flux [s], by Eisenberg's probit for the dose
    /// t·q^(4/3).
    ///
    /// - Parameters:
    ///   - flux: Heat flux on the person [kW/m2].
    ///   - tolerance: Share of people who die of a smaller dose [0…1].
    /// - Returns: Time from the start of this heat flux [s]; infinite where it can be borne for long.
    static func secondsToDeath(flux: Double, tolerance: Double) -> Double {
        guard flux > harmlessKilowattsPerSquareMeter else { return .infinity }
        let probit = 5 + Elementary.normalQuantile(max(tolerance, 0x1p-54))
        let dose = Elementary.exp((probit + 38.48) / 2.56)
        return dose / Elementary.pow(flux * 1000, 4.0 / 3)
    }
}

/// Waste that heats itself until it runs away.
///
/// Zero-order thermal explosion without heat loss (Semenov; Frank-Kamenetskii): with the activation
/// temperature E/R and the start temperature T0, the excess temperature at a share τ of the induction
/// time is −ln(1 − τ) · T0² / (E/R).
struct SelfHeating: BitwiseCopyable, Sendable {
    /// Temperature before it heats itself [°C].
    let initialCelsius: Double
    /// Activation temperature E/R [K].
    let activationKelvins: Double
    /// Start of heating relative to the start of the drill [s].
    let beginsSeconds: Double
    /// Runaway relative to the start of the drill [s].
    let runawaySeconds: Double

    /// Returns the temperature at a time since the start of the drill [°C].
    func celsius(atSeconds seconds: Double) -> Double {
        let share = (seconds - beginsSeconds) / (runawaySeconds - beginsSeconds)
        guard share > 0 else { return initialCelsius }
        let start = initialCelsius + 273.15
        let scale = start * start / activationKelvins
        return initialCelsius - scale * Elementary.log1p(-min(share, 0.999_999))
    }
}
