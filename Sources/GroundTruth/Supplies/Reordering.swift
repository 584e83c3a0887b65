import EventKernel
import Vocabulary

/// How depots fill themselves up again, kind by kind.
struct Reordering: Sendable {
    /// One kind that one depot has others send.
    struct Rule: BitwiseCopyable {
        let depot: DepotID
        let source: DepotID
        let kind: SupplyKind
        /// Stock and loads under way at which it asks [thousandths of the unit].
        let least: Int64
        /// Stock and loads under way up to which it asks [thousandths of the unit].
        let most: Int64
    }

    /// All of them; none in most scenarios.
    let rules: [Rule]
    /// Rule of every depot for every kind, depots outermost; -1 for none -- derived.
    private let ruleOf: [Int32]
    /// First rule that asks every depot for every kind, depots outermost; -1 for none -- derived.
    private let firstAsking: [Int32]
    /// The next rule that asks the same depot for the same kind, of every rule; -1 for none -- derived.
    private let nextAsking: [Int32]
    /// Amount that each has asked for and the source has not yet granted [whole units] -- state.
    private(set) var asked: [Int32]
    /// How often each has asked, for the streams -- state.
    private(set) var times: [Int32]

    /// Takes what depots have arranged.
    init(_ depots: [DepotDefinition]) {
        rules = depots.enumerated().flatMap { number, depot in
            SupplyKind.allCases.compactMap { kind -> Rule? in
                guard let reorder = depot.reorder, reorder.most[kind] > 0 else { return nil }
                return Rule(
                    depot: DepotID(number),
                    source: reorder.source,
                    kind: kind,
                    least: Int64(reorder.least[kind]) * 1000,
                    most: Int64(reorder.most[kind]) * 1000
                )
            }
        }
        let none = Array(
            repeating: Int32(-1),
            count: rules.isEmpty ? 0 : depots.count * SupplyKind.count
        )
        var (own, first) = (none, none)
        var next = Array(repeating: Int32(-1), count: rules.count)
        for number in rules.indices.reversed() {
            let rule = rules[number]
            own[Self.place(rule.depot, rule.kind)] = Int32(number)
            next[number] = first[Self.place(rule.source, rule.kind)]
            first[Self.place(rule.source, rule.kind)] = Int32(number)
        }
        (ruleOf, firstAsking, nextAsking) = (own, first, next)
        asked = Array(repeating: 0, count: rules.count)
        times = asked
    }

    private static func place(_ depot: DepotID, _ kind: SupplyKind) -> Int {
        depot.index * SupplyKind.count + Int(kind.rawValue)
    }

    private static func number(_ rule: Int32) -> Int? { rule < 0 ? nil : Int(rule) }

    /// Rule by which a depot asks for a kind; nil where there is none.
    func rule(of depot: DepotID, _ kind: SupplyKind) -> Int? {
        Self.number(ruleOf[Self.place(depot, kind)])
    }

    /// First rule that asks a depot for a kind; nil where there is none.
    func firstDependent(on source: DepotID, _ kind: SupplyKind) -> Int? {
        rules.isEmpty ? nil : Self.number(firstAsking[Self.place(source, kind)])
    }

    /// The next rule that asks the same depot for the same kind; nil behind the last.
    func nextDependent(after rule: Int) -> Int? { Self.number(nextAsking[rule]) }

    /// Puts everything to the start of a drill.
    mutating func reset() {
        for rule in rules.indices { (asked[rule], times[rule]) = (0, 0) }
    }

    /// Notes that a rule asks for so much.
    mutating func ask(_ amount: Int32, by rule: Int) {
        asked[rule] = amount
        times[rule] += 1
    }

    /// Notes that what a rule asked for is before the source, and returns it.
    mutating func grant(_ rule: Int) -> Int32 {
        defer { asked[rule] = 0 }
        return asked[rule]
    }
}

extension GroundTruth {
    /// Lets every depot look whether it has enough to begin with.
    mutating func beginReordering(_ moment: inout Moment) {
        reordering.reset()
        for rule in reordering.rules.indices { review(rule, because: .none, &moment) }
    }

    /// Lets a depot look whether it has enough of a kind, now that some is gone.
    @inline(__always)
    mutating func review(
        _ kind: SupplyKind,
        in depot: DepotID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard !reordering.rules.isEmpty else { return }
        if let rule = reordering.rule(of: depot, kind) { review(rule, because: cause, &moment) }
    }

    /// Lets those ask again whom a depot supplies, now that it has something.
    mutating func reviewDependents(
        of source: DepotID,
        _ kind: SupplyKind,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        var dependent = reordering.firstDependent(on: source, kind)
        while let rule = dependent {
            review(rule, because: cause, &moment)
            dependent = reordering.nextDependent(after: rule)
        }
    }

    private mutating func review(_ number: Int, because cause: FactID, _ moment: inout Moment) {
        let rule = reordering.rules[number]
        guard reordering.asked[number] == 0 else { return }
        let underWay = freight[rule.depot.index].underWay[Int(rule.kind.rawValue)]
        let position = depots[rule.depot.index][rule.kind] + underWay
        // Whole units travel; what is missing of one is not worth a convoy.
        let missing = Int32(truncatingIfNeeded: (rule.most - position) / 1000)
        guard position <= rule.least, missing > 0 else { return }
        reordering.ask(missing, by: number)
        let fact = moment.record(
            .reordered(rule.depot, from: rule.source, rule.kind, amount: missing),
            because: cause
        )
        let ordinal = reordering.times[number] << 3 | Int32(rule.kind.rawValue)
        let time = moment.instant.duration(
            register.depots[rule.depot.index].reorder?.request ?? .constant(0),
            .supplyRequest,
            rule.depot.entity(ordinal)
        )
        outbox.schedule(
            .supplyRequested(Int32(number), because: fact),
            at: moment.now + time,
            .movement
        )
    }

    /// A request is granted at the source, which sends what it has.
    mutating func grant(_ rule: Int32, because cause: FactID, _ moment: inout Moment) {
        let amount = reordering.grant(Int(rule))
        let arrangement = reordering.rules[Int(rule)]
        sendSupplies(
            arrangement.kind,
            amount: amount,
            from: arrangement.source,
            to: arrangement.depot,
            because: cause,
            &moment
        )
    }
}
