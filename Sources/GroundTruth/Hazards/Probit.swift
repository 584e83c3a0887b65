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

    /// Death by heat radiation, Tsao and Perry (1979), as in HyRAM.
    static func heatDeathTsaoPerry(dose: Double) -> Double {
        -36.38 + 2.56 * Elementary.log(dose)
    }
}
