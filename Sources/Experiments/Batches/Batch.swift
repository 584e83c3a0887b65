import Dispatch
public import EventKernel
import Synchronization

/// Many drills of one setup.
public struct Batch: Sendable {
    /// Compact byte form of the setup.
    public let setup: [UInt8]
    /// Seed.
    public let seed: UInt64
    /// Numbers of the drills.
    public let drills: Range<UInt64>
    /// Drills played at a time.
    public let threads: Int
    /// Number of the drill from which on rows come without curves.
    public var curvesEnd = UInt64.max

    /// Creates a batch.
    public init(setup: [UInt8], seed: UInt64, drills: Range<UInt64>, threads: Int) {
        self.setup = setup
        self.seed = seed
        self.drills = drills
        self.threads = max(1, threads)
    }

    /// Plays all drills and hands out their rows in the order of drill numbers.
    ///
    /// - Parameter deliver: Receives each row, one at a time; false ends the batch early.
    /// - Throws: `ByteFormError` where the setup's bytes are no setup.
    public func run(
        deliver: @escaping @Sendable (DrillRow) -> Bool
    ) throws(ByteFormError) {
        try run(preparing: { $0 }, deliver: deliver)
    }

    /// Plays all drills, turns each row into something else on the thread that played it, and hands
    /// the results out in the order of drill numbers.
    ///
    /// Every thread has a player of its own and takes the next drill that nobody has taken. What is
    /// ready waits until all earlier drills are; no thread runs further ahead than a fixed number of
    /// drills, so that memory does not grow with their number. What is handed out does not depend on
    /// the number of threads.
    ///
    /// - Parameters:
    ///   - prepare: Turns a row into what is delivered; called on many threads.
    ///   - deliver: Receives one at a time; false ends the batch early.
    /// - Throws: `ByteFormError` where the setup's bytes are no setup.
    public func run<Item: Sendable>(
        preparing prepare: @escaping @Sendable (DrillRow) -> Item,
        deliver: @escaping @Sendable (Item) -> Bool
    ) throws(ByteFormError) {
        try run(
            players: { () throws(ByteFormError) in try Player(setup) },
            playing: { player, number in
                let keepsCurves = number < curvesEnd
                return prepare(
                    player.play(seed: seed, drill: number, keepingCurves: keepsCurves)
                )
            },
            deliver: deliver
        )
    }

    /// Plays all drills with players of any sort, one a thread, and hands the results out in the order of
    /// drill numbers.
    func run<Playing: ~Copyable, Item: Sendable>(
        players make: @escaping @Sendable () throws(ByteFormError) -> Playing,
        playing play: @escaping @Sendable (inout Playing, UInt64) -> Item,
        deliver: @escaping @Sendable (Item) -> Bool
    ) throws(ByteFormError) {
        _ = try make()
        let line = Sequencer<Item>(drills, lead: 64 + 16 * threads)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            guard var player = try? make() else { return }
            while let number = line.next() {
                line.finish(number, play(&player, number), deliver)
            }
        }
    }
}

/// Hands out drill numbers and puts what comes back into order.
private final class Sequencer<Item: Sendable>: Sendable {
    private struct State {
        var delivered: UInt64
        /// What is ready and waits; a drill's place is its number modulo the lead.
        var waiting: [Item?]
    }

    private let end: UInt64
    private let lead: UInt64
    private let taken: Atomic<UInt64>
    private let isStopped = Atomic(false)
    /// One permit for every drill that may be taken without running too far ahead.
    private let permits = DispatchSemaphore(value: 0)
    /// Permit to put something into order; of Dispatch, so that a thread sanitizer knows it.
    private let turn = DispatchSemaphore(value: 1)
    /// Touched only by who has the turn.
    nonisolated(unsafe) private var state: State

    init(_ drills: Range<UInt64>, lead: Int) {
        end = drills.upperBound
        self.lead = UInt64(lead)
        taken = Atomic(drills.lowerBound)
        let waiting = [Item?](repeating: nil, count: lead)
        state = State(delivered: drills.lowerBound, waiting: waiting)
        for _ in 0..<lead { permits.signal() }
    }

    /// Returns the number of a drill that nobody has taken, or nil where there is none.
    func next() -> UInt64? {
        permits.wait()
        let number = taken.load(ordering: .relaxed)
        if !isStopped.load(ordering: .relaxed), number < end {
            let own = taken.add(1, ordering: .relaxed).oldValue
            if own < end { return own }
        }
        // Whoever else waits is to learn of the end as well.
        permits.signal()
        return nil
    }

    /// Takes in what a drill gave and delivers all that are next in order.
    func finish(_ number: UInt64, _ item: Item, _ deliver: (Item) -> Bool) {
        turn.wait()
        defer { turn.signal() }
        state.waiting[Int(number % lead)] = item
        while !isStopped.load(ordering: .relaxed) {
            let place = Int(state.delivered % lead)
            guard let ready = state.waiting[place] else { return }
            state.waiting[place] = nil
            state.delivered += 1
            if !deliver(ready) { isStopped.store(true, ordering: .relaxed) }
            permits.signal()
        }
    }
}
