import DrillFiles
import DrillModel
import EventKernel
import Experiments
import Scoring
import Situation
import TestSupport
import Testing
import Vocabulary
import Wording

/// A record that is written and read back is the record.
@Suite struct RecordTests {
    /// A record of the small world as a file holds it.
    private static func text(seed: UInt64 = 1) -> (facts: [Fact], text: String) {
        let world = SmallWorld()
        let facts = DrillRecord(world, seed: seed).facts
        let format = FactFormat(names: SmallWorld.names)
        return (facts, header(world).line + facts.map { format.line($0) }.joined())
    }

    private static func header(_ world: SmallWorld) -> RecordHeader {
        var scoring = ScoringDefinition()
        scoring.postLevels = world.scenario.situation.posts.map { $0.level }
        scoring.links = world.scenario.situation.links.map { LinkPosts(from: $0.from, to: $0.to) }
        scoring.teamKinds = world.scenario.register.teams.map { $0.kind }
        scoring.siteDepots = world.scenario.register.sites.map { $0.depot }
        scoring.lastingHazards = [HazardID(1)]
        scoring.zoneCount = 2
        scoring.hospitalCount = 1
        scoring.stock[.foam] = 77
        scoring.warningBroadcastPerMinute = 0.1
        scoring.warningContagionPerMinute = 0.3
        scoring.arrivalWithin = SimDuration(minutes: 17)
        scoring.checkpointHours = [1, 2.5]
        scoring.curveStep = SimDuration(minutes: 10)
        scoring.duration = world.scenario.duration
        scoring.marking.goodFrom = 71.5
        var goal = Goal()
        goal.measure = .secondsToFirstArrival
        goal.bound = 1234.5
        goal.weight = 3
        var other = Goal()
        other.measure = .publicSafetyIndex
        other.isUpperBound = false
        other.bound = 0.25
        scoring.goals = [goal, other]
        var names = SmallWorld.names
        names.goals = ["arrival", "safety"].map {
            Name(id: $0, title: Bilingual("In time", "按时"))
        }
        names.goalLinks = [
            GoalLink(objective: Bilingual("Save", "救人"), task: nil, capability: nil),
            GoalLink(objective: nil, task: nil, capability: nil),
        ]
        return RecordHeader(
            program: "drill 0",
            scenario: "small",
            plan: "baseline",
            seed: 7,
            drill: 3,
            scoring: scoring,
            names: names
        )
    }

    private func read(_ text: String) -> (record: RecordFile?, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let source = SourceText(path: "record.jsonl", text: text)
        return (RecordFile.read(source, into: &diagnostics), diagnostics)
    }

    // MARK: Whole records

    @Test(arguments: testSeeds.prefix(10))
    func `all facts come back, and what is written again is the same to the byte`(
        seed: UInt64
    ) throws {
        let (facts, text) = Self.text(seed: seed)
        let record = try #require(read(text).record)
        #expect(record.facts.count == facts.count)
        let format = FactFormat(names: record.header.names)
        let again = record.header.line + record.facts.map { format.line($0) }.joined()
        #expect(again == text)
        // Facts are equal in all but which of two things with one name observed.
        for (read, fact) in zip(record.facts, facts) {
            if case .observed = fact.content { continue }
            if case .abandonedCall = fact.content { continue }
            #expect("\(read)" == "\(fact)")
        }
    }

    @Test(arguments: testSeeds.prefix(5))
    func `a record scores like the drill it was written from`(seed: UInt64) throws {
        let (facts, text) = Self.text(seed: seed)
        let record = try #require(read(text).record)
        let played = Self.measured(facts, Self.header(SmallWorld()).scoring)
        let stored = Self.measured(record.facts, record.header.scoring)
        for measure in Measure.allCases {
            #expect(stored[measure].bitPattern == played[measure].bitPattern, "\(measure)")
        }
    }

    private static func measured(_ facts: [Fact], _ scoring: ScoringDefinition) -> MeasureValues {
        var fold = Fold(scoring)
        return fold.measures(of: facts)
    }

    @Test func `everything that scoring needs comes back from the header`() throws {
        let header = Self.header(SmallWorld())
        let record = try #require(read(Self.text().text).record)
        #expect(record.header.scoring.byteForm == header.scoring.byteForm)
        #expect(record.header.names.goals == header.names.goals)
        #expect(record.header.names.goalLinks == header.names.goalLinks)
        #expect(record.header.drill == 3 && record.header.seed == "7")
    }

    @Test func `a crew that is called like a zone is told apart from its people`() throws {
        var names = SmallWorld.names
        names.teams[0] = names.zones[0]
        let format = FactFormat(names: names)
        let (zone, team) = (ZoneID(0), TeamID(0))
        let people = [PersonID(in: zone, number: 4), PersonID(of: team, number: 4)]
        let facts = people.enumerated().map { number, person in
            Fact(id: FactID(number), cause: .none, time: .start, content: .trapped(person))
        }
        let end = Fact(id: FactID(2), cause: .none, time: .start, content: .ended)
        var header = Self.header(SmallWorld())
        header.names.teams = names.teams
        let lines = (facts + [end]).map { format.line($0) }.joined()
        let record = try #require(read(header.line + lines).record)
        let read = record.facts.compactMap { fact -> PersonID? in
            if case .trapped(let person) = fact.content { person } else { nil }
        }
        #expect(read == people)
    }

