import EventKernel
import Vocabulary

/// What becomes of a crew whose members are hurt.
extension GroundTruth {
    /// Returns the zone in which a team is: that of its target, or the first of the site where it is.
    func zone(of team: TeamID) -> ZoneID {
        let stage = teams[team.index].stage
        if let task = teams[team.index].task {
            switch task.kind {
            case .search, .evacuate: return task.zone
            case .suppress, .cool: return definition.hazards[task.hazard.index].zone
            case .stage, .treat, .carry, .pump, .survey, .refill, .release:
                return firstZone(of: task.site)
            }
        }
        switch stage {
        case .free(let site), .comingBack(let site), .turningOut(let site), .underWay(let site):
            return firstZone(of: site)
        default: return ZoneID(0)
        }
    }

    private func firstZone(of site: SiteID) -> ZoneID {
        ZoneID(zoneSites.firstIndex(of: site) ?? 0)
    }

    /// Lets the teams that have lost members since this was last asked stop, look after their own, and
    /// go on with those who are left.
    ///
    /// The rates of a crew fall with its number; one member at least is left to bring the vehicle home.
    mutating func settleLosses(_ moment: inout Moment) {
        for index in teams.indices where teams[index].losses > teams[index].settledLosses {
            let team = TeamID(index)
            teams[index].settledLosses = teams[index].losses
            switch teams[index].stage {
            case .deploying(let task), .working(let task), .freeing(_, let task),
                .resting(let task), .waiting(let task):
                stopWork(team, .losses, &moment)
                weaken(team)
                becomesFree(team, at: task.site, &moment)
            case .atStation, .turningOut, .underWay, .free, .loading, .carrying, .handingOver,
                .comingBack, .returning:
                weaken(team)
            }
        }
    }

    private mutating func weaken(_ team: TeamID) {
        let entry = register.teams[team.index]
        let able = max(1, entry.crew - teams[team.index].losses)
        capabilities[team.index] =
            entry.capability.scaled(by: Double(able) / Double(max(1, entry.crew)))
    }
}

extension TeamCapability {
    /// Returns what a share of the crew can do; whatever the team can do at all, one member still can.
    func scaled(by share: Double) -> TeamCapability {
        func whole(_ number: Int32) -> Int32 {
            number > 0 ? max(1, Int32(Elementary.floor(Double(number) * share))) : 0
        }
        var part = self
        part.searchSquareMetersPerHour *= share
        part.extricationFactor *= share
        part.foamSolutionLitersPerMinute *= share
        part.coolingLitersPerMinute *= share
        part.pumpLitersPerMinute *= share
        part.refillCylindersPerHour *= share
        part.treatmentPlaces = whole(treatmentPlaces)
        part.carriedPersons = whole(carriedPersons)
        part.maskedMembers = whole(maskedMembers)
        return part
    }
}
