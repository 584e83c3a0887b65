import EventKernel

/// A dose–effect relation in probits: the share affected is Φ(Y − 5).
enum Probit {
    /// Returns the share of people or things affected [0…1]; 0 where it is less than any draw can tell.
    static func probability(_ probit: Double) -> Double {
        probit < -3.5 ? 0 : Elementary.normalCDF(probit - 5)
    }

    // MARK: Blast, by the natural logarithms of pressure [Pa] and impulse [Pa·s]

    /// Death by lung haemorrhage, Eisenberg, Lynch and Breeding (1975).
    static func lungDeath(logPascals: Double) -> Double { -77.1 + 6.91 * logPascals }

    /// Eardrum rupture, Eisenberg, Lynch and Breeding (1975).
    static func eardrumRupture(logPascals: Double) -> Double { -15.6 + 1.93 * logPascals }

    /// Serious structural damage, Eisenberg, Lynch and Breeding (1975).
    static func structuralDamage(logPascals: Double) -> Double { -23.8 + 2.92 * logPascals }

    /// Breakage of windows, Eisenberg, Lynch and Breeding (1975).
    static func glassBreakage(logPascals: Double) -> Double { -18.1 + 2.79 * logPascals }

    /// Death by being thrown, Eisenberg, Lynch and Breeding (1975).
    static func bodyImpactDeath(logPascalSeconds: Double) -> Double {
        -46.1 + 4.82 * logPascalSeconds
    }

    /// Injury by being thrown, Eisenberg, Lynch and Breeding (1975).
    static func bodyImpactInjury(logPascalSeconds: Double) -> Double {
        -39.1 + 4.45 * logPascalSeconds
    }

    /// Injury by flying fragments and glass, Eisenberg, Lynch and Breeding (1975).
    static func fragmentInjury(logPascalSeconds: Double) -> Double {
        -27.1 + 4.26 * logPascalSeconds
    }

    /// Death by impact of the head, 5 − 8.49 ln(2430/P + 4e8/(P i)), TNO Green Book (CPR 16E).
    static func headImpactDeath(logPascals: Double, logPascalSeconds: Double) -> Double {
        // Where the impulse alone already gives less than any draw can tell, no more is computed.
        let byImpulse = log4e8 - logPascalSeconds - logPascals
        if byImpulse > 1.1 { return 5 - 8.49 * byImpulse }
        let sum = 2430 + Elementary.exp(log4e8 - logPascalSeconds)
        return 5 - 8.49 * (Elementary.log(sum) - logPascals)
    }

    /// Collapse of a building, 5 − 0.22 ln((40000/P)^7.4 + (460/i)^11.3), TNO Green Book (CPR 16E).
    static func collapse(logPascals: Double, logPascalSeconds: Double) -> Double {
        let pressure = 7.4 * (log40000 - logPascals)
        let impulse = 11.3 * (log460 - logPascalSeconds)
        let larger = max(pressure, impulse)
        let smaller = min(pressure, impulse)
        return 5 - 0.22 * (larger + Elementary.log1p(Elementary.exp(smaller - larger)))
    }

    /// Death by lung haemorrhage, 5.13 + 1.37 ln(P/1e5), Health and Safety Executive (V).
    static func lungDeathHSE(logPascals: Double) -> Double {
        5.13 + 1.37 * (logPascals - 11.512_925_464_970_229)
    }

    /// Death by impact of the whole body, 5 − 2.44 ln(7380/P + 1.3e9/(P i)), TNO Green Book (L).
    static func bodyImpactDeathTNO(pascals: Double, pascalSeconds: Double) -> Double {
        5 - 2.44 * Elementary.log(7380 / pascals + 1.3e9 / (pascals * pascalSeconds))
    }

    /// Death by lung haemorrhage, 5 − 5.74 ln(4.2/(P/P0) + 1.3/(i/(√P0 ∛m))), TNO Green Book (L).
    ///
    /// - Parameters:
    ///   - pascals: Overpressure [Pa].
    ///   - pascalSeconds: Impulse [Pa·s].
    ///   - bodyKilograms: Mass of the body [kg].
    /// - Returns: The probit.
    static func lungDeathTNO(
        pascals: Double,
        pascalSeconds: Double,
        bodyKilograms: Double = 70
    ) -> Double {
        let air = 101_325.0
        let impulse = pascalSeconds / (air.squareRoot() * Elementary.cbrt(bodyKilograms))
        return 5 - 5.74 * Elementary.log(4.2 / (pascals / air) + 1.3 / impulse)
    }

    /// Minor damage to buildings, 5 − 0.26 ln((4600/P)^3.9 + (110/i)^5.0), TNO Green Book (L).
    static func minorDamage(pascals: Double, pascalSeconds: Double) -> Double {
        let sum = Elementary.pow(4600 / pascals, 3.9) + Elementary.pow(110 / pascalSeconds, 5)
        return 5 - 0.26 * Elementary.log(sum)
    }

    /// Major damage to buildings, 5 − 0.26 ln((17500/P)^8.4 + (290/i)^9.3), TNO Green Book (L).
    static func majorDamage(pascals: Double, pascalSeconds: Double) -> Double {
        let sum = Elementary.pow(17_500 / pascals, 8.4) + Elementary.pow(290 / pascalSeconds, 9.3)
        return 5 - 0.26 * Elementary.log(sum)
    }

    private static let log4e8 = 19.806_975_105_072_254
    private static let log40000 = 10.596_634_733_096_073
    private static let log460 = 6.131_226_489_483_141

    // MARK: Heat, dose t·q^(4/3) in s·(W/m2)^(4/3)

    /// Death by heat radiation, Eisenberg, Lynch and Breeding (1975), as in HyRAM.
    static func heatDeathEisenberg(dose: Double) -> Double {
        -38.48 + 2.56 * Elementary.log(dose)
    }

    /// First-degree burns, TNO Green Book (L).
    static func firstDegreeBurn(dose: Double) -> Double {
        -39.83 + 3.0186 * Elementary.log(dose)
    }

    /// Second-degree burns, TNO Green Book (L).
    static func secondDegreeBurn(dose: Double) -> Double {
        -43.14 + 3.0186 * Elementary.log(dose)
    }

    /// Death by heat radiation, TNO Green Book, as in HyRAM.
    static func heatDeathTNO(dose: Double) -> Double {
        -37.23 + 2.56 * Elementary.log(dose)
    }

    /// Death of clothed people by heat radiation, −29.02 + 1.99 ln(D/2), Lees (L).
    static func heatDeathLees(dose: Double) -> Double {
        -29.02 + 1.99 * Elementary.log(dose / 2)
    }

    /// Death by heat radiation, Tsao and Perry (1979), as in HyRAM.
    static func heatDeathTsaoPerry(dose: Double) -> Double {
        -36.38 + 2.56 * Elementary.log(dose)
    }
}
