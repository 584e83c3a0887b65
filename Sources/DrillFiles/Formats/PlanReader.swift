import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// Turns a checked plan file into a plan, and checks its conditions on the way.
struct PlanReader {
    let scenario: ScenarioFile
    let names: NameTable
    var diagnostics: Diagnostics
    /// Conditions of the rules read so far -- state.
    private(set) var rules: [Condition] = []
    /// Conditions of the tasks read so far -- state.
    private(set) var tasks: [Condition] = []

    init(scenario: ScenarioFile, names: NameTable, diagnostics: Diagnostics) {
        self.scenario = scenario
        self.names = names
        self.diagnostics = diagnostics
    }

    /// Reads the plan.
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
                for post in entry.list("teamsOf") where post.reference() < count {
                    reporting.commanders[post.reference()] = commander
                }
            }
        }
        reporting.mergesCalls =
            root.value("callCentres").choice(as: CallCentreMode.self) == .merged
        for value in root.list("behaviour") {
            let post = value.reference("post")
            guard post < count else { continue }
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
        rule.streamKey = Self.streamKey(value.asName.id)
        rule.approver = value.optional("approvedBy").map { PostID($0.reference()) }
        let when = condition(value.value("when"))
        rules.append(when)
        rule.condition = when.expression
        rule.priority = Int32(value.count("priority"))
        rule.againAfterSeconds = value.optional("againAfterMinutes").map { $0.number() * 60 }
        rule.actions = value.list("do").map { action($0) }
        return rule
    }

    /// Returns a number below 2^31 for a name, by Fowler, Noll and Vo's FNV-1a.
    private static func streamKey(_ name: String) -> Int32 {
        let hash = name.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return Int32(hash >> 1)
    }

    private mutating func condition(_ value: Checked) -> Condition {
        guard value.isSound else { return Condition(nil) }
        return ConditionParser.parse(value.expression(), names: names, into: &diagnostics)
    }

    private func action(_ value: Checked) -> Action {
        let (key, content) = value.alternative()
        switch key {
        case "dispatch": return .dispatch(dispatch(content))
        case "level": return .level(content.named())
        case "raiseLevel": return .raise(content.named())
        case "lowerLevel": return .lower(content.named())
        case "endResponse": return .level(.none)
        case "shelter": return .shelter(content.list().map { ZoneID($0.reference()) })
        case "warn": return .warn(content.list().map { ZoneID($0.reference()) })
        case "requestAid": return .request(teams: Int32(content.count("teams")))
        case "supply":
            let kind: SupplyKind = content.named("kind")
            let site = SiteID(content.reference("to"))
            return .supply(kind, amount: Int32(content.count("amount")), site: site)
        case "release":
            return .release(
                kinds(content),
                site: SiteID(content.reference("site")),
                underWay: content.flag("alsoUnderWay")
            )
        default:
            let kind: ReleaseKind = content.named("kind")
            return kind == .verifiedDeaths ? .publish : .announce(kind)
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

    // MARK: Tasks

    private mutating func task(_ value: Checked) -> TaskPlan {
        var task = TaskPlan()
        task.kind = value.named("task")
        task.site = SiteID(value.reference("site"))
        task.targets = targets(of: task.kind, value)
        task.kinds = kinds(value)
        task.teamsPerTarget = Int32(value.count("teams"))
        task.together = value.flag("together")
        task.targetsAtOnce = value.optional("targetsAtOnce").map { Int32($0.count()) } ?? 0
        let when = value.optional("when").map { condition($0) } ?? Condition(nil)
        tasks.append(when)
        task.condition = when.expression
        task.sweeps = Int32(value.count("sweeps"))
        return task
    }

    /// Reads the targets of a task: zones to search, hazards to attack, hospitals to carry to.
    private func targets(of kind: TaskKind, _ value: Checked) -> [Int32] {
        guard let key = kind.targetsKey, let list = value.optional(key) else { return [] }
        return list.list().map { Int32($0.reference()) }
    }
}

extension TaskKind {
    /// Key under which a plan names the targets of such a task, or nil where it has none.
    var targetsKey: String? {
        switch self {
        case .search, .evacuate: "zones"
        case .suppress, .cool: "hazards"
        case .carry: "hospitals"
        case .stage, .treat, .pump, .survey, .refill, .release: nil
        }
    }
}
