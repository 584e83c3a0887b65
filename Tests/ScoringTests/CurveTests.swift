import EventKernel
import Testing
import Vocabulary

@testable import Scoring

@Suite struct CurveTests {
    private let person = PersonID(in: ZoneID(0), number: 0)

    private func victim(_ number: Int) -> PersonID { PersonID(in: ZoneID(0), number: number) }

    private func curve(_ curve: Curve, of fold: borrowing Fold) -> [Float] {
        let count = Curve.allCases.count
        return stride(from: Int(curve.rawValue), to: fold.curves.values.count, by: count)
            .map { fold.curves.values[$0] }
    }

    @Test func `a curve has a point at both ends, and what happens at a point is part of it`() {
        var fold = folded([
            (0, .died(person, .atOnce)), (600, .died(person, .waiting)),
            (601, .died(person, .waiting)), (3600, .died(person, .waiting)),
        ])
        _ = fold.finish(FactLog())
        #expect(curve(.deaths, of: fold) == [1, 2, 3, 3, 3, 3, 4])
    }

    @Test func `fires, teams and trapped people rise and fall`() {
        let hazard = HazardID(2)
        var fold = folded([
            (300, .ignited(hazard, secondary: false)), (300, .trapped(person)),
            (900, .arrived(TeamID(0), SiteID(0))), (1500, .extinguished(hazard, burnedOut: true)),
            (1500, .freed(person, alive: true)), (2100, .reflared(hazard)),
            (2700, .returned(TeamID(0))),
        ])
        _ = fold.finish(FactLog())
        #expect(curve(.firesBurning, of: fold) == [0, 1, 1, 0, 1, 1, 1])
        #expect(curve(.trapped, of: fold) == [0, 1, 1, 0, 0, 0, 0])
        #expect(curve(.teamsAtSite, of: fold) == [0, 0, 1, 1, 1, 0, 0])
    }

    @Test func `every drill gives as many points, the empty one too`() {
        var empty = folded([])
        _ = empty.finish(FactLog())
        #expect(empty.curves.values.count == 7 * Curve.allCases.count)
        #expect(empty.curves.pointCount == 7)
        var definition = tinyDefinition
        definition.duration = .zero
        var short = folded([(0, .died(person, .atOnce))], definition)
        _ = short.finish(FactLog())
        #expect(curve(.deaths, of: short) == [1])
    }

    @Test func `known deaths are what was public at each checkpoint after the first harm`() {
        var definition = tinyDefinition
        definition.checkpointHours = [0.1, 0.2, 0.3]
        let fold = folded(
            [
                (360, .exploded(HazardID(0), trinitrotolueneKilograms: 1)),
                (360, .died(victim(0), .atOnce)), (360, .died(victim(1), .atOnce)),
                (360, .died(victim(2), .atOnce)), (400, .died(victim(3), .atOnce)),
                (1080, .published(Posts.county, dead: 1)),
                (1081, .published(Posts.county, dead: 3)),
            ],
            definition
        )
        #expect(fold.knownDeathShares() == [0, 0.25, 0.75])
        #expect(folded([], definition).knownDeathShares() == [.infinity, .infinity, .infinity])
    }
}
