public import Terrain
public import Vocabulary

/// What exercise control can change in the world.
extension GroundTruth {
    /// Lets a hazard begin now.
    public mutating func begin(_ hazard: HazardID, because cause: FactID, _ moment: inout Moment) {
        hazardBegins(hazard, cause, &moment)
    }

    /// Closes or opens a road; who is on the roads goes another way where that is better.
    public mutating func setRoad(
        _ road: RoadID,
        closed: Bool,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        changeRoads(because: cause, &moment) { $0.set(road, closed: closed) }
    }

    /// Sets the speed on all roads of a kind against that without traffic.
    public mutating func setSpeed(
        on kind: RoadKind,
        factor: Double,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        changeRoads(because: cause, &moment) { $0.set(kind, speedFactor: factor) }
    }

    /// Makes a casualty of a person of a zone, where nobody has looked yet.
    public mutating func place(
        _ person: PersonID,
        _ severity: Severity,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard let zone = person.zone, severity > .unhurt else { return }
        guard !isCasualty(person) else { return }
        let buildingCount = max(1, buildings[zone.index].count)
        let building = Int32(Int(person.number) % buildingCount)
        hurt(person, severity, .inject, in: zone, building: building, because: cause, &moment)
        settleSearch(zone, moment.instant)
        beginSearchList(of: zone, moment.instant)
        replanSearch(zone, moment.instant)
    }
}
