public import EventKernel
public import Terrain
import Vocabulary

/// A place to which people go who leave their zones (安置点).
public struct ShelterDefinition: Portable, Sendable {
    /// Where it is.
    public var position = Point()
    /// People whom it takes [persons].
    public var capacity: Int32 = 0

    /// Creates a shelter that takes nobody.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&position)
        try carrier.carry(&capacity)
    }
}

/// How people are warned and leave, or take shelter indoors (转移避险、就地避险).
extension GroundTruth {
    /// Begins to warn the people of a zone.
    ///
    /// - Parameters:
    ///   - zone: The zone; only the first warning counts.
    ///   - takesShelter: Whether they are told to stay in and shut the windows, not to leave.
    ///   - cause: Fact of the order.
    ///   - moment: The instant.
    mutating func warn(
        _ zone: ZoneID,
        takesShelter: Bool,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard zones[zone.index].warnedAt.isNever else { return }
        zones[zone.index].warnedAt = moment.now
        zones[zone.index].takesShelter = takesShelter
        let fact = moment.record(.warned(zone), because: cause)
        warnCrowds(of: zone, moment.instant)
        guard !takesShelter else { return }
        scheduleClearing(of: zone, because: fact, moment.instant)
    }

    /// Returns when a person of a zone acts on its warning: leaves, or shuts the windows; nil for one
    /// who does not.
    func acting(
        _ person: PersonID,
        of group: GroupDefinition,
        _ zone: ZoneID,
        _ instant: Instant
    ) -> SimTime? {
        let state = (zones[zone.index].warnedAt, zones[zone.index].takesShelter)
        guard !state.0.isNever else { return nil }
        let warning = definition.warning
        let willing = warning.complyingShare * (1 - group.refusingShare)
        guard instant.uniform(.compliance, person.entity) < willing else { return nil }
        let received = warning.minutesToReceive(
            instant.uniform(.warningReceipt, person.entity)
        )
        let ready =
            state.1
            ? warning.shuttingMinutes
            : warning.minutesToLeave(instant.uniform(.mobilization, person.entity))
                * group.mobilizationFactor
        return state.0 + SimDuration(minutes: received + ready)
    }

    /// Tells whether a person of a zone has left it on a warning.
    func hasLeft(
        _ person: PersonID,
        of group: GroupDefinition,
        _ zone: ZoneID,
        _ instant: Instant
    ) -> Bool {
        guard zones[zone.index].warnedAt < instant.now, !zones[zone.index].takesShelter,
            let leaves = acting(person, of: group, zone, instant)
        else { return false }
        return leaves + SimDuration(seconds: definition.warning.leavingSeconds) <= instant.now
    }

    // MARK: The last household, and shelters

    /// Schedules when the last of those who leave a zone has left.
    private mutating func scheduleClearing(
        of zone: ZoneID,
        because cause: FactID,
        _ instant: Instant
    ) {
        var last = instant.now
        forEachPresent(in: zone, instant) { person, group in
            if let leaves = acting(person, of: group, zone, instant) { last = max(last, leaves) }
        }
        let walk = SimDuration(seconds: definition.warning.leavingSeconds)
        outbox.schedule(.zoneClears(zone, because: cause), at: last + walk, .movement)
    }

    private func forEachPresent(
        in zone: ZoneID,
        _ instant: Instant,
        _ take: (PersonID, GroupDefinition) -> Void
    ) {
        var number = 0
        for group in definition.zones[zone.index].groups {
            for _ in 0..<group.persons {
                let person = PersonID(in: zone, number: number)
                number += 1
                guard instant.uniform(.presence, person.entity) < group.presentShare else {
                    continue
                }
                take(person, group)
            }
        }
    }

    /// Everybody who leaves a zone has left it: they are counted, and go to the nearest shelters that
    /// have room.
    ///
    /// Those hurt before they could leave, and those who refuse, have stayed.
    mutating func zoneClears(_ zone: ZoneID, _ cause: FactID, _ moment: inout Moment) {
        var (left, stayed): (Int32, Int32) = (0, 0)
        let instant = moment.instant
        forEachPresent(in: zone, instant) { person, group in
            if acting(person, of: group, zone, instant) != nil, !isCasualty(person) {
                left += 1
            } else {
                stayed += 1
            }
        }
        let fact = moment.record(.cleared(zone, left: left, stayed: stayed), because: cause)
        guard !definition.shelters.isEmpty else { return }
        for shelter in sheltersByDistance(from: terrain.zones[zone.index].center) where left > 0 {
            let room = definition.shelters[shelter].capacity - sheltered[shelter]
            let persons = min(left, room)
            guard persons > 0 else { continue }
            sheltered[shelter] += persons
            left -= persons
            moment.record(.housed(zone, shelter: Int32(shelter), persons: persons), because: fact)
        }
        guard left > 0 else { return }
        moment.record(.housed(zone, shelter: -1, persons: left), because: fact)
    }

    private func sheltersByDistance(from point: Point) -> [Int] {
        definition.shelters.indices.sorted { one, other in
            let near = definition.shelters[one].position.distanceMeters(to: point)
            let far = definition.shelters[other].position.distanceMeters(to: point)
            return near != far ? near < far : one < other
        }
    }
}

extension WarningDefinition {
    /// Returns when a warning reaches a person [min], by the inverse of the Rogers–Sorensen curve
    /// n(t) = (1 − e^(−(A+B)t)) / (1 + (B/A) e^(−(A+B)t)), or of the law that stands in its place.
    ///
    /// - Parameter draw: Share of people whom it reaches earlier [0…1).
    /// - Returns: Time since the warning was issued [min].
    func minutesToReceive(_ draw: Double) -> Double {
        if let weibull { return weibull.minutes(draw) }
        let rate = broadcastPerMinute + contagionPerMinute
        let remaining = (1 - draw) / (1 + draw * contagionPerMinute / broadcastPerMinute)
        return -Elementary.log(max(remaining, 0x1p-54)) / rate
    }

    /// Returns the share of people whom a warning has reached after a time [0…1].
    func shareReached(afterMinutes minutes: Double) -> Double {
        if let weibull { return weibull.share(afterMinutes: minutes) }
        let remaining = Elementary.exp(-(broadcastPerMinute + contagionPerMinute) * minutes)
        return (1 - remaining) / (1 + contagionPerMinute / broadcastPerMinute * remaining)
    }

    /// Returns how long a warned person takes to leave [min], Rayleigh or by the law in its place.
    func minutesToLeave(_ draw: Double) -> Double {
        if let logistic { return logistic.minutes(draw) }
        return mobilizationMinutes * (-2 * Elementary.log1p(-draw)).squareRoot()
    }

    /// Returns the share of the warned who have set out after a time, 1 − e^(−t²/2s²) or by the law in its
    /// place [0…1].
    func shareLeaving(afterMinutes minutes: Double) -> Double {
        if let logistic { return logistic.share(afterMinutes: minutes) }
        let ratio = minutes / mobilizationMinutes
        return -Elementary.expm1(-ratio * ratio / 2)
    }
}
