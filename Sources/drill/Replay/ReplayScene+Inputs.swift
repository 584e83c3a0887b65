import DrillFiles
import DrillModel
import GroundTruth
import Reports
import Situation
import Vocabulary

extension ReplayScene {
    /// Takes over what a replay shows of a scenario.
    init(_ inputs: Inputs) {
        self.init()
        let file = inputs.scenario
        let scenario = file.scenario
        id = inputs.name
        title = file.title
        start = file.start
        duration = scenario.duration
        projection = LocalProjection(
            longitudeDegrees: file.origin.longitude,
            latitudeDegrees: file.origin.latitude
        )
        terrain = scenario.terrain
        register = scenario.register
        names = file.names
        zonePersons = scenario.truth.zones.map { zone in
            zone.groups.reduce(0) { $0 + Int($1.persons) }
        }
        hazards = scenario.truth.hazards.map { ReplayHazard($0) }
        posts = scenario.situation.posts.map { ReplayPost($0.level, scene: $0.scene) }
        shelters = scenario.truth.shelters.map(\.position)
        roadChanges = scenario.injects.map { RoadChange($0.change) }
        plannedInjects = scenario.injects.map { inject in
            PlannedInject(time: inject.time, isConditional: inject.trigger != nil)
        }
        times.travelFactor = scenario.truth.work.travelFactor
        times.loading = scenario.truth.care.ambulanceLoading
        times.handover = scenario.truth.care.ambulanceHandover
    }
}

extension ReplayHazard {
    fileprivate init(_ hazard: HazardDefinition) {
        switch hazard.form {
        case .selfHeating: self.init(.selfHeating, at: hazard.position)
        case .explosion, .gasLeak, .mineGas: self.init(.explosion, at: hazard.position)
        case .fire(let fire):
            self.init(.fire, at: hazard.position, rings: HazardRings.heat(of: fire))
        case .buildingFire: self.init(.fire, at: hazard.position)
        case .collapse: self.init(.collapse, at: hazard.position)
        case .release: self.init(.release, at: hazard.position)
        case .fireball: self.init(.fireball, at: hazard.position)
        }
    }
}

extension RoadChange {
    fileprivate init(_ change: Inject.Change) {
        switch change {
        case .road(let road, let isClosed): self = .closing(road, isClosed)
        case .traffic(let kind, let permille): self = .speed(kind, Double(permille) / 1000)
        case .hazard, .channels, .post, .casualty, .message: self = .none
        }
    }
}
