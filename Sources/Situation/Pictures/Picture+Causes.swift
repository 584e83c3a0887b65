public import Vocabulary

/// What made a post believe a sum, for the chain of causes of what it decides.
extension Picture {
    /// Returns the latest fact that changed a count of people anywhere; none where nobody has counted.
    ///
    /// - Complexity: O(zones + hospitals).
    public func latestFact(of tally: Headcount) -> FactID {
        var latest = FactID.none
        for zone in table.zoneIndices {
            latest = max(latest, self[.found(tally, ZoneID(zone))].fact)
        }
        for hospital in table.hospitalIndices {
            latest = max(latest, self[.inCare(tally, HospitalID(hospital))].fact)
        }
        return latest
    }

    /// Fact of the latest change in any fire; none where no fire is known.
    ///
    /// - Complexity: O(hazards).
    public var latestFactOfFires: FactID {
        table.hazardIndices.reduce(.none) { max($0, self[.fire(HazardID($1))].fact) }
    }
}
