import Command
import DrillModel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// Finds rules and tasks that cannot mean what their author thinks: what can never hold or fire, what
/// contradicts itself, what nobody does and what never ends.
///
/// An error is what is wrong in every scenario; what depends on this scenario, or only can happen, is a
/// warning. Nothing is said that the reasoning is not sure of.
///
/// - Precondition: Scenario and plan are sound.
struct LogicCheck: FileCheck {
    let plan: Plan
    let outline: PlanOutline
    let scenario: ScenarioFile
    let reachability: Reachability
    /// All that was found wrong -- state.
    var diagnostics: Diagnostics

    /// Rules of the file.
    let ruleValues: [Checked]
    /// Tasks of the file.
    let taskValues: [Checked]

    init(
        _ plan: Plan,
        _ outline: PlanOutline,
        _ scenario: ScenarioFile,
        _ diagnostics: Diagnostics
    ) {
        self.plan = plan
        self.outline = outline
        self.scenario = scenario
        self.diagnostics = diagnostics
        reachability = Reachability(plan, outline.rules, scenario.scenario)
        ruleValues = outline.root.list("rules")
        taskValues = outline.root.list("tasks")
    }

    /// Runs all checks.
    mutating func run() {
        for index in plan.rules.indices { checkRule(index) }
        for index in plan.tasks.indices { checkTask(index) }
        checkContradictions()
        checkEnds()
    }

    // MARK: What can never hold

    /// A rule can hold, its post is told something, and what it waits for can come about.
    private mutating func checkRule(_ index: Int) {
        guard !reachability.rules[index] else { return }
        let (post, condition) = (plan.rules[index].post, outline.rules[index])
        guard canHold(condition, at: post, Bilingual("rule", "规则")) else { return }
        if !reachability.posts.contains(post) {
            doubtPost(post, at: ruleValues[index].value("post"))
            return
        }
        let reasoner = Reasoner(domains: reachability.domains, post: post)
        guard let parts = reasoner.conflict(in: condition) else { return }
        doubt(
            "unreachable-rule",
            Bilingual(
                "this rule waits for what no rule of the plan ever brings about",
                "本规则所等待的情况，预案中没有任何规则会使其发生"
            ),
            at: range(of: parts, in: condition),
            help: waitingHelp(parts, at: post)
        )
    }

    /// The condition of a task can hold for one of those who command.
    private mutating func checkTask(_ index: Int) {
        let condition = outline.tasks[index]
        let value = taskValues[index]
        let commanders = plan.reporting.commanders
        if let post = commanders.first(where: { !isPossible(condition, at: $0) }),
            !commanders.contains(where: { isPossible(condition, at: $0) }),
            canHold(condition, at: post, Bilingual("task", "任务"))
        {
            let reasoner = Reasoner(domains: reachability.domains, post: post)
            let parts = reasoner.conflict(in: condition) ?? []
            doubt(
                "unreachable-task",
                Bilingual(
                    "this task waits for what no rule of the plan ever brings about",
                    "本任务所等待的情况，预案中没有任何规则会使其发生"
                ),
                at: range(of: parts, in: condition),
                help: waitingHelp(parts, at: post)
            )
        }
        checkOwner(of: plan.tasks[index], value)
        checkTargets(of: plan.tasks[index], value)
    }

    private func isPossible(_ condition: Condition, at post: PostID) -> Bool {
        Reasoner(domains: reachability.domains, post: post).canHold([Claim(condition)])
    }

    /// Reports a condition that cannot hold whatever the plan does.
    ///
    /// - Returns: Whether it can hold.
    private mutating func canHold(
        _ condition: Condition,
        at post: PostID,
        _ what: Bilingual
    ) -> Bool {
        if let parts = Reasoner(domains: Domains(), post: post).conflict(in: condition) {
            let error = neverTrue(parts, of: condition, what, Domains(), at: post)
            diagnostics.error(error)
            return false
        }
        let domains = Domains(scenario.scenario)
        if let parts = Reasoner(domains: domains, post: post).conflict(in: condition) {
            let warning = neverTrue(parts, of: condition, what, domains, at: post)
            diagnostics.warning(warning)
            return false
        }
        return true
    }

    private func neverTrue(
        _ parts: [ConditionNode],
        of condition: Condition,
        _ what: Bilingual,
        _ domains: Domains,
        at post: PostID
    ) -> Diagnostic {
        let isOne = parts.count == 1
        let inScenario = domains.teams != nil
        let message =
            isOne
            ? Bilingual(
                "this can never be true\(inScenario ? " in this scenario" : "")",
                "此条件\(inScenario ? "在本情景中" : "")永远不会成立"
            )
            : Bilingual(
                "these can never be true together\(inScenario ? " in this scenario" : "")",
                "这些条件\(inScenario ? "在本情景中" : "")不可能同时成立"
            )
        let effect = Bilingual("; the \(what.english) never takes effect", "，该\(what.chinese)不会生效")
        return Diagnostic(
            "never-true",
            at: range(of: parts, in: condition),
            message + effect,
            expected: isOne ? expectation(parts, of: condition, domains, at: post) : nil,
            help: isOne
                ? Bilingual("compare with a value that can occur", "请与可能出现的值比较")
                : Bilingual(
                    "join them with || or change one of the values",
                    "请改用 || 连接，或修改其中一个值"
                )
        )
    }

