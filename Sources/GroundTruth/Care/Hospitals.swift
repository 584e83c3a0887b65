import EventKernel
import Terrain
import Vocabulary

/// A hospital in a drill.
struct HospitalState: Sendable {
    /// Beds not taken -- state.
    var freeBeds: Int32
    /// Patients in a corridor, who wait for a bed -- state.
    var inCorridor: Int32 = 0
    /// Whether it has been told to open what it holds in reserve -- state.
    var isSurging = false
    /// Places of definitive care not taken -- state.
    var freePlaces: Int32
    /// Casualties waiting for definitive care, in order of arrival -- state.
    var waiting: [CasualtyIndex] = []
    /// People in care or dead there, by tally -- state.
    var inCare = SIMD8<Int32>(repeating: 0)
    /// Counts that the hospital has noticed itself -- state.
    var noted = SIMD8<Int32>(repeating: 0)
    /// Free beds that the hospital has noticed itself -- state.
    var notedBeds: Int32

    /// Creates a hospital at the start of a drill.
    init(_ definition: HospitalDefinition) {
        freeBeds = definition.beds
        notedBeds = definition.beds
        freePlaces = definition.criticalPlaces
    }

    /// Puts everything to the start of a drill and keeps the storage.
    mutating func reset(_ definition: HospitalDefinition) {
        var fresh = HospitalState(definition)
        swap(&fresh.waiting, &waiting)
        fresh.waiting.removeAll(keepingCapacity: true)
        self = fresh
    }

    /// Puts a patient into a bed, or into a corridor where there is none.
    mutating func take() {
        if freeBeds > 0 { freeBeds -= 1 } else { inCorridor += 1 }
    }

    /// A bed is empty: somebody from the corridor gets it, or it is free.
    mutating func vacate() {
        if inCorridor > 0 { inCorridor -= 1 } else { freeBeds += 1 }
    }

    /// Changes one of the hospital's counts.
    mutating func count(_ tally: Headcount, _ change: Int32) {
        inCare[Int(tally.rawValue)] += change
    }
}

extension GroundTruth {
    /// A casualty comes to a hospital: is admitted, sent home, or sent on where no bed is free.
    mutating func receive(
        _ index: CasualtyIndex,
        at hospital: HospitalID,
        _ moment: inout Moment
    ) {
        let casualty = casualties[index.index]
        callReserve(of: hospital, moment.now)
        guard casualty.isAlive else {
            hospitals[hospital.index].count(.dead, 1)
            report(hospital, casualty.lastFact, &moment)
            return
        }
        if casualty.severity == .slight, !isAdmittedSlight(casualty, moment.instant) {
            casualties[index.index].stage = .home
            casualties[index.index].lastFact = moment.record(
                .treatedAndSentHome(casualty.person, hospital),
                because: casualty.lastFact
            )
            hospitals[hospital.index].count(.slight, 1)
        } else if let better = referral(of: casualty, from: hospital) {
            refer(index, from: hospital, to: better, &moment)
        } else if hospitals[hospital.index].freeBeds > 0 {
            admit(index, at: hospital, &moment)
        } else {
            sendOn(index, from: hospital, &moment)
        }
        report(hospital, casualties[index.index].lastFact, &moment)
    }

    /// Has a hospital open its beds and theatres in reserve when the first casualty comes.
    private mutating func callReserve(of hospital: HospitalID, _ now: SimTime) {
        let entry = register.hospitals[hospital.index]
        guard entry.surgeBeds + entry.surgePlaces > 0, !hospitals[hospital.index].isSurging else {
            return
        }
        hospitals[hospital.index].isSurging = true
        outbox.schedule(.opensReserve(hospital), at: now + entry.surgeDelay, .work)
    }

    /// The beds and theatres that a hospital holds in reserve are open.
    mutating func opensReserve(of hospital: HospitalID, _ moment: inout Moment) {
        let entry = register.hospitals[hospital.index]
        for _ in 0..<entry.surgeBeds { hospitals[hospital.index].vacate() }
        hospitals[hospital.index].freePlaces += entry.surgePlaces
        operateNext(at: hospital, &moment)
        report(hospital, .none, &moment)
    }

