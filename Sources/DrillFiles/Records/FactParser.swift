import EventKernel
import Vocabulary
import Wording

/// Reads facts from the lines of a record: the reverse of `FactFormat`.
///
/// What a record does not tell apart comes back as the first it may be: an observer that is called
/// like a post is its staff.
struct FactParser {
    typealias Problem = RecordLine.Problem

    private let zones: [String: Int]
    private let sites: [String: Int]
    private let hazards: [String: Int]
    private let sensors: [String: Int]
    private let teams: [String: Int]
    private let depots: [String: Int]
    private let hospitals: [String: Int]
    private let posts: [String: Int]
    private let rules: [String: Int]
    private let shelters: [String: Int]

    /// Most people of one zone or team, and most messages of a drill -- constant.
    private static let numberAtMost: Int64 = 100_000_000

    init(names: ScenarioNames) {
        func places(_ list: [Name]) -> [String: Int] {
            let pairs = list.enumerated().map { ($0.element.id, $0.offset) }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        zones = places(names.zones)
        sites = places(names.sites)
        hazards = places(names.hazards)
        sensors = places(names.sensors)
        teams = places(names.teams)
        depots = places(names.depots)
        hospitals = places(names.hospitals)
        posts = places(names.posts)
        rules = places(names.rules)
        shelters = places(names.shelters)
    }

    /// Returns the fact of a line, which must follow the one before.
    func fact(_ line: RecordLine, after last: Fact?) throws(Problem) -> Fact {
        let expected = last.map { Int64($0.id.index) + 1 } ?? 0
        let number = try line.whole("fact", 0...Self.numberAtMost)
        guard number == expected else {
            throw Problem(
                code: "wrong-number",
                range: try line.member("fact").range,
                message: Bilingual(
                    "fact \(number) stands where fact \(expected) belongs",
                    "此处应为第 \(expected) 条，实为第 \(number) 条"
                ),
                help: Bilingual(
                    "lines are missing, repeated or out of order: write the record again",
                    "记录缺行、重复或次序有误，请重新写出"
                )
            )
        }
        let time = try time(line, notBefore: last?.time ?? .start)
        let cause = try cause(line, before: number)
        let kind = try line.text("kind")
        return Fact(
            id: FactID(Int(number)),
            cause: cause,
            time: time,
            content: try content(kind, line)
        )
    }

    private func time(_ line: RecordLine, notBefore earliest: SimTime) throws(Problem) -> SimTime {
        try moment("seconds", line, notBefore: earliest)
    }

    /// Returns a moment that stands in seconds, none before another.
    func moment(
        _ key: String,
        _ line: RecordLine,
        notBefore earliest: SimTime = .start
    ) throws(Problem) -> SimTime {
        let seconds = try line.number(key)
        // Facts stand to the millisecond, which a number of seconds tells without doubt.
        let exact = seconds * 1000
        let milliseconds = exact.magnitude < 1e12 ? Int64(exact.rounded()) : -1
        guard milliseconds >= earliest.milliseconds else {
            throw Problem(
                code: "out-of-range",
                range: try line.member(key).range,
                message: Bilingual(
                    "this time is before that of the fact above, or too late for any drill",
                    "时间早于上一条记录，或超出演练范围"
                ),
                expected: Bilingual(
                    "at least \(earliest.milliseconds / 1000) s",
                    "不早于 \(earliest.milliseconds / 1000) 秒"
                )
            )
        }
        return SimTime(milliseconds: milliseconds)
    }

    private func cause(_ line: RecordLine, before number: Int64) throws(Problem) -> FactID {
        let member = try line.member("cause")
        if case .null = member.value { return .none }
        guard number > 0 else {
            throw Problem(
                code: "out-of-range",
                range: member.range,
                message: Bilingual("the first fact has no cause", "首条记录没有起因"),
                expected: Bilingual(verbatim: "null")
            )
        }
        return FactID(Int(try line.whole("cause", 0...number - 1)))
    }

    // MARK: What facts are about

    func count(_ line: RecordLine, _ key: String) throws(Problem) -> Int32 {
        Int32(try line.whole(key, Int64(Int32.min)...Int64(Int32.max)))
    }

    func persons(_ line: RecordLine) throws(Problem) -> Int32 {
        Int32(try line.whole("persons", 0...Self.numberAtMost))
    }

    /// Number of a report, an order, a convoy, a link or an inject.
    func number(_ line: RecordLine, _ key: String) throws(Problem) -> Int {
        Int(try line.whole(key, 0...Self.numberAtMost))
    }

    func zone(_ line: RecordLine) throws(Problem) -> ZoneID {
        ZoneID(try place("zone", line, zones))
    }

    func site(_ line: RecordLine) throws(Problem) -> SiteID {
        SiteID(try place("site", line, sites))
    }

    func hazard(_ line: RecordLine) throws(Problem) -> HazardID {
        HazardID(try place("hazard", line, hazards))
    }

    func sensor(_ line: RecordLine) throws(Problem) -> SensorID {
        SensorID(try place("sensor", line, sensors))
    }

    func team(_ line: RecordLine) throws(Problem) -> TeamID {
        TeamID(try place("team", line, teams))
    }

    func teamIfThere(_ line: RecordLine) throws(Problem) -> TeamID? {
        if line.optional("team") == nil { return nil }
        return try team(line)
    }

    func depot(_ line: RecordLine, _ key: String = "depot") throws(Problem) -> DepotID {
        DepotID(try place(key, line, depots))
    }

    func hospital(_ line: RecordLine) throws(Problem) -> HospitalID {
        HospitalID(try place("hospital", line, hospitals))
    }

    func post(_ line: RecordLine, _ key: String = "post") throws(Problem) -> PostID {
        PostID(try place(key, line, posts))
    }

    func rule(_ line: RecordLine) throws(Problem) -> RuleID {
        RuleID(try place("rule", line, rules))
    }

    /// A shelter; −1 for people who find no room.
    func shelter(_ line: RecordLine) throws(Problem) -> Int32 {
        if case .null = try line.member("shelter").value { return -1 }
        return Int32(try place("shelter", line, shelters))
    }

    private func place(
        _ key: String,
        _ line: RecordLine,
        _ names: [String: Int]
    ) throws(Problem) -> Int {
        let name = try line.text(key)
        guard let place = names[name] else {
            throw unknown(name, key, line, among: names.keys.sorted())
        }
        return place
    }

    /// Returns a case of a kind by its name.
    func named<Kind: Named & CaseIterable>(
        _ line: RecordLine,
        _ key: String,
        as type: Kind.Type = Kind.self
    ) throws(Problem) -> Kind {
        let name = try line.text(key)
        guard let found = Kind.allCases.first(where: { $0.name == name }) else {
            throw unknown(name, key, line, among: Kind.allCases.map { $0.name })
        }
        return found
    }

    func unknown(
        _ name: String,
        _ key: String,
        _ line: RecordLine,
        among names: [String]
    ) -> Problem {
        Problem(
            code: "unknown-name",
            range: line.optional(key)?.range ?? line.range,
            message: Bilingual(
                "\"\(displayed(name))\" is none of what a record knows under \"\(key)\"",
                "“\(key)”中没有“\(displayed(name))”"
            ),
            help: Nearest.name(to: name, among: names).map {
                Bilingual("did you mean \"\($0)\"?", "是不是“\($0)”？")
            }
        )
    }

    /// A person is named by zone or team and a number there: `wangshang#17`.
    func person(_ line: RecordLine) throws(Problem) -> PersonID {
        let text = try line.text("person")
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[1]),
            (0...Self.numberAtMost).contains(number)
        else { throw unknown(text, "person", line, among: []) }
        let group = String(parts[0])
        if let zone = zones[group] { return PersonID(in: ZoneID(zone), number: Int(number)) }
        let prefix = FactFormat.crewPrefix
        let crew = group.hasPrefix(prefix) ? String(group.dropFirst(prefix.count)) : group
        if let team = teams[crew] { return PersonID(of: TeamID(team), number: Int(number)) }
        throw unknown(text, "person", line, among: [])
    }

