import EventKernel
import Scoring
import Vocabulary

/// Reports from post to post, read from the facts of a drill.
struct MessageLog {
    /// One report.
    struct Message {
        let link: Int
        let kind: ReportKind
        /// When it was sent [s from the start].
        let sent: Double
        /// When what it passes on had happened or come in [s from the start]; nil where nobody knows.
        let knownSince: Double?
        /// When it came [s from the start]; nil where it never did.
        var delivered: Double?
        /// Times it was lost on the way.
        var losses = 0
    }

    /// Reports in the order in which they were sent.
    private(set) var messages: [Message] = []
    /// Times at which a report over a link fell due, by link, and whether it had come.
    private(set) var dues: [(link: Int, at: Double, inTime: Bool)] = []
    private let linkCount: Int
    private var places: [ReportID: Int] = [:]

    /// Prepares for so many links between posts.
    init(_ linkCount: Int) {
        self.linkCount = linkCount
    }

    /// Takes in the next fact.
    ///
    /// - Parameters:
    ///   - fact: The fact.
    ///   - facts: All facts, by number.
    mutating func add(_ fact: Fact, _ facts: [Fact]) {
        switch fact.content {
        case .sent(let report, let link, let kind) where link.index < linkCount:
            places[report] = messages.count
            let cause = facts.indices.contains(fact.cause.index) ? facts[fact.cause.index] : nil
            messages.append(
                Message(
                    link: link.index,
                    kind: kind,
                    sent: fact.time.seconds,
                    knownSince: cause?.time.seconds
                )
            )
        case .delivered(let report, _):
            if let place = places[report] { messages[place].delivered = fact.time.seconds }
        case .reportLost(let report):
            if let place = places[report] { messages[place].losses += 1 }
        case .reportFellDue(let link, let inTime):
            dues.append((link.index, fact.time.seconds, inTime))
        default: break
        }
    }
}
