public import Scoring

/// A link, or group of links, of why-chains as tables name it.
public struct CauseName: Sendable {
    /// Name in result files.
    public let name: String
    /// Name for readers.
    public let title: Bilingual
}

extension Measure {
    /// What a column of causes lays its outcome to; nil for other measures.
    public var cause: CauseName? {
        let (name, english, chinese): (String, String, String)
        switch frame {
        case .causesOfDeaths: (name, english, chinese) = causeOfDeaths
        case .causesOfLateArrivals: (name, english, chinese) = causeOfLateArrivals
        case .causesOfMissedGoals: (name, english, chinese) = causeOfMissedGoals
        default: return nil
        }
        return CauseName(name: name, title: Bilingual(english, chinese))
    }

    private var causeOfDeaths: (String, String, String) {
        switch self {
        case .deathsByHazard: ("Hazard", "at once, by the hazard", "当场死亡")
        case .deathsByBeyondReach:
            ("BeyondReach", "before any team could have come", "力量可达之前死亡")
        case .deathsByDetection: ("Detection", "detected late", "发现晚")
        case .deathsByReporting: ("Reporting", "reported late", "报告晚")
        case .deathsByLoss: ("Loss", "message lost", "信息丢失重发")
        case .deathsByDeciding: ("Deciding", "decided late", "决策慢")
        case .deathsByOrdering: ("Ordering", "order on its way", "指令传达慢")
        case .deathsByTurnout: ("Turnout", "slow turnout", "出动慢")
        case .deathsByTravel: ("Travel", "long or blocked roads", "路途远或受阻")
        case .deathsBySearch: ("Search", "not found in time", "搜寻未及")
        case .deathsByFreeing: ("Freeing", "not freed in time", "破拆救出慢")
        case .deathsByQueue: ("Queue", "queue at the collection point", "现场排队候治候运")
        case .deathsByStock: ("Stock", "no medical supplies", "急救物资短缺")
        case .deathsByHospital: ("Hospital", "wrong hospital, sent on", "送错医院、转院")
        case .deathsByCare: ("Care", "waiting for surgery", "院内候治")
        default: ("Withdrawal", "team withdrawn", "队伍撤离")
        }
    }

    private var causeOfLateArrivals: (String, String, String) {
        switch self {
        case .lateArrivalsByDetection: ("Detection", "need detected late", "需求发现晚")
        case .lateArrivalsByReporting: ("Reporting", "reported late", "报告晚")
        case .lateArrivalsByLoss: ("Loss", "message lost", "信息丢失重发")
        case .lateArrivalsByDeciding: ("Deciding", "decided late", "决策慢")
        case .lateArrivalsByOrdering: ("Ordering", "order on its way", "指令传达慢")
        case .lateArrivalsByTurnout: ("Turnout", "slow turnout", "出动慢")
        default: ("Travel", "long or blocked roads", "路途远或受阻")
        }
    }

    private var causeOfMissedGoals: (String, String, String) {
        switch self {
        case .missedGoalsByHazard: ("Hazard", "the hazard itself", "灾害本身")
        case .missedGoalsByDetection: ("Detection", "detection", "发现")
        case .missedGoalsByReporting: ("Reporting", "reporting, lost messages", "报告与信息丢失")
        case .missedGoalsByCommand: ("Command", "deciding and ordering", "决策与指令")
        case .missedGoalsByMovement: ("Movement", "turnout and travel", "出动与路途")
        case .missedGoalsByRescue: ("Rescue", "search and rescue", "搜寻与救出")
        case .missedGoalsByCare: ("Care", "medical care", "伤员救治")
        case .missedGoalsBySupplies: ("Supplies", "supplies", "物资保障")
        default: ("Work", "work on the hazard", "现场处置")
        }
    }
}
