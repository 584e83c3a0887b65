import Foundation

// random-battery NUMBERS SAMPLES    the battery of tests of randomness, as a table
//
// Its tests are those of Tests/EventKernelTests, with as many numbers as one likes.

let words = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard words.count == 2 else {
    print("usage: random-battery NUMBERS SAMPLES")
    exit(64)
}
let report = BatteryReport(numbers: words[0], samples: words[1])
print("| numbers | test | probability |\n|---|---|---|")
for result in report.results {
    print("| \(result.source) | \(result.test) | \(Float(result.probability)) |")
}
print(
    "\nResults below 10^-5 or above 1 - 10^-5: \(report.suspicious.count) of \(report.results.count)."
)
print(
    "Probability that uniform numbers stray so far from a uniform law: \(Float(report.uniformity))."
)
exit(report.suspicious.isEmpty ? 0 : 1)
