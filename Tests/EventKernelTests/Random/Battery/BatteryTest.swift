import EventKernel

/// Tests of randomness, each of which gives one probability.
///
/// Knuth, "The Art of Computer Programming", volume 2, 3.3.2, and Marsaglia and Tsang (2002) for
/// birthday spacings.
enum BatteryTest: String, CaseIterable, Sendable {
    case highBits = "upper 8 bits equally likely"
    case lowBits = "lower 8 bits equally likely"
    case serial = "pairs of upper 5 bits equally likely"
    case ones = "ones and zeros in 64 bits"
    case correlation = "correlation with the next"
    case farCorrelation = "correlation with the next but 15"
    case runs = "runs above and below the median"
    case gaps = "gaps between visits to a tenth"
    case permutations = "orders of four"
    case maxima = "largest of eight"
    case collisions = "collisions of upper 30 bits"
    case birthdays = "birthday spacings"

    /// Probability of a result as extreme as this one or more so, if the numbers are random; itself
    /// uniform then.
    func probability(_ numbers: [UInt64]) -> Double {
        switch self {
        case .highBits: Self.cells(numbers.map { Int($0 >> 56) }, 256)
        case .lowBits: Self.cells(numbers.map { Int($0 & 255) }, 256)
        case .serial: Self.cells(Self.groups(numbers, 2) { $0.map { Int($0 >> 59) } }, 1024)
        case .ones: Self.ones(numbers)
        case .correlation: Self.correlation(numbers, distance: 1)
        case .farCorrelation: Self.correlation(numbers, distance: 16)
        case .runs: Self.runs(numbers)
        case .gaps: Self.gaps(numbers)
        case .permutations: Self.cells(Self.groups(numbers, 4, Self.order), 24)
        case .maxima: Self.maxima(numbers)
        case .collisions: Self.collisions(numbers)
        case .birthdays: Self.birthdays(numbers)
        }
    }

    // Laws of the results.

    /// Upper probability of chi-square.
    static func chiSquare(_ counts: [Int], expecting shares: [Double]) -> Double {
        let total = Double(counts.reduce(0, +))
        var sum = 0.0
        for (count, share) in zip(counts, shares) {
            let distance = Double(count) - total * share
            sum += distance * distance / (total * share)
        }
        let law = Distribution.gamma(shape: Double(counts.count - 1) / 2, scale: 2)
        return 1 - law.probability(atMost: sum)
    }

    /// Upper probability of a count that is rare among many, halfway into its own probability.
    static func rare(_ count: Int, mean: Double) -> Double {
        let law = Distribution.poisson(mean: mean)
        let here = law.probability(atMost: Double(count))
        return 1 - (here + law.probability(atMost: Double(count) - 1)) / 2
    }

    static func normal(_ distance: Double) -> Double { Elementary.normalCDF(-distance) }

    /// Chi-square of equally likely cells.
    private static func cells(_ places: [Int], _ count: Int) -> Double {
        var counts = [Int](repeating: 0, count: count)
        for place in places { counts[place] += 1 }
        return chiSquare(counts, expecting: [Double](repeating: 1 / Double(count), count: count))
    }

    /// Cells of groups of numbers that follow each other.
    private static func groups(
        _ numbers: [UInt64],
        _ size: Int,
        _ digits: ([UInt64]) -> [Int]
    ) -> [Int] {
        stride(from: 0, through: numbers.count - size, by: size).map { start in
            digits(Array(numbers[start..<(start + size)])).reduce(0) { 32 * $0 + $1 }
        }
    }
}

// The tests.

extension BatteryTest {
    private static func ones(_ numbers: [UInt64]) -> Double {
        // Classes by the number of ones, the rare ends put together.
        var shares = [Double](repeating: 0, count: 65)
        for count in 0...64 { shares[count] = binomial(64, count) }
        var counts = [Int](repeating: 0, count: 65)
        for number in numbers { counts[number.nonzeroBitCount] += 1 }
        let middle = 22...42
        let joined = { (values: [Int]) in
            [values[..<22].reduce(0, +)] + values[middle] + [values[43...].reduce(0, +)]
        }
        let tails = shares[..<22].reduce(0, +)
        return chiSquare(joined(counts), expecting: [tails] + shares[middle] + [tails])
    }

    private static func binomial(_ trials: Int, _ count: Int) -> Double {
        let law = Distribution.binomial(trials: trials, probability: 0.5)
        return law.probability(atMost: Double(count)) - law.probability(atMost: Double(count) - 1)
    }

    private static func uniform(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }

    private static func correlation(_ numbers: [UInt64], distance: Int) -> Double {
        var sum = 0.0
        for (left, right) in zip(numbers, numbers.dropFirst(distance)) {
            sum += (uniform(left) - 0.5) * (uniform(right) - 0.5)
        }
        return normal(12 * sum / Double(numbers.count - distance).squareRoot())
    }

    private static func runs(_ numbers: [UInt64]) -> Double {
        var changes = 0
        for (left, right) in zip(numbers, numbers.dropFirst()) where (left ^ right) >> 63 == 1 {
            changes += 1
        }
        let pairs = Double(numbers.count - 1)
        return normal((Double(changes) - pairs / 2) / (pairs.squareRoot() / 2))
    }

    private static func gaps(_ numbers: [UInt64]) -> Double {
        let longest = 40
        var counts = [Int](repeating: 0, count: longest + 1)
        var gap = 0
        for number in numbers {
            if uniform(number) < 0.1 {
                counts[min(gap, longest)] += 1
                gap = 0
            } else {
                gap += 1
            }
        }
        var shares = (0..<longest).map { 0.1 * Elementary.pow(0.9, Double($0)) }
        shares.append(Elementary.pow(0.9, Double(longest)))
        return chiSquare(counts, expecting: shares)
    }

    /// Number of the order of four numbers, from 0 to 23.
    private static func order(_ four: [UInt64]) -> [Int] {
        var place = 0
        for (index, number) in four.enumerated() {
            place = place * (index + 1) + four[..<index].count { $0 > number }
        }
        return [place]
    }

    private static func maxima(_ numbers: [UInt64]) -> Double {
        // The eighth power of the largest of eight is uniform again.
        let places = stride(from: 0, through: numbers.count - 8, by: 8).map { start in
            let largest = uniform(numbers[start..<(start + 8)].max() ?? 0)
            return min(63, Int(64 * Elementary.pow(largest, 8)))
        }
        return cells(places, 64)
    }

    private static func collisions(_ numbers: [UInt64]) -> Double {
        let balls = numbers.map { $0 >> 34 }.sorted()
        let collisions = zip(balls, balls.dropFirst()).count { $0 == $1 }
        let count = Double(balls.count)
        return rare(collisions, mean: count * (count - 1) / 2 * 0x1p-30)
    }

    /// Equal spacings between 2^12 birthdays in a year of 2^32 days; Poisson with mean 4.
    private static func birthdays(_ numbers: [UInt64]) -> Double {
        var equal = 0
        var years = 0
        for start in stride(from: 0, through: numbers.count - 4096, by: 4096) {
            let days = numbers[start..<(start + 4096)].map { $0 >> 32 }.sorted()
            let spacings = zip(days, days.dropFirst()).map { $1 - $0 }.sorted()
            equal += zip(spacings, spacings.dropFirst()).count { $0 == $1 }
            years += 1
        }
        return rare(equal, mean: 4 * Double(years))
    }
}
