import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Synchronization
import Wording

/// `drill compare`: plans side by side under the same luck.
let compareCommand = Subcommand(
    name: "compare",
    summary: Bilingual(
        "Plays the same drills under several plans and compares them in pairs.",
        "在相同随机条件下对多个预案进行配对比较。"
    ),
    example: "drill compare Scenarios/xiangshui-2019 --plans baseline,early-warning",
    positionals: [Positional.scenario],
    options: [
        Option(
            name: "plans",
            kind: .list("A,B,…"),
            meaning: Bilingual(
                "Plans; the first is the baseline. All of the scenario's unless given.",
                "预案列表，首个为基准；默认比较全部预案。"
            )
        ),
        Option(
            name: "drills",
            kind: .whole("N", .between(2, 1e9)),
            usual: "1000",
            meaning: Bilingual("Number of drills of each plan.", "每个预案的推演次数。")
        ),
        Option.seed, Option.threads, Option.json,
    ]
) { arguments in
    let scenario = arguments.text("SCENARIO")
    var reader = InputReader(language: arguments.language)
    var plans = arguments.texts("plans")
    if plans.isEmpty { plans = baselineFirst(planNames(of: scenario)) }
    guard plans.count > 1 else {
        _ = try reader.inputs(scenario, plans: plans)
        let message = Bilingual("error: two plans at least are needed\n", "错误：至少需要两个预案\n")
        Console.complain(message[arguments.language])
        return .usage
    }
    let inputs = try reader.inputs(scenario, plans: plans)
    let comparison = Comparison(inputs, arguments)
    let results = try comparison.play()
    try Console.print(arguments.has("json") ? comparison.json(results) : comparison.report(results))
    return .done
}

/// Puts the baseline plan first.
private func baselineFirst(_ plans: [String]) -> [String] {
    plans.filter { $0 == "baseline" } + plans.filter { $0 != "baseline" }
}

/// A comparison from the command line; the first plan is the baseline.
private struct Comparison {
    private let inputs: [Inputs]
    private let language: Language
    private let seed: UInt64
    private let drills: Int
    private let threads: Int

    init(_ inputs: [Inputs], _ arguments: Arguments) {
        self.inputs = inputs
        language = arguments.language
        seed = UInt64(arguments.whole("seed"))
        drills = arguments.count("drills")
        threads =
            arguments.optionalWhole("threads").map { Int($0) }
            ?? ProcessInfo.processInfo.activeProcessorCount
    }

    /// Rows of one plan as they come.
    private final class Rows: Sendable {
        let result: Mutex<BatchResult>

        init(_ result: BatchResult) {
            self.result = Mutex(result)
        }
    }

    /// Plays the same drills under every plan.
    func play() throws -> [BatchResult] {
        let progress = Progress(total: drills * inputs.count, language: language)
        var results: [BatchResult] = []
        for input in inputs {
            let rows = Rows(BatchResult(checkpoints: input.scenario.scoring.checkpointHours.count))
            let before = results.count * drills
            let batch = Batch(
                setup: input.setup.byteForm,
                seed: seed,
                drills: 0..<UInt64(drills),
                threads: threads
            )
            try batch.run { row in
                rows.result.withLock { result in
                    result.add(row)
                    progress.show(before + result.numbers.count)
                }
                return true
            }
            results.append(rows.result.withLock { $0 })
        }
        progress.finish()
        return results
    }

    private func pairs(_ plan: Int, _ results: [BatchResult]) -> [(Measure, PairedSummary)] {
        let leading = BatchReport.leading
        let order = leading + Measure.allCases.filter { !leading.contains($0) }
        return order.map { measure in
            (measure, PairedSummary(results[plan][measure], baseline: results[0][measure]))
        }
    }

    /// What the reader sees: for every plan its differences to the baseline.
    func report(_ results: [BatchResult]) -> String {
        let report = BatchReport(language)
        let base = inputs[0]
        let title = Bilingual(
            "\(base.scenario.title.english) · \(drills) drills of each plan under the same luck · seed \(seed)",
            "\(base.scenario.title.chinese) · 每个预案 \(drills) 次推演（公共随机数） · 种子 \(seed)"
        )
        let plans = inputs.indices.map { plan in
            (
                inputs[plan].plan.title,
                BatchReport.leading.map { MeasureSummary(results[plan][$0]) }
            )
        }
        let legend = Bilingual(
            "mean of the drills in which it happened (5 % … 95 % quantile of all)",
            "均值（仅计发生的推演；括号内为全部推演的 5% … 95% 分位）"
        )
        var text = title[language] + "\n\n" + report.plans(plans) + legend[language] + "\n"
        for plan in inputs.indices.dropFirst() {
            let heading = Bilingual(
                "\(inputs[plan].plan.title.english) minus \(base.plan.title.english)",
                "\(inputs[plan].plan.title.chinese) 减 \(base.plan.title.chinese)"
            )
            text += "\n" + heading[language] + "\n\n" + report.differences(pairs(plan, results))
        }
        let end = Bilingual(
            "left out: pairs in which it did not happen under both plans; variance cut: variance of the "
                + "difference\nof independent drills over that of these pairs",
            "未计入：两预案下未同时发生的配对；方差缩减倍数：独立推演之差的方差与配对之差的方差之比"
        )
        return text + end[language] + "\n"
    }

    /// The same as JSON; the baseline has no differences.
    func json(_ results: [BatchResult]) -> String {
        let plans = inputs.indices.map { plan in
            let differences = pairs(plan, results).map { measure, pair in
                (key: measure.name, value: Self.json(pair))
            }
            return JSONValue.object([
                ("plan", .text(inputs[plan].planName)),
                ("measures", SummaryFormat.measures(of: results[plan])),
                ("differences", plan == 0 ? .null : .object(differences)),
            ])
        }
        return JSONValue.object([
            ("format", .integer(1)), ("scenario", .text(inputs[0].name)),
            ("baseline", .text(inputs[0].planName)), ("seed", .text("\(seed)")),
            ("drills", .integer(drills)), ("plans", .list(Array(plans))),
        ]).indented
    }

    private static func json(_ pair: PairedSummary) -> JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.flatMap { $0.isFinite ? JSONValue.number($0) : nil } ?? .null
        }
        return .object([
            ("mean", number(pair.mean)), ("low", number(pair.low)), ("high", number(pair.high)),
            ("less", .integer(pair.smaller)), ("more", .integer(pair.greater)),
            ("leftOut", .integer(pair.leftOut)),
            ("varianceReduction", number(pair.varianceReduction)),
        ])
    }
}
