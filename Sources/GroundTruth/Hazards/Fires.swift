import EventKernel
import Terrain
import Vocabulary

/// What is fixed about a pool or tank, worked out once from its definition, as plain values.
struct FirePlan: BitwiseCopyable, Sendable {
    /// Whether houses burn, not a liquid: all that follows is then of no meaning.
    let isBuilding: Bool
    /// Whether heat can bring it to failure.
    let isTank: Bool
    /// Liquid burnt [m3/s].
    let burntCubicMetersPerSecond: Double
    /// Heat radiated [kW].
    let radiatedKilowatts: Double
    /// Distance from the middle within which heat flux does not grow further: the edge [m].
    let radiusMeters: Double
    /// Foam solution needed [L/min].
    let foamLitersPerMinute: Double
    /// Time for which it is needed [min].
    let foamMinutes: Double
    /// Share of concentrate in the solution [0…1].
    let foamConcentrateShare: Double
    /// Time in which a whole foam blanket is lost without application [min].
    let foamLossMinutes: Double
    /// Cooling water needed [L/min].
    let coolingLitersPerMinute: Double
    /// Rate at which it flares up again while hot and not cooled [1/h].
    let reflaresPerHour: Double
    /// The same while it is cooled [1/h].
    let reflaresPerHourCooled: Double
    /// Time of cooling after which it no longer does [h].
    let coolingHours: Double

    /// Works out the plan of a hazard; one that has no pool of its own burns nothing by it.
    init(of form: HazardDefinition.Form) {
        switch form {
        case .fire(let fire): self.init(fire)
        case .buildingFire: self.init(FireDefinition(), isBuilding: true)
        case .selfHeating, .explosion, .collapse, .release, .fireball, .gasLeak, .mineGas:
            self.init(FireDefinition())
        }
    }

    /// Works out the plan of a fire.
    init(_ definition: FireDefinition, isBuilding: Bool = false) {
        self.isBuilding = isBuilding
        let area = definition.areaSquareMeters
        let pool = PoolFire(areaSquareMeters: area, fuel: definition.fuel)
        isTank = definition.isTank
        burntCubicMetersPerSecond = pool.regressionMetersPerSecond * area
        radiatedKilowatts = definition.fuel.radiativeFraction * pool.heatKilowatts
        radiusMeters = pool.diameterMeters / 2
        foamLitersPerMinute = area * definition.foamLitersPerMinutePerSquareMeter
        foamMinutes = definition.foamMinutes
        foamConcentrateShare = definition.foamConcentrateShare
        foamLossMinutes = definition.foamLossMinutes
        coolingLitersPerMinute = definition.coolingLitersPerMinute
        reflaresPerHour = definition.reflaresPerHour
        reflaresPerHourCooled = definition.reflaresPerHourCooled
        coolingHours = definition.coolingHours
    }

    /// Returns the rate at which it flares up again while hot [1/h].
    @inline(__always)
    func reflaresPerHour(isCooled: Bool) -> Double {
        isCooled ? reflaresPerHourCooled : reflaresPerHour
    }

    /// Returns the heat flux at a distance from the middle [kW/m2], no nearer than the edge.
    func fluxKilowattsPerSquareMeter(atMeters meters: Double) -> Double {
        let far = max(meters, radiusMeters)
        return radiatedKilowatts / (4 * .pi * far * far)
    }
}

/// How fires burn, spread to tanks, are put out and flare up again.
extension GroundTruth {
    /// Returns the state of a hazard that can burn.
    func fire(_ hazard: HazardID) -> FireState {
        guard case .fire(let state) = hazards[hazard.index] else {
            preconditionFailure("Only pools and tanks burn.")
        }
        return state
    }

    /// Returns what is fixed about a hazard that can burn.
    func firePlan(_ hazard: HazardID) -> FirePlan { firePlans[hazard.index] }

