import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// Gas below a market: smelt, searched for, lit or shut off.
@Suite struct GasLeakTests {
    private func records(
        _ plan: String = "baseline",
        _ drills: Int = 30,
        _ change: (inout GasLeakDefinition) -> Void = { _ in }
    ) throws -> [DrillRecord] {
        var world = try RealWorld("small/gas-leak", plan: plan)
        let form = world.scenario.truth.hazards[0].form
        var leak = try #require({ if case .gasLeak(let leak) = form { leak } else { nil } }())
        change(&leak)
        world.scenario.truth.hazards[0].form = .gasLeak(leak)
        return world.records(drills, seed: 3)
    }

    private func hasExploded(_ record: DrillRecord) -> Bool {
        record.first { if case .exploded = $0 { true } else { false } } != nil
    }

    private func deaths(_ records: [DrillRecord]) -> Int {
        records.reduce(0) { sum, record in
            sum + record.count { if case .died = $0 { true } else { false } }
        }
    }

    @Test func `every leak ends: it explodes or is shut off`() throws {
        let records = try records()
        for record in records {
            #expect(record.count { if case .ceased(HazardID(0)) = $0 { true } else { false } } == 1)
        }
        let blasts = records.count { hasExploded($0) }
        #expect(blasts > 0 && blasts < records.count)
    }

    @Test func `without anything that lights it nothing explodes, with sparks everywhere it does`()
        throws
    {
        #expect(try records { $0.ignitionsPerHour = 0 }.allSatisfy { !hasExploded($0) })
        #expect(try records { $0.ignitionsPerHour = 3600 }.allSatisfy { hasExploded($0) })
    }

    @Test func `a leak too small for the air changes harms nobody`() throws {
        let records = try records { $0.kilogramsPerSecond = .constant(0.001) }
        #expect(deaths(records) == 0)
        #expect(records.allSatisfy { !hasExploded($0) })
    }

    @Test func `who has been told to leave is not there when it explodes`() throws {
        let stay = try records("baseline", 60)
        let leave = try records("clear-first", 60)
        #expect(deaths(leave) < deaths(stay))
    }

    @Test func `shut off sooner, it explodes no more often`() throws {
        let sooner = try records { $0.shutting = .constant(60) }.count { hasExploded($0) }
        let later = try records { $0.shutting = .constant(7200) }.count { hasExploded($0) }
        #expect(sooner < later)
    }
}
