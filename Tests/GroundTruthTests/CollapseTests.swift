import EventKernel
import Testing

@testable import GroundTruth

/// Where people lie under rubble, and what that does to them.
@Suite struct CollapseTests {
    @Test func `weights of burial need not add up to 1`() {
        var weights = BurialWeights()
        weights.surface = 2
        weights.light = 2
        weights.void = 0
        weights.pancake = 4
        #expect(weights.burial(0) == .pancake)
        #expect(weights.burial(0.49) == .pancake)
        #expect(weights.burial(0.51) == .light)
        #expect(weights.burial(0.99) == .surface)
    }

    @Test func `the deeper somebody lies, the harder to locate and the longer to free`() {
        let usual = CollapseDefinition()
        let depths: [Burial] = [.surface, .light, .void, .pancake]
        for (near, far) in zip(depths, depths.dropFirst()) {
            #expect(near.detection > far.detection)
            #expect(near.reachByNeighbours >= far.reachByNeighbours)
            let (less, more) = (usual.work(near)?.quantile(0.5), usual.work(far)?.quantile(0.5))
            #expect((less ?? .infinity) < (more ?? 0))
        }
        #expect(usual.work(.ordinary) == nil && usual.survival(.ordinary) == nil)
    }

    /// Medians of the fact base, §6.5.
    @Test func `work to free somebody has the medians of the fact base`() {
        let usual = CollapseDefinition()
        let hours = [usual.surfaceWork, usual.lightWork, usual.voidWork, usual.pancakeWork]
            .map { $0.quantile(0.5) / 3600 }
        for (hour, expected) in zip(hours, [0.25, 1, 3, 10]) {
            #expect(abs(hour - expected) < 1e-9)
        }
    }

    /// Check value 100: of a thousand in collapsed concrete 400, 200, 50 and 100.
    @Test func `a collapse elsewhere hurts as in HAZUS`() {
        let shares = HarmDefinition().collapsed
        #expect(shares.slight * 1000 == 400)
        #expect(shares.moderate * 1000 == 200)
        #expect(shares.serious * 1000 == 50)
        #expect(shares.dead * 1000 == 100)
    }
}
