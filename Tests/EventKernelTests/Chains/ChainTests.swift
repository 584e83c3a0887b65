import EventKernel
import Testing

/// Small Markov chains with exactly known ends, played by the kernel.
@Suite struct ChainTests {
    private static let drills: UInt64 = isLongRun ? 400_000 : 8_000

    /// Checks a share at four standard errors.
    private func expect(_ count: Int, of drills: UInt64, near share: Double) {
        let error = (share * (1 - share) / Double(drills)).squareRoot()
        let seen = Double(count) / Double(drills)
        #expect((seen - share).magnitude < 4 * error, "\(seen), exactly \(share)")
    }

    @Test func `an epidemic among three ends as the exact chain says`() {
        var counts = [0, 0, 0]
        for drill in 0..<Self.drills {
            let epidemic = Epidemic(drill: drill, contactRate: 2, persons: 3)
            counts[epidemic.run()] += 1
        }
        for (count, share) in zip(counts, [0.428571429, 0.205714286, 0.365714286]) {
            expect(count, of: Self.drills, near: share)
        }
    }

    @Test func `an epidemic among ten ends as the exact chain says`() {
        var counts = [Int](repeating: 0, count: 10)
        var spread = Tally()
        for drill in 0..<Self.drills {
            let epidemic = Epidemic(drill: drill, contactRate: 2, persons: 10)
            let size = epidemic.run()
            counts[size] += 1
            spread.add(Double(size))
        }
        expect(counts[0], of: Self.drills, near: 0.357142857)
        expect(counts[9], of: Self.drills, near: 0.126281613)
        let error = (spread.variance / Double(spread.count)).squareRoot()
        #expect((spread.mean - 3.57100449).magnitude < 4 * error, "\(spread.mean)")
    }

    @Test(arguments: [(10, 2.70174978), (100, 21.0346656), (1000, 203.864409)])
    func `a rumour leaves as many out as the exact chain says`(ignorant: Int, left: Double) {
        var tally = Tally()
        let drills = Self.drills / UInt64(ignorant) * 4
        for drill in 0..<drills {
            let rumour = Rumour(drill: drill, ignorant: ignorant)
            tally.add(Double(rumour.run()))
        }
        let error = (tally.variance / Double(tally.count)).squareRoot()
        #expect((tally.mean - left).magnitude < 4 * error, "\(tally.mean) ± \(error)")
        #expect(error < 0.05 * left)
    }
}
