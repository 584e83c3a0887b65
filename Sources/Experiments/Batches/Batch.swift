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

    /// Creates a batch.
    public init(setup: [UInt8], seed: UInt64, drills: Range<UInt64>, threads: Int) {
        self.setup = setup
        self.seed = seed
        self.drills = drills
        self.threads = max(1, threads)
    }

    /// Plays all drills and hands out their rows in the order of drill numbers.
    ///
    /// Every thread has a player of its own and takes the next drill that nobody has taken; rows wait
    /// until all earlier ones are there. What is handed out does not depend on the number of threads.
    ///
    /// - Parameter deliver: Receives each row, one at a time; false ends the batch early.
    /// - Throws: `ByteFormError` where the setup's bytes are no setup.
    public func run(
        deliver: @escaping @Sendable (DrillRow) -> Bool
    ) throws(ByteFormError) {
        _ = try Setup(byteForm: setup)
        let counter = Counter(drills)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            guard var player = try? Player(setup) else { return }
            while let number = counter.next() {
                let row = player.play(seed: seed, drill: number)
                counter.finish(row, deliver)
            }
        }
    }
}

/// Hands out drill numbers and puts rows back into order.
private final class Counter: Sendable {
    private struct State {
        var next: UInt64
        var delivered: UInt64
        var waiting: [DrillRow] = []
        var isStopped = false
    }

    private let end: UInt64
    private let state: Mutex<State>

    init(_ drills: Range<UInt64>) {
        end = drills.upperBound
        state = Mutex(State(next: drills.lowerBound, delivered: drills.lowerBound))
    }

    /// Returns the number of a drill that nobody has taken, or nil.
    func next() -> UInt64? {
        state.withLock { state in
            guard !state.isStopped, state.next < end else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    /// Takes in a finished row and delivers all that are next in order.
    func finish(_ row: DrillRow, _ deliver: (DrillRow) -> Bool) {
        state.withLock { state in
            state.waiting.append(row)
            while !state.isStopped,
                let place = state.waiting.firstIndex(where: { $0.number == state.delivered })
            {
                let ready = state.waiting.remove(at: place)
                state.delivered += 1
                if !deliver(ready) { state.isStopped = true }
            }
        }
    }
}
