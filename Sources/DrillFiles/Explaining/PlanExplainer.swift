import Command
import DrillModel
import EventKernel
import Situation
import Vocabulary
import Wording

extension PlanFile {
    /// Explains the plan in plain words.
    ///
    /// - Parameter scenario: The scenario for which it was read.
    /// - Returns: The explanation.
    /// - Precondition: Scenario and plan were read without an error.
    public func explanation(for scenario: ScenarioFile) -> PlanExplanation {
        PlanExplainer(self, scenario).explanation
    }
}

/// Explains a plan: who commands, who reports, which levels, which rules, which tasks, with what.
struct PlanExplainer {
    typealias Entry = PlanExplanation.Entry

    let file: PlanFile
    let scenario: ScenarioFile
    let conditions: ConditionWording
    let actions: ActionWording

    var plan: Plan { file.plan }
    var names: ScenarioNames { scenario.names }

    init(_ file: PlanFile, _ scenario: ScenarioFile) {
        self.file = file
        self.scenario = scenario
        conditions = ConditionWording(scenario)
        actions = ActionWording(names: scenario.names)
    }

    /// The explanation.
    var explanation: PlanExplanation {
        var explanation = PlanExplanation()
        explanation.scenario = scenario.title
        explanation.plan = file.title
        if let text = file.outline?.root.optional("description") {
            explanation.description = Bilingual(text.text("en"), text.text("zh"))
        }
        let sections = [
            PlanExplanation.Section(
                key: "command",
                heading: Bilingual("Command structure", "指挥体制"),
                entries: command
            ),
            .init(key: "reporting", heading: Bilingual("Reporting", "信息报送"), entries: reporting),
            .init(
                key: "levels",
                heading: Bilingual("Response levels", "响应分级"),
                entries: levels
            ),
            .init(
                key: "rules",
                heading: Bilingual("Rules by post", "各级处置规则"),
                entries: rules
            ),
            .init(
                key: "tasks",
                heading: Bilingual("Tasks at the site, the most urgent first", "现场任务（按轻重缓急）"),
                entries: tasks
            ),
            .init(key: "schedule", heading: Bilingual("Schedule", "时间表"), entries: schedule),
            .init(
                key: "resources",
                heading: Bilingual("Forces and supplies", "力量与物资"),
                entries: resources
            ),
            .init(
                key: "basis",
                heading: Bilingual("What the plan rests on", "依据与假定"),
                entries: basis
            ),
        ]
        explanation.sections = sections.filter { !$0.entries.isEmpty }
        return explanation
    }

    func post(_ id: PostID) -> Bilingual { names.posts[id.index].title }

    // MARK: Command

    /// Who commands teams at the sites.
    private var command: [Entry] {
        let commanders = plan.reporting.commanders
        let all = Set(commanders).sorted()
        if all.count == 1, let only = all.first {
            let who = post(only)
            return [
                Entry(
                    Bilingual(
                        "Unified command: \(who.english) commands all teams at the site.",
                        "统一指挥：现场全部队伍由\(who.chinese)统一指挥。"
                    )
                )
            ]
        }
        let senders = Set(scenario.scenario.register.teams.map { $0.post })
            .union(plan.rules.filter(\.sendsTeams).map { $0.post })
        let rows = all.compactMap { commander -> Entry? in
            let own = commanders.indices.map { PostID($0) }
                .filter { commanders[$0.index] == commander && senders.contains($0) }
            guard !own.isEmpty else { return nil }
            let (who, whose) = (post(commander), actions.listed(own.map { post($0) }))
            return Entry(
                Bilingual(
                    "\(who.english) commands the teams sent by \(whose.english).",
                    "\(who.chinese)指挥由\(whose.chinese)派出的队伍。"
                )
            )
        }
        let heading = Bilingual(
            "Several posts command side by side; nobody coordinates them:",
            "多头指挥：下列机构各自指挥所派队伍，互不统属："
        )
        return [Entry(heading, rows)]
    }

    // MARK: Levels

    /// Which post starts, raises, lowers and ends which level, and when.
    private var levels: [Entry] {
        names.posts.indices.compactMap { number in
            let rows = ruleNumbers(of: PostID(number)).flatMap { rule in
                plan.rules[rule].actions.compactMap { action -> Entry? in
                    guard action.isLevel else { return nil }
                    let deed = actions.words(for: action, of: PostID(number))
                    let when = condition(ofRule: rule)
                    return Entry(
                        Bilingual(
                            "\(deed.english.capitalizedFirst): when \(when.english).",
                            "\(deed.chinese)：\(when.chinese)。"
                        ),
                        id: file.ruleNames[rule].id
                    )
                }
            }
            return rows.isEmpty
                ? nil : Entry(names.posts[number].title, id: names.posts[number].id, rows)
        }
    }

