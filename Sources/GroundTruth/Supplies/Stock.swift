import EventKernel
import Terrain
import Vocabulary

/// Stock on hand of one depot, in thousandths of the unit of each kind.
///
/// Whole thousandths, so that what is drawn, carried and used adds up exactly.
struct Stock: BitwiseCopyable, Sendable {
    private var thousandths = SIMD8<Int64>(repeating: 0)
    /// Whether each kind has been recorded as run out -- state.
    private var isOut = SIMD8<Int64>(repeating: 0)

    /// Creates an empty stock.
    init() {}

    /// Amount of a kind [thousandths of its unit].
    subscript(kind: SupplyKind) -> Int64 {
        get { thousandths[Int(kind.rawValue)] }
        set { thousandths[Int(kind.rawValue)] = newValue }
    }

    /// Amount of a kind in whole units, rounded down.
    func whole(_ kind: SupplyKind) -> Int32 {
        Int32(truncatingIfNeeded: self[kind] / 1000)
    }

    /// Notes whether a kind has run out.
    ///
    /// - Returns: Whether that is new.
    mutating func note(_ kind: SupplyKind, out: Bool) -> Bool {
        let flag: Int64 = out ? 1 : 0
        let isNew = isOut[Int(kind.rawValue)] != flag
        isOut[Int(kind.rawValue)] = flag
        return isNew
    }

    /// Adds amounts in whole units.
    mutating func add(_ amounts: SupplyAmounts) {
        for kind in SupplyKind.allCases { self[kind] += Int64(amounts[kind]) * 1000 }
    }
}

/// A load of supplies on its way from one depot to another.
struct Convoy: BitwiseCopyable, Sendable {
    let from: DepotID
    let to: DepotID
    let kind: SupplyKind
    /// Amount [thousandths of the unit].
    let thousandths: Int64
    /// Its number among those of the depot that sends it, from 1 on.
    let ordinal: Int32
    /// Whether it has been unloaded -- state.
    var isDelivered = false
    /// Way it is making, once it has left -- state.
    var trip: Trip?
    /// Latest fact about it.
    var lastFact: FactID
}

/// Loads of one depot, in numbers that are asked for again and again.
struct Freight: BitwiseCopyable, Sendable {
    /// Loads that it has been told to send so far -- state.
    var sent: Int32 = 0
    /// What is being loaded for it or on its way to it [thousandths of each unit] -- state.
    var underWay = SIMD8<Int64>(repeating: 0)
}

/// What has left and entered the world's stocks, for the balance [thousandths of each unit].
struct SupplyLedger: BitwiseCopyable, Sendable {
    /// Everything there was at the start.
    var initial = SIMD8<Int64>(repeating: 0)
    /// Drawn from mains, rivers and compressors.
    var drawn = SIMD8<Int64>(repeating: 0)
    /// Used up.
    var used = SIMD8<Int64>(repeating: 0)
}

extension GroundTruth {
    /// Fills all depots and empties the ledger.
    mutating func beginSupplies() {
        for site in sites.indices { sites[site].reset() }
        ledger = SupplyLedger()
        depots.fill(Stock(), count: register.depots.count)
        freight.fill(Freight(), count: register.depots.count)
        for (number, definition) in register.depots.enumerated() {
            depots[number].add(definition.stock)
        }
        for kind in SupplyKind.allCases {
            var total: Int64 = 0
            for depot in register.depots { total += Int64(depot.stock[kind]) * 1000 }
            for team in register.teams { total += Int64(team.carried[kind]) * 1000 }
            ledger.initial[Int(kind.rawValue)] = total
        }
    }

    /// Draws whole units from the stock of a site and uses them.
    ///
    /// - Returns: How much there was of what was wanted [units of the kind].
    mutating func draw(
        _ kind: SupplyKind,
        wanted: Int32,
        at site: SiteID,
        _ cause: FactID,
        _ moment: inout Moment
    ) -> Int32 {
        settle(site, &moment)
        let depot = register.sites[site.index].depot
        let met = min(wanted, depots[depot.index].whole(kind))
        depots[depot.index][kind] -= Int64(met) * 1000
        ledger.used[Int(kind.rawValue)] += Int64(met) * 1000
        let fact = moment.record(
            .demanded(site, kind, wanted: wanted, met: met),
            because: cause
        )
        if met < wanted { runsOut(kind, at: site, cause, &moment) }
        review(kind, in: depot, because: fact, &moment)
        return met
    }

    /// Records that a site has run out of something and lets those on the spot notice.
    mutating func runsOut(
        _ kind: SupplyKind,
        at site: SiteID,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let depot = register.sites[site.index].depot
        guard depots[depot.index].note(kind, out: true) else { return }
        let fact = moment.record(.ranOut(depot, kind), because: cause)
        review(kind, in: depot, because: fact, &moment)
        guard let observer = observer(at: site) else { return }
        observe(observer, .stock(depot, kind), 0, fact, &moment)
    }

