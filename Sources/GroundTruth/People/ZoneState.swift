import EventKernel
import Terrain
import Vocabulary

/// What has become of a zone and its people in this drill.
struct ZoneState: Sendable {
    /// When a warning was issued there -- state.
    var warnedAt = SimTime.never
    /// Whether the warning was to stay in and shut the windows, not to leave -- state.
    var takesShelter = false
    /// Whether the people of the zone have noticed that something has happened -- state.
    var isAlarmed = false
    /// People who have been brought out before harm came [persons] -- state.
    var evacuated: Int32 = 0
    /// Casualties of the zone -- state.
    var casualties: [CasualtyIndex] = []
    /// Times the zone has been struck by a blast or a fireball -- state.
    var strikes: Int32 = 0
    /// What earlier strikes have left of each building, none before the first -- state.
    var ruins: [BuildingDamage] = []
    /// Counts of people found, as marked on the spot, by tally -- state.
    var found = SIMD8<Int32>(repeating: 0)
    /// Counts that have been reported last -- state.
    var noted = SIMD8<Int32>(repeating: 0)
    /// Search of the zone -- state.
    var search = SearchState()

    /// Puts everything to the start of a drill and keeps the storage.
    mutating func reset() {
        var fresh = ZoneState()
        swap(&fresh.casualties, &casualties)
        swap(&fresh.ruins, &ruins)
        fresh.ruins.removeAll(keepingCapacity: true)
        swap(&fresh.search.searching, &search.searching)
        swap(&fresh.search.ahead, &search.ahead)
        swap(&fresh.search.jobs, &search.jobs)
        fresh.casualties.removeAll(keepingCapacity: true)
        fresh.search.searching.removeAll(keepingCapacity: true)
        fresh.search.ahead.removeAll(keepingCapacity: true)
        fresh.search.jobs.removeAll(keepingCapacity: true)
        self = fresh
    }

    /// Changes one of the counts kept on the spot.
    mutating func count(_ tally: Headcount, _ change: Int32) {
        found[Int(tally.rawValue)] += change
    }
}

extension GroundTruth {
    /// Hurts the people of a zone who are present, in and around its buildings that are struck.
    ///
    /// - Returns: Number of people present.
    mutating func strikePeople(
        of zone: ZoneID,
        because cause: FactID,
        _ moment: inout Moment
    ) -> Int32 {
        var present: Int32 = 0
        var left: Int32 = 0
        var number = 0
        let strike = UInt64(zones[zone.index].strikes)
        zones[zone.index].strikes += 1
        for group in definition.zones[zone.index].groups {
            for _ in 0..<group.persons {
                let person = PersonID(in: zone, number: number)
                let building = number % max(1, struck.count)
                number += 1
                guard moment.instant.uniform(.presence, person.entity) < group.presentShare else {
                    continue
                }
                if hasLeft(person, of: group, zone, moment.instant) {
                    left += 1
                    continue
                }
                present += 1
                guard !struck.isEmpty else { continue }
                let around = struck[building]
                // Whoever came out of a building that is down already is in the open.
                let isOutdoors =
                    around.wasDown
                    || moment.instant.uniform(.outdoors, person.entity) < group.outdoorsShare
                let thresholds = isOutdoors ? around.outdoors : around.indoors
                let draw = moment.instant.uniform(.injury, person.entity, index: strike)
                let severity = thresholds.severity(draw)
                guard severity > .unhurt, !isCasualty(person) else { continue }
                let reason = around.cause(outdoors: isOutdoors, severity)
                hurt(
                    person,
                    severity,
                    reason,
                    in: zone,
                    building: Int32(building),
                    because: cause,
                    &moment
                )
            }
        }
        leave(zone, left, because: cause, &moment)
        return present
    }

    /// Records those who were out of a zone before harm came, each person once.
    ///
    /// - Parameters:
    ///   - zone: The zone.
    ///   - left: All who have left by now [persons].
    ///   - cause: Fact of the harm.
    ///   - moment: The instant.
    mutating func leave(
        _ zone: ZoneID,
        _ left: Int32,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let fresh = left - zones[zone.index].evacuated
        guard fresh > 0 else { return }
        zones[zone.index].evacuated = left
        moment.record(.evacuated(zone, persons: fresh), because: cause)
    }

    /// Returns how many people of a zone are present.
    func peoplePresent(in zone: ZoneID, _ instant: Instant) -> Int32 {
        var present: Int32 = 0
        var number = 0
        for group in definition.zones[zone.index].groups {
            for _ in 0..<group.persons {
                let person = PersonID(in: zone, number: number)
                number += 1
                if instant.uniform(.presence, person.entity) < group.presentShare,
                    !hasLeft(person, of: group, zone, instant)
                {
                    present += 1
                }
            }
        }
        return present
    }

