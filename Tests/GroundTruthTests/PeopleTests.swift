import EventKernel
import Testing
import Vocabulary

@testable import GroundTruth

/// Check values of people, by number: 101, 118, 125 and 127.
@Suite struct PeopleTests {
    /// Check value 125.
    @Test func `ambulance times of mean 30 have the published quantiles`() throws {
        let law = Distribution.lognormal(median: 27.8543007, sigma: 0.38525317)
        #expect(abs(try #require(law.mean) - 30) < 3e-3)
        #expect(abs(law.quantile(0.5) - 27.8543007) < 3e-3)
        #expect(abs(law.quantile(0.9) - 45.6365615) < 4e-3)
    }

    @Test(
        arguments: [(0.0, 0.0520054615), (4, 0.35393199), (8, 0.845456355), (12, 0.982024385)]
    )
    func `survival follows the score as published`(score: Double, share: Double) {
        #expect(abs(VitalSigns.survival(score: score) - share) < 1e-6)
    }

    @Test(
        arguments: [
            (24.0, 0.811411374), (48, 0.554030103), (72, 0.338140059), (96, 0.188484766),
            (120, 0.0971562131),
        ]
    )
    func `the trapped live as in Tangshan`(hours: Double, share: Double) {
        let life = HarmDefinition().trappedSurvival
        #expect(abs(life.quantile(1 - share) / 3600 - hours) < 0.01)
    }

    @Test(arguments: [(5.0, 0.340145), (10, 0.657149), (15, 0.851316), (20, 0.941450)])
    func `a warning reaches the published share in time`(minutes: Double, share: Double) {
        var warning = WarningDefinition()
        warning.broadcastPerMinute = 0.06
        warning.contagionPerMinute = 0.14
        #expect(abs(warning.shareReached(afterMinutes: minutes) - share) < 1e-6)
        #expect(abs(warning.minutesToReceive(share) - minutes) < 1e-4)
    }

    @Test func `half and nine tenths are warned when published`() {
        var warning = WarningDefinition()
        warning.broadcastPerMinute = 0.06
        warning.contagionPerMinute = 0.14
        #expect(abs(warning.minutesToReceive(0.5) - 7.33168534) < 1e-4)
        #expect(abs(warning.minutesToReceive(0.9) - 17.169936) < 1e-4)
    }

    @Test func `a casualty whose score does not fall that far is never lost`() {
        let vitals = VitalSigns(initialScore: 8, hurtAt: .start, tolerance: 0.01)
        #expect(vitals.pointOfNoReturn(slowdown: 0.5).isNever)
    }

    @Test func `treatment puts the point of no return off and never brings it on`() {
        for tolerance in stride(from: 0.06, to: 1, by: 0.05) {
            var vitals = VitalSigns(initialScore: 8, hurtAt: .start, tolerance: tolerance)
            let before = vitals.pointOfNoReturn(slowdown: 0.5)
            vitals.stabilizedAt = SimTime(milliseconds: 20 * 60_000)
            #expect(vitals.pointOfNoReturn(slowdown: 0.5) >= before)
        }
    }

    @Test func `scores fall and stay within the scale`() {
        for initial in Int32(0)...12 {
            for half in 0..<40 {
                let now = VitalSigns.score(from: initial, afterHalfHours: half)
                let later = VitalSigns.score(from: initial, afterHalfHours: half + 1)
                #expect(later <= now && now <= initial && later >= 0)
            }
        }
    }

    @Test func `harm thresholds order severities and unite as independent causes`() {
        let shares = HarmShares(slight: 0.4, moderate: 0.2, serious: 0.05, dead: 0.1)
        let thresholds = HarmThresholds(shares)
        #expect(thresholds.severity(0.05) == .dead)
        #expect(thresholds.severity(0.12) == .serious)
        #expect(thresholds.severity(0.34) == .moderate)
        #expect(thresholds.severity(0.7) == .slight)
        #expect(thresholds.severity(0.8) == .unhurt)
        let both = thresholds.united(with: thresholds)
        #expect(abs(both.dead - 0.19) < 1e-12)
    }
}
