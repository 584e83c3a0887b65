import DrillFiles
import EventKernel
import Experiments
import Foundation

/// Plays the same drills with and without writing their rows as a batch does, and prints processor seconds of
/// both, the system's for the files included, and the share that writing takes.
///
/// Whoever plays a drill second finds it warm: the two take turns in being first. Drills are those of a long
/// batch, behind the few that keep curves.
func printWriting(_ setup: Setup, count: Int, in folder: String) throws {
    let format = RowFormat(setup.scoring)
    let first = UInt64(BatchResult.curveLimit)
    let input = Manifest.Input(name: "", sha256: "")
    let manifest = Manifest(
        program: "",
        scenario: input,
        plan: input,
        seed: 1,
        drills: Int(first) + count,
        format: format,
        assumptions: []
    )
    let journal = try RowJournal(
        path: folder,
        manifest: manifest,
        format: format,
        firstDrill: first,
        curveBytes: 0,
        resume: false
    ) { _ in }
    var player = try Player(setup.byteForm)
    var spent = (written: 0.0, bare: 0.0)
    func play(_ number: UInt64, isWritten: Bool) throws {
        let start = processorSeconds()
        let row = player.play(seed: 1, drill: number, keepingCurves: false)
        if isWritten { try journal.append(format.bytes(row), of: row) }
        let seconds = processorSeconds() - start
        if isWritten { spent.written += seconds } else { spent.bare += seconds }
    }
    for number in first..<first + UInt64(count) {
        let isWrittenFirst = number.isMultiple(of: 2)
        try play(number, isWritten: isWrittenFirst)
        try play(number, isWritten: !isWrittenFirst)
    }
    _ = try journal.finish()
    print(spent.written, spent.bare, 1 - spent.bare / spent.written)
}

private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
