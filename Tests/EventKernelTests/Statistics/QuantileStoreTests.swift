import EventKernel
import Testing

@Suite struct QuantileStoreTests {
    private static let hundred = QuantileStore((1...100).map(Double.init))

    @Test(arguments: [(0.0, 1.0), (0.05, 5), (0.5, 50), (0.501, 51), (0.95, 95), (1, 100)])
    func `a quantile is the least number that a share does not exceed`(
        share: Double,
        expected: Double
    ) {
        #expect(Self.hundred.quantile(share) == expected)
    }

    @Test func `every whole percentage of a hundred numbers is that number`() {
        // 7 % of 100 is 7.000000000000001 in doubles.
        for percent in 1...100 {
            #expect(Self.hundred.quantile(Double(percent) / 100) == Double(percent))
        }
    }

    @Test func `nothing has no quantile`() {
        let none = QuantileStore()
        #expect(none.quantile(0.5) == nil)
        #expect(none.smallest == nil && none.greatest == nil && none.count == 0)
        let interval = none.interval(of: 0.5, confidence: 0.95)
        #expect(interval == ConfidenceInterval(low: -.infinity, high: .infinity))
    }

    @Test func `what never happened comes last`() {
        let store = QuantileStore([.infinity, 3, .infinity, 1])
        #expect(store.quantile(0.5) == 3)
        #expect(store.quantile(0.75) == .infinity)
        #expect(store.greatest == .infinity)
    }

    @Test func `parts joined in any order give the same bits`() {
        var stream = RandomStream(DrillKey(seed: 3, drill: 0), purpose: 1, entity: 0)
        let numbers = (0..<300).map { _ in Double(stream.whole(below: 40)) - 20 } + [-0.0, 0.0]
        let whole = QuantileStore(numbers)
        for cut in [0, 1, 150, 301, 302] {
            var joined = QuantileStore(numbers[cut...])
            joined.merge(QuantileStore(numbers[..<cut]))
            #expect(joined.count == whole.count)
            for step in 0...302 {
                let share = Double(step) / 302
                #expect(joined.quantile(share)?.bitPattern == whole.quantile(share)?.bitPattern)
            }
        }
    }

    @Test func `ranks of intervals are those of the binomial law`() {
        // Ranks computed with SciPy's binomial distribution.
        let cases: [(count: Int, share: Double, confidence: Double, low: Double, high: Double)] = [
            (100, 0.5, 0.95, 40, 61), (100, 0.05, 0.95, 1, 11), (20, 0.05, 0.95, -.infinity, 4),
            (1000, 0.95, 0.95, 936, 964), (10, 0.5, 0.99, 1, 10),
        ]
        for (count, share, confidence, low, high) in cases {
            let store = QuantileStore((1...count).map(Double.init))
            let interval = store.interval(of: share, confidence: confidence)
            #expect(interval == ConfidenceInterval(low: low, high: high))
        }
    }

    @Test func `intervals contain the true quantile at least as often as they claim`() {
        let law = Distribution.lognormal(median: 15, sigma: 0.6)
        let truth = law.quantile(0.9)
        var covered = 0
        for drill in 0..<2000 as Range<UInt64> {
            var stream = RandomStream(DrillKey(seed: 4, drill: drill), purpose: 1, entity: 0)
            let store = QuantileStore((0..<100).map { _ in law.quantile(stream.uniform()) })
            if store.interval(of: 0.9, confidence: 0.9).contains(truth) { covered += 1 }
        }
        // P(85 ≤ B < 96) of a binomial variable of 100 trials.
        let share = Double(covered) / 2000
        #expect((share - Self.exactCoverage).magnitude < 4 * (0.06 * 0.94 / 2000).squareRoot())
    }

    /// Coverage of the ranks that the interval takes, from the binomial law -- constant.
    private static let exactCoverage = 0.936398

    @Test func `a NaN is refused`() async {
        await #expect(processExitsWith: .failure) { _ = QuantileStore([1, .nan]) }
    }
}
