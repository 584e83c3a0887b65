// Compiled into the native program and, beside Experiments/Batches/Setup.swift, into those for other
// platforms: so it uses nothing but the engine.

import EventKernel
import Scoring

#if canImport(Experiments)
    import Experiments
#endif

/// A line that holds every bit of a drill's row: numbers in hexadecimal, parted by spaces.
struct RowLine {
    private(set) var bytes: [UInt8] = []

    init(_ row: DrillRow) {
        append(row.number)
        append(UInt64(row.violation == nil ? 0 : 1))
        append(UInt64(bitPattern: row.eventCount))
        append(UInt64(bitPattern: row.factCount))
        for measure in Measure.allCases { append(row.values[measure].bitPattern) }
        for share in row.knownDeathShares { append(share.bitPattern) }
        for point in row.curves { append(UInt64(point.bitPattern)) }
        bytes[bytes.count - 1] = 10
    }

    private mutating func append(_ number: UInt64) {
        var shift: UInt64 = 64
        repeat { shift -= 4 } while shift > 0 && number >> shift == 0
        while true {
            let digit = UInt8(truncatingIfNeeded: number >> shift & 15)
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
            if shift == 0 { break }
            shift -= 4
        }
        bytes.append(32)
    }
}

/// Plays the first drills of a setup and hands out the line of each.
///
/// - Parameters:
///   - input: The number of drills in 8 bytes, lowest first, then the setup's byte form.
///   - write: Takes each line.
/// - Returns: Whether the setup was one.
func playRows(_ input: [UInt8], _ write: ([UInt8]) -> Void) -> Bool {
    guard input.count >= 8 else { return false }
    var count: UInt64 = 0
    for index in 0..<8 { count |= UInt64(input[index]) << UInt64(8 * index) }
    var setup: [UInt8] = []
    setup.append(contentsOf: input[8...])
    guard var player = try? Player(setup) else { return false }
    for number in 0..<count { write(RowLine(player.play(seed: 1, drill: number)).bytes) }
    return true
}
