import DrillFiles
import Foundation
import TestSupport
import Testing

@testable import drill
import Wording

/// What the built program does with a small scenario.
@Suite struct ProgramTests {
    @Test(arguments: Language.allCases)
    func `every subcommand has its help`(language: Language) throws {
        let names = DrillProgram.commands.subcommands.map { $0.name }
        var text = ""
        for words in [[]] + names.map({ [$0] }) {
            let line = words + ["--help", "--lang", language.rawValue]
            let outcome = try BuiltProgram.run(line)
            #expect(outcome.status == 0)
            text += "$ drill " + line.joined(separator: " ") + "\n" + outcome.output + "\n"
        }
        let path = "DrillCommandTests/Golden/program-help.\(language.rawValue).txt"
        #expect(try Golden.difference(of: text, from: path) == nil)
    }

    @Test func `scenarios are checked by folder, by file, by plan, and many at a time`() throws {
        let small = BuiltProgram.small
        let all = BuiltProgram.tests.deletingLastPathComponent()
            .appendingPathComponent("Scenarios/xiangshui-2019").path
        let several = try BuiltProgram.run(["check", small, all + "/"])
        #expect(several.status == 0)
        #expect(several.output == "in order: 2 scenarios, 20 plans\n")
        let plan = try BuiltProgram.run(["check", small + "/plans/slow.jsonc"])
        #expect(plan.output == "in order: 1 scenario, 1 plan\n")
        let file = try BuiltProgram.run(["check", small + "/scenario.jsonc"])
        #expect(file.output == "in order: 1 scenario, 2 plans\n")
        let folder = BuiltProgram.tests.appendingPathComponent("DrillFilesTests").path
        let chinese = try BuiltProgram.run(["check", folder, "--lang", "zh"])
        #expect(chinese.output == "检查通过：情景1个，预案2个\n")
    }

    @Test func `the folder in which one stands is checked like any other`() throws {
        let outcome = try BuiltProgram.run(["check", "."])
        #expect(outcome.status == 65)
        #expect(outcome.complaints.contains("there is no such file"))
    }

    @Test func `a plan is explained by its file or by its name`() throws {
        let byFile = try BuiltProgram.run(["explain", BuiltProgram.small + "/plans/slow.jsonc"])
        #expect(byFile.status == 0)
        #expect(byFile.output.hasPrefix("Slow county · Small plant\n"))
        let byName = try BuiltProgram.run(["explain", BuiltProgram.small, "--plan", "slow"])
        #expect(byName.output == byFile.output)
        let json = try BuiltProgram.run(["explain", BuiltProgram.small, "--json"]).json()
        #expect(json["plan"] as? String == "As usual")
        #expect(try BuiltProgram.run(["explain", BuiltProgram.small, "--plan", "x"]).status == 65)
    }

    @Test func `a list of events goes out and comes in again`() throws {
        try BuiltProgram.withFolder { folder in
            let file = folder.appendingPathComponent("msel.csv")
            let line = ["export", "msel", BuiltProgram.small, "--lang", "zh", "--bom"]
            try Data().write(to: file)
            let list = try BuiltProgram.run(line, output: file.path)
            #expect(list.status == 0)
            let bytes = try Data(contentsOf: file)
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            let injects = try BuiltProgram.run(
                ["import", "msel", file.path, "--scenario", BuiltProgram.small]
            )
            #expect(injects.status == 0)
            #expect((try injects.json()["injects"] as? [Any])?.count == 1)
            #expect(try BuiltProgram.run(["export", "map", BuiltProgram.small]).status == 2)
            let none = folder.appendingPathComponent("none.csv").path
            #expect(try BuiltProgram.run(["import", "msel", none]).status == 65)
        }
    }

    @Test func `a file in order has no diagnostics`() throws {
        let json = try BuiltProgram.run(["check", "--json", BuiltProgram.small]).json()
        #expect(json["format"] as? Int == 1)
        #expect(json["errors"] as? Int == 0)
        #expect((json["diagnostics"] as? [Any])?.count == 0)
    }

    @Test func `the language follows the option, then the locale`() throws {
        let line = ["run", BuiltProgram.small]
        let english = try BuiltProgram.run(line).output
        let chinese = try BuiltProgram.run(line, environment: ["LANG": "zh_CN.UTF-8"]).output
        #expect(english.hasPrefix("Small plant · As usual · seed 1 · drill 0\n"))
        #expect(chinese.hasPrefix("小厂 · 常规预案 · 种子 1 · 第 0 次推演\n"))
        #expect(try BuiltProgram.run(line + ["--lang", "zh"]).output == chinese)
        let both = ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"]
        #expect(try BuiltProgram.run(line, environment: both).output == english)
        #expect(english.split(separator: "\n").count == chinese.split(separator: "\n").count)
    }

    @Test func `no text steers the terminal`() throws {
        let lines = [
            ["run", BuiltProgram.small], ["check", "/nowhere"], ["--help"], ["frobnicate"],
        ]
        for line in lines {
            for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]] {
                let outcome = try BuiltProgram.run(line, environment: environment)
                #expect(!outcome.output.contains("\u{1B}"))
                #expect(!outcome.complaints.contains("\u{1B}"))
            }
        }
    }

    @Test func `a drill tells the same story twice, and its record backs it`() throws {
        try BuiltProgram.withFolder { folder in
            let record = folder.appendingPathComponent("record.jsonl")
            let line = ["run", BuiltProgram.small, "--seed", "0", "--drill", "3"]
            let first = try BuiltProgram.run(line + ["--record", record.path])
            #expect(first.status == 0)
            #expect(try BuiltProgram.run(line).output == first.output)
            // The first line is the header.
            let facts = try String(contentsOf: record, encoding: .utf8)
                .split(separator: "\n").dropFirst()
                .map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
            let numbers = facts.compactMap { $0?["fact"] as? Int }
            #expect(numbers == Array(0..<facts.count))
            let json = try BuiltProgram.run(line + ["--json"]).json()
            #expect(json["facts"] as? Int == facts.count)
            #expect(json["seed"] as? String == "0")
            try expectChains(line, facts)
        }
    }

    /// The last few facts each have a chain that begins with a fact without cause and ends with them.
    private func expectChains(_ line: [String], _ facts: [[String: Any]?]) throws {
        for number in facts.indices.suffix(5) {
            let why = line + ["--why", "\(number)"]
            let chain = try #require(
                try BuiltProgram.run(why + ["--json"]).json()["chain"] as? [[String: Any]]
            )
            #expect(chain.first?["cause"] is NSNull)
            #expect(chain.last?["fact"] as? Int == number)
            let causes = chain.dropFirst().map { $0["cause"] as? Int }
            #expect(causes == chain.dropLast().map { $0["fact"] as? Int })
            let text = try BuiltProgram.run(why).output
            #expect(text.split(separator: "\n").count == chain.count)
        }
    }

    @Test(arguments: [["scenario"], ["plan"], ["scenario", "--lang", "zh"]])
    func `schemas are JSON`(words: [String]) throws {
        let schema = try BuiltProgram.run(["schema"] + words).json()
        #expect(schema["type"] as? String == "object")
    }
}
