import DrillModel
import TestSupport
import Testing

/// Same scenario, plan, seed and number: the same record, whatever else was played.
@Suite struct DeterminismTests {
    @Test(arguments: testSeeds.prefix(10))
    func `a drill played twice has the same record`(seed: UInt64) {
        let first = DrillRecord(SmallWorld(), seed: seed)
        #expect(first.digest == DrillRecord(SmallWorld(), seed: seed).digest)
    }

    @Test func `a drill leaves no trace in those played after it by the same value`() {
        let world = SmallWorld()
        var drill = Drill(world.scenario, plan: world.plan)
        let inTurn = testSeeds.prefix(12).map { DrillRecord(playing: &drill, seed: $0).digest }
        let alone = testSeeds.prefix(12).map { DrillRecord(world, seed: $0).digest }
        #expect(inTurn == alone)
        let backwards = testSeeds.prefix(12).reversed().map {
            DrillRecord(playing: &drill, seed: $0).digest
        }
        #expect(backwards.reversed() == alone)
    }

    @Test func `a drill broken off leaves no trace in the next`() {
        let world = SmallWorld()
        var drill = Drill(world.scenario, plan: world.plan)
        drill.begin(seed: 9, drill: 0)
        for _ in 0..<700 { _ = drill.step() }
        let next = DrillRecord(playing: &drill, seed: 4)
        #expect(next.digest == DrillRecord(world, seed: 4).digest)
    }

    @Test(arguments: ["baseline", "parallel-command"])
    func `drills of the real incident leave no trace in each other`(plan: String) throws {
        let world = try RealWorld("xiangshui-2019", plan: plan)
        var drill = Drill(world.scenario, plan: world.plan)
        for seed: UInt64 in [2, 0, 2] {
            let inTurn = DrillRecord(playing: &drill, seed: seed)
            #expect(inTurn.digest == DrillRecord(world.scenario, world.plan, seed: seed).digest)
        }
    }

    @Test func `seeds and drill numbers give drills of their own, 0 among them`() {
        let world = SmallWorld()
        var digests: Set<UInt64> = []
        for seed: UInt64 in [0, 1, 2, .max] {
            for number: UInt64 in [0, 1, .max] {
                digests.insert(DrillRecord(world, seed: seed, drill: number).digest)
            }
        }
        #expect(digests.count == 12)
    }

    @Test func `whether anybody looks at the facts changes nothing`() {
        let world = SmallWorld()
        var watched = Drill(world.scenario, plan: world.plan)
        let record = DrillRecord(playing: &watched, seed: 5)
        var unwatched = Drill(world.scenario, plan: world.plan)
        unwatched.begin(seed: 5, drill: 0)
        while unwatched.step() {}
        #expect(unwatched.factCount == record.facts.count)
        #expect(unwatched.eventCount == watched.eventCount)
        #expect(unwatched.now == watched.now)
    }
}
