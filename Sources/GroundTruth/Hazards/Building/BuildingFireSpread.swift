import EventKernel
import Terrain
import Vocabulary

/// How fire begins in a building, goes over to others, and ends.
extension GroundTruth {
    /// Lets a fire begin in the house of its zone nearest to its position.
    ///
    /// - Precondition: The hazard has not burnt.
    mutating func catchesFire(
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let entry = self.definition.hazards[hazard.index]
        guard let first = nearestBuildings(of: entry.zone, to: hazard, 1).first else { return }
        var state = fire(hazard)
        state.status = .burning
        let isSecondary = entry.trigger?.isDomino ?? false
        state.lastFact = moment.record(.ignited(hazard, secondary: isSecondary), because: cause)
        hazards[hazard.index] = .fire(state)
        var block = BuildingFire()
        swap(&block, &buildingFires[hazard.index])
        block.reset(houses: buildings[entry.zone.index].count)
        block.begunAt = moment.now
        drawHouses(of: entry.zone, &block, definition, moment.instant)
        light(first, &block, hazard, definition, &moment)
        block.askForWater(definition)
        swap(&block, &buildingFires[hazard.index])
        scheduleStep(of: hazard, moment.now)
        reportFire(hazard, &moment)
        setOff(by: hazard, because: state.lastFact, wave: nil, moment.instant)
        alarm(entry.zone, because: state.lastFact, &moment)
        rumourBegins(because: state.lastFact, &moment)
    }

    private func drawHouses(
        of zone: ZoneID,
        _ block: inout BuildingFire,
        _ definition: BuildingFireDefinition,
        _ instant: Instant
    ) {
        for index in block.houses.indices {
            let entity = zone.entity(Int32(index))
            block.houses[index].isResistant =
                instant.uniform(.resistance, entity) < definition.resistantShare
            let draw = instant.uniform(.brands, entity)
            block.houses[index].brandTolerance = -Elementary.log1p(-draw)
        }
    }

    private mutating func scheduleStep(of hazard: HazardID, _ now: SimTime) {
        outbox.schedule(
            .hazardChanges(hazard, epoch: buildingFires[hazard.index].steps),
            at: now + SimDuration(seconds: BuildingFireDefinition.stepSeconds),
            .hazard
        )
    }

    /// Sets a house on fire, with those who are inside.
    private mutating func light(
        _ house: Int,
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ moment: inout Moment
    ) {
        let zone = self.definition.hazards[hazard.index].zone
        block.houses[house].status = .burning
        block.order.append(Int32(house))
        listNear(house, in: zone, &block, definition)
        let cause = fire(hazard).lastFact
        fillHouse(house, of: zone, &block, definition, because: cause, &moment)
    }

    /// Lists the houses within reach of one that has caught fire.
    ///
    /// - Complexity: O(houses).
    private func listNear(
        _ house: Int,
        in zone: ZoneID,
        _ block: inout BuildingFire,
        _ definition: BuildingFireDefinition
    ) {
        let points = buildings[zone.index]
        let spacing = spacing(of: zone)
        let reach =
            definition.spread == .hamada
            ? 2.2 * spacing : max(2.2 * spacing, 3 * definition.brandMeters)
        block.houses[house].firstNear = Int32(block.near.count)
        for other in points.indices where other != house {
            guard points[other].distanceMeters(to: points[house]) <= reach else { continue }
            block.near.append(Int32(other))
        }
        block.houses[house].nearCount = Int32(block.near.count) - block.houses[house].firstNear
    }

    /// Distance from house to house [m].
    private func spacing(of zone: ZoneID) -> Double {
        BuildingFireDefinition.spacingMeters(
            houses: buildings[zone.index].count,
            radiusMeters: terrain.zones[zone.index].radiusMeters
        )
    }

    // MARK: A step

    /// Follows the houses over the step that ends now.
    mutating func buildingsBurn(
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ moment: inout Moment
    ) {
        let site = self.definition.hazards[hazard.index].site
        settle(site, &moment)
        var block = BuildingFire()
        swap(&block, &buildingFires[hazard.index])
        block.shareOutWater(definition)
        block.burn(definition)
        heatNeighbours(&block, hazard, definition, moment.instant)
        lightNeighbours(&block, hazard, definition, &moment)
        smoke(&block, hazard, &moment)
        clearHouses(&block, hazard, definition, &moment)
        block.askForWater(definition)
        block.steps += 1
        let isBurning = block.isBurning
        swap(&block, &buildingFires[hazard.index])
        settleLosses(&moment)
        if isBurning {
            judgeControl(hazard, &moment)
            scheduleStep(of: hazard, moment.now)
        } else {
            blockIsOut(hazard, &moment)
        }
        replan(site, &moment)
    }

    /// Adds what burning houses do to the others in a step.
    private func heatNeighbours(
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ instant: Instant
    ) {
        let zone = self.definition.hazards[hazard.index].zone
        let seconds = BuildingFireDefinition.stepSeconds
        let wind = wind(
            at: instant.now + SimDuration(seconds: -seconds / 2),
            height: 10,
            instant.lasting
        ).drift
        switch definition.spread {
        case .hamada: runFront(&block, zone, definition, wind)
        case .radiation: radiate(&block, zone, definition, wind)
        }
        block.addHeat(definition)
    }

