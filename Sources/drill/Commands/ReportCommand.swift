import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Vocabulary
import Wording

/// `drill report`: the after-action report of a batch that has been played.
let reportCommand = Subcommand(
    name: "report",
    summary: Bilingual(
        "Writes the after-action report of a batch.",
        "生成演练评估报告。"
    ),
    example: "drill report Results/xiangshui-2019/baseline --lang zh",
    positionals: [
        Positional.results
    ],
    options: [
        Option(
            name: "against",
            kind: .list("DIR,…"),
            meaning: Bilingual(
                "Compares with results of other plans: folders, or one that holds them.",
                "与其他预案的结果比较：结果文件夹，或其上级文件夹。"
            )
        ),
        Option(
            name: "study",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Adds what a delay costs, from the results of a study.",
                "加入研究结果中的迟缓代价曲线。"
            )
        ),
        Option(
            name: "out",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Folder for the report; that of the results unless given.",
                "报告输出文件夹；默认为结果文件夹。"
            )
        ),
        Option(
            name: "markdown",
            kind: .flag,
            meaning: Bilingual("Also writes report.md.", "同时写出 report.md。")
        ),
        Option(
            name: "csv",
            kind: .flag,
            meaning: Bilingual(
                "Also writes all tables, those behind charts included, as report/*.csv.",
                "同时将全部表格（含图表数据）写为 report/*.csv。"
            )
        ),
        Option.json,
    ]
) { arguments in
    let folder = try ReportFolder(arguments.text("DIR"), arguments.language)
    var input = try folder.input()
    if !arguments.texts("against").isEmpty {
        input.comparisons = try folder.comparisons(arguments.texts("against"))
    }
    if let study = arguments.optionalText("study") { input.price = try .reading(study) }
    let files = ReportFiles(
        report: AfterActionReport(input),
        folder: arguments.optionalText("out") ?? folder.path,
        language: arguments.language
    )
    var written = try files.write()
    if arguments.has("markdown") { written.append(try files.writeMarkdown()) }
    if arguments.has("csv") { written += try files.writeTables() }
    try Console.print(
        arguments.has("json")
            ? JSONValue.object([
                ("format", .integer(1)), ("files", .list(written.map { .text($0) })),
            ]).indented
            : written.map { $0 + "\n" }.joined()
    )
    return .done
}

/// Writes a report in its forms.
struct ReportFiles {
    let report: AfterActionReport
    let folder: String
    let language: Language

    /// Name of the page.
    static let pageName = "report.html"

    /// Writes the page.
    ///
    /// - Returns: Paths written.
    func write() throws -> [String] { [try put(report.html(language), Self.pageName)] }

    /// Writes Markdown.
    ///
    /// - Returns: Path written.
    func writeMarkdown() throws -> String { try put(report.markdown(language), "report.md") }

    /// Writes all tables.
    ///
    /// - Returns: Paths written.
    func writeTables() throws -> [String] {
        try report.csv(language).map { try put($0.text, "report/" + $0.name) }
    }

    private func put(_ text: String, _ name: String) throws -> String {
        let path = folder + "/" + name
        // Where the folder cannot be made, the file in it cannot be written, and that is told.
        try? FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try OutputFile.write(text, to: path)
        return path
    }
}

/// A folder of results that a report is made from.
struct ReportFolder {
    private let results: ResultFolder
    private let inputs: Inputs
    private let language: Language

    /// Path of the folder.
    var path: String { results.path }

    /// Opens a folder of a whole batch that is done.
    init(_ path: String, _ language: Language) throws {
        results = try ResultFolder(path)
        self.language = language
        guard results.manifest.digest != nil else {
            throw TryAgain(
                path: path,
                Bilingual("the batch is not finished; --resume goes on", "批次尚未完成；用 --resume 继续")
            )
        }
        guard results.manifest.shard == nil else {
            throw ResultMismatch(
                path: path,
                [
                    Bilingual(
                        "this is a shard; drill merge joins the parts, and the whole has a report",
                        "这是分片；请先用 drill merge 合并，再生成报告"
                    )
                ]
            )
        }
        var reader = InputReader(language: language)
        inputs = try reader.inputs(of: results)
    }

    private var result: BatchResult {
        get throws {
            var result = BatchResult(
                results.table,
                firstDrill: results.drills.lowerBound,
                inputs.scenario.scoring.measures
            )
            result.digest = results.manifest.digest ?? ""
            result.failed = try results.failed
            return result
        }
    }

