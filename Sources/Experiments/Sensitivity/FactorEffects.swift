public import EventKernel

/// Main effects and interactions of factors, as differences under the same luck.
///
/// Every point of a design plays the same drills. For each drill an effect is a difference of means over
/// points, so that drills give independent, equally distributed values of it, whatever the law: their mean
/// has a Student interval, and common luck makes it narrow.
public struct FactorEffects: Sendable {
    /// A difference between levels of one factor, or how it differs with the level of another.
    public struct Effect: Equatable, Sendable {
        /// Numbers of one factor or of two.
        public let factors: [Int]
        /// Numbers of their levels, compared with the first levels.
        public let levels: [Int]
        /// Number of an earlier effect that this design cannot tell from it, or nil.
        public internal(set) var alias: Int?
    }

    /// Most effects that are estimated -- constant.
    public static let effectLimit = 5000

    /// Effects, single factors first.
    public private(set) var effects: [Effect] = []
    private var weights: [[Double]] = []
    /// Values of every effect.
    public private(set) var tallies: [Tally]
    /// Drills left out because something did not happen at some point.
    public private(set) var leftOut = 0

    /// Prepares to estimate effects.
    ///
    /// - Parameters:
    ///   - levels: Number of levels of every factor.
    ///   - points: Numbers of levels, factor by factor, of every point.
    public init(levels: [Int], points: [[Int]]) {
        tallies = []
        for factor in levels.indices {
            for level in 1..<max(1, levels[factor]) { add([factor], [level], points) }
        }
        for first in levels.indices {
            for second in levels.indices where second > first {
                for one in 1..<max(1, levels[first]) {
                    for two in 1..<max(1, levels[second]) where effects.count < Self.effectLimit {
                        add([first, second], [one, two], points)
                    }
                }
            }
        }
        tallies = Array(repeating: Tally(), count: effects.count)
    }

    /// Adds an effect unless a level or a combination of levels has no point.
    private mutating func add(_ factors: [Int], _ levels: [Int], _ points: [[Int]]) {
        guard let weights = Self.weights(factors, levels, points) else { return }
        var effect = Effect(factors: factors, levels: levels)
        let negative = weights.map { -$0 }
        effect.alias = self.weights.firstIndex {
            Self.areEqual($0, weights) || Self.areEqual($0, negative)
        }
        if factors.count == 2, effect.alias == nil {
            // Interactions of two levels are halved contrasts of main effects; compare by direction.
            let half = weights.map { $0 / 2 }
            effect.alias = self.weights.firstIndex {
                Self.areEqual($0, half) || Self.areEqual($0, half.map { -$0 })
            }
        }
        effects.append(effect)
        self.weights.append(weights)
    }

    private static func areEqual(_ one: [Double], _ two: [Double]) -> Bool {
        zip(one, two).allSatisfy { ($0 - $1).magnitude < 1e-9 }
    }

    private static func weights(
        _ factors: [Int],
        _ levels: [Int],
        _ points: [[Int]]
    ) -> [Double]? {
        /// Cells of the difference: which factors stand at their level, and with what sign.
        let cells: [([Bool], Double)] =
            factors.count == 1
            ? [([true], 1), ([false], -1)]
            : [
                ([true, true], 1), ([true, false], -1), ([false, true], -1), ([false, false], 1),
            ]
        var weights = Array(repeating: 0.0, count: points.count)
        for (isAtLevel, sign) in cells {
            let members = points.indices.filter { point in
                factors.indices.allSatisfy { place in
                    points[point][factors[place]] == (isAtLevel[place] ? levels[place] : 0)
                }
            }
            guard !members.isEmpty else { return nil }
            for member in members { weights[member] += sign / Double(members.count) }
        }
        return weights
    }

    /// Takes in the values of one drill, point by point.
    public mutating func add(_ values: [Double]) {
        guard values.allSatisfy({ $0.isFinite }) else {
            leftOut += 1
            return
        }
        for index in effects.indices {
            var sum = 0.0
            for (weight, value) in zip(weights[index], values) { sum += weight * value }
            tallies[index].add(sum)
        }
    }
}
