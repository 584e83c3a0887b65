import EventKernel
import Terrain
import Vocabulary

/// What the smoke of burning houses does to those inside.
///
/// Smoke stands for its carbon monoxide; heat, want of oxygen and irritants come later or work with it and
/// are left out. Whoever is overcome lies in the smoke until found.
extension GroundTruth {
    /// Lists who is in a house that has caught fire, with the time when each is out.
    mutating func fillHouse(
        _ house: Int,
        of zone: ZoneID,
        _ block: inout BuildingFire,
        _ definition: BuildingFireDefinition,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        block.houses[house].firstOccupant = Int32(block.occupants.count)
        var first = 0
        let count = block.houses.count
        let instant = moment.instant
        for group in self.definition.zones[zone.index].groups {
            let end = first + Int(group.persons)
            // Persons are spread over houses by number, one after another.
            var number = first + (house - first % count + count) % count
            while number < end {
                let person = PersonID(in: zone, number: number)
                let begun = block.begunAt
                if let occupant = occupant(person, of: group, zone, begun, definition, instant) {
                    block.occupants.append(occupant)
                }
                number += count
            }
            first = end
        }
        let inside = Int32(block.occupants.count) - block.houses[house].firstOccupant
        block.houses[house].occupantCount = inside
        if inside > 0 { moment.record(.exposed(zone, persons: inside), because: cause) }
    }

    /// Returns a person as somebody inside, or nil where nobody is or smoke does not come.
    private func occupant(
        _ person: PersonID,
        of group: GroupDefinition,
        _ zone: ZoneID,
        _ begunAt: SimTime,
        _ definition: BuildingFireDefinition,
        _ instant: Instant
    ) -> BuildingFire.Occupant? {
        guard isIndoors(person, of: group, zone, instant), !isCasualty(person) else { return nil }
        var stream = instant.luck.stream(.escape, person.entity)
        guard stream.uniform() < definition.smokeShare else { return nil }
        let notice = max(0, definition.notice.sample(&stream))
        let escape = max(0, definition.escape.sample(&stream)) * group.mobilizationFactor
        let now = (instant.now - .start).seconds
        let begun = (begunAt - .start).seconds
        let known = min(now + notice, begun + notice * definition.neighboursNoticeFactor)
        var out = known + escape
        if let acting = acting(person, of: group, zone, instant), !zones[zone.index].takesShelter {
            let left = (acting - .start).seconds + self.definition.warning.leavingSeconds
            out = min(out, left)
        }
        guard out > now else { return nil }
        let tolerance = instant.uniform(.injury, person.entity)
        return BuildingFire.Occupant(
            number: person.number,
            out: out,
            deadly: SmokePoison.deadlyLoad(tolerance: tolerance)
        )
    }

    /// Lets everybody in burning houses breathe for a step.
    mutating func smoke(
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ moment: inout Moment
    ) {
        let zone = definition.hazards[hazard.index].zone
        let before = casualties.count
        let now = (moment.now - .start).seconds
        for place in block.order.indices {
            let number = Int(block.order[place])
            let house = block.houses[number]
            guard !house.isCleared else { continue }
            let end = house.firstOccupant + house.occupantCount
            for index in house.firstOccupant..<end where !block.occupants[Int(index)].isSettled {
                var occupant = block.occupants[Int(index)]
                breathe(&occupant, in: number, house, zone, now, because: hazard, &moment)
                block.occupants[Int(index)] = occupant
            }
        }
        if casualties.count > before { refreshSearch(of: zone, moment.instant) }
    }

    private mutating func breathe(
        _ occupant: inout BuildingFire.Occupant,
        in number: Int,
        _ house: BuildingFire.House,
        _ zone: ZoneID,
        _ now: Double,
        because hazard: HazardID,
        _ moment: inout Moment
    ) {
        if occupant.casualty >= 0 {
            let index = CasualtyIndex(Int(occupant.casualty))
            // Whoever has been brought out breathes other air.
            guard casualties[index.index].stage == .lying else {
                occupant.isSettled = true
                return
            }
            guard house.smokeLoad >= occupant.deadly else { return }
            dies(index, &moment)
            occupant.isSettled = true
        } else if occupant.out <= now {
            let load = leavingLoad(of: occupant, house, now)
            settle(&occupant, load, in: number, zone, because: hazard, &moment)
        } else if house.smokeLoad >= occupant.deadly * SmokePoison.seriousShare {
            let isDead = house.smokeLoad >= occupant.deadly
            occupant.casualty = Int32(casualties.count)
            hurtBySmoke(occupant, isDead ? .dead : .serious, in: number, zone, hazard, &moment)
            occupant.isSettled = isDead || casualties.count == Int(occupant.casualty)
        }
    }

    /// Returns the load of somebody who got out in the step that ends now.
    private func leavingLoad(
        of occupant: BuildingFire.Occupant,
        _ house: BuildingFire.House,
        _ now: Double
    ) -> Double {
        let early = min(max((now - occupant.out) / BuildingFireDefinition.stepSeconds, 0), 1)
        return house.smokeLoad - (house.smokeLoad - house.smokeLoadBefore) * early
    }

    /// Somebody has got out: what smoke has done so far remains.
    private mutating func settle(
        _ occupant: inout BuildingFire.Occupant,
        _ load: Double,
        in number: Int,
        _ zone: ZoneID,
        because hazard: HazardID,
        _ moment: inout Moment
    ) {
        occupant.isSettled = true
        guard load >= occupant.deadly * SmokePoison.slightShare else { return }
        let isModerate = load >= occupant.deadly * SmokePoison.moderateShare
        hurtBySmoke(occupant, isModerate ? .moderate : .slight, in: number, zone, hazard, &moment)
    }

    private mutating func hurtBySmoke(
        _ occupant: BuildingFire.Occupant,
        _ severity: Severity,
        in house: Int,
        _ zone: ZoneID,
        _ hazard: HazardID,
        _ moment: inout Moment
    ) {
        let person = PersonID(in: zone, number: Int(occupant.number))
        guard !isCasualty(person) else { return }
        hurt(
            person,
            severity,
            .smoke,
            in: zone,
            building: Int32(house),
            because: fire(hazard).lastFact,
            &moment
        )
    }

    /// A house no longer burns: whoever still lies in one that has burnt out is dead, and everybody else
    /// keeps what smoke has done.
    mutating func settleOccupants(
        of house: Int,
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ moment: inout Moment
    ) {
        let zone = definition.hazards[hazard.index].zone
        let before = casualties.count
        let state = block.houses[house]
        let end = state.firstOccupant + state.occupantCount
        for place in state.firstOccupant..<end where !block.occupants[Int(place)].isSettled {
            var occupant = block.occupants[Int(place)]
            if occupant.casualty >= 0 {
                let index = CasualtyIndex(Int(occupant.casualty))
                if state.status == .gone, casualties[index.index].stage == .lying {
                    dies(index, &moment)
                }
                occupant.isSettled = true
            } else {
                settle(&occupant, state.smokeLoad, in: house, zone, because: hazard, &moment)
            }
            block.occupants[Int(place)] = occupant
        }
        if casualties.count > before { refreshSearch(of: zone, moment.instant) }
    }
}
