import Foundation
import TestSupport
import Testing

/// The built program refuses what is wrong, says so, and leaves nothing behind.
@Suite struct RefusalTests {
    private static let broken = BuiltProgram.tests
        .appendingPathComponent("DrillFilesTests/Broken").path

    @Test func `all broken scenarios are refused in one go, each by name`() throws {
        let names = try Golden.files(
            in: "DrillFilesTests/Broken/scenarios",
            endingIn: ".jsonc"
        ).filter { $0 != "doubtful.jsonc" }
        let paths = names.map { Self.broken + "/scenarios/" + $0 }
        let outcome = try BuiltProgram.run(["check"] + paths)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        let json = try BuiltProgram.run(["check", "--json"] + paths).json()
        let found = try #require(json["diagnostics"] as? [[String: Any]])
        let files = Set(found.compactMap { $0["file"] as? String })
        #expect(files == Set(paths))
    }

    @Test(arguments: ["empty", "binary-garbage", "gb18030", "number-too-large", "format-2"])
    func `no file of a batch is written for a broken scenario`(name: String) throws {
        try expectNoResults(["\(Self.broken)/scenarios/\(name).jsonc"])
    }

    @Test(arguments: ["condition-too-deep", "gb18030", "two-commanders", "empty", "format-2"])
    func `no file of a batch is written for a broken plan`(name: String) throws {
        try BuiltProgram.withFolder { folder in
            let files = FileManager.default
            let scenario = folder.appendingPathComponent("town").path
            try files.copyItem(atPath: BuiltProgram.small, toPath: scenario)
            let plan = scenario + "/plans/bad.jsonc"
            try files.copyItem(atPath: "\(Self.broken)/plans/\(name).jsonc", toPath: plan)
            try expectNoResults([scenario, "--plan", "bad"])
        }
    }

    /// Plays a batch that must be refused.
    private func expectNoResults(_ arguments: [String]) throws {
        try BuiltProgram.withFolder { folder in
            let out = folder.appendingPathComponent("results").path
            let batch = try BuiltProgram.run(["batch"] + arguments + ["--out", out])
            #expect(batch.status == 65)
            #expect(batch.output == "")
            #expect(batch.complaints.contains(": error: "))
            #expect(!FileManager.default.fileExists(atPath: out))
            let run = try BuiltProgram.run(["run"] + arguments + ["--record", out])
            #expect(run.status == 65)
            #expect(!FileManager.default.fileExists(atPath: out))
        }
    }

    @Test func `hostile files end the program well`() throws {
        try BuiltProgram.withFolder { folder in
            let files: [(String, [UInt8])] = [
                ("brackets", Array(repeating: UInt8(ascii: "["), count: 10_000_000)),
                ("braces", Array(repeating: UInt8(ascii: "{"), count: 1_000_000)),
                ("quotes", Array(repeating: UInt8(ascii: "\""), count: 1_000_001)),
                ("zeros", Array(repeating: 0, count: 1_000_000)),
                ("bytes", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }),
            ]
            for (name, bytes) in files {
                let path = folder.appendingPathComponent(name + ".jsonc")
                try Data(bytes).write(to: path)
                let outcome = try BuiltProgram.run(["check", path.path])
                #expect(outcome.status == 65)
                #expect(outcome.complaints.utf8.count < 100_000)
            }
        }
    }

    @Test func `what is no file is said to be none`() throws {
        let nothing = try BuiltProgram.run(["check", "/nowhere/at/all"])
        #expect(nothing.status == 65)
        #expect(nothing.complaints.hasPrefix("/nowhere/at/all/scenario.jsonc: error: there is no"))
        let plan = try BuiltProgram.run(["run", BuiltProgram.small, "--plan", "basline"])
        #expect(plan.status == 65)
        #expect(plan.complaints.contains("did you mean \"baseline\"?"))
        let comparison = try BuiltProgram.run(["compare", "/nowhere"])
        #expect(comparison.status == 65)
    }

    @Test(arguments: [
        [], ["--frobnicate"], ["frobnicate"], ["run"], ["run", "a", "b"],
        ["batch", "a", "--drills"],
        ["batch", "a", "--drills", "0"], ["batch", "a", "--threads", "0"],
        ["batch", "a", "--seed", "-1"], ["run", "a", "--lang", "fr"], ["schema", "studies"],
        ["compare", BuiltProgram.small, "--plans", "baseline"],
        ["run", BuiltProgram.small, "--why", "999999999"],
    ])
    func `wrong usage has a status of its own`(arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments)
        // Without any word there is help, and that is no mistake.
        #expect(outcome.status == (arguments.isEmpty ? 0 : 2))
        #expect(outcome.output.isEmpty != arguments.isEmpty)
        #expect(outcome.complaints.isEmpty == arguments.isEmpty)
    }

    @Test func `a folder that cannot be written to is named`() throws {
        try BuiltProgram.withFolder { folder in
            let file = folder.appendingPathComponent("file")
            try Data("kept".utf8).write(to: file)
            let out = file.appendingPathComponent("results").path
            let few = ["--drills", "2"]
            let batch = try BuiltProgram.run(["batch", BuiltProgram.small, "--out", out] + few)
            #expect(batch.status == 74)
            #expect(batch.output == "")
            #expect(batch.complaints.contains("a file stands where a folder should be"))
            let record = folder.appendingPathComponent("no/such/record.jsonl").path
            let run = try BuiltProgram.run(["run", BuiltProgram.small, "--record", record])
            #expect(run.status == 74)
            #expect(run.complaints.hasPrefix("error: \(record): "))
            #expect(try String(contentsOf: file, encoding: .utf8) == "kept")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `a full disk is no success`() throws {
        let lines = [
            ["version"], ["--help"], ["check", BuiltProgram.small], ["run", BuiltProgram.small],
        ]
        for line in lines {
            let outcome = try BuiltProgram.run(line, output: "/dev/full")
            #expect(outcome.status == 74)
            #expect(outcome.complaints.contains("no space left"))
        }
        let record = try BuiltProgram.run(["run", BuiltProgram.small, "--record", "/dev/full"])
        #expect(record.status == 74)
    }
}