    // MARK: Refusals

    /// A change of a record's text, and the code of what is said about it.
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: String
        let change: @Sendable (String) -> String

        init(_ name: String, _ code: String, _ change: @escaping @Sendable (String) -> String) {
            testDescription = name
            self.code = code
            self.change = change
        }
    }

    static func replacing(_ old: String, _ new: String) -> @Sendable (String) -> String {
        { text in text.replacing(old, with: new, maxReplacements: 1) }
    }

    static let changes = [
        Change("empty", "empty-file") { _ in "" },
        Change("no record", "wrong-kind") { _ in "[1, 2]\n" },
        Change("header missing", "missing-key") { text in
            String(text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...])
        },
        Change("cut in the middle of a line", "malformed-line") { String($0.dropLast(20)) },
        Change("cut between lines", "unfinished-record") { text in
            text.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
        },
        Change("line missing", "wrong-number") { text in
            var lines = text.split(separator: "\n").map { $0 + "\n" }
            lines.remove(at: 5)
            return lines.joined()
        },
        Change("lines swapped", "wrong-number") { text in
            var lines = text.split(separator: "\n").map { $0 + "\n" }
            lines.swapAt(4, 5)
            return lines.joined()
        },
        Change("unknown kind", "unknown-name", replacing("\"exploded\"", "\"explodes\"")),
        Change(
            "unknown hazard",
            "unknown-name",
            replacing("\"hazard\": \"blast\"", "\"hazard\": \"x\"")
        ),
        Change(
            "unknown person",
            "unknown-name",
            replacing("\"person\": \"plant#", "\"person\": \"plnt#")
        ),
        Change(
            "wrong kind of value",
            "wrong-kind",
            replacing("\"canWalk\": true", "\"canWalk\": 1")
        ),
        Change(
            "cause in the future",
            "wrong-kind",
            replacing("\"cause\": 1,", "\"cause\": 999999,")
        ),
        Change(
            "time backwards",
            "out-of-range",
            replacing(
                "\"fact\": 1, \"cause\": null, \"seconds\": ",
                "\"fact\": 1, \"cause\": null, \"seconds\": -"
            )
        ),
        Change(
            "key twice",
            "repeated-key",
            replacing("\"kind\": \"started\"", "\"kind\": \"started\", \"kind\": \"ended\"")
        ),
        Change("other version", "unknown-format", replacing("\"format\": 1", "\"format\": 2")),
        Change(
            "posts without levels",
            "wrong-count",
            replacing("\"postLevels\": [\"firm\", ", "\"postLevels\": [")
        ),
        Change(
            "too many points",
            "out-of-range",
            replacing("\"curveStepSeconds\": 600", "\"curveStepSeconds\": 0.0001")
        ),
        Change(
            "unknown measure",
            "unknown-choice",
            replacing("\"secondsToFirstArrival\"", "\"secondsToArrival\"")
        ),
    ]

    @Test(arguments: changes)
    func `what is no whole record is refused, with a reason in both languages`(
        change: Change
    ) throws {
        let (record, diagnostics) = read(change.change(Self.text().text))
        #expect(record == nil)
        #expect(diagnostics.sorted.first?.code == change.code)
        for language in Language.allCases {
            let text = DiagnosticRenderer(language: language).text(diagnostics)
            #expect(text.contains("record.jsonl"))
        }
    }

    @Test func `the place of a mistake is shown`() {
        let text = Self.text().text.replacing(
            "\"kind\": \"exploded\"",
            with: "\"kind\": \"explodes\"",
            maxReplacements: 1
        )
        let message = DiagnosticRenderer(language: .english).text(read(text).diagnostics)
        let lines = text.split(separator: "\n")
        let number = (lines.firstIndex { $0.contains("explodes") } ?? 0) + 1
        #expect(message.contains("record.jsonl:\(number):"))
        #expect(message.contains("did you mean \"exploded\"?"))
    }

    @Test(arguments: 0..<12)
    func `a changed record is read or refused, and scored without harm`(seed: UInt64) {
        var mutator = Mutator(seed: seed &+ 77)
        let source = SourceText(path: "record.jsonl", text: Self.text().text)
        for _ in 0..<12 {
            var diagnostics = Diagnostics()
            let record = RecordFile.read(mutator.changed(source), into: &diagnostics)
            #expect((record == nil) == diagnostics.hasErrors)
            guard let record else { continue }
            let values = Self.measured(record.facts, record.header.scoring)
            #expect(!values[.deaths].isNaN)
        }
    }
}
