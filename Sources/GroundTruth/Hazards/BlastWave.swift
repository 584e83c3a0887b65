import EventKernel

/// The blast wave of one explosion over open ground.
///
/// Hemispherical surface burst after Kingery and Bulmash (1984) in Swisdak's simplified fit (1994,
/// DTIC ADA526744): the logarithm of each quantity is a polynomial in ln Z, with the scaled distance
/// Z = R / W^(1/3) in m/kg^(1/3). Terrain and shielding by other buildings are left out.
///
/// Each fit is used within its range of Z. Nearer, its value at the near end stands (the blast is
/// lethal and destructive there either way); farther, overpressure and impulse are continued with
/// the last slope, since beyond 100 m/kg^(1/3) neither hurts anybody.
struct BlastWave {
    /// Charge as TNT [kg], positive -- drawn once a drill.
    let trinitrotolueneKilograms: Double

    /// Cube root of the charge [kg^(1/3)] -- derived.
    let scale: Double

    /// Natural logarithm of `scale` -- derived.
    let logScale: Double

    init(trinitrotolueneKilograms: Double) {
        self.trinitrotolueneKilograms = trinitrotolueneKilograms
        scale = Elementary.cbrt(trinitrotolueneKilograms)
        logScale = Elementary.log(scale)
    }

    /// Returns ln Z, no nearer than the near end of a fit.
    private func logScaledDistance(_ meters: Double, nearEnd: Double) -> Double {
        Elementary.log(max(meters / scale, nearEnd))
    }

    /// Returns the peak side-on overpressure at a distance [kPa].
    func overpressureKilopascals(atMeters meters: Double) -> Double {
        Elementary.exp(logKilopascals(logScaledDistance(meters, nearEnd: 0.2)))
    }

    private func logKilopascals(_ z: Double) -> Double {
        if z < Self.log2point9 { return sum(z, 7.2106, -2.1069, -0.3229, 0.1117, 0.0685) }
        if z < Self.log23point8 { return sum(z, 7.5938, -3.0523, 0.40977, 0.0261, -0.01267) }
        return sum(z, 6.0536, -1.4066)
    }

    /// Returns the natural logarithms of peak side-on overpressure [Pa] and impulse [Pa·s] at a
    /// distance: what probits take, in one step.
    func logarithms(atMeters meters: Double) -> (pascals: Double, pascalSeconds: Double) {
        let z = logScaledDistance(meters, nearEnd: 0.2)
        return (logKilopascals(z) + Self.log1000, logScaledImpulse(z) + logScale)
    }

    /// Returns the peak reflected overpressure at a distance [kPa].
    func reflectedKilopascals(atMeters meters: Double) -> Double {
        let z = logScaledDistance(meters, nearEnd: 0.06)
        let logarithm =
            z < Self.log2
            ? sum(z, 9.006, -2.6893, -0.6295, 0.1011, 0.29255, 0.13505, 0.019736)
            : sum(z, 8.8396, -1.733, -2.64, 2.293, -0.8232, 0.14247, -0.0099)
        return Elementary.exp(logarithm)
    }

    private func logScaledImpulse(_ z: Double) -> Double {
        if z < Self.log0point96 {
            sum(z, 5.522, 1.117, 0.6, -0.292, -0.087)
        } else if z < Self.log2point38 {
            sum(z, 5.465, -0.308, -1.464, 1.362, -0.432)
        } else if z < Self.log33point7 {
            sum(z, 5.2749, -0.4677, -0.2499, 0.0588, -0.00554)
        } else {
            sum(z, 5.9825, -1.062)
        }
    }

    /// Returns the impulse of the side-on overpressure at a distance [Pa·s].
    func impulsePascalSeconds(atMeters meters: Double) -> Double {
        Elementary.exp(logScaledImpulse(logScaledDistance(meters, nearEnd: 0.2))) * scale
    }

    /// Returns when the wave arrives at a distance, since the explosion [ms].
    func arrivalMilliseconds(atMeters meters: Double) -> Double {
        let z = logScaledDistance(meters, nearEnd: 0.06)
        let logarithm =
            z < Self.log1point5
            ? sum(z, -0.7604, 1.8058, 0.1257, -0.0437, -0.0310, -0.00669)
            : sum(z, -0.7137, 1.5732, 0.5561, -0.4213, 0.1054, -0.00929)
        return Elementary.exp(logarithm) * scale
    }

    /// Returns how long the overpressure lasts at a distance [ms].
    func durationMilliseconds(atMeters meters: Double) -> Double {
        let z = logScaledDistance(meters, nearEnd: 0.2)
        let logarithm: Double
        if z < Self.log1point02 {
            logarithm = sum(z, 0.5426, 3.2299, -1.5931, -5.9667, -4.0815, -0.9149)
        } else if z < Self.log2point8 {
            logarithm = sum(z, 0.5440, 2.7082, -9.7354, 14.3425, -9.7791, 2.8535)
        } else {
            logarithm = sum(z, -2.4608, 7.1639, -5.6215, 2.2711, -0.44994, 0.03486)
        }
        return Elementary.exp(logarithm) * scale
    }

