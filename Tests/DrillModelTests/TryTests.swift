@testable import DrillModel
import TestSupport
import Scoring
import Vocabulary
import EventKernel
import Testing
@Suite struct TryTests {
    @Test func tryIt() {
        var world = SmallWorld()
        world.scenario.injects = [
            Inject(at: SimTime(milliseconds: 3_600_000), .hazard(HazardID(0)))
        ]
        var drill = Drill(world.scenario, plan: world.plan)
        for seed in 0..<20 {
            drill.begin(seed: UInt64(seed), drill: 0)
            while drill.step() {
                if let v = drill.violation() {
                    print(seed, drill.now.seconds / 60, v, drill.freshFacts.map { $0.content });
                    break
                }
            }
            print(seed, drill.eventCount, drill.factCount)
        }
    }
}
