import EventKernel
import Vocabulary

/// Stocks and what was wanted of them, read from the facts of a drill.
///
/// What a depot gets or gives is on record as a stock on hand; what crews draw at a site, as a demand that
/// was met; what is filled again there shows when somebody counts. Times are cut into slices, of which the
/// last level of each is kept.
struct StockLevels {
    /// One stock.
    struct Stock {
        let depot: Int
        let kind: SupplyKind
        /// Stock on hand from when on [s from the start].
        fileprivate(set) var points: [(x: Double, y: Double)]
        /// When it was empty and more was wanted [s from the start].
        fileprivate(set) var outages: [Double] = []
        /// Brought by convoys.
        fileprivate(set) var received: Int64 = 0
        fileprivate var onHand: Double
    }

    /// Stocks that changed, in the order of their first change.
    private(set) var stocks: [Stock] = []
    /// Wanted and given out at sites, by kind.
    private(set) var demands: [(wanted: Int64, met: Int64)]
    /// Convoys that left and arrived.
    private(set) var convoys = (left: 0, arrived: 0)
    private var places: [Int: Int] = [:]
    private let initial: [SupplyAmounts]
    private let siteDepots: [DepotID]
    /// Length of a slice of time [s].
    private let slice: Double

    /// Slices of a drill -- constant.
    private static let slices = 64.0

    /// Prepares for depots that hold so much at the start, and for sites that draw on some of them.
    init(_ initial: [SupplyAmounts], siteDepots: [DepotID], duration: SimDuration) {
        self.initial = initial
        self.siteDepots = siteDepots
        slice = max(1, duration.seconds / Self.slices)
        demands = Array(repeating: (0, 0), count: SupplyKind.count)
    }

    /// Takes in the next fact.
    mutating func add(_ fact: Fact) {
        let now = fact.time.seconds
        switch fact.content {
        case .stocked(let depot, let kind, let onHand):
            set(place(of: depot, kind), Double(onHand), now)
        case .observed(_, .stock(let depot, let kind), let value):
            let key = depot.index * SupplyKind.count + Int(kind.rawValue)
            if let place = places[key] { set(place, Double(value), now) }
        case .ranOut(let depot, let kind):
            let place = place(of: depot, kind)
            stocks[place].outages.append(now)
            set(place, 0, now)
        case .convoyLeft: convoys.left += 1
        case .convoyArrived(_, let depot, let kind, let amount):
            convoys.arrived += 1
            let place = place(of: depot, kind)
            stocks[place].received += Int64(amount)
        case .demanded(let site, let kind, let wanted, let met):
            demands[Int(kind.rawValue)].wanted += Int64(wanted)
            demands[Int(kind.rawValue)].met += Int64(met)
            guard siteDepots.indices.contains(site.index) else { return }
            let place = place(of: siteDepots[site.index], kind)
            set(place, max(0, stocks[place].onHand - Double(met)), now)
        default: break
        }
    }

    private mutating func set(_ place: Int, _ onHand: Double, _ now: Double) {
        guard stocks[place].onHand != onHand else { return }
        stocks[place].onHand = onHand
        let last = stocks[place].points.count - 1
        let isSameSlice =
            last > 0
            && (stocks[place].points[last].x / slice).rounded(.down)
                == (now / slice).rounded(.down)
        if isSameSlice {
            stocks[place].points[last] = (now, onHand)
        } else {
            stocks[place].points.append((now, onHand))
        }
    }

    private mutating func place(of depot: DepotID, _ kind: SupplyKind) -> Int {
        let key = depot.index * SupplyKind.count + Int(kind.rawValue)
        if let place = places[key] { return place }
        let start = initial.indices.contains(depot.index) ? Double(initial[depot.index][kind]) : 0
        places[key] = stocks.count
        stocks.append(
            Stock(depot: depot.index, kind: kind, points: [(0, start)], onHand: start)
        )
        return stocks.count - 1
    }

    /// Stocks in which most went wrong or moved, first those that ran out; so many at most.
    func leading(_ count: Int) -> [Stock] {
        let ordered = stocks.sorted { one, two in
            let (own, other) = (Self.weight(one), Self.weight(two))
            if own != other { return own > other }
            return (one.depot, one.kind.rawValue) < (two.depot, two.kind.rawValue)
        }
        return Array(ordered.prefix(count))
    }

    /// Outages weigh most, then convoys, then the share of the stock that moved.
    private static func weight(_ stock: Stock) -> Double {
        let values = stock.points.map(\.y)
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        let moved = most > 0 ? (most - least) / most : 0
        return (stock.outages.isEmpty ? 0 : 10) + moved + (stock.received > 0 ? 1 : 0)
    }
}
