import DrillModel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

/// A fire without any blast before it.
@Suite struct FireAloneTests {
    private func facts(seed: UInt64) -> [Fact] {
        var world = SmallWorld()
        world.scenario.injects = [Inject(at: SmallWorld.blastTime, .hazard(HazardID(1)))]
        return DrillRecord(world, seed: seed).facts
    }

    @Test(arguments: testSeeds.prefix(5))
    func `people notice a fire, call, and teams come`(seed: UInt64) {
        let facts = facts(seed: seed)
        let calls = facts.contains {
            if case .observed(let who, .incident, _) = $0.content {
                who.kind == .witness
            } else {
                false
            }
        }
        #expect(calls)
        #expect(facts.contains { if case .arrived = $0.content { true } else { false } })
    }

    @Test func `a fire sets off what waits for it`() {
        var world = SmallWorld()
        world.scenario.injects = [Inject(at: SmallWorld.blastTime, .hazard(HazardID(1)))]
        world.scenario.truth.hazards[2].trigger?.hazard = HazardID(1)
        world.scenario.truth.hazards[2].trigger?.overpressureKilopascals = nil
        let ignited = DrillRecord(world, seed: 0).facts.contains {
            if case .ignited(HazardID(2), _) = $0.content { true } else { false }
        }
        #expect(ignited)
    }
}
