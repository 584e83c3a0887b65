import Foundation

// elementary-probe values FUNCTION        raw doubles from standard input to standard output
// elementary-probe monotone PAIRS         neighbours in the wrong order, for every function
// elementary-probe time                   nanoseconds a call, ours and Foundation's

func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
}

func fixed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

func printMonotone(pairs: Int) {
    for function in functions {
        let check = MonotoneCheck(function, pairs: pairs)
        let examples = check.violations.prefix(3).map { "\($0)" }.joined(separator: " ")
        print(
            "\(padded(function.name, 20)) \(check.pairs) pairs, \(check.violations.count) wrong \(examples)"
        )
    }
}

func printTimes() {
    var (ours, theirs) = (0.0, 0.0)
    for function in functions {
        let timing = Timing(function)
        guard let other = timing.theirs else {
            print("\(padded(function.name, 20)) \(fixed(timing.ours))")
            continue
        }
        ours += timing.ours
        theirs += other
        let ratio = fixed(timing.ours / other)
        print("\(padded(function.name, 20)) \(fixed(timing.ours)) \(fixed(other)) \(ratio)")
    }
    print("\(padded("total", 20)) \(fixed(ours)) \(fixed(theirs)) \(fixed(ours / theirs))")
}

let words = CommandLine.arguments.dropFirst()
switch words.first {
case "values": writeValues(of: words.dropFirst().first ?? "")
case "monotone": printMonotone(pairs: Int(words.dropFirst().first ?? "") ?? 10_000_000)
case "time": printTimes()
default: print("usage: elementary-probe values FUNCTION | monotone PAIRS | time")
}
