import EventKernel
import Terrain
import Vocabulary

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
