import Wording

/// A column of a master scenario events list (主情景事件清单).
enum InjectColumn: CaseIterable {
    case number, time, clock, trigger, kind, hidden, from, to, mode, controller, description
    case expected, objective, change, status, note

    /// Heading as it is written.
    var heading: Bilingual {
        switch self {
        case .number: Bilingual("No.", "序号")
        case .time: Bilingual("Scenario time", "情景时间")
        case .clock: Bilingual("Clock time", "注入时间")
        case .trigger: Bilingual("Trigger", "触发条件")
        case .kind: Bilingual("Type", "类型")
        case .hidden: Bilingual("Hidden", "是否隐蔽")
        case .from: Bilingual("From", "发送方")
        case .to: Bilingual("To", "接收方")
        case .mode: Bilingual("Mode", "注入方式")
        case .controller: Bilingual("Controller", "导调人员")
        case .description: Bilingual("Description", "事件描述")
        case .expected: Bilingual("Expected action", "预期行动")
        case .objective: Bilingual("Objective", "演练目标")
        case .change: Bilingual("Change", "情景变化")
        case .status: Bilingual("Status", "状态")
        case .note: Bilingual("Notes", "备注")
        }
    }

    /// Other headings under which the column is known.
    private var aliases: [String] {
        switch self {
        case .number: ["编号", "事件编号", "event number", "event no.", "no", "id", "#"]
        case .time: ["时间", "演练时间", "相对时间", "time", "exercise time"]
        case .clock: ["注入时刻", "实际时间", "inject time"]
        case .trigger: ["条件", "触发", "condition"]
        case .kind: ["事件类型", "event type"]
        case .hidden: ["隐蔽", "双盲", "double-blind"]
        case .from: ["来源", "信息来源", "sender"]
        case .to: ["接收单位", "参演单位", "receiver", "player"]
        case .mode: ["方式", "传递方式", "inject mode"]
        case .controller: ["导调员", "控制人员", "责任导调员"]
        case .description: ["内容", "事件内容", "情景描述", "注入内容", "synopsis", "inject"]
        case .expected: ["预期反应", "预期响应", "期望行动", "expected response"]
        case .objective: ["目标", "对应目标", "考核目标", "capability"]
        case .change: ["变化", "情景改变"]
        case .status: ["执行状态"]
        case .note: ["说明", "remarks", "note"]
        }
    }

    /// Returns the column under a heading, or nil.
    static func named(_ heading: String) -> InjectColumn? {
        let name = heading.lowercased()
        return allCases.first { column in
            column.heading.english.lowercased() == name || column.heading.chinese == name
                || column.aliases.contains(name)
        }
    }

    /// All headings in both languages, for messages.
    static var names: [String] { allCases.flatMap { [$0.heading.chinese, $0.heading.english] } }

    /// Key of an inject that the column holds as it is; nil where it is made of several.
    var key: String? {
        switch self {
        case .number: "id"
        case .from: "from"
        case .to: "to"
        case .mode: "mode"
        case .controller: "controller"
        case .expected: "expected"
        case .objective: "objective"
        case .status: "status"
        case .note: "note"
        case .time, .clock, .trigger, .kind, .hidden, .description, .change: nil
        }
    }
}

/// A word with which a trigger or a change is written, followed by names.
enum InjectWord: CaseIterable {
    case begins, isOut, arrival, level
    case hazard, closes, opens, cut, restored, cutOff, reached, casualty

    /// The word in both languages.
    var word: Bilingual {
        switch self {
        case .begins: Bilingual("begins", "发生")
        case .isOut: Bilingual("isOut", "熄灭")
        case .arrival: Bilingual("arrivalAt", "到场")
        case .level: Bilingual("level", "响应")
        case .hazard: Bilingual("hazard", "致灾因子")
        case .closes: Bilingual("close", "道路中断")
        case .opens: Bilingual("open", "道路恢复")
        case .cut: Bilingual("cut", "通信中断")
        case .restored: Bilingual("restore", "通信恢复")
        case .cutOff: Bilingual("cutOff", "失联")
        case .reached: Bilingual("reached", "恢复联络")
        case .casualty: Bilingual("casualty", "伤员")
        }
    }

    /// What follows the word, for messages.
    var pattern: Bilingual {
        let places: (String, String) =
            switch self {
            case .begins, .isOut, .hazard: ("HAZARD", "致灾因子名")
            case .arrival: ("SITE", "现场名")
            case .level: ("POST LEVEL", "机构名 级别")
            case .closes, .opens: ("PLACE PLACE", "地点名 地点名")
            case .casualty: ("ZONE PERSON SEVERITY", "区域名 人员序号 伤情")
            case .cutOff, .reached: ("POST", "机构名")
            case .cut, .restored: ("", "")
            }
        return Bilingual(
            places.0.isEmpty ? word.english : "\(word.english) \(places.0)",
            places.1.isEmpty ? word.chinese : "\(word.chinese) \(places.1)"
        )
    }

    /// Words of triggers.
    static let triggers: [InjectWord] = [.begins, .isOut, .arrival, .level]

    /// Words of changes.
    static let changes: [InjectWord] = [
        .hazard, .closes, .opens, .cut, .restored, .cutOff, .reached, .casualty,
    ]

    /// Returns a word of a group, in either language.
    static func named(_ text: String, among words: [InjectWord]) -> InjectWord? {
        words.first { $0.word.english == text || $0.word.chinese == text }
    }
}
