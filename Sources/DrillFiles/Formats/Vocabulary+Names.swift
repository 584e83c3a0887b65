import Situation
import Vocabulary
import Wording

/// Choices of a file among the cases of a kind.
enum Cases {
    /// Returns the choices for kinds that have names.
    static func of<Kind: Named>(_ kinds: [Kind]) -> [Choice] {
        kinds.map { Choice($0.name, $0.title.english, $0.title.chinese) }
    }

    /// Tasks that a plan may give; going home is an action of its own.
    static let tasks = TaskKind.allCases.filter { $0 != .release && $0 != .evacuate }
    /// What teams can be told to do on arrival: tasks without a target.
    static let arrivalTasks: [TaskKind] = [.stage, .treat, .pump, .survey, .refill]

    /// Levels that a post may start.
    static let startedLevels = ResponseLevel.allCases.filter { $0 != .none }

    /// Severities of people who are hurt.
    static let harms = Severity.allCases.filter { $0 != .unhurt }
}

extension Checked {
    /// Returns a case of a kind by its name in files.
    func named<Kind: Named & CaseIterable>(_ key: String? = nil) -> Kind {
        let name = key.map { text($0) } ?? text()
        guard let kind = Kind.allCases.first(where: { $0.name == name }) ?? Kind.allCases.first
        else {
            preconditionFailure("A kind has cases.")
        }
        return kind
    }
}

/// Names of sorts of items that a link carries.
enum CategoryName: String, CaseIterable {
    case incident, counts, verified, fires, progress, teams, stocks, beds, readings, response

    var category: ItemCategories {
        switch self {
        case .incident: .incident
        case .counts: .counts
        case .verified: .verified
        case .fires: .fires
        case .progress: .progress
        case .teams: .teams
        case .stocks: .stocks
        case .beds: .beds
        case .readings: .readings
        case .response: .response
        }
    }

    /// What is passed on, in English and Chinese.
    var meaning: (String, String) {
        switch self {
        case .incident: ("that something has happened", "事件信息")
        case .counts: ("counts of people", "伤亡清点")
        case .verified: ("verified counts", "核报数")
        case .fires: ("fires", "火情")
        case .progress: ("progress at the site", "现场进展")
        case .teams: ("teams", "队伍状态")
        case .stocks: ("stocks", "物资库存")
        case .beds: ("free beds", "空床")
        case .readings: ("readings of sensors", "监测数据")
        case .response: ("levels and requests", "响应级别与请求")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.meaning.0, $0.meaning.1) }
}

/// How the call centres of a scenario work together.
enum CallCentreMode: String, CaseIterable {
    case separate, merged

    static let choices = [
        Choice("separate", "each answers its own number", "分设：各接各的警"),
        Choice("merged", "one queue, all services told at once", "合并：统一接警、同步推送"),
    ]
}
