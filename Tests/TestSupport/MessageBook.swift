public import DrillModel
import Situation
import Vocabulary

/// Keeps book of messages by the record alone: what was sent is delivered, lost for good or on its
/// way, and nothing is delivered that was not sent.
public struct MessageBook {
    /// What the record says of one message so far.
    private struct Entry {
        var losses = 0
        var isDelivered = false
        var isCall = false
    }

    /// Messages of one sort by number.
    private struct Ledger<ID: Hashable> {
        let triesAtMost: Int
        var entries: [ID: Entry] = [:]

        var delivered: Int { entries.values.count { $0.isDelivered } }
        var givenUp: Int { entries.values.count { $0.losses == triesAtMost } }

        mutating func send(_ id: ID, isCall: Bool = false) -> String? {
            entries.updateValue(Entry(isCall: isCall), forKey: id) == nil ? nil : "sent twice"
        }

        mutating func lose(_ id: ID) -> String? {
            guard var entry = entries[id] else { return "was never sent" }
            entry.losses += 1
            entries[id] = entry
            return entry.isDelivered || entry.losses > triesAtMost ? "is lost too often" : nil
        }

        mutating func deliver(_ id: ID) -> String? {
            guard var entry = entries[id] else { return "was never sent" }
            let isPossible = !entry.isDelivered && entry.losses < triesAtMost
            entry.isDelivered = true
            entries[id] = entry
            return isPossible ? nil : "cannot arrive"
        }
    }

    private var reports: Ledger<ReportID>
    private var orders: Ledger<OrderID>
    /// Calls that witnesses made.
    private var calls: Set<FactID> = []
    private var abandoned = 0
    /// What does not fit, in the order of the record.
    public private(set) var complaints: [String] = []

    /// Opens the book of a record.
    public init(_ record: DrillRecord, of scenario: Scenario) {
        reports = Ledger(triesAtMost: Int(scenario.situation.repeats) + 1)
        // An order is given until it is acknowledged, two hundred times at most.
        orders = Ledger(triesAtMost: 200)
        for fact in record.facts { take(fact) }
    }

    /// Messages sent: reports, orders and calls.
    public var sent: Int {
        reports.entries.values.count { !$0.isCall } + orders.entries.count + calls.count
    }

    /// Messages delivered.
    public var delivered: Int { reports.delivered + orders.delivered }

    /// Messages that were lost as often as they may be sent, and calls given up.
    public var lostAtMost: Int { abandoned + reports.givenUp + orders.givenUp }

    private mutating func take(_ fact: Fact) {
        let problem: String?
        switch fact.content {
        case .observed(let observer, .incident, _) where observer.kind == .witness:
            calls.insert(fact.id)
            problem = nil
        case .abandonedCall:
            abandoned += 1
            problem = nil
        case .sent(let id, _, _): problem = reports.send(id, isCall: calls.contains(fact.cause))
        case .reportLost(let id): problem = reports.lose(id)
        case .delivered(let id, _): problem = reports.deliver(id)
        case .ordered(let id, _, _, _), .orderedSupplies(let id, _, _, _, _, _),
            .orderedWarning(let id, _, _):
            problem = orders.send(id)
        case .orderLost(let id): problem = orders.lose(id)
        case .orderDelivered(let id): problem = orders.deliver(id)
        default: problem = nil
        }
        if let problem { complaints.append("\(fact.id.index) \(fact.content): \(problem)") }
    }
}
