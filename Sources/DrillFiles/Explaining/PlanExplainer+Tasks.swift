import Command
import DrillModel
import GroundTruth
import Vocabulary
import Wording

/// What teams do at the sites, who answers for it, by when, and with what.
extension PlanExplainer {
    var tasks: [Entry] { plan.tasks.indices.map { entry(ofTask: $0) } }

    private func value(ofTask number: Int) -> Checked? {
        file.outline?.root.list("tasks")[number]
    }

    private func name(ofTask number: Int) -> Name {
        value(ofTask: number)?.asName ?? Name(id: "", title: plan.tasks[number].kind.title)
    }

    private func entry(ofTask number: Int) -> Entry {
        let task = plan.tasks[number]
        let kinds = actions.listed(task.kinds.map(\.title))
        let word = task.kinds.count == 1 ? task.kinds[0].measureWord : "支"
        let each = task.targets.isEmpty || task.kind == .carry
        let together = task.together
        let who = Bilingual(
            "Who: \(task.teamsPerTarget) \(each ? "in all" : "on each target") (\(kinds.english))"
                + (together ? ", together or not at all" : "")
                + atOnce(task).english,
            "承担力量：\(kinds.chinese)，\(each ? "共" : "每处")\(task.teamsPerTarget)\(word)"
                + (together ? "，力量齐备后同时展开" : "")
                + atOnce(task).chinese
        )
        var details = [Entry(what(task)), Entry(who)]
        if let outline = file.outline, let when = conditions.words(for: outline.tasks[number]) {
            details.append(
                Entry(Bilingual("Only when \(when.english)", "展开条件：\(when.chinese)"))
            )
        }
        if let owner = value(ofTask: number)?.optional("owner") {
            let title = names.posts[owner.reference()].title
            details.append(
                Entry(Bilingual("Answerable: \(title.english)", "责任单位：\(title.chinese)"))
            )
        }
        let name = name(ofTask: number)
        return Entry(name.title, id: name.id, isNumbered: true, details)
    }

    /// How many targets are taken on at a time, where that is limited.
    private func atOnce(_ task: TaskPlan) -> Bilingual {
        guard task.targetsAtOnce > 0 else { return Bilingual("", "") }
        return Bilingual(
            ", \(task.targetsAtOnce) target\(task.targetsAtOnce == 1 ? "" : "s") at a time",
            "，逐个推进（同时\(task.targetsAtOnce)处）"
        )
    }

    /// What a task is about: its kind, its targets in order, and when it is done.
    private func what(_ task: TaskPlan) -> Bilingual {
        let targets = actions.listed(titles(of: task))
        let kind = task.kind.title
        let site = names.sites[task.site.index].title
        let order = task.targets.count == 1 ? "对象为" : "依次为"
        switch task.kind {
        case .search:
            return Bilingual(
                "What: \(kind.english), \(sweeps(task.sweeps).english): \(targets.english)",
                "任务内容：\(kind.chinese)（\(sweeps(task.sweeps).chinese)），\(order)\(targets.chinese)"
            )
        case .suppress, .cool:
            return Bilingual(
                "What: \(kind.english), in this order: \(targets.english)",
                "任务内容：\(kind.chinese)，\(order)\(targets.chinese)"
            )
        case .carry:
            return Bilingual(
                "What: carry casualties to the nearest of these with free beds: \(targets.english)",
                "任务内容：转运伤员至有空床的最近医院：\(targets.chinese)"
            )
        case .stage, .treat, .evacuate, .pump, .survey, .refill, .release:
            return Bilingual(
                "What: \(kind.english), at \(site.english)",
                "任务内容：\(site.chinese)\(kind.chinese)"
            )
        }
    }

    private func sweeps(_ count: Int32) -> Bilingual {
        Bilingual(count == 1 ? "one sweep" : "up to \(count) sweeps", "搜索\(count)轮")
    }

    private func titles(of task: TaskPlan) -> [Bilingual] {
        task.targets.map { target in
            let index = Int(target)
            return switch task.kind {
            case .search, .evacuate: names.zones[index].title
            case .suppress, .cool: names.hazards[index].title
            default: names.hospitals[index].title
            }
        }
    }

    // MARK: Schedule

    /// Targets in time of the tasks, the earliest first.
    var schedule: [Entry] {
        let rows = plan.tasks.indices.flatMap { number -> [(minutes: Double, entry: Entry)] in
            let (value, name) = (value(ofTask: number), name(ofTask: number))
            let keys = [
                ("startWithinMinutes", Bilingual("teams at work", "展开")),
                ("finishWithinMinutes", Bilingual("done", "完成")),
            ]
            return keys.compactMap { key, deed in
                guard let minutes = value?.optional(key)?.number() else { return nil }
                let time = Bilingual.minutes(minutes)
                let owner = value?.optional("owner").map { names.posts[$0.reference()].title }
                return (
                    minutes,
                    Entry(
                        Bilingual(
                            "within \(time.english) of the first alarm: \(name.title.english), \(deed.english)"
                                + (owner.map { " (\($0.english))" } ?? ""),
                            "首次接警后\(time.chinese)内：\(name.title.chinese)\(deed.chinese)"
                                + (owner.map { "（责任单位：\($0.chinese)）" } ?? "")
                        ),
                        id: name.id
                    )
                )
            }
        }
        let order = rows.indices.sorted { left, right in
            let (first, second) = (rows[left].minutes, rows[right].minutes)
            return first != second ? first < second : left < right
        }
        return order.map { rows[$0].entry }
    }

    // MARK: Forces and supplies

    /// Teams by owner, and stocks.
    var resources: [Entry] {
        let forces = names.posts.indices.compactMap { force(of: PostID($0)) }
        let stocks = names.depots.indices.compactMap { stock(of: DepotID($0)) }
        return [
            Entry(Bilingual("Teams of the scenario, by owner:", "情景力量（按所属机构）："), forces),
            Entry(Bilingual("Stocks at the beginning:", "初始物资储备："), stocks),
        ]
        .filter { !$0.details.isEmpty }
    }

    private func force(of post: PostID) -> Entry? {
        let own = scenario.scenario.register.teams.filter { $0.post == post }
        guard !own.isEmpty else { return nil }
        let counts = TeamKind.allCases.compactMap { kind -> Bilingual? in
            let count = own.count { $0.kind == kind }
            guard count > 0 else { return nil }
            return Bilingual(
                "\(count) × \(kind.title.english)",
                "\(kind.title.chinese)\(count)\(kind.measureWord)"
            )
        }
        return line(names.posts[post.index], actions.listed(counts))
    }

    private func stock(of depot: DepotID) -> Entry? {
        let entry = scenario.scenario.register.depots[depot.index]
        let stocks = SupplyKind.allCases.compactMap { kind -> Bilingual? in
            let amount = Int(entry.stock[kind])
            guard amount > 0 else { return nil }
            return Bilingual(
                kind.english(amount),
                "\(kind.title.chinese)\(amount)\(kind.unit.chinese)"
            )
        }
        guard !stocks.isEmpty else { return nil }
        return line(names.depots[depot.index], actions.listed(stocks))
    }

    private func line(_ name: Name, _ list: Bilingual) -> Entry {
        Entry(
            Bilingual(
                "\(name.title.english): \(list.english)",
                "\(name.title.chinese)：\(list.chinese)"
            ),
            id: name.id
        )
    }
}
