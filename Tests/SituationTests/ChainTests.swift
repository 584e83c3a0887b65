import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// How long a first report takes from level to level when delays are drawn.
@Suite struct ChainTests {
    private static let seeds = 1000

    /// The delays of a hop as scenarios have them: FACTS gives 15 min with 0.6 for the compiling (D).
    private static let written: ChannelDefinition = {
        var channel = ChannelDefinition()
        channel.preparation = .lognormal(median: 900, sigma: 0.6)
        channel.transmission = .lognormal(median: 180, sigma: 0.5)
        channel.processing = .lognormal(median: 300, sigma: 0.5)
        return channel
    }()

    /// Arrivals at every level but the first [s], one list a seed.
    private static let ours: [[Double]] = {
        var bench = Bench(channels: Array(repeating: written, count: 4), posts: 5)
        return (0..<seeds).map { seed in
            bench.begin(seed: UInt64(seed))
            bench.observe(staff, .incident(Bench.site), 1, atSeconds: 0)
            bench.run()
            return (1...4).map { bench.deliveries(to: $0).first ?? .nan }
        }
    }()

    /// The same by adding up draws of streams that have nothing to do with ours.
    private static let direct: [[Double]] = {
        (0..<seeds).map { seed in
            var random = RandomStream(
                DrillKey(seed: 99, drill: UInt64(seed)),
                purpose: 1002,
                entity: 0
            )
            var now = 0.0
            return (1...4).map { _ in
                for delay in [written.preparation, written.transmission, written.processing] {
                    now += delay.sample(&random)
                }
                return now
            }
        }
    }()

    @Test(arguments: 0..<4)
    func `the mean arrival at a level is that of a direct simulation`(level: Int) {
        let (left, right) = (Self.ours.map { $0[level] }, Self.direct.map { $0[level] })
        let difference = Self.mean(left) - Self.mean(right)
        let error = (Self.variance(left) + Self.variance(right)) / Double(Self.seeds)
        #expect(abs(difference) < 4 * error.squareRoot())
    }

    /// Shares of reports that arrive later than some multiples of the medians' sum.
    @Test(arguments: 0..<4, [0.8, 1.2, 1.8])
    func `as many arrive late as in a direct simulation`(level: Int, factor: Double) {
        let limit = Double(level + 1) * 1380 * factor
        let count = { (times: [[Double]]) in Double(times.count { $0[level] > limit }) }
        let (left, right) = (count(Self.ours), count(Self.direct))
        let share = (left + right) / Double(2 * Self.seeds)
        let error = (2 * share * (1 - share) * Double(Self.seeds)).squareRoot()
        #expect(abs(left - right) < 4 * max(error, 1))
    }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    private static func variance(_ values: [Double]) -> Double {
        let center = mean(values)
        return values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(values.count - 1)
    }
}
