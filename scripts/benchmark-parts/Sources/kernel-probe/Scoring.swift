import DrillModel
import EventKernel
import Experiments

/// Plays the same drills with and without folding their facts into measures, one after the other in
/// turn, and prints processor seconds of both and the share that scoring takes.
func printScoring(setup path: String, count: Int) throws {
    let bytes = readSetup(path)
    let setup = try Setup(byteForm: bytes)
    var player = try Player(bytes)
    var drill = Drill(setup.scenario, plan: setup.plan)
    var spent = (scored: 0.0, bare: 0.0)
    var facts = (scored: Int64(0), bare: Int64(0))
    for number in 0..<UInt64(count) {
        let start = processorSeconds()
        facts.scored += player.play(seed: 1, drill: number).factCount
        let middle = processorSeconds()
        drill.begin(seed: 1, drill: number)
        while drill.step() {}
        facts.bare += Int64(drill.factCount)
        spent.scored += middle - start
        spent.bare += processorSeconds() - middle
    }
    precondition(facts.scored == facts.bare, "Both ways play the same drills.")
    print(spent.scored, spent.bare, 1 - spent.bare / spent.scored, facts.bare)
}
