import EventKernel
import Terrain
import Vocabulary

/// What the heat of pools and tanks does to casualties who cannot move and are not under cover.
///
/// The dose t·q^(4/3) follows Eisenberg's probit; a casualty dies when it is reached unless somebody
/// comes first or the fire goes out. Each fire counts for itself: doses of several are not added up.
extension GroundTruth {
    /// Lets a fire that has begun burn those who lie in its heat, in every zone within its reach.
    mutating func burnPeople(near hazard: HazardID, _ instant: Instant) {
        let reach = firePlan(hazard).harmfulMeters
        let position = definition.hazards[hazard.index].position
        for zone in zones.indices where !zones[zone].casualties.isEmpty {
            let area = terrain.zones[zone]
            guard area.center.distanceMeters(to: position) <= reach + area.radiusMeters else {
                continue
            }
            for place in zones[zone].casualties.indices {
                burn(zones[zone].casualties[place], by: hazard, instant)
            }
        }
    }

    /// Lets every fire that burns burn somebody who has come to lie in its heat.
    mutating func burnByFires(_ index: CasualtyIndex, _ instant: Instant) {
        for fires in firesOfSite.indices where sites[fires].hasActiveFires {
            for hazard in firesOfSite[fires]
            where !firePlan(hazard).isBuilding && fire(hazard).status == .burning {
                burn(index, by: hazard, instant)
            }
        }
    }

    private mutating func burn(
        _ index: CasualtyIndex,
        by hazard: HazardID,
        _ instant: Instant
    ) {
        let casualty = casualties[index.index]
        guard casualty.stage == .lying, !casualty.isFound else { return }
        let points = buildings[casualty.zone.index]
        let point =
            points.isEmpty
            ? terrain.zones[casualty.zone.index].center : points[Int(casualty.building)]
        let distance = point.distanceMeters(to: definition.hazards[hazard.index].position)
        let seconds = HeatExposure.secondsToDeath(
            flux: firePlan(hazard).fluxKilowattsPerSquareMeter(atMeters: distance),
            tolerance: instant.uniform(.heatTolerance, casualty.person.entity)
        )
        guard seconds < .infinity else { return }
        outbox.schedule(
            .burns(
                casualty: index.number,
                epoch: casualty.epoch,
                hazard,
                timesOut: fire(hazard).timesOut
            ),
            at: instant.now + SimDuration(seconds: seconds),
            .hazard
        )
    }
}

extension FirePlan {
    /// Distance beyond which its heat can be borne for long [m].
    var harmfulMeters: Double {
        let share = 4 * .pi * HeatExposure.harmlessKilowattsPerSquareMeter
        return max(radiusMeters, (radiatedKilowatts / share).squareRoot())
    }
}