    func observer(_ line: RecordLine) throws(Problem) -> Observer {
        let name = try line.text("by")
        if name.hasPrefix("witness#"), let number = Int32(name.dropFirst(8)) {
            return Observer(.witness, number)
        }
        let sorts: [(Observer.Kind, [String: Int])] = [
            (.staff, posts), (.sensor, sensors), (.team, teams), (.hospital, hospitals),
            (.depot, depots),
        ]
        for (kind, names) in sorts {
            if let place = names[name] { return Observer(kind, Int32(place)) }
        }
        throw unknown(name, "by", line, among: teams.keys.sorted())
    }

    func task(_ line: RecordLine) throws(Problem) -> Task {
        let kind = try named(line, "task", as: TaskKind.self)
        let target: Int32 =
            switch kind {
            case .search, .evacuate: try zone(line).number
            case .suppress, .cool: try hazard(line).number
            case .carry: try hospital(line).number
            case .stage, .treat, .pump, .survey, .refill, .release: -1
            }
        return Task(kind, at: try site(line), target: target)
    }

    /// What an observation or belief is about.
    func item(_ line: RecordLine) throws(Problem) -> Item {
        let text = try line.text("item")
        let parts = text.split(separator: ".", maxSplits: 1)
        let tally = parts.count > 1 ? Headcount.allCases.first { $0.name == parts[1] } : nil
        switch (parts.first.map { String($0) }, tally) {
        case ("incident", nil): return .incident(try site(line))
        case ("estimate", nil): return .estimate(try site(line))
        case ("found", let tally?): return .found(tally, try zone(line))
        case ("inCare", let tally?): return .inCare(tally, try hospital(line))
        case ("verified", let tally?): return .verified(tally, try site(line))
        case ("fire", nil): return .fire(try hazard(line))
        case ("reading", nil): return .reading(try sensor(line))
        case ("sweeps", nil): return .sweeps(try zone(line))
        case ("awaitingTransport", nil): return .awaitingTransport(try site(line))
        case ("chemicals", nil): return .chemicals(try site(line))
        case ("team", nil): return .team(try team(line))
        case ("stock", nil): return .stock(try depot(line), try named(line, "supply"))
        case ("beds", nil): return .beds(try hospital(line))
        case ("level", nil): return .level(try post(line, "of"))
        case ("aid", nil): return .aid(try post(line, "of"))
        case ("buried", nil): return .buried(try site(line))
        case ("missing", nil): return .missing(try site(line))
        case ("request", nil): return .request(try post(line, "of"))
        case ("approval", nil): return .approval(try post(line, "of"))
        default: throw unknown(text, "item", line, among: ["incident", "estimate", "fire", "team"])
        }
    }
}
