import EventKernel
import Vocabulary

/// A stretch of time of a why-chain and the link it was spent on.
struct ChainSegment: BitwiseCopyable, Sendable {
    let link: CauseLink
    let from: SimTime
    let to: SimTime

    /// Length of what lies within two instants.
    func overlap(_ start: SimTime, _ end: SimTime) -> SimDuration {
        let overlap = min(to, end) - max(from, start)
        return overlap > .zero ? overlap : .zero
    }
}

/// What the why-chains of a drill need of its facts: time, cause and link, 16 bytes a fact.
///
/// The storage is kept from drill to drill, so that taking in a fact allocates nothing.
struct Trace: Sendable {
    private struct Entry: BitwiseCopyable, Sendable {
        /// Time [ms], shifted by eight bits, and below it the link and the marks.
        var stamp: Int64
        let cause: Int32
        /// What a line of a report passes on; -1 for all but beliefs from reports.
        let told: Int32

        var time: SimTime { SimTime(milliseconds: stamp >> 8) }
        var link: CauseLink { CauseLink(rawValue: UInt8(stamp & 0x1F)) ?? .hazard }
        func has(_ mark: Int64) -> Bool { stamp & mark != 0 }
    }

    /// Mark of a message that has been lost at least once.
    private static let wasLost: Int64 = 0x20
    /// Mark of the sending of a report.
    private static let isSending: Int64 = 0x40

    private var entries = Buffer<Entry>()

    mutating func begin() { entries.clear() }

    /// Takes in the next fact.
    mutating func add(_ fact: Fact) {
        var marks = Int64(fact.content.endedLink.rawValue)
        var told: Int32 = -1
        switch fact.content {
        case .believed(_, _, _, let line): told = line.number
        case .sent: marks |= Self.isSending
        case .reportLost, .orderLost: markLost(fact.cause)
        default: break
        }
        let stamp = fact.time.milliseconds << 8 | marks
        entries.append(Entry(stamp: stamp, cause: fact.cause.number, told: told))
    }

    private mutating func markLost(_ sending: FactID) {
        guard entries.indices.contains(sending.index) else { return }
        entries[sending.index].stamp |= Self.wasLost
    }

    /// Returns the cause of a fact; none for one that is not there.
    func cause(of fact: FactID) -> FactID {
        entries.indices.contains(fact.index) ? FactID(Int(entries[fact.index].cause)) : .none
    }

    /// Returns when a fact happened; never for one that is not there.
    func time(of fact: FactID) -> SimTime {
        entries.indices.contains(fact.index) ? entries[fact.index].time : .never
    }

    /// Divides the time from an instant to a fact among the links of its why-chain.
    ///
    /// Walks the way of `Fact.chain(to:in:)`. What precedes the first fact of the chain is detection:
    /// nobody knew.
    ///
    /// - Parameters:
    ///   - fact: Where the walk begins.
    ///   - start: Instant to which it leads back.
    ///   - take: Is given segments that follow each other without gap, the latest first.
    /// - Complexity: O(length of the chain).
    func walk(back fact: FactID, to start: SimTime, _ take: (ChainSegment) -> Void) {
        guard entries.indices.contains(fact.index), start < entries[fact.index].time else { return }
        var at = fact.index
        var told: Int32 = -1
        var upper = entries[at].time
        while upper > start {
            let entry = entries[at]
            var cause = entry.cause
            if entry.told >= 0 { told = entry.told }
            if entry.has(Self.isSending), told >= 0 {
                cause = told
                told = -1
            }
            guard cause >= 0, cause < at else {
                return take(ChainSegment(link: .detection, from: start, to: upper))
            }
            let before = entries[Int(cause)]
            let isRepeated = before.has(Self.wasLost) && entry.link != .loss
            // A line may have been known again in the meantime: time never runs backwards.
            let lower = max(start, min(before.time, upper))
            if lower < upper {
                let link = isRepeated ? .loss : entry.link
                take(ChainSegment(link: link, from: lower, to: upper))
            }
            upper = lower
            at = Int(cause)
        }
    }

    /// Returns the segments of the why-chain of a fact since an instant, in order.
    func segments(to fact: FactID, since start: SimTime) -> [ChainSegment] {
        var segments: [ChainSegment] = []
        walk(back: fact, to: start) { segments.append($0) }
        return segments.reversed()
    }
}
