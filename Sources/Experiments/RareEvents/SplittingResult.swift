public import EventKernel

/// What splitting has shown.
public struct SplittingResult: Sendable {
    /// How likely a level is reached.
    public struct Level: Sendable {
        /// Value of the measure.
        public let value: Int
        /// Estimate of the probability, with its spread from drill to drill.
        public let tally: Tally
        /// Drills of which a branch reached it.
        public let drills: Int

        /// Standard error of the estimate.
        public var standardError: Double {
            (tally.variance / Double(max(1, tally.count))).squareRoot()
        }

        /// Estimate of the probability [0…1].
        public var probability: Double { tally.mean }

        /// Interval of the probability [0…1].
        ///
        /// After Student over the drills; where none of them reached the level, or all of their branches did,
        /// after Wilson for none or all of the drills.
        public func interval(confidence: Double) -> ConfidenceInterval {
            guard tally.variance > 0, let interval = tally.meanInterval(confidence: confidence)
            else {
                return Wilson.interval(
                    successes: drills,
                    trials: tally.count,
                    confidence: confidence
                )
            }
            return ConfidenceInterval(low: max(0, interval.low), high: min(1, interval.high))
        }

        /// Drills played plainly that would know the probability as well; nil where all drills say the same.
        public var plainDrills: Double? {
            guard tally.variance > 0 else { return nil }
            return probability * (1 - probability) * Double(tally.count) / tally.variance
        }
    }

    /// The levels, rising.
    public let levels: [Level]
    /// Drills that were begun.
    public let drills: Int
    /// Events of all branches over those of a drill played plainly: as many such drills cost as much.
    public let work: Double
    /// Branches that lost or made somebody or something; none where all is well.
    public let failures: Int

    init(_ splitting: Splitting, _ drills: [SplitDrill]) {
        self.drills = drills.count
        failures = drills.reduce(0) { $0 + $1.failures }
        let events = drills.reduce(0) { $0 + $1.events }
        let plain = drills.reduce(0) { $0 + $1.plainEvents }
        work = Double(events) * Double(drills.count) / Double(max(1, plain))
        levels = splitting.levels.enumerated().map { index, value in
            var tally = Tally()
            for drill in drills { tally.add(drill.shares[index]) }
            let reached = drills.count { $0.shares[index] > 0 }
            return Level(value: value, tally: tally, drills: reached)
        }
    }
}