    /// Returns the impulse of the reflected overpressure at a distance [Pa·s].
    func reflectedImpulsePascalSeconds(atMeters meters: Double) -> Double {
        let z = logScaledDistance(meters, nearEnd: 0.06)
        return Elementary.exp(sum(z, 6.7853, -1.3466, 0.101, -0.01123)) * scale
    }

    /// Returns the speed of the shock front at a distance [m/s].
    func shockMetersPerSecond(atMeters meters: Double) -> Double {
        let z = logScaledDistance(meters, nearEnd: 0.06)
        let logarithm =
            z < Self.log1point5
            ? sum(z, 0.1794, -0.956, -0.0866, 0.109, 0.0699, 0.01218)
            : sum(z, 0.2597, -1.326, 0.3767, 0.0396, -0.0351, 0.00432)
        return Elementary.exp(logarithm) * 1000
    }

    /// Returns a polynomial, lowest coefficient first.
    private func sum(
        _ x: Double,
        _ c0: Double,
        _ c1: Double,
        _ c2: Double = 0,
        _ c3: Double = 0,
        _ c4: Double = 0,
        _ c5: Double = 0,
        _ c6: Double = 0
    ) -> Double {
        let high = c3 + x * (c4 + x * (c5 + x * c6))
        return c0 + x * (c1 + x * (c2 + x * high))
    }

    // Ends of the fits' ranges as ln Z.
    private static let log0point96 = -0.040_821_994_520_255_166
    private static let log1point02 = 0.019_802_627_296_179_73
    private static let log1point5 = 0.405_465_108_108_164_4
    private static let log2 = 0.693_147_180_559_945_3
    private static let log2point38 = 0.867_100_487_683_383_3
    private static let log2point8 = 1.029_619_417_181_158_2
    private static let log2point9 = 1.064_710_736_992_428_2
    private static let log23point8 = 3.169_685_580_677_429
    private static let log33point7 = 3.517_497_837_358_316
    private static let log1000 = 6.907_755_278_982_137
}

/// The blast wave of a charge in free air, after Kinney and Graham (1985).
///
/// For a burst on the ground use 1.8 times the charge. Kept beside `BlastWave` for comparison.
struct FreeAirBlastWave {
    /// Charge as TNT [kg], positive.
    let trinitrotolueneKilograms: Double

    /// Returns the peak side-on overpressure at a distance [kPa], at 101.325 kPa ambient.
    func overpressureKilopascals(atMeters meters: Double) -> Double {
        let z = meters / Elementary.cbrt(trinitrotolueneKilograms)
        func square(_ divisor: Double) -> Double { (z / divisor) * (z / divisor) }
        let top = 808 * (1 + square(4.5))
        let bottom =
            (1 + square(0.048)).squareRoot() * (1 + square(0.32)).squareRoot()
            * (1 + square(1.35)).squareRoot()
        return 101.325 * top / bottom
    }
    /// Returns how long the overpressure lasts at a distance [ms].
    func durationMilliseconds(atMeters meters: Double) -> Double {
        let scale = Elementary.cbrt(trinitrotolueneKilograms)
        let z = meters / scale
        func power(_ divisor: Double, _ exponent: Double) -> Double {
            Elementary.pow(z / divisor, exponent)
        }
        let top = 980 * (1 + power(0.54, 10))
        let bottom =
            (1 + power(0.02, 3)) * (1 + power(0.74, 6)) * (1 + power(6.9, 2)).squareRoot()
        return top / bottom * scale
    }

    /// Returns the impulse of the side-on overpressure at a distance [Pa·s].
    func impulsePascalSeconds(atMeters meters: Double) -> Double {
        let scale = Elementary.cbrt(trinitrotolueneKilograms)
        let z = meters / scale
        let top = 0.067 * (1 + Elementary.pow(z / 0.23, 4)).squareRoot()
        let bottom = z * z * Elementary.cbrt(1 + Elementary.pow(z / 1.55, 3))
        return top / bottom * scale * 100
    }
}

/// Explosive power of other matter as TNT.
public enum ExplosiveEquivalent {
    /// Heat of explosion of TNT [MJ/kg] -- constant, as in Chinese guides (C).
    public static let trinitrotolueneMegajoulesPerKilogram = 4.52

    /// Returns η m Hc / 4.52 MJ/kg [kg].
    ///
    /// - Parameters:
    ///   - kilograms: Mass [kg].
    ///   - megajoulesPerKilogram: Its heat of combustion [MJ/kg].
    ///   - efficiency: Share of the heat that drives the blast [0…1]; 0.03–0.05 for clouds of gas.
    /// - Returns: Explosive power as TNT [kg].
    public static func kilograms(
        of kilograms: Double,
        megajoulesPerKilogram: Double,
        efficiency: Double
    ) -> Double {
        efficiency * kilograms * megajoulesPerKilogram / trinitrotolueneMegajoulesPerKilogram
    }
}
