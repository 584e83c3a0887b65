import DrillFiles
import TestSupport
import Testing

@testable import drill
import Wording

@Suite struct ArgumentsTests {
    @Test func `words and options may be mixed`() throws {
        let arguments = try arguments(
            "batch",
            "--drills",
            "20",
            "here",
            "--json",
            "--plans=a,b",
            "--precision=0.05",
            "there"
        )
        #expect(arguments.text("SCENARIO") == "here")
        #expect(arguments.optionalText("RECORD") == "there")
        #expect(arguments.count("drills") == 20)
        #expect(arguments.texts("plans") == ["a", "b"])
        #expect(arguments.number("precision") == 0.05)
        #expect(arguments.has("json"))
    }

    @Test func `what is not given is as usual`() throws {
        let arguments = try arguments("batch", "here")
        #expect(arguments.whole("drills") == 1000)
        #expect(arguments.whole("seed") == 1)
        #expect(arguments.texts("plans") == ["baseline"])
        #expect(arguments.text("format") == "table")
        #expect(arguments.optionalText("out") == nil)
        #expect(arguments.optionalNumber("precision") == nil)
        #expect(!arguments.has("json"))
    }

    @Test func `behind two dashes there are no options`() throws {
        let arguments = try arguments("check", "a", "--", "--json", "-", "--")
        #expect(arguments.texts("PATH") == ["a", "--json", "-", "--"])
    }

    @Test func `a value may hold an equals sign and begin with a dash`() throws {
        let arguments = try arguments("batch", "x", "--out", "-a=b", "--plans=-c")
        #expect(arguments.text("out") == "-a=b")
        #expect(arguments.texts("plans") == ["-c"])
    }

    @Test func `the language is that of the option, then that of the locale`() throws {
        #expect(try arguments("batch", "x").language == .english)
        #expect(try arguments("batch", "x", locale: "zh_CN.UTF-8").language == .chinese)
        #expect(try arguments("batch", "x", "--lang", "zh").language == .chinese)
        #expect(try arguments("batch", "x", "--lang=en", locale: "zh_CN").language == .english)
    }

    @Test(arguments: Language.allCases)
    func `what cannot be understood is refused with a hint`(language: Language) throws {
        let lines = [
            ["bach", "x"], ["frobnicate"], ["--verbose"], ["help", "bach"], ["batch"],
            ["batch", "a", "b", "c"], ["batch", "a", "--drils", "5"],
            ["batch", "a", "-drills", "5"],
            ["batch", "a", "--drills"], ["batch", "a", "--drills", "--json"],
            ["batch", "a", "--drills="], ["batch", "a", "--drills", "many"],
            ["batch", "a", "--drills", "0"], ["batch", "a", "--drills", "1e3"],
            ["batch", "a", "--drills", "99999999999999999999"], ["batch", "a", "--seed", "-1"],
            ["batch", "a", "--precision", "1"], ["batch", "a", "--precision", "nan"],
            ["batch", "a", "--drills", "1", "--drills", "2"], ["batch", "a", "--json=yes"],
            ["batch", "a", "--plans", "a,,b"], ["batch", "a", "--format", "cvs"],
            ["batch", "a", "--lang", "fr"], ["batch", "a", "-j"], ["version", "now"],
        ]
        let complaints = lines.map { line in
            let locale = language == .chinese ? "zh_CN.UTF-8" : "C"
            guard case .misuse(let text) = request(line, locale) else { return "no complaint\n" }
            return "$ drill " + line.joined(separator: " ") + "\n" + text
        }
        let path = "DrillCommandTests/Golden/misuse.\(language.rawValue).txt"
        let difference = try Golden.difference(
            of: complaints.joined(separator: "\n"),
            from: path
        )
        #expect(difference == nil)
    }

    @Test(arguments: Language.allCases)
    func `help opens with an example`(language: Language) throws {
        let lines = [["--help"], ["check", "--help"], ["help", "batch"], ["version", "-h"]]
        let texts = lines.map { line in
            guard case .help(let text) = request(line + ["--lang", language.rawValue], "C") else {
                return "no help\n"
            }
            return "$ drill " + line.joined(separator: " ") + "\n" + text
        }
        let path = "DrillCommandTests/Golden/help.\(language.rawValue).txt"
        #expect(try Golden.difference(of: texts.joined(separator: "\n"), from: path) == nil)
    }

    @Test(arguments: [[], ["help"], ["-h"], ["--lang", "en"], ["--lang=en", "--help"]])
    func `without a subcommand there is help`(words: [String]) {
        guard case .help(let text) = request(words, "C") else {
            Issue.record("No help for \(words).")
            return
        }
        #expect(text == sampleCommands.help(.english))
    }

    @Test func `help is given whatever else is wrong`() {
        guard case .help = request(["batch", "--nonsense", "--help"], "C") else {
            Issue.record("No help.")
            return
        }
        guard case .run = request(["check", "--", "--help"], "C") else {
            Issue.record("A file may be called --help.")
            return
        }
    }

    @Test func `the version may be asked for in the usual way`() {
        guard case .run(let subcommand, _) = request(["--version"], "C") else {
            Issue.record("No version.")
            return
        }
        #expect(subcommand.name == "version")
    }

    private func request(_ words: [String], _ locale: String) -> CommandTable.Request {
        sampleCommands.request(words, environment: ["LANG": locale])
    }

    private func arguments(_ words: String..., locale: String = "C") throws -> Arguments {
        guard case .run(_, let arguments) = request(words, locale) else {
            throw NotUnderstood(words: words)
        }
        return arguments
    }

    private struct NotUnderstood: Error {
        let words: [String]
    }
}