    // MARK: Rules

    /// The rules of every post, in the order in which it tries them.
    private var rules: [Entry] {
        names.posts.indices.compactMap { number in
            let own = ruleNumbers(of: PostID(number))
            guard !own.isEmpty else { return nil }
            let definition = scenario.scenario.situation.posts[number]
            let time = Bilingual.minutes(roundedMinutes(definition.decision.typical))
            let title = names.posts[number].title
            let heading =
                definition.decision.typical > 0
                ? Bilingual(
                    "\(title.english) (a decision takes about \(time.english))",
                    "\(title.chinese)（决策用时约\(time.chinese)）"
                ) : title
            return Entry(heading, id: names.posts[number].id, own.map { entry(ofRule: $0) })
        }
    }

    private func ruleNumbers(of post: PostID) -> [Int] {
        let own = plan.rules.indices.filter { plan.rules[$0].post == post }
        return own.sorted { left, right in
            let (first, second) = (plan.rules[left].priority, plan.rules[right].priority)
            return first != second ? first > second : left < right
        }
    }

    private func entry(ofRule number: Int) -> Entry {
        let rule = plan.rules[number]
        let when = condition(ofRule: number)
        var details = [
            Entry(Bilingual("When \(when.english)", "触发条件：\(when.chinese)"))
        ]
        for (index, action) in rule.actions.enumerated() {
            let words = actions.words(for: action, of: rule.post)
            let mark = rule.actions.count == 1 ? "处置措施：" : "处置措施\(index + 1)："
            details.append(Entry(Bilingual("→ \(words.english)", mark + words.chinese)))
        }
        if let again = rule.againAfterSeconds {
            let time = Bilingual.minutes(again / 60)
            details.append(
                Entry(
                    Bilingual(
                        "Again every \(time.english) while that holds",
                        "重复：条件持续期间每隔\(time.chinese)再次执行"
                    )
                )
            )
        }
        if let approver = rule.approver {
            let who = post(approver)
            details.append(
                Entry(
                    Bilingual(
                        "Only once \(who.english) has approved it",
                        "审批：须经\(who.chinese)批准后执行"
                    )
                )
            )
        }
        if rule.priority != 5 {
            details.append(
                Entry(
                    Bilingual(
                        "Priority \(rule.priority) (9 first, usually 5)",
                        "优先级：\(rule.priority)（9最优先，通常为5）"
                    )
                )
            )
        }
        let name = file.ruleNames[number]
        return Entry(name.title, id: name.id, isNumbered: true, details)
    }

    private func condition(ofRule number: Int) -> Bilingual {
        file.outline.flatMap { conditions.words(for: $0.rules[number]) }
            ?? Bilingual("at once", "立即")
    }

    // MARK: What it rests on

    private var basis: [Entry] {
        guard let root = file.outline?.root else { return [] }
        var entries: [Entry] = []
        if let source = root.optional("source") {
            let text = source.text()
            entries.append(Entry(Bilingual("Source: \(text)", "来源：\(text)")))
        }
        if let tag = root.optional("confidence"), let known = Confidence(rawValue: tag.text()) {
            entries.append(
                Entry(
                    Bilingual(
                        "Confidence: \(known.rawValue), \(known.meaning.english)",
                        "可信程度：\(known.rawValue)（\(known.meaning.chinese)）"
                    )
                )
            )
        }
        if let note = root.optional("note") {
            let text = note.text()
            entries.append(Entry(Bilingual("Note: \(text)", "备注：\(text)")))
        }
        return entries
    }
}

extension Rule {
    /// Whether it sends teams anywhere.
    var sendsTeams: Bool {
        actions.contains { action in
            if case .dispatch = action { true } else { false }
        }
    }
}

extension Action {
    /// Whether it concerns the response level of the post.
    fileprivate var isLevel: Bool {
        switch self {
        case .level, .raise, .lower: true
        case .dispatch, .warn, .request, .supply, .publish, .release, .shelter: false
        }
    }
}

extension Distribution {
    /// A value in its middle, in the unit of its draws: the median of a lognormal law, else the mean.
    var typical: Double {
        switch self {
        case .lognormal(let median, _): median
        case .scaled(let base, let factor): base.typical * factor
        default: mean ?? 0
        }
    }
}

/// Returns a time in minutes, to the half minute where it is short [s → min].
func roundedMinutes(_ seconds: Double) -> Double {
    let minutes = seconds / 60
    return minutes < 10 ? (minutes * 2).rounded() / 2 : minutes.rounded()
}

extension String {
    /// The text with its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
