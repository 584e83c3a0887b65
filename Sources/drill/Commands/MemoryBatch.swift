import DrillFiles
import EventKernel
import Experiments
import Scoring
import Synchronization

/// Drills of one setup whose rows are kept in memory, for what is compared and not stored.
struct MemoryBatch {
    let setup: Setup
    let measures: [Measure]
    let seed: UInt64
    let drills: Int
    let threads: Int

    /// Rows as they come.
    private final class Rows: Sendable {
        let result: Mutex<BatchResult>

        init(_ measures: [Measure]) {
            result = Mutex(BatchResult(measures))
        }
    }

    /// Plays the drills.
    ///
    /// - Parameter show: Receives the number of drills that are done.
    /// - Returns: What they gave; fewer drills where the user has interrupted them.
    /// - Throws: As `Batch.run`.
    func play(_ show: @escaping @Sendable (Int) -> Void) throws -> BatchResult {
        let rows = Rows(measures)
        var batch = Batch(
            setup: setup.byteForm,
            seed: seed,
            drills: 0..<UInt64(drills),
            threads: threads
        )
        batch.curvesEnd = 0
        try batch.run { row in
            rows.result.withLock { result in
                result.add(row)
                show(result.count)
            }
            return !Interruption.isAsked
        }
        return rows.result.withLock { $0 }
    }
}
