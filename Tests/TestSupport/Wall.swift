public import EventKernel
import Vocabulary

/// The wall between the truth and command, as seen in the records of two drills that differ in a fact
/// nobody has observed.
public struct Wall {
    /// A delivery of a report with what it made its receiver believe.
    private struct Delivery: Equatable {
        let time: SimTime
        let post: PostID
        let link: LinkID
        let kind: ReportKind
        var beliefs: [String] = []
    }

    /// When the first report is delivered that differs; never where all are alike.
    public let firstDifference: SimTime
    /// First order that differs before any delivered report does, or nil where nothing leaks.
    public let leak: String?
    /// Whether any order differs at all, sooner or later.
    public let ordersDiffer: Bool

    /// Compares two records.
    public init(between left: DrillRecord, and right: DrillRecord) {
        firstDifference = Self.firstDifference(Self.deliveries(left), Self.deliveries(right))
        let (ours, theirs) = (Self.orders(left), Self.orders(right))
        let common = zip(ours, theirs).prefix { $0 == $1 }.count
        ordersDiffer = common < max(ours.count, theirs.count)
        let next = [ours, theirs].compactMap { common < $0.count ? $0[common] : nil }
        let difference = firstDifference
        leak = next.first { $0.time < difference }?.text
    }

    /// One thing a post has decided, with all that belongs to it.
    private struct Deed: Equatable {
        let time: SimTime
        let text: String
    }

    private static func orders(_ record: DrillRecord) -> [Deed] {
        record.facts.compactMap { fact in
            switch fact.content {
            case .ordered, .orderedSupplies, .orderedWarning, .decided, .levelChanged, .published,
                .requested, .approved:
                Deed(time: fact.time, text: "\(fact.time.milliseconds) \(fact.content)")
            default: nil
            }
        }
    }

    private static func deliveries(_ record: DrillRecord) -> [Delivery] {
        var sent: [ReportID: (LinkID, ReportKind)] = [:]
        var place: [FactID: Int] = [:]
        var deliveries: [Delivery] = []
        for fact in record.facts {
            switch fact.content {
            case .sent(let report, let link, let kind): sent[report] = (link, kind)
            case .delivered(let report, let post):
                guard let (link, kind) = sent[report] else { continue }
                place[fact.id] = deliveries.count
                deliveries.append(Delivery(time: fact.time, post: post, link: link, kind: kind))
            case .believed(_, let item, let value, _):
                guard let place = place[fact.cause] else { continue }
                deliveries[place].beliefs.append("\(item) \(value)")
            default: break
            }
        }
        return deliveries
    }

    private static func firstDifference(_ left: [Delivery], _ right: [Delivery]) -> SimTime {
        let common = zip(left, right).prefix { $0 == $1 }.count
        let next = [left, right].compactMap { common < $0.count ? $0[common].time : nil }
        return next.min() ?? .never
    }
}
