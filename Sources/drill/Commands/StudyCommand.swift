import DrillFiles
import Foundation
import Reports
import Wording

/// `drill study`: factors, designs, effects and selection from a study file.
let studyCommand = Subcommand(
    name: "study",
    summary: Bilingual(
        "Plays a study: plans and factors over a design, with effects, indices and selection.",
        "按研究文件进行试验设计、效应与敏感性分析及择优。"
    ),
    example: "drill study Scenarios/xiangshui-2019/study.jsonc",
    positionals: [
        Positional(
            name: "STUDY",
            count: .one,
            meaning: Bilingual(
                "Study file in the folder of its scenario, or the folder for its study.jsonc.",
                "情景文件夹中的研究文件，或情景文件夹（取其 study.jsonc）。"
            )
        )
    ],
    options: [
        Option(
            name: "out",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Folder for results; Results/<scenario>/<study> unless given.",
                "结果文件夹；默认 Results/<情景>/<研究>。"
            )
        ),
        Option.resume,
        Option.shard("--join takes the parts together", "用 --join 合并"),
        Option(
            name: "join",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Takes over the rows of the shards in this folder instead of playing them.",
                "不推演，改为合并该文件夹中的各分片。"
            )
        ),
        Option(
            name: "dry-run",
            kind: .flag,
            meaning: Bilingual(
                "Checks the study and prints its points, without playing any.",
                "仅检查研究文件并列出设计点，不推演。"
            )
        ),
        Option.threads,
    ]
) { arguments in
    let inputs = try StudyInputs(arguments)
    if arguments.has("dry-run") {
        try Console.print(StudyTables(inputs).design.csv)
        return .done
    }
    let run = try StudyRun(inputs, arguments)
    try run.join()
    guard let rows = try run.play() else { return run.sayInterrupted() }
    guard !run.isPart else { return try run.endPart(rows) }
    let selection = try run.select(rows)
    let search = try run.search()
    guard !Interruption.isAsked else { return run.sayInterrupted() }
    let tables = try StudyTables(inputs).all(rows, selection, search)
    try run.finish(rows, tables)
    try Console.print(tables.text(arguments.language) + run.end(rows))
    return rows.status(arguments.language)
}

/// A study with its scenario and plans, read without an error.
struct StudyInputs {
    /// Name of the study: its file without the ending.
    let name: String
    /// Name of the scenario's folder.
    let scenarioName: String
    let scenario: ScenarioFile
    /// Texts of the study's plans, in its order.
    let plans: [(name: String, source: SourceText)]
    let titles: [Bilingual]
    let study: StudyFile
    let language: Language

    init(_ arguments: Arguments) throws {
        language = arguments.language
        let argument = arguments.text("STUDY")
        let file = argument.hasSuffix(".jsonc") ? argument : argument + "/study.jsonc"
        let folder = (file as NSString).deletingLastPathComponent
        let scenarioFolder = folder.isEmpty ? "." : folder
        name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        scenarioName = URL(fileURLWithPath: scenarioFolder).standardizedFileURL.lastPathComponent
        var reader = InputReader(language: language)
        let all = planNames(of: scenarioFolder)
        let order = all.filter { $0 == "baseline" } + all.filter { $0 != "baseline" }
        let read = try reader.study(at: file, in: scenarioFolder, plans: order)
        (scenario, study) = (read.scenario, read.study)
        let chosen = read.study.plans.compactMap { name in
            read.plans.first { $0.name == name }
        }
        plans = chosen.map { ($0.name, $0.file.source) }
        titles = chosen.map { $0.file.title }
    }
}

extension InputReader {
    /// A study with all that it needs.
    struct ReadStudy {
        let scenario: ScenarioFile
        let plans: [(name: String, file: PlanFile)]
        let study: StudyFile
    }

    /// Reads a study with its scenario and plans.
    ///
    /// - Throws: `InputProblem` where anything is wrong.
    mutating func study(
        at file: String,
        in folder: String,
        plans names: [String]
    ) throws -> ReadStudy {
        guard let source = read(file) else { throw problem }
        guard let scenario = scenario(folder) else { throw problem }
        let plans = names.compactMap { name in
            plan(name, of: folder, scenario).map { (name: name, file: $0) }
        }
        guard !diagnostics.hasErrors else { throw problem }
        let study = study(source, scenario, plans.map { ($0.name, $0.file.source) })
        guard !diagnostics.hasErrors else { throw problem }
        return ReadStudy(scenario: scenario, plans: plans, study: study)
    }
}
