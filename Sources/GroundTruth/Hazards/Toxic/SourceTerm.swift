import EventKernel

/// How fast something flows out of a hole (CCPS, C).
public enum SourceTerm {
    /// Discharge coefficient of a sharp-edged hole -- constant (C).
    public static let dischargeCoefficient = 0.61

    /// Returns the flow of a liquid through a hole, Cd A √(2ρ(P − Pa) + 2ρ²gh) [kg/s].
    ///
    /// - Parameters:
    ///   - holeMeters: Diameter of the hole [m].
    ///   - gaugePascals: Pressure above that of the air [Pa].
    ///   - headMeters: Height of the liquid above the hole [m].
    ///   - density: Density of the liquid [kg/m3].
    /// - Returns: Flow [kg/s].
    public static func liquid(
        holeMeters: Double,
        gaugePascals: Double,
        headMeters: Double,
        density: Double
    ) -> Double {
        let area = .pi * holeMeters * holeMeters / 4
        let root = 2 * density * gaugePascals + 2 * density * density * 9.81 * headMeters
        return dischargeCoefficient * area * max(root, 0).squareRoot()
    }

    /// Returns the flow of a gas through a hole at the speed of sound [kg/s]; what flows more slowly,
    /// below the critical pressure, is scaled by the square root of the pressure above that of the air.
    ///
    /// - Parameters:
    ///   - holeMeters: Diameter of the hole [m].
    ///   - pascals: Absolute pressure in the vessel [Pa].
    ///   - kelvins: Temperature [K].
    ///   - molarGrams: Molar mass [g/mol].
    ///   - heatRatio: Ratio of specific heats γ.
    /// - Returns: Flow [kg/s]; 0 without pressure.
    public static func gas(
        holeMeters: Double,
        pascals: Double,
        kelvins: Double,
        molarGrams: Double,
        heatRatio: Double
    ) -> Double {
        let area = .pi * holeMeters * holeMeters / 4
        let air = 101_325.0
        guard pascals > air else { return 0 }
        let power = Elementary.pow(2 / (heatRatio + 1), (heatRatio + 1) / (heatRatio - 1))
        let root = (heatRatio * molarGrams / 1000 / (8.314_462_618 * kelvins) * power).squareRoot()
        let choked = dischargeCoefficient * area * pascals * root
        let critical = air * Elementary.pow((heatRatio + 1) / 2, heatRatio / (heatRatio - 1))
        guard pascals < critical else { return choked }
        return choked * ((pascals - air) / (critical - air)).squareRoot()
    }
}
