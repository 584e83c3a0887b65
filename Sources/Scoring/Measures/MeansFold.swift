import EventKernel
import Vocabulary

/// Counts what was done: loss, orders, reports, stock-outs.
struct MeansFold: Sendable {
    private var lossYuan: Int64 = 0
    private var arrivals = 0
    private var orders = 0
    private var contradictions = 0
    private var reports = 0
    private var losses = 0

    mutating func sent() { reports += 1 }
    mutating func lost() { losses += 1 }
    mutating func ordered() { orders += 1 }
    mutating func arrived() { arrivals += 1 }

    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .lost(_, let yuan): lossYuan += yuan
        case .orderedSupplies, .orderedWarning: orders += 1
        case .contradicted: contradictions += 1
        default: break
        }
    }

    func finish(_ values: inout MeasureValues) {
        values[.directLossYuan] = Double(lossYuan)
        values[.teamsArrived] = Double(arrivals)
        values[.ordersGiven] = Double(orders)
        values[.contradictoryOrders] = Double(contradictions)
        values[.reportsSent] = Double(reports)
        values[.reportsLost] = Double(losses)
    }
}
