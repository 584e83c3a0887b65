import EventKernel
import Terrain
import Vocabulary

/// How gas in a working explodes: burns near it, the wave along the roadways, falls behind which people are shut in.
extension GroundTruth {
    /// Lets the gas of a working explode.
    mutating func explodes(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let before = mine.air.carbonMonoxide
        let yield = moment.instant.sample(
            definition.carbonMonoxideYield,
            .afterdamp,
            hazard.entity(mine.explosions)
        )
        let burnt = mine.air.burn(carbonMonoxideYield: min(max(0, yield), 1))
        let blast = recordExplosion(&mine, burnt, hazard, definition, &moment)
        let made = max(mine.air.carbonMonoxide, before)
        mine.spread(
            cubicMeters: mine.air.carbonMonoxide * definition.expelledShare
                * definition.workingCubicMeters,
            definition,
            most: made
        )
        mine.air.expel(definition.expelledShare)
        breakAir(&mine, hazard, definition, moment.instant)
        strikeMiners(&mine, by: blast, hazard, definition, &moment)
        strikeCrews(by: blast, hazard, definition, because: mine.lastFact, &moment)
        setOff(by: hazard, because: mine.lastFact, wave: nil, moment.instant)
        tellOfExplosion(hazard, definition, because: mine.lastFact, &moment)
    }

    private mutating func recordExplosion(
        _ mine: inout Mine,
        _ burnt: Double,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) -> GalleryBlast {
        let gas = FuelGas.naturalGas
        let mass = burnt * definition.workingCubicMeters * gas.kilogramsPerCubicMeter
        let charge = ExplosiveEquivalent.kilograms(
            of: mass,
            megajoulesPerKilogram: gas.heatMegajoulesPerKilogram,
            efficiency: definition.efficiency
        )
        var cause = mine.lastFact
        if mine.explosions > 0 {
            cause = moment.record(.began(hazard, secondary: true), because: cause)
        }
        mine.lastFact = moment.record(
            .exploded(hazard, trinitrotolueneKilograms: charge),
            because: cause
        )
        mine.explosions += 1
        rumourBegins(because: mine.lastFact, &moment)
        return GalleryBlast(
            joules: mass * gas.heatMegajoulesPerKilogram * 1e6 * definition.efficiency,
            squareMeters: definition.crossSectionSquareMeters
        )
    }

    /// Breaks the air of the mine, and draws what else an explosion leaves behind.
    private func breakAir(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ instant: Instant
    ) {
        var stream = instant.luck.stream(.mineIgnition, hazard.entity(mine.explosions))
        mine.hasFire = stream.uniform() < definition.fireShare
        mine.margin = -Elementary.log1p(-stream.uniform())
        mine.restoredAt = .never
        mine.isBeingRestored = false
        for index in mine.roadways.indices where !definition.roadways[index].isIntake {
            let entity = definition.roadways[index].zone.entity(mine.explosions)
            if instant.uniform(.roadwayFall, entity) < definition.blockedShare {
                mine.roadways[index].isBlocked = true
            }
        }
    }

    /// Lets everybody underground be struck: at first all who are there, later those who still are.
    private mutating func strikeMiners(
        _ mine: inout Mine,
        by blast: GalleryBlast,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let isFirst = mine.explosions == 1
        if isFirst { listMiners(&mine, hazard, definition, &moment) }
        let now = (moment.now - .start).seconds
        for index in mine.miners.indices where !mine.miners[index].isSettled {
            var miner = mine.miners[index]
            if isFirst || miner.out > now {
                strike(&miner, mine, by: blast, definition, &moment)
            }
            if isFirst { plan(&miner, &mine, definition, now, &moment) }
            mine.miners[index] = miner
        }
        refreshMine(hazard, definition, moment.instant)
    }

    /// Draws what the wave and the flame do to somebody.
    private mutating func strike(
        _ miner: inout Mine.Miner,
        _ mine: Mine,
        by blast: GalleryBlast,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        // A refuge chamber withstands the wave.
        guard miner.refugeFrom > (moment.now - .start).seconds else { return }
        let harm = blast.harm(atMeters: miner.meters)
        let isInFlame =
            miner.meters <= definition.workingMeters / 2 + definition.flameMetersBeyond
        let thresholds =
            isInFlame ? harm.united(with: HarmThresholds(definition.burns)) : harm
        let person = PersonID(in: miner.zone, number: Int(miner.number))
        let severity = thresholds.severity(
            moment.instant.uniform(.injury, person.entity, index: UInt64(mine.explosions))
        )
        if miner.casualty >= 0 {
            let index = CasualtyIndex(Int(miner.casualty))
            if severity == .dead, isUnderground(index) { dies(index, &moment) }
            return
        }
        guard severity > .unhurt, !isCasualty(person) else { return }
        let reason: InjuryCause = isInFlame ? .heat : .lungBlast
        hurt(&miner, mine, severity, reason, because: mine.lastFact, &moment)
    }

    /// Hurts members of the crews that work underground.
    private mutating func strikeCrews(
        by blast: GalleryBlast,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        defer { blasts += 1 }
        let reach = definition.workingMeters / 2 + definition.flameMetersBeyond
        for index in teams.indices {
            let team = TeamID(index)
            guard let place = place(of: team, hazard, definition) else { continue }
            let harm = blast.harm(atMeters: place.meters)
            let isInFlame = place.meters <= reach
            let thresholds =
                isInFlame ? harm.united(with: HarmThresholds(definition.burns)) : harm
            for member in 0..<Int(register.teams[index].crew) {
                let person = PersonID(of: team, number: member)
                let severity = thresholds.severity(
                    moment.instant.uniform(.injury, person.entity, index: UInt64(blasts))
                )
                guard severity > .unhurt, !isCasualty(person) else { continue }
                let reason: InjuryCause = isInFlame ? .heat : .lungBlast
                hurt(person, severity, reason, in: place.zone, building: 0, because: cause, &moment)
            }
        }
        settleLosses(&moment)
    }

    /// Lets those in the mine and its staff notice an explosion, whatever they knew before.
    private mutating func tellOfExplosion(
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let zone = self.definition.hazards[hazard.index].zone
        zones[zone.index].isAlarmed = true
        scheduleStaff(in: zone, because: cause, moment.instant)
        for roadway in definition.roadways { alarm(roadway.zone, because: cause, &moment) }
    }

    /// Takes new casualties underground into the searches under way.
    mutating func refreshMine(
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ instant: Instant
    ) {
        refreshSearch(of: self.definition.hazards[hazard.index].zone, instant)
        for roadway in definition.roadways { refreshSearch(of: roadway.zone, instant) }
    }
}
