import EventKernel

/// How often a statement with a stated confidence came true, over many repetitions with known truth.
public struct Trial: Sendable {
    /// What was tried.
    public let name: String
    /// Repetitions.
    public let repetitions: Int
    /// Repetitions in which the statement was true.
    public let hits: Int
    /// How the observed share is judged.
    public let demand: Demand

    /// What is demanded of the observed share.
    public enum Demand: Sendable {
        /// Within 4 standard errors of the exact coverage of the method.
        case exactly(Double)
        /// At least a share, less 4 standard errors.
        case atLeast(Double)
        /// At least a share, as observed.
        case surely(Double)
    }

    /// Observed share.
    public var share: Double { Double(hits) / Double(repetitions) }

    /// Standard error of a share that is so in truth.
    private func error(_ share: Double) -> Double {
        (share * (1 - share) / Double(repetitions)).squareRoot()
    }

    /// Whether the demand is met.
    public var isWell: Bool {
        switch demand {
        case .exactly(let exact): (share - exact).magnitude <= 4 * error(exact)
        case .atLeast(let least): share >= least - 4 * error(least)
        case .surely(let least): share >= least
        }
    }

    /// Repeats something.
    ///
    /// - Parameters:
    ///   - name: What is tried.
    ///   - repetitions: How often.
    ///   - demand: What is demanded.
    ///   - isTrue: Tells with luck of its own whether the statement is true.
    public init(
        _ name: String,
        _ repetitions: Int,
        _ demand: Demand,
        _ isTrue: (inout Luck) -> Bool
    ) {
        self.name = name
        self.repetitions = repetitions
        self.demand = demand
        hits = (0..<repetitions).count { repetition in
            var luck = Luck(name, repetition)
            return isTrue(&luck)
        }
    }
}

/// Luck of one repetition.
public struct Luck {
    private var stream: RandomStream

    init(_ name: String, _ repetition: Int) {
        let key = DrillKey(seed: 8, drill: UInt64(repetition))
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        stream = RandomStream(key, purpose: 1, entity: hash)
    }

    /// A number uniform on [0, 1).
    public mutating func uniform() -> Double { stream.uniform() }

    /// A standard normal number.
    public mutating func normal() -> Double {
        Elementary.normalQuantile(max(0x1p-54, stream.uniform()))
    }

    /// An exponential number of mean 1.
    public mutating func exponential() -> Double { -Elementary.log1p(-stream.uniform()) }

    /// So many numbers.
    public mutating func many(_ count: Int, _ next: (inout Luck) -> Double) -> [Double] {
        (0..<count).map { _ in next(&self) }
    }
}
