import EventKernel
import Terrain
import Vocabulary

/// What has become of a hazard in this drill.
enum HazardState: BitwiseCopyable, Sendable {
    /// Nothing yet.
    case dormant
    /// Heating itself.
    case heating(SelfHeating)
    /// Exploded or run away.
    case spent(FactID)
    /// A pool or tank, burning or not.
    case fire(FireState)
}

/// A pool or tank in a drill.
struct FireState: BitwiseCopyable {
    /// Whether it burns.
    enum Status: BitwiseCopyable {
        /// Has not burnt.
        case unlit
        /// Burns.
        case burning
        /// Has burnt and is out.
        case out
    }

    /// Whether it burns -- state.
    var status = Status.unlit
    /// Liquid left [m3] -- state.
    var liquidCubicMeters: Double
    /// Share of the foam application that is done [0…1] -- state.
    var foamProgress = 0.0
    /// Whether the fire has been called under control -- state.
    var isControlled = false
    /// Damage to the tank by the heat of other fires, 1 at failure -- state.
    var heatDamage = 0.0
    /// Cooling since it went out [h] -- state.
    var cooledHours = 0.0
    /// Uncooled hours, times the rate, until it flares up again; drawn each time it goes out -- state.
    var reflareMargin = Double.infinity
    /// Times it has gone out -- state.
    var timesOut: Int32 = 0
    /// Foam solution the teams on it can apply [L/min] -- state.
    var attackCapacity = 0.0
    /// Cooling water the teams on it can apply [L/min] -- state.
    var coolingCapacity = 0.0
    /// Whether foam is being applied at the needed rate -- derived at each change of the site.
    var isUnderAttack = false
    /// Whether cooling water is being applied at the needed rate -- derived likewise.
    var isCooled = false
    /// Heat flux from other fires [kW/m2] -- derived likewise.
    var receivedFlux = 0.0
    /// Fact of the fire from which most of that heat comes.
    var heatedBy = FactID.none
    /// Latest fact about the fire.
    var lastFact = FactID.none

    /// State of the fire as a crew sees it.
    var visible: FireStatus {
        switch status {
        case .unlit: .none
        case .burning: isControlled ? .controlled : .burning
        case .out: .out
        }
    }
}

extension GroundTruth {
    /// Puts all hazards to the start and schedules those that begin by themselves.
    mutating func beginHazards(_ moment: inout Moment) {
        hazards.removeAll(keepingCapacity: true)
        for index in definition.hazards.indices {
            let hazard = HazardID(index)
            switch definition.hazards[index].form {
            case .selfHeating(let heating):
                hazards.append(.heating(start(heating, of: hazard, moment.instant)))
            case .explosion: hazards.append(.dormant)
            case .fire(let fire):
                let volume = moment.instant.sample(fire.volumeCubicMeters, .fill, hazard.entity)
                hazards.append(.fire(FireState(liquidCubicMeters: max(0, volume))))
            }
        }
    }

    /// Draws the course of self-heating waste and schedules its runaway.
    private mutating func start(
        _ heating: SelfHeatingDefinition,
        of hazard: HazardID,
        _ instant: Instant
    ) -> SelfHeating {
        let runaway = instant.sample(heating.runaway, .onset, hazard.entity)
        let induction = instant.sample(heating.induction, .selfHeating, hazard.entity)
        outbox.schedule(
            .hazardBegins(hazard, because: .none),
            at: .start + SimDuration(seconds: max(0, runaway)),
            .hazard
        )
        return SelfHeating(
            initialCelsius: heating.initialCelsius,
            activationKelvins: heating.activationKelvins,
            beginsSeconds: runaway - max(induction, 1),
            runawaySeconds: runaway
        )
    }

    /// Lets a hazard begin, if it has not.
    mutating func hazardBegins(_ hazard: HazardID, _ cause: FactID, _ moment: inout Moment) {
        switch (definition.hazards[hazard.index].form, hazards[hazard.index]) {
        case (.selfHeating, .heating):
            hazards[hazard.index] = .spent(cause)
            setOff(by: hazard, because: cause, wave: nil, moment.instant)
        case (.explosion(let explosion), .dormant):
            explode(hazard, explosion, cause, &moment)
        case (.fire, .fire(let fire)) where fire.status == .unlit:
            let site = definition.hazards[hazard.index].site
            settle(site, &moment)
            ignite(hazard, secondary: false, because: cause, &moment)
            replan(site, &moment)
        default: break
        }
    }

    /// Schedules the hazards that another one sets off.
    mutating func setOff(
        by hazard: HazardID,
        because cause: FactID,
        wave: BlastWave?,
        _ instant: Instant
    ) {
        for index in definition.hazards.indices {
            let other = HazardID(index)
            guard let trigger = definition.hazards[index].trigger,
                trigger.hazard == hazard,
                isMet(trigger, at: other, from: hazard, wave),
                instant.uniform(.cascade, other.entity) < trigger.probability
            else { continue }
            let delay = instant.duration(trigger.delay, .cascadeDelay, other.entity)
            outbox.schedule(
                .hazardBegins(other, because: cause),
                at: instant.now + delay,
                .hazard
            )
        }
    }

    private func isMet(
        _ trigger: CascadeDefinition,
        at other: HazardID,
        from hazard: HazardID,
        _ wave: BlastWave?
    ) -> Bool {
        guard let threshold = trigger.overpressureKilopascals else { return true }
        guard let wave else { return false }
        let distance = definition.hazards[other.index].position
            .distanceMeters(to: definition.hazards[hazard.index].position)
        return wave.overpressureKilopascals(atMeters: max(distance, 1)) >= threshold
    }

    /// Reads a sensor and schedules the next reading.
    mutating func read(_ sensor: SensorID, _ ordinal: Int32, _ moment: inout Moment) {
        let instrument = definition.sensors[sensor.index]
        guard case .heating(let heating) = hazards[instrument.hazard.index] else { return }
        let noise = moment.instant.sample(
            .normal(mean: 0, standardDeviation: instrument.noiseKelvins),
            .sensorNoise,
            sensor.entity(ordinal)
        )
        let celsius = heating.celsius(atSeconds: moment.now.seconds) + noise
        let observer = Observer(.sensor, sensor.number)
        observe(
            observer,
            .reading(sensor),
            Int32(Elementary.floor(celsius * 10)),
            .none,
            &moment
        )
        outbox.schedule(
            .sensorReads(sensor, ordinal: ordinal + 1),
            at: moment.now + SimDuration(seconds: instrument.periodSeconds),
            .observation
        )
    }

    /// Records that somebody has perceived something and hands it on.
    mutating func observe(
        _ observer: Observer,
        _ item: Item,
        _ value: Int32,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let fact = moment.record(.observed(observer, item, value: value), because: cause)
        observations.append(
            Observation(by: observer, of: item, value: value, because: fact)
        )
    }
}
