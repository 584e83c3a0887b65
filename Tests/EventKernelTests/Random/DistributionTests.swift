import EventKernel
import Testing

@Suite struct DistributionTests {
    private let key = DrillKey(seed: 20, drill: 24)

    @Test(arguments: SampleLaw.all)
    func `a larger uniform number never gives a smaller result`(_ sample: SampleLaw) {
        var stream = RandomStream(key, purpose: 1, entity: 0)
        var levels = (0..<(isLongRun ? 20_000 : 300)).map { _ in stream.uniform() }
        levels += [0, 0x1p-60, 0x1p-53, 0.5, 1 - 0x1p-20, 1 - 0x1p-53]
        levels += levels.map { $0.nextUp }
        levels.sort()
        var last = -Double.infinity
        for level in levels {
            let result = sample.law.quantile(level)
            #expect(result >= last && result.isFinite, "\(sample) at \(level)")
            last = result
        }
    }

    @Test(arguments: SampleLaw.all)
    func `close neighbours keep their order`(_ sample: SampleLaw) {
        for start in [0.01, 0.25, 0.4999999999999, 0.75, 0.99] {
            var level = start
            var last = sample.law.quantile(level)
            for _ in 0..<(isLongRun ? 5000 : 40) {
                level = level.nextUp
                let result = sample.law.quantile(level)
                #expect(result >= last, "\(sample) at \(level)")
                last = result
            }
        }
    }

    @Test(arguments: SampleLaw.smooth)
    func `a smooth quantile has the probability it stands for`(_ sample: SampleLaw) {
        for step in 1..<40 {
            let level = Double(step) / 40
            let probability = sample.law.probability(atMost: sample.law.quantile(level))
            // Shapes above 10^5 use expansions on both ways.
            #expect((probability - level).magnitude < 1e-6, "\(sample) at \(level)")
        }
    }

    @Test(arguments: SampleLaw.stepped)
    func `a count is the first with enough probability`(_ sample: SampleLaw) {
        for step in 1..<40 {
            let level = Double(step) / 40
            let count = sample.law.quantile(level)
            guard (sample.law.standardDeviation ?? 0) < 300 else { continue }
            #expect(sample.law.probability(atMost: count) >= level - 1e-12)
            #expect(sample.law.probability(atMost: count.nextDown) < level + 1e-12)
        }
    }

    @Test(arguments: SampleLaw.all)
    func `a draw takes one number from its stream`(_ sample: SampleLaw) {
        var stream = RandomStream(key, purpose: 2, entity: 0)
        let result = sample.law.sample(&stream)
        #expect(stream.index == 1)
        let level = RandomStream.uniform(key, purpose: 2, entity: 0, index: 0)
        #expect(result == sample.law.quantile(level))
    }

    @Test func `quantiles agree with a higher precision`() {
        let known: [(law: Distribution, level: Double, value: Double)] = [
            (.exponential(mean: 2), 0.3, 0.7133498878774648),
            (.normal(mean: 1, standardDeviation: 2), 0.975, 4.919927969080108),
            (.lognormal(median: 15, sigma: 0.6), 0.9, 32.36187849552482),
            (.weibull(shape: 0.7, scale: 2), 0.6, 1.7651915666811386),
            (.gamma(shape: 2.5, scale: 1), 0.1, 0.8051539934811616),
            (.gamma(shape: 0.3, scale: 1), 0.5, 0.0731311358669519),
            (.gamma(shape: 300, scale: 1), 0.999, 356.3855814426481),
            (.erlang(stages: 5, mean: 4), 0.9, 6.394871668842105),
            (.beta(alpha: 2, beta: 3), 0.3, 0.27238394207510536),
            (.beta(alpha: 0.5, beta: 0.5), 0.9, 0.9755282581475768),
            (.beta(alpha: 200, beta: 30), 0.001, 0.792407775413384),
            (.pert(low: 1, mode: 2, high: 6), 0.5, 2.3833612969625944),
            (.triangular(low: 1, mode: 2, high: 6), 0.5, 2.8377223398316205),
        ]
        for (law, level, value) in known {
            #expect((law.quantile(level) - value).magnitude <= 1e-13 * value, "\(law)")
        }
    }

    @Test func `counts agree with exact sums`() {
        #expect(Distribution.poisson(mean: 10).quantile(0.99) == 18)
        #expect(
            (Distribution.poisson(mean: 10).probability(atMost: 15) - 0.951259597).magnitude < 1e-9
        )
        #expect(Distribution.binomial(trials: 20, probability: 0.5).quantile(0.5) == 10)
        #expect(Distribution.geometric(probability: 0.5).quantile(0.7) == 1)
        #expect(Distribution.geometric(probability: 0.5).quantile(0.8) == 2)
    }

    @Test func `certain outcomes are certain`() {
        for level in [0, 0.3, 1 - 0x1p-53] {
            #expect(Distribution.constant(4).quantile(level) == 4)
            #expect(Distribution.bernoulli(probability: 0).quantile(level) == 0)
            #expect(Distribution.bernoulli(probability: 1).quantile(level) == 1)
            #expect(Distribution.geometric(probability: 1).quantile(level) == 0)
            #expect(Distribution.binomial(trials: 5, probability: 1).quantile(level) == 5)
            #expect(Distribution.poisson(mean: 0).quantile(level) == 0)
            #expect(Distribution.uniform(low: 2, high: 2).quantile(level) == 2)
            #expect(Distribution.pert(low: 2, mode: 2, high: 2).quantile(level) == 2)
            #expect(Distribution.triangular(low: 2, mode: 2, high: 2).quantile(level) == 2)
            #expect(Distribution.empirical([7]).quantile(level) == 7)
            #expect(Distribution.exponential(mean: 0).quantile(level) == 0)
        }
    }

    @Test func `a law truncated far out stays within its bounds`() {
        let law = Distribution.truncated(.normal(mean: 0, standardDeviation: 1), low: 8, high: 9)
        #expect(law.quantile(0) >= 8)
        #expect(law.quantile(1 - 0x1p-53) <= 9)
        #expect((law.quantile(0.5) - 8.0848888990181).magnitude < 1e-10)
    }

    @Test func `repeated observations weigh as often as they occur`() {
        let law = Distribution.empirical([1, 8, 8, 8, 9])
        #expect(law.quantile(0.25) == 8)
        #expect(law.quantile(0.75) == 8)
        #expect(law.probability(atMost: 8) == 0.75)
    }

    @Test func `laws that overflow stay finite`() {
        #expect(Distribution.lognormal(median: 1e300, sigma: 10).quantile(0.999).isFinite)
        #expect(Distribution.weibull(shape: 0.001, scale: 1).quantile(0.999).isFinite)
        #expect(Distribution.gamma(shape: 1e-5, scale: 1).quantile(0.5) >= 0)
    }
}
