import EventKernel
import Terrain
import Vocabulary

@testable import GroundTruth

/// Keeps book of stocks, convoys and teams from outside: by the facts and by what is seen of the world
/// after every event, without the world's own ledger.
struct MeansBook {
    /// What does not fit, in the order of happening.
    private(set) var complaints: [String] = []
    /// How often each thing happened that makes trouble likely.
    private(set) var counts: [String: Int] = [:]

    private let register: Register
    private var open: RouteTable
    private let siteDepots: Set<DepotID>
    private let drawPerMillisecond: Double

    /// What there was when the world was last seen.
    private var now = SimTime.start
    private var stocks: [[Int64]]
    private var convoyCount = 0
    private var delivered: [ConvoyID: Int64] = [:]
    private var left: Set<ConvoyID> = []
    /// All there was at the start less what facts say was used, of kinds of which every piece has a fact.
    private var exact: [SupplyKind: Int64] = [:]
    /// Total of every other kind.
    private var totals: [SupplyKind: Int64] = [:]
    /// Where and when a fact last proved each team to be.
    private var proofs: [(place: PlaceID, time: SimTime)]

    init(_ truth: GroundTruth, _ terrain: Terrain) {
        register = truth.register
        open = RouteTable(terrain)
        siteDepots = Set(truth.register.sites.map { $0.depot })
        let pumped = register.teams.reduce(0) { $0 + $1.capability.pumpLitersPerMinute }
        let mains = register.sites.reduce(0) { $0 + $1.mainsLitersPerMinute }
        drawPerMillisecond = (pumped + mains) / 60
        stocks = Self.stocks(truth)
        proofs = truth.register.teams.map { ($0.station, .start) }
        for kind in SupplyKind.allCases {
            let total = Self.total(kind, truth)
            if kind == .medical || kind == .breathingAir {
                exact[kind] = total
            } else {
                totals[kind] = total
            }
        }
    }

    /// Looks at the world after an event, with the facts that it brought.
    mutating func look(_ truth: GroundTruth, _ moment: borrowing Moment) {
        let before = stocks
        var arrived = Array(repeating: Array(repeating: Int64(0), count: 8), count: stocks.count)
        for index in moment.facts.fresh.indices {
            take(moment.facts.fresh[index], truth, &arrived)
        }
        stocks = Self.stocks(truth)
        lookAtDepots(before, arrived, truth)
        lookAtTotals(truth, moment.now)
        lookAtTeams(truth)
        now = moment.now
    }

    // MARK: Supplies

    private static func stocks(_ truth: GroundTruth) -> [[Int64]] {
        truth.depots.map { stock in SupplyKind.allCases.map { stock[$0] } }
    }

    private static func total(_ kind: SupplyKind, _ truth: GroundTruth) -> Int64 {
        let stored = truth.depots.reduce(0) { $0 + $1[kind] }
        let carried = truth.teams.reduce(0) { $0 + Int64($1.carried[kind]) * 1000 }
        let moving = truth.convoys.filter { $0.kind == kind && !$0.isDelivered }
        return stored + carried + moving.reduce(0) { $0 + $1.thousandths }
    }

    /// Away from sites a stock changes by what convoys bring and take, and by nothing else.
    private mutating func lookAtDepots(
        _ before: [[Int64]],
        _ arrived: [[Int64]],
        _ truth: GroundTruth
    ) {
        var taken = arrived.map { $0.map { _ in Int64(0) } }
        for convoy in truth.convoys[convoyCount...] {
            taken[convoy.from.index][Int(convoy.kind.rawValue)] += convoy.thousandths
        }
        convoyCount = truth.convoys.count
        for depot in stocks.indices {
            for kind in SupplyKind.allCases {
                let slot = Int(kind.rawValue)
                let (old, new) = (before[depot][slot], stocks[depot][slot])
                if new < 0 { complain("\(kind) at \(depot) is \(new)") }
                let moved = arrived[depot][slot] - taken[depot][slot]
                guard !siteDepots.contains(DepotID(depot)), new - old != moved else { continue }
                complain("\(kind) at \(depot) went from \(old) to \(new), by convoys \(moved)")
            }
        }
    }

