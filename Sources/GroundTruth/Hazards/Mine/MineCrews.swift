import EventKernel
import Vocabulary

/// Crews underground: where they are, what they breathe, and when they come out.
extension GroundTruth {
    /// Distance that a reconnaissance keeps from the reach of the flame [m] -- constant, assumption (D).
    private static let reconnaissanceMargin = 50.0

    /// Returns where a crew works underground; nil where it does not.
    func place(
        of team: TeamID,
        _ hazard: HazardID,
        _ definition: MineGasDefinition
    ) -> CrewPlace? {
        let entry = self.definition.hazards[hazard.index]
        let half = definition.workingMeters / 2
        switch teams[team.index].stage {
        case .working(let task) where task.kind == .survey:
            // A reconnaissance measures as it goes, and keeps out of the reach of the flame (D).
            let edge = half + definition.flameMetersBeyond + Self.reconnaissanceMargin
            return task.site == entry.site ? CrewPlace(zone: entry.zone, meters: edge) : nil
        case .working(let task) where task.kind == .search, .freeing(_, let task):
            if task.zone == entry.zone { return CrewPlace(zone: entry.zone, meters: half / 2) }
            guard let index = definition.roadways.firstIndex(where: { $0.zone == task.zone }) else {
                return nil
            }
            let roadway = definition.roadways[index]
            let before = definition.metersBefore(roadway: index)
            return CrewPlace(
                zone: task.zone,
                meters: half + before + roadway.lengthMeters / 2,
                roadway: index,
                isIntake: roadway.isIntake
            )
        default: return nil
        }
    }

    /// Lets crews who search without masks breathe for a step.
    mutating func exposeCrews(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let before = casualties.count
        for index in teams.indices where capabilities[index].maskedMembers == 0 {
            guard let place = place(of: TeamID(index), hazard, definition) else { continue }
            let share =
                place.roadway.map { mine.roadways[$0].meanCarbonMonoxide }
                ?? mine.air.carbonMonoxide
            mine.crewLoads[index] += CarbonMonoxide.load(
                share: share,
                minutes: MineGasDefinition.stepSeconds / 60
            )
            poisonCrew(TeamID(index), mine.crewLoads[index], in: place.zone, mine.lastFact, &moment)
        }
        guard casualties.count > before else { return }
        refreshMine(hazard, definition, moment.instant)
        settleLosses(&moment)
    }

    private mutating func poisonCrew(
        _ team: TeamID,
        _ load: Double,
        in zone: ZoneID,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        for member in 0..<Int(register.teams[team.index].crew) {
            let person = PersonID(of: team, number: member)
            let deadly = SmokePoison.deadlyLoad(
                tolerance: moment.instant.uniform(.injury, person.entity)
            )
            guard load >= deadly * SmokePoison.seriousShare, !isCasualty(person) else { continue }
            let severity: Severity = load >= deadly ? .dead : .serious
            hurt(person, severity, .poison, in: zone, building: 0, because: cause, &moment)
        }
    }

    /// Lets crews come out who measure so much gas that it may explode: those of a site that has been reconnoitred.
    ///
    /// Who works on the intake, in fresh air, stays.
    mutating func withdrawCrews(
        _ mine: Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let site = self.definition.hazards[hazard.index].site
        guard sites[site.index].isSurveyed, mine.air.methane >= definition.crewsOutShare else {
            return
        }
        for index in teams.indices {
            let team = TeamID(index)
            guard let place = place(of: team, hazard, definition), !place.isIntake,
                let task = teams[index].task
            else { continue }
            stopWork(team, .danger, &moment)
            becomesFree(team, at: task.site, &moment)
        }
    }
}

/// Where a crew works underground.
struct CrewPlace {
    let zone: ZoneID
    /// Distance from the middle of the gas [m].
    let meters: Double
    /// Roadway; nil in the working.
    var roadway: Int?
    /// Whether it is on the intake.
    var isIntake = false
}
