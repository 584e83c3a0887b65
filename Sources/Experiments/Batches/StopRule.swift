import EventKernel
public import Scoring

/// When a batch knows enough: precisions that are wanted of several numbers at once.
///
/// The rule looks at fixed numbers of drills only: at the minimum, and from there on always a twentieth
/// further. It stops when all precisions hold at three looks in a row, so that a lucky moment does not
/// end a batch (a look-ahead as proposed by Hoad, Robinson and Davies, 2010), or at the maximum. What
/// it decides follows from the rows in their order, never from threads or time.
public struct StopRule: Sendable {
    /// A number that is estimated.
    public enum Quantity: Equatable, Sendable {
        /// Mean of a measure over the drills in which it happened.
        case mean(Measure)
        /// Probability that a goal is kept, by its number in the scenario.
        case goal(Int)
    }

    /// A precision that is wanted.
    public struct Target: Equatable, Sendable {
        /// What is estimated.
        public let quantity: Quantity
        /// Largest half-width of the interval: in the unit of the quantity, or as a share of its mean.
        public let halfWidth: Double
        /// Whether the half-width is a share of the mean.
        public let isRelative: Bool

        /// Creates a target.
        public init(_ quantity: Quantity, halfWidth: Double, isRelative: Bool) {
            self.quantity = quantity
            self.halfWidth = halfWidth
            self.isRelative = isRelative
        }
    }

    /// Precisions that are wanted.
    public let targets: [Target]
    /// Confidence of every interval, inside 0…1.
    public let confidence: Double
    /// Looks in a row at which all targets must hold -- constant.
    static let looksInARow = 3

    private let goals: [Goal]
    private var tallies: [Tally]
    private var kept: [Int]
    private var count = 0
    private var nextLook: Int
    private var looksHeld = 0
    /// Whether the batch knows enough.
    public private(set) var isMet = false

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - targets: Precisions that are wanted, at least one.
    ///   - confidence: Confidence of every interval, inside 0…1.
    ///   - minimum: Drills before the first look, at least 2.
    ///   - goals: Goals of the scenario.
    public init(_ targets: [Target], confidence: Double, minimum: Int, goals: [Goal]) {
        self.targets = targets
        self.confidence = confidence
        self.goals = goals
        nextLook = max(2, minimum)
        tallies = Array(repeating: Tally(), count: targets.count)
        kept = Array(repeating: 0, count: targets.count)
    }

    /// Takes in the values of the next drill.
    ///
    /// - Returns: Whether the batch knows enough now.
    public mutating func add(_ values: MeasureValues) -> Bool {
        guard !isMet else { return true }
        count += 1
        for (index, target) in targets.enumerated() {
            switch target.quantity {
            case .mean(let measure):
                if values[measure].isFinite { tallies[index].add(values[measure]) }
            case .goal(let number):
                let goal = goals[number]
                if goal.isMet(by: values[goal.measure]) { kept[index] += 1 }
            }
        }
        if count == nextLook { look() }
        return isMet
    }

    private mutating func look() {
        let holds = targets.indices.allSatisfy { ratio(of: $0) <= 1 }
        looksHeld = holds ? looksHeld + 1 : 0
        isMet = looksHeld >= Self.looksInARow
        nextLook += (nextLook + 19) / 20
    }

    /// Half-width of the interval of every target over the one that is wanted, at most 1 where it is
    /// reached; infinite where nothing can be said yet.
    public var ratios: [Double] { targets.indices.map { ratio(of: $0) } }

    private func ratio(of index: Int) -> Double {
        let target = targets[index]
        switch target.quantity {
        case .goal:
            let interval = Wilson.interval(
                successes: kept[index],
                trials: count,
                confidence: confidence
            )
            let share = Double(kept[index]) / Double(max(1, count))
            let unit = target.isRelative ? share : 1
            return Self.ratio(interval.halfWidth, target.halfWidth * unit)
        case .mean:
            let tally = tallies[index]
            guard let interval = tally.meanInterval(confidence: confidence) else {
                return .infinity
            }
            if tally.variance == 0 { return ratioWithoutSpread(target) }
            let unit = target.isRelative ? tally.mean.magnitude : 1
            return Self.ratio(interval.halfWidth, target.halfWidth * unit)
        }
    }

    /// Equal numbers say little about rare ones: of *n* equal drills, at most 3/*n* of all differ with
    /// 95 % confidence (rule of three), which shall be no more than the share that is wanted.
    private func ratioWithoutSpread(_ target: Target) -> Double {
        let share = target.isRelative ? target.halfWidth : 0.01
        return Self.ratio(3 / Double(count), share)
    }

    private static func ratio(_ found: Double, _ wanted: Double) -> Double {
        wanted > 0 ? found / wanted : (found == 0 ? 0 : .infinity)
    }
}
