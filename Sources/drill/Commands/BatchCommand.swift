import DrillFiles
import Experiments
import EventKernel
import Foundation
import Reports
import Scoring
import Synchronization
import Wording

/// `drill batch`: many drills, their table, and the results as files.
let batchCommand = Subcommand(
    name: "batch",
    summary: Bilingual(
        "Plays many drills of one scenario and plan and sums them up.",
        "对同一情景和预案进行多次推演并汇总。"
    ),
    example: "drill batch Scenarios/xiangshui-2019 --drills 2000",
    positionals: [Positional.scenario],
    options: [
        Option.plan,
        Option(
            name: "drills",
            kind: .whole("N", .between(1, 1e9)),
            usual: "1000",
            meaning: Bilingual("Number of drills.", "推演次数。")
        ),
        Option.seed, Option.threads,
        Option(
            name: "out",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Folder for results; Results/<scenario>/<plan> unless given.",
                "结果文件夹；默认 Results/<情景>/<预案>。"
            )
        ),
        Option(
            name: "fail-on-goal",
            kind: .flag,
            meaning: Bilingual("Ends with status 1 if a goal is not met.", "有目标未达标时以状态 1 结束。")
        ),
        Option.json,
    ]
) { arguments in
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(arguments.text("SCENARIO"), plan: arguments.text("plan"))
    let batch = BatchRun(inputs, arguments)
    let result = try batch.play()
    let summary = try batch.write(result)
    try Console.print(arguments.has("json") ? summary.indented : batch.report(result))
    if !result.failed.isEmpty { return .internalError }
    return arguments.has("fail-on-goal") && batch.missesGoal(result) ? .goalNotMet : .done
}

/// A batch from the command line.
struct BatchRun {
    private let inputs: Inputs
    private let language: Language
    private let seed: UInt64
    private let drills: Int
    private let threads: Int
    private let folder: String
    private let typed: [String]
    private let began = Date()

    init(_ inputs: Inputs, _ arguments: Arguments) {
        self.inputs = inputs
        language = arguments.language
        seed = UInt64(arguments.whole("seed"))
        drills = arguments.count("drills")
        threads =
            arguments.optionalWhole("threads").map { Int($0) }
            ?? ProcessInfo.processInfo.activeProcessorCount
        folder = arguments.optionalText("out") ?? "Results/\(inputs.name)/\(inputs.planName)"
        typed = CommandLine.arguments
    }

    /// What is shared with the threads that play: rows come one at a time.
    private final class Collector: Sendable {
        struct State {
            var result: BatchResult
            var digest = ""
            var problem: OutputError?
        }
        let state: Mutex<State>

        init(_ result: BatchResult) {
            state = Mutex(State(result: result))
        }
    }

    /// Plays all drills and appends each row to the results.
    func play() throws -> BatchResult {
        let format = RowFormat(checkpointHours: inputs.scenario.scoring.checkpointHours)
        let folder = try ResultFolder(path: folder, header: format.header)
        nonisolated(unsafe) let output = folder
        let collector = Collector(
            BatchResult(checkpoints: inputs.scenario.scoring.checkpointHours.count)
        )
        let progress = Progress(total: drills, language: language)
        let batch = Batch(
            setup: inputs.setup.byteForm,
            seed: seed,
            drills: 0..<UInt64(drills),
            threads: threads
        )
        try batch.run { row in
            collector.state.withLock { state in
                state.result.add(row)
                do throws(OutputError) {
                    try output.append(format.line(row))
                } catch {
                    state.problem = error
                    return false
                }
                progress.show(state.result.numbers.count)
                return true
            }
        }
        progress.finish()
        let state = collector.state.withLock { $0 }
        if let problem = state.problem { throw problem }
        var result = state.result
        result.digest = try folder.finishRows()
        return result
    }

    /// Writes everything but the rows.
    ///
    /// - Returns: The summary.
    func write(_ result: BatchResult) throws -> JSONValue {
        let summary = SummaryFormat.json(
            result,
            goals: inputs.scenario.scoring.goals,
            names: inputs.names.goals
        )
        try OutputFile.write(summary.indented, to: folder + "/summary.json")
        try OutputFile.write(
            manifest.json(digest: result.digest).indented,
            to: folder + "/manifest.json"
        )
        try OutputFile.write(inputs.scenario.source.bytes, to: folder + "/inputs/scenario.jsonc")
        try OutputFile.write(inputs.plan.source.bytes, to: folder + "/inputs/plan.jsonc")
        let step = inputs.scenario.scoring.curveStep.seconds
        try OutputFile.write(
            CurveFormat.csv(result.curves, stepSeconds: step),
            to: folder + "/curves.csv"
        )
        if let typical = result.typicalDrill {
            try OutputFile.write(try record(of: typical), to: folder + "/typical.jsonl")
        }
        try OutputFile.write(runtime.indented, to: folder + "/run.json")
        return summary
    }

    private var manifest: Manifest {
        Manifest(
            program: "drill \(DrillProgram.version)",
            scenario: (inputs.name, SHA256.of(inputs.scenario.source.bytes)),
            plan: (inputs.planName, SHA256.of(inputs.plan.source.bytes)),
            seed: seed,
            drills: drills,
            assumptions: inputs.scenario.assumptions + inputs.plan.assumptions
        )
    }

    /// What may differ from run to run.
    private var runtime: JSONValue {
        .object([
            ("format", .integer(1)),
            ("command", .list(typed.map { .text($0) })),
            ("threads", .integer(threads)),
            ("processors", .integer(ProcessInfo.processInfo.activeProcessorCount)),
            ("system", .text(ProcessInfo.processInfo.operatingSystemVersionString)),
            ("wallSeconds", .number(Date().timeIntervalSince(began))),
        ])
    }

    private func record(of drill: UInt64) throws -> String {
        var player = try Player(inputs.setup.byteForm)
        let format = FactFormat(names: inputs.names)
        var text = ""
        _ = player.play(seed: seed, drill: drill) { text += format.line($0) }
        return text
    }

    /// What the reader sees.
    func report(_ result: BatchResult) -> String {
        let report = BatchReport(language)
        let summaries = Measure.allCases.map { ($0, MeasureSummary(result[$0])) }
        let title = Bilingual(
            "\(inputs.scenario.title.english) · \(inputs.plan.title.english) · \(drills) drills · seed \(seed)",
            "\(inputs.scenario.title.chinese) · \(inputs.plan.title.chinese) · \(drills) 次推演 · 种子 \(seed)"
        )
        let end = Bilingual(
            "digest \(result.digest)\nresults in \(folder)",
            "摘要 \(result.digest)\n结果已写入 \(folder)"
        )
        let failed = Bilingual(
            "drills that broke an invariant: \(result.failed)\n",
            "违反守恒约束的推演：\(result.failed)\n"
        )
        return title[language] + "\n\n" + report.measures(summaries) + "\n"
            + report.goals(judged(result)) + "\n" + (result.failed.isEmpty ? "" : failed[language])
            + end[language] + "\n"
    }

    private func judged(_ result: BatchResult) -> [(Goal, Name, GoalSummary, Bilingual)] {
        zip(inputs.scenario.scoring.goals, inputs.names.goals).map { goal, name in
            let summary = GoalSummary(goal, result[goal.measure])
            return (goal, name, summary, summary.verdict.title)
        }
    }

    /// Tells whether a goal is surely not met.
    func missesGoal(_ result: BatchResult) -> Bool {
        judged(result).contains { $0.2.verdict == .notMet }
    }
}
