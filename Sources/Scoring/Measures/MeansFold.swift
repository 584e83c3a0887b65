import EventKernel
import Vocabulary

/// Counts what was done and with what: loss, teams, orders, reports, supplies.
struct MeansFold: Sendable {
    private var lossYuan: Int64 = 0
    private var arrivals = 0
    private var orders = 0
    private var contradictions = 0
    private var reports = 0
    private var lost = 0
    private var stockouts = 0
    private var wanted = SIMD8<Double>(repeating: 0)
    private var met = SIMD8<Double>(repeating: 0)

    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .lost(_, let yuan): lossYuan += yuan
        case .arrived: arrivals += 1
        case .ordered, .orderedSupplies, .orderedWarning: orders += 1
        case .contradicted: contradictions += 1
        case .sent: reports += 1
        case .reportLost: lost += 1
        case .ranOut: stockouts += 1
        case .demanded(_, let kind, let asked, let given):
            wanted[Int(kind.rawValue)] += Double(asked)
            met[Int(kind.rawValue)] += Double(given)
        default: break
        }
    }

    func finish(_ values: inout MeasureValues) {
        values[.directLossYuan] = Double(lossYuan)
        values[.teamsArrived] = Double(arrivals)
        values[.ordersGiven] = Double(orders)
        values[.contradictoryOrders] = Double(contradictions)
        values[.reportsSent] = Double(reports)
        values[.reportsLost] = Double(lost)
        values[.stockouts] = Double(stockouts)
        values[.unmetDemandShare] = unmetShare
    }

    /// Mean over the kinds that were demanded at all.
    private var unmetShare: Double {
        var sum = 0.0
        var kinds = 0.0
        for kind in 0..<SupplyKind.count where wanted[kind] > 0 {
            sum += 1 - met[kind] / wanted[kind]
            kinds += 1
        }
        return kinds > 0 ? sum / kinds : 0
    }
}

/// Keeps what was made public of the dead, and when.
struct ReportingFold: Sendable {
    private var releases: [(time: SimTime, dead: Int32)] = []

    mutating func fold(_ fact: Fact) {
        if case .published(_, let dead) = fact.content { releases.append((fact.time, dead)) }
    }

    /// Returns the dead that were public at an instant [persons].
    func published(at instant: SimTime) -> Int32 {
        releases.last { $0.time <= instant }?.dead ?? 0
    }
}
