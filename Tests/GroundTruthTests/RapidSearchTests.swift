import EventKernel
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// The first sweep of a zone as a rapid search, against the full sweeps after it.
@Suite struct RapidSearchTests {
    private let zone = ZoneID(0)

    /// A zone of 10,000 m2 with nobody in it.
    private func world(rapid factor: Double) -> GroundTruth {
        var definition = GroundTruthDefinition()
        var open = ZoneDefinition()
        open.searchSquareMeters = 10_000
        definition.zones = [open]
        definition.care.rapidSearchFactor = factor
        let middle = Point(eastMeters: 0, northMeters: 0)
        let area = ZoneArea(place: PlaceID(0), center: middle, radiusMeters: 10)
        let terrain = Terrain(places: [middle], roads: [], zones: [area])
        return GroundTruth(
            definition: definition,
            register: Register(),
            terrain: terrain,
            posts: 0
        )
    }

    private func casualty(
        _ stage: Casualty.Stage,
        _ severity: Severity,
        buried: Bool = false
    ) -> Casualty {
        var casualty = Casualty(
            person: PersonID(in: zone, number: 0),
            zone: zone,
            severity: severity,
            building: 0,
            canWalk: false,
            vitals: VitalSigns(initialScore: 12, hurtAt: .start, tolerance: 0),
            stage: stage,
            lastFact: .none
        )
        casualty.isBuried = buried
        return casualty
    }

    private func chances(_ world: GroundTruth) -> [Double] {
        [
            casualty(.lying, .serious), casualty(.trapped, .slight), casualty(.trapped, .moderate),
            casualty(.trapped, .serious), casualty(.dead, .dead),
            casualty(.dead, .dead, buried: true),
        ].map { world.detection($0, in: zone) }
    }

    /// Twice as fast: of the silent under rubble 1 − √0.5 instead of one half.
    @Test func `a rapid search finds who can be seen or answers, few of the silent and no dead`() {
        let found = chances(world(rapid: 2))
        let expected = [0.9, 0.5, 0.5, 0.292_893_218_813_452_5, 0, 0]
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func `every later sweep is a full one, and so is the first where none is rapid`() {
        let full = [0.9, 0.5, 0.5, 0.5, 0.9, 0.3]
        var later = world(rapid: 2)
        later.zones[0].search.sweeps = 1
        #expect(chances(later) == full)
        #expect(chances(world(rapid: 1)) == full)
    }
}