    /// Says which values the one quantity can have that parts read; nil where they read several, or
    /// where any value may occur.
    private func expectation(
        _ parts: [ConditionNode],
        of condition: Condition,
        _ domains: Domains,
        at post: PostID
    ) -> Bilingual? {
        let quantities = Set(parts.flatMap(\.quantities))
        guard let quantity = quantities.first, quantities.count == 1,
            let node = parts.lazy.compactMap({ $0.firstQuantity }).first
        else { return nil }
        let name = text(of: node, in: condition)
        switch quantity {
        case .ownLevel, .level:
            return Bilingual(
                "\(name) is none, IV, III, II or I, from low to high",
                "\(name) 由低到高为 none、IV、III、II、I"
            )
        default:
            let range = domains.range(of: quantity, at: post)
            let isWhole = range.isWhole && !quantity.isTruth
            guard range.lower.isFinite, !quantity.isTruth else { return nil }
            let (kind, low) = (isWhole ? "a whole number " : "", numeral(range.lower))
            guard range.upper.isFinite else {
                return Bilingual(
                    "\(name) is \(kind)from \(low) up",
                    "\(name) 为不小于\(low)的\(isWhole ? "整" : "")数"
                )
            }
            let high = numeral(range.upper)
            return Bilingual(
                "\(name) is \(kind)from \(low) to \(high)",
                "\(name) 为\(low)至\(high)的\(isWhole ? "整" : "")数"
            )
        }
    }

    // MARK: What is never told or brought about

    private mutating func doubtPost(_ post: PostID, at value: Checked) {
        let name = scenario.names.posts[post.index].id
        let isScene = scenario.scenario.situation.posts[post.index].scene != nil
        doubt(
            "unreachable-rule",
            isScene
                ? Bilingual(
                    "\(quoted(name)) never begins to work under this plan, so its rules never fire",
                    "\(quotedChinese(name))在本预案中不会开设，其规则不会触发"
                )
                : Bilingual(
                    "nobody reports anything to \(quoted(name)), so its rules never fire",
                    "没有任何机构或队伍向\(quotedChinese(name))报告，其规则不会触发"
                ),
            at: value.range,
            help: isScene
                ? Bilingual(
                    "name it under \"command\", and let a rule send teams to its site",
                    "请在 \"command\" 中写明由其指挥，并由规则向该现场调派队伍"
                )
                : Bilingual(
                    "let a link of the scenario lead to the post",
                    "请在情景文件 \"links\" 中加上通往该机构的报告关系"
                )
        )
    }

    /// Says which rule is missing.
    private func waitingHelp(_ parts: [ConditionNode], at post: PostID) -> Bilingual? {
        for quantity in parts.flatMap(\.quantities) {
            switch quantity {
            case .ownLevel: return levelHelp(post)
            case .level(let other): return levelHelp(other)
            case .aid(let other):
                let name = quoted(scenario.names.posts[other.index].id)
                return Bilingual(
                    "let a rule of \(name) that can fire ask for aid with \"requestAid\"",
                    "请由 \(name) 的某条可触发的规则以 \"requestAid\" 请求增援"
                )
            case .published:
                return Bilingual(
                    "let a rule of the post make numbers public with \"publish\"",
                    "请由该机构的某条规则以 \"publish\" 发布信息"
                )
            default: continue
            }
        }
        return nil
    }

    private func levelHelp(_ post: PostID) -> Bilingual {
        let name = quoted(scenario.names.posts[post.index].id)
        return Bilingual(
            "let a rule of \(name) that can fire start this level",
            "请由 \(name) 的某条可触发的规则启动该级别响应"
        )
    }

    // MARK: Places

    /// Returns the stretch of a file from the first to the last of some parts of a condition.
    func range(of parts: [ConditionNode], in condition: Condition) -> SourceRange {
        guard let literal = condition.literal else { return outline.root.range }
        let lower = parts.map(\.range.lowerBound).min() ?? 0
        let upper = parts.map(\.range.upperBound).max() ?? literal.text.utf8.count
        return literal.range(of: lower..<upper)
    }

    private func text(of node: ConditionNode, in condition: Condition) -> String {
        guard let literal = condition.literal else { return "" }
        return String(decoding: Array(literal.text.utf8)[node.range], as: UTF8.self)
    }
}

extension ConditionNode {
    /// The first part that is a quantity, from left to right.
    fileprivate var firstQuantity: ConditionNode? {
        switch kind {
        case .number, .level: nil
        case .quantity: self
        case .unary(_, let part): part.firstQuantity
        case .binary(_, let left, let right), .comparison(_, let left, let right):
            left.firstQuantity ?? right.firstQuantity
        }
    }
}
