import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import Terrain
import Vocabulary
import Wording

/// Checks of who does a task, and by when.
extension LogicCheck {
    /// Teams that can do a task, and that a rule may send to its site.
    private struct Sent {
        /// Posts whose rules send them.
        var senders: [PostID] = []
        /// Towns they come from.
        var stations: [PlaceID] = []
    }

    /// Somebody sends teams that can do a task, and its owner has to do with them.
    mutating func checkOwner(of task: TaskPlan, _ value: Checked) {
        let able = teams(for: task)
        guard !able.isEmpty else { return }
        let sent = sent(able, to: task.site)
        if sent.senders.isEmpty {
            doubtSending(task, able, value)
        } else if let owner = value.optional("owner") {
            checkOwner(owner, sent.senders)
        }
    }

    private mutating func doubtSending(_ task: TaskPlan, _ able: [Int], _ value: Checked) {
        let site = scenario.names.sites[task.site.index].id
        let kinds = TeamKind.allCases
            .filter { kind in able.contains { team(at: $0).kind == kind } }
            .map { quoted($0.name) }
        doubt(
            "task-without-owner",
            Bilingual(
                "no rule sends teams of these kinds to \(quoted(site)), so nobody does this task",
                "没有规则向\(quotedChinese(site))调派此类队伍，该任务无人承担"
            ),
            at: value.value("kinds").range,
            help: Bilingual(
                "let a rule dispatch one of these kinds, or leave the task out: \(kinds.joined(separator: ", "))",
                "请由某条规则调派下列种类之一，或删去该任务：\(kinds.joined(separator: "、"))"
            )
        )
    }

    private mutating func checkOwner(_ owner: Checked, _ senders: [PostID]) {
        let commanders = senders.map { plan.reporting.commanders[$0.index] }
        let post = PostID(owner.reference())
        guard !commanders.contains(post), !senders.contains(post) else { return }
        let names = Set(commanders).sorted().map { quoted(scenario.names.posts[$0.index].id) }
        doubt(
            "task-without-owner",
            Bilingual(
                "\(quoted(owner.text())) neither sends nor commands the teams that do this task",
                "\(quotedChinese(owner.text()))既不调派也不指挥承担该任务的队伍"
            ),
            at: owner.range,
            help: Bilingual(
                "they are commanded by \(names.joined(separator: ", "))",
                "这些队伍由 \(names.joined(separator: "、")) 指挥"
            )
        )
    }

    // MARK: Targets in time

    /// What is to be done by a time has begun before, and the nearest teams can be there.
    mutating func checkTargets(of task: TaskPlan, _ value: Checked) {
        let (start, finish) = (
            value.optional("startWithinMinutes"), value.optional("finishWithinMinutes")
        )
        if let start, let finish, finish.number() < start.number() {
            report(
                "target-times",
                Bilingual(
                    "the task is to be finished before it is to begin",
                    "任务的完成时限早于展开时限"
                ),
                at: finish.range,
                help: Bilingual(
                    "write at least \(numeral(start.number())) here",
                    "请填写不小于 \(numeral(start.number())) 的值"
                )
            )
            return
        }
        guard let target = start ?? finish, let nearest = nearestMinutes(for: task),
            target.number() < nearest
        else { return }
        let minutes = numeral(nearest.rounded(.up))
        doubt(
            "target-times",
            Bilingual(
                "this target cannot be met: the nearest teams that the plan sends are \(minutes) minutes away by road",
                "该时限无法达到：预案所调派的最近队伍，路程需\(minutes)分钟"
            ),
            at: target.range,
            help: Bilingual(
                "give more time, or let a rule send teams from nearer by",
                "请放宽时限，或调派更近的队伍"
            )
        )
    }

    /// Time by road from the nearest station of teams that are sent for a task [min]; nil where none
    /// can come.
    private func nearestMinutes(for task: TaskPlan) -> Double? {
        var routes = RouteTable(scenario.scenario.terrain)
        let staging = scenario.scenario.register.sites[task.site.index].staging
        let times = sent(teams(for: task), to: task.site).stations
            .map { routes.travelTime(from: $0, to: staging) }
            .filter { !$0.isNever }
        return times.min()?.minutes
    }

    // MARK: Teams

    private func team(at index: Int) -> TeamDefinition { scenario.scenario.register.teams[index] }

    /// Returns the numbers of the teams that may and can do a task.
    private func teams(for task: TaskPlan) -> [Int] {
        scenario.scenario.register.teams.indices.filter { index in
            task.kinds.contains(team(at: index).kind)
                && team(at: index).capability.allows(task.kind)
        }
    }

    /// Returns who sends some of these teams to a site, and from where they come.
    private func sent(_ teams: [Int], to site: SiteID) -> Sent {
        var sent = Sent()
        for (index, rule) in plan.rules.enumerated() where reachability.rules[index] {
            for case .dispatch(let dispatch) in rule.actions where dispatch.site == site {
                let chosen = teams.map { team(at: $0) }.filter { team in
                    dispatch.kinds.contains(team.kind)
                        && (dispatch.owners.isEmpty || dispatch.owners.contains(team.post))
                        && stands(team.post, below: rule.post)
                }
                guard !chosen.isEmpty else { continue }
                sent.senders.append(rule.post)
                sent.stations += chosen.map(\.station)
            }
        }
        return sent
    }

    /// Tells whether a post is another or stands below it.
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
}
