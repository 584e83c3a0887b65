import EventKernel

/// What random numbers of experiments decide; drills have purposes and keys of their own.
enum ExperimentPurpose: UInt16 {
    case latinHypercube = 1
    case jitter = 2
    case morris = 3
    case bootstrap = 4

    /// Makes the stream of this purpose for one of several things.
    func stream(seed: UInt64, _ entity: Int) -> RandomStream {
        // No batch plays a drill of this number.
        let key = DrillKey(seed: seed, drill: .max)
        return RandomStream(key, purpose: rawValue, entity: UInt64(entity))
    }
}

/// Latin hypercube of McKay, Beckman and Conover (1979).
public enum LatinHypercube {
    /// Returns points in the unit cube: in every dimension each of as many equal strata as there are
    /// points holds one of them, at a random place within.
    ///
    /// - Parameters:
    ///   - count: Points, at least 1.
    ///   - dimensions: Dimensions.
    ///   - seed: Seed of all luck.
    /// - Returns: The points.
    public static func points(_ count: Int, dimensions: Int, seed: UInt64) -> [[Double]] {
        var points = Array(repeating: [Double](), count: count)
        for dimension in 0..<dimensions {
            var order = Array(0..<count)
            var luck = ExperimentPurpose.latinHypercube.stream(seed: seed, dimension)
            luck.shuffle(&order)
            var jitter = ExperimentPurpose.jitter.stream(seed: seed, dimension)
            for (point, stratum) in order.enumerated() {
                points[point].append((Double(stratum) + jitter.uniform()) / Double(count))
            }
        }
        return points
    }
}