    /// Times a casualty is sent on before a hospital keeps the casualty whatever it has -- constant,
    /// assumption (D).
    private static let transfersAtMost: UInt8 = 3

    /// Returns the hospital to which a casualty in need of definitive care is sent on, if any.
    ///
    /// A hospital without a free place sends on, once, to the nearest that has one; a hospital that
    /// gives no definitive care at all sends on to the nearest that does (分级救治, assumption D).
    private mutating func referral(
        of casualty: Casualty,
        from hospital: HospitalID
    ) -> HospitalID? {
        guard casualty.severity == .serious, hospitals[hospital.index].freePlaces == 0,
            casualty.timesSentOn < Self.transfersAtMost
        else {
            return nil
        }
        let origin = register.hospitals[hospital.index].place
        let hasPlaces = register.hospitals[hospital.index].criticalPlaces > 0
        if casualty.timesSentOn == 0 || !hasPlaces {
            if let free = nearestHospital(from: origin, with: .freePlace) { return free.hospital }
        }
        return hasPlaces ? nil : nearestHospital(from: origin, with: .places)?.hospital
    }

    /// Stabilises a casualty and sends the casualty on for definitive care.
    private mutating func refer(
        _ index: CasualtyIndex,
        from hospital: HospitalID,
        to other: HospitalID,
        _ moment: inout Moment
    ) {
        stabilize(index, &moment)
        leave(hospital, for: other, index, &moment)
    }

    /// Puts a casualty on the road from one hospital to another.
    private mutating func leave(
        _ hospital: HospitalID,
        for other: HospitalID,
        _ index: CasualtyIndex,
        _ moment: inout Moment
    ) {
        casualties[index.index].timesSentOn += 1
        casualties[index.index].lastFact = moment.record(
            .turnedAway(casualties[index.index].person, hospital),
            because: casualties[index.index].lastFact
        )
        let origin = register.hospitals[hospital.index].place
        send(index, to: other, from: origin, with: nil, &moment)
    }

    /// Slows the decline of a casualty, unless that has been done before.
    mutating func stabilize(_ index: CasualtyIndex, _ moment: inout Moment) {
        guard casualties[index.index].vitals.stabilizedAt.isNever else { return }
        casualties[index.index].vitals.stabilizedAt = moment.now
        casualties[index.index].lastFact = moment.record(
            .stabilised(casualties[index.index].person),
            because: casualties[index.index].lastFact
        )
        reconsider(index, moment.instant)
    }

    private func isAdmittedSlight(_ casualty: Casualty, _ instant: Instant) -> Bool {
        instant.uniform(.admission, casualty.person.entity)
            < instant.sample(definition.care.admittedShareSlight, .admissionPractice, 0)
    }

    private mutating func admit(
        _ index: CasualtyIndex,
        at hospital: HospitalID,
        _ moment: inout Moment
    ) {
        let casualty = casualties[index.index]
        hospitals[hospital.index].take()
        hospitals[hospital.index].count(casualty.livingCount, 1)
        casualties[index.index].stage = .inHospital(hospital)
        casualties[index.index].lastFact = moment.record(
            .admitted(casualty.person, hospital),
            because: casualty.lastFact
        )
        scheduleDischarge(of: index, moment.instant)
        guard casualty.severity == .serious else { return }
        stabilize(index, &moment)
        hospitals[hospital.index].waiting.append(index)
        operateNext(at: hospital, &moment)
    }

    /// Sends a casualty on to the nearest hospital with a free bed; where there is none, the casualty
    /// stays in a corridor.
    ///
    /// Whoever is in danger of life is stabilised first: the hospital that saw a patient first answers for
    /// the patient (首诊负责制).
    private mutating func sendOn(
        _ index: CasualtyIndex,
        from hospital: HospitalID,
        _ moment: inout Moment
    ) {
        let origin = register.hospitals[hospital.index].place
        guard casualties[index.index].timesSentOn < Self.transfersAtMost,
            let next = nearestHospital(from: origin, with: .freeBed)?.hospital
        else {
            admit(index, at: hospital, &moment)
            return
        }
        if casualties[index.index].severity == .serious { stabilize(index, &moment) }
        leave(hospital, for: next, index, &moment)
    }

