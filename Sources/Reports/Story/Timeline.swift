import EventKernel
public import Vocabulary
public import Wording

/// The story of one drill for a planner: what mattered, in order, with the time of day.
///
/// Facts that come by the hundred are told together: what an instant does to a zone, orders of a post,
/// arrivals and admissions at round numbers. Of the orders at a site the first of each kind is told.
/// The number in front of a line is that of its fact, by which its causes can be asked for.
public struct Timeline {
    let wording: FactWording
    private let start: AbsoluteInstant
    private let language: Language
    /// Entries so far, in order of time.
    private(set) var entries: [Entry] = []
    private var now = SimTime.start

    var harm = HarmGroups()
    var orders = OrderGroups()
    var knownDead: [PostID: KnownDead] = [:]
    var toldTasks: Set<PostTask> = []
    var counts = StoryCounts()

    /// A task that a post has given to a team.
    struct PostTask: Hashable {
        let post: PostID
        let task: Task
    }

    /// What has been counted so far.
    struct StoryCounts {
        var arrivals = 0
        var rescued = 0
        var admitted = 0
        var deaths = 0
        var deathsTold = 0
        var fullHospitals: Set<HospitalID> = []
        var aid: [PostID: Int32] = [:]
    }

    /// Begins the story of a drill.
    ///
    /// - Parameters:
    ///   - names: Names of the scenario.
    ///   - start: Moment at which the drill begins.
    ///   - language: Language of the story.
    public init(names: ScenarioNames, start: AbsoluteInstant, language: Language) {
        wording = FactWording(names: names)
        self.start = start
        self.language = language
    }

    /// One thing that is told.
    struct Entry: Sendable {
        /// When it happened.
        let time: SimTime
        /// Fact by whose number its causes can be asked for.
        let fact: FactID
        let sort: Sort
        let text: Bilingual
    }

    /// The story, one line an entry.
    public var text: String { entries.map { line($0) + "\n" }.joined() }

    /// Takes in the next fact.
    public mutating func add(_ fact: Fact) {
        if fact.time != now {
            flush()
            now = fact.time
        }
        _ =
            tellHappening(fact) || tellMeans(fact) || tellInformation(fact) || tellCommand(fact)
            || tellOpinion(fact)
    }

    /// Tells what was still being gathered.
    public mutating func finish() { flush() }

    // MARK: Telling

    /// What a line is about.
    enum Sort: Sendable {
        case exercise, hazard, people, teams, supplies, reports, command, opinion

        /// Names of equal width in each language.
        var title: Bilingual {
            switch self {
            case .exercise: Bilingual("exercise", "导调")
            case .hazard: Bilingual("hazard  ", "灾情")
            case .people: Bilingual("people  ", "人员")
            case .teams: Bilingual("teams   ", "队伍")
            case .supplies: Bilingual("supplies", "物资")
            case .reports: Bilingual("reports ", "信息")
            case .command: Bilingual("command ", "指挥")
            case .opinion: Bilingual("opinion ", "舆情")
            }
        }
    }

    /// Adds a line.
    mutating func tell(_ fact: FactID, _ sort: Sort, _ text: Bilingual) {
        entries.append(Entry(time: now, fact: fact, sort: sort, text: text))
    }

    private func line(_ entry: Entry) -> String {
        let instant = start.later(milliseconds: entry.time.milliseconds)
        let number = "#\(entry.fact.index)"
        let blank = String(repeating: " ", count: max(0, 7 - number.count))
        return "\(Figures.clock(instant, language))  \(blank)\(number)  "
            + "\(entry.sort.title[language])  \(entry.text[language])"
    }

    /// Adds a line that says what a fact says.
    mutating func tell(_ fact: Fact, _ sort: Sort) {
        tell(fact.id, sort, wording.text(fact.content))
    }

    // MARK: Groups

    private mutating func flush() {
        for group in harm.take() { tell(group.fact, .people, describe(group)) }
        for group in orders.take() { tell(group) }
        if counts.deaths / 10 > counts.deathsTold / 10, let fact = lastDeath {
            counts.deathsTold = counts.deaths
            tell(
                fact,
                .people,
                Bilingual(
                    "\(counts.deaths) people have died so far (truth)",
                    "累计死亡\(counts.deaths)人（真实情况）"
                )
            )
        }
    }

    /// Fact of the latest death -- state.
    var lastDeath: FactID?

    private func describe(_ group: HarmGroups.Group) -> Bilingual {
        let place = group.zone.map { wording.zone($0) } ?? Bilingual("responders", "救援人员")
        var parts: [Bilingual] = []
        if group.dead > 0 {
            parts.append(Bilingual("\(group.dead) dead at once", "当场死亡\(group.dead)人"))
        }
        if group.serious > 0 {
            parts.append(Bilingual("\(group.serious) in danger of life", "危重\(group.serious)人"))
        }
        if group.other > 0 {
            parts.append(Bilingual("\(group.other) otherwise hurt", "其他受伤\(group.other)人"))
        }
        let people = Bilingual(
            parts.map { $0.english }.joined(separator: ", "),
            parts.map { $0.chinese }.joined(separator: "，")
        )
        let damage = group.buildings.map { wording.damage($0.down, $0.badly, $0.windows) }
        let both = [damage, parts.isEmpty ? nil : people].compactMap { $0 }
        return Bilingual(
            place.english + ": " + both.map { $0.english }.joined(separator: "; "),
            place.chinese + "：" + both.map { $0.chinese }.joined(separator: "；")
        )
    }

    /// Tells orders of one post at one instant; of one task at a site only those given first.
    private mutating func tell(_ group: OrderGroups.Group) {
        let isTravel = group.task.kind == .stage || group.task.kind == .release
        let isNew = toldTasks.insert(PostTask(post: group.post, task: group.task)).inserted
        guard isNew || isTravel else { return }
        let (who, what) = (wording.post(group.post), wording.task(group.task))
        let teams =
            group.count == 1
            ? wording.team(group.first)
            : Bilingual("\(group.count) teams", "\(group.count)支队伍")
        tell(
            group.fact,
            .command,
            Bilingual(
                "\(who.english) orders \(teams.english): \(what.english)",
                "\(who.chinese)命令\(teams.chinese)：\(what.chinese)"
            )
        )
    }
}
