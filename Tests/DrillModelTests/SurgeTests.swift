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
        return world.records(drills, seed: 2)
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

    @Test func `free beds are never told to be fewer than none`() throws {
        for record in try records() {
            let told = record.facts.compactMap { fact in
                if case .observed(_, .beds(HospitalID(0)), let beds) = fact.content {
                    beds
                } else {
                    nil
                }
            }
            #expect(!told.isEmpty && told.allSatisfy { $0 >= 0 })
        }
    }

    @Test func `a reserve that opens in time changes what happens`() throws {
        let without = try records(5) { ($0.surgeBeds, $0.surgePlaces) = (0, 0) }
        #expect(zip(without, try records(5)).allSatisfy { $0.digest != $1.digest })
    }

    @Test func `a reserve that opens later than the drill ends is no reserve`() throws {
        let without = try records(5) { ($0.surgeBeds, $0.surgePlaces) = (0, 0) }
        let late = try records(5) { $0.surgeDelay = SimDuration(hours: 1000) }
        #expect(zip(without, late).allSatisfy { $0.digest == $1.digest })
    }
}
