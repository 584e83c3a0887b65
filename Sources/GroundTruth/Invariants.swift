public import Vocabulary

/// Something that must not be: people, teams or supplies that appear or vanish.
public enum WorldViolation: Error, Equatable, Sendable {
    /// A person is a casualty twice.
    case personTwice(PersonID)
    /// A casualty stands in a list that does not fit where the casualty is.
    case misplaced(PersonID)
    /// A hospital has more or fewer places than it was given.
    case hospitalPlaces(HospitalID)
    /// A team is present at a site though it is elsewhere, or the reverse.
    case teamPlace(TeamID)
    /// A responder is hurt who belongs to no crew.
    case crew(TeamID)
    /// Supplies of a kind do not add up.
    case supplies(SupplyKind)
    /// A stock is negative.
    case negativeStock(DepotID, SupplyKind)
}

extension GroundTruth {
    /// Returns the first violation of conservation, or nil.
    ///
    /// - Complexity: O(casualties log casualties + teams + depots + convoys).
    public func violation() -> WorldViolation? {
        violationOfPeople() ?? violationOfTeams() ?? violationOfSupplies()
    }

    private func violationOfPeople() -> WorldViolation? {
        let people = casualties.map { $0.person }.sorted()
        for (first, second) in zip(people, people.dropFirst()) where first == second {
            return .personTwice(first)
        }
        for site in sites {
            for index in site.awaitingTreatment
            where casualties[index.index].stage != .awaitingTreatment {
                return .misplaced(casualties[index.index].person)
            }
            for index in site.awaitingTransport
            where casualties[index.index].stage != .awaitingTransport {
                return .misplaced(casualties[index.index].person)
            }
        }
        for index in casualties.indices where casualties[index].person.team != nil {
            let person = casualties[index].person
            guard let team = person.team else { continue }
            if person.number >= register.teams[team.index].crew { return .crew(team) }
        }
        return violationOfHospitals()
    }

    private func violationOfHospitals() -> WorldViolation? {
        for (number, state) in hospitals.enumerated() {
            let hospital = HospitalID(number)
            var inBeds: Int32 = 0
            for casualty in casualties {
                switch casualty.stage {
                case .inHospital(hospital), .operated(hospital): inBeds += 1
                default: break
                }
            }
            let entry = register.hospitals[number]
            let (beds, places) = (
                entry.beds + entry.surgeBeds, entry.criticalPlaces + entry.surgePlaces
            )
            if state.freePlaces < 0 || state.freePlaces > places || state.freeBeds < 0 {
                return .hospitalPlaces(hospital)
            }
            if inBeds > beds - state.freeBeds + state.inCorridor {
                return .hospitalPlaces(hospital)
            }
        }
        return nil
    }

    private func violationOfTeams() -> WorldViolation? {
        for index in teams.indices {
            let team = TeamID(index)
            if roster.site(of: team) != site(of: team) { return .teamPlace(team) }
        }
        return nil
    }

    /// Site at which a team is present, nil when it is elsewhere.
    private func site(of team: TeamID) -> SiteID? {
        switch teams[team.index].stage {
        case .free(let site): site
        case .deploying(let task), .working(let task), .freeing(_, let task), .resting(let task),
            .waiting(let task), .loading(let task):
            task.site
        case .atStation, .turningOut, .underWay, .carrying, .handingOver, .comingBack, .returning:
            nil
        }
    }

    private func violationOfSupplies() -> WorldViolation? {
        for kind in SupplyKind.allCases {
            let slot = Int(kind.rawValue)
            var present: Int64 = 0
            var expectedAt = freight.map { $0.underWay[slot] }
            for (number, stock) in depots.enumerated() {
                if stock[kind] < 0 { return .negativeStock(DepotID(number), kind) }
                present += stock[kind]
            }
            for team in teams { present += Int64(team.carried[kind]) * 1000 }
            for convoy in convoys where convoy.kind == kind && !convoy.isDelivered {
                present += convoy.thousandths
                expectedAt[convoy.to.index] -= convoy.thousandths
            }
            if expectedAt.contains(where: { $0 != 0 }) { return .supplies(kind) }
            let expected = ledger.initial[slot] + ledger.drawn[slot] - ledger.used[slot]
            if present != expected { return .supplies(kind) }
        }
        return nil
    }
}
