import EventKernel
import Testing

@Suite struct DistributionMomentTests {
    private var draws: Int { isLongRun ? 1_000_000 : 1000 }

    /// A sample of a law, from a stream of its own.
    private func sample(_ law: Distribution, entity: UInt64) -> [Double] {
        var stream = RandomStream(DrillKey(seed: 3, drill: 1), purpose: 5, entity: entity)
        return (0..<draws).map { _ in law.sample(&stream) }
    }

    @Test(arguments: SampleLaw.all.indices)
    func `sample means lie within four standard errors`(_ index: Int) throws {
        let law = SampleLaw.all[index].law
        guard let mean = law.mean, let deviation = law.standardDeviation else { return }
        let numbers = sample(law, entity: UInt64(index))
        let average = numbers.reduce(0, +) / Double(draws)
        let error = deviation / Double(draws).squareRoot()
        #expect((average - mean).magnitude <= 4 * error, "\(law): \(average), not \(mean)")
    }

    @Test(arguments: SampleLaw.all.indices)
    func `sample variances lie within four standard errors`(_ index: Int) throws {
        let law = SampleLaw.all[index].law
        guard let mean = law.mean, let deviation = law.standardDeviation else { return }
        let squares = sample(law, entity: UInt64(index)).map { ($0 - mean) * ($0 - mean) }
        let variance = squares.reduce(0, +) / Double(draws)
        // The fourth moment, which has no simple form for most laws, is that of the sample.
        let fourth = squares.map { ($0 - variance) * ($0 - variance) }.reduce(0, +)
        let error = (fourth / Double(draws)).squareRoot() / Double(draws).squareRoot()
        let exact = deviation * deviation
        #expect((variance - exact).magnitude <= 4 * error, "\(law): \(variance)")
    }

    @Test(arguments: SampleLaw.all.indices)
    func `samples follow their distribution function`(_ index: Int) {
        let law = SampleLaw.all[index].law
        let numbers = sample(law, entity: UInt64(index)).sorted()
        var largest = 0.0
        for (position, number) in numbers.enumerated() {
            let isLast = position + 1 == numbers.count || numbers[position + 1] > number
            guard isLast else { continue }
            let share = Double(position + 1) / Double(draws)
            largest = max(largest, (share - law.probability(atMost: number)).magnitude)
        }
        // Kolmogorov's bound that a true law exceeds once in 16,000 samples, as four standard
        // errors of a normal law are.
        #expect(largest * Double(draws).squareRoot() < 2.28, "\(law): \(largest)")
    }

    @Test func `moments agree with integrals`() {
        #expect(Distribution.weibull(shape: 2, scale: 1).mean == 0.886226925452758)
        #expect(Distribution.pert(low: 0, mode: 1, high: 4).mean == 8.0 / 6)
        #expect(Distribution.empirical([0, 1]).standardDeviation == (1.0 / 12).squareRoot())
        #expect(Distribution.discrete(values: [0, 1], weights: [1, 1]).standardDeviation == 0.5)
        #expect(Distribution.geometric(probability: 0.25).mean == 3)
        #expect(Distribution.truncated(.constant(1), low: 0, high: 2).mean == nil)
    }
}
