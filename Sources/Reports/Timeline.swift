import EventKernel
public import Vocabulary
public import Wording

/// The story of one drill for a planner: what mattered, in order, with the time of day.
///
/// Facts that come by the hundred are told together: casualties of a zone, orders of a post, arrivals
/// in tens. The number in front of a line is that of its fact, by which its causes can be asked for.
public struct Timeline {
    private let names: ScenarioNames
    private let start: AbsoluteInstant
    private let language: Language
    private var lines: [String] = []
    private var now = SimTime.start
    private var casualties = CasualtyGroups()
    private var orders = OrderGroups()
    private var arrivals = 0
    private var rescued = 0
    private var admitted = 0

    /// Begins the story of a drill.
    ///
    /// - Parameters:
    ///   - names: Names of the scenario.
    ///   - start: Moment at which the drill begins.
    ///   - language: Language of the story.
    public init(names: ScenarioNames, start: AbsoluteInstant, language: Language) {
        self.names = names
        self.start = start
        self.language = language
    }

    /// The story, one line an entry.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    /// Takes in the next fact.
    public mutating func add(_ fact: Fact) {
        if fact.time != now {
            flush()
            now = fact.time
        }
        tellHazard(fact)
        tellPeople(fact)
        tellMeans(fact)
        tellInformation(fact)
        tellCommand(fact)
    }

    /// Tells what was still being gathered.
    public mutating func finish() { flush() }

    // MARK: Telling

    private func name(_ index: Int, _ list: KeyPath<ScenarioNames, [Name]>) -> String {
        let all = names[keyPath: list]
        return all.indices.contains(index) ? all[index].title[language] : "\(index)"
    }

    private mutating func tell(
        _ fact: FactID,
        _ sort: Bilingual,
        _ english: String,
        _ chinese: String
    ) {
        let clock = Figures.clock(start.later(milliseconds: now.milliseconds), language)
        let number = "#\(fact.index)"
        let blank = String(repeating: " ", count: max(0, 7 - number.count))
        let text = Bilingual(english, chinese)[language]
        lines.append("\(clock)  \(blank)\(number)  [\(sort[language])] \(text)")
    }

    private static let hazardSort = Bilingual("hazard", "灾情")
    private static let peopleSort = Bilingual("people", "人员")
    private static let teamSort = Bilingual("teams", "队伍")
    private static let supplySort = Bilingual("supplies", "物资")
    private static let reportSort = Bilingual("reports", "信息")
    private static let commandSort = Bilingual("command", "指挥")

    private mutating func tellHazard(_ fact: Fact) {
        switch fact.content {
        case .exploded(let id, let kilograms):
            let tonnes = Figures.decimal(kilograms / 1000, places: 0)
            let what = name(id.index, \.hazards)
            tell(
                fact.id,
                Self.hazardSort,
                "\(what): explosion of \(tonnes) t TNT",
                "\(what)：发生爆炸，约\(tonnes)吨TNT当量"
            )
        case .ignited(let id, let secondary):
            let what = name(id.index, \.hazards)
            tell(
                fact.id,
                Self.hazardSort,
                what + (secondary ? " catches fire (secondary)" : " is on fire"),
                what + (secondary ? "被引燃（次生）" : "起火")
            )
        case .controlled(let id):
            let what = name(id.index, \.hazards)
            tell(fact.id, Self.hazardSort, "\(what): under control", "\(what)：火势得到控制")
        case .extinguished(let id, let burned):
            let what = name(id.index, \.hazards)
            tell(
                fact.id,
                Self.hazardSort,
                what + (burned ? ": burnt out" : ": fire out"),
                what + (burned ? "：燃尽熄灭" : "：明火扑灭")
            )
        case .reflared(let id):
            let what = name(id.index, \.hazards)
            tell(fact.id, Self.hazardSort, "\(what) flares up again", "\(what)复燃")
        case .damaged(let id, let collapsed, let badly, let windows):
            let zone = name(id.index, \.zones)
            tell(
                fact.id,
                Self.hazardSort,
                "\(zone): \(collapsed) buildings down, \(badly) badly damaged, \(windows) with broken windows",
                "\(zone)：建筑倒塌\(collapsed)栋、严重破坏\(badly)栋、门窗破损\(windows)栋"
            )
        default: break
        }
    }

