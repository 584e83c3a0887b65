import EventKernel
import Scoring
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// The explosion of Xiangshui 2019 comes out as it was, calibrated on the deaths alone.
@Suite struct XiangshuiTests {
    private static let values: [MeasureValues] = {
        guard let world = try? RealWorld("xiangshui-2019") else { return [] }
        var drill = Drill(world.scenario, plan: world.plan)
        var fold = Fold(world.scoring)
        return (0..<40).map { number in
            let record = DrillRecord(playing: &drill, seed: 1, drill: UInt64(number))
            return fold.measures(of: record.facts)
        }
    }()

    /// A measure of all drills, sorted.
    private func sorted(_ measure: Measure) throws -> [Double] {
        try #require(Self.values.count == 40)
        return Self.values.map { $0[measure] }.sorted()
    }

    @Test func `about 78 die, and drills differ by no more than a factor of four`() throws {
        let deaths = try sorted(.deaths)
        #expect(abs(deaths[20] - 78) < 0.3 * 78)
        #expect(deaths[37] <= 4 * deaths[2])
    }

    @Test(arguments: [(Measure.seriousInjuries, 76.0), (.hospitalAdmissions, 640)])
    func `what was not fitted lies within nine drills in ten`(
        measure: Measure,
        value: Double
    ) throws {
        let numbers = try sorted(measure)
        #expect(numbers[2] <= value && value <= numbers[37])
        #expect(numbers[37] <= 4 * numbers[2])
    }

    @Test func `the fires are out after sixteen hours, by three tenths`() throws {
        let hours = try sorted(.secondsToFireOut).map { $0 / 3600 }
        #expect(abs(hours[20] - 16.2) < 0.3 * 16.2)
        #expect(hours[37] <= 4 * hours[2])
    }
}
