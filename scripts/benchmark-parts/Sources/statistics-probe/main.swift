// Prints what the statistics of the program do, for scripts/check-coverage and scripts/check-sensitivity.
//
//     statistics-probe coverage [REPETITIONS]
//     statistics-probe sobol-points COUNT DIMENSIONS
//     statistics-probe latin-hypercube COUNT DIMENSIONS SEED
//     statistics-probe morris TRAJECTORIES FUNCTION SEED
//     statistics-probe indices BASE FUNCTION

import Experiments
import Trials

let words = Array(CommandLine.arguments.dropFirst())

func number(_ place: Int, _ usual: Int = 0) -> Int {
    words.count > place ? Int(words[place]) ?? usual : usual
}

func line(_ values: [Double]) -> String { values.map { "\($0)" }.joined(separator: " ") }

/// Factors and value of the function that is named.
struct Function {
    let factors: Int
    let value: ([Double]) -> Double

    init() {
        if words[2] == "ishigami" {
            factors = 3
            value = KnownFunctions.ishigami
        } else {
            factors = 8
            value = KnownFunctions.gFunction
        }
    }
}

func printTrials(_ trials: [Trial]) {
    for trial in trials {
        let (kind, wanted) =
            switch trial.demand {
            case .exactly(let share): ("exactly", share)
            case .atLeast(let share): ("at least", share)
            case .surely(let share): ("surely", share)
            }
        print(
            "\(trial.name)\t\(trial.repetitions)\t\(trial.share)\t\(kind)\t\(wanted)\t\(trial.isWell)"
        )
    }
}

switch words.first {
case "coverage":
    let repetitions = number(1, 4000)
    printTrials(IntervalTrials.all(repetitions))
    printTrials(ProcedureTrials.sequential(repetitions))
    printTrials(ProcedureTrials.selection(min(1000, repetitions)))
case "sobol-points":
    var sequence = SobolSequence(dimensions: number(2))
    for _ in 0..<number(1) { print(line(sequence.next())) }
case "latin-hypercube":
    let points = LatinHypercube.points(number(1), dimensions: number(2), seed: UInt64(number(3)))
    for point in points { print(line(point)) }
case "morris":
    let function = Function()
    let design = MorrisDesign(
        trajectories: number(1),
        factors: function.factors,
        seed: UInt64(number(3))
    )
    let values = design.points.map(function.value)
    for (point, value) in zip(design.points, values) { print(line(point + [value])) }
    for effects in design.effects(values) {
        let summary = MorrisSummary(effects)
        print("effect " + line([summary.mean, summary.meanMagnitude, summary.standardDeviation]))
    }
case "indices":
    let function = Function()
    let design = SobolDesign(base: number(1), factors: function.factors)
    let values = design.points.map(function.value)
    for (point, value) in zip(design.points, values) { print(line(point + [value])) }
    for index in design.indices(values, resamples: 200, seed: 1) ?? [] {
        print(
            "index "
                + line([index.first, index.firstHalfWidth, index.total, index.totalHalfWidth])
        )
    }
default:
    print("usage: see the beginning of the source")
}
