import EventKernel

/// Points from which shares of the variance are estimated after Saltelli (2010).
///
/// Two independent halves A and B of a Sobol sequence, and for every factor A with that factor's values
/// taken from B. Blocks of A, one block a factor, and B follow each other for every base point.
public struct SobolDesign: Sendable {
    /// Points in the unit cube.
    public let points: [[Double]]
    /// Factors.
    public let factors: Int
    /// Base points.
    public let base: Int

    /// Makes the points.
    ///
    /// - Parameters:
    ///   - base: Base points, best a power of two; there are `factors` + 2 times as many points.
    ///   - factors: Factors, 1 to 64.
    public init(base: Int, factors: Int) {
        self.base = base
        self.factors = factors
        var sequence = SobolSequence(dimensions: 2 * factors)
        // The first points lie on the edges and repeat themselves in both halves.
        var skipped = 16
        while skipped < base { skipped *= 2 }
        for _ in 0..<skipped { _ = sequence.next() }
        points = (0..<base).flatMap { _ in
            let both = sequence.next()
            let (a, b) = (Array(both[..<factors]), Array(both[factors...]))
            let mixed = (0..<factors).map { factor in
                var point = a
                point[factor] = b[factor]
                return point
            }
            return [a] + mixed + [b]
        }
    }

    /// Returns the indices of every factor for values in the order of the points.
    ///
    /// - Parameters:
    ///   - values: Values; base points with one that is not finite are left out.
    ///   - resamples: Bootstrap samples for the intervals, at least 2.
    ///   - seed: Seed of all luck.
    /// - Returns: Indices; nil where the values do not vary.
    public func indices(_ values: [Double], resamples: Int, seed: UInt64) -> [SobolIndex]? {
        let length = factors + 2
        let blocks = stride(from: 0, to: values.count, by: length)
            .map { Array(values[$0..<$0 + length]) }
            .filter { $0.allSatisfy { $0.isFinite } }
        guard let whole = estimates(blocks, Array(blocks.indices)) else { return nil }
        var luck = ExperimentPurpose.bootstrap.stream(seed: seed, 0)
        var tallies = Array(repeating: (first: Tally(), total: Tally()), count: factors)
        for _ in 0..<resamples {
            let chosen = blocks.indices.map { _ in Int(luck.whole(below: UInt64(blocks.count))) }
            guard let sample = estimates(blocks, chosen) else { continue }
            for factor in 0..<factors {
                tallies[factor].first.add(sample[factor].first)
                tallies[factor].total.add(sample[factor].total)
            }
        }
        let reach = Elementary.normalQuantile(0.975)
        return zip(whole, tallies).map { index, tally in
            SobolIndex(
                first: index.first,
                firstHalfWidth: reach * tally.first.standardDeviation,
                total: index.total,
                totalHalfWidth: reach * tally.total.standardDeviation
            )
        }
    }

    /// Estimates the shares from chosen base points.
    ///
    /// Estimators of Saltelli et al. (2010), table 2: (b) for the first order, (f) after Jansen for the
    /// total, with values centred beforehand.
    private func estimates(
        _ blocks: [[Double]],
        _ chosen: [Int]
    ) -> [(first: Double, total: Double)]? {
        var both = Tally()
        for place in chosen {
            both.add(blocks[place][0])
            both.add(blocks[place][factors + 1])
        }
        let variance = both.variance * Double(both.count - 1) / Double(max(1, both.count))
        guard both.count > 2, variance > 0 else { return nil }
        return (1...factors).map { factor in
            var (first, total) = (0.0, 0.0)
            for place in chosen {
                let block = blocks[place]
                let change = block[factor] - block[0]
                first += (block[factors + 1] - both.mean) * change
                total += change * change
            }
            let count = Double(chosen.count)
            return (first / count / variance, total / (2 * count) / variance)
        }
    }
}

/// Shares of the variance that one factor explains.
public struct SobolIndex: Sendable {
    /// Share that it explains alone [0…1].
    public let first: Double
    /// Half-width of the 95 % interval of the share, by bootstrap.
    public let firstHalfWidth: Double
    /// Share that it explains alone and together with others [0…1].
    public let total: Double
    /// Half-width of the 95 % interval of the total share, by bootstrap.
    public let totalHalfWidth: Double
}
