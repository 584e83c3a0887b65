public import EventKernel
import Terrain
import Vocabulary

/// A vessel of liquefied gas that bursts and burns as a fireball (BLEVE，火球).
public struct FireballDefinition: Portable, Sendable {
    /// Mass that burns [kg].
    public var kilograms = Distribution.constant(0)
    /// Heat of combustion [MJ/kg] -- propane (C).
    public var heatMegajoulesPerKilogram = 46.35
    /// Share of the heat that is radiated [0…1] -- 0.3–0.4 (C).
    public var radiatedShare = 0.35
    /// Time after which people in the open have found cover [s] -- assumption (D): five seconds to
    /// see what happens, and a run.
    public var coverSeconds = 15.0

    /// Creates a fireball of nothing.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&kilograms)
        try carrier.carry(&heatMegajoulesPerKilogram)
        try carrier.carry(&radiatedShare)
        try carrier.carry(&coverSeconds)
    }
}

/// A fireball of a boiling liquid that bursts its vessel (CCPS).
struct Fireball {
    /// Mass that burns [kg].
    let kilograms: Double

    /// Diameter [m].
    var diameterMeters: Double { 5.8 * Elementary.cbrt(kilograms) }

    /// Duration [s].
    var durationSeconds: Double {
        kilograms < 30_000
            ? 0.45 * Elementary.cbrt(kilograms)
            : 2.6 * Elementary.pow(kilograms, 1.0 / 6)
    }

    /// Height of its middle [m].
    var heightMeters: Double { 0.75 * diameterMeters }

    /// Returns the heat flux on the ground at a distance [kW/m2], point source in its middle:
    /// R M Hc / (t 4π x²), air that lets everything pass.
    ///
    /// - Parameters:
    ///   - meters: Distance along the ground [m].
    ///   - heatMegajoules: Heat of combustion [MJ/kg].
    ///   - radiatedShare: Share of the heat that is radiated [0…1].
    /// - Returns: Heat flux [kW/m2]; 0 of nothing.
    func fluxKilowattsPerSquareMeter(
        atMeters meters: Double,
        heatMegajoules: Double,
        radiatedShare: Double
    ) -> Double {
        guard kilograms > 0 else { return 0 }
        let square = max(meters * meters + heightMeters * heightMeters, 1)
        let kilowatts = radiatedShare * kilograms * heatMegajoules * 1000 / durationSeconds
        return kilowatts / (4 * .pi * square)
    }
}

/// What a short, strong heat does to people in the open: burns by the dose t·q^(4/3).
struct HeatHarm {
    /// Returns the harm of a heat flux that lasts so long.
    ///
    /// Death by Eisenberg; danger of life where the more severe relation of Tsao and Perry kills;
    /// second- and first-degree burns by the TNO Green Book (L).
    ///
    /// - Parameters:
    ///   - kilowatts: Heat flux [kW/m2].
    ///   - seconds: Time for which it lasts [s].
    /// - Returns: Thresholds of harm to people without cover.
    static func thresholds(kilowatts: Double, seconds: Double) -> HarmThresholds {
        var harm = HarmThresholds()
        guard kilowatts > HeatExposure.harmlessKilowattsPerSquareMeter, seconds > 0 else {
            return harm
        }
        let dose = seconds * Elementary.pow(kilowatts * 1000, 4.0 / 3)
        harm.dead = Probit.probability(Probit.heatDeathEisenberg(dose: dose))
        harm.serious = max(harm.dead, Probit.probability(Probit.heatDeathTsaoPerry(dose: dose)))
        harm.moderate = max(harm.serious, Probit.probability(Probit.secondDegreeBurn(dose: dose)))
        harm.slight = max(harm.moderate, Probit.probability(Probit.firstDegreeBurn(dose: dose)))
        return harm
    }
}

/// How a vessel bursts and burns.
extension GroundTruth {
    /// Lets a fireball happen: its seconds fall into one instant.
    mutating func flares(
        _ hazard: HazardID,
        _ definition: FireballDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let mass = min(
            max(0, moment.instant.sample(definition.kilograms, .charge, hazard.entity)),
            1e9
        )
        let fact = moment.record(.began(hazard, secondary: isSecondary(hazard)), because: cause)
        hazards[hazard.index] = .spent(fact)
        let fireball = Fireball(kilograms: mass)
        func flux(_ meters: Double) -> Double {
            fireball.fluxKilowattsPerSquareMeter(
                atMeters: meters,
                heatMegajoules: definition.heatMegajoulesPerKilogram,
                radiatedShare: definition.radiatedShare
            )
        }
        let seconds = min(fireball.durationSeconds, definition.coverSeconds)
        for zone in zones.indices {
            burn(ZoneID(zone), hazard, flux, seconds, because: fact, &moment)
        }
        burnTeams(hazard, flux, seconds, because: fact, &moment)
        setOff(by: hazard, because: fact, wave: nil, flux: flux, moment.instant)
    }

    /// Burns the people of a zone who are in the open, and those who face a window.
    private mutating func burn(
        _ zone: ZoneID,
        _ hazard: HazardID,
        _ flux: (Double) -> Double,
        _ seconds: Double,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let position = definition.hazards[hazard.index].position
        let area = terrain.zones[zone.index]
        let nearest = max(0, area.center.distanceMeters(to: position) - area.radiusMeters)
        guard flux(nearest) > HeatExposure.harmlessKilowattsPerSquareMeter else { return }
        struck.clear()
        for point in buildings[zone.index] {
            let heat = HeatHarm.thresholds(
                kilowatts: flux(point.distanceMeters(to: position)),
                seconds: seconds
            )
            let inside = heat.scaled(by: definition.harm.facingWindows)
            struck.append(StruckBuilding(burning: heat, indoors: inside))
        }
        let present = strikePeople(of: zone, because: cause, &moment)
        if present > 0 { moment.record(.exposed(zone, persons: present), because: cause) }
        alarm(zone, because: cause, &moment)
        beginSearchList(of: zone, moment.instant)
    }

    private mutating func burnTeams(
        _ hazard: HazardID,
        _ flux: (Double) -> Double,
        _ seconds: Double,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let position = definition.hazards[hazard.index].position
        for index in teams.indices {
            let team = TeamID(index)
            guard let place = self.position(of: TeamID(index)) else { continue }
            let harm = HeatHarm.thresholds(
                kilowatts: flux(place.distanceMeters(to: position)),
                seconds: seconds
            )
            guard harm.slight > 0 else { continue }
            for member in 0..<Int(register.teams[index].crew) {
                let person = PersonID(of: TeamID(index), number: member)
                let severity = harm.severity(moment.instant.uniform(.injury, person.entity))
                guard severity > .unhurt, !isCasualty(person) else { continue }
                hurt(
                    person,
                    severity,
                    .heat,
                    in: zone(of: team),
                    building: 0,
                    because: cause,
                    &moment
                )
            }
        }
        settleLosses(&moment)
    }
}
