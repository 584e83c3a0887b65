import EventKernel
import Experiments
import Testing
import Trials

/// Effects and indices of functions for which they are known.
@Suite struct SensitivityTests {
    private func expectClose(
        _ design: SobolDesign,
        _ function: ([Double]) -> Double,
        _ exact: (first: [Double], total: [Double])
    ) throws {
        let values = design.points.map(function)
        let found = try #require(design.indices(values, resamples: 100, seed: 3))
        for (index, (first, total)) in zip(found, zip(exact.first, exact.total)) {
            #expect((index.first - first).magnitude < 0.02)
            #expect((index.total - total).magnitude < 0.02)
            #expect((index.first - first).magnitude <= index.firstHalfWidth + 1e-3)
            #expect((index.total - total).magnitude <= index.totalHalfWidth + 1e-3)
        }
    }

    @Test func `indices of the function of Ishigami are right, and their intervals say so`() throws
    {
        let design = SobolDesign(base: 4096, factors: 3)
        try expectClose(design, KnownFunctions.ishigami, KnownFunctions.ishigamiIndices)
    }

    @Test func `indices of the g-function are right, and their intervals say so`() throws {
        let design = SobolDesign(base: 4096, factors: 8)
        try expectClose(design, KnownFunctions.gFunction, KnownFunctions.gFunctionIndices)
    }

    @Test func `values that do not vary have no indices`() {
        let design = SobolDesign(base: 16, factors: 2)
        #expect(design.indices(design.points.map { _ in 1 }, resamples: 10, seed: 1) == nil)
    }

    @Test func `elementary effects of a linear function are its slopes`() {
        let design = MorrisDesign(trajectories: 10, factors: 3, seed: 5)
        #expect(design.points.count == 40)
        #expect(design.points.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 <= 1 } })
        let effects = design.effects(design.points.map { 2 * $0[0] - 3 * $0[1] })
        for (factor, slope) in [2.0, -3, 0].enumerated() {
            let summary = MorrisSummary(effects[factor])
            #expect((summary.mean - slope).magnitude < 1e-12)
            #expect((summary.meanMagnitude - slope.magnitude).magnitude < 1e-12)
            #expect(summary.standardDeviation < 1e-12)
        }
    }

    @Test func `effects of a full factorial are differences of cells`() {
        let points = Factorial.full([2, 3])
        var effects = FactorEffects(levels: [2, 3], points: points)
        // 10 + 4a + 2b + ab for levels a and b, the same in all drills but for their common luck.
        for luck in [0.0, 1, 5] {
            effects.add(points.map { luck + 10 + 4 * Double($0[0]) + Double(($0[0] + 2) * $0[1]) })
        }
        effects.add(points.map { _ in .infinity })
        #expect(effects.leftOut == 1)
        let means = effects.tallies.map { ($0.mean * 1000).rounded() / 1000 }
        #expect(effects.effects.map { $0.factors } == [[0], [1], [1], [0, 1], [0, 1]])
        #expect(means == [5, 2.5, 5, 1, 2])
        #expect(effects.tallies.allSatisfy { $0.variance < 1e-20 })
    }

    @Test func `a fraction says what it cannot tell apart`() {
        let points = Factorial.fraction(factors: 3, resolution: 3)
        #expect(points.count == 4)
        let effects = FactorEffects(levels: [2, 2, 2], points: points)
        let aliased = effects.effects.filter { $0.factors.count == 2 }
        #expect(aliased.allSatisfy { $0.alias != nil } || aliased.isEmpty)
    }

    @Test func `the patient rule finds a planted box`() throws {
        let points = LatinHypercube.points(400, dimensions: 4, seed: 2)
        let target = points.map { point in
            point[0] > 0.7 && point[2] < 0.4 ? 0.9 : 0.05
        }
        let box = try #require(PatientRule(points: points, target: target).box())
        #expect((box.low[0] - 0.7).magnitude < 0.05)
        #expect((box.high[2] - 0.4).magnitude < 0.05)
        #expect(box.low[2] < 0.03 && box.high[0] > 0.97)
        #expect(box.low[1] < 0.1 && box.high[1] > 0.9 && box.low[3] < 0.1 && box.high[3] > 0.9)
        #expect(box.density > 0.8)
        #expect(PatientRule(points: points, target: points.map { _ in 1 }).box() == nil)
    }
}

/// Points of designs.
@Suite struct DesignTests {
    @Test func `the Sobol sequence begins as published`() {
        var sequence = SobolSequence(dimensions: 3)
        let points = (0..<5).map { _ in sequence.next() }
        #expect(
            points == [
                [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75],
                [0.375, 0.375, 0.625],
            ]
        )
    }

    @Test func `every dimension of the Sobol sequence fills its strata`() {
        var sequence = SobolSequence(dimensions: SobolSequence.dimensionLimit)
        let points = (0..<64).map { _ in sequence.next() }
        for dimension in 0..<SobolSequence.dimensionLimit {
            let strata = Set(points.map { Int($0[dimension] * 64) })
            #expect(strata.count == 64)
        }
    }

    @Test func `a Latin hypercube has one point in every stratum`() {
        let points = LatinHypercube.points(37, dimensions: 5, seed: 0)
        for dimension in 0..<5 {
            #expect(Set(points.map { Int($0[dimension] * 37) }).count == 37)
        }
        #expect(points == LatinHypercube.points(37, dimensions: 5, seed: 0))
        #expect(points != LatinHypercube.points(37, dimensions: 5, seed: 1))
    }

    @Test(arguments: [(5, 3, 8), (7, 3, 8), (4, 4, 8), (8, 4, 16), (5, 5, 16), (6, 5, 32)])
    func `fractions are as small as their resolution allows`(
        factors: Int,
        resolution: Int,
        runs: Int
    ) {
        let points = Factorial.fraction(factors: factors, resolution: resolution)
        #expect(points.count == runs)
        // No product of fewer columns than the resolution is constant.
        for mask in 1..<1 << factors where mask.nonzeroBitCount < resolution {
            let products = points.map { point in
                (0..<factors).filter { mask >> $0 & 1 == 1 }.reduce(0) { $0 ^ point[$1] }
            }
            #expect(products.reduce(0, +) * 2 == runs)
        }
    }

    @Test func `a full factorial has every combination once`() {
        let points = Factorial.full([2, 3, 2])
        #expect(points.count == 12)
        #expect(Set(points).count == 12)
        #expect(Factorial.full([]) == [[]])
        #expect(Factorial.count(Array(repeating: 1_000_000, count: 4)) == nil)
    }

    @Test func `the front holds what nothing else beats`() {
        let values: [[Double]] = [[1, 5], [2, 2], [5, 1], [3, 3], [2, 2], [6, 6]]
        #expect(ParetoFront.members(values) == [0, 1, 2, 4])
    }
}
