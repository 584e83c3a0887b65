public import EventKernel

/// Spends a given number of drills so that the best of several alternatives is most surely told.
///
/// Optimal computing budget allocation (OCBA) of Chen, Lin, Yücesan and Chick (2000). Smaller is better.
public enum BudgetAllocation {
    /// Returns how many drills each alternative should have of a total.
    ///
    /// - Parameters:
    ///   - tallies: Values so far, at least two of each.
    ///   - total: Drills altogether.
    /// - Returns: Drills of every alternative, rounded down, at least those it has.
    public static func shares(_ tallies: [Tally], total: Int) -> [Int] {
        let best = self.best(tallies)
        var ratios = Array(repeating: 0.0, count: tallies.count)
        // Equal means would ask for all drills at once.
        let floor = tallies.map { $0.standardDeviation }.max().map { $0 * 1e-3 } ?? 0
        for (index, tally) in tallies.enumerated() where index != best {
            let distance = max(tally.mean - tallies[best].mean, floor, .leastNormalMagnitude)
            ratios[index] = tally.variance / (distance * distance)
        }
        var sum = 0.0
        for (index, tally) in tallies.enumerated() where index != best && tally.variance > 0 {
            sum += ratios[index] * ratios[index] / tally.variance
        }
        ratios[best] = (tallies[best].variance * sum).squareRoot()
        let all = ratios.reduce(0, +)
        return zip(ratios, tallies).map { ratio, tally in
            let share = all > 0 ? ratio / all : 1 / Double(tallies.count)
            return max(tally.count, Int(share * Double(total)))
        }
    }

    /// Returns the alternative with the smallest mean.
    ///
    /// - Precondition: There is one.
    public static func best(_ tallies: [Tally]) -> Int {
        tallies.indices.min { tallies[$0].mean < tallies[$1].mean } ?? 0
    }

    /// Returns a lower bound of the probability that the alternative with the smallest mean is the best, or
    /// worse than it by less than an indifference; after Bonferroni, for values that are nearly normal.
    public static func probabilityOfGoodSelection(
        _ tallies: [Tally],
        indifference: Double
    ) -> Double {
        let best = self.best(tallies)
        var errors = 0.0
        for (index, tally) in tallies.enumerated() where index != best {
            let variance =
                tally.variance / Double(max(1, tally.count))
                + tallies[best].variance / Double(max(1, tallies[best].count))
            let distance = tally.mean - tallies[best].mean + indifference
            errors += variance > 0 ? Elementary.normalCDF(-distance / variance.squareRoot()) : 0
        }
        return max(0, 1 - errors)
    }
}

/// Alternatives that no other one beats in everything.
public enum ParetoFront {
    /// Returns the alternatives for which no other is at least as good in everything and better in
    /// something; smaller is better.
    ///
    /// - Parameter values: Values of every alternative, one an aim.
    /// - Returns: Their numbers, ascending.
    public static func members(_ values: [[Double]]) -> [Int] {
        values.indices.filter { one in
            !values.indices.contains { dominates(values[$0], values[one]) }
        }
    }

    private static func dominates(_ one: [Double], _ other: [Double]) -> Bool {
        zip(one, other).allSatisfy { $0 <= $1 } && zip(one, other).contains { $0 < $1 }
    }
}