    /// Lets Hamada's front run from every house that burns and is not attacked to those around it: each is lit
    /// by the front that comes first (minimum travel time, Finney 2002).
    private func runFront(
        _ block: inout BuildingFire,
        _ zone: ZoneID,
        _ definition: BuildingFireDefinition,
        _ wind: SIMD2<Double>
    ) {
        let points = buildings[zone.index]
        let speed = (wind * wind).sum().squareRoot()
        let hamada = Hamada(
            sideMeters: definition.sideMeters,
            gapMeters: max(0, spacing(of: zone) - definition.sideMeters),
            windMetersPerSecond: speed
        )
        let wooden = hamada.front(resistantShare: 0)
        let resistant = hamada.front(resistantShare: 1)
        block.forEachPair { from, to, house in
            let way = Self.way(points[from.0], points[to])
            let distance = max((way * way).sum().squareRoot(), 1)
            let cosine = (way * wind).sum() / (distance * speed)
            let front = house.isResistant ? resistant : wooden
            let meters = front.speed(cosine: cosine) * from.1.grownSeconds / 60
            house.front = max(house.front, meters / distance)
        }
    }

    /// Lets every house that burns radiate, and throw brands with the wind.
    private func radiate(
        _ block: inout BuildingFire,
        _ zone: ZoneID,
        _ definition: BuildingFireDefinition,
        _ wind: SIMD2<Double>
    ) {
        let points = buildings[zone.index]
        let speed = (wind * wind).sum().squareRoot()
        let full = definition.course.fullKilowatts
        let perStep =
            definition.brandsPerHour * BuildingFireDefinition.stepSeconds / 3600 * speed / 10
        block.forEachPair { from, to, house in
            let way = Self.way(points[from.0], points[to])
            let kilowatts = from.1.kilowatts
            let distance = max((way * way).sum().squareRoot(), 1)
            // From the middle of the house that burns to the wall of the other.
            let far = max(distance - definition.sideMeters / 2, 1)
            house.flux += definition.radiatedShare * kilowatts / (4 * .pi * far * far)
            let cosine = (way * wind).sum() / (distance * speed)
            guard cosine > 0, !house.isResistant, !house.isCovered else { return }
            let thrown = Elementary.exp(-distance / definition.brandMeters) * cosine
            house.brands += perStep * kilowatts / full * thrown
        }
    }

    private static func way(_ from: Point, _ to: Point) -> SIMD2<Double> {
        SIMD2(to.eastMeters - from.eastMeters, to.northMeters - from.northMeters)
    }

    /// Sets those houses on fire that have had enough.
    private mutating func lightNeighbours(
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ moment: inout Moment
    ) {
        let before = block.order.count
        for index in block.houses.indices {
            let house = block.houses[index]
            guard house.status == .unlit,
                house.heat >= 1 || house.brands >= house.brandTolerance
            else { continue }
            light(index, &block, hazard, definition, &moment)
        }
        guard block.order.count > before else { return }
        var state = fire(hazard)
        state.lastFact = moment.record(
            .fireSpread(hazard, buildings: Int32(block.order.count)),
            because: state.lastFact
        )
        hazards[hazard.index] = .fire(state)
    }

    // MARK: How it ends

    /// Counts the damage to houses that no longer burn; it goes on record every quarter of an hour, and when
    /// the fire is out.
    private mutating func clearHouses(
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ moment: inout Moment
    ) {
        let zone = self.definition.hazards[hazard.index].zone
        for number in block.order {
            let house = block.houses[Int(number)]
            guard house.status == .out || house.status == .gone, !house.isCleared else { continue }
            block.houses[Int(number)].isCleared = true
            if house.status == .out {
                hurtCrew(in: Int(number), of: zone, hazard, definition, &moment)
            }
            settleOccupants(of: Int(number), &block, hazard, &moment)
            block.damage.houses += min(house.burntKilojoules / definition.course.loadKilojoules, 1)
            if house.status == .gone, !house.isResistant {
                block.damage.down += 1
            } else {
                block.damage.badly += 1
            }
        }
        guard block.steps % Self.stepsBetweenRecords == 0 || !block.isBurning else { return }
        recordDamage(&block, hazard, &moment)
    }

    /// Steps from one record of damage to the next -- constant.
    private static let stepsBetweenRecords: Int32 = 15

    private func recordDamage(
        _ block: inout BuildingFire,
        _ hazard: HazardID,
        _ moment: inout Moment
    ) {
        let damage = block.damage
        guard damage.down + damage.badly > 0 else { return }
        block.damage = BuildingFire.Damage()
        let zone = definition.hazards[hazard.index].zone
        let fact = moment.record(
            .damaged(zone, collapsed: damage.down, badly: damage.badly, windows: 0),
            because: fire(hazard).lastFact
        )
        let yuan = damage.houses * definition.zones[zone.index].yuanPerBuilding
        if yuan > 0 { moment.record(.lost(zone, yuan: Int64(yuan)), because: fact) }
    }

    /// Tells whether every house that burns is attacked with all that it needs: the fire no longer
    /// spreads.
    private mutating func judgeControl(_ hazard: HazardID, _ moment: inout Moment) {
        let block = buildingFires[hazard.index]
        let isControlled = block.order.allSatisfy {
            let house = block.houses[Int($0)]
            return house.status != .burning || house.isAttacked
        }
        guard isControlled != fire(hazard).isControlled else { return }
        setControlled(isControlled, hazard, &moment)
    }

    private mutating func blockIsOut(_ hazard: HazardID, _ moment: inout Moment) {
        var state = fire(hazard)
        state.status = .out
        state.timesOut += 1
        let isBurnedOut = buildingFires[hazard.index].putOut == 0
        state.lastFact = moment.record(
            .extinguished(hazard, burnedOut: isBurnedOut),
            because: state.lastFact
        )
        hazards[hazard.index] = .fire(state)
        reportFire(hazard, &moment)
        endWork(of: .suppress, on: hazard, &moment)
        endWork(of: .cool, on: hazard, &moment)
    }
}