    /// Tells whether a person is a casualty; who is hurt already is not hurt again.
    func isCasualty(_ person: PersonID) -> Bool { marks.contains(person) }

    /// Lets the people of a zone notice that something has happened, where nothing has alarmed them
    /// before.
    mutating func alarm(_ zone: ZoneID, because cause: FactID, _ moment: inout Moment) {
        guard !zones[zone.index].isAlarmed else { return }
        let present = peoplePresent(in: zone, moment.instant)
        guard present > 0 else { return }
        zones[zone.index].isAlarmed = true
        scheduleWitnesses(in: zone, present: present, because: cause, moment.instant)
        scheduleStaff(in: zone, because: cause, moment.instant)
    }

    /// Lets those who hear or see a hazard call about its zone: people of every zone within earshot.
    mutating func alarm(
        _ zone: ZoneID,
        heardWithin meters: Double,
        of hazard: HazardID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard !zones[zone.index].isAlarmed else { return }
        let position = definition.hazards[hazard.index].position
        var present: Int32 = 0
        for index in terrain.zones.indices {
            let area = terrain.zones[index]
            guard area.center.distanceMeters(to: position) <= meters + area.radiusMeters
            else { continue }
            present += peoplePresent(in: ZoneID(index), moment.instant)
        }
        guard present > 0 else { return }
        zones[zone.index].isAlarmed = true
        rumourBegins(because: cause, &moment)
        scheduleWitnesses(in: zone, present: present, because: cause, moment.instant)
        scheduleStaff(in: zone, because: cause, moment.instant)
    }

    /// Schedules the calls of witnesses and the notice of staff.
    mutating func scheduleWitnesses(
        in zone: ZoneID,
        present: Int32,
        because cause: FactID,
        _ instant: Instant
    ) {
        let rate = definition.zones[zone.index].callersPerThousand
        let callers = Int32(Elementary.floor(Double(present) * rate / 1000 + 0.5))
        for caller in 0..<min(callers, definition.callersAtMost) {
            let delay = instant.duration(
                definition.witnessDelay,
                .witness,
                zone.entity(caller)
            )
            outbox.schedule(
                .witnessCalls(zone, caller: caller, because: cause),
                at: instant.now + definition.alarmDelay + delay,
                .observation
            )
        }
    }

    /// Schedules the noticing of the staff who are in a zone.
    mutating func scheduleStaff(in zone: ZoneID, because cause: FactID, _ instant: Instant) {
        for (number, staff) in definition.staff.enumerated() where staff.zone == zone {
            let delay = instant.duration(staff.delay, .staffNotice, staff.post.entity)
            outbox.schedule(
                .staffNotice(Int32(number), because: cause),
                at: instant.now + definition.alarmDelay + delay,
                .observation
            )
        }
    }

    /// Lets the staff of an enterprise perceive what has happened to it, with a guess at the number of
    /// casualties.
    mutating func staffNotice(_ number: Int, _ cause: FactID, _ moment: inout Moment) {
        let staff = definition.staff[number]
        let site = zoneSites[staff.zone.index]
        let observer = Observer(.staff, staff.post.number)
        observe(observer, .incident(site), 1, cause, &moment)
        let truth = Double(zones[staff.zone.index].casualties.count)
        let guess = guessed(truth, staff.post.entity | 1 << 63, moment.instant)
        observe(observer, .estimate(site), guess, cause, &moment)
    }

    /// Lets a witness perceive what has happened, with a guess at the number of casualties.
    mutating func witnessCalls(
        _ zone: ZoneID,
        _ caller: Int32,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let site = zoneSites[zone.index]
        let observer = Observer(.witness, zone.number << 8 | caller)
        observe(observer, .incident(site), 1, cause, &moment)
        let truth = Double(zones[zone.index].casualties.count)
        let guess = guessed(truth, zone.entity(caller), moment.instant)
        observe(observer, .estimate(site), guess, cause, &moment)
    }

    /// Returns what somebody guesses of a number of casualties.
    func guessed(_ truth: Double, _ entity: UInt64, _ instant: Instant) -> Int32 {
        let spread = Distribution.lognormal(median: 1, sigma: definition.guessSigma)
        let guess = truth * instant.sample(spread, .perception, entity)
        return Int32(min(Elementary.floor(guess + 0.5), 1e9))
    }
}
