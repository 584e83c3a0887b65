import EventKernel
import Vocabulary

/// What had not been done when a drill ended, read from its facts.
struct Leftovers {
    /// What is known of one person.
    private struct Person {
        var severity = Severity.unhurt
        var isTrapped = false
        var isFound = false
        var isDead = false
        var isCaredFor = false
    }

    private var people: [PersonID: Person] = [:]
    private var burning: Set<HazardID> = []
    private var openOrders: [OrderID: Bool] = [:]
    /// Sweeps of each zone that are complete.
    private(set) var sweeps: [Int32]
    /// Rules that fired, by number.
    private(set) var firedRules: Set<Int> = []
    /// Approvals asked for and given, by post and rule.
    private var requests: Set<Request> = []
    private var approvals: Set<Request> = []
    private(set) var ordersLost = 0
    private(set) var ordersGiven = 0
    private(set) var contradictions = 0
    private(set) var turnedAway = 0

    /// Approval of a rule that a post has asked for.
    struct Request: Hashable {
        let post: Int
        let rule: Int
    }

    /// Prepares for so many zones.
    init(zones: Int) {
        sweeps = Array(repeating: 0, count: zones)
    }

    /// Takes in the next fact.
    mutating func add(_ fact: Fact) {
        switch fact.content {
        case .ignited(let hazard, _), .reflared(let hazard): burning.insert(hazard)
        case .extinguished(let hazard, _): burning.remove(hazard)
        case .swept(let zone, let count):
            if sweeps.indices.contains(zone.index) { sweeps[zone.index] = count }
        case .ordered(let order, _, _, _), .orderedSupplies(let order, _, _, _, _, _),
            .orderedWarning(let order, _, _):
            ordersGiven += 1
            openOrders[order] = false
        case .orderDelivered(let order): openOrders[order] = true
        case .orderLost: ordersLost += 1
        case .contradicted: contradictions += 1
        case .decided(_, let rule): firedRules.insert(rule.index)
        case .requested(let post, let rule, _):
            requests.insert(Request(post: post.index, rule: rule.index))
        case .approved(_, let rule): approvals.insert(Request(post: -1, rule: rule.index))
        case .turnedAway: turnedAway += 1
        default: addPerson(fact.content)
        }
    }

    private mutating func addPerson(_ content: FactContent) {
        switch content {
        case .hurt(let person, let severity, _, _):
            people[person, default: Person()].severity = severity
        case .trapped(let person): people[person, default: Person()].isTrapped = true
        case .found(let person, _, _): people[person, default: Person()].isFound = true
        case .freed(let person, _):
            people[person, default: Person()].isTrapped = false
            people[person, default: Person()].isFound = true
        case .died(let person, _): people[person, default: Person()].isDead = true
        case .admitted(let person, _), .treatedAndSentHome(let person, _):
            people[person, default: Person()].isCaredFor = true
        default: break
        }
    }

    /// People still trapped at the end: alive, and dead.
    var trapped: (alive: Int, dead: Int) {
        let all = people.values.filter(\.isTrapped)
        let dead = all.count { $0.isDead }
        return (all.count - dead, dead)
    }

    /// People in need of a hospital who are alive and have not come to one.
    var uncared: Int {
        people.values.count {
            !$0.isDead && !$0.isCaredFor && ($0.severity == .moderate || $0.severity == .serious)
        }
    }

    /// Fires burning at the end, by number.
    var fires: [HazardID] { burning.sorted() }

    /// Orders that had not come by the end.
    var ordersOpen: Int { openOrders.values.count { !$0 } }

    /// Rules for which approval was asked and never given.
    var unapproved: [Int] {
        let given = Set(approvals.map(\.rule))
        return Set(requests.map(\.rule)).subtracting(given).sorted()
    }
}
