/// Reads turn restrictions, and counts why some are of no use.
struct OSMRestrictions {
    /// A restriction over one crossing.
    struct Rule {
        /// Way on which one comes.
        let from: Int32
        /// Node of the crossing.
        let via: Int64
        /// Way into which one turns.
        let to: Int32
        /// Whether it names the only turn that is allowed, instead of one that is not.
        let isOnly: Bool
        let isUTurn: Bool

        /// Tells whether one must not turn into a road of a way, or back into that on which one comes.
        func forbids(_ way: Int32, isBack: Bool) -> Bool {
            if isOnly { return way != to || isBack }
            // A way that goes on over the crossing means the turn back only where that is said.
            return way == to && (from != to || isBack == isUTurn)
        }
    }

    /// What became of a restriction.
    enum Fate: Int, CaseIterable {
        case used, overWays, notOnMap, excepted, timed, unknown, needless
    }

    private var counts = Array(repeating: 0, count: Fate.allCases.count)

    mutating func count(_ fate: Fate) { counts[fate.rawValue] += 1 }

    /// Returns what a relation rules, or nil where it is of no use to us.
    mutating func rule(_ relation: OSMData.Relation, _ ways: [Int64: Int32]) -> Rule? {
        guard let text = relation.tags[.restriction] ?? relation.tags[.motorRestriction] else {
            // What holds at certain hours or for certain vehicles stands under other keys.
            count(.timed)
            return nil
        }
        guard text.hasPrefix("no_") || text.hasPrefix("only_") else {
            count(.unknown)
            return nil
        }
        if relation.tags[.except]?.contains("emergency") == true {
            count(.excepted)
            return nil
        }
        func members(_ role: String) -> [OSMData.Member] {
            relation.members.filter { $0.role == role }
        }
        guard let via = members("via").first, via.kind == .node else {
            count(.overWays)
            return nil
        }
        guard let from = members("from").first.flatMap({ ways[$0.id] }),
            let to = members("to").first.flatMap({ ways[$0.id] })
        else {
            count(.notOnMap)
            return nil
        }
        return Rule(
            from: from,
            via: via.id,
            to: to,
            isOnly: text.hasPrefix("only_"),
            isUTurn: text == "no_u_turn"
        )
    }

    func report(to report: inout ImportReport) {
        report.find("turnRestrictions", counts.reduce(0, +), "turn restrictions", "转向限制")
        report.drop(
            "turnsOverWays",
            counts[Fate.overWays.rawValue],
            "turn restrictions over several roads",
            "跨多条道路的转向限制"
        )
        report.drop(
            "turnsNotOnMap",
            counts[Fate.notOnMap.rawValue],
            "turn restrictions at roads that are left out or do not meet",
            "所涉道路未读入或不相接的转向限制"
        )
        report.drop(
            "turnsNeedless",
            counts[Fate.needless.rawValue],
            "turn restrictions that follow from one-way roads",
            "由单行道路已可得出的转向限制"
        )
        report.drop(
            "turnsExcepted",
            counts[Fate.excepted.rawValue],
            "turn restrictions that do not hold for emergency vehicles",
            "不适用于应急车辆的转向限制"
        )
        report.drop(
            "turnsTimed",
            counts[Fate.timed.rawValue],
            "turn restrictions for certain hours or other vehicles",
            "仅限特定时段或其他车辆的转向限制"
        )
        report.drop(
            "turnsUnknown",
            counts[Fate.unknown.rawValue],
            "turn restrictions of unknown kind",
            "类型不明的转向限制"
        )
    }
}
