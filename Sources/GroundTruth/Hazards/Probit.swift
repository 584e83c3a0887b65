import EventKernel

/// A dose–effect relation in probits: the share affected is Φ(Y − 5).
enum Probit {
    /// Returns the share of people or things affected [0…1].
    static func probability(_ probit: Double) -> Double {
        Elementary.normalCDF(probit - 5)
    }

    // MARK: Blast, pressures in pascals and impulses in pascal-seconds

    /// Death by lung haemorrhage, Eisenberg, Lynch and Breeding (1975).
    static func lungDeath(pascals: Double) -> Double {
        -77.1 + 6.91 * Elementary.log(pascals)
    }

    /// Eardrum rupture, Eisenberg, Lynch and Breeding (1975).
    static func eardrumRupture(pascals: Double) -> Double {
        -15.6 + 1.93 * Elementary.log(pascals)
    }

    /// Serious structural damage, Eisenberg, Lynch and Breeding (1975).
    static func structuralDamage(pascals: Double) -> Double {
        -23.8 + 2.92 * Elementary.log(pascals)
    }

    /// Breakage of windows, Eisenberg, Lynch and Breeding (1975).
    static func glassBreakage(pascals: Double) -> Double {
        -18.1 + 2.79 * Elementary.log(pascals)
    }

    /// Death by being thrown, Eisenberg, Lynch and Breeding (1975).
    static func bodyImpactDeath(pascalSeconds: Double) -> Double {
        -46.1 + 4.82 * Elementary.log(pascalSeconds)
    }

    /// Injury by being thrown, Eisenberg, Lynch and Breeding (1975).
    static func bodyImpactInjury(pascalSeconds: Double) -> Double {
        -39.1 + 4.45 * Elementary.log(pascalSeconds)
    }

    /// Injury by flying fragments and glass, Eisenberg, Lynch and Breeding (1975).
    static func fragmentInjury(pascalSeconds: Double) -> Double {
        -27.1 + 4.26 * Elementary.log(pascalSeconds)
    }

    /// Death by impact of the head, TNO Green Book (CPR 16E).
    static func headImpactDeath(pascals: Double, pascalSeconds: Double) -> Double {
        5 - 8.49 * Elementary.log(2430 / pascals + 4e8 / (pascals * pascalSeconds))
    }

    /// Collapse of a building, TNO Green Book (CPR 16E).
    static func collapse(pascals: Double, pascalSeconds: Double) -> Double {
        let pressure = Elementary.pow(40_000 / pascals, 7.4)
        let impulse = Elementary.pow(460 / pascalSeconds, 11.3)
        return 5 - 0.22 * Elementary.log(pressure + impulse)
    }

    // MARK: Heat, dose t·q^(4/3) in s·(W/m2)^(4/3)

    /// Death by heat radiation, Eisenberg, Lynch and Breeding (1975), as in HyRAM.
    static func heatDeathEisenberg(dose: Double) -> Double {
        -38.48 + 2.56 * Elementary.log(dose)
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
