import Command
import Vocabulary
import Wording

/// Puts conditions into plain words, as a planner would say them.
struct ConditionWording {
    private let scenario: ScenarioFile
    private let quantities: QuantityWords

    init(_ scenario: ScenarioFile) {
        self.scenario = scenario
        quantities = QuantityWords(scenario: scenario)
    }

    /// Returns what a condition says, without a full stop; nil for the one that always holds.
    func words(for condition: Condition) -> Bilingual? {
        condition.node.map { clause($0, holds: true) }
    }

    // MARK: Logic

    /// Returns what a part says, or that it does not hold.
    private func clause(_ node: ConditionNode, holds: Bool) -> Bilingual {
        switch node.kind {
        case .binary(.and, _, _): joined(node, by: .and, holds)
        case .binary(.or, _, _): joined(node, by: .or, holds)
        case .unary(.not, let part): clause(part, holds: !holds)
        case .comparison(let comparison, let left, let right):
            compared(left, holds ? comparison : comparison.opposite, right)
        case .quantity(let quantity): truth(quantity, holds)
        case .number, .level, .unary, .binary: value(node)
        }
    }

    private func joined(_ node: ConditionNode, by step: Instruction, _ holds: Bool) -> Bilingual {
        let isAnd = (step == .and) == holds
        let parts = node.parts(joinedBy: step).map { part -> Bilingual in
            let words = clause(part, holds: holds)
            return Self.isGroup(part)
                ? Bilingual("(\(words.english))", "（\(words.chinese)）") : words
        }
        return isAnd ? Self.and(parts) : Self.or(parts)
    }

    private static func and(_ parts: [Bilingual]) -> Bilingual {
        func join(_ parts: [String], _ comma: String, _ last: String) -> String {
            let first = parts.dropLast().joined(separator: comma)
            return first.isEmpty ? parts.joined() : first + last + (parts.last ?? "")
        }
        return Bilingual(
            join(parts.map(\.english), ", ", " and "),
            join(parts.map(\.chinese), "，", "，且")
        )
    }

    private static func or(_ parts: [Bilingual]) -> Bilingual {
        Bilingual(
            parts.map(\.english).joined(separator: ", or "),
            parts.map(\.chinese).joined(separator: "，或")
        )
    }

    private static func isGroup(_ node: ConditionNode) -> Bool {
        switch node.kind {
        case .binary(.and, _, _), .binary(.or, _, _): true
        case .unary(.not, let part): isGroup(part)
        default: false
        }
    }

    private func truth(_ quantity: Quantity, _ holds: Bool) -> Bilingual {
        func site(_ id: SiteID) -> Bilingual { scenario.names.sites[id.index].title }
        switch quantity {
        case .incident(let id):
            return holds
                ? Bilingual(
                    "an incident at \(site(id).english) is known",
                    "获知\(site(id).chinese)发生事件"
                )
                : Bilingual(
                    "no incident at \(site(id).english) is known",
                    "未获知\(site(id).chinese)发生事件"
                )
        case .chemicals(let id):
            return holds
                ? Bilingual(
                    "the chemicals at \(site(id).english) are identified",
                    "\(site(id).chinese)危化品已查明"
                )
                : Bilingual(
                    "the chemicals at \(site(id).english) are not identified yet",
                    "\(site(id).chinese)危化品尚未查明"
                )
        default: return quantities.words(for: quantity).subject
        }
    }

    // MARK: Comparisons

    private func compared(
        _ left: ConditionNode,
        _ comparison: ConditionNode.Comparison,
        _ right: ConditionNode
    ) -> Bilingual {
        if case .quantity(let quantity) = left.kind, let number = right.constant {
            return compared(quantity, comparison, number)
        }
        if case .quantity(let quantity) = right.kind, let number = left.constant {
            return compared(quantity, comparison.mirrored, number)
        }
        if let number = right.constant {
            return compared(wording(left), comparison, number)
        }
        let (one, other) = (value(left), value(right))
        let verb = comparison.verb(isPlural: wording(left).isPlural)
        return Bilingual(
            "\(one.english) \(verb.english) \(other.english)",
            "\(one.chinese)\(verb.chinese)\(other.chinese)"
        )
    }

