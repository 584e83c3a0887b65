import DrillFiles
import Foundation
import Wording

/// The program: finds out what a command line asks for, and does it.
@main
enum DrillProgram {
    /// Name and version, as results carry them.
    static let version = "0.1.0"

    /// All subcommands.
    static let commands = CommandTable(
        name: "drill",
        summary: Bilingual(
            "Plays disaster drills: a plan against a scenario, thousands of times.",
            "灾害演练推演：按预案对情景进行成千上万次推演。"
        ),
        example: "drill batch Scenarios/xiangshui-2019",
        subcommands: [
            checkCommand, runCommand, batchCommand, compareCommand, schemaCommand, versionCommand,
        ]
    )

    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        let environment = ProcessInfo.processInfo.environment
        switch commands.request(words, environment: environment) {
        case .help(let text): Console.print(text)
        case .misuse(let text):
            Console.complain(text)
            exit(ExitStatus.usage.rawValue)
        case .run(let subcommand, let arguments):
            exit(run(subcommand, arguments).rawValue)
        }
    }

    /// Runs a subcommand and turns what went wrong into a message and a status.
    private static func run(_ subcommand: Subcommand, _ arguments: Arguments) -> ExitStatus {
        do {
            return try subcommand.run(arguments)
        } catch let error as InputProblem {
            Console.complain(error.text)
            return .badInput
        } catch let error as OutputError {
            let message = Bilingual(
                "error: \(error.path): \(error.reason)",
                "错误：\(error.path)：\(error.reason)"
            )
            Console.complain(message[arguments.language] + "\n")
            return .inputOutput
        } catch {
            Console.complain("drill: \(error)\n")
            return .internalError
        }
    }
}
