import EventKernel
import Terrain
import Vocabulary

/// How gas gathers in a working whose fan has failed, is measured, lit, or driven out.
extension GroundTruth {
    /// Lets the fan of a working fail.
    mutating func fanFails(
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let fact = moment.record(.began(hazard, secondary: false), because: cause)
        let instant = moment.instant
        hazards[hazard.index] = .mine
        var mine = Mine()
        swap(&mine, &mines[hazard.index])
        mine.reset(definition, teams: teams.count)
        mine.hazard = hazard
        let inflow = instant.sample(
            definition.methaneCubicMetersPerMinute,
            .outflow,
            hazard.entity
        )
        mine.methaneCubicMetersPerMinute = min(max(0, inflow), 1e5)
        mine.air.methane = WorkingAir.steadyMethane(
            inflow: mine.methaneCubicMetersPerMinute,
            air: definition.airCubicMetersPerMinute
        )
        mine.isMonitored =
            instant.uniform(.gasMonitoring, hazard.entity) < definition.monitoringShare
        mine.restoredAt =
            instant.now + instant.duration(definition.repair, .ventilation, hazard.entity(0))
        mine.margin = instant.sample(.exponential(mean: 1), .mineIgnition, hazard.entity(0))
        mine.lastFact = fact
        swap(&mine, &mines[hazard.index])
        scheduleMine(hazard, moment.now)
    }

    private mutating func scheduleMine(_ hazard: HazardID, _ now: SimTime) {
        outbox.schedule(
            .hazardChanges(hazard, epoch: mines[hazard.index].steps),
            at: now + SimDuration(seconds: MineGasDefinition.stepSeconds),
            .hazard
        )
    }

    /// Follows a mine over the step that ends now.
    mutating func mineGoesOn(
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        var mine = Mine()
        swap(&mine, &mines[hazard.index])
        mine.move(definition, at: moment.now)
        mine.steps += 1
        measure(&mine, hazard, definition, &moment)
        planAir(&mine, hazard, definition, moment.instant)
        if mine.explosions > 0 {
            breathe(&mine, hazard, definition, &moment)
            exposeCrews(&mine, hazard, definition, &moment)
        }
        withdrawCrews(mine, hazard, definition, &moment)
        if isLit(&mine, definition) {
            explodes(&mine, hazard, definition, &moment)
        }
        let isOver = mine.restoredAt <= moment.now && mine.isClear(definition)
        if isOver { settleMiners(&mine, hazard, definition, &moment) }
        let fact = mine.lastFact
        swap(&mine, &mines[hazard.index])
        if isOver {
            hazards[hazard.index] = .spent(fact)
            moment.record(.ceased(hazard), because: fact)
        } else {
            scheduleMine(hazard, moment.now)
        }
    }

    /// Lets the sensors of the working measure: an alarm tells the mine's staff, the cut-off takes the power away.
    ///
    /// An explosion destroys them.
    private mutating func measure(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        guard mine.isMonitored, mine.explosions == 0 else { return }
        let zone = self.definition.hazards[hazard.index].zone
        if mine.air.methane >= definition.alarmShare {
            alarm(zone, because: mine.lastFact, &moment)
        }
        if mine.air.methane >= definition.cutOffShare, mine.cutOffAt.isNever {
            mine.cutOffAt = moment.now
        }
    }

    /// Once a reconnaissance has shown what is broken, the air is restored after a time.
    ///
    /// Before an explosion the mine's own fitters mend the fan, or the crew that has looked, whoever is sooner.
    private func planAir(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ instant: Instant
    ) {
        let site = self.definition.hazards[hazard.index].site
        guard !mine.isBeingRestored, sites[site.index].isSurveyed else { return }
        mine.isBeingRestored = true
        let time = instant.duration(
            definition.restoring,
            .ventilation,
            hazard.entity(mine.explosions + 1)
        )
        mine.restoredAt = min(mine.restoredAt, instant.now + time)
    }

    /// Tells whether something lights the gas in the step that ends now.
    private func isLit(_ mine: inout Mine, _ definition: MineGasDefinition) -> Bool {
        guard mine.air.isExplosive else { return false }
        let rate: Double
        if mine.explosions > 0 {
            rate = mine.hasFire ? definition.fireIgnitionsPerHour : 0
        } else {
            let isCut = !mine.cutOffAt.isNever
            rate = definition.ignitionsPerHour * (isCut ? definition.ignitionsWithoutPower : 1)
        }
        mine.margin -= MineGasDefinition.stepSeconds / 3600 * rate
        return mine.margin <= 0
    }

    /// Returns what a sensor of a working reads [%], or nil where it reads nothing.
    ///
    /// After an explosion nothing is read until a crew has reconnoitred, which then measures with its own.
    func methanePercent(readAt hazard: HazardID, _ instant: Instant) -> Double? {
        let entry = definition.hazards[hazard.index]
        guard case .mineGas(let definition) = entry.form else { return nil }
        let mine = mines[hazard.index]
        switch hazards[hazard.index] {
        case .mine where mine.explosions > 0:
            return sites[entry.site.index].isSurveyed ? mine.air.methane * 100 : nil
        case .mine: return mine.isMonitored ? mine.air.methane * 100 : nil
        default:
            let inflow = instant.sample(
                definition.methaneCubicMetersPerMinute,
                .outflow,
                hazard.entity
            )
            let air = definition.airCubicMetersPerMinute
            return 100 * WorkingAir.steadyMethane(inflow: inflow, air: air)
        }
    }
}
