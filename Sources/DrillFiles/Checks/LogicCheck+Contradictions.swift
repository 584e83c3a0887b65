import Command
import DrillModel
import Situation
import Vocabulary
import Wording

/// Checks of what rules do to each other, and of responses that never end.
extension LogicCheck {
    /// Most pairs of rules that are compared -- constant.
    private static let mostPairs = 20_000

    /// No rule undoes what another of the same post does at the same time.
    mutating func checkContradictions() {
        var pairs = 0
        for later in plan.rules.indices where reachability.rules[later] {
            checkItself(later)
            for earlier in 0..<later where reachability.rules[earlier] {
                guard plan.rules[earlier].post == plan.rules[later].post,
                    let clash = clash(earlier, later)
                else { continue }
                pairs += 1
                if pairs > Self.mostPairs { return }
                check(clash, earlier, later)
            }
        }
    }

    /// The actions of one rule do not contradict each other.
    private mutating func checkItself(_ rule: Int) {
        let actions = plan.rules[rule].actions
        for later in actions.indices {
            for earlier in 0..<later {
                guard let how = Clash.between(actions[earlier], actions[later]) else { continue }
                report(
                    "contradiction",
                    Bilingual(
                        "this contradicts another action of the same rule: \(how.words.english)",
                        "与同一规则的另一动作相矛盾：\(how.words.chinese)"
                    ),
                    at: value(of: later, in: rule).range,
                    help: Bilingual("leave one of the two out", "请删去其中之一"),
                    notes: [note(value(of: earlier, in: rule).range)]
                )
                return
            }
        }
    }

    /// Returns the first actions of two rules that contradict each other.
    private func clash(_ earlier: Int, _ later: Int) -> (Clash, Int, Int)? {
        for (second, after) in plan.rules[later].actions.enumerated() {
            for (first, before) in plan.rules[earlier].actions.enumerated() {
                if let how = Clash.between(before, after) { return (how, first, second) }
            }
        }
        return nil
    }

    private mutating func check(_ clash: (how: Clash, first: Int, second: Int), _ a: Int, _ b: Int)
    {
        let (one, other) = (outline.rules[a], outline.rules[b])
        let reasoner = Reasoner(domains: reachability.domains, post: plan.rules[b].post)
        guard reasoner.canHold([Claim(one), Claim(other)]) else { return }
        let isCertain = reasoner.implies(one, other) && reasoner.implies(other, one)
        let isRepeated =
            plan.rules[a].againAfterSeconds != nil || plan.rules[b].againAfterSeconds != nil
        guard isCertain || isRepeated || clash.how.isOpen else { return }
        let name = quoted(ruleValues[a].asName.id)
        let words = clash.how.words
        let message =
            isCertain
            ? Bilingual(
                "this contradicts the rule \(name), whose condition holds at the same times: \(words.english)",
                "与规则 \(name) 相矛盾，二者条件总是同时成立：\(words.chinese)"
            )
            : Bilingual(
                "this contradicts the rule \(name) where the conditions of both hold: \(words.english)",
                "与规则 \(name) 的条件可能同时成立，此时相矛盾：\(words.chinese)"
            )
        doubt(
            "contradiction",
            message,
            at: value(of: clash.second, in: b).range,
            help: clash.how.help,
            notes: [note(value(of: clash.first, in: a).range)]
        )
    }

    private func value(of action: Int, in rule: Int) -> Checked {
        ruleValues[rule].list("do")[action].alternative().value
    }

    private func note(_ range: SourceRange) -> Diagnostic.Note {
        Diagnostic.Note(Bilingual("the other one stands here", "另一处在这里"), at: range)
    }

    // MARK: Responses that never end

    /// A post that starts a response has a rule that lowers or ends it.
    mutating func checkEnds() {
        for post in scenario.scenario.situation.posts.indices {
            let own = plan.rules.indices.filter {
                reachability.rules[$0] && plan.rules[$0].post == PostID(post)
            }
            guard !own.contains(where: { lowers($0, among: own) }) else { continue }
            guard let (rule, action) = firstStart(among: own) else { continue }
            let name = scenario.names.posts[post].id
            doubt(
                "level-without-end",
                Bilingual(
                    "\(quoted(name)) starts a response that no rule ever lowers or ends",
                    "\(quotedChinese(name))启动响应后，没有规则降级或终止响应"
                ),
                at: value(of: action, in: rule).range,
                help: Bilingual(
                    "add a rule that does { \"endResponse\": {} }, as when level > none && burningFires == 0 && minutesKnown >= 2880",
                    "请补充一条规则，以 { \"endResponse\": {} } 终止响应，例如条件为 level > none && burningFires == 0 && minutesKnown >= 2880"
                )
            )
        }
    }

