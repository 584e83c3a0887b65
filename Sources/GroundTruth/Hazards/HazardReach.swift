public import EventKernel
public import Vocabulary

/// How far a hazard reaches, by the formulas of the drill: for maps, which show circles and compute
/// nothing themselves.
public enum HazardReach {
    /// Returns the distance within which the blast of a charge has at least an overpressure [m].
    ///
    /// - Parameters:
    ///   - kilopascals: Peak side-on overpressure [kPa], positive.
    ///   - kilograms: Charge as TNT [kg].
    /// - Returns: Distance [m]; 0 of nothing, or where the pressure is not reached anywhere.
    public static func meters(toKilopascals kilopascals: Double, of kilograms: Double) -> Double {
        guard kilograms > 0 else { return 0 }
        let wave = BlastWave(trinitrotolueneKilograms: kilograms)
        return farthest { wave.overpressureKilopascals(atMeters: $0) >= kilopascals }
    }

    /// Returns the distance within which a fire that burns sends out at least a heat flux [m].
    public static func meters(
        toKilowattsPerSquareMeter flux: Double,
        of fire: FireDefinition
    ) -> Double {
        let pool = PoolFire(areaSquareMeters: fire.areaSquareMeters, fuel: fire.fuel)
        return max(pool.diameterMeters / 2, pool.distanceMeters(toFlux: flux))
    }

    /// Returns the distance on the ground within which a fireball sends out at least a heat flux [m].
    ///
    /// - Parameters:
    ///   - flux: Heat flux [kW/m2], positive.
    ///   - fireball: The vessel.
    ///   - hazard: Its number, of which its mass is drawn.
    ///   - luck: Luck of the drill.
    /// - Returns: Distance [m]; 0 where the flux is not reached on the ground.
    public static func meters(
        toKilowattsPerSquareMeter flux: Double,
        of fireball: FireballDefinition,
        _ hazard: HazardID,
        _ luck: DrillKey
    ) -> Double {
        let mass = Instant(luck: luck).sample(fireball.kilograms, .charge, hazard.entity)
        let ball = Fireball(kilograms: min(max(0, mass), 1e9))
        return farthest { meters in
            ball.fluxKilowattsPerSquareMeter(
                atMeters: meters,
                heatMegajoules: fireball.heatMegajoulesPerKilogram,
                radiatedShare: fireball.radiatedShare
            ) >= flux
        }
    }

    /// Returns the greatest distance at which something holds that holds up to one distance and never
    /// beyond, to a tenth of a metre [m].
    private static func farthest(_ holds: (Double) -> Bool) -> Double {
        guard holds(0.1) else { return 0 }
        var (near, far) = (0.1, 100_000.0)
        guard !holds(far) else { return far }
        while far - near > 0.1 {
            let middle = (near + far) / 2
            if holds(middle) { near = middle } else { far = middle }
        }
        return near
    }
}
