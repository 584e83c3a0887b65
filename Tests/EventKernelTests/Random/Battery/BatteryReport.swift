import EventKernel

/// All tests of the battery on all sources.
struct BatteryReport {
    /// Result of one test.
    struct Result {
        let source: String
        let test: String
        /// Probability of a result as extreme, uniform for random numbers.
        let probability: Double
    }

    let results: [Result]

    /// Plays the battery with so many numbers of each source and samples of each flipped bit.
    init(numbers: Int, samples: Int) {
        var results: [Result] = []
        for source in NumberSource.allCases {
            let bits = source.bits(numbers)
            for test in BatteryTest.allCases {
                let probability = test.probability(bits)
                results.append(
                    Result(source: source.rawValue, test: test.rawValue, probability: probability)
                )
            }
        }
        for key in Avalanche.allCases {
            let probability = key.probability(samples: samples)
            results.append(
                Result(
                    source: "one bit of the \(key.rawValue) flipped",
                    test: "every bit of the draw changes in half of the cases",
                    probability: probability
                )
            )
        }
        self.results = results
    }

    /// Results that random numbers would hardly give: less than once in 10^5 on either side.
    var suspicious: [Result] {
        results.filter { !($0.probability > 1e-5 && $0.probability < 1 - 1e-5) }
    }

    /// Probability that so many uniform numbers depart so far from a uniform law, after Kolmogorov.
    var uniformity: Double {
        let sorted = results.map(\.probability).sorted()
        let count = Double(sorted.count)
        var distance = 0.0
        for (rank, value) in sorted.enumerated() {
            distance = max(distance, Double(rank + 1) / count - value, value - Double(rank) / count)
        }
        let root = count.squareRoot()
        let scaled = (root + 0.12 + 0.11 / root) * distance
        var sum = 0.0
        for term in 1...100 {
            let power = Elementary.exp(-2 * Double(term * term) * scaled * scaled)
            sum += (term % 2 == 1 ? 2 : -2) * power
        }
        return min(1, max(0, sum))
    }
}
