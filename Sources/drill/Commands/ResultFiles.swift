import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Vocabulary
import Wording

/// The files beside the table of drills: all that can be made from rows, scenario and plan.
struct ResultFiles {
    private let inputs: Inputs
    private let seed: UInt64
    private let folder: String

    init(_ inputs: Inputs, seed: UInt64, folder: String) {
        self.inputs = inputs
        self.seed = seed
        self.folder = folder
    }

    /// Writes all files, the manifest last, since its digest says that all is there.
    ///
    /// - Returns: What the rows say, and the typical drill.
    func write(
        _ result: BatchResult,
        manifest: Manifest
    ) throws -> (summary: BatchSummary, typical: TypicalDrill?) {
        let summary = try BatchSummary(result, goals: inputs.scenario.scoring.goals)
        let typical = try typical(of: result)
        for (name, text) in try texts(result, summary, typical) {
            try OutputFile.write(text, to: folder + "/" + name)
        }
        try writeInputs()
        try OutputFile.write(
            manifest.json(digest: result.digest).indented,
            to: folder + "/" + Manifest.fileName
        )
        return (summary, typical)
    }

    /// Number and facts of a typical drill.
    typealias TypicalDrill = (number: UInt64, facts: [Fact])

    /// Plays the typical drill again for its facts.
    func typical(of result: BatchResult) throws -> TypicalDrill? {
        guard let number = try result.typicalDrill else { return nil }
        var player = try Player(inputs.setup.byteForm)
        var facts: [Fact] = []
        _ = player.play(seed: seed, drill: number) { facts.append($0) }
        return (number, facts)
    }

    /// Writes the after-action report, once all other files are there.
    func writeReport(
        _ result: BatchResult,
        _ summary: BatchSummary,
        _ typical: TypicalDrill?,
        manifest: Manifest,
        _ language: Language
    ) throws {
        let contents = ReportContents(
            inputs: inputs,
            manifest: manifest,
            result: result,
            summary: summary,
            typical: typical
        )
        let step = inputs.scenario.scoring.curveStep.seconds
        let curves = CurveTable(CurveFormat.csv(result.curves, stepSeconds: step))
        let input = try contents.input(curves, ReferenceTable.read(in: folder))
        let report = AfterActionReport(input)
        _ = try ReportFiles(report: report, folder: folder, language: language).write()
    }

    /// Writes copies of scenario and plan, and of the road network beside the scenario.
    func writeInputs() throws(OutputError) {
        try OutputFile.write(inputs.scenario.source.bytes, to: folder + "/inputs/scenario.jsonc")
        try OutputFile.write(inputs.plan.source.bytes, to: folder + "/inputs/plan.jsonc")
        for table in inputs.scenario.mapTables {
            let path = folder + "/inputs/" + table.path
            // Where the folder cannot be made, the file in it cannot be written, and that is told.
            try? FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true
            )
            try OutputFile.write(table.bytes, to: path)
        }
    }

    /// Returns the summary, the curves and the record of the typical drill, each with its name.
    func texts(
        _ result: BatchResult,
        _ summary: BatchSummary,
        _ typical: TypicalDrill?
    ) throws -> [(String, String)] {
        let step = inputs.scenario.scoring.curveStep.seconds
        var files = [
            ("summary.json", try summaryJSON(result, summary).indented),
            ("curves.csv", CurveFormat.csv(result.curves, stepSeconds: step)),
        ]
        if let typical { files.append(("typical.jsonl", record(of: typical))) }
        return files
    }

    /// Returns what `summary.json` holds.
    func summaryJSON(_ result: BatchResult, _ summary: BatchSummary) throws -> JSONValue {
        SummaryFormat.json(
            result,
            summary,
            typical: try result.typicalDrill,
            score: try result.score(inputs.scenario.scoring),
            goals: inputs.scenario.scoring.goals,
            names: inputs.names.goals
        )
    }

    /// Writes what the plan does against its references, which rows alone do not tell.
    func write(_ references: ReferenceComparison) throws(OutputError) {
        let text = SummaryFormat.json(references).indented
        try OutputFile.write(text, to: folder + "/references.json")
    }

    private func record(of drill: TypicalDrill) -> String {
        let format = FactFormat(names: inputs.names)
        var text = inputs.header(seed: seed, drill: drill.number).line
        for fact in drill.facts { text += format.line(fact) }
        return text
    }
}

/// What a reader sees of a batch.
struct BatchPrint {
    private let inputs: Inputs
    private let seed: UInt64
    private let folder: String
    private let language: Language

    init(_ inputs: Inputs, seed: UInt64, folder: String, _ language: Language) {
        self.inputs = inputs
        self.seed = seed
        self.folder = folder
        self.language = language
    }

    /// The tables, and where the results are.
    func text(
        _ result: BatchResult,
        _ summary: BatchSummary,
        _ references: ReferenceComparison? = nil
    ) throws(OutputError) -> String {
        let report = BatchReport(language)
        let (scenario, plan) = (inputs.scenario.title, inputs.plan.title)
        let title = Bilingual(
            "\(scenario.english) · \(plan.english) · \(result.count) drills · seed \(seed)",
            "\(scenario.chinese) · \(plan.chinese) · \(result.count) 次推演 · 种子 \(seed)"
        )
        let measures = report.measures(summary.measures.map { ($0.measure, $0.summary) })
        let goals = zip(zip(inputs.scenario.scoring.goals, inputs.names.goals), summary.goals).map {
            ($0.0, $0.1, $1, $1.verdict.title)
        }
        let failed = result.failed.isEmpty ? "" : Self.failures(result.failed, language)
        return title[language] + "\n\n" + measures + "\n" + report.goals(goals)
            + report.goalRemark(goals.count) + report.topGrade(summary.topGrade) + "\n"
            + (try judgement(result, summary, references)) + "\n" + failed
            + Self.end(result.digest, folder, language)
    }

    /// Score, causes and references.
    private func judgement(
        _ result: BatchResult,
        _ summary: BatchSummary,
        _ references: ReferenceComparison?
    ) throws(OutputError) -> String {
        let report = JudgementReport(language)
        let scoring = inputs.scenario.scoring
        let score = try result.score(scoring)
        let parts = [
            report.links(scoring, inputs.names),
            report.score(score, scoring, inputs.names.goals), report.causes(summary.measures),
            references.map { report.references($0) } ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Names the drills that went wrong, and how to see one again.
    static func failures(_ drills: [UInt64], _ language: Language) -> String {
        let shown = drills.prefix(20).map { "\($0)" }.joined(separator: ", ")
        let more = drills.count > 20 ? ", …" : ""
        return Bilingual(
            "drills that broke an invariant: \(shown)\(more)\nplay one again with drill run … --drill N\n",
            "违反守恒约束的推演：\(shown)\(more)\n可用 drill run … --drill N 重演\n"
        )[language]
    }

    /// Says where the results are.
    static func end(_ digest: String, _ folder: String, _ language: Language) -> String {
        Bilingual(
            "digest \(digest)\nresults in \(folder)\n",
            "摘要 \(digest)\n结果已写入 \(folder)\n"
        )[language]
    }
}
