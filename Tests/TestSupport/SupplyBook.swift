public import DrillModel
import Vocabulary

/// Keeps book of supplies by the record alone: initial + brought − sent − drawn = on hand.
///
/// Water, foam and fuel run at a site without a fact for every litre: of these the book checks that
/// stock on hand never exceeds what came in, and of foam and fuel that what is used never shrinks.
/// Sets and cylinders are drawn in whole pieces, each with a fact, and must balance exactly; where a
/// team fills cylinders, these are left out.
public struct SupplyBook {
    private let register: Register
    private let siteDepots: Set<DepotID>
    /// Kinds that balance exactly at a site.
    private let exact: [SupplyKind]
    /// What ought to be on hand if nothing ran, by depot and kind.
    private var balance: [[Int64]]
    /// Used so far at a site, by kind.
    private var used: [Int64]
    private var hasUnloaded: Set<TeamID> = []
    /// Loads taken from depots, in the order of convoy numbers.
    private var loads: [Int64] = []
    private var left: [ConvoyID: Int64] = [:]
    private var arrived: Set<ConvoyID> = []
    /// What the fact before has brought to a depot, of which the next fact tells the stock.
    private var brought: (depot: DepotID, kind: SupplyKind)?
    /// What does not fit, in the order of the record.
    public private(set) var complaints: [String] = []

    /// Opens the book of a record.
    public init(_ record: DrillRecord, of scenario: Scenario) {
        register = scenario.register
        siteDepots = Set(register.sites.map { $0.depot })
        let fills = register.teams.contains { $0.capability.refillCylindersPerHour > 0 }
        exact = fills ? [.medical] : [.medical, .breathingAir]
        balance = register.depots.map { depot in
            SupplyKind.allCases.map { Int64(depot.stock[$0]) }
        }
        used = Array(repeating: 0, count: SupplyKind.count)
        for fact in record.facts {
            take(fact)
            if case .convoyArrived(_, let depot, let kind, _) = fact.content {
                brought = (depot, kind)
            } else {
                brought = nil
            }
        }
    }

    /// Loads on the road or being loaded at the end [units].
    public var onTheRoad: Int64 {
        loads.enumerated().filter { !arrived.contains(ConvoyID($0.offset)) }
            .reduce(0) { $0 + $1.element }
    }

    private mutating func take(_ fact: Fact) {
        switch fact.content {
        case .arrived(let team, let site):
            guard hasUnloaded.insert(team).inserted else { return }
            let depot = register.sites[site.index].depot
            for kind in SupplyKind.allCases {
                add(Int64(register.teams[team.index].carried[kind]), kind, to: depot)
            }
        case .convoyLeft(let convoy, _, _, let amount): leaves(convoy, Int64(amount), fact)
        case .convoyArrived(let convoy, let depot, let kind, let amount):
            if left[convoy] != Int64(amount) || !arrived.insert(convoy).inserted {
                complain(fact, "is not what left")
            }
            add(Int64(amount), kind, to: depot)
        case .stocked(let depot, let kind, let onHand): stocked(depot, kind, Int64(onHand), fact)
        case .demanded(let site, let kind, let wanted, let met):
            if met < 0 || met > wanted { complain(fact, "met more than wanted") }
            add(-Int64(met), kind, to: register.sites[site.index].depot)
        default: break
        }
    }

    private mutating func leaves(_ convoy: ConvoyID, _ amount: Int64, _ fact: Fact) {
        if !loads.indices.contains(convoy.index) || loads[convoy.index] != amount {
            complain(fact, "is not what was taken")
        }
        if left.updateValue(amount, forKey: convoy) != nil { complain(fact, "leaves twice") }
    }

    private mutating func stocked(
        _ depot: DepotID,
        _ kind: SupplyKind,
        _ onHand: Int64,
        _ fact: Fact
    ) {
        let expected = balance[depot.index][Int(kind.rawValue)]
        guard siteDepots.contains(depot) else {
            if let brought, brought == (depot, kind) {
                if onHand != expected { complain(fact, "should be \(expected)") }
                return
            }
            loads.append(expected - onHand)
            if onHand >= expected || onHand < 0 { complain(fact, "gives nothing away") }
            balance[depot.index][Int(kind.rawValue)] = onHand
            return
        }
        if exact.contains(kind), onHand != expected { complain(fact, "should be \(expected)") }
        guard kind == .foam || kind == .fuel else { return }
        if expected - onHand < used[Int(kind.rawValue)] - 1 { complain(fact, "uses less") }
        used[Int(kind.rawValue)] = expected - onHand
    }

    private mutating func add(_ amount: Int64, _ kind: SupplyKind, to depot: DepotID) {
        balance[depot.index][Int(kind.rawValue)] += amount
        if exact.contains(kind), balance[depot.index][Int(kind.rawValue)] < 0 {
            complaints.append("\(kind) at \(depot): less than nothing")
        }
    }

    private mutating func complain(_ fact: Fact, _ problem: String) {
        complaints.append("\(fact.id.index) \(fact.content): \(problem)")
    }
}