    private func firstStart(among rules: [Int]) -> (rule: Int, action: Int)? {
        for rule in rules {
            for (index, action) in plan.rules[rule].actions.enumerated() {
                switch action {
                case .level(let level), .raise(let level):
                    if level != .none { return (rule, index) }
                default: continue
                }
            }
        }
        return nil
    }

    /// Tells whether a rule lowers or ends the response that rules of its post may have started.
    private func lowers(_ rule: Int, among rules: [Int]) -> Bool {
        let highest = rules.flatMap { plan.rules[$0].actions }.compactMap { $0.startedLevel }.max()
        return plan.rules[rule].actions.contains { action in
            switch action {
            case .lower: true
            case .level(let level): level < highest ?? .none
            default: false
            }
        }
    }
}

/// How two actions of a post contradict each other.
private struct Clash {
    /// What contradicts what.
    let words: Bilingual
    /// How to mend it.
    let help: Bilingual
    /// Whether it is open which of the two wins where both are done about the same time, even once.
    let isOpen: Bool

    /// Returns how two actions contradict each other, or nil.
    static func between(_ first: Action, _ second: Action) -> Clash? {
        switch (first, second) {
        case (.level(let one), .level(let other)) where one != other:
            levels(one, other, isOpen: one != .none && other != .none)
        case (.level(let one), .raise(let other)), (.raise(let other), .level(let one)):
            one < other ? levels(one, other, isOpen: one != .none) : nil
        case (.level(let one), .lower(let other)), (.lower(let other), .level(let one)),
            (.raise(let one), .lower(let other)), (.lower(let other), .raise(let one)):
            one > other ? levels(one, other, isOpen: false) : nil
        case (.dispatch(let dispatch), .release(let kinds, let site, _)),
            (.release(let kinds, let site, _), .dispatch(let dispatch)):
            dispatches(dispatch, kinds, site)
        case (.warn(let leaving), .shelter(let staying)),
            (.shelter(let staying), .warn(let leaving)):
            leaving.contains(where: staying.contains) ? leaveOrStay : nil
        default: nil
        }
    }

    /// People of a zone are told to leave and to stay.
    private static var leaveOrStay: Clash {
        Clash(
            words: Bilingual(
                "people of a zone are told to leave and to stay indoors",
                "同一区域人员既被要求撤离、又被要求就地避险"
            ),
            help: Bilingual(
                "name each zone in one of the two, or let the conditions exclude each other",
                "请将每个区域只列入其中之一，或使两条规则的条件互斥"
            ),
            isOpen: false
        )
    }

    private static func levels(
        _ one: ResponseLevel,
        _ other: ResponseLevel,
        isOpen: Bool
    ) -> Clash {
        Clash(
            words: Bilingual(
                "\(one.title.english) and \(other.title.english) at once",
                "同时\(one.deed)与\(other.deed)"
            ),
            help: Bilingual(
                "write \"raiseLevel\" or \"lowerLevel\" where a level is only to go up or down, or let the conditions exclude each other",
                "只提级时请改用 \"raiseLevel\"，只降级时改用 \"lowerLevel\"，或使两条规则的条件互斥"
            ),
            isOpen: isOpen
        )
    }

    private static func dispatches(
        _ dispatch: Dispatch,
        _ released: [TeamKind],
        _ site: SiteID
    ) -> Clash? {
        guard dispatch.site == site, let kind = dispatch.kinds.first(where: released.contains)
        else { return nil }
        return Clash(
            words: Bilingual(
                "teams are sent and sent home (\(kind.title.english))",
                "同类队伍一边调派、一边撤收（\(kind.title.chinese)）"
            ),
            help: Bilingual(
                "let the conditions exclude each other, as in burningFires > 0 and burningFires == 0",
                "请使两条规则的条件互斥，例如 burningFires > 0 与 burningFires == 0"
            ),
            isOpen: false
        )
    }
}

extension Action {
    /// Level that it may start, or nil.
    fileprivate var startedLevel: ResponseLevel? {
        switch self {
        case .level(let level), .raise(let level): level
        default: nil
        }
    }
}

extension ResponseLevel {
    /// Bringing a response to this level, in Chinese.
    fileprivate var deed: String { self == .none ? "终止响应" : "启动\(title.chinese)" }
}