    private func compared(
        _ quantity: Quantity,
        _ comparison: ConditionNode.Comparison,
        _ number: Double
    ) -> Bilingual {
        switch quantity {
        case .ownLevel: return level(nil, comparison, number)
        case .level(let post):
            return level(scenario.names.posts[post.index].title, comparison, number)
        case .minutesKnown: return known(comparison, number)
        default: break
        }
        let words = quantities.words(for: quantity)
        let isSome =
            comparison == .greater && number == 0 || comparison == .notEqual && number == 0
            || comparison == .greaterOrEqual && number == 1 && quantity.isWhole
        let isNone =
            comparison == .equal && number == 0 || comparison == .lessOrEqual && number == 0
            || comparison == .less && number == 1 && quantity.isWhole
        if isSome, let some = words.some { return some }
        if isNone, let none = words.none { return none }
        return compared(words, comparison, number)
    }

    private func compared(
        _ words: QuantityWording,
        _ comparison: ConditionNode.Comparison,
        _ number: Double
    ) -> Bilingual {
        let be = words.isPlural ? "are" : "is"
        let english = "\(comparison.english) \(grouped(number))".trimmingBlanks
        let unit = words.unit.english.isEmpty ? "" : " \(words.unit.english)"
        let amount = numeral(number) + words.unit.chinese
        return Bilingual(
            "\(words.subject.english) \(be) \(english)\(unit)",
            words.subject.chinese + comparison.chinese(amount)
        )
    }

    /// Says how long a post has known.
    private func known(_ comparison: ConditionNode.Comparison, _ minutes: Double) -> Bilingual {
        let time = Bilingual.minutes(minutes)
        switch comparison {
        case .greaterOrEqual, .greater:
            return Bilingual(
                "the post has known for \(time.english)",
                "获知事件已\(comparison == .greater ? "超过" : "满")\(time.chinese)"
            )
        case .less, .lessOrEqual:
            return Bilingual(
                "the post has known for \(comparison == .less ? "less than" : "at most") \(time.english)",
                "获知事件\(comparison == .less ? "不足" : "不超过")\(time.chinese)"
            )
        case .equal, .notEqual:
            let isEqual = comparison == .equal
            return Bilingual(
                "the post has\(isEqual ? "" : " not") known for exactly \(time.english)",
                "获知事件\(isEqual ? "恰满" : "不是恰满")\(time.chinese)"
            )
        }
    }

    // MARK: Levels

    /// Says how the level of a post compares; nil stands for the post itself.
    private func level(
        _ post: Bilingual?,
        _ comparison: ConditionNode.Comparison,
        _ number: Double
    ) -> Bilingual {
        let who = post ?? Bilingual("the post", "本级")
        let level = ResponseLevel(rawValue: UInt8(max(0, min(4, number)))) ?? .none
        let (english, chinese) = (level.title.english, level.title.chinese)
        func say(_ verb: String, _ phrase: String) -> Bilingual {
            Bilingual("\(who.english) \(verb)", "\(who.chinese)\(phrase)")
        }
        switch comparison {
        case .greater where level == .none, .notEqual where level == .none,
            .greaterOrEqual where level == .four:
            return say("has started a response", "已启动响应")
        case .equal where level == .none, .lessOrEqual where level == .none,
            .less where level == .four:
            return say("has started no response", "未启动响应")
        case .greaterOrEqual where level == .one:
            return say("has started a \(english)", "已启动\(chinese)")
        case .greaterOrEqual:
            return say("has started a \(english) or higher", "已启动\(level.chineseName)以上响应")
        case .equal: return say("is at \(english)", "处于\(chinese)")
        case .notEqual: return say("is not at \(english)", "不处于\(chinese)")
        case .less: return say("is below \(english)", "响应级别低于\(level.chineseName)")
        case .lessOrEqual: return say("is not above \(english)", "响应级别不高于\(level.chineseName)")
        case .greater: return say("is above \(english)", "响应级别高于\(level.chineseName)")
        }
    }

    // MARK: Values

    private func value(_ node: ConditionNode) -> Bilingual {
        switch node.kind {
        case .number(let number): return Bilingual(grouped(number), numeral(number))
        case .level(let number):
            return (ResponseLevel(rawValue: UInt8(max(0, min(4, number)))) ?? .none).title
        case .quantity(.ownLevel): return Bilingual("the level of the post", "本级响应级别")
        case .quantity(.level(let post)):
            let name = scenario.names.posts[post.index].title
            return Bilingual("the level of \(name.english)", "\(name.chinese)的响应级别")
        default: return wording(node).subject
        }
    }