    /// The input of the report, without what other folders hold.
    func input() throws -> AfterActionInput {
        let result = try result
        let contents = ReportContents(
            inputs: inputs,
            manifest: results.manifest,
            result: result,
            summary: try BatchSummary(result, goals: inputs.scenario.scoring.goals),
            typical: try typical(result)
        )
        let curves = FileManager.default.contents(atPath: path + "/curves.csv")
            .flatMap { CurveTable(String(decoding: $0, as: UTF8.self)) }
        return try contents.input(curves, ReferenceTable.read(in: path))
    }

    /// The record of the typical drill, read back; without facts where there is none.
    private func typical(_ result: BatchResult) throws -> (number: UInt64, facts: [Fact])? {
        guard let number = try result.typicalDrill else { return nil }
        let file = path + "/typical.jsonl"
        guard FileManager.default.fileExists(atPath: file) else { return (number, []) }
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: file, into: &diagnostics),
            let record = RecordFile.read(source, into: &diagnostics)
        else {
            throw InputProblem(text: DiagnosticRenderer(language: language).text(diagnostics))
        }
        return (number, record.facts)
    }

    // MARK: Other plans

    /// Compares with the results of other plans, drill by drill.
    func comparisons(_ paths: [String]) throws -> [PlanComparison] {
        let folders = try paths.flatMap(ResultFolder.folders).filter { !isSelf($0) }
            .map { try ResultFolder($0) }
        for folder in folders { try check(folder) }
        let measures = inputs.scenario.scoring.measures.filter {
            BatchReport.leading.contains($0)
        }
        return try folders.map { try comparison($0, measures, among: folders.count) }
    }

    private func isSelf(_ other: String) -> Bool {
        func resolved(_ path: String) -> String {
            URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
        }
        return resolved(other) == resolved(path)
    }

    private func check(_ folder: ResultFolder) throws {
        let (own, its) = (results.manifest, folder.manifest)
        var reasons: [Bilingual] = []
        if own.scenario != its.scenario {
            reasons.append(
                Bilingual(
                    "these are results of another scenario, or of another state of it",
                    "这是其他情景（或该情景其他版本）的结果"
                )
            )
        }
        if own.seed != its.seed {
            reasons.append(
                Bilingual("the seed is another: the luck is not the same", "种子不同：随机条件不一致")
            )
        }
        if own.program != its.program {
            reasons.append(Bilingual("made by another version of the program", "由其他版本的程序生成"))
        }
        if its.digest == nil || its.shard != nil {
            reasons.append(Bilingual("the batch is not whole", "批次不完整"))
        }
        if !reasons.isEmpty { throw ResultMismatch(path: folder.path, reasons) }
    }

    private func comparison(
        _ folder: ResultFolder,
        _ measures: [Measure],
        among count: Int
    ) throws
        -> PlanComparison
    {
        var reader = InputReader(language: language)
        let other = try reader.inputs(of: folder)
        let pairs = min(folder.drills.count, results.drills.count)
        let own = try columns(results, measures)
        let its = try columns(folder, measures)
        let differences = measures.indices.map { place in
            (
                measure: measures[place],
                pair: PairedSummary(
                    Array(its[place].prefix(pairs)),
                    baseline: Array(own[place].prefix(pairs)),
                    among: count * measures.count
                )
            )
        }
        return PlanComparison(
            title: other.plan.title,
            name: folder.manifest.plan.name,
            drills: pairs,
            differences: differences
        )
    }

    private func columns(_ folder: ResultFolder, _ measures: [Measure]) throws -> [[Double]] {
        var columns: [[Double]] = []
        let all = BatchResult(folder.table, firstDrill: 0, inputs.scenario.scoring.measures)
        for measure in measures { columns.append(try all[measure]) }
        return columns
    }
}

extension PriceOfDelay {
    /// Reads what a study found.
    ///
    /// - Throws: `ResultMismatch` where the folder holds no such study.
    static func reading(_ folder: String) throws -> PriceOfDelay {
        let table = try DelayTable(in: folder)
        return PriceOfDelay(
            study: folder,
            drills: table.drills,
            curves: table.curves.map { curve in
                (
                    curve.measure,
                    curve.points.map {
                        Point(
                            minutes: $0.minutes,
                            estimate: Estimate(mean: $0.mean, low: $0.low, high: $0.high)
                        )
                    }
                )
            }
        )
    }
}
