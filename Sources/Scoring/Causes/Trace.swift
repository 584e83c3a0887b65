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

/// The facts of a drill, along whose causes its why-chains lead.
///
/// Hardly any fact stands on a chain that somebody asks for. Facts are therefore kept as they are,
/// a hundred at a time, and only what a chain meets is looked into. The storage is kept from drill to
/// drill.
struct Trace: Sendable {
    /// Facts in the order of their numbers.
    private var facts: [Fact] = []

    /// Sendings of reports and orders that were lost at least once, in the order of their numbers.
    private var lost: [FactID] = []

    mutating func begin() {
        facts.removeAll(keepingCapacity: true)
        lost.removeAll(keepingCapacity: true)
    }

    /// Takes in the next fact.
    mutating func add(_ fact: Fact) { facts.append(fact) }

    /// Takes in the next facts.
    mutating func add(_ fresh: Buffer<Fact>) { fresh.copy(to: &facts) }

    /// Takes in that what was sent by a fact has been lost.
    ///
    /// - Complexity: O(messages lost whose sending is later), which are few: what is sent first is
    ///   mostly lost first.
    mutating func noteLoss(of sending: FactID) {
        var place = lost.count
        while place > 0, lost[place - 1] > sending { place -= 1 }
        if place > 0, lost[place - 1] == sending { return }
        lost.insert(sending, at: place)
    }

    /// Tells whether what was sent by a fact has been lost at least once.
    ///
    /// - Complexity: O(log messages lost).
    private func wasLost(_ sending: FactID) -> Bool {
        var low = 0
        var high = lost.count
        while low < high {
            let middle = (low + high) / 2
            if lost[middle] < sending { low = middle + 1 } else { high = middle }
        }
        return low < lost.count && lost[low] == sending
    }

    /// Returns the cause of a fact; none for one that is not there.
    func cause(of fact: FactID) -> FactID {
        facts.indices.contains(fact.index) ? facts[fact.index].cause : .none
    }

    /// Returns when a fact happened; never for one that is not there.
    func time(of fact: FactID) -> SimTime {
        facts.indices.contains(fact.index) ? facts[fact.index].time : .never
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
    /// - Complexity: O(length of the chain × log messages lost).
    func walk(back fact: FactID, to start: SimTime, _ take: (ChainSegment) -> Void) {
        guard facts.indices.contains(fact.index), start < facts[fact.index].time else { return }
        var at = fact.index
        var told = FactID.none
        var upper = facts[at].time
        while upper > start {
            let cause = cause(of: facts[at], &told)
            guard cause.index >= 0, cause.index < at else {
                return take(ChainSegment(link: .detection, from: start, to: upper))
            }
            // A line may have been known again in the meantime: time never runs backwards.
            let lower = max(start, min(facts[cause.index].time, upper))
            if lower < upper {
                let link = wasLost(cause) ? .loss : facts[at].content.endedLink
                take(ChainSegment(link: link, from: lower, to: upper))
            }
            upper = lower
            at = cause.index
        }
    }

    /// Returns the cause of a fact on a chain: that of a report is what the line passes on by which
    /// the chain has come to it.
    ///
    /// - Parameter told: What that line passes on; none while the chain leads over no report.
    private func cause(of fact: Fact, _ told: inout FactID) -> FactID {
        switch fact.content {
        case .believed(_, _, _, let line):
            if line.index >= 0 { told = line }
        case .sent:
            guard told.index >= 0 else { break }
            defer { told = .none }
            return told
        default: break
        }
        return fact.cause
    }

    /// Returns the segments of the why-chain of a fact since an instant, in order.
    func segments(to fact: FactID, since start: SimTime) -> [ChainSegment] {
        var segments: [ChainSegment] = []
        walk(back: fact, to: start) { segments.append($0) }
        return segments.reversed()
    }
}
