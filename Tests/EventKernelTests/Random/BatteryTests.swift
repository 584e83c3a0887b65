import EventKernel
import Testing

@Suite struct BatteryTests {
    @Test func `draws of neighbouring keys look random`() {
        let report = BatteryReport(
            numbers: isLongRun ? 1 << 20 : 1 << 14,
            samples: isLongRun ? 1 << 14 : 1 << 9
        )
        for result in report.suspicious {
            Issue.record("\(result.test), \(result.source): \(result.probability)")
        }
        #expect(report.uniformity > 1e-4)
        #expect(report.results.count == 89)
    }

    @Test(arguments: BatteryTest.allCases)
    func `every test of the battery finds a flaw that it is made for`(test: BatteryTest) {
        let sound = NumberSource.indices.bits(1 << 14)
        let probability = test.probability(Flaw.spoil(sound, for: test))
        #expect(probability < 1e-5 || probability > 1 - 1e-5)
    }
}

/// Small flaws, one for each test.
private enum Flaw {
    static func spoil(_ numbers: [UInt64], for test: BatteryTest) -> [UInt64] {
        numbers.indices.map { index in
            let number = numbers[index]
            let last = numbers[max(0, index - 1)]
            switch test {
            // One value is twice as likely.
            case .highBits: return number >> 56 == 7 ? number ^ 1 << 56 : number
            case .lowBits: return number & 255 == 7 ? number ^ 1 : number
            // Weak memory of the last number or of one long ago.
            case .serial, .correlation, .runs, .permutations:
                return index % 4 == 1 ? number / 2 + last / 2 : number
            case .farCorrelation:
                return index >= 16 && index % 4 == 0
                    ? number / 2 + numbers[index - 16] / 2 : number
            // Bits of the lower half repeat now and then.
            case .ones: return index % 4 == 0 ? (number >> 32) << 32 | number >> 32 : number
            case .gaps: return index % 10 == 0 ? number / 16 : number
            case .maxima: return number / 64 * 63
            // Few values, or a lattice.
            case .collisions: return (number >> 46) << 46
            case .birthdays: return (number >> 40) << 40
            }
        }
    }
}
