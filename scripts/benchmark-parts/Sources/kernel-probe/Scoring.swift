import DrillModel
import EventKernel
import Experiments
import Scoring

/// Plays the same drills with and without folding their facts into measures, and prints processor
/// seconds of both, the share that scoring takes, and facts.
///
/// One drill is played either way, since two of them lie differently in the processor's caches. Whoever
/// plays a number second finds it warm: the two take turns in being first. The share is the median over the
/// numbers of one turn, averaged with that of the other: what else the machine does hits few of them.
func printScoring(setup path: String, count: Int) throws {
    let setup = try Setup(byteForm: readSetup(path))
    var drill = Drill(setup.scenario, plan: setup.plan)
    var fold = Fold(setup.scoring)
    var spent = (scored: 0.0, bare: 0.0)
    var facts = (scored: Int64(0), bare: Int64(0))
    var marks = 0.0
    func scored(_ number: UInt64) -> Double {
        let start = processorSeconds()
        drill.begin(seed: 1, drill: number)
        fold.begin()
        fold.fold(drill.facts)
        while drill.advance(byFacts: Player.factsAtOnce) { fold.fold(drill.facts) }
        fold.fold(drill.facts)
        marks += fold.finish(drill.facts)[.score]
        marks += fold.knownDeathShares().reduce(0) { $0 + min($1, 1) }
        precondition(drill.violation() == nil, "A drill keeps its balances.")
        let seconds = processorSeconds() - start
        spent.scored += seconds
        facts.scored += Int64(drill.factCount)
        return seconds
    }
    func bare(_ number: UInt64) -> Double {
        let start = processorSeconds()
        drill.begin(seed: 1, drill: number)
        while drill.advance(byFacts: Player.factsAtOnce) {}
        precondition(drill.violation() == nil, "A drill keeps its balances.")
        let seconds = processorSeconds() - start
        spent.bare += seconds
        facts.bare += Int64(drill.factCount)
        return seconds
    }
    var shares: [[Double]] = [[], []]
    for number in 0..<UInt64(count) {
        let isFirst = number.isMultiple(of: 2)
        let early = isFirst ? scored(number) : bare(number)
        let late = isFirst ? bare(number) : scored(number)
        shares[isFirst ? 0 : 1].append(1 - (isFirst ? late / early : early / late))
    }
    precondition(facts.scored == facts.bare, "Both ways play the same drills.")
    precondition(marks > 0, "Drills are marked.")
    let share = shares.map { $0.sorted()[$0.count / 2] }.reduce(0, +) / 2
    print(spent.scored, spent.bare, share, facts.bare)
}
