import Foundation

/// Nanoseconds a call of ours and of Foundation's function, medians of interleaved rounds.
struct Timing {
    let ours: Double
    let theirs: Double?

    init(_ function: Function, rounds: Int = 9) {
        let range = function.timed
        let width = range.upperBound - range.lowerBound
        // A stride coprime to the count scatters the arguments, so that branches cannot be learnt.
        let arguments = (0..<4096).map {
            range.lowerBound + width * Double($0 * 2731 % 4096) / 4096
        }
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<rounds {
            ours.append(nanoseconds(arguments, function.ours))
            if let other = function.theirs { theirs.append(nanoseconds(arguments, other)) }
        }
        self.ours = ours.sorted()[rounds / 2]
        self.theirs = theirs.isEmpty ? nil : theirs.sorted()[rounds / 2]
    }
}

/// Time of one call through a closure, which costs the same on both sides.
private func nanoseconds(_ arguments: [Double], _ function: (Double) -> Double) -> Double {
    var sum = 0.0
    let start = processorSeconds()
    for _ in 0..<25 {
        for x in arguments { sum += function(x) }
    }
    let elapsed = processorSeconds() - start
    precondition(!sum.isNaN, "A timing argument gave no number.")
    return elapsed * 1e9 / Double(25 * arguments.count)
}

/// Processor time of this process [s], which other programs on the machine disturb least.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
