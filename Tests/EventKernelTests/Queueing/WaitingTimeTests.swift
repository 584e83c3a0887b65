import EventKernel
import Testing

/// A station whose mean wait is known.
struct KnownStation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let servers: Int
    let service: Distribution
    /// Mean wait [s].
    let meanWait: Double

    /// Mean time between arrivals [s] -- constant.
    static let meanGap = 1000.0

    /// M/M/c: Erlang's C formula.
    static func exponential(servers: Int, busy: Double) -> KnownStation {
        let meanService = busy * Double(servers) * meanGap
        let offered = meanService / meanGap
        var term = 1.0
        var sum = 0.0
        for count in 0..<servers {
            sum += term
            term *= offered / Double(count + 1)
        }
        let waiting = term / (1 - busy)
        let share = waiting / (sum + waiting)
        return KnownStation(
            testDescription: "M/M/\(servers), \(busy)",
            servers: servers,
            service: .exponential(mean: meanService),
            meanWait: share * meanService / (Double(servers) * (1 - busy))
        )
    }

    /// M/G/1: the formula of Pollaczek and Khinchin, from mean and standard deviation of a service.
    static func general(_ name: String, _ service: Distribution) -> KnownStation {
        let mean = service.mean ?? .nan
        let deviation = service.standardDeviation ?? .nan
        let square = mean * mean + deviation * deviation
        return KnownStation(
            testDescription: "M/G/1, \(name)",
            servers: 1,
            service: service,
            meanWait: square / (2 * (meanGap - mean))
        )
    }
}

@Suite struct WaitingTimeTests {
    private static let stations: [KnownStation] = [
        .exponential(servers: 1, busy: 0.5), .exponential(servers: 1, busy: 0.8),
        .exponential(servers: 2, busy: 0.7), .exponential(servers: 4, busy: 0.8),
        .exponential(servers: 10, busy: 0.9),
        .general("constant", .constant(600)),
        .general("uniform", .uniform(low: 200, high: 1000)),
        .general("Erlang", .erlang(stages: 4, mean: 700)),
        .general("lognormal", .lognormal(median: 500, sigma: 0.7)),
        .general("gamma", .gamma(shape: 0.5, scale: 1200)),
    ]

    @Test(arguments: stations)
    func `mean waits lie in the 99 % interval of theory`(station: KnownStation) throws {
        let customers = isLongRun ? 50_000 : 8_000
        var means = Tally()
        for drill in 0..<(isLongRun ? 100 : 40) as Range<UInt64> {
            let model = Station(
                drill: drill,
                servers: station.servers,
                gap: .exponential(mean: KnownStation.meanGap),
                service: station.service,
                ignoring: customers / 8
            )
            model.run(customers: customers)
            means.add(model.waits.mean)
        }
        let interval = try #require(means.meanInterval(confidence: 0.99))
        #expect(interval.contains(station.meanWait), "\(interval), theory \(station.meanWait)")
        // An interval that says nothing would contain anything.
        #expect(interval.halfWidth < 0.15 * station.meanWait)
    }

    @Test func `customers in the station follow Little's law`() {
        let model = Station(
            drill: 1,
            servers: 1,
            gap: .exponential(mean: 1000),
            service: .exponential(mean: 600),
            ignoring: 0
        )
        model.run(customers: 20_000)
        // Arrivals times the time that each spends there, up to those who are there at the end.
        let hours = model.load.duration.seconds
        let spent = 20_000 / hours * (model.waits.mean + 600)
        #expect((model.load.mean / spent - 1).magnitude < 0.03)
    }
}

@Suite struct CommonRandomNumberTests {
    private func meanWait(servers: Int, drill: UInt64) -> Double {
        let model = Station(
            drill: drill,
            servers: servers,
            gap: .exponential(mean: 1000),
            service: .lognormal(median: 45_000, sigma: 0.6),
            ignoring: 0
        )
        model.run(customers: 2000)
        return model.waits.mean
    }

    /// One of sixty, as with the ambulances of a city; the measured ratio of variances is 10.
    @Test func `one server more under the same luck varies far less than under other luck`() {
        var (paired, apart) = (Tally(), Tally())
        for drill in 0..<60 as Range<UInt64> {
            let fewer = meanWait(servers: 60, drill: drill)
            paired.add(fewer - meanWait(servers: 61, drill: drill))
            apart.add(fewer - meanWait(servers: 61, drill: drill + 1000))
        }
        #expect(apart.variance > 5 * paired.variance)
        // And what is estimated is the same.
        let error = ((paired.variance + apart.variance) / 60).squareRoot()
        #expect((paired.mean - apart.mean).magnitude < 4 * error)
    }

    @Test func `entities that come and go leave the draws of others as they were`() {
        let key = DrillKey(seed: 3, drill: 14)
        let entities = (0..<50) as Range<UInt64>
        var alone: [UInt64: [UInt64]] = [:]
        for entity in entities {
            var stream = RandomStream(key, purpose: 4, entity: entity)
            alone[entity] = (0..<20).map { _ in stream.bits() }
        }
        // In company of twice as many, in another order, and with another purpose between draws.
        var streams = (0..<100).map { RandomStream(key, purpose: 4, entity: $0) }
        var other = RandomStream(key, purpose: 5, entity: 7)
        var together: [UInt64: [UInt64]] = [:]
        for _ in 0..<20 {
            for entity in streams.indices.reversed() {
                together[UInt64(entity), default: []].append(streams[entity].bits())
                _ = other.uniform()
            }
        }
        for entity in entities { #expect(alone[entity] == together[entity]) }
    }
}
