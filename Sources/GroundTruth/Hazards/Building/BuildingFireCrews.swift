import EventKernel
import Vocabulary

/// What fires in buildings do to the crews that put them out.
///
/// One number per house: it stands for falls, burns, smoke, collapse and flashover together, and does not
/// follow where each member is. Who withdraws in time is part of the number.
extension GroundTruth {
    /// Lets a house that crews have put out have hurt somebody of them, by chance.
    mutating func hurtCrew(
        in house: Int,
        of zone: ZoneID,
        _ hazard: HazardID,
        _ definition: BuildingFireDefinition,
        _ moment: inout Moment
    ) {
        guard definition.crewInjuriesPerHouse > 0 else { return }
        var stream = moment.instant.luck.stream(.crewHarm, zone.entity(Int32(house)))
        let draw = stream.uniform()
        guard draw < definition.crewInjuriesPerHouse else { return }
        let crews = attackers(of: hazard)
        guard crews > 0 else { return }
        let chosen = min(Int(stream.uniform() * Double(crews)), crews - 1)
        guard let team = attacker(chosen, of: hazard) else { return }
        let crew = Int(register.teams[team.index].crew)
        let member = min(Int(stream.uniform() * Double(crew)), crew - 1)
        let person = PersonID(of: team, number: member)
        let severity = CrewHarm.severity(stream.uniform())
        guard member >= 0, !isCasualty(person) else { return }
        hurt(
            person,
            severity,
            .structure,
            in: zone,
            building: Int32(house),
            because: fire(hazard).lastFact,
            &moment
        )
    }

    private func attackers(of hazard: HazardID) -> Int {
        teams.indices.count { isAttacking(TeamID($0), hazard) }
    }

    private func attacker(_ number: Int, of hazard: HazardID) -> TeamID? {
        var left = number
        for index in teams.indices where isAttacking(TeamID(index), hazard) {
            if left == 0 { return TeamID(index) }
            left -= 1
        }
        return nil
    }

    private func isAttacking(_ team: TeamID, _ hazard: HazardID) -> Bool {
        guard case .working(let task) = teams[team.index].stage else { return false }
        return task.kind == .suppress && task.hazard == hazard
    }
}

/// How badly members of crews are hurt at fires in buildings.
///
/// Of the injuries on the fireground in the United States, 2015 to 2017, 54 of 100 cost no working time, and deaths
/// there were about one for a thousand injuries (USFA, Topical Fire Report 20-2; NFPA). That half of those die at
/// once, and that two more in a thousand are in danger of life, of whom about one in four dies, is assumed (D).
enum CrewHarm {
    private static let thresholds = HarmThresholds(
        HarmShares(slight: 0.54, moderate: 0.4575, serious: 0.002, dead: 0.0005)
    )

    /// Returns how badly somebody with a draw is hurt; nobody is unhurt.
    static func severity(_ draw: Double) -> Severity {
        max(thresholds.severity(draw), .slight)
    }
}