    private mutating func tellPeople(_ fact: Fact) {
        switch fact.content {
        case .hurt(let person, let severity, _, _): casualties.add(person, severity, fact.id)
        case .warned(let zone):
            let what = name(zone.index, \.zones)
            tell(fact.id, Self.peopleSort, "\(what): people are warned", "\(what)：发出预警，组织撤离")
        case .evacuated(let zone, let persons):
            let what = name(zone.index, \.zones)
            tell(
                fact.id,
                Self.peopleSort,
                "\(what): \(persons) people had left in time",
                "\(what)：\(persons)人已提前撤离"
            )
        case .freed(_, let alive) where alive:
            rescued += 1
            if rescued == 1 || rescued % 10 == 0 {
                tell(
                    fact.id,
                    Self.peopleSort,
                    "\(rescued) trapped people freed alive so far",
                    "累计救出被埋压生还者\(rescued)人"
                )
            }
        case .admitted:
            admitted += 1
            if admitted % 100 == 0 {
                tell(
                    fact.id,
                    Self.peopleSort,
                    "\(admitted) people admitted to hospitals so far",
                    "累计住院\(admitted)人"
                )
            }
        case .swept(let zone, let sweeps):
            let what = name(zone.index, \.zones)
            tell(
                fact.id,
                Self.peopleSort,
                "\(what): sweep \(sweeps) complete",
                "\(what)：第\(sweeps)轮搜索完成"
            )
        default: break
        }
    }

    private mutating func tellMeans(_ fact: Fact) {
        switch fact.content {
        case .arrived(let team, let site): tellArrival(fact.id, team, site)
        case .contradicted(let team, _):
            let who = name(team.index, \.teams)
            tell(
                fact.id,
                Self.teamSort,
                "\(who) gets an order against the one it is carrying out",
                "\(who)接到与正在执行任务相矛盾的指令"
            )
        case .surveyed(let site):
            let what = name(site.index, \.sites)
            tell(fact.id, Self.teamSort, "\(what): chemicals identified", "\(what)：危化品种类查明")
        case .ranOut(let depot, let kind):
            let (what, supply) = (name(depot.index, \.depots), kind.title[language])
            tell(fact.id, Self.supplySort, "\(what): out of \(supply)", "\(what)：\(supply)告罄")
        case .convoyLeft(_, let from, let kind, let amount):
            let what = name(from.index, \.depots)
            let load = "\(amount) " + kind.unit[language] + " " + kind.title[language]
            tell(fact.id, Self.supplySort, "convoy leaves \(what): \(load)", "\(what)发车：\(load)")
        case .convoyArrived(_, let depot, let kind, let amount):
            let what = name(depot.index, \.depots)
            let load = "\(amount) " + kind.unit[language] + " " + kind.title[language]
            tell(fact.id, Self.supplySort, "convoy reaches \(what): \(load)", "物资运抵\(what)：\(load)")
        default: break
        }
    }

    private mutating func tellArrival(_ fact: FactID, _ team: TeamID, _ site: SiteID) {
        arrivals += 1
        guard arrivals == 1 || arrivals % 20 == 0 else { return }
        let (who, place) = (name(team.index, \.teams), name(site.index, \.sites))
        tell(
            fact,
            Self.teamSort,
            arrivals == 1
                ? "first team at \(place): \(who)" : "\(arrivals) team arrivals at \(place) so far",
            arrivals == 1 ? "首支队伍到达\(place)：\(who)" : "累计到达\(place)\(arrivals)队次"
        )
    }

    private mutating func tellInformation(_ fact: Fact) {
        switch fact.content {
        case .believed(let post, .incident, _):
            let who = name(post.index, \.posts)
            tell(fact.id, Self.reportSort, "\(who) learns of the incident", "\(who)获知事件")
        case .believed(let post, .verified(.dead, _), let value):
            let who = name(post.index, \.posts)
            tell(
                fact.id,
                Self.reportSort,
                "\(who) knows \(value) verified deaths",
                "\(who)掌握核报死亡\(value)人"
            )
        case .published(let post, let dead):
            let who = name(post.index, \.posts)
            tell(
                fact.id,
                Self.reportSort,
                "\(who) makes public: \(dead) dead",
                "\(who)发布：死亡\(dead)人"
            )
        case .activated(let post):
            let who = name(post.index, \.posts)
            tell(fact.id, Self.commandSort, "\(who) begins to work", "\(who)成立并开始运转")
        default: break
        }
    }