    /// Gives definitive care to the next in the queue, as far as there are places.
    ///
    /// Care that begins before the point of no return saves the casualty.
    private mutating func operateNext(at hospital: HospitalID, _ moment: inout Moment) {
        while hospitals[hospital.index].freePlaces > 0,
            !hospitals[hospital.index].waiting.isEmpty
        {
            let index = hospitals[hospital.index].waiting.removeFirst()
            let casualty = casualties[index.index]
            hospitals[hospital.index].freePlaces -= 1
            casualties[index.index].stage = .operated(hospital)
            casualties[index.index].lastFact = moment.record(
                .operated(casualty.person, hospital),
                because: casualty.lastFact
            )
            let doom = casualty.vitals.pointOfNoReturn(
                slowdown: definition.care.stabilizedDeterioration
            )
            if moment.now <= doom {
                casualties[index.index].epoch += 1
                casualties[index.index].isSaved = true
            }
            let time = moment.instant.duration(
                definition.care.definitiveCare,
                .definitiveCare,
                casualty.person.entity
            )
            outbox.schedule(.careEnds(hospital), at: moment.now + time, .work)
        }
    }

    /// Schedules when a patient leaves the bed again.
    private mutating func scheduleDischarge(of index: CasualtyIndex, _ instant: Instant) {
        let casualty = casualties[index.index]
        let law =
            switch casualty.severity {
            case .serious, .dead: definition.care.staySerious
            case .moderate: definition.care.stayModerate
            case .slight, .unhurt: definition.care.staySlight
            }
        let stay = instant.duration(law, .stay, casualty.person.entity)
        outbox.schedule(.leavesBed(casualty: index.number), at: instant.now + stay, .work)
    }

    /// A patient who has recovered leaves the hospital, and a bed is free.
    ///
    /// Counts of those in care go on counting whoever has been taken in.
    mutating func leavesBed(_ index: CasualtyIndex, _ moment: inout Moment) {
        let hospital: HospitalID
        switch casualties[index.index].stage {
        case .operated(let place): hospital = place
        case .inHospital(let place) where casualties[index.index].severity != .serious:
            hospital = place
        default: return
        }
        // Whom care could not save stays to the end.
        if casualties[index.index].severity == .serious, !casualties[index.index].isSaved { return }
        casualties[index.index].stage = .home
        casualties[index.index].epoch += 1
        casualties[index.index].lastFact = moment.record(
            .discharged(casualties[index.index].person, hospital),
            because: casualties[index.index].lastFact
        )
        hospitals[hospital.index].vacate()
        report(hospital, casualties[index.index].lastFact, &moment)
    }

    /// A place of definitive care becomes free.
    mutating func careEnds(at hospital: HospitalID, _ moment: inout Moment) {
        hospitals[hospital.index].freePlaces += 1
        operateNext(at: hospital, &moment)
    }

    /// Lets a hospital perceive what has changed in its own counts.
    mutating func report(_ hospital: HospitalID, _ cause: FactID, _ moment: inout Moment) {
        let observer = Observer(.hospital, hospital.number)
        let inCare = hospitals[hospital.index].inCare
        let noted = hospitals[hospital.index].noted
        if inCare != noted {
            hospitals[hospital.index].noted = inCare
            for count in Headcount.allCases {
                let place = Int(count.rawValue)
                guard inCare[place] != noted[place] else { continue }
                observe(observer, .inCare(count, hospital), inCare[place], cause, &moment)
            }
        }
        let freeBeds = hospitals[hospital.index].freeBeds
        guard freeBeds != hospitals[hospital.index].notedBeds else { return }
        hospitals[hospital.index].notedBeds = freeBeds
        observe(observer, .beds(hospital), freeBeds, cause, &moment)
    }
}
