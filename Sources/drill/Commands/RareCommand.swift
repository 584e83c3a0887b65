import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Wording

/// `drill rare`: how likely it is that a measure gets as high as it rarely does.
let rareCommand = Subcommand(
    name: "rare",
    summary: Bilingual(
        "Estimates the probability of what rarely happens, by splitting drills on the way there.",
        "用分层分裂法估计小概率后果（如特别重大事故）的发生概率。"
    ),
    example: "drill rare Scenarios/small/building-fire --levels 1,2,3,5,7,10",
    positionals: [Positional.scenario],
    options: [
        Option.plan,
        Option(
            name: "measure",
            kind: .choice("MEASURE", Fold.growing.map(\.name)),
            usual: Measure.deaths.name,
            meaning: Bilingual(
                "Measure that is followed; one that never falls while a drill goes on.",
                "所跟踪的指标，须为推演中只增不减的指标。"
            )
        ),
        Option(
            name: "levels",
            kind: .list("A,B,…"),
            usual: "3,10,30",
            meaning: Bilingual(
                "Values at which drills split, rising; the last is what is asked about.",
                "推演分裂的各级数值，由小到大；末级即所求后果。"
            )
        ),
        Option(
            name: "branches",
            kind: .whole("N", .between(1, 1000)),
            usual: "10",
            meaning: Bilingual(
                "Branches into which a drill splits at each level.",
                "每级分裂的分支数。"
            )
        ),
        Option(
            name: "drills",
            kind: .whole("N", .between(2, 1e7)),
            usual: "1000",
            meaning: Bilingual("Number of drills that are begun.", "起始推演次数。")
        ),
        Option.seed, Option.threads, Option.json,
    ]
) { arguments in
    let splitting = try Splitting(arguments)
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(
        arguments.text("SCENARIO"),
        plans: [arguments.text("plan")]
    )[0]
    let batch = Batch(
        setup: inputs.setup.byteForm,
        seed: UInt64(arguments.whole("seed")),
        drills: 0..<UInt64(arguments.whole("drills")),
        threads: arguments.threads
    )
    Interruption.listen()
    let progress = Progress(total: batch.drills.count, language: arguments.language)
    defer { progress.finish() }
    let result = try splitting.run(batch) { done in
        progress.show(done)
        return !Interruption.isAsked
    }
    guard let result else { return Interruption.status }
    progress.finish()
    let heading = Bilingual(
        inputs.scenario.title.english + " · " + inputs.plan.title.english,
        inputs.scenario.title.chinese + " · " + inputs.plan.title.chinese
    )
    let report = RareReport(heading: heading, splitting, result, seed: batch.seed)
    let json = splitting.json(result, of: inputs, seed: batch.seed).indented
    try Console.print(arguments.has("json") ? json : report.text(arguments.language))
    guard result.failures > 0 else { return .done }
    let message = Bilingual(
        "error: \(result.failures) branches did not keep their balances\n",
        "错误：\(result.failures) 个分支未通过守恒检查\n"
    )
    Console.complain(message[arguments.language])
    return .internalError
}

extension Splitting {
    /// Reads what the command line asks for.
    fileprivate init(_ arguments: Arguments) throws {
        let levels = arguments.texts("levels").compactMap { Int($0) }
        let isRising = zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
        guard levels.count == arguments.texts("levels").count, isRising, (levels.first ?? 0) > 0
        else {
            throw UsageError(
                "--levels: whole numbers from 1 on that rise, such as 3,10,30",
                "--levels：须为由小到大的正整数，如 3,10,30"
            )
        }
        // A drill that reaches all levels has so many branches in the end.
        let branches = arguments.count("branches")
        let most = levels.dropLast().reduce(1.0) { product, _ in product * Double(branches) }
        guard most <= Self.branchesAtMost else {
            throw UsageError(
                "--branches: \(branches) at each of \(levels.count) levels are more than a million branches of one drill",
                "--branches：每级 \(branches) 个分支、共 \(levels.count) 级，单次推演将超过一百万个分支",
                help: Bilingual("give fewer branches or levels", "请减少分支数或级数")
            )
        }
        guard let measure = Fold.growing.first(where: { $0.name == arguments.text("measure") })
        else { throw UsageError("--measure: no such measure", "--measure：没有这个指标") }
        self.init(measure, levels: levels, branches: branches)
    }

    /// Most branches that a single drill may come to -- constant.
    private static let branchesAtMost = 1e6

    /// What was seen, for programs.
    fileprivate func json(
        _ result: SplittingResult,
        of inputs: Inputs,
        seed: UInt64
    ) -> JSONValue {
        let levels = result.levels.map { level in
            let interval = level.interval(confidence: 0.95)
            return JSONValue.object([
                ("atLeast", .integer(level.value)), ("probability", .number(level.probability)),
                ("standardError", .number(level.standardError)),
                ("low", .number(interval.low)), ("high", .number(interval.high)),
                ("drills", .integer(level.drills)),
                ("plainDrills", level.plainDrills.map { .number($0) } ?? .null),
            ])
        }
        return .object([
            ("format", .integer(1)), ("program", .text(DrillProgram.title)),
            ("scenario", .text(inputs.name)),
            ("scenarioSHA256", .text(SHA256.of(inputs.scenario.source.bytes))),
            ("plan", .text(inputs.planName)),
            ("planSHA256", .text(SHA256.of(inputs.plan.source.bytes))),
            ("seed", .text("\(seed)")), ("measure", .text(measure.name)),
            ("drills", .integer(result.drills)), ("branches", .integer(branches)),
            ("work", .number(result.work)), ("failures", .integer(result.failures)),
            ("confidence", .number(0.95)),
            ("levels", .list(levels)),
        ])
    }
}
