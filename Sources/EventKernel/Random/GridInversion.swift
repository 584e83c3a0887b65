/// Inverse of a distribution function on positive numbers, by search on a grid.
///
/// Newton's method alone would leave noise in the last digits, and a larger probability could give
/// a smaller number. Here it only finds the neighbourhood. The grid are the doubles of 26 binary
/// digits; from one to the next the function rises by far more than its own error, so the cell that
/// holds a level is beyond doubt, and the line through the cell's ends never falls.
enum GridInversion {
    /// Digits that grid numbers lack.
    @inline(__always) private static var shift: UInt64 { 27 }

    @inline(__always)
    private static func number(_ cell: UInt64) -> Double {
        Double(bitPattern: cell << shift)
    }

    /// Finds the number at a level.
    ///
    /// - Parameters:
    ///   - level: The level, neither 0 nor 1.
    ///   - guess: A positive number near the solution, the nearer the faster.
    ///   - levelAt: Level of a positive number.
    /// - Returns: The number to about 48 digits.
    /// - Complexity: Two evaluations where the guess is within a cell.
    static func solve(
        _ level: Level,
        near guess: Double,
        _ levelAt: (Double) -> Level
    ) -> Double {
        var low = max(min(guess, 0x1p1000), 0x1p-1000).bitPattern >> shift
        var high = low + 1
        var lowLevel = levelAt(number(low))
        var highLevel = levelAt(number(high))
        var step: UInt64 = 1
        while !lowLevel.isBelow(level), low > step {
            (high, highLevel) = (low, lowLevel)
            low -= step
            step *= 2
            lowLevel = levelAt(number(low))
        }
        while highLevel.isBelow(level), number(high) < 0x1p1000 {
            (low, lowLevel) = (high, highLevel)
            high += step
            step *= 2
            highLevel = levelAt(number(high))
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            let middleLevel = levelAt(number(middle))
            if middleLevel.isBelow(level) {
                (low, lowLevel) = (middle, middleLevel)
            } else {
                (high, highLevel) = (middle, middleLevel)
            }
        }
        let share = share(of: level, from: lowLevel, to: highLevel)
        return number(low) + (number(high) - number(low)) * share
    }

    /// How far a level lies from one to another [0…1], by the side that has the digits.
    private static func share(of level: Level, from low: Level, to high: Level) -> Double {
        let share =
            high.isInLowerHalf
            ? (level.lower - low.lower) / (high.lower - low.lower)
            : (low.upper - level.upper) / (low.upper - high.upper)
        return min(1, max(0, share))
    }
}
