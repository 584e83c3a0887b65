import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
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
        Option.seed, Option.threads,
        Option(
            name: "first-difference",
            kind: .whole("K", .between(0, 9e15)),
            meaning: Bilingual(
                "Shows where drill K parts under each plan instead.",
                "改为显示第 K 次推演在各预案下首次出现差异之处。"
            )
        ),
        Option(
            name: "out",
            kind: .text("FILE"),
            meaning: Bilingual(
                "Writes the differences as a tidy table of comma-separated values.",
                "将配对差写为整洁的 CSV 表。"
            )
        ),
        Option.references, Option.json,
    ]
) { arguments in
    let scenario = arguments.text("SCENARIO")
    var reader = InputReader(language: arguments.language)
    var plans = arguments.texts("plans")
    if plans.isEmpty { plans = baselineFirst(planNames(of: scenario)) }
    guard plans.count > 1 else {
        _ = try reader.inputs(scenario, plans: plans)
        throw UsageError("two plans at least are needed", "至少需要两个预案")
    }
    let inputs = try reader.inputs(scenario, plans: plans)
    if let drill = arguments.optionalWhole("first-difference") {
        let search = FirstDifference(inputs, arguments, drill: UInt64(drill))
        try Console.print(try search.text())
        return .done
    }
    let comparison = Comparison(inputs, arguments)
    guard let results = try comparison.play() else { return Interruption.status }
    let summary = try comparison.summary(of: results)
    if let file = arguments.optionalText("out") {
        try OutputFile.write(comparison.table(summary), to: file)
    }
    let references = try arguments.has("references") ? comparison.references(results) : []
    let text =
        arguments.has("json")
        ? comparison.json(summary, references)
        : try comparison.report(summary) + comparison.judgements(results, summary, references)
    try Console.print(text)
    guard !Interruption.isAsked else { return Interruption.status }
    return results.allSatisfy { $0.isSound(arguments.language) } ? .done : .internalError
}

extension BatchResult {
    /// Tells whether all drills have kept their balances; names those that have not.
    func isSound(_ language: Language) -> Bool {
        if !failed.isEmpty { Console.complain(BatchPrint.failures(failed, language)) }
        return failed.isEmpty
    }
}

/// Puts the baseline plan first.
private func baselineFirst(_ plans: [String]) -> [String] {
    plans.filter { $0 == "baseline" } + plans.filter { $0 != "baseline" }
}

