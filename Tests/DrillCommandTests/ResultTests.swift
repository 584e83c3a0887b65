import DrillFiles
import Foundation
import Testing

/// What batches and comparisons of the built program leave.
@Suite struct ResultTests {
    @Test func `a batch writes its results under their names`() throws {
        try BuiltProgram.withFolder { folder in
            let out = folder.appendingPathComponent("results")
            let outcome = try batch(["--drills", "12", "--json"], into: out)
            #expect(outcome.status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
            #expect(
                names == [
                    "curves.csv", "drills.csv", "inputs", "manifest.json", "report.html",
                    "run.json", "summary.json", "typical.jsonl",
                ]
            )
            #expect(try text("summary.json", in: out) == outcome.output)
            let rows = try text("drills.csv", in: out).split(separator: "\n")
            #expect(rows.count == 13)
            #expect(rows[0].hasPrefix(Self.columns))
            #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == (0..<12).map { "\($0)" })
            let summary = try outcome.json()
            let digest = SHA256.of(
                Array(try Data(contentsOf: out.appendingPathComponent("drills.csv")))
            )
            #expect(summary["digest"] as? String == digest)
            #expect(summary["drills"] as? Int == 12)
            try expectMeasures(in: summary)
        }
    }

    /// Columns that other programs may rely on.
    private static let columns =
        "drill,deaths,responderDeaths,seriousInjuries,slightInjuries,hospitalAdmissions,"
        + "trappedRescuedAlive,secondaryIncidents,directLossYuan,secondsToDetect,"
        + "secondsToFirstReport,secondsToFirstArrival,secondsToControl,secondsToResolve,"
        + "unmetDemandShare,score"

    private func expectMeasures(in summary: [String: Any]) throws {
        let measures = try #require(summary["measures"] as? [String: [String: Any]])
        let deaths = try #require(measures["deaths"])
        let names: Set = ["mean", "meanHigh", "meanLow", "median", "never", "p5", "p95"]
        #expect(names.isSubset(of: deaths.keys))
        let goals = try #require(summary["goals"] as? [[String: Any]])
        let keys = Set(["name", "probability", "low", "high", "verdict"])
        #expect(goals.count == 1)
        #expect(keys.isSubset(of: goals[0].keys))
    }

    @Test func `the same batch leaves the same bytes, on any number of threads`() throws {
        try BuiltProgram.withFolder { folder in
            let (one, two) = (
                folder.appendingPathComponent("one"), folder.appendingPathComponent("two")
            )
            _ = try batch(["--drills", "9", "--threads", "1"], into: one)
            _ = try batch(["--drills", "20", "--threads", "2", "--seed", "7"], into: two)
            _ = try batch(["--drills", "9", "--threads", "3"], into: two)
            let files = [
                "drills.csv", "summary.json", "manifest.json", "curves.csv", "typical.jsonl",
                "report.html",
            ]
            for file in files { #expect(try text(file, in: one) == text(file, in: two)) }
        }
    }

    @Test func `a goal that is not met has a status of its own where that is asked for`() throws {
        try BuiltProgram.withFolder { folder in
            let scenario = folder.appendingPathComponent("strict")
            try FileManager.default.copyItem(atPath: BuiltProgram.small, toPath: scenario.path)
            let file = scenario.appendingPathComponent("scenario.jsonc")
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacing("\"atMost\": 5", with: "\"atMost\": 0")
            try Data(text.utf8).write(to: file)
            let line = ["batch", scenario.path, "--drills", "40"]
            #expect(try BuiltProgram.run(line).status == 0)
            #expect(try BuiltProgram.run(line + ["--fail-on-goal"]).status == 1)
        }
    }

    @Test func `plans are compared in pairs, the baseline first`() throws {
        let line = ["compare", BuiltProgram.small, "--drills", "20"]
        let outcome = try BuiltProgram.run(line)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Slow county minus As usual"))
        let json = try BuiltProgram.run(line + ["--json"]).json()
        #expect(json["baseline"] as? String == "baseline")
        let plans = try #require(json["plans"] as? [[String: Any]])
        #expect(plans.map { $0["plan"] as? String } == ["baseline", "slow"])
        #expect(plans[0]["differences"] is NSNull)
        let differences = try #require(plans[1]["differences"] as? [String: [String: Any]])
        // The blast is the same under both plans, and with it what happens at once.
        #expect(differences["collapsedBuildings"]?["mean"] as? Double == 0)
        #expect(differences["collapsedBuildings"]?["high"] as? Double == 0)
    }

    private func batch(_ options: [String], into folder: URL) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["batch", BuiltProgram.small, "--out", folder.path] + options)
    }

    private func text(_ file: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }
}
