import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Grade and what must not happen, at the bounds of Order 493.
@Suite struct GradeTests {
    private let zone = ZoneID(0)

    /// A blast with so many dead and seriously hurt, and a loss.
    private func record(deaths: Int, serious: Int, loss: Int64 = 0) -> [(Int64, FactContent)] {
        var record: [(Int64, FactContent)] = [
            (0, .exploded(HazardID(0), trinitrotolueneKilograms: 1)), (0, .lost(zone, yuan: loss)),
        ]
        for number in 0..<deaths {
            record.append((1, .died(PersonID(in: zone, number: number), .atOnce)))
        }
        for number in deaths..<deaths + serious {
            let person = PersonID(in: zone, number: number)
            record.append((1, .hurt(person, .serious, .glass, canWalk: false)))
        }
        return record
    }

    @Test(
        arguments: [
            (0, 0, 0, 1), (2, 9, 9_999_999, 1), (3, 0, 0, 2), (0, 10, 0, 2), (0, 0, 10_000_000, 2),
            (9, 49, 49_999_999, 2), (10, 0, 0, 3), (0, 50, 0, 3), (0, 0, 50_000_000, 3),
            (29, 99, 99_999_999, 3), (30, 0, 0, 4), (0, 100, 0, 4), (0, 0, 100_000_000, 4),
        ]
    )
    func `the grade is the highest that deaths, injuries or loss reach`(
        deaths: Int,
        serious: Int,
        loss: Int,
        grade: Double
    ) {
        let values = measured(record(deaths: deaths, serious: serious, loss: Int64(loss)))
        #expect(values[.incidentGrade] == grade)
    }

    @Test func `casualties without any hazard have no grade`() {
        let person = PersonID(in: zone, number: 0)
        #expect(measured([(1, .died(person, .waiting))])[.incidentGrade] == 0)
    }

    @Test func `a grade is believed when an authority knows the counts`() {
        let known: [(Int64, FactContent)] = [
            (60, .believed(Posts.county, .found(.dead, zone), value: 2, told: .none)),
            (90, .believed(Posts.county, .inCare(.dead, HospitalID(0)), value: 1, told: .none)),
            (95, .believed(Posts.scene, .found(.dead, zone), value: 50, told: .none)),
        ]
        let values = measured(record(deaths: 3, serious: 0) + known)
        #expect(values[.deathsKnown] == 3)
        #expect(values[.incidentGradeBelieved] == 2)
        #expect(values[.secondsToGradeKnown] == 90)
        let hidden = measured(record(deaths: 3, serious: 0))
        #expect(hidden[.incidentGradeBelieved] == 0)
        #expect(hidden[.secondsToGradeKnown] == .infinity)
        // The higher of verified and counted stands; believing less again takes it back.
        let verified = measured(
            record(deaths: 30, serious: 0) + known + [
                (100, .believed(Posts.state, .verified(.dead, SiteID(0)), value: 12, told: .none)),
                (120, .believed(Posts.state, .verified(.dead, SiteID(0)), value: 8, told: .none)),
            ]
        )
        #expect(verified[.incidentGradeBelieved] == 2)
        #expect(verified[.deathsKnown] == 8)
        #expect(verified[.secondsToGradeKnown] == .infinity)
    }

    @Test(
        arguments: [
            (2, 60, 2, 0.0), (3, 60, 1, 1), (3, 60, 2, 0), (10, 5 * 3600, 10, 0),
            (10, 5 * 3600 + 1, 10, 1), (9, 5 * 3600 + 1, 9, 0),
        ]
    )
    func `great impact is a late release of a major accident, or hidden deaths`(
        deaths: Int,
        release: Int,
        published: Int,
        impact: Double
    ) {
        let release: [(Int64, FactContent)] = [
            (Int64(release), .published(Posts.city, dead: Int32(published)))
        ]
        let values = measured(record(deaths: deaths, serious: 0) + release)
        #expect(values[.greatPublicImpact] == impact)
    }

    @Test func `weighted casualties weigh ten serious or two hundred slight injuries as a death`() {
        #expect(measured(record(deaths: 2, serious: 10))[.weightedCasualties] == 3)
        #expect(measured(record(deaths: 0, serious: 0))[.weightedCasualties] == 0)
        let slight = (0..<200).map { number -> (Int64, FactContent) in
            (1, .hurt(PersonID(in: zone, number: number), .slight, .glass, canWalk: true))
        }
        #expect(measured(slight)[.weightedCasualties] == 1)
    }

    @Test func `incidents are the first with all it sets off at once, and secondary ones`() {
        #expect(measured([])[.incidents] == 0)
        #expect(measured(record(deaths: 0, serious: 0))[.incidents] == 1)
        let fires: [(Int64, FactContent)] = [
            (0, .ignited(HazardID(1), secondary: false)),
            (9, .ignited(HazardID(2), secondary: true)),
        ]
        #expect(measured(record(deaths: 0, serious: 0) + fires)[.incidents] == 2)
    }
}
