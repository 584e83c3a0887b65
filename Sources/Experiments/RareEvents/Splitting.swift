import DrillModel
public import EventKernel
public import Scoring
import Synchronization

/// Multilevel splitting: how likely it is that a measure gets as high as it rarely does (稀有事件分层分裂).
///
/// A drill plays until the measure reaches a level. There it splits into branches: each keeps all that has
/// happened and goes on with other luck. A branch splits again at the next level, and so on; so many drills
/// get to see what happens on the way to what is rare. A level is reached with the probability that is the
/// mean, over the drills that were begun, of the share of their branches that reached it. That mean is
/// unbiased for any levels and any number of branches, since in whatever state a drill splits, each branch
/// goes on as a drill in that state does (Kahn and Harris, 1951; Garvels, 2000; L'Ecuyer, Demers and
/// Tuffin, 2007). Drills are independent of one another, hence intervals after Student.
///
/// What is gained hangs on the way there: where a measure jumps over all levels at once, as deaths do when
/// something explodes, nothing is.
public struct Splitting: Sendable {
    /// Measure that is followed, one of `Fold.growing`.
    public let measure: Measure
    /// Levels at which drills split, rising; the last one is what is asked about.
    public let levels: [Int]
    /// Branches at each level but the last.
    public let branches: Int

    /// Creates a plan of splitting.
    ///
    /// - Precondition: The measure never falls, levels rise from 1 on, there is a branch.
    public init(_ measure: Measure, levels: [Int], branches: Int) {
        precondition(Fold.growing.contains(measure), "A measure that can fall has no levels.")
        precondition(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }, "Levels rise.")
        precondition((levels.first ?? 0) > 0 && branches > 0, "There is a level and a branch.")
        self.measure = measure
        self.levels = levels
        self.branches = branches
    }

    /// Plays drills with all their branches.
    ///
    /// The result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - batch: Which drills to begin.
    ///   - show: Receives how many have ended, from any thread; false ends early.
    /// - Returns: What was seen; nil where it was ended early.
    /// - Throws: `ByteFormError` where the setup's bytes are no setup.
    /// - Complexity: Memory O(drills × levels).
    public func run(
        _ batch: Batch,
        show: @escaping @Sendable (Int) -> Bool
    ) throws(ByteFormError) -> SplittingResult? {
        let collector = Collector()
        try batch.run(
            players: { () throws(ByteFormError) in try BranchPlayer(batch.setup, self) },
            playing: { player, number in player.play(seed: batch.seed, drill: number) },
            deliver: { drill in show(collector.add(drill)) }
        )
        let drills = collector.drills
        guard drills.count == batch.drills.count else { return nil }
        return SplittingResult(self, drills)
    }

    /// Drills as they come, in order.
    private final class Collector: Sendable {
        private let state = Mutex<[SplitDrill]>([])

        var drills: [SplitDrill] { state.withLock { $0 } }

        /// Takes in a drill and returns how many there are.
        func add(_ drill: SplitDrill) -> Int {
            state.withLock {
                $0.append(drill)
                return $0.count
            }
        }
    }
}

/// What one drill with all its branches has shown.
struct SplitDrill: Sendable {
    /// Number of the drill.
    let number: UInt64
    /// Share of its branches that reached each level [0…1].
    var shares: [Double]
    /// Events of all branches, what is played again to get back to a branching included.
    var events: Int64 = 0
    /// Events of the first branch throughout, which is a drill like any other.
    var plainEvents: Int64 = 0
    /// Branches that lost or made somebody or something.
    var failures = 0
}

/// Plays drills with all their branches, one after another.
///
/// A drill is not copied to go on in two ways: it is played again up to the branching, since it is
/// the same again. That needs no memory, and no state can be forgotten.
struct BranchPlayer: ~Copyable {
    /// A place where a drill goes on with other luck.
    private struct Turn {
        let events: Int64
        let branch: UInt64
    }

    private let splitting: Splitting
    private var drill: Drill
    private var fold: Fold
    private var result = SplitDrill(number: 0, shares: [])
    private var seed: UInt64 = 0
    private var path: [Turn] = []

    init(_ byteForm: [UInt8], _ splitting: Splitting) throws(ByteFormError) {
        let setup = try Setup(byteForm: byteForm)
        self.splitting = splitting
        drill = Drill(setup.scenario, plan: setup.plan)
        fold = Fold(setup.scoring)
    }

    /// Plays one drill with all its branches.
    mutating func play(seed: UInt64, drill number: UInt64) -> SplitDrill {
        self.seed = seed
        result = SplitDrill(number: number, shares: splitting.levels.map { _ in 0 })
        path.removeAll()
        replay()
        follow(weight: 1, reached: 0)
        return result
    }

    /// Plays on until the next level and through all branches from there.
    private mutating func follow(weight: Double, reached: Int) {
        var level = height
        while level == reached {
            guard step() else {
                if drill.violation() != nil { result.failures += 1 }
                endOfPlain()
                return
            }
            level = height
        }
        for passed in reached..<level { result.shares[passed] += weight }
        guard level < splitting.levels.count else { return finishPlain() }
        let place = drill.eventCount
        for branch in 0..<UInt64(splitting.branches) {
            path.append(Turn(events: place, branch: branch))
            // The first is there already.
            if branch == 0 { drill.branch(branch) } else { replay() }
            follow(weight: weight / Double(splitting.branches), reached: level)
            path.removeLast()
        }
    }

    /// Plays the branch that is like any other drill to its end, so that it is known what such a drill
    /// costs; the others end where the last level is reached.
    private mutating func finishPlain() {
        guard path.allSatisfy({ $0.branch == 0 }) else { return }
        while step() {}
        if drill.violation() != nil { result.failures += 1 }
        endOfPlain()
    }

    private mutating func endOfPlain() {
        if path.allSatisfy({ $0.branch == 0 }) { result.plainEvents = drill.eventCount }
    }

    /// Levels that the measure has reached.
    private var height: Int {
        let value = fold.soFar(splitting.measure)
        return splitting.levels.firstIndex { $0 > value } ?? splitting.levels.count
    }

    /// Plays from the start along the path up to its last turn.
    private mutating func replay() {
        drill.begin(seed: seed, drill: result.number)
        fold.begin()
        takeFacts()
        for turn in path {
            while drill.eventCount < turn.events, step() {}
            drill.branch(turn.branch)
        }
    }

    private mutating func step() -> Bool {
        let goesOn = drill.step()
        result.events += 1
        takeFacts()
        return goesOn
    }

    private mutating func takeFacts() {
        fold.fold(drill.facts)
    }
}
