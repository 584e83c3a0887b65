public import EventKernel

/// Trajectories of Morris (1991): which factors matter at all, from few points.
///
/// Each begins at a random point of a grid and changes one factor at a time, in random order, by half of
/// the grid and a step. What changes then is an elementary effect.
public struct MorrisDesign: Sendable {
    /// Levels of the grid, even -- constant.
    public static let levels = 4

    /// Points in the unit cube, trajectory after trajectory, each with one point more than factors.
    public let points: [[Double]]
    /// Factors.
    public let factors: Int

    /// Draws trajectories.
    public init(trajectories: Int, factors: Int, seed: UInt64) {
        self.factors = factors
        let step = Double(Self.levels) / Double(2 * (Self.levels - 1))
        points = (0..<trajectories).flatMap { trajectory in
            var luck = ExperimentPurpose.morris.stream(seed: seed, trajectory)
            return Self.trajectory(factors: factors, step: step, &luck)
        }
    }

    private static func trajectory(
        factors: Int,
        step: Double,
        _ luck: inout RandomStream
    ) -> [[Double]] {
        var point: [Double] = []
        var directions: [Double] = []
        for _ in 0..<factors {
            // Half of the grid's levels can be gone up from; from their mirror images one goes down.
            let level = luck.whole(below: UInt64(levels / 2))
            let start = Double(level) / Double(levels - 1)
            let goesUp = luck.uniform() < 0.5
            point.append(goesUp ? start : start + step)
            directions.append(goesUp ? step : -step)
        }
        var order = Array(0..<factors)
        luck.shuffle(&order)
        var points = [point]
        for factor in order {
            point[factor] += directions[factor]
            points.append(point)
        }
        return points
    }

    /// Returns the elementary effects of every factor, trajectory after trajectory, for values in the
    /// order of the points; nothing for trajectories in which a value is not finite.
    public func effects(_ values: [Double]) -> [[Double]] {
        var effects = Array(repeating: [Double](), count: factors)
        let length = factors + 1
        for start in stride(from: 0, to: points.count, by: length)
        where values[start..<start + length].allSatisfy({ $0.isFinite }) {
            for place in start + 1..<start + length {
                for factor in 0..<factors where points[place][factor] != points[place - 1][factor] {
                    let distance = points[place][factor] - points[place - 1][factor]
                    effects[factor].append((values[place] - values[place - 1]) / distance)
                }
            }
        }
        return effects
    }
}

/// What elementary effects say of one factor.
public struct MorrisSummary: Sendable {
    /// Mean effect over the whole range of the factor.
    public let mean: Double
    /// Mean of the magnitudes (Campolongo, Cariboni and Saltelli, 2007): how much it matters.
    public let meanMagnitude: Double
    /// Interval of the mean of the magnitudes with 95 %, by Student; nil for fewer than two.
    public let interval: ConfidenceInterval?
    /// Standard deviation of the effects: how much it bends or interacts.
    public let standardDeviation: Double

    /// Sums up effects.
    public init(_ effects: [Double]) {
        var (all, magnitudes) = (Tally(), Tally())
        for effect in effects {
            all.add(effect)
            magnitudes.add(effect.magnitude)
        }
        mean = all.mean
        meanMagnitude = magnitudes.mean
        interval = magnitudes.meanInterval(confidence: 0.95)
        standardDeviation = all.standardDeviation
    }
}
