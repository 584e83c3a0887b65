import EventKernel
import Vocabulary

/// Time spent on every link, of which the longest is to blame.
struct LinkTimes: Sendable {
    private var milliseconds = SIMD32<Int64>(repeating: 0)

    /// Adds time to a link; a negative one counts as none.
    mutating func add(_ time: SimDuration, to link: CauseLink) {
        if time > .zero { milliseconds[Int(link.rawValue)] += time.milliseconds }
    }

    /// Adds what lies within two instants of every segment.
    mutating func add(_ segments: [ChainSegment], from start: SimTime, to end: SimTime) {
        for segment in segments { add(segment.overlap(start, end), to: segment.link) }
    }

    /// The link that took longest, of equal ones the earlier in the chain; nil where no time passed.
    var longest: CauseLink? {
        var best: CauseLink?
        var most: Int64 = 0
        for number in 0..<CauseLink.count where milliseconds[number] > most {
            most = milliseconds[number]
            best = CauseLink(rawValue: UInt8(number))
        }
        return best
    }

    /// Time spent on a link.
    subscript(link: CauseLink) -> SimDuration {
        SimDuration(milliseconds: milliseconds[Int(link.rawValue)])
    }
}
