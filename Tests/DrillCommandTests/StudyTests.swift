import Foundation
import Testing

/// Studies that are cut into parts or search, and rare outcomes, as the program plays them.
@Suite struct StudyCommandTests {
    private static let files = [
        "drills.csv", "means.csv", "points.csv", "effects.csv", "manifest.json",
    ]

    /// Writes a study of the small scenario into a copy of its folder, and hands both paths out.
    private func withStudy(
        _ text: String,
        _ use: (_ study: String, _ folder: URL) throws -> Void
    ) throws {
        try BuiltProgram.withFolder { folder in
            let scenario = folder.appendingPathComponent("scenario")
            let small = URL(fileURLWithPath: BuiltProgram.small)
            try FileManager.default.copyItem(at: small, to: scenario)
            let study = scenario.appendingPathComponent("study.jsonc")
            try Data(text.utf8).write(to: study)
            try use(study.path, folder)
        }
    }

    private static let foam = """
        { "format": 1, "plans": ["baseline"], "drills": 6,
          "factors": [ { "id": "foam", "of": "scenario", "path": "depots[*].stock.foamLiters",
            "times": [1, 0.5, 2] } ],
          "design": { "factorial": {} }, "measures": ["deaths", "seriousInjuries"] }
        """

    @Test func `shards of a study join to the bytes of a single run`() throws {
        try withStudy(Self.foam) { study, folder in
            let whole = folder.appendingPathComponent("whole").path
            let shards = folder.appendingPathComponent("shards").path
            let joined = folder.appendingPathComponent("joined").path
            _ = try BuiltProgram.run(["study", study, "--out", whole])
            func play(_ part: String, into name: String) throws {
                let place = "\(shards)/\(name)"
                let outcome = try BuiltProgram.run([
                    "study", study, "--shard", part, "--out", place,
                ])
                #expect(outcome.status == 0)
            }
            try play("2/2", into: "b")
            let join = ["study", study, "--join", shards, "--out", joined]
            let missing = try BuiltProgram.run(join)
            #expect(missing.status == 75)
            #expect(missing.complaints.contains("missing of 2 shards: 1"))
            try play("1/2", into: "a")
            #expect(try BuiltProgram.run(join).status == 0)
            for file in Self.files {
                let one = try Data(contentsOf: URL(fileURLWithPath: "\(whole)/\(file)"))
                let two = try Data(contentsOf: URL(fileURLWithPath: "\(joined)/\(file)"))
                #expect(one == two, "\(file)")
            }
            let merge = try BuiltProgram.run(["merge", shards, "--out", joined])
            #expect(merge.status == 65)
            #expect(merge.complaints.contains("results of a study"))
        }
    }

    @Test func `changed rows and other parts are refused`() throws {
        try withStudy(Self.foam) { study, folder in
            let shards = folder.appendingPathComponent("shards")
            for part in ["1/2", "2/2"] {
                let place = shards.appendingPathComponent(part.replacing("/", with: "-")).path
                _ = try BuiltProgram.run(["study", study, "--shard", part, "--out", place])
            }
            let join = ["study", study, "--join", shards.path, "--out", folder.path + "/joined"]
            let third = shards.appendingPathComponent("third").path
            _ = try BuiltProgram.run(["study", study, "--shard", "1/3", "--out", third])
            let cut = try BuiltProgram.run(join)
            #expect(cut.status == 65)
            #expect(cut.complaints.contains("cut differently"))
            try FileManager.default.removeItem(atPath: third)
            let rows = shards.appendingPathComponent("2-2/drills.csv")
            try (Data(contentsOf: rows) + Data("\n".utf8)).write(to: rows)
            let changed = try BuiltProgram.run(join)
            #expect(changed.status == 65)
            #expect(changed.complaints.contains("the rows were changed"))
        }
    }

    @Test func `a search ends where it began when nothing matters`() throws {
        let search = """
            { "format": 1, "plans": ["baseline"], "drills": 4,
              "factors": [ { "id": "foam", "of": "scenario", "path": "depots[*].stock.foamLiters",
                "times": [1, 0.5] } ],
              "design": { "start": {} },
              "search": { "measure": "deaths", "indifference": 1000 } }
            """
        try withStudy(search) { study, folder in
            let out = folder.appendingPathComponent("out").path
            let outcome = try BuiltProgram.run(["study", study, "--out", out])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("no change of one factor alone bettered the end"))
            let table = try String(contentsOfFile: out + "/search.csv", encoding: .utf8)
            #expect(table.split(separator: "\n").count == 2)
        }
    }

    /// A search for the alarm that brings the first team soonest.
    private func search(budget: Int) -> String {
        """
        { "format": 1, "plans": ["baseline"], "drills": 4,
          "factors": [
            { "id": "delay", "of": "scenario", "path": "alarmDelayMinutes", "values": [120, 0, 240] },
            { "id": "foam", "of": "scenario", "path": "depots[*].stock.foamLiters", "times": [1, 0.5] }
          ],
          "design": { "start": {} },
          "search": { "measure": "secondsToFirstArrival", "indifference": 600, "budget": \(budget) } }
        """
    }

    @Test func `a search goes where something matters, and stays where nothing does`() throws {
        try withStudy(search(budget: 100_000)) { study, folder in
            let out = folder.appendingPathComponent("out").path
            let outcome = try BuiltProgram.run(["study", study, "--out", out])
            #expect(outcome.status == 0)
            let table = try String(contentsOfFile: out + "/search.csv", encoding: .utf8)
            let rows = table.split(separator: "\n").map { $0.split(separator: ",") }
            #expect(rows.count == 3)
            #expect(rows.dropFirst().map { $0[2] } == ["120", "0"])
            #expect(rows.dropFirst().map { $0[3] } == ["1", "1"])
            let change = try #require(rows.last?.last.flatMap { Double($0) })
            #expect(change < -3600)
        }
    }

    @Test func `a search whose budget ends says so`() throws {
        try withStudy(search(budget: 150)) { study, folder in
            let out = folder.appendingPathComponent("out").path
            let outcome = try BuiltProgram.run(["study", study, "--out", out])
            #expect(outcome.output.contains("The budget of drills ended before the search did"))
        }
    }

    @Test func `rare outcomes are told with interval and cost, and levels must rise`() throws {
        let rare = ["rare", BuiltProgram.small, "--drills", "20", "--branches", "2"]
        let outcome = try BuiltProgram.run(rare + ["--levels", "1,2", "--json"])
        #expect(outcome.status == 0)
        let levels = try #require(try outcome.json()["levels"] as? [[String: Any]])
        #expect(levels.map { $0["atLeast"] as? Int } == [1, 2])
        for level in levels {
            let values = ["low", "probability", "high"].compactMap { level[$0] as? Double }
            #expect(values.count == 3 && values == values.sorted())
        }
        let wrong = try BuiltProgram.run(rare + ["--levels", "2,1"])
        #expect(wrong.status == 2)
        #expect(wrong.complaints.contains("--levels"))
    }
}
