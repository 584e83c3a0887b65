import EventKernel
import Testing
import Vocabulary

@testable import GroundTruth

/// Check values of care, by number: 115, 116, 119, 121, 122 and 124, with others of the same relations.
@Suite struct TraumaTests {
    /// Check values 115 and 116, and the revision of 1995.
    @Test func `survival by injury is as published`() {
        func chance(_ law: SurvivalByInjury, _ years: Int) -> Double {
            law.chance(trauma: 7.8408, injury: 25, years: years)
        }
        #expect(abs(chance(.blunt1987, 54) - 0.986826143) < 1e-5)
        #expect(abs(chance(.blunt1987, 55) - 0.917666769) < 1e-5)
        #expect(abs(chance(.penetrating1987, 30) - 0.989739441) < 1e-5)
        #expect(abs(chance(.blunt1995, 30) - 0.978159) < 1e-5)
        #expect(abs(chance(.penetrating1995, 30) - 0.974069) < 1e-5)
    }

    @Test(arguments: [(4, 4, 4, 7.8408), (3, 4, 4, 6.9040), (2, 3, 3, 4.9438), (0, 0, 0, 0)])
    func `trauma scores are as published`(coma: Int, pressure: Int, breath: Int, score: Double) {
        let found = TraumaScore.revised(coma: coma, pressure: pressure, breath: breath)
        #expect(abs(found - score) < 1e-9)
    }

    @Test func `trauma scores code what is measured`() {
        let well = TraumaScore(comaScale: 15, systolic: 120, breaths: 16)
        #expect(abs(well.revised - 7.8408) < 1e-9)
        let coma = [(15, 4), (13, 4), (12, 3), (9, 3), (8, 2), (6, 2), (5, 1), (4, 1), (3, 0)]
        for (scale, code) in coma {
            #expect(TraumaScore(comaScale: scale, systolic: 0, breaths: 0).comaCode == code)
        }
        let pressure = [(90, 4), (89, 3), (76, 3), (75, 2), (50, 2), (49, 1), (1, 1), (0, 0)]
        for (systolic, code) in pressure {
            #expect(TraumaScore(comaScale: 3, systolic: systolic, breaths: 0).pressureCode == code)
        }
        let breath = [(30, 3), (29, 4), (10, 4), (9, 2), (6, 2), (5, 1), (1, 1), (0, 0)]
        for (breaths, code) in breath {
            #expect(TraumaScore(comaScale: 3, systolic: 0, breaths: breaths).breathCode == code)
        }
    }

    /// Check value 119.
    @Test(
        arguments: [
            (0.0, 0.351), (15, 0.298232963), (30, 0.206208733), (60, 0.0926970324),
            (120, 0.0291083689), (240, 0.007820),
        ]
    )
    func `survival of the red falls with time as published`(minutes: Double, share: Double) {
        #expect(abs(SurvivalInTime.immediate.chance(afterMinutes: minutes) - share) < 1e-5)
    }

    @Test(arguments: [(30.0, 0.903338), (60, 0.868168), (120, 0.724839), (240, 0.394259)])
    func `survival of the yellow falls with time as published`(minutes: Double, share: Double) {
        #expect(abs(SurvivalInTime.delayed.chance(afterMinutes: minutes) - share) < 1e-5)
    }

    @Test func `the sets of Mills ascend, and the yellow live longer than the red`() throws {
        var before = 0.0
        for number in 1...5 {
            let set = try #require(SurvivalInTime.mills(number))
            let red = set.immediate.chance(afterMinutes: 60)
            #expect(red > before)
            #expect(set.delayed.chance(afterMinutes: 60) > red)
            before = red
        }
        #expect(SurvivalInTime.mills(0) == nil && SurvivalInTime.mills(6) == nil)
    }

    /// Check values 121, 122 and 124.
    @Test func `START gives the published tags`() {
        var fast = TriageSigns()
        fast.breaths = 32
        #expect(TriageRules.start(fast) == .red)
        var calm = TriageSigns()
        calm.breaths = 20
        calm.capillarySeconds = 1.5
        #expect(TriageRules.start(calm) == .yellow)
        var still = TriageSigns()
        still.breaths = 0
        #expect(TriageRules.start(still) == .black)
        still.breathesOnceOpened = true
        #expect(TriageRules.start(still) == .red)
    }