    private mutating func lookAtTotals(_ truth: GroundTruth, _ time: SimTime) {
        for (kind, expected) in exact where Self.total(kind, truth) != expected {
            complain("of \(kind) there are \(Self.total(kind, truth)), not \(expected)")
        }
        for (kind, old) in totals {
            let new = Self.total(kind, truth)
            totals[kind] = new
            // Rates are settled at changes, so that an hour's inflow may come at once.
            if kind == .water {
                if Double(new - old) > drawPerMillisecond * 3_600_000 { complain("much water") }
            } else if new > old {
                complain("\(kind) has become more: \(old), \(new)")
            }
        }
    }

    // MARK: Facts

    private mutating func take(_ fact: Fact, _ truth: GroundTruth, _ arrived: inout [[Int64]]) {
        switch fact.content {
        case .demanded(_, let kind, let wanted, let met):
            if met < 0 || met > wanted { complain("met \(met) of \(wanted)") }
            if met < wanted { count("unmet") }
            exact[kind]? -= Int64(met) * 1000
        case .convoyLeft(let convoy, _, _, _):
            if !left.insert(convoy).inserted { complain("convoy \(convoy) leaves twice") }
        case .convoyArrived(let convoy, let depot, let kind, _):
            let load = truth.convoys[convoy.index]
            if delivered.updateValue(load.thousandths, forKey: convoy) != nil
                || !left.contains(convoy)
            {
                complain("convoy \(convoy) delivers twice, or has never left")
            }
            arrived[depot.index][Int(kind.rawValue)] += load.thousandths
            count("convoy")
        case .reordered(_, _, _, let amount):
            if amount <= 0 { complain("\(fact.content)") }
            count("reordered")
        default: takeTeam(fact)
        }
    }

    private mutating func takeTeam(_ fact: Fact) {
        switch fact.content {
        case .turnedOut(let team): prove(team, at: register.teams[team.index].station, fact)
        case .returned(let team):
            prove(team, at: register.teams[team.index].station, fact)
            count("home")
        case .arrived(let team, let site): prove(team, at: site, fact)
        case .beganWork(let team, let task): prove(team, at: task.site, fact)
        case .diverted(_, let site, let turnsRound):
            count(site == nil ? "recalled" : "diverted")
            if turnsRound { count("turned round") }
        case .rerouted(_, let isHeld): count(isHeld ? "held" : "rerouted")
        case .contradicted: count("contradicted")
        case .stoppedWork(_, .reassigned): count("reassigned")
        default: break
        }
    }

    private mutating func prove(_ team: TeamID, at site: SiteID, _ fact: Fact) {
        prove(team, at: register.sites[site.index].staging, fact)
    }

    /// A team that is proved to be at two places has had the time to drive from one to the other.
    private mutating func prove(_ team: TeamID, at place: PlaceID, _ fact: Fact) {
        let last = proofs[team.index]
        let needed = open.travelTime(from: last.place, to: place)
        if fact.time - last.time + SimDuration(milliseconds: 50) < needed {
            complain(
                "\(fact.content): was at \(last.place) \((fact.time - last.time).seconds) s ago"
            )
        }
        proofs[team.index] = (place, fact.time)
    }

    /// A team is present at one site at most, and at none while it is on the road.
    private mutating func lookAtTeams(_ truth: GroundTruth) {
        var present = Array(repeating: 0, count: register.teams.count)
        for site in truth.sites.indices {
            var last = -1
            while let team = truth.roster.next(.present, at: SiteID(site), after: &last) {
                present[team.index] += 1
            }
        }
        for team in present.indices {
            let isOnRoad = truth.teams[team].trip != nil
            if present[team] > (isOnRoad ? 0 : 1) { complain("team \(team) is in two places") }
        }
    }

    private mutating func complain(_ text: String) {
        complaints.append("after \(now.hours) h: \(text)")
    }

    private mutating func count(_ what: String) { counts[what, default: 0] += 1 }
}
