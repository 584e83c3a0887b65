import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// A county hospital with more casualties than beds, and what it opens in reserve.
@Suite struct SurgeTests {
    private func records(
        _ drills: Int = 20,
        _ change: (inout HospitalDefinition) -> Void = { _ in }
    ) throws -> [DrillRecord] {
        var world = try RealWorld("small/surge")
        change(&world.scenario.register.hospitals[0])
        var drill = Drill(world.scenario, plan: world.plan)
        return (0..<drills).map { DrillRecord(playing: &drill, seed: 2, drill: UInt64($0)) }
    }

    private func sentOn(_ records: [DrillRecord]) -> Int {
        records.reduce(0) { sum, record in
            sum
                + record.count {
                    if case .turnedAway(_, HospitalID(0)) = $0 { true } else { false }
                }
        }
    }

    @Test func `beds bind: many are sent on, and nobody where there are enough`() throws {
        let (few, usual, many) = (
            sentOn(try records { ($0.beds, $0.surgeBeds, $0.surgePlaces) = (2, 0, 0) }),
            sentOn(try records()),
            sentOn(try records { ($0.beds, $0.criticalPlaces) = (300, 30) })
        )
        #expect(few > 500 && usual > 500)
        #expect(many == 0)
    }

    @Test func `free beds are never told to be fewer than none, and grow when the reserve opens`()
        throws
    {
        for record in try records() {
            var told: [(time: SimTime, beds: Int32)] = []
            for fact in record.facts {
                if case .observed(_, .beds(HospitalID(0)), let beds) = fact.content {
                    told.append((fact.time, beds))
                }
            }
            #expect(told.allSatisfy { $0.beds >= 0 })
        }
    }

    @Test func `a reserve that opens later than the drill ends is no reserve`() throws {
        let without = try records(5) { ($0.surgeBeds, $0.surgePlaces) = (0, 0) }
        let late = try records(5) { $0.surgeDelay = SimDuration(hours: 1000) }
        #expect(zip(without, late).allSatisfy { $0.digest == $1.digest })
    }
}
