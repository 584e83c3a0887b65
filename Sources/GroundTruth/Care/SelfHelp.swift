import EventKernel
import Terrain
import Vocabulary

extension GroundTruth {
    /// Those nearby have helped a casualty: freed one who was trapped, or picked up one in the open.
    ///
    /// The casualty goes on to the collection point where there is one, else straight to a hospital
    /// by private means.
    mutating func helped(_ index: CasualtyIndex, _ moment: inout Moment) {
        let casualty = casualties[index.index]
        guard casualty.stage == .trapped || casualty.stage == .lying else { return }
        if casualty.isFound {
            helpedWithTeams(index, &moment)
            return
        }
        casualties[index.index].isFound = true
        let found = moment.record(
            .found(casualty.person, alive: true, by: nil),
            because: casualty.lastFact
        )
        casualties[index.index].lastFact = found
        removeFromSearch(index)
        if casualty.stage == .trapped {
            casualties[index.index].lastFact = moment.record(
                .freed(casualty.person, alive: true),
                because: found
            )
        }
        if casualty.severity == .slight {
            leavePrivately(index, moment: &moment)
        } else if hasTeams(zoneSites[casualty.zone.index]) {
            carry(index, &moment)
        } else {
            leavePrivately(index, moment: &moment)
        }
    }

    /// Those nearby have freed somebody whom a team had found: sooner than the team would have alone.
    private mutating func helpedWithTeams(_ index: CasualtyIndex, _ moment: inout Moment) {
        let casualty = casualties[index.index]
        let site = zoneSites[casualty.zone.index]
        var last = -1
        while let team = roster.next(.present, at: site, after: &last) {
            guard case .freeing(index, let task) = teams[team.index].stage else { continue }
            freed(index, by: team, task, &moment)
            return
        }
        guard casualty.stage == .trapped else { return }
        removeFromSearch(index)
        casualties[index.index].lastFact = moment.record(
            .freed(casualty.person, alive: true),
            because: casualty.lastFact
        )
        zones[casualty.zone.index].count(.trapped, -1)
        zones[casualty.zone.index].count(.rescued, 1)
        carry(index, &moment)
    }

    /// A walking casualty sets out for a hospital.
    mutating func setsOut(_ index: CasualtyIndex, _ moment: inout Moment) {
        guard casualties[index.index].stage == .walking else { return }
        casualties[index.index].isFound = true
        leavePrivately(index, moment: &moment)
    }

    /// Sends a casualty to a hospital by private means.
    ///
    /// Seven in ten go to the nearest hospital, two to the second, one to the third (assumption D).
    private mutating func leavePrivately(_ index: CasualtyIndex, moment: inout Moment) {
        let casualty = casualties[index.index]
        let origin = terrain.zones[casualty.zone.index].place
        let draw = moment.instant.uniform(.privateTransport, casualty.person.entity)
        var chosen = nearestHospital(from: origin)
        for share in [0.7, 0.9] {
            guard draw >= share, let last = chosen,
                let next = nearestHospital(from: origin, beyond: last)
            else { break }
            chosen = next
        }
        guard let chosen else {
            // With nowhere to go, somebody who has been freed stays in the open.
            if casualties[index.index].stage == .trapped {
                casualties[index.index].stage = .lying
                reconsider(index, moment.instant)
            }
            return
        }
        send(index, to: chosen.hospital, from: origin, with: nil, &moment)
    }

    /// Puts a casualty on the road to a hospital by private means.
    mutating func send(
        _ index: CasualtyIndex,
        to hospital: HospitalID,
        from origin: PlaceID,
        with team: TeamID?,
        _ moment: inout Moment
    ) {
        let person = casualties[index.index].person
        casualties[index.index].stage = .onRoad(hospital)
        casualties[index.index].lastFact = moment.record(
            .departed(person, hospital, with: team),
            because: casualties[index.index].lastFact
        )
        reconsider(index, moment.instant)
        guard team == nil else { return }
        let place = register.hospitals[hospital.index].place
        let free = routes.travelTime(from: origin, to: place)
        let trip = UInt64(casualties[index.index].timesSentOn)
        let luck = moment.instant.uniform(.privateTravel, person.entity, index: trip)
        let factor =
            definition.care.privateTravelFactor * definition.work.travelFactor.quantile(luck)
        outbox.schedule(
            .reachesHospital(casualty: index.number, hospital),
            at: moment.now + free * factor,
            .movement
        )
    }

    /// What a hospital must have to be considered.
    enum HospitalNeed {
        /// Nothing but a road to it.
        case nothing
        /// A free bed.
        case freeBed
        /// A free place of definitive care.
        case freePlace
        /// Places of definitive care, free or not.
        case places
    }

    private func meets(_ need: HospitalNeed, _ number: Int) -> Bool {
        switch need {
        case .nothing: true
        case .freeBed: hospitals[number].freeBeds > 0
        case .freePlace: hospitals[number].freePlaces > 0
        case .places: register.hospitals[number].criticalPlaces > 0
        }
    }

    /// Returns the nearest hospital that can be reached, or the next beyond another.
    ///
    /// Of equally near ones the first.
    ///
    /// - Parameters:
    ///   - origin: Place from which one goes.
    ///   - other: Hospital beyond which to look, with its distance.
    ///   - need: What it must have.
    /// - Returns: The hospital with its distance by road, or nil where there is none.
    /// - Complexity: O(hospitals).
    mutating func nearestHospital(
        from origin: PlaceID,
        beyond other: (time: SimDuration, hospital: HospitalID)? = nil,
        with need: HospitalNeed = .nothing
    ) -> (time: SimDuration, hospital: HospitalID)? {
        var best: (time: SimDuration, hospital: HospitalID)?
        for number in register.hospitals.indices where meets(need, number) {
            let place = register.hospitals[number].place
            let candidate = (routes.travelTime(from: origin, to: place), HospitalID(number))
            guard !candidate.0.isNever else { continue }
            if let other, candidate <= (other.time, other.hospital) { continue }
            if let best, candidate >= (best.time, best.hospital) { continue }
            best = candidate
        }
        return best
    }
}
