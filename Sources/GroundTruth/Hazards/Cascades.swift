import EventKernel
import Terrain
import Vocabulary

/// Heat flux of what radiates none [kW/m2]: below every threshold, also one of zero.
private let noHeat = -1.0

extension GroundTruth {
    /// Draws the course of self-heating waste and schedules its runaway.
    mutating func start(
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

    /// Schedules the hazards that another one sets off.
    mutating func setOff(
        by hazard: HazardID,
        because cause: FactID,
        wave: BlastWave?,
        flux: (Double) -> Double = { _ in noHeat },
        _ instant: Instant
    ) {
        for index in definition.hazards.indices {
            let other = HazardID(index)
            guard let trigger = definition.hazards[index].trigger,
                trigger.hazard == hazard,
                isMet(trigger, at: other, from: hazard, wave, flux),
                instant.uniform(.cascade, other.entity) < trigger.probability
            else { continue }
            var delay = instant.duration(trigger.delay, .cascadeDelay, other.entity)
            let heat = flux(distanceMeters(hazard, other))
            if let volume = trigger.vesselCubicMeters, heat > noHeat {
                let time = HeatEscalation.secondsToBurst(flux: heat, volumeCubicMeters: volume)
                delay = delay + SimDuration(seconds: time)
            }
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
        _ wave: BlastWave?,
        _ flux: (Double) -> Double
    ) -> Bool {
        let distance = distanceMeters(hazard, other)
        if let threshold = trigger.heatKilowattsPerSquareMeter {
            guard flux(distance) >= threshold else { return false }
        }
        guard let threshold = trigger.overpressureKilopascals else { return true }
        guard let wave else { return false }
        return wave.overpressureKilopascals(atMeters: max(distance, 1)) >= threshold
    }

    private func distanceMeters(_ one: HazardID, _ other: HazardID) -> Double {
        definition.hazards[one.index].position
            .distanceMeters(to: definition.hazards[other.index].position)
    }

    /// Tells whether a vessel is no longer in the heat that was to burst it: the fire that heats it
    /// has gone out, or the vessel is cooled by the teams on that fire.
    func isSparedFromHeat(_ hazard: HazardID) -> Bool {
        guard let trigger = definition.hazards[hazard.index].trigger,
            trigger.vesselCubicMeters != nil || trigger.whileBurning,
            case .fire(let fire) = hazards[trigger.hazard.index]
        else { return false }
        return fire.status != .burning
    }

    /// Reads a sensor and schedules the next reading.
    mutating func read(_ sensor: SensorID, _ ordinal: Int32, _ moment: inout Moment) {
        let instrument = definition.sensors[sensor.index]
        let value: Double?
        if case .heating(let heating) = hazards[instrument.hazard.index] {
            value = heating.celsius(atSeconds: moment.now.seconds)
        } else {
            guard definition.hazards[instrument.hazard.index].form.hasMethane else { return }
            value = methanePercent(readAt: instrument.hazard, moment.instant)
        }
        if let value { show(value, read: sensor, ordinal, instrument, &moment) }
        outbox.schedule(
            .sensorReads(sensor, ordinal: ordinal + 1),
            at: moment.now + SimDuration(seconds: instrument.periodSeconds),
            .observation
        )
    }

    /// Shows a reading with the noise of its instrument, in tenths of its unit.
    private mutating func show(
        _ value: Double,
        read sensor: SensorID,
        _ ordinal: Int32,
        _ instrument: SensorDefinition,
        _ moment: inout Moment
    ) {
        let noise = moment.instant.sample(
            .normal(mean: 0, standardDeviation: instrument.noise),
            .sensorNoise,
            sensor.entity(ordinal)
        )
        let tenths = Int32(Elementary.floor((value + noise) * 10))
        observe(Observer(.sensor, sensor.number), .reading(sensor), tenths, .none, &moment)
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
