import EventKernel
import Experiments
import Foundation

// drill-rows < INPUT                        rows of the first drills, as on other platforms
// drill-rows SETUP FIRST COUNT THREADS      the same of any drills, played as a batch

/// Writes the rows of a batch in the order of drills.
func writeBatch(_ words: [String]) throws {
    guard words.count == 4, let setup = FileManager.default.contents(atPath: words[0]),
        let first = UInt64(words[1]), let count = UInt64(words[2]), let threads = Int(words[3])
    else { exit(64) }
    let drills = first..<(first + count)
    try Batch(setup: Array(setup), seed: 1, drills: drills, threads: threads).run { row in
        FileHandle.standardOutput.write(Data(RowLine(row).bytes))
        return true
    }
}

let words = Array(CommandLine.arguments.dropFirst())
if words.isEmpty {
    let input = Array(FileHandle.standardInput.readDataToEndOfFile())
    let isGood = playRows(input) { FileHandle.standardOutput.write(Data($0)) }
    exit(isGood ? 0 : 65)
}
try writeBatch(words)
