public import EventKernel

/// A stretch of time of a why-chain and the link it was spent on.
public struct ChainSegment: BitwiseCopyable, Sendable {
    /// What the time was spent on.
    public let link: CauseLink
    /// When it began.
    public let from: SimTime
    /// When it ended.
    public let to: SimTime

    /// Length of what lies within two instants.
    public func overlap(_ start: SimTime, _ end: SimTime) -> SimDuration {
        let overlap = min(to, end) - max(from, start)
        return overlap > .zero ? overlap : .zero
    }
}

/// What the why-chains of a drill need of its facts: time, cause and link, 16 bytes a fact.
///
/// Small, since it is written fact after fact and hardly ever read: what it does not fill of the
/// processor's caches is left to the drill. The storage is kept from drill to drill.
public struct Trace: ~Copyable {
    /// What is kept of a fact.
    struct Entry: BitwiseCopyable, Sendable {
        let time: SimTime
        let cause: Int32
        var note: TraceNote
    }

    private var entries = Shelf<Entry>()

    /// Creates the trace of no facts.
    public init() {}

    /// Number of facts.
    public var count: Int { entries.count }

    /// Forgets all facts and keeps the storage.
    mutating func clear() { entries.clear() }

    /// Takes in the next fact.
    @inline(__always)
    mutating func add(_ cause: FactID, _ time: SimTime, _ note: TraceNote) {
        entries.append(Entry(time: time, cause: cause.number, note: note))
    }

    /// Marks what has been lost on its way.
    mutating func markLost(_ message: FactID) {
        guard entries.indices.contains(message.index) else { return }
        entries[message.index].note.markLost()
    }

    /// Returns the cause of a fact; none for one that is not there.
    public func cause(of fact: FactID) -> FactID {
        entries.indices.contains(fact.index) ? FactID(Int(entries[fact.index].cause)) : .none
    }

    /// Returns when a fact happened; never for one that is not there.
    public func time(of fact: FactID) -> SimTime {
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
    public func walk(back fact: FactID, to start: SimTime, _ take: (ChainSegment) -> Void) {
        guard entries.indices.contains(fact.index), start < entries[fact.index].time else { return }
        var at = fact.index
        var told: Int32 = -1
        var upper = entries[at].time
        while upper > start {
            let entry = entries[at]
            var cause = entry.cause
            if let line = entry.note.told { told = line }
            if entry.note.isSending, told >= 0 {
                cause = told
                told = -1
            }
            guard cause >= 0, cause < at else {
                return take(ChainSegment(link: .detection, from: start, to: upper))
            }
            let before = entries[Int(cause)]
            let isRepeated = before.note.wasLost && entry.note.link != .loss
            // A line may have been known again in the meantime: time never runs backwards.
            let lower = max(start, min(before.time, upper))
            if lower < upper {
                let link = isRepeated ? .loss : entry.note.link
                take(ChainSegment(link: link, from: lower, to: upper))
            }
            upper = lower
            at = Int(cause)
        }
    }

    /// Returns the segments of the why-chain of a fact since an instant, in order.
    public func segments(to fact: FactID, since start: SimTime) -> [ChainSegment] {
        var segments: [ChainSegment] = []
        walk(back: fact, to: start) { segments.append($0) }
        return segments.reversed()
    }
}

/// What a trace notes of a fact beside its time and cause.
///
/// What a line of a report passes on, for beliefs from reports; for all else, below 0, the link and the
/// marks.
@frozen
public struct TraceNote: BitwiseCopyable, Sendable {
    @usableFromInline var bits: Int32

    /// Mark of a message that has been lost at least once -- constant.
    @inlinable static var lostMark: Int32 { 0x20 }
    /// Mark of the sending of a report -- constant.
    @inlinable static var sendingMark: Int32 { 0x40 }

    /// Notes what is needed of a fact of a content.
    ///
    /// Where the content is written out the compiler knows the note.
    @inlinable
    public init(_ content: FactContent) {
        bits = Int32.min | Int32(content.endedLink.rawValue)
        switch content {
        case .believed(_, _, _, let line): if line.number >= 0 { bits = line.number }
        case .sent: bits |= Self.sendingMark
        default: break
        }
    }

    /// Fact that the line of a report passes on; nil for what is no belief from a report.
    var told: Int32? { bits >= 0 ? bits : nil }

    /// Link whose time ends with the fact.
    var link: CauseLink {
        bits >= 0 ? .reporting : CauseLink(rawValue: UInt8(bits & 0x1F)) ?? .hazard
    }

    /// Whether it is the sending of a report.
    var isSending: Bool { bits < 0 && bits & Self.sendingMark != 0 }

    /// Whether it is a message that has been lost at least once.
    var wasLost: Bool { bits < 0 && bits & Self.lostMark != 0 }

    /// Marks a message that has been lost; a belief is none.
    mutating func markLost() { if bits < 0 { bits |= Self.lostMark } }
}
