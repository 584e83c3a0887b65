// Plays pairs of drills that differ in one thing, for scripts/check-directions.
//
//     direction-probe [PAIRS]
//
// Prints for each change, separated by tabs: what it is for ("demanded", "crossing" or "told"), name, measure, pairs, mean before, mean after,
// standard error of the difference, pairs in which the number is smaller, pairs in which it is greater, whether well.
//
// After them, a line that begins with "setback" and tells of a pair in which a change for the better made things
// worse (name, drill, before, after), and the chain of causes of what then went unmet, to the end.

import Directions
import Reports
import Wording

let words = CommandLine.arguments.dropFirst()
let pairs = words.first.flatMap { Int($0) } ?? 500

func show(_ outcome: PairedOutcome, _ purpose: String) {
    let numbers = [outcome.meanBefore, outcome.meanAfter, outcome.standardError]
    let counts = [outcome.smaller, outcome.greater]
    let fields =
        [purpose, outcome.name, outcome.measure, "\(outcome.pairs)"]
        + numbers.map { "\($0)" } + counts.map { "\($0)" } + ["\(outcome.isWell)"]
    print(fields.joined(separator: "\t"))
}

for outcome in try Directions.all(drills: pairs) { show(outcome, "demanded") }
for minutes in Directions.minutes {
    show(try Directions.leaving(inRelease: minutes, pairs), "crossing")
}
for outcome in try Directions.respondersOfEarlierArrival(pairs) { show(outcome, "told") }
if let setback = Directions.setback(pairs) {
    print("setback\t\(setback.name)\t\(setback.drill)\t\(setback.before)\t\(setback.after)")
    let start = AbsoluteInstant(millisecondsSince1970: 0, offsetMinutes: 0)
    let chain = WhyChain(names: Directions.namesOfShort, start: start, language: .english)
    print(chain.text(setback.chain), terminator: "")
}
