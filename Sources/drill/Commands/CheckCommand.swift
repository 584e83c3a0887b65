import DrillFiles
import Foundation
import Wording

/// `drill check`: reads everything and says all that is wrong.
let checkCommand = Subcommand(
    name: "check",
    summary: Bilingual(
        "Reads scenarios with all their plans and says all that is wrong.",
        "检查情景及其全部预案，一次列出所有问题。"
    ),
    example: "drill check Scenarios/xiangshui-2019",
    positionals: [
        Positional(
            name: "PATH",
            count: .oneOrMore,
            meaning: Bilingual(
                "Folders of scenarios, or their scenario.jsonc.",
                "情景文件夹或其 scenario.jsonc。"
            )
        )
    ],
    options: [Option.json]
) { arguments in
    var reader = InputReader(language: arguments.language)
    var plans = 0
    for path in arguments.texts("PATH") {
        guard let scenario = reader.scenario(path) else { continue }
        for plan in planNames(of: path) where reader.plan(plan, of: path, scenario) != nil {
            plans += 1
        }
    }
    let failed = reader.diagnostics.hasErrors
    if arguments.has("json") {
        Console.print(reader.diagnostics.json(in: arguments.language).indented)
    } else {
        Console.complain(reader.text)
        if !failed {
            let count = arguments.texts("PATH").count
            let message = Bilingual(
                "\(count) scenario(s) and \(plans) plan(s) are in order.",
                "\(count)个情景、\(plans)个预案检查通过。"
            )
            Console.print(message[arguments.language] + "\n")
        }
    }
    return failed ? .badInput : .done
}

/// Returns the names of the plans beside a scenario, in alphabetical order.
func planNames(of argument: String) -> [String] {
    let folder = InputReader.place(argument).folder + "/plans"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".jsonc") }.map { String($0.dropLast(6)) }.sorted()
}

extension Option {
    /// Prints JSON instead of text.
    static let json = Option(
        name: "json",
        kind: .flag,
        meaning: Bilingual("Prints JSON instead of text.", "以 JSON 输出。")
    )

    /// Seed of all luck.
    static let seed = Option(
        name: "seed",
        kind: .whole("N", .between(0, 9e15)),
        usual: "1",
        meaning: Bilingual("Seed of all luck.", "随机种子。")
    )

    /// Plan of the scenario.
    static let plan = Option(
        name: "plan",
        kind: .text("NAME"),
        usual: "baseline",
        meaning: Bilingual("Plan, a file in the scenario's plans folder.", "预案名称（plans 文件夹内）。")
    )

    /// Drills played at a time.
    static let threads = Option(
        name: "threads",
        kind: .whole("T", .between(1, 1024)),
        meaning: Bilingual("Drills played at a time; one a core unless given.", "并行数；默认等于核数。")
    )
}

extension Positional {
    /// The scenario.
    static let scenario = Positional(
        name: "SCENARIO",
        count: .one,
        meaning: Bilingual(
            "Folder of a scenario, or its scenario.jsonc.",
            "情景文件夹或其 scenario.jsonc。"
        )
    )
}
