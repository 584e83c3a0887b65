import Command
import DrillModel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// Checks of a plan that need more than one value at a time, or the scenario.
///
/// Works on what was read, whether or not all of it is sound; what needs the scenario waits until that
/// is sound.
struct PlanCheck: FileCheck {
    /// The file as read.
    let root: Checked
    let scenario: ScenarioFile
    /// All that was found wrong -- state.
    var diagnostics: Diagnostics

    var posts: [PostDefinition] { scenario.scenario.situation.posts }
    var teams: [TeamDefinition] { scenario.scenario.register.teams }

    /// Runs all checks.
    mutating func run() {
        checkCommand()
        checkBehaviour()
        for rule in root.list("rules") {
            for action in rule.optional("do")?.list() ?? [] { check(action, of: rule) }
        }
        for task in root.list("tasks") { check(task) }
    }

    // MARK: Command and behaviour

    /// Nobody's teams have two commanders.
    private mutating func checkCommand() {
        var places: [String: SourceRange] = [:]
        for entry in root.value("command").sound("parallel")?.list() ?? [] {
            for post in entry.list("teamsOf") {
                guard let first = places[post.text()] else {
                    places[post.text()] = post.range
                    continue
                }
                report(
                    "two-commanders",
                    Bilingual(
                        "the teams of \(quoted(post.text())) have two commanders",
                        "\(quotedChinese(post.text()))的队伍有两个指挥机构"
                    ),
                    at: post.range,
                    help: Bilingual("take it out of one of the two", "请从其中一处删去"),
                    notes: [Self.other(at: first)]
                )
            }
        }
    }

    private mutating func checkBehaviour() {
        var places: [String: SourceRange] = [:]
        for entry in root.list("behaviour") {
            guard let post = entry.sound("post") else { continue }
            if let first = places[post.text()] {
                report(
                    "repeated-entry",
                    Bilingual(
                        "the behaviour of \(quoted(post.text())) stands here twice",
                        "\(quotedChinese(post.text()))的行为重复设定"
                    ),
                    at: post.range,
                    help: Bilingual("make one entry of the two", "请合并为一条"),
                    notes: [Self.other(at: first)]
                )
            }
            places[post.text()] = post.range
        }
    }

    private static func other(at range: SourceRange) -> Diagnostic.Note {
        Diagnostic.Note(Bilingual("the other one stands here", "另一处在这里"), at: range)
    }

    // MARK: Actions

    private mutating func check(_ action: Checked, of rule: Checked) {
        guard scenario.isSound, let reference = rule.sound("post") else { return }
        let post = PostID(reference.reference())
        if let dispatch = action.sound("dispatch") {
            if checkAuthority(of: post, over: dispatch) { checkTeams(for: dispatch, post) }
        } else if let supply = action.sound("supply") {
            checkStocks(for: supply, post)
        } else if let request = action.sound("requestAid") {
            checkListeners(of: post, for: request)
        } else if let release = action.sound("publish") {
            checkPublic(for: release)
        }
    }

    /// A post may order its own teams and those of posts below it; a rule that sends others never has
    /// an effect.
    private mutating func checkAuthority(of post: PostID, over dispatch: Checked) -> Bool {
        let strangers = dispatch.list("from").filter {
            !stands(PostID($0.reference()), below: post)
        }
        for owner in strangers {
            let name = scenario.names.posts[post.index].id
            report(
                "authority",
                Bilingual(
                    "\(quoted(name)) may not order the teams of \(quoted(owner.text()))",
                    "\(quotedChinese(name))无权调派\(quotedChinese(owner.text()))的队伍"
                ),
                at: owner.range,
                expected: Bilingual("the post itself or one below it", "本机构或其下级机构"),
                help: Bilingual(
                    "let a superior of both send them, and ask it with \"requestAid\"",
                    "改由双方共同的上级调派，并以 \"requestAid\" 请求"
                )
            )
        }
        return strangers.isEmpty
    }

    private mutating func checkTeams(for dispatch: Checked, _ post: PostID) {
        let kinds: [TeamKind] = dispatch.list("kinds").map { $0.named() }
        let owners = dispatch.list("from").map { PostID($0.reference()) }
        let isThere = teams.contains { team in
            kinds.contains(team.kind) && stands(team.post, below: post)
                && (owners.isEmpty || owners.contains(team.post))
        }
        guard !isThere else { return }
        doubt(
            "no-effect",
            Bilingual("the post has no teams of these kinds to send", "该机构没有可调派的此类队伍"),
            at: dispatch.value("kinds").range,
            help: Bilingual(
                "teams belong to the post that \"teams\" of the scenario names, and to those above",
                "队伍归情景文件 \"teams\" 中写明的机构及其上级调派"
            )
        )
    }

    private mutating func checkStocks(for supply: Checked, _ post: PostID) {
        let kind: SupplyKind = supply.named("kind")
        let register = scenario.scenario.register
        let target = register.sites[supply.reference("to")].depot
        let isThere = register.depots.indices.contains { index in
            let depot = register.depots[index]
            return DepotID(index) != target && depot.stock[kind] > 0
                && stands(depot.post, below: post)
        }
        guard !isThere else { return }
        doubt(
            "no-effect",
            Bilingual(
                "the post disposes of no depot with \(kind.title.english)",
                "该机构没有储备\(kind.title.chinese)的物资储备点"
            ),
            at: supply.value("kind").range,
            help: Bilingual(
                "depots belong to the post that the scenario names, and to those above",
                "储备点归情景文件中写明的机构及其上级管理"
            )
        )
    }

    private mutating func checkListeners(of post: PostID, for request: Checked) {
        let isHeard = scenario.scenario.situation.links.contains { link in
            link.from == post && link.carries.contains(.response)
        }
        guard !isHeard else { return }
        let name = scenario.names.posts[post.index].id
        doubt(
            "no-effect",
            Bilingual(
                "nobody hears it when \(quoted(name)) asks for aid",
                "\(quotedChinese(name))请求增援，但没有机构能收到"
            ),
            at: request.range,
            help: Bilingual(
                "let a link of the scenario that begins at the post carry \"response\"",
                "请在情景文件 \"links\" 中由该机构发出的报告关系里加上 \"response\""
            )
        )
    }

    /// Tells whether a post is another or stands below it.
    private func stands(_ owner: PostID, below post: PostID) -> Bool {
        var current: PostID? = owner
        for _ in 0...posts.count {
            guard let level = current, posts.indices.contains(level.index) else { return false }
            if level == post { return true }
            current = posts[level.index].superior
        }
        return false
    }
}
