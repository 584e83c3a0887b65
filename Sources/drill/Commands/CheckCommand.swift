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
                "Folders of scenarios, their scenario.jsonc, plans, or folders of all these.",
                "情景文件夹、scenario.jsonc、预案文件，或包含它们的文件夹。"
            )
        )
    ],
    options: [Option.json]
) { arguments in
    var reader = InputReader(language: arguments.language)
    var plans = 0
    let paths = arguments.texts("PATH").flatMap(scenarioFolders)
    for path in paths {
        let single = InputReader.plan(at: path)
        let folder = single?.folder ?? path
        guard let scenario = reader.scenario(folder) else { continue }
        let names = single.map { [$0.name] } ?? planNames(of: path)
        for name in names where reader.plan(name, of: folder, scenario) != nil { plans += 1 }
    }
    let failed = reader.diagnostics.hasErrors
    if arguments.has("json") {
        try Console.print(reader.diagnostics.json(in: arguments.language).indented)
    } else {
        Console.complain(reader.text)
        let message = Bilingual(
            "in order: \(counted(paths.count, "scenario")), \(counted(plans, "plan"))",
            "检查通过：情景\(paths.count)个，预案\(plans)个"
        )
        if !failed { try Console.print(message[arguments.language] + "\n") }
    }
    return failed ? .badInput : .done
}

private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// Returns a path itself, or the folders of scenarios in it where it is none of its own.
private func scenarioFolders(in path: String) -> [String] {
    let files = FileManager.default
    let isScenario = { (folder: String) in files.fileExists(atPath: folder + "/scenario.jsonc") }
    guard !path.hasSuffix(".jsonc"), !isScenario(path) else { return [path] }
    let inner = ((try? files.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let folders = inner.map { path + "/" + $0 }.filter(isScenario)
    return folders.isEmpty ? [path] : folders
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

    /// Going on with what is in a folder.
    static let resume = Option(
        name: "resume",
        kind: .flag,
        meaning: Bilingual(
            "Keeps the drills that are in the folder and goes on.",
            "保留文件夹中已完成的推演并继续。"
        )
    )
}

extension Positional {
    /// Results of a batch.
    static let results = Positional(
        name: "DIR",
        count: .one,
        meaning: Bilingual("Folder of a batch's results.", "批次结果文件夹。")
    )

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

extension Arguments {
    /// Threads that play: as many as were asked for, or one a core.
    var threads: Int {
        optionalWhole("threads").map { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount
    }
}
