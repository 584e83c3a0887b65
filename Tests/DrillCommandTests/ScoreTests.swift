import DrillFiles
import Foundation
import Testing

/// Stored records scored by the built program.
@Suite struct ScoreTests {
    /// Plays a batch and records its first drills.
    private func withRecords(
        _ count: Int,
        _ action: (_ records: [String], _ rows: [String], _ folder: URL) throws -> Void
    ) throws {
        try BuiltProgram.withFolder { folder in
            let out = folder.appendingPathComponent("results")
            let batch = ["batch", BuiltProgram.small, "--drills", "\(count)", "--out", out.path]
            #expect(try BuiltProgram.run(batch).status == 0)
            let rows = try String(
                contentsOf: out.appendingPathComponent("drills.csv"),
                encoding: .utf8
            )
            let records = try (0..<count).map { drill throws -> String in
                let record = folder.appendingPathComponent("\(drill).jsonl").path
                let line = ["run", BuiltProgram.small, "--drill", "\(drill)", "--record", record]
                let outcome = try BuiltProgram.run(line)
                #expect(outcome.status == 0)
                return record
            }
            try action(records, rows.split(separator: "\n").map { String($0) }, folder)
        }
    }

    @Test func `records score to the byte like the rows of their batch`() throws {
        try withRecords(8) { records, rows, folder in
            let outcome = try BuiltProgram.run(["score", "--csv"] + records)
            #expect(outcome.status == 0)
            #expect(outcome.output.split(separator: "\n").map { String($0) } == rows)
            let typical = folder.appendingPathComponent("results/typical.jsonl").path
            let row = try BuiltProgram.run(["score", typical, "--csv"]).output
            #expect(rows.contains(String(row.split(separator: "\n")[1])))
        }
    }

    @Test func `a record needs neither its scenario nor the rest of the results`() throws {
        try withRecords(1) { records, _, folder in
            let alone = folder.appendingPathComponent("alone")
            try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
            let moved = alone.appendingPathComponent("r.jsonl").path
            try FileManager.default.moveItem(atPath: records[0], toPath: moved)
            let outcome = try BuiltProgram.run(["score", moved, "--lang", "zh"])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("评定等级"))
            #expect(outcome.output.contains("三降"))
        }
    }

    @Test func `programs read measures, mark, level and steps`() throws {
        try withRecords(1) { records, _, _ in
            let json = try BuiltProgram.run(["score", records[0], "--json"]).json()
            let measures = try #require(json["measures"] as? [String: Any])
            #expect(measures["deaths"] is Double)
            let score = try #require(json["score"] as? [String: Any])
            #expect(score["mark"] as? Double == measures["score"] as? Double)
            #expect(["excellent", "good", "fair", "poor"].contains(score["level"] as? String))
            let goals = try #require(json["goals"] as? [[String: Any]])
            let points = goals.compactMap { $0["points"] as? Double }.reduce(0, +)
            #expect(abs(points - (score["mark"] as? Double ?? -1)) < 1e-9)
        }
    }

    @Test func `what is no record is refused with status 65, and a missed goal has status 1`()
        throws
    {
        try withRecords(1) { records, _, folder in
            let scenario = BuiltProgram.small + "/scenario.jsonc"
            let refused = try BuiltProgram.run(["score", scenario])
            #expect(refused.status == 65)
            #expect(refused.output == "")
            #expect(refused.complaints.contains("scenario.jsonc"))
            #expect(try BuiltProgram.run(["score", folder.path + "/none"]).status == 65)
            let text = try String(contentsOfFile: records[0], encoding: .utf8)
            let strict = folder.appendingPathComponent("strict.jsonl")
            try Data(text.replacing("\"atMost\": 5", with: "\"atMost\": -1").utf8).write(to: strict)
            let line = ["score", strict.path]
            #expect(try BuiltProgram.run(line).status == 0)
            #expect(try BuiltProgram.run(line + ["--fail-on-goal"]).status == 1)
        }
    }

    @Test func `references are played where they are asked for`() throws {
        try BuiltProgram.withFolder { folder in
            let file = folder.appendingPathComponent("references.json")
            let line = ["batch", BuiltProgram.small, "--drills", "6", "--out", folder.path]
            #expect(try BuiltProgram.run(line + ["--references"]).status == 0)
            let bytes = try Data(contentsOf: file)
            let json = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
            let references = try #require(json)
            let measures = try #require(references["measures"] as? [String: [String: Any]])
            let deaths = try #require(measures["deaths"])
            #expect(deaths["sparedByThePlan"] is [String: Any])
            #expect(deaths["stillPreventable"] is [String: Any])
            // What an earlier batch left would contradict new rows.
            #expect(try BuiltProgram.run(line).status == 0)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }
}
