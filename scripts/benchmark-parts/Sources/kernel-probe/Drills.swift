import EventKernel
import Experiments
import Foundation
import Scoring
import Synchronization

/// Running digest of rows, and what they count.
private struct Total {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    var events: Int64 = 0

    mutating func fold(_ row: DrillRow) {
        for measure in Measure.allCases { mix(row.values[measure].bitPattern) }
        for value in row.knownDeathShares { mix(value.bitPattern) }
        for value in row.curves { mix(UInt64(value.bitPattern)) }
        mix(UInt64(row.eventCount))
        mix(UInt64(row.factCount))
        events += row.eventCount
    }

    private mutating func mix(_ bits: UInt64) {
        digest = (digest ^ bits) &* 0x100_0000_01B3
        digest ^= digest >> 29
    }
}

func readSetup(_ path: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: path) ?? Data())
}

/// Plays drills and prints seconds, processor seconds, events, digest, peak memory [KiB].
///
/// When told so it first waits for a line, so that two processes can be made to start together.
func printDrills(setup: String, first: UInt64, count: Int, threads: Int, waits: Bool) throws {
    let batch = Batch(
        setup: readSetup(setup),
        seed: 1,
        drills: first..<(first + UInt64(count)),
        threads: threads
    )
    if waits {
        print("ready")
        fflush(nil)
        _ = readLine()
    }
    let total = Mutex(Total())
    let start = ContinuousClock.now
    try batch.run { row in
        total.withLock { $0.fold(row) }
        return true
    }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    let elapsed = Double(seconds) + Double(attoseconds) * 1e-18
    let (digest, events) = total.withLock { ($0.digest, $0.events) }
    print(elapsed, processorSeconds(), events, String(digest, radix: 16), peakKibibytes())
}

/// Largest resident memory of this process so far [KiB].
func peakKibibytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
}
