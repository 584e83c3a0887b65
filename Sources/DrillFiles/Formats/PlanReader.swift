import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// Turns a checked plan file into a plan.
struct PlanReader {
    let scenario: ScenarioFile
    let names: NameTable
    var diagnostics: Diagnostics

    /// Reads the plan and checks what needs more than one value at a time.
    mutating func plan(_ root: Checked) -> Plan {
        var plan = Plan()
        plan.reporting = reporting(root)
        plan.monitored = root.list("monitoring").map { SensorID($0.reference()) }
        for value in root.list("rules") { plan.rules.append(rule(value)) }
        for value in root.list("tasks") { plan.tasks.append(task(value)) }
        return plan
    }

    // MARK: Command and behaviour

    private func reporting(_ root: Checked) -> ReportingPlan {
        let count = scenario.scenario.situation.posts.count
        var reporting = ReportingPlan(postCount: count)
        let (key, value) = root.value("command").alternative()
        if key == "unified" {
            reporting.commanders = Array(repeating: PostID(value.reference()), count: count)
        } else {
            for entry in value.list() {
                let commander = PostID(entry.reference("commandedBy"))
                for post in entry.list("teamsOf") {
                    reporting.commanders[post.reference()] = commander
                }
            }
        }
        for value in root.list("behaviour") {
            let post = value.reference("post")
            reporting.hesitation[post].time =
                value.optional("hesitationMinutes")?.uncertain().drawn(times: 60)
            reporting.concealedShare[post] = value.number("concealedShare")
        }
        return reporting
    }

    // MARK: Rules

    private mutating func rule(_ value: Checked) -> Rule {
        var rule = Rule()
        rule.post = PostID(value.reference("post"))
        rule.condition = condition(value.value("when"))
        rule.againAfterSeconds = value.optional("againAfterMinutes").map { $0.number() * 60 }
        rule.actions = value.list("do").map { action($0) }
        checkAuthority(of: rule, value)
        return rule
    }

    private mutating func condition(_ value: Checked) -> Expression {
        guard value.isSound else { return .always }
        return ConditionParser.parse(value.expression(), names: names, into: &diagnostics)
    }

    private func action(_ value: Checked) -> Action {
        let (key, content) = value.alternative()
        switch key {
        case "dispatch": return .dispatch(dispatch(content))
        case "level": return .level(content.named())
        case "warn": return .warn(content.list().map { ZoneID($0.reference()) })
        case "requestAid": return .request(teams: Int32(content.count("teams")))
        case "supply":
            let kind: SupplyKind = content.named("kind")
            let site = SiteID(content.reference("to"))
            return .supply(kind, amount: Int32(content.count("amount")), site: site)
        case "release":
            return .release(kinds(content), site: SiteID(content.reference("site")))
        default: return .publish
        }
    }

    private func kinds(_ value: Checked) -> [TeamKind] {
        value.list("kinds").map { $0.named() }
    }

    private func dispatch(_ value: Checked) -> Dispatch {
        var dispatch = Dispatch()
        dispatch.kinds = kinds(value)
        dispatch.count = Int32(value.count("count"))
        dispatch.site = SiteID(value.reference("to"))
        dispatch.task = value.named("task")
        dispatch.owners = value.list("from").map { PostID($0.reference()) }
        dispatch.reserve = Int32(value.count("reserve"))
        return dispatch
    }

    /// A post may order its own teams and those of posts below it; a rule that sends others never has
    /// an effect.
    private mutating func checkAuthority(of rule: Rule, _ value: Checked) {
        for action in value.list("do") {
            guard let dispatch = action.optional("dispatch") else { continue }
            for owner in dispatch.list("from")
            where owner.isSound && !stands(PostID(owner.reference()), below: rule.post) {
                let post = scenario.names.posts[rule.post.index].id
                diagnostics.error(
                    Diagnostic(
                        "authority",
                        at: owner.range,
                        Bilingual(
                            "\"\(post)\" may not order the teams of \"\(owner.text())\"",
                            "“\(post)”无权调派“\(owner.text())”的队伍"
                        ),
                        expected: Bilingual(
                            "the post itself or one below it",
                            "本机构或其下级机构"
                        ),
                        help: Bilingual(
                            "let a superior of both send them, and ask it with \"requestAid\"",
                            "改由双方共同的上级调派，并以 \"requestAid\" 请求"
                        )
                    )
                )
            }
        }
    }

    private func stands(_ owner: PostID, below post: PostID) -> Bool {
        let posts = scenario.scenario.situation.posts
        var current: PostID? = owner
        for _ in 0...posts.count {
            guard let level = current, posts.indices.contains(level.index) else { return false }
            if level == post { return true }
            current = posts[level.index].superior
        }
        return false
    }

    // MARK: Tasks

    private mutating func task(_ value: Checked) -> TaskPlan {
        var task = TaskPlan()
        task.kind = value.named("task")
        task.site = SiteID(value.reference("site"))
        task.targets = targets(of: task.kind, value)
        task.kinds = kinds(value)
        task.teamsPerTarget = Int32(value.count("teams"))
        task.together = value.flag("together")
        task.condition = value.optional("when").map { condition($0) } ?? .always
        task.sweeps = Int32(value.count("sweeps"))
        return task
    }

    /// Reads the targets of a task: zones to search, hazards to attack, hospitals to carry to.
    private mutating func targets(of kind: TaskKind, _ value: Checked) -> [Int32] {
        let key: String? =
            switch kind {
            case .search, .evacuate: "zones"
            case .suppress, .cool: "hazards"
            case .carry: "hospitals"
            case .stage, .treat, .pump, .survey, .refill, .release: nil
            }
        for other in ["zones", "hazards", "hospitals"] where other != key {
            guard let unused = value.optional(other) else { continue }
            reportTargets("this task takes no \"\(other)\"", "该任务不使用 \"\(other)\"", at: unused)
        }
        guard let key else { return [] }
        guard let list = value.optional(key) else {
            reportTargets("this task needs \"\(key)\"", "该任务需要 \"\(key)\"", at: value.value("task"))
            return []
        }
        let targets = list.list().map { Int32($0.reference()) }
        if kind == .suppress || kind == .cool { checkFires(list) }
        return targets
    }

    private mutating func checkFires(_ list: Checked) {
        let hazards = scenario.scenario.truth.hazards
        for target in list.list() where target.isSound {
            let number = target.reference()
            guard hazards.indices.contains(number) else { continue }
            if case .fire = hazards[number].form { continue }
            reportTargets(
                "\"\(target.text())\" is no pool or tank that can burn",
                "“\(target.text())”不是可燃烧的液池或储罐",
                at: target
            )
        }
    }

    private mutating func reportTargets(_ english: String, _ chinese: String, at value: Checked) {
        diagnostics.error(
            Diagnostic("targets", at: value.range, Bilingual(english, chinese))
        )
    }
}
