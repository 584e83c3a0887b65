import EventKernel
import TestSupport
import Testing
import Vocabulary

@testable import GroundTruth

/// Rumours without releases against theory: check values 134 and 136, and the exact chain.
@Suite struct RumourTests {
    @Test(
        arguments: [
            (10, RumourModel.daleyKendall, 2.70174978), (100, .daleyKendall, 21.0346656),
            (1000, .daleyKendall, 203.864409), (2, .makiThompson, 0.25),
        ]
    )
    func `the exact chain leaves out as many as published`(
        ignorant: Int,
        model: RumourModel,
        left: Double
    ) {
        let chain = RumourChain(ignorant: ignorant, model)
        #expect(abs(chain.mean / left - 1) < 1e-8, "\(chain.mean)")
    }

    @Test(arguments: [(10, 2.2259, 0.0), (100, 20.4519, 5.34), (1000, 203.306, 16.55)])
    func `among Maki and Thompson's the chain leaves out as many as published`(
        ignorant: Int,
        left: Double,
        deviation: Double
    ) {
        let chain = RumourChain(ignorant: ignorant, .makiThompson)
        #expect(abs(chain.mean - left) < 6e-4)
        if deviation > 0 { #expect(abs(chain.deviation - deviation) < 6e-3) }
    }

    @Test func `among many a fifth never hears it`() {
        // x = exp(-2 (1 - x)), by halving.
        var (low, high) = (0.1, 0.5)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if middle < Elementary.exp(-2 * (1 - middle)) { low = middle } else { high = middle }
        }
        #expect(abs(low - 0.203188) < 1e-6)
        let share = RumourChain(ignorant: 2000, .makiThompson).mean / 2000
        #expect(abs(share - low) < 1e-4)
    }

    private static let isLongRun = manySeeds.count > testSeeds.count

    /// Checks a mean at four standard errors.
    private func expect(_ tally: Tally, near mean: Double, within error: Double = 0) {
        let deviation = (tally.variance / Double(tally.count)).squareRoot()
        let off = abs(tally.mean - mean)
        #expect(off < 4 * deviation + error, "\(tally.mean) ± \(deviation), not \(mean)")
    }

    private static let models: [RumourModel] = [.makiThompson, .daleyKendall]

    @Test(arguments: [Int32(2), 10, 100, 1000], models)
    func `meeting by meeting a rumour leaves out as many as the exact chain`(
        ignorant: Int32,
        model: RumourModel
    ) {
        let drills = Self.isLongRun ? 40_000 : UInt64(max(200, 20_000 / ignorant))
        let play = RumourPlay(ignorant + 1, model, .exact)
        let tally = play.tally(drills) { Double($0.counts.ignorant) }
        expect(tally, near: RumourChain(ignorant: Int(ignorant), model).mean)
    }

    @Test(arguments: models)
    func `in steps of time it leaves out as many, within a three-hundredth`(model: RumourModel) {
        let play = RumourPlay(1001, model, .steps)
        let tally = play.tally(Self.isLongRun ? 20_000 : 1500) { Double($0.counts.ignorant) }
        expect(tally, near: RumourChain(ignorant: 1000, model).mean, within: 203.3 / 300)
    }

    @Test(arguments: [Int32(100_000), 10_000_000], models)
    func `a fifth of a town or a province never hears it`(persons: Int32, model: RumourModel) {
        let play = RumourPlay(persons, model, .steps, first: persons / 10_000)
        let tally = play.tally(Self.isLongRun ? 500 : 40) {
            Double($0.counts.ignorant) / Double(persons)
        }
        // Spreaders at the start add to those who hear it: x = exp(-(1 - x) - (1 - x0)) x0 … of order
        // 1e-4; the steps themselves are off by a thousandth.
        expect(tally, near: 0.203188, within: 4e-4)
    }

    /// What the steps give of the course of a rumour, against the exact scheme: how high and when its
    /// peak is, and when it ends.
    @Test(arguments: models)
    func `in steps of time a rumour rises and ends as it does meeting by meeting`(
        model: RumourModel
    ) {
        let drills: UInt64 = Self.isLongRun ? 4000 : 200
        let exact = RumourPlay(2000, model, .exact, first: 5)
        let steps = RumourPlay(2000, model, .steps, first: 5)
        func compare(_ number: (RumourPlay.Outcome) -> Double, within share: Double) {
            let (one, other) = (exact.tally(drills, number), steps.tally(drills, number))
            let error =
                ((one.variance + other.variance) / Double(drills)).squareRoot()
            let off = abs(one.mean - other.mean)
            #expect(off < 4 * error + share * one.mean, "\(one.mean), in steps \(other.mean)")
            // The spread of single drills is kept as well.
            let ratio = (other.variance / one.variance).squareRoot()
            #expect(ratio > 0.75 && ratio < 1.25, "\(ratio)")
        }
        compare({ Double($0.peak) }, within: 0.01)
        compare({ $0.peakHours }, within: 0.02)
        compare({ $0.endHours }, within: 0.02)
    }

    @Test(
        arguments: [
            (RumourModel.makiThompson, RumourScheme.exact), (.daleyKendall, .exact),
            (.makiThompson, .steps), (.daleyKendall, .steps),
        ]
    )
    func `nobody appears or vanishes, whatever is released`(
        model: RumourModel,
        scheme: RumourScheme
    ) {
        for persons in [Int32(3), 50, 700] {
            var play = RumourPlay(persons, model, scheme, first: 2)
            play.definition.reachPerHour = 5
            play = play.releasing(atHours: 0.5).releasing(.update, atHours: 2)
            for drill in 0..<20 as Range<UInt64> {
                var last = RumourCounts(ignorant: persons)
                let outcome = play.play(drill: drill) { counts in
                    #expect(counts.persons == persons)
                    let least = min(
                        counts.ignorant,
                        counts.spreading,
                        counts.silent,
                        counts.informed
                    )
                    #expect(least >= 0)
                    #expect(counts.ignorant <= last.ignorant)
                    #expect(counts.believed >= last.believed)
                    last = counts
                }
                #expect(outcome.counts.spreading == 0)
            }
        }
    }

    @Test func `seed and drill decide everything`() {
        for scheme in RumourScheme.allCases {
            let play = RumourPlay(400, .makiThompson, scheme).releasing(atHours: 1)
            let (one, same) = (play.play(drill: 7), play.play(drill: 7))
            #expect(one.counts == same.counts)
            #expect(one.endHours == same.endHours)
            #expect(play.play(drill: 8).endHours != one.endHours)
        }
    }

    @Test(arguments: [Int32(50), 3000, 2_000_000], [0.001, 0.2, 0.5, 0.93])
    func `draws of many have mean and spread of the binomial law`(trials: Int32, chance: Double) {
        let (count, all) = (4000, Double(trials))
        var tally = Tally()
        for place in 0..<count {
            let level = (Double(place) + 0.5) / Double(count)
            tally.add(Double(RumourStep.successes(of: trials, chance, at: level)))
        }
        let variance = all * chance * (1 - chance)
        #expect(abs(tally.mean - all * chance) < 0.02 + 0.002 * variance.squareRoot())
        #expect(abs(tally.variance / variance - 1) < 0.01)
    }
}
