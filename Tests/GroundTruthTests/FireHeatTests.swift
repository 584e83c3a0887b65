import EventKernel
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// Casualties who lie in the heat of a fire, in its zone or another, before it or after.
@Suite struct FireHeatTests {
    private func world(_ moment: inout Moment) -> GroundTruth {
        var fire = FireDefinition()
        fire.areaSquareMeters = 300
        fire.volumeCubicMeters = .constant(1000)
        fire.fuel.massFluxLimit = 0.055
        fire.fuel.extinctionPerMeter = 2.1
        fire.fuel.heatMegajoulesPerKilogram = 43.7
        fire.fuel.densityKilogramsPerCubicMeter = 740
        fire.fuel.radiativeFraction = 0.35
        var hazard = HazardDefinition()
        hazard.form = .fire(fire)
        var zone = ZoneDefinition()
        zone.buildings = 1
        zone.groups = [GroupDefinition()]
        zone.groups[0].persons = 10
        zone.groups[0].presentShare = 1
        var definition = GroundTruthDefinition()
        definition.hazards = [hazard]
        definition.zones = [zone, zone, zone]
        var register = Register()
        register.sites = [SiteDefinition()]
        register.depots = [DepotDefinition()]
        let middles = [0.0, 40, 5000].map { Point(eastMeters: $0, northMeters: 0) }
        let areas = middles.map { ZoneArea(place: PlaceID(0), center: $0, radiusMeters: 10) }
        let terrain = Terrain(places: [middles[0]], roads: [], zones: areas)
        var world = GroundTruth(
            definition: definition,
            register: register,
            terrain: terrain,
            posts: 1
        )
        world.begin(monitoring: [], &moment)
        return world
    }

    /// Casualties whom the heat is to kill.
    private func burning(_ world: GroundTruth) -> Set<Int32> {
        var burning: Set<Int32> = []
        for index in world.outbox.scheduled.indices {
            if case .burns(let casualty, _, _, _) = world.outbox.scheduled[index].event {
                burning.insert(casualty)
            }
        }
        return burning
    }

    @Test func `heat reaches other zones near the fire and none far away`() {
        var moment = Moment(luck: DrillKey(seed: 1, drill: 0))
        var world = world(&moment)
        for zone in 0..<3 {
            let person = PersonID(in: ZoneID(zone), number: 0)
            world.place(person, .serious, because: .none, &moment)
        }
        world.begin(HazardID(0), because: .none, &moment)
        #expect(burning(world) == [0, 1])
    }

    @Test func `whoever comes to lie near a burning fire burns as well`() {
        var moment = Moment(luck: DrillKey(seed: 1, drill: 0))
        var world = world(&moment)
        world.begin(HazardID(0), because: .none, &moment)
        world.outbox.clear()
        world.place(PersonID(in: ZoneID(1), number: 3), .serious, because: .none, &moment)
        #expect(burning(world) == [0])
    }
}
