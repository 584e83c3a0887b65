import EventKernel
import Testing

@Suite struct TallyTests {
    private static func tally(_ numbers: some Sequence<Double>) -> Tally {
        var tally = Tally()
        for number in numbers { tally.add(number) }
        return tally
    }

    @Test func `mean and variance are those of the textbook`() {
        let tally = Self.tally([2, 4, 4, 4, 5, 5, 7, 9])
        #expect(tally.count == 8)
        #expect(tally.mean == 5)
        #expect((tally.variance - 32.0 / 7).magnitude < 1e-14)
        #expect((tally.standardDeviation - 2.138089935299395).magnitude < 1e-14)
    }

    @Test func `the spread of large close numbers is not lost`() {
        let tally = Self.tally([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        #expect(tally.mean == 1e9 + 10)
        #expect(tally.variance == 30)
    }

    @Test func `parts joined give what the whole gives`() {
        var stream = RandomStream(DrillKey(seed: 3, drill: 0), purpose: 1, entity: 0)
        let numbers = (0..<1000).map { _ in 100 + stream.uniform() }
        let whole = Self.tally(numbers)
        for cut in [0, 1, 7, 500, 999, 1000] {
            var joined = Self.tally(numbers[..<cut])
            joined.merge(Self.tally(numbers[cut...]))
            #expect(joined.count == whole.count)
            #expect((joined.mean - whole.mean).magnitude < 1e-12)
            #expect((joined.variance - whole.variance).magnitude < 1e-13)
        }
    }

    @Test func `joining with nothing changes no bit`() {
        let tally = Self.tally([0.1, 0.2, 0.7])
        var before = Tally()
        before.merge(tally)
        var after = tally
        after.merge(Tally())
        #expect(before == tally)
        #expect(after == tally)
    }

    @Test func `fewer than two numbers have no interval`() {
        #expect(Tally().meanInterval(confidence: 0.95) == nil)
        #expect(Self.tally([3]).meanInterval(confidence: 0.95) == nil)
        #expect(Self.tally([3]).variance == 0)
    }

    @Test func `the interval of the mean is that of Student`() throws {
        let interval = try #require(
            Self.tally((1...10).map(Double.init)).meanInterval(confidence: 0.95)
        )
        // t = 2.2621571628 for 9 degrees of freedom; standard error √(9.1667 / 10).
        #expect((interval.low - 3.334149410332).magnitude < 1e-11)
        #expect((interval.high - 7.665850589668).magnitude < 1e-11)
        #expect(interval.contains(5.5) && !interval.contains(8))
        #expect((interval.halfWidth - 2.165850589668).magnitude < 1e-11)
    }

    @Test func `intervals contain the mean as often as they claim`() {
        var covered = 0
        let drills = 4000
        for drill in 0..<drills {
            var stream = RandomStream(
                DrillKey(seed: 8, drill: UInt64(drill)),
                purpose: 1,
                entity: 0
            )
            let law = Distribution.normal(mean: 10, standardDeviation: 2)
            let tally = Self.tally((0..<5).map { _ in law.quantile(stream.uniform()) })
            if tally.meanInterval(confidence: 0.9)?.contains(10) == true { covered += 1 }
        }
        // With the normal quantile in place of Student's it would be 0.82.
        let error = (0.9 * 0.1 / Double(drills)).squareRoot()
        #expect((Double(covered) / Double(drills) - 0.9).magnitude < 4 * error)
    }
}