    /// Puts supplies into a depot and lets a site go on with them.
    mutating func store(
        _ thousandths: Int64,
        of kind: SupplyKind,
        in depot: DepotID,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        depots[depot.index][kind] += thousandths
        if depots[depot.index][kind] > 0 { _ = depots[depot.index].note(kind, out: false) }
        let onHand = depots[depot.index].whole(kind)
        moment.record(.stocked(depot, kind, onHand: onHand), because: cause)
    }

    /// Sends supplies from one depot to another, as much as there is, up to what was ordered.
    ///
    /// The load leaves the stock when it is ordered, so that nothing is promised twice.
    mutating func sendSupplies(
        _ kind: SupplyKind,
        amount: Int32,
        from: DepotID,
        to: DepotID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let wanted = Int64(max(0, amount)) * 1000
        let load = min(wanted, depots[from.index][kind])
        guard load > 0 else {
            if depots[from.index].note(kind, out: true) {
                let fact = moment.record(.ranOut(from, kind), because: cause)
                observe(Observer(.depot, from.number), .stock(from, kind), 0, fact, &moment)
            }
            return
        }
        depots[from.index][kind] -= load
        let onHand = depots[from.index].whole(kind)
        let fact = moment.record(.stocked(from, kind, onHand: onHand), because: cause)
        observe(Observer(.depot, from.number), .stock(from, kind), onHand, fact, &moment)
        let convoy = add(load, of: kind, from: from, to: to, because: cause)
        let time = moment.instant.duration(
            register.depots[from.index].loading,
            .loading,
            from.entity(freight[from.index].sent)
        )
        outbox.schedule(.convoyLoaded(convoy), at: moment.now + time, .movement)
        review(kind, in: from, because: fact, &moment)
    }

    /// Makes a convoy of a load that has left the stock.
    private mutating func add(
        _ load: Int64,
        of kind: SupplyKind,
        from: DepotID,
        to: DepotID,
        because cause: FactID
    ) -> ConvoyID {
        freight[from.index].sent += 1
        freight[to.index].underWay[Int(kind.rawValue)] += load
        let convoy = Convoy(
            from: from,
            to: to,
            kind: kind,
            thousandths: load,
            ordinal: freight[from.index].sent,
            lastFact: cause
        )
        convoys.append(convoy)
        return ConvoyID(convoys.count - 1)
    }

    /// A convoy leaves.
    mutating func convoyLoaded(_ convoy: ConvoyID, _ moment: inout Moment) {
        let load = convoys[convoy.index]
        let amount = Int32(truncatingIfNeeded: load.thousandths / 1000)
        convoys[convoy.index].lastFact = moment.record(
            .convoyLeft(convoy, from: load.from, load.kind, amount: amount),
            because: load.lastFact
        )
        let factor = moment.instant.sample(
            definition.work.travelFactor,
            .convoyTravel,
            load.from.entity(load.ordinal)
        )
        let trip = Trip(
            from: register.depots[load.from.index].place,
            to: register.depots[load.to.index].place,
            factor: max(factor, 0),
            at: moment.now,
            &routes
        )
        convoys[convoy.index].trip = trip
        outbox.schedule(.convoyArrives(convoy), at: trip.arrives, .movement)
    }

    /// A convoy arrives and is unloaded.
    mutating func convoyArrives(_ convoy: ConvoyID, _ moment: inout Moment) {
        let load = convoys[convoy.index]
        // Another time was foreseen before roads changed.
        guard !load.isDelivered, load.trip?.arrives == moment.now else { return }
        convoys[convoy.index].isDelivered = true
        freight[load.to.index].underWay[Int(load.kind.rawValue)] -= load.thousandths
        let amount = Int32(truncatingIfNeeded: load.thousandths / 1000)
        let fact = moment.record(
            .convoyArrived(convoy, at: load.to, load.kind, amount: amount),
            because: load.lastFact
        )
        let site = register.sites.firstIndex { $0.depot == load.to }.map { SiteID($0) }
        if let site { settle(site, &moment) }
        store(load.thousandths, of: load.kind, in: load.to, fact, &moment)
        if let site {
            replan(site, &moment)
            wakeWaiting(at: site, &moment)
            if let observer = observer(at: site) {
                let onHand = depots[load.to.index].whole(load.kind)
                observe(observer, .stock(load.to, load.kind), onHand, fact, &moment)
            }
        } else {
            let keeper = Observer(.depot, load.to.number)
            let onHand = depots[load.to.index].whole(load.kind)
            observe(keeper, .stock(load.to, load.kind), onHand, fact, &moment)
        }
        reviewDependents(of: load.to, load.kind, because: fact, &moment)
    }
}
