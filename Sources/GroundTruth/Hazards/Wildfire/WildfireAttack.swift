import EventKernel

/// How strong a forest fire is, and what can be done at its front.
enum FirelineIntensity {
    /// Heat of forest fuel [kJ/kg] -- constant (C).
    static let heatKilojoulesPerKilogram = 18_000.0

    /// Returns the intensity of a front, H w R [kW/m] (Byram 1959).
    ///
    /// - Parameters:
    ///   - kilogramsPerSquareMeter: Fuel that burns in the front [kg/m2].
    ///   - metersPerSecond: Speed of the front [m/s].
    /// - Returns: Intensity [kW/m].
    static func kilowattsPerMeter(
        kilogramsPerSquareMeter: Double,
        metersPerSecond: Double
    ) -> Double {
        heatKilojoulesPerKilogram * kilogramsPerSquareMeter * metersPerSecond
    }

    /// Returns the length of the flames, 0.0775 I^0.46 [m] (Byram 1959).
    static func flameMeters(kilowattsPerMeter: Double) -> Double {
        0.0775 * Elementary.pow(max(kilowattsPerMeter, 0), 0.46)
    }

    /// What can stop the head of a fire, by its intensity (Andrews and Rothermel 1982, C).
    enum Control: UInt8, CaseIterable {
        /// Crews with hand tools.
        case handCrews
        /// Machines, engines and aircraft.
        case equipment
        /// Hardly anything at the head.
        case flanksOnly
        /// Nothing: it crowns and throws brands.
        case nothing
    }

    /// Returns what can stop a head of an intensity [kW/m].
    static func control(kilowattsPerMeter: Double) -> Control {
        if kilowattsPerMeter < 346 { return .handCrews }
        if kilowattsPerMeter < 1730 { return .equipment }
        return kilowattsPerMeter < 3460 ? .flanksOnly : .nothing
    }

    /// Returns how far crews must stay from flames [m]: four times their height (Butler and Cohen 1998).
    static func safeMeters(flameHeightMeters: Double) -> Double { 4 * flameHeightMeters }

    /// Returns the chance that the first attack holds a fire [0…1], E/(1 + E) with
    /// ln E = 4.6835 − 0.7043 A − 0.00041 I − 0.000052 A I (Hirsch and others 1998, as in ELMFIRE).
    ///
    /// - Parameters:
    ///   - hectares: Area when the attack begins [ha].
    ///   - kilowattsPerMeter: Intensity of the front [kW/m].
    /// - Returns: Chance [0…1].
    static func initialAttackChance(hectares: Double, kilowattsPerMeter: Double) -> Double {
        let odds =
            4.6835 - 0.7043 * hectares - 0.000_41 * kilowattsPerMeter
            - 0.000_052 * hectares * kilowattsPerMeter
        return 1 / (1 + Elementary.exp(-odds))
    }
}

/// How fast a crew of twenty makes fire line (NWCG Fireline Handbook, IRPG).
enum LineProduction {
    /// Metres in a chain -- constant.
    static let chainMeters = 20.1168

    /// Kind of crew.
    enum Crew: UInt8, CaseIterable {
        /// Type I: highly trained.
        case first
        /// Type II.
        case second
    }

    /// What the line is cut through.
    enum Ground: UInt8, CaseIterable {
        /// Fuel models 1…13 in their usual growth: grass, shrub, conifer litter, slash.
        case fm1, fm2, fm3, fm4, fm5, fm6, fm7, fm8, fm9, fm10, fm11, fm12, fm13
        /// Fuel model 1 on tundra.
        case fm1Tundra
        /// Fuel model 6 in black spruce.
        case fm6BlackSpruce
        /// Fuel models 8 and 9 under hardwood.
        case fm8Hardwood, fm9Hardwood
    }

    /// Returns the line that a crew of twenty makes in an hour at first [chains/h].
    static func chainsPerHour(_ ground: Ground, _ crew: Crew) -> Double {
        let rates = chains(ground)
        return crew == .first ? rates.first : rates.second
    }

    private static func chains(_ ground: Ground) -> (first: Double, second: Double) {
        switch ground {
        case .fm1: (30, 18)
        case .fm1Tundra: (9, 5)
        case .fm2: (24, 16)
        case .fm3, .fm4, .fm13: (5, 3)
        case .fm5, .fm6, .fm10: (6, 4)
        case .fm6BlackSpruce, .fm8: (7, 5)
        case .fm7: (4, 2)
        case .fm8Hardwood, .fm9Hardwood: (40, 24)
        case .fm9: (28, 16)
        case .fm11: (15, 9)
        case .fm12: (7, 4)
        }
    }

    /// Returns the line made in an hour [m/h].
    ///
    /// - Parameters:
    ///   - ground: What it is cut through.
    ///   - crew: Who cuts it.
    ///   - members: Members, of which each does as much as one of twenty (assumption D).
    ///   - hours: Hours already worked: 0.7 of it after 8 h, half after 12 h (D).
    ///   - isNight: Whether it is dark, with 0.6 of it (D).
    /// - Returns: Line [m/h].
    static func metersPerHour(
        _ ground: Ground,
        _ crew: Crew,
        members: Int = 20,
        hoursWorked hours: Double = 0,
        isNight: Bool = false
    ) -> Double {
        let tired = hours > 12 ? 0.5 : hours > 8 ? 0.7 : 1
        let seen = isNight ? 0.6 : 1
        return chainsPerHour(ground, crew) * chainMeters * Double(members) / 20 * tired * seen
    }
}
