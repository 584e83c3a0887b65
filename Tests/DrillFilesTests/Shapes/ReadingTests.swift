import DrillFiles
import Testing
import Wording

@Suite struct ReadingTests {
    @Test func `a good file is read without a word`() {
        let (file, diagnostics) = SampleFile.read(SampleFile.good)
        #expect(DiagnosticRenderer(language: .english).text(diagnostics) == "")
        #expect(file.isSound && file.root.isSound)
        let summary = SampleSummary(file.root)
        #expect(summary.name == "化工园区演练")
        #expect(summary.start?.offsetMinutes == 480)
        #expect(summary.start?.millisecondsSince1970 == 1_553_150_880_000)
        #expect(summary.length == 24 * 3_600_000)
        #expect(summary.stocks == [[0: 12000, 1: 350_000], [:]])
        #expect(summary.parts == ["北区", "南区"])
    }

    @Test func `teams know their depots by number and have defaults`() {
        let summary = SampleSummary(SampleFile.read(SampleFile.good).file.root)
        #expect(
            summary.teams == [
                SampleSummary.Team(
                    name: "engine-1",
                    persons: 7,
                    speed: 60,
                    depot: 0,
                    level: .full,
                    turnout: UncertainNumber(.constant(2)),
                    loss: UncertainNumber(.constant(0.05))
                ),
                SampleSummary.Team(
                    name: "志愿队",
                    persons: 20,
                    speed: 40.5,
                    depot: 1,
                    level: nil,
                    turnout: UncertainNumber(.uniform(low: 5, high: 20)),
                    loss: UncertainNumber(
                        .normal(mean: 0.1, standardDeviation: 0.2),
                        atLeast: 0,
                        atMost: 1
                    )
                ),
            ]
        )
    }

    @Test func `injects are told apart by their key`() {
        let summary = SampleSummary(SampleFile.read(SampleFile.good).file.root)
        #expect(
            summary.injects == [
                .message("a smell of \"gas\"\n漏", at: -1_800_000),
                .dispatch(team: 1, when: "known.deaths >= 3", at: 5_400_000),
            ]
        )
    }

    @Test func `what a file rests on is listed`() throws {
        let assumptions = SampleFile.read(SampleFile.good).file.assumptions
        #expect(
            assumptions.map { "\($0.path) \($0.confidence.rawValue) \($0.uses)" } == [
                "depots[1] U 1",
                "teams[].lossProbability D 1",
                "teams[1].turnoutMinutes D 1",
                "length D 1",
            ]
        )
        let loss = try #require(assumptions.first { $0.isDefault })
        #expect(loss.value == "0.05")
        #expect(loss.source == "working assumption")
        #expect(assumptions[0].source == "telephone call")
    }

    @Test func `a default used by many is listed once`() {
        let team = #"{ "id": "t%", "persons": 1, "speedKilometersPerHour": 9, "depot": "d" }"#
        let teams = (0..<3).map { team.replacing("%", with: "\($0)") }.joined(separator: ",")
        let (file, _) = SampleFile.read(
            """
            { "format": 1, "name": "x", "supplies": {}, "length": "PT1H",
              "depots": [ { "id": "d", "onHandLiters": {} } ], "teams": [ \(teams) ] }
            """
        )
        #expect(file.isSound)
        #expect(
            file.assumptions.map(\.path) == ["teams[].turnoutMinutes", "teams[].lossProbability"]
        )
        #expect(file.assumptions.map(\.uses) == [3, 3])
    }

    @Test func `what is wrong answers with something harmless`() {
        let (file, diagnostics) = SampleFile.read(#"{ "name": 7, "teams": [ {} ], "depots": 1 }"#)
        #expect(diagnostics.hasErrors && !file.root.isSound)
        #expect(file.root.text("name") == "")
        #expect(file.root.list("depots").isEmpty)
        let team = file.root.list("teams")[0]
        #expect(team.number("speedKilometersPerHour") == 0)
        #expect(team.uncertain("turnoutMinutes").kind != .constant(0))
        #expect(team.optional("level") == nil)
    }

    @Test func `the reach of a mistake is known`() {
        let text = SampleFile.good.replacing(#""persons": 7"#, with: #""persons": 0"#)
        let (file, _) = SampleFile.read(text)
        #expect(file.root.list("teams").map(\.isSound) == [false, true])
        #expect(file.root.list("depots").map(\.isSound) == [true, true])
        #expect(!file.root.isSound && !file.isSound)
    }

    @Test func `a plan sees the names of its scenario and not those of other plans`() {
        let rules = NameSpace("rule", "规则")
        let plan = Shape.object([
            .required("rule", .identifier(rules), "Rule.", "规则。"),
            .required("team", .reference(SampleFile.teams), "Team.", "队伍。"),
        ])
        var scenario = NameTable()
        var diagnostics = Diagnostics()
        let source = SourceText(path: "s", text: SampleFile.good)
        _ = SampleFile.shape.read(source, names: &scenario, into: &diagnostics)
        for index in 0..<2 {
            var names = scenario
            let text = #"{ "rule": "first", "team": "志愿队" }"#
            let source = SourceText(path: "p\(index)", text: text)
            let file = plan.read(source, names: &names, into: &diagnostics)
            #expect(file.root.reference("team") == 1)
            #expect(names.names(in: rules) == ["first"])
        }
        #expect(!diagnostics.hasErrors)
    }

    @Test func `an expression points at its place in the file`() throws {
        let (file, _) = SampleFile.read(SampleFile.good)
        let dispatch = file.root.list("injects")[1].alternative().value
        let condition = dispatch.expression("when")
        #expect(condition.text == "known.deaths >= 3")
        let range = condition.range(of: 16..<17)
        let bytes = Array(SampleFile.good.utf8)[range.lower..<range.upper]
        #expect(String(decoding: bytes, as: UTF8.self) == #"\u0033"#)
    }
}
