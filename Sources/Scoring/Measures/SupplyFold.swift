import EventKernel
import Vocabulary

/// Supplies by the four demands on a reserve: enough, found, moved, used (备得足、找得到、调得动、用得好).
struct SupplyFold: Sendable {
    private var wanted = InlineArray<8, Double>(repeating: 0)
    private var met = InlineArray<8, Double>(repeating: 0)
    private var stockouts = 0
    private var orders = 0
    private var convoys = 0
    private var arrivals: Int64 = 0
    /// Time from order to arrival, summed over convoys [ms].
    private var runTime: Int64 = 0
    /// What came to the stocks of sites, by kind.
    private var received = InlineArray<8, Double>(repeating: 0)
    /// What the stocks of sites hold as far as facts tell, by kind.
    private var onHand = InlineArray<8, Double>(repeating: 0)
    /// Since when foam or water has been lacking; never where it is not.
    private var lackingSince = SimTime.never
    /// Time without foam or water so far.
    private var lackTime = SimDuration.zero

    mutating func demand(_ kind: SupplyKind, wanted asked: Int32, met given: Int32) {
        wanted[Int(kind.rawValue)] += Double(asked)
        met[Int(kind.rawValue)] += Double(given)
        onHand[Int(kind.rawValue)] -= Double(given)
    }

    /// Takes in that a stock is empty while something is wanted of it.
    ///
    /// Only where it is that of a site do teams lack foam or water.
    mutating func foldEmptiness(of kind: SupplyKind, atSite: Bool, at time: SimTime) {
        stockouts += 1
        if atSite, Self.feedsMonitors(kind) { lackingSince = min(lackingSince, time) }
    }

    private static func feedsMonitors(_ kind: SupplyKind) -> Bool {
        kind == .foam || kind == .water
    }

    /// Takes in a fact about orders and convoys.
    ///
    /// - Parameters:
    ///   - fact: The fact.
    ///   - ordered: When what has arrived was ordered; never where nobody knows.
    mutating func fold(_ fact: Fact, ordered: SimTime) {
        switch fact.content {
        case .orderedSupplies, .reordered: orders += 1
        case .convoyLeft: convoys += 1
        case .convoyArrived(_, _, let kind, _):
            if !ordered.isNever {
                arrivals += 1
                runTime += (fact.time - ordered).milliseconds
            }
            if Self.feedsMonitors(kind) { endLack(at: fact.time) }
        default: break
        }
    }

    /// Takes in a change of stock: what a site has more than before has come to it.
    mutating func foldStock(_ kind: SupplyKind, holding amount: Int32, at time: SimTime) {
        let place = Int(kind.rawValue)
        if amount > 0, Self.feedsMonitors(kind) { endLack(at: time) }
        received[place] += max(0, Double(amount) - onHand[place])
        onHand[place] = Double(amount)
    }

    private mutating func endLack(at time: SimTime) {
        guard !lackingSince.isNever else { return }
        lackTime = lackTime + (time - lackingSince)
        lackingSince = .never
    }

    /// Returns the time without foam or water up to an instant.
    func lack(until time: SimTime) -> SimDuration {
        lackingSince < time ? lackTime + (time - lackingSince) : lackTime
    }

    func finish(_ values: inout MeasureValues, stock: SupplyAmounts) {
        values[.stockouts] = Double(stockouts)
        values[.unmetDemandShare] = meanOverKinds(none: 0) { 1 - met[$0] / wanted[$0] }
        values[.suppliesEnoughShare] = meanOverKinds(none: 1) { place in
            // Cylinders are filled again and again: their stock says nothing of the air there is.
            guard place != Int(SupplyKind.breathingAir.rawValue),
                let kind = SupplyKind(rawValue: UInt8(place))
            else { return min(1, met[place] / wanted[place]) }
            return min(1, Double(stock[kind]) / wanted[place])
        }
        values[.suppliesFoundShare] =
            orders > 0 ? min(1, Double(convoys) / Double(orders)) : 1
        values[.suppliesUsedShare] = meanOverKinds(none: 1) { place in
            received[place] > 0 ? min(1, met[place] / received[place]) : 1
        }
        if arrivals > 0 {
            values[.secondsPerSupplyRun] = Double(runTime) / Double(arrivals) / 1000
        }
    }

    /// Mean over the kinds that were demanded at all.
    private func meanOverKinds(none: Double, _ share: (Int) -> Double) -> Double {
        var sum = 0.0
        var kinds = 0.0
        for kind in 0..<SupplyKind.count where wanted[kind] > 0 {
            sum += share(kind)
            kinds += 1
        }
        return kinds > 0 ? sum / kinds : none
    }
}
