import DrillModel
import EventKernel
import Experiments

/// Plays the same drills with and without folding their facts into measures, and prints processor
/// seconds of both, the share that scoring takes, and facts.
///
/// Whoever plays a drill second finds it warm: the two take turns in being first.
func printScoring(setup path: String, count: Int) throws {
    let bytes = readSetup(path)
    let setup = try Setup(byteForm: bytes)
    var player = try Player(bytes)
    var drill = Drill(setup.scenario, plan: setup.plan)
    var spent = (scored: 0.0, bare: 0.0)
    var facts = (scored: Int64(0), bare: Int64(0))
    func scored(_ number: UInt64) {
        let start = processorSeconds()
        facts.scored += player.play(seed: 1, drill: number).factCount
        spent.scored += processorSeconds() - start
    }
    func bare(_ number: UInt64) {
        let start = processorSeconds()
        drill.begin(seed: 1, drill: number)
        while drill.advance(byFacts: 512) {}
        precondition(drill.violation() == nil, "A drill keeps its balances.")
        spent.bare += processorSeconds() - start
        facts.bare += Int64(drill.factCount)
    }
    for number in 0..<UInt64(count) {
        if number.isMultiple(of: 2) { scored(number) }
        bare(number)
        if !number.isMultiple(of: 2) { scored(number) }
    }
    precondition(facts.scored == facts.bare, "Both ways play the same drills.")
    print(spent.scored, spent.bare, 1 - spent.bare / spent.scored, facts.bare)
}