    /// Returns the words for a value that is reckoned.
    private func wording(_ node: ConditionNode) -> QuantityWording {
        switch node.kind {
        case .quantity(let quantity): return quantities.words(for: quantity)
        case .binary(.add, let left, let right):
            let unit = wording(left).unit
            let (one, other) = (value(left), value(right))
            return QuantityWording(
                subject: Bilingual(
                    "\(one.english) and \(other.english) together",
                    "\(one.chinese)与\(other.chinese)之和"
                ),
                unit: unit == wording(right).unit ? unit : Bilingual("", "")
            )
        case .binary(let step, let left, let right):
            let (one, other) = (value(left), value(right))
            let sign = Self.sign(of: step)
            return QuantityWording(
                subject: Bilingual(
                    "\(one.english) \(sign.english) \(other.english)",
                    "\(one.chinese)\(sign.chinese)\(other.chinese)"
                )
            )
        case .unary(_, let part):
            let inner = value(part)
            return QuantityWording(
                subject: Bilingual("minus \(inner.english)", "负的\(inner.chinese)")
            )
        case .number, .level: return QuantityWording(subject: value(node), isPlural: false)
        case .comparison: return QuantityWording(subject: clause(node, holds: true))
        }
    }

    private static func sign(of step: Instruction) -> Bilingual {
        switch step {
        case .subtract: Bilingual("less", "减去")
        case .multiply: Bilingual("times", "乘以")
        default: Bilingual("divided by", "除以")
        }
    }

    /// Writes a number with commas between its thousands.
    private func grouped(_ number: Double) -> String {
        guard number == number.rounded(), number.magnitude < 1e15, number.magnitude >= 10_000 else {
            return numeral(number)
        }
        return Bilingual.grouped(Int(number))
    }
}

extension ConditionNode {
    /// The number or level that it is, or nil.
    fileprivate var constant: Double? {
        switch kind {
        case .number(let value), .level(let value): value
        default: nil
        }
    }
}

extension ConditionNode.Comparison {
    /// What stands before a number in English.
    fileprivate var english: String {
        switch self {
        case .less: "below"
        case .lessOrEqual: "at most"
        case .greater: "above"
        case .greaterOrEqual: "at least"
        case .equal: ""
        case .notEqual: "not"
        }
    }

    /// What stands around an amount in Chinese.
    fileprivate func chinese(_ amount: String) -> String {
        switch self {
        case .less: "不足\(amount)"
        case .lessOrEqual: "不超过\(amount)"
        case .greater: "超过\(amount)"
        case .greaterOrEqual: "达到\(amount)以上"
        case .equal: "为\(amount)"
        case .notEqual: "不为\(amount)"
        }
    }

    /// What stands between two values.
    fileprivate func verb(isPlural: Bool) -> Bilingual {
        let be = isPlural ? "are" : "is"
        return switch self {
        case .less: Bilingual("\(be) below", "少于")
        case .lessOrEqual: Bilingual("\(be) at most", "不多于")
        case .greater: Bilingual(isPlural ? "exceed" : "exceeds", "多于")
        case .greaterOrEqual: Bilingual("\(be) at least", "不少于")
        case .equal: Bilingual(isPlural ? "equal" : "equals", "等于")
        case .notEqual: Bilingual(isPlural ? "differ from" : "differs from", "不等于")
        }
    }
}

extension ResponseLevel {
    /// The level without the word for a response, in Chinese.
    var chineseName: String {
        switch self {
        case .none: "零级"
        case .four: "四级"
        case .three: "三级"
        case .two: "二级"
        case .one: "一级"
        }
    }
}

extension Bilingual {
    /// Says a length of time, in hours where it is a whole number of them from two up [min].
    static func minutes(_ minutes: Double) -> Bilingual {
        if minutes >= 120, minutes.truncatingRemainder(dividingBy: 60) == 0 {
            let hours = numeral(minutes / 60)
            return Bilingual("\(hours) h", "\(hours)小时")
        }
        return Bilingual("\(numeral(minutes)) min", "\(numeral(minutes))分钟")
    }

    /// Writes a whole number with commas between its thousands.
    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmingBlanks: String {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
