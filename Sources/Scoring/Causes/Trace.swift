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
/// Small, since it is written fact after fact and hardly ever read: what it does not fill of the
/// processor's caches is left to the drill. The storage is kept from drill to drill.
struct Trace: ~Copyable {
    /// What is kept of a fact.
    struct Entry: BitwiseCopyable, Sendable {
        let time: SimTime
        let cause: Int32
        /// What a line of a report passes on, for beliefs from reports; for all else, below 0, the link
        /// and the marks.
        var note: Int32

        init(_ cause: FactID, _ time: SimTime, note: Int32) {
            self.time = time
            self.cause = cause.number
            self.note = note
        }

        /// Whether it is a belief from a report.
        var isTold: Bool { note >= 0 }
        var link: CauseLink {
            isTold ? .reporting : CauseLink(rawValue: UInt8(note & 0x1F)) ?? .hazard
        }
        func has(_ mark: Int32) -> Bool { !isTold && note & mark != 0 }
    }

    /// Mark of a message that has been lost at least once.
    private static let wasLost: Int32 = 0x20
    /// Mark of the sending of a report.
    private static let isSending: Int32 = 0x40
    /// Sign of all that is no belief from a report.
    private static let isPlain = Int32.min

    private var entries = Shelf<Entry>()

    mutating func begin() { entries.clear() }

    /// Takes in the next fact, with the link whose time ends with it.
    @inline(__always)
    mutating func add(_ cause: FactID, _ time: SimTime, _ link: CauseLink) {
        let note = Self.isPlain | Int32(link.rawValue)
        entries.append(Entry(cause, time, note: note))
    }

    /// Takes in the next fact, the sending of a report.
    @inline(__always)
    mutating func addSending(_ cause: FactID, _ time: SimTime) {
        let note = Self.isPlain | Self.isSending | Int32(CauseLink.reporting.rawValue)
        entries.append(Entry(cause, time, note: note))
    }

    /// Takes in the next fact, a belief, and what the line passes on that told of it.
    @inline(__always)
    mutating func addBelief(_ cause: FactID, _ time: SimTime, told: FactID) {
        guard told.number < 0 else {
            entries.append(Entry(cause, time, note: told.number))
            return
        }
        add(cause, time, .reporting)
    }

    /// Takes in the next fact, the loss of what was sent by its cause.
    mutating func addLoss(_ cause: FactID, _ time: SimTime) {
        if entries.indices.contains(cause.index), !entries[cause.index].isTold {
            entries[cause.index].note |= Self.wasLost
        }
        add(cause, time, .loss)
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
            if entry.isTold { told = entry.note }
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

extension Trace {
    /// Takes in the next fact, whatever it is.
    mutating func add(_ fact: Fact) {
        switch fact.content {
        case .believed(_, _, _, let line): addBelief(fact.cause, fact.time, told: line)
        case .sent: addSending(fact.cause, fact.time)
        case .reportLost, .orderLost: addLoss(fact.cause, fact.time)
        default: add(fact.cause, fact.time, fact.content.endedLink)
        }
    }
}
