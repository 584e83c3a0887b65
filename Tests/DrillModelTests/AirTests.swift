import DrillModel
import EventKernel
import GroundTruth
import Terrain
import TestSupport
import Testing
import Vocabulary

/// The air over the map, for whoever shows a drill.
@Suite struct AirTests {
    @Test func `looking at the air changes nothing, and finds gas downwind`() throws {
        let world = try RealWorld("small/release")
        let unseen = DrillRecord(world.scenario, world.plan)
        var drill = Drill(world.scenario, plan: world.plan)
        drill.begin(seed: 1, drill: 0)
        let source = world.scenario.truth.hazards[0].position
        let points = [-700.0, 700].map { north in
            Point(eastMeters: source.eastMeters, northMeters: source.northMeters + north)
        }
        var highest: [UInt8] = [0, 0]
        while drill.step() {
            guard let levels = drill.airLevels(of: HazardID(0), at: points) else { continue }
            for place in levels.indices { highest[place] = max(highest[place], levels[place]) }
        }
        // The wind comes from the north.
        #expect(highest[0] >= 2)
        #expect(highest[1] == 0)
        #expect(drill.factCount == unseen.facts.count)
        let again = DrillRecord(playing: &drill, seed: 1)
        #expect(again.facts.map(\.id) == unseen.facts.map(\.id))
        #expect(again.facts.map(\.time) == unseen.facts.map(\.time))
    }
}
