import DrillModel
import TestSupport
import Testing

/// Nobody and nothing appears or vanishes.
@Suite struct ConservationTests {
    @Test(arguments: testSeeds)
    func `people, teams, supplies and messages balance after every event`(seed: UInt64) {
        let world = SmallWorld()
        var drill = Drill(world.scenario, plan: world.plan)
        drill.begin(seed: seed, drill: 0)
        while drill.step() {
            let violation = drill.violation()
            #expect(violation == nil)
            if violation != nil { return }
        }
    }
}
