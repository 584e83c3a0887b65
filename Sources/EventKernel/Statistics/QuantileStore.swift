/// All numbers of a batch in order, for exact quantiles.
///
/// It keeps every number, 8 bytes each: a million drills take 8 MB, which is less than their rows.
/// What it says does not depend on the order of numbers or of joins. Infinite numbers stand for what
/// never happened and take part.
public struct QuantileStore: Sendable {
    /// Numbers in ascending order -- state.
    private var numbers: [Double]

    /// Puts numbers in order.
    ///
    /// - Precondition: None is a NaN.
    /// - Complexity: O(*n* log *n*).
    public init(_ numbers: some Sequence<Double> = []) {
        // Zeros of both signs are equal, and which one came first must not show.
        self.numbers = numbers.map { $0 == 0 ? 0 : $0 }
        precondition(!self.numbers.contains { $0.isNaN }, "A NaN has no place in an order.")
        self.numbers.sort()
    }

    /// How many numbers there are.
    public var count: Int { numbers.count }

    /// Smallest number, or nil where there is none.
    public var smallest: Double? { numbers.first }

    /// Greatest number, or nil where there is none.
    public var greatest: Double? { numbers.last }

    /// Takes in all numbers of another store.
    ///
    /// - Complexity: O(*n* + *m*) for stores of *n* and *m* numbers.
    public mutating func merge(_ other: QuantileStore) {
        var merged: [Double] = []
        merged.reserveCapacity(count + other.count)
        var place = 0
        for number in numbers {
            while place < other.count, other.numbers[place] < number {
                merged.append(other.numbers[place])
                place += 1
            }
            merged.append(number)
        }
        merged.append(contentsOf: other.numbers[place...])
        numbers = merged
    }

    /// The smallest number that at least a share of the numbers do not exceed.
    ///
    /// The inverse of the empirical distribution, which needs no arithmetic on infinite numbers.
    ///
    /// - Parameter share: Share [0…1].
    /// - Returns: The number, or nil where there is none.
    public func quantile(_ share: Double) -> Double? {
        guard let place = Self.place(of: share, in: count) else { return nil }
        return numbers[place]
    }

    /// Returns the position of a quantile among a number of sorted numbers, or nil for none.
    public static func place(of share: Double, in count: Int) -> Int? {
        guard count > 0 else { return nil }
        let product = share * Double(count)
        // 0.05 of 100 is a little above 5, yet the fifth number is meant.
        let whole = Elementary.nearest(product)
        let isWhole = (product - whole).magnitude <= 0x1p-50 * whole
        let rank = isWhole ? whole : Elementary.ceil(product)
        return min(count, max(1, Int(rank))) - 1
    }

    /// The interval between two of the numbers that contains a quantile of their law.
    ///
    /// It holds for every law. The numbers below the quantile are binomial; each end is the innermost
    /// number that lies beyond it with at most half of the error that `confidence` leaves. Infinite
    /// where no number is far enough out.
    ///
    /// - Parameters:
    ///   - share: Share that belongs to the quantile, inside 0…1.
    ///   - confidence: Least share of such intervals that contain the true quantile, inside 0…1.
    /// - Returns: The interval.
    /// - Complexity: O(√*n* log *n*).
    public func interval(of share: Double, confidence: Double) -> ConfidenceInterval {
        let error = (1 - confidence) / 2
        // The number of rank r lies above the quantile when fewer than r lie at or below it.
        let low = Self.last(in: count) { rank in
            Self.probability(ofAtMost: rank - 1, share, of: count) <= error
        }
        // By symmetry, from the other end.
        let fromAbove = Self.last(in: count) { rank in
            Self.probability(ofAtMost: rank - 1, 1 - share, of: count) <= error
        }
        return ConfidenceInterval(
            low: low == 0 ? -.infinity : numbers[low - 1],
            high: fromAbove == 0 ? .infinity : numbers[count - fromAbove]
        )
    }

    /// The last rank from 1 to a count that satisfies a condition which, once broken, stays so; 0
    /// for none.
    private static func last(in count: Int, where isGood: (Int) -> Bool) -> Int {
        var good = 0
        var bad = count + 1
        while bad - good > 1 {
            let middle = good + (bad - good) / 2
            if isGood(middle) { good = middle } else { bad = middle }
        }
        return good
    }

    /// Probability that a binomial variable is at most a number below its trials.
    private static func probability(
        ofAtMost successes: Int,
        _ share: Double,
        of trials: Int
    ) -> Double {
        BetaLaw(Double(successes + 1), Double(trials - successes)).level(atMost: share).upper
    }
}
