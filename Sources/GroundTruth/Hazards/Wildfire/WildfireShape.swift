import EventKernel

/// The ellipse of a fire that has run for a time from one point, lit at its rear focus (Anderson 1983;
/// Van Wagner 1969).
struct WildfireEllipse {
    /// Speed of the head [m/min].
    let headMetersPerMinute: Double
    /// Length against breadth, 1 for a circle.
    let lengthToBreadth: Double

    /// Eccentricity √(LB² − 1)/LB.
    var eccentricity: Double {
        let ratio = max(lengthToBreadth, 1)
        return (ratio * ratio - 1).squareRoot() / ratio
    }

    /// Speed of the rear against the wind [m/min].
    var backMetersPerMinute: Double {
        headMetersPerMinute * (1 - eccentricity) / (1 + eccentricity)
    }

    /// Speed of the flanks [m/min]: half the breadth that a minute adds.
    var flankMetersPerMinute: Double {
        (headMetersPerMinute + backMetersPerMinute) / (2 * max(lengthToBreadth, 1))
    }

    /// Returns the speed in a direction, R(1 − e)/(1 − e cos θ) [m/min].
    ///
    /// - Parameter radians: Angle from the way of the head.
    /// - Returns: Speed [m/min].
    func metersPerMinute(towards radians: Double) -> Double {
        let e = eccentricity
        return headMetersPerMinute * (1 - e) / (1 - e * Elementary.cos(radians))
    }

    /// Returns the length after a time [m].
    func lengthMeters(afterMinutes minutes: Double) -> Double {
        (headMetersPerMinute + backMetersPerMinute) * minutes
    }

    /// Returns the breadth after a time [m].
    func breadthMeters(afterMinutes minutes: Double) -> Double {
        lengthMeters(afterMinutes: minutes) / max(lengthToBreadth, 1)
    }

    /// Returns the area burnt after a time [ha].
    func hectares(afterMinutes minutes: Double) -> Double {
        let rectangle =
            lengthMeters(afterMinutes: minutes) * breadthMeters(afterMinutes: minutes)
        return .pi / 4 * rectangle / 10_000
    }

    /// Returns the length of the edge after a time [m], after Ramanujan (1914); within 10⁻⁴ up to a
    /// length of eight breadths.
    func perimeterMeters(afterMinutes minutes: Double) -> Double {
        let a = lengthMeters(afterMinutes: minutes) / 2
        let b = breadthMeters(afterMinutes: minutes) / 2
        guard a + b > 0 else { return 0 }
        let h = (a - b) * (a - b) / ((a + b) * (a + b))
        return .pi * (a + b) * (1 + 3 * h / (10 + (4 - 3 * h).squareRoot()))
    }

    /// Returns length against breadth for a mid-flame wind [m/s] (Anderson 1983), at most 8.
    static func anderson(midflameMetersPerSecond u: Double) -> Double {
        let ratio =
            0.936 * Elementary.exp(0.2566 * u) + 0.461 * Elementary.exp(-0.1548 * u) - 0.397
        return min(max(ratio, 1), 8)
    }

    /// Returns length against breadth in forests for the wind at 10 m [km/h], of the Canadian system
    /// (FBP 1992).
    static func canadianForest(windKilometersPerHour w: Double) -> Double {
        1 + 8.729 * Elementary.pow(-Elementary.expm1(-0.030 * w), 2.155)
    }

    /// Returns the same in grass, 1.1 W^0.464, at least 1.
    static func canadianGrass(windKilometersPerHour w: Double) -> Double {
        max(1, 1.1 * Elementary.pow(w, 0.464))
    }

    /// Returns the speed a time after a point was lit, as a share of that of a grown fire, in open fuels
    /// (FBP 1992): 1 − e^(−0.115 t), t in minutes.
    static func grownShare(afterMinutes minutes: Double) -> Double {
        -Elementary.expm1(-0.115 * minutes)
    }
}

/// Rate of spread after Wang Zhengfei (王正非 1983, 1992), in use in China (L; several variants exist).
///
/// R = R0 Ks Kw Kφ with R0 = 0.03 T + 0.05 W + 0.01 (100 − h) − 0.3. Valid to slopes of some 60° and winds
/// of some 12 m/s.
struct WangZhengfeiFire {
    /// Highest temperature of the day [°C].
    var celsius: Double
    /// Wind force after Beaufort.
    var beaufort: Double
    /// Relative humidity [%].
    var humidityPercent: Double
    /// Factor of the fuel: needles 0.8, leaves 1.2, grass 1.6, sedge 1.8, pasture 2.0, stands of Korean or
    /// Yunnan pine 1.0.
    var fuelFactor = 1.0

    /// Spread on level ground without wind [m/min].
    var initialMetersPerMinute: Double {
        max(0, 0.03 * celsius + 0.05 * beaufort + 0.01 * (100 - humidityPercent) - 0.3)
    }

    /// Returns the rate of spread [m/min].
    ///
    /// - Parameters:
    ///   - wind: Wind along the way of the fire [m/s], negative against it.
    ///   - slopeDegrees: Slope along the way [°], negative downhill, where the reciprocal is taken.
    /// - Returns: Rate of spread [m/min].
    func metersPerMinute(wind: Double, slopeDegrees: Double = 0) -> Double {
        let tangent = Elementary.tan(abs(slopeDegrees) * .pi / 180)
        let steep = 3.533 * Elementary.pow(tangent, 1.2)
        let slope = Elementary.exp(slopeDegrees < 0 ? -steep : steep)
        return initialMetersPerMinute * fuelFactor * Elementary.exp(0.1783 * wind) * slope
    }
}

/// Chance that fire goes from one cell of ground to the next in a step (Alexandridis and others 2008).
struct FireCell {
    /// Effect of what grows there: none −1, fields −0.3, thicket 0, Aleppo pine 0.4.
    var vegetation = 0.0
    /// Effect of how dense it is: none −1, sparse −0.4, normal 0, dense 0.3.
    var density = 0.0

    /// Returns p_h (1 + p_veg)(1 + p_den) e^(V(c1 + c2(cos θ − 1))) e^(a θs), within 0…1.
    ///
    /// - Parameters:
    ///   - wind: Wind [m/s].
    ///   - radians: Angle between the wind and the way to the next cell.
    ///   - slopeDegrees: Slope on the way [°]; its distance is √2 sides to a corner.
    /// - Returns: Chance [0…1].
    func chance(wind: Double, towards radians: Double, slopeDegrees: Double = 0) -> Double {
        let byWind = wind * (0.045 + 0.131 * (Elementary.cos(radians) - 1))
        let chance =
            0.58 * (1 + vegetation) * (1 + density)
            * Elementary.exp(byWind + 0.078 * slopeDegrees)
        return min(max(chance, 0), 1)
    }
}