/// A comparison from the command line; the first plan is the baseline.
private struct Comparison {
    /// What is known of one plan.
    struct PlanSummary {
        /// What its drills say about every measure.
        let measures: [(measure: Measure, summary: MeasureSummary)]
        /// Its differences to the baseline; none for the baseline itself.
        let pairs: [(measure: Measure, pair: PairedSummary)]
    }

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
        threads = arguments.threads
    }

    /// Plays the same drills under every plan.
    ///
    /// - Returns: What they gave, plan by plan; nil where it was interrupted.
    func play() throws -> [BatchResult]? {
        Interruption.listen()
        let progress = Progress(total: drills * inputs.count, language: language)
        var results: [BatchResult] = []
        for input in inputs {
            let before = results.count * drills
            let batch = MemoryBatch(
                setup: input.setup,
                measures: measures,
                seed: seed,
                drills: drills,
                threads: threads
            )
            results.append(try batch.play { progress.show(before + $0) })
            if results.last?.count != drills { break }
        }
        progress.finish()
        return results.allSatisfy { $0.count == drills } ? results : nil
    }

    /// Measures of the scenario.
    private var measures: [Measure] { inputs[0].scenario.scoring.measures }

    /// Comparisons that are made together: every measure of every plan but the baseline.
    private var comparisonCount: Int { (inputs.count - 1) * compared.count }

    /// Measures that are compared: all that the scenario has but what deaths and delays are laid to.
    private var compared: [Measure] {
        inputs[0].scenario.scoring.measures.filter { $0.frame.total == nil }
    }

    /// Sums up every plan.
    func summary(of results: [BatchResult]) throws(OutputError) -> [PlanSummary] {
        let leading = BatchReport.leading
        let order = leading + compared.filter { !leading.contains($0) }
        var summaries: [PlanSummary] = []
        for (plan, result) in results.enumerated() {
            var measures: [(measure: Measure, summary: MeasureSummary)] = []
            try result.forEach { measures.append(($0, MeasureSummary($1))) }
            var pairs: [(measure: Measure, pair: PairedSummary)] = []
            for measure in plan == 0 ? [] : order {
                let (own, base) = (try result[measure], try results[0][measure])
                pairs.append(
                    (measure, PairedSummary(own, baseline: base, among: comparisonCount))
                )
            }
            summaries.append(PlanSummary(measures: measures, pairs: pairs))
        }
        return summaries
    }

    /// Plays the references of every plan under the same luck.
    func references(_ results: [BatchResult]) throws -> [ReferenceComparison] {
        let play = ReferencePlay(seed: seed, drills: drills, threads: threads, language: language)
        return try zip(results, inputs).compactMap { try play.comparison(of: $0, $1) }
    }

    /// Score, causes and references of every plan.
    func judgements(
        _ results: [BatchResult],
        _ summaries: [PlanSummary],
        _ references: [ReferenceComparison]
    ) throws(OutputError) -> String {
        let report = JudgementReport(language)
        var text = ""
        for (plan, input) in inputs.enumerated() {
            let scoring = input.scenario.scoring
            let parts = [
                report.score(try results[plan].score(scoring), scoring, input.names.goals),
                report.causes(summaries[plan].measures),
                references.indices.contains(plan) ? report.references(references[plan]) : "",
            ]
            text += "\n" + input.plan.title[language] + "\n\n"
            text += parts.filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return text
    }

    /// What the reader sees: for every plan its differences to the baseline.
    func report(_ summaries: [PlanSummary]) -> String {
        let report = BatchReport(language)
        let base = inputs[0]
        var text = title + "\n\n" + report.plans(leadingMeasures(summaries)) + legend + "\n"
        for plan in inputs.indices.dropFirst() {
            let heading = Bilingual(
                "\(inputs[plan].plan.title.english) minus \(base.plan.title.english)",
                "\(inputs[plan].plan.title.chinese) 减 \(base.plan.title.chinese)"
            )
            let pairs = summaries[plan].pairs.map { ($0.measure, $0.pair) }
            text += "\n" + heading[language] + "\n\n" + report.differences(pairs)
        }
        return text + remarks + "\n"
    }

    private var title: String {
        let name = inputs[0].scenario.title
        return Bilingual(
            "\(name.english) · \(drills) drills of each plan under the same luck · seed \(seed)",
            "\(name.chinese) · 每个预案 \(drills) 次推演（公共随机数） · 种子 \(seed)"
        )[language]
    }

    private func leadingMeasures(_ summaries: [PlanSummary]) -> [(Bilingual, [MeasureSummary])] {
        zip(inputs, summaries).map { input, summary in
            let leading = BatchReport.leading.compactMap { measure in
                summary.measures.first { $0.measure == measure }?.summary
            }
            return (input.plan.title, leading)
        }
    }

    private var legend: String {
        Bilingual(
            "mean of the drills in which it happened (5 % … 95 % quantile of all)",
            "均值（仅计发生的推演；括号内为全部推演的 5% … 95% 分位）"
        )[language]
    }

    private var remarks: String {
        Bilingual(
            "95 % simultaneous: all \(comparisonCount) intervals of this page hold together with 95 % "
                + "(Bonferroni)\nleft out: pairs in which it did not happen under both plans; "
                + "variance cut: variance of the difference\nof independent drills over that of these pairs",
            "95% 联合：本页全部 \(comparisonCount) 个区间以 95% 的置信度同时成立（Bonferroni）\n"
                + "未计入：两预案下未同时发生的配对；方差缩减倍数：独立推演之差的方差与配对之差的方差之比"
        )[language]
    }

    // MARK: For programs

    /// The same as JSON; the baseline has no differences.
    func json(_ summaries: [PlanSummary], _ references: [ReferenceComparison]) -> String {
        let plans = zip(inputs, summaries).enumerated().map { plan, pair in
            let (input, summary) = pair
            let differences = summary.pairs.map {
                (key: $0.measure.name, value: Self.json($0.pair))
            }
            return JSONValue.object([
                ("plan", .text(input.planName)),
                ("measures", SummaryFormat.measures(summary.measures)),
                ("differences", summary.pairs.isEmpty ? .null : .object(differences)),
                (
                    "references",
                    references.indices.contains(plan)
                        ? SummaryFormat.json(references[plan]) : .null
                ),
            ])
        }
        return JSONValue.object([
            ("format", .integer(1)), ("scenario", .text(inputs[0].name)),
            ("baseline", .text(inputs[0].planName)), ("seed", .text("\(seed)")),
            ("drills", .integer(drills)), ("comparisons", .integer(comparisonCount)),
            ("plans", .list(plans)),
        ]).indented
    }

    private static func json(_ pair: PairedSummary) -> JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.flatMap { $0.isFinite ? JSONValue.number($0) : nil } ?? .null
        }
        return .object([
            ("mean", number(pair.mean)), ("low", number(pair.low)), ("high", number(pair.high)),
            ("simultaneousLow", number(pair.simultaneous?.low)),
            ("simultaneousHigh", number(pair.simultaneous?.high)),
            ("standardDeviation", number(pair.standardDeviation)),
            ("less", .integer(pair.smaller)), ("more", .integer(pair.greater)),
            ("leftOut", .integer(pair.leftOut)),
            ("varianceReduction", number(pair.varianceReduction)),
        ])
    }

    /// The same as a tidy table, one row a plan and measure; empty for what cannot be said.
    func table(_ summaries: [PlanSummary]) -> String {
        var text =
            "plan,baseline,measure,drills,leftOut,mean,low,high,simultaneousLow,simultaneousHigh,"
            + "standardDeviation,less,more,varianceReduction\n"
        for (input, summary) in zip(inputs, summaries) {
            for (measure, pair) in summary.pairs {
                let numbers = [
                    pair.mean, pair.low, pair.high, pair.simultaneous?.low, pair.simultaneous?.high,
                    pair.standardDeviation, Double(pair.smaller), Double(pair.greater),
                    pair.varianceReduction,
                ]
                let cells = numbers.map { RowFormat.text($0 ?? .infinity) }
                text += "\(input.planName),\(inputs[0].planName),\(measure.name),\(drills),"
                text += "\(pair.leftOut)," + cells.joined(separator: ",") + "\n"
            }
        }
        return text
    }
}
