import EventKernel
import Testing

@Suite struct DistributionProblemTests {
    @Test(arguments: SampleLaw.all)
    func `sound laws have no problem`(_ sample: SampleLaw) {
        #expect(sample.law.problem == nil)
    }

    @Test func `numbers must be finite`() {
        #expect(Distribution.constant(.nan).problem == .notFinite)
        #expect(Distribution.exponential(mean: .infinity).problem == .notFinite)
        #expect(Distribution.uniform(low: -1e308, high: 1e308).problem == .notFinite)
        #expect(Distribution.bernoulli(probability: .nan).problem == .notFinite)
        #expect(Distribution.empirical([1, .nan]).problem == .notFinite)
    }

    @Test func `signs must fit`() {
        #expect(Distribution.normal(mean: 0, standardDeviation: -1).problem == .negative)
        #expect(Distribution.lognormal(median: 1, sigma: -0.1).problem == .negative)
        #expect(Distribution.lognormal(median: 0, sigma: 1).problem == .notPositive)
        #expect(Distribution.gamma(shape: 0, scale: 1).problem == .notPositive)
        #expect(Distribution.erlang(stages: 0, mean: 1).problem == .notPositive)
        #expect(Distribution.binomial(trials: -1, probability: 0.5).problem == .negative)
        #expect(Distribution.poisson(mean: -2).problem == .negative)
    }

    @Test func `bounds must ascend`() {
        #expect(Distribution.uniform(low: 2, high: 1).problem == .outOfOrder)
        #expect(Distribution.triangular(low: 1, mode: 0, high: 3).problem == .outOfOrder)
        #expect(Distribution.pert(low: 1, mode: 4, high: 3).problem == .outOfOrder)
        let law = Distribution.truncated(.constant(1), low: 2, high: 1)
        #expect(law.problem == .outOfOrder)
    }

    @Test func `probabilities lie between 0 and 1`() {
        #expect(Distribution.bernoulli(probability: 1.1).problem == .notAProbability)
        #expect(Distribution.geometric(probability: 0).problem == .notAProbability)
        #expect(Distribution.binomial(trials: 3, probability: -0.1).problem == .notAProbability)
    }

    @Test func `lists must be usable`() {
        #expect(Distribution.empirical([]).problem == .empty)
        #expect(Distribution.empirical([2, 1]).problem == .notAscending)
        #expect(Distribution.discrete(values: [1], weights: []).problem == .countsDiffer)
        #expect(Distribution.discrete(values: [1, 2], weights: [0, 0]).problem == .weightless)
        #expect(Distribution.discrete(values: [1, 2], weights: [1, -1]).problem == .negative)
    }

    @Test func `a truncated law needs probability within its bounds`() {
        let law = Distribution.truncated(.uniform(low: 0, high: 1), low: 2, high: 3)
        #expect(law.problem == .outOfReach)
        let inner = Distribution.truncated(.exponential(mean: -1), low: 0, high: 1)
        #expect(inner.problem == .negative)
    }
}
