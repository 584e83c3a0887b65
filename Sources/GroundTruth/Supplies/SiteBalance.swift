import EventKernel
import Vocabulary

/// Flows at a site between two changes: water, foam and fuel run, fires burn and are attacked.
///
/// Everything runs at a constant rate from one change to the next. `settle` accounts for the time
/// since the last change; `replan` sets the rates anew and schedules the next instant at which
/// something ends by itself.
extension GroundTruth {
    /// Accounts for everything that has run at a site since it was last settled.
    mutating func settle(_ site: SiteID, _ moment: inout Moment) {
        let elapsed = moment.now - sites[site.index].settledAt
        guard elapsed > .zero else { return }
        sites[site.index].settledAt = moment.now
        settleSupplies(site, elapsed)
        guard sites[site.index].hasActiveFires else { return }
        for hazard in fires(of: site) { settleFire(hazard, elapsed) }
    }

    /// Returns the hazards of a site that can burn.
    func fires(of site: SiteID) -> [HazardID] { firesOfSite[site.index] }

    private mutating func settleSupplies(_ site: SiteID, _ elapsed: SimDuration) {
        let depot = register.sites[site.index].depot
        let inflow = thousandths(sites[site.index].waterInflow, per: 60, elapsed)
        depots[depot.index][.water] += inflow
        ledger.drawn[Int(SupplyKind.water.rawValue)] += inflow
        use(.water, thousandths(sites[site.index].waterUse, per: 60, elapsed), from: depot)
        use(.foam, thousandths(sites[site.index].foamUse, per: 60, elapsed), from: depot)
        use(.fuel, thousandths(sites[site.index].fuelRate, per: 3600, elapsed), from: depot)
        refill(thousandths(sites[site.index].refillRate, per: 3600, elapsed), at: depot)
    }

    /// Returns an amount at a rate in units per so many seconds [thousandths].
    private func thousandths(
        _ rate: Double,
        per seconds: Double,
        _ elapsed: SimDuration
    ) -> Int64 {
        Int64(rate / seconds * Double(elapsed.milliseconds))
    }

    private mutating func use(_ kind: SupplyKind, _ thousandths: Int64, from depot: DepotID) {
        guard thousandths > 0 else { return }
        let used = min(thousandths, depots[depot.index][kind])
        depots[depot.index][kind] -= used
        ledger.used[Int(kind.rawValue)] += used
    }

    /// Fills empty cylinders: no more than have been used.
    private mutating func refill(_ thousandths: Int64, at depot: DepotID) {
        let air = Int(SupplyKind.breathingAir.rawValue)
        let empty = ledger.used[air] - ledger.drawn[air]
        let filled = max(0, min(thousandths, empty))
        depots[depot.index][.breathingAir] += filled
        ledger.drawn[air] += filled
    }

    /// Sets all rates of a site anew and schedules its next change.
    ///
    /// - Precondition: The site is settled.
    mutating func replan(_ site: SiteID, _ moment: inout Moment) {
        sites[site.index].hasActiveFires = hasActiveFires(site)
        apportionWater(site, &moment)
        sites[site.index].epoch += 1
        var next = nextStockout(site)
        if sites[site.index].hasActiveFires {
            for hazard in fires(of: site) { next = min(next, hoursToChange(of: hazard)) }
        }
        // One millisecond more than the rate says, so that the threshold is reached in spite of
        // rounding; what is overdue, since another event came within that millisecond, is due now.
        let due = SimDuration(hours: max(0, next)) + SimDuration(milliseconds: 1)
        outbox.schedule(
            .siteChanges(site, epoch: sites[site.index].epoch),
            at: moment.now + due,
            .work
        )
    }

    /// Tells whether any fire of a site burns or may flare up, so that others may be heated.
    @inline(__always)
    private func hasActiveFires(_ site: SiteID) -> Bool {
        for hazard in fires(of: site) {
            let state = fire(hazard)
            if state.status != .unlit, isHot(hazard, state) { return true }
        }
        return false
    }

    /// Something foreseen for a site is due.
    mutating func siteChanges(_ site: SiteID, _ epoch: Int32, _ moment: inout Moment) {
        guard sites[site.index].epoch == epoch else { return }
        settle(site, &moment)
        for hazard in fires(of: site) { changeFire(hazard, &moment) }
        replan(site, &moment)
        wakeWaiting(at: site, &moment)
    }

    /// Gives the water there is to the fires under attack, the most advanced first, then to cooling.
    private mutating func apportionWater(_ site: SiteID, _ moment: inout Moment) {
        let depot = register.sites[site.index].depot
        let hasFuel = depots[depot.index][.fuel] > 0
        let pumped = hasFuel ? sites[site.index].pumpCapacity : 0
        let supply = register.sites[site.index].mainsLitersPerMinute + pumped
        let hasStock = depots[depot.index].whole(.water) > 0
        let hasFoam = depots[depot.index].whole(.foam) > 0
        sites[site.index].lacksWater = false
        sites[site.index].lacksFoam = false
        sites[site.index].foamUse = 0
        var left = hasStock ? .infinity : supply
        var used = 0.0
        for hazard in fires(of: site) {
            setUnderAttack(hazard, false)
            buildingFires[hazard.index].water.applied = 0
        }
        orderAttacks(site)
        for index in attacked.indices {
            let flow = attack(attacked[index], site, waterLeft: left, hasFoam: hasFoam)
            left -= flow
            used += flow
        }
        for hazard in fires(of: site) {
            let flow = cool(hazard, waterLeft: left)
            left -= flow
            used += flow
        }
        sites[site.index].waterUse = used
        sites[site.index].waterInflow = min(supply, used)
        if sites[site.index].lacksFoam { runsOut(.foam, at: site, .none, &moment) }
        if sites[site.index].lacksWater { runsOut(.water, at: site, .none, &moment) }
    }