    @Test func `START goes by walking first, then breathing, perfusion and mind`() {
        var signs = TriageSigns()
        signs.walks = true
        signs.breaths = 40
        #expect(TriageRules.start(signs) == .green)
        signs = TriageSigns()
        signs.breaths = 30
        #expect(TriageRules.start(signs) == .yellow)
        signs.capillarySeconds = 2
        #expect(TriageRules.start(signs) == .yellow)
        signs.capillarySeconds = 2.1
        #expect(TriageRules.start(signs) == .red)
        signs = TriageSigns()
        signs.hasRadialPulse = false
        #expect(TriageRules.start(signs) == .red)
        signs = TriageSigns()
        signs.obeys = false
        #expect(TriageRules.start(signs) == .red)
    }

    @Test func `signs of a score add up to it, and lower scores are tagged no better`() {
        for score in 0...12 {
            for draw in [0.0, 0.2, 0.4, 0.6, 0.8, 0.99] {
                let signs = TriageSigns(score: Double(score), walks: false, draw: draw)
                let tag = TriageRules.start(signs)
                if score == 12 { #expect(tag == .yellow) }
                if score <= 9 { #expect(tag == .red || tag == .black) }
                if score == 0 { #expect(tag == .black) }
                #expect(signs.obeys || score < 12)
            }
        }
        let walking = TriageSigns(score: 12, walks: true, draw: 0.5)
        #expect(TriageRules.start(walking) == .green)
    }

    @Test func `scores fall in a straight line between the points of the table`() {
        let vitals = VitalSigns(initialScore: 8, hurtAt: .start, tolerance: 0)
        func score(_ minutes: Double) -> Double {
            vitals.score(at: .start + SimDuration(minutes: minutes))
        }
        #expect(score(0) == 8)
        #expect(score(30) == 7)
        expect(score(45), near: 6.5, relative: 1e-9)
        #expect(score(180) == 2)
        #expect(score(1e5) == 0)
    }

    @Test func `children get rescue breaths, and other bounds of breathing`() {
        var child = ChildSigns()
        child.signs.breaths = 40
        #expect(TriageRules.jumpStart(child) == .yellow)
        child.signs.breaths = 46
        #expect(TriageRules.jumpStart(child) == .red)
        child.signs.breaths = 14
        #expect(TriageRules.jumpStart(child) == .red)
        child.signs.breaths = 0
        #expect(TriageRules.jumpStart(child) == .black)
        child.hasPulse = true
        #expect(TriageRules.jumpStart(child) == .black)
        child.breathesAfterRescueBreaths = true
        #expect(TriageRules.jumpStart(child) == .red)
        child.signs.walks = true
        #expect(TriageRules.jumpStart(child) == .green)
        child = ChildSigns()
        child.responds = false
        #expect(TriageRules.jumpStart(child) == .red)
    }

    @Test func `SALT sorts, and leaves to die whom nothing saves`() {
        #expect(TriageRules.saltOrder(walks: true, waves: false) == 3)
        #expect(TriageRules.saltOrder(walks: false, waves: true) == 2)
        #expect(TriageRules.saltOrder(walks: false, waves: false) == 1)
        var signs = SaltSigns()
        #expect(TriageRules.salt(signs) == .yellow)
        signs.isMinor = true
        #expect(TriageRules.salt(signs) == .green)
        signs.bleedingIsControlled = false
        #expect(TriageRules.salt(signs) == .red)
        signs.isLikelyToSurvive = false
        #expect(TriageRules.salt(signs) == .black)
        signs = SaltSigns()
        signs.breathes = false
        #expect(TriageRules.salt(signs) == .black)
    }

    @Test func `RPM codes what is measured`() {
        #expect(VitalCodes.score(breaths: 16, beats: 80, motor: .obeys) == 12)
        #expect(VitalCodes.score(breaths: 0, beats: 0, motor: .none) == 0)
        let breaths = [(0, 0), (1, 1), (9, 1), (10, 4), (24, 4), (25, 3), (35, 3), (36, 2)]
        for (rate, code) in breaths { #expect(VitalCodes.respiration(perMinute: rate) == code) }
        let beats = [(0, 0), (1, 1), (40, 1), (41, 2), (60, 2), (61, 4), (120, 4), (121, 3)]
        for (rate, code) in beats { #expect(VitalCodes.pulse(perMinute: rate) == code) }
    }
}