    /// Sets a pool or tank on fire.
    ///
    /// - Precondition: The site is settled; the caller replans it.
    mutating func ignite(
        _ hazard: HazardID,
        secondary: Bool,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        var state = fire(hazard)
        let isAgain = state.status == .out
        state.status = .burning
        state.foamProgress = 0
        state.isControlled = false
        state.lastFact = moment.record(
            isAgain ? .reflared(hazard) : .ignited(hazard, secondary: secondary),
            because: cause
        )
        hazards[hazard.index] = .fire(state)
        refreshHeat(at: definition.hazards[hazard.index].site)
        burnPeople(near: hazard, moment.instant)
        reportFire(hazard, &moment)
        guard !isAgain else { return }
        let plan = firePlan(hazard)
        setOff(
            by: hazard,
            because: state.lastFact,
            wave: nil,
            flux: { plan.fluxKilowattsPerSquareMeter(atMeters: $0) },
            moment.instant
        )
        alarm(definition.hazards[hazard.index].zone, because: state.lastFact, &moment)
        rumourBegins(because: state.lastFact, &moment)
    }

    /// Computes anew what heat every tank of a site receives from the fires.
    private mutating func refreshHeat(at site: SiteID) {
        let all = fires(of: site)
        for target in all {
            var state = fire(target)
            state.receivedFlux = 0
            var most = 0.0
            for source in all
            where source != target && !firePlan(source).isBuilding
                && fire(source).status == .burning
            {
                let distance = definition.hazards[source.index].position
                    .distanceMeters(to: definition.hazards[target.index].position)
                let flux = firePlan(source).fluxKilowattsPerSquareMeter(atMeters: distance)
                state.receivedFlux += flux
                if flux > most {
                    most = flux
                    state.heatedBy = fire(source).lastFact
                }
            }
            hazards[target.index] = .fire(state)
        }
    }

    /// Tells whether a tank that does not burn needs cooling: it receives heat that could bring it to
    /// failure, or it has burnt and is not yet cold.
    @inline(__always)
    func isHot(_ hazard: HazardID, _ state: FireState) -> Bool {
        switch state.status {
        case .unlit: failureSeconds(hazard, state) < .infinity
        case .burning: true
        case .out:
            !firePlan(hazard).isBuilding && state.cooledHours < firePlan(hazard).coolingHours
        }
    }

    @inline(__always)
    private func failureSeconds(_ hazard: HazardID, _ state: FireState) -> Double {
        guard state.status == .unlit, firePlan(hazard).isTank else { return .infinity }
        return HeatEscalation.secondsToFailure(
            flux: state.receivedFlux,
            volumeCubicMeters: state.liquidCubicMeters
        )
    }

    /// Accounts for what has happened to a fire in a stretch of time.
    mutating func settleFire(_ hazard: HazardID, _ elapsed: SimDuration) {
        var state = fire(hazard)
        let plan = firePlan(hazard)
        guard !plan.isBuilding else { return }
        switch state.status {
        case .unlit:
            guard !state.isCooled else { break }
            state.heatDamage += elapsed.seconds / failureSeconds(hazard, state)
        case .burning:
            state.liquidCubicMeters -= plan.burntCubicMetersPerSecond * elapsed.seconds
            if state.isUnderAttack {
                state.foamProgress += elapsed.minutes / plan.foamMinutes
            } else {
                let lost = elapsed.minutes / plan.foamLossMinutes
                state.foamProgress = max(0, state.foamProgress - lost)
            }
        case .out:
            guard state.cooledHours < plan.coolingHours else { break }
            if state.isCooled { state.cooledHours += elapsed.hours }
            state.reflareMargin -= elapsed.hours * plan.reflaresPerHour(isCooled: state.isCooled)
        }
        hazards[hazard.index] = .fire(state)
    }