    private mutating func tellCommand(_ fact: Fact) {
        switch fact.content {
        case .injected:
            tell(fact.id, Self.commandSort, "inject by exercise control", "导调组实施情景注入")
        case .decided(let post, let rule):
            let (who, what) = (name(post.index, \.posts), name(rule.index, \.rules))
            tell(fact.id, Self.commandSort, "\(who) decides: \(what)", "\(who)决策：\(what)")
        case .levelChanged(let post, let level):
            let (who, what) = (name(post.index, \.posts), level.title[language])
            tell(fact.id, Self.commandSort, "\(who) starts a \(what)", "\(who)启动\(what)")
        case .ordered(_, let post, let team, let task): orders.add(post, team, task, fact.id)
        case .orderedSupplies(_, let post, let from, _, let kind, let amount):
            let who = name(post.index, \.posts)
            let load = "\(amount) " + kind.unit[language] + " " + kind.title[language]
            let place = name(from.index, \.depots)
            tell(
                fact.id,
                Self.commandSort,
                "\(who) orders \(load) from \(place)",
                "\(who)从\(place)调拨\(load)"
            )
        default: break
        }
    }

    // MARK: Groups

    private mutating func flush() {
        for group in casualties.take() {
            let zone =
                group.zone.map { name($0.index, \.zones) }
                ?? Bilingual("responders", "救援人员")[language]
            tell(
                group.fact,
                Self.peopleSort,
                "\(zone): \(group.dead) dead at once, \(group.serious) with life in danger, \(group.other) otherwise hurt",
                "\(zone)：当场死亡\(group.dead)人，危重\(group.serious)人，其他受伤\(group.other)人"
            )
        }
        for group in orders.take() {
            let who = name(group.post.index, \.posts)
            let what = describe(group.task)
            let teams =
                group.count == 1
                ? name(group.first.index, \.teams)
                : Bilingual("\(group.count) teams", "\(group.count)支队伍")[language]
            tell(
                group.fact,
                Self.commandSort,
                "\(who) orders \(teams): \(what)",
                "\(who)命令\(teams)：\(what)"
            )
        }
    }

    private func describe(_ task: Task) -> String {
        let what = task.kind.title[language]
        let blank = language == .english ? " " : ""
        switch task.kind {
        case .search, .evacuate: return what + blank + name(task.zone.index, \.zones)
        case .suppress, .cool: return what + blank + name(task.hazard.index, \.hazards)
        case .carry: return what + blank + name(task.hospital.index, \.hospitals)
        case .stage:
            let place = name(task.site.index, \.sites)
            return Bilingual("go to \(place)", "赶赴\(place)")[language]
        case .treat, .pump, .survey, .refill, .release: return what
        }
    }
}

/// Casualties of one instant, zone by zone.
private struct CasualtyGroups {
    struct Group {
        let zone: ZoneID?
        let fact: FactID
        var dead = 0
        var serious = 0
        var other = 0
    }

    private var groups: [Group] = []

    mutating func add(_ person: PersonID, _ severity: Severity, _ fact: FactID) {
        let zone = person.zone
        if groups.last?.zone != zone || groups.isEmpty {
            groups.append(Group(zone: zone, fact: fact))
        }
        let last = groups.count - 1
        switch severity {
        case .dead: groups[last].dead += 1
        case .serious: groups[last].serious += 1
        case .unhurt, .slight, .moderate: groups[last].other += 1
        }
    }

    mutating func take() -> [Group] {
        defer { groups = [] }
        return groups
    }
}

/// Orders of one instant, by post and task.
private struct OrderGroups {
    struct Group {
        let post: PostID
        let task: Task
        let first: TeamID
        let fact: FactID
        var count = 1
    }

    private var groups: [Group] = []

    mutating func add(_ post: PostID, _ team: TeamID, _ task: Task, _ fact: FactID) {
        if let place = groups.firstIndex(where: { $0.post == post && $0.task == task }) {
            groups[place].count += 1
        } else {
            groups.append(Group(post: post, task: task, first: team, fact: fact))
        }
    }

    mutating func take() -> [Group] {
        defer { groups = [] }
        return groups
    }
}