    /// Puts the fires on which there are teams in order, the most advanced attack first.
    private mutating func orderAttacks(_ site: SiteID) {
        attacked.clear()
        for hazard in fires(of: site) where fire(hazard).attackCapacity > 0 {
            // Few fires are attacked at a time: each is put in its place.
            attacked.append(hazard)
            var place = attacked.count - 1
            while place > 0, isBehind(attacked[place - 1], hazard) {
                attacked[place] = attacked[place - 1]
                place -= 1
            }
            attacked[place] = hazard
        }
    }

    /// Tells whether the attack on a fire is less advanced than that on one of a higher number.
    private func isBehind(_ first: HazardID, _ second: HazardID) -> Bool {
        fire(first).foamProgress < fire(second).foamProgress
    }

    /// Begins or goes on with the attack on a fire, if all that it needs is there.
    ///
    /// Below the rate that the standard asks for, foam is destroyed faster than it builds up: the
    /// attack waits (assumption D).
    ///
    /// - Returns: Water that it takes [L/min].
    private mutating func attack(
        _ hazard: HazardID,
        _ site: SiteID,
        waterLeft: Double,
        hasFoam: Bool
    ) -> Double {
        let plan = firePlan(hazard)
        if plan.isBuilding { return attackHouses(hazard, site, waterLeft: waterLeft) }
        let state = fire(hazard)
        let needed = plan.foamLitersPerMinute
        guard state.status == .burning, state.attackCapacity >= needed else { return 0 }
        if !hasFoam { sites[site.index].lacksFoam = true }
        if waterLeft < needed { sites[site.index].lacksWater = true }
        guard hasFoam, waterLeft >= needed else { return 0 }
        setUnderAttack(hazard, true)
        sites[site.index].foamUse += needed * plan.foamConcentrateShare
        return needed * (1 - plan.foamConcentrateShare)
    }

    /// Puts as much water on burning houses, and before the next, as teams can throw, houses need and the
    /// site has.
    ///
    /// - Returns: Water that it takes [L/min].
    private mutating func attackHouses(
        _ hazard: HazardID,
        _ site: SiteID,
        waterLeft: Double
    ) -> Double {
        let state = fire(hazard)
        guard state.status == .burning else { return 0 }
        let water = buildingFires[hazard.index].water
        let wanted = min(state.attackCapacity, water.needed + water.curtainNeeded)
        let flow = min(wanted, max(0, waterLeft))
        if flow < wanted { sites[site.index].lacksWater = true }
        setUnderAttack(hazard, flow > 0)
        buildingFires[hazard.index].water.applied = flow
        return flow
    }

    /// Lets cooling teams put water before houses that are about to be lit.
    ///
    /// - Returns: Water that it takes [L/min].
    private mutating func coverHouses(_ hazard: HazardID, waterLeft: Double) -> Double {
        let state = fire(hazard)
        let wanted = min(state.coolingCapacity, buildingFires[hazard.index].water.curtainNeeded)
        let flow = state.status == .burning ? min(wanted, max(0, waterLeft)) : 0
        buildingFires[hazard.index].water.curtain = flow
        return flow
    }

    private mutating func setUnderAttack(_ hazard: HazardID, _ isUnderAttack: Bool) {
        var state = fire(hazard)
        state.isUnderAttack = isUnderAttack
        hazards[hazard.index] = .fire(state)
    }

    /// Begins or goes on with cooling a tank, if all that it needs is there.
    ///
    /// - Returns: Water that it takes [L/min].
    private mutating func cool(_ hazard: HazardID, waterLeft: Double) -> Double {
        if firePlan(hazard).isBuilding { return coverHouses(hazard, waterLeft: waterLeft) }
        var state = fire(hazard)
        let needed = firePlan(hazard).coolingLitersPerMinute
        let isWanted = needed > 0 && state.status != .burning && isHot(hazard, state)
        state.isCooled = isWanted && state.coolingCapacity >= needed && waterLeft >= needed
        hazards[hazard.index] = .fire(state)
        return state.isCooled ? needed : 0
    }

    /// Returns how long the stocks of a site last at the present rates [h].
    @inline(__always)
    private func nextStockout(_ site: SiteID) -> Double {
        let depot = register.sites[site.index].depot
        func hours(_ kind: SupplyKind, _ unitsPerHour: Double) -> Double {
            guard unitsPerHour > 0, depots[depot.index][kind] > 0 else { return .infinity }
            return Double(depots[depot.index][kind]) / 1000 / unitsPerHour
        }
        return min(
            hours(.water, (sites[site.index].waterUse - sites[site.index].waterInflow) * 60),
            hours(.foam, sites[site.index].foamUse * 60),
            hours(.fuel, sites[site.index].fuelRate)
        )
    }
}