    /// Returns the time to the next thing that happens to a fire by itself [h].
    func hoursToChange(of hazard: HazardID) -> Double {
        let state = fire(hazard)
        let plan = firePlan(hazard)
        guard !plan.isBuilding else { return .infinity }
        switch state.status {
        case .unlit:
            guard !state.isCooled else { return .infinity }
            return (1 - state.heatDamage) * failureSeconds(hazard, state) / 3600
        case .burning:
            let burnt = plan.burntCubicMetersPerSecond * 3600
            let burnout = burnt > 0 ? state.liquidCubicMeters / burnt : .infinity
            guard state.isUnderAttack else {
                guard state.foamProgress > 0 else { return burnout }
                return min(burnout, state.foamProgress * plan.foamLossMinutes / 60)
            }
            let goal = state.isControlled ? 1 : Self.controlShare
            return min(burnout, (goal - state.foamProgress) * plan.foamMinutes / 60)
        case .out:
            guard state.cooledHours < plan.coolingHours else { return .infinity }
            let cold = state.isCooled ? plan.coolingHours - state.cooledHours : .infinity
            let rate = plan.reflaresPerHour(isCooled: state.isCooled)
            return rate > 0 ? min(cold, state.reflareMargin / rate) : cold
        }
    }

    /// Share of the foam application after which a fire counts as under control -- constant (D).
    private static let controlShare = 0.5

    /// Lets happen what is due to a fire.
    ///
    /// - Precondition: The site is settled; the caller replans it.
    mutating func changeFire(_ hazard: HazardID, _ moment: inout Moment) {
        guard !firePlan(hazard).isBuilding else { return }
        let state = fire(hazard)
        switch state.status {
        case .unlit:
            guard state.heatDamage >= 1 else { return }
            ignite(hazard, secondary: true, because: state.heatedBy, &moment)
        case .burning:
            if state.liquidCubicMeters <= 0 {
                goesOut(hazard, burnedOut: true, &moment)
            } else if state.foamProgress >= 1 {
                goesOut(hazard, burnedOut: false, &moment)
            } else if state.foamProgress >= Self.controlShare, !state.isControlled {
                setControlled(true, hazard, &moment)
            } else if state.foamProgress <= 0, state.isControlled {
                setControlled(false, hazard, &moment)
            }
        case .out:
            guard state.reflareMargin <= 0 else { return }
            ignite(hazard, secondary: false, because: state.lastFact, &moment)
        }
    }

    /// Foam covers enough of a fire, or is used up before a fire under control is out.
    mutating func setControlled(
        _ isControlled: Bool,
        _ hazard: HazardID,
        _ moment: inout Moment
    ) {
        var state = fire(hazard)
        state.isControlled = isControlled
        state.lastFact = moment.record(
            isControlled ? .controlled(hazard) : .reflared(hazard),
            because: state.lastFact
        )
        hazards[hazard.index] = .fire(state)
        reportFire(hazard, &moment)
    }

    private mutating func goesOut(
        _ hazard: HazardID,
        burnedOut: Bool,
        _ moment: inout Moment
    ) {
        var state = fire(hazard)
        state.status = .out
        state.timesOut += 1
        state.cooledHours = burnedOut ? firePlan(hazard).coolingHours : 0
        state.reflareMargin = moment.instant.sample(
            .exponential(mean: 1),
            .reflare,
            hazard.entity(state.timesOut)
        )
        state.lastFact = moment.record(
            .extinguished(hazard, burnedOut: burnedOut),
            because: state.lastFact
        )
        hazards[hazard.index] = .fire(state)
        refreshHeat(at: definition.hazards[hazard.index].site)
        reportFire(hazard, &moment)
        endWork(of: .suppress, on: hazard, &moment)
    }

    /// Lets the crews at the site see what has become of a fire: one tells each post that has sent any.
    mutating func reportFire(_ hazard: HazardID, _ moment: inout Moment) {
        let site = definition.hazards[hazard.index].site
        let state = fire(hazard)
        var last = -1
        while let team = roster.nextSpokesman(at: site, after: &last) {
            let observer = Observer(.team, team.number)
            observe(observer, .fire(hazard), state.visible.rawValue, state.lastFact, &moment)
        }
    }

    /// Tells whether a fire has burnt without a break since it had gone out so many times.
    func burns(_ hazard: HazardID, since timesOut: Int32) -> Bool {
        let state = fire(hazard)
        return state.status == .burning && state.timesOut == timesOut
    }
}
