/// Search for a good combination of levels by exchanging one at a time (交换搜索).
///
/// The method of Teitz and Bart (1968) for placing stations: starting somewhere, one thing after another is
/// put wherever it does best while all others stay where they are, until a whole round changes nothing.
/// With a place, a threshold or a plan as the levels of a factor it serves for all of them. It needs about
/// (sum of the levels) × rounds combinations instead of their product; what it ends at is best among all
/// that differ from it in one factor, which need not be the best of all.
///
/// Which level does best is for somebody else to decide, since values are noisy: the search says what to
/// compare and takes in what was chosen. When each choice is right with probability 1 − α / factors, all
/// choices of one round are right with 1 − α together (Bonferroni). A search that goes many rounds has as
/// many chances to end too early.
public struct ExchangeSearch: Sendable {
    /// One thing moved.
    public struct Move: Hashable, Sendable {
        /// Factor that was changed.
        public let factor: Int
        /// Its level before.
        public let from: Int
        /// Its level from then on.
        public let to: Int
    }

    private let counts: [Int]
    /// Levels now -- state.
    public private(set) var point: [Int]
    /// Factor whose levels are to be compared -- state.
    public private(set) var factor = 0
    /// What was changed so far -- state.
    public private(set) var moves: [Move] = []
    /// Whether points that are about as good were left and found again, at which it ended -- state.
    public private(set) var isCircling = false

    /// Choices in a row that changed nothing.
    private var kept = 0
    private var visited: [[Int]]

    /// Begins at the first level of every factor.
    ///
    /// - Parameter counts: Levels of every factor, at least one each.
    public init(_ counts: [Int]) {
        precondition(!counts.isEmpty && counts.allSatisfy { $0 > 0 }, "Every factor has a level.")
        self.counts = counts
        point = counts.map { _ in 0 }
        visited = [point]
    }

    /// Whether no factor is left whose exchange could be better.
    public var isOver: Bool { isCircling || kept >= counts.count }

    /// Points to be compared now: all levels of the present factor, in order.
    public var candidates: [[Int]] {
        (0..<counts[factor]).map { level in
            var candidate = point
            candidate[factor] = level
            return candidate
        }
    }

    /// Takes in which of the candidates is best.
    public mutating func choose(_ level: Int) {
        precondition(!isOver && level < counts[factor], "One of the candidates is chosen.")
        let before = point[factor]
        if level == before {
            kept += 1
        } else {
            point[factor] = level
            moves.append(Move(factor: factor, from: before, to: level))
            // The levels of this factor have just been compared.
            kept = 1
            isCircling = visited.contains(point)
            visited.append(point)
        }
        factor = (factor + 1) % counts.count
    }
}
