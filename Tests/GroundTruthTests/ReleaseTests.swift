import EventKernel
import TestSupport
import Testing
import Vocabulary

@testable import GroundTruth

/// What official releases do to a rumour and to trust.
@Suite struct ReleaseTests {
    private func town(_ scheme: RumourScheme) -> RumourPlay {
        let persons: Int32 = scheme == .exact ? 600 : 200_000
        var play = RumourPlay(persons, .makiThompson, scheme, first: persons / 100)
        play.definition.contactsPerHour = .constant(1.2)
        return play
    }

    /// Under the same luck: release at once, after 2, 4 and 8 hours, never.
    @Test(arguments: RumourScheme.allCases)
    func `the sooner the first release, the fewer believe the rumour`(scheme: RumourScheme) {
        let play = town(scheme)
        let plays = [0.1, 2, 4, 8].map { play.releasing(atHours: $0) } + [play]
        let drills: UInt64 = 20
        var sums = plays.map { _ in 0.0 }
        var reversals = 0
        for drill in 0..<drills {
            let believed = plays.map { Double($0.play(drill: drill).counts.believed) }
            for (place, number) in believed.enumerated() { sums[place] += number }
            reversals += zip(believed, believed.dropFirst()).count { $0 > $1 }
        }
        for (sooner, later) in zip(sums, sums.dropFirst()) { #expect(sooner < later) }
        // Luck that is shared drill by drill leaves few pairs the other way round.
        #expect(reversals <= (scheme == .steps ? 0 : Int(drills) / 2), "\(reversals)")
        #expect(sums[0] < 0.5 * sums[4])
    }

    @Test(arguments: RumourScheme.allCases)
    func `up to the first release nothing is different`(scheme: RumourScheme) {
        let play = town(scheme)
        var (spoken, silent): ([RumourCounts], [RumourCounts]) = ([], [])
        _ = play.releasing(atHours: 3).play(drill: 3, until: 2.99) { spoken.append($0) }
        _ = play.play(drill: 3, until: 2.99) { silent.append($0) }
        #expect(spoken == silent)
        #expect(spoken.count > 20)
    }

    @Test(
        arguments: [
            (1.0, 0.7), (4.0, 0.7), (8.0, 0.7 * 0.8), (16.0, 0.7 * 0.64),
            (6.0, 0.7 * 0.877_629_628),
        ]
    )
    func `a late first release costs a fifth of trust a doubling`(hours: Double, trust: Double) {
        let outcome = town(.steps).releasing(atHours: hours).play(drill: 0, until: hours + 0.1)
        #expect(abs(outcome.trust - trust) < 1e-6, "\(outcome.trust)")
    }

    @Test func `whoever never speaks loses trust until the end`() {
        let outcome = town(.steps).play(drill: 0, until: 32)
        #expect(abs(outcome.trust - 0.7 * 0.512) < 1e-9)
    }

    @Test func `silence after the first release costs trust only while people talk`() {
        let play = town(.steps).releasing(atHours: 1)
        let ended = play.play(drill: 0).endHours
        let outcome = play.play(drill: 0, until: 10 * ended)
        let waited = max(1, (ended - 1) / 12)
        let kept = Elementary.pow(0.8, Elementary.log2(waited))
        #expect(abs(outcome.trust - 0.7 * kept) < 1e-6)
    }

    @Test func `a number that grows costs trust, one that stays does not`() {
        func trust(_ numbers: [Int32]) -> Double {
            var play = town(.steps)
            for (place, dead) in numbers.enumerated() {
                play = play.releasing(.verifiedDeaths, atHours: 1 + Double(place), dead: dead)
            }
            return play.play(drill: 0, until: 6).trust
        }
        #expect(trust([6]) == 0.7)
        #expect(trust([6, 6, 6]) == 0.7)
        #expect(abs(trust([6, 13]) - 0.7 * 0.95) < 1e-9)
        #expect(abs(trust([6, 13, 6, 27]) - 0.7 * 0.95 * 0.95) < 1e-9)
    }

    @Test func `a post that is not believed changes nothing, and the most credible counts`() {
        var play = town(.steps)
        play.definition.credibility = [0, 1]
        let silent = play.play(drill: 5)
        #expect(play.releasing(atHours: 1).play(drill: 5).counts == silent.counts)
        let county = play.releasing(atHours: 1, by: 1)
        let both = play.releasing(atHours: 1).releasing(atHours: 1, by: 1)
        #expect(both.play(drill: 5).counts == county.play(drill: 5).counts)
        #expect(county.play(drill: 5).counts.believed < silent.counts.believed)
    }

    @Test func `updates keep the official word fresh`() {
        var slow = town(.steps)
        slow.definition.contactsPerHour = .constant(0.4)
        let once = slow.releasing(atHours: 1)
        let rhythm = once.releasing(.update, atHours: 5).releasing(.update, atHours: 9)
        let (few, many) = (once.play(drill: 2).counts, rhythm.play(drill: 2).counts)
        #expect(many.believed < few.believed)
        #expect(many.informed > few.informed)
    }

    @Test func `with everybody informed at once the rumour dies at once`() {
        var play = town(.steps).releasing(atHours: 0.5)
        play.definition.trust = .constant(1)
        play.definition.reachPerHour = 100
        let outcome = play.play(drill: 1)
        #expect(outcome.endHours < 1)
        #expect(outcome.counts.believed < 5000)
    }
}
