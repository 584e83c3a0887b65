import Foundation
import Testing

/// Batches that are cut into parts, broken off, taken up again, joined and verified.
@Suite struct ShardCommandTests {
    private static let files = [
        "drills.csv", "summary.json", "manifest.json", "curves.csv", "typical.jsonl",
        "inputs/plan.jsonc", "inputs/scenario.jsonc",
    ]

    private func batch(_ options: [String], into folder: URL) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["batch", BuiltProgram.small, "--out", folder.path] + options)
    }

    private func expectEqual(_ one: URL, _ two: URL) throws {
        for file in Self.files {
            let first = try Data(contentsOf: one.appendingPathComponent(file))
            #expect(try first == Data(contentsOf: two.appendingPathComponent(file)), "\(file)")
        }
    }

    @Test func `shards in any order give the bytes of a single run`() throws {
        try BuiltProgram.withFolder { folder in
            let whole = folder.appendingPathComponent("whole")
            _ = try batch(["--drills", "50"], into: whole)
            let parts = [2, 3, 1].map { folder.appendingPathComponent("part\($0)") }
            for (part, index) in zip(parts, [2, 3, 1]) {
                let outcome = try batch(["--drills", "50", "--shard", "\(index)/3"], into: part)
                #expect(outcome.status == 0)
            }
            let merged = folder.appendingPathComponent("merged")
            let missing = try BuiltProgram.run(["merge", parts[0].path, "--out", merged.path])
            #expect(missing.status == 75)
            #expect(missing.complaints.contains("missing of 3 shards: 1, 3"))
            let merge = ["merge"] + parts.map { $0.path } + ["--out", merged.path, "--json"]
            let outcome = try BuiltProgram.run(merge)
            #expect(outcome.status == 0)
            #expect(try outcome.json()["drills"] as? Int == 50)
            try expectEqual(whole, merged)
        }
    }

    @Test func `what was torn is taken up again, and more drills can be added`() throws {
        try BuiltProgram.withFolder { folder in
            let (whole, torn) = (
                folder.appendingPathComponent("whole"), folder.appendingPathComponent("torn")
            )
            _ = try batch(["--drills", "40"], into: whole)
            _ = try batch(["--drills", "25"], into: torn)
            let table = torn.appendingPathComponent("drills.csv")
            try Data(contentsOf: table).dropLast(9).write(to: table)
            let outcome = try batch(["--drills", "40", "--resume"], into: torn)
            #expect(outcome.status == 0)
            #expect(outcome.complaints.contains("24 drills were there"))
            try expectEqual(whole, torn)
            let other = try batch(["--drills", "40", "--resume", "--seed", "2"], into: torn)
            #expect(other.status == 65)
            #expect(other.complaints.contains("the seed differs: 1 there, 2 here"))
            try expectEqual(whole, torn)
        }
    }

    @Test func `a batch ends by itself when it knows enough, and resumes to the same`() throws {
        try BuiltProgram.withFolder { folder in
            let (one, two) = (
                folder.appendingPathComponent("one"), folder.appendingPathComponent("two")
            )
            let until = ["--until", "deaths 20%", "--at-least", "50"]
            let outcome = try batch(until + ["--json"], into: one)
            let count = try #require(try outcome.json()["drills"] as? Int)
            #expect(count >= 50 && count < 1000)
            _ = try batch(["--drills", "20"], into: two)
            _ = try batch(until + ["--resume", "--threads", "3"], into: two)
            try expectEqual(one, two)
        }
    }

    @Test func `results are verified, and what was changed is named`() throws {
        try BuiltProgram.withFolder { folder in
            let out = folder.appendingPathComponent("out")
            _ = try batch(["--drills", "30"], into: out)
            let all = try BuiltProgram.run(["verify", out.path, "--all"])
            #expect(all.status == 0)
            #expect(all.output.contains("drills.csv: equal  (30 drills played again)"))
            #expect(all.output.contains("curves.csv: equal"))
            let table = out.appendingPathComponent("drills.csv")
            var lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
            let cells = lines[8].split(separator: ",", omittingEmptySubsequences: false)
            lines[8] = Substring(
                (cells.prefix(1) + ["99"] + cells.dropFirst(2)).joined(separator: ",")
            )
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: table)
            let changed = try BuiltProgram.run(["verify", out.path, "--sample", "30"])
            #expect(changed.status == 65)
            #expect(changed.output.contains("digest: DIFFERS"))
            #expect(changed.output.contains("these drills differ: 7)"))
            #expect(try BuiltProgram.run(["verify", folder.path]).status == 65)
        }
    }

    @Test func `drills part under two plans at a place that is shown`() throws {
        let line = ["compare", BuiltProgram.small, "--first-difference", "3"]
        let outcome = try BuiltProgram.run(line)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Slow county parts from As usual after"))
    }

    @Test(arguments: [
        ["--shard", "4/3"], ["--shard", "x"], ["--until", "deths 5%"],
        ["--until", "deaths 5%", "--shard", "1/2"],
        ["--until", "deaths 5%", "--drills", "10"],
    ])
    func `contradictory orders are refused before anything is written`(options: [String]) throws {
        try BuiltProgram.withFolder { folder in
            let out = folder.appendingPathComponent("out")
            let outcome = try batch(options, into: out)
            #expect(outcome.status == 2)
            #expect(outcome.complaints.hasPrefix("error: --"))
            #expect(!FileManager.default.fileExists(atPath: out.path))
        }
    }
}
