import EventKernel
public import Vocabulary
public import Wording

/// How a fact stands in a record: one JSON object a line, with names instead of numbers.
public struct FactFormat: Sendable {
    let names: ScenarioNames

    /// Creates the format for a scenario's names.
    public init(names: ScenarioNames) {
        self.names = names
    }

    /// Returns the line of a fact, with its line feed.
    public func line(_ fact: Fact) -> String { json(fact).line + "\n" }

    /// Returns a fact as an object.
    public func json(_ fact: Fact) -> JSONValue {
        let (kind, members) = describe(fact.content)
        var all: [(key: String, value: JSONValue)] = [
            ("fact", .integer(fact.id.index)),
            ("cause", fact.cause == .none ? .null : .integer(fact.cause.index)),
            ("seconds", .number(Double(fact.time.milliseconds) / 1000)),
            ("kind", .text(kind)),
        ]
        all += members.map { (key: $0.0, value: $0.1) }
        return .object(all)
    }

    /// Members of a fact besides its number, cause and time.
    typealias Members = [(String, JSONValue)]

    /// Returns the kind of a fact and what belongs to it.
    func describe(_ content: FactContent) -> (kind: String, members: Members) {
        describeExercise(content) ?? describeHazard(content) ?? describePerson(content)
            ?? describeMeans(content) ?? describeInformation(content) ?? describeCommand(content)
            ?? describeOpinion(content)
            ?? ("unknown", [])
    }

    // MARK: Names

    private func name(_ index: Int, _ list: [Name]) -> JSONValue {
        .text(list.indices.contains(index) ? list[index].id : "\(index)")
    }

    func zone(_ id: ZoneID) -> (String, JSONValue) { ("zone", name(id.index, names.zones)) }
    func site(_ id: SiteID) -> (String, JSONValue) { ("site", name(id.index, names.sites)) }
    func hazard(_ id: HazardID) -> (String, JSONValue) { ("hazard", name(id.index, names.hazards)) }
    func team(_ id: TeamID) -> (String, JSONValue) { ("team", name(id.index, names.teams)) }

    func post(_ id: PostID, _ key: String = "post") -> (String, JSONValue) {
        (key, name(id.index, names.posts))
    }

    func depot(_ id: DepotID, _ key: String = "depot") -> (String, JSONValue) {
        (key, name(id.index, names.depots))
    }

    func hospital(_ id: HospitalID) -> (String, JSONValue) {
        ("hospital", name(id.index, names.hospitals))
    }

    /// A person is named by zone or team and a number there: `wangshang#17`.
    func person(_ id: PersonID) -> (String, JSONValue) {
        let group =
            if let zone = id.zone {
                names.zones.indices.contains(zone.index) ? names.zones[zone.index].id : "zone"
            } else if let team = id.team, names.teams.indices.contains(team.index) {
                name(ofCrew: names.teams[team.index].id)
            } else {
                "person"
            }
        return ("person", .text("\(group)#\(id.number)"))
    }

    /// A team that is called like a zone is told apart from it.
    private func name(ofCrew team: String) -> String {
        names.zones.contains { $0.id == team } ? Self.crewPrefix + team : team
    }

    /// What stands before the name of a team that is called like a zone.
    static let crewPrefix = "team:"

    /// A shelter; null for people who find no room.
    func shelter(_ number: Int32) -> (String, JSONValue) {
        ("shelter", number < 0 ? .null : name(Int(number), names.shelters))
    }

    func number(_ key: String, _ value: some BinaryInteger) -> (String, JSONValue) {
        (key, .integer(Int(value)))
    }

    func supply(_ kind: SupplyKind) -> (String, JSONValue) { ("supply", .text(kind.name)) }

    func task(_ task: Task) -> Members {
        var members: Members = [("task", .text(task.kind.name)), site(task.site)]
        switch task.kind {
        case .search, .evacuate: members.append(zone(task.zone))
        case .suppress, .cool: members.append(hazard(task.hazard))
        case .carry: members.append(hospital(task.hospital))
        case .stage, .treat, .pump, .survey, .refill, .release: break
        }
        return members
    }

    /// What a report or picture is about.
    func item(_ item: Item) -> Members {
        switch item {
        case .incident(let id): [("item", .text("incident")), site(id)]
        case .estimate(let id): [("item", .text("estimate")), site(id)]
        case .found(let count, let id): [("item", .text("found.\(count.name)")), zone(id)]
        case .inCare(let count, let id): [("item", .text("inCare.\(count.name)")), hospital(id)]
        case .verified(let count, let id): [("item", .text("verified.\(count.name)")), site(id)]
        case .fire(let id): [("item", .text("fire")), hazard(id)]
        case .reading(let id):
            [("item", .text("reading")), ("sensor", name(id.index, names.sensors))]
        case .sweeps(let id): [("item", .text("sweeps")), zone(id)]
        case .awaitingTransport(let id): [("item", .text("awaitingTransport")), site(id)]
        case .chemicals(let id): [("item", .text("chemicals")), site(id)]
        case .team(let id): [("item", .text("team")), team(id)]
        case .stock(let id, let kind): [("item", .text("stock")), depot(id), supply(kind)]
        case .beds(let id): [("item", .text("beds")), hospital(id)]
        case .level(let id): [("item", .text("level")), post(id, "of")]
        case .aid(let id): [("item", .text("aid")), post(id, "of")]
        case .request(let id): [("item", .text("request")), post(id, "of")]
        case .approval(let id): [("item", .text("approval")), post(id, "of")]
        case .buried(let id): [("item", .text("buried")), site(id)]
        case .missing(let id): [("item", .text("missing")), site(id)]
        }
    }

    func observer(_ observer: Observer) -> (String, JSONValue) {
        let index = Int(observer.number)
        let value: JSONValue =
            switch observer.kind {
            case .witness: .text("witness#\(index & 0xFF)")
            case .staff, .post: name(index, names.posts)
            case .sensor: name(index, names.sensors)
            case .team: name(index, names.teams)
            case .hospital: name(index, names.hospitals)
            case .depot: name(index, names.depots)
            }
        return ("by", value)
    }
}
