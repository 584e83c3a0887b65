import DrillFiles
import Foundation
import Wording

/// The program: finds out what a command line asks for, and does it.
@main
enum DrillProgram {
    /// Version of the program.
    static let version = "0.1.0"

    /// Name and version of the program, as results carry them.
    static var title: String { "drill \(version)" }

    /// All subcommands.
    static let commands = CommandTable(
        name: "drill",
        summary: Bilingual(
            "Plays disaster drills: a plan against a scenario, thousands of times.",
            "灾害演练推演：按预案对情景进行成千上万次推演。"
        ),
        example: "drill batch Scenarios/xiangshui-2019",
        subcommands: [
            checkCommand,
            runCommand,
            batchCommand,
            mergeCommand,
            verifyCommand,
            compareCommand,
            studyCommand,
            rareCommand,
            auditCommand,
            scoreCommand,
            reportCommand,
            replayCommand,
            explainCommand,
            importCommand,
            exportCommand,
            mapCommand,
            schemaCommand,
            versionCommand,
        ]
    )

    static func main() {
        // A file that grows beyond the limit of the shell is an error like a full disk.
        signal(SIGXFSZ, SIG_IGN)
        let words = Array(CommandLine.arguments.dropFirst())
        let environment = ProcessInfo.processInfo.environment
        switch commands.request(words, environment: environment) {
        case .help(let text):
            exit(
                guarded(Language.preferred(in: environment)) {
                    try Console.print(text)
                    return .done
                }.rawValue
            )
        case .misuse(let text):
            Console.complain(text)
            exit(ExitStatus.usage.rawValue)
        case .run(let subcommand, let arguments):
            exit(guarded(arguments.language) { try subcommand.run(arguments) }.rawValue)
        }
    }

    /// Does something and turns what went wrong into a message and a status.
    private static func guarded(
        _ language: Language,
        _ action: () throws -> ExitStatus
    ) -> ExitStatus {
        do {
            return try action()
        } catch let error as InputProblem {
            Console.complain(error.text)
            return .badInput
        } catch let error as UsageError {
            let help = error.help.map {
                "\n  " + Bilingual("help: ", "建议：")[language] + $0[language]
            }
            Console.complain(say(error.message, language) + (help ?? "") + "\n")
            return .usage
        } catch let error as TryAgain {
            Console.complain(say(Bilingual(verbatim: error.path), error.reason, language) + "\n")
            return .tryAgain
        } catch let error as ResultMismatch {
            for reason in error.reasons {
                Console.complain(say(Bilingual(verbatim: error.path), reason, language) + "\n")
            }
            return .badInput
        } catch let error as OutputError {
            let path =
                error.path == "-"
                ? Bilingual("standard output", "标准输出") : Bilingual(verbatim: error.path)
            Console.complain(say(path, error.reason, language) + "\n")
            return .inputOutput
        } catch {
            Console.complain("drill: \(error)\n")
            return .internalError
        }
    }

    private static func say(_ place: Bilingual, _ what: Bilingual, _ language: Language) -> String {
        say(
            Bilingual("\(place.english): \(what.english)", "\(place.chinese)：\(what.chinese)"),
            language
        )
    }

    private static func say(_ what: Bilingual, _ language: Language) -> String {
        Bilingual("error: \(what.english)", "错误：\(what.chinese)")[language]
    }
}
