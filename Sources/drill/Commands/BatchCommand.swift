import DrillFiles
import Experiments
import Foundation
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
            meaning: Bilingual(
                "Number of drills, 1000 unless given; with --until the most, 100000 unless given.",
                "推演次数，默认 1000；与 --until 同用时为次数上限，默认 100000。"
            )
        ),
        Option(
            name: "until",
            kind: .text("PRECISION"),
            meaning: Bilingual(
                "Ends when means and goals are known so well, like \"deaths 5%, P(first-arrival) 0.02 @95\" (goals by id).",
                "达到精度后自动结束，如 \"deaths 5%, P(first-arrival) 0.02 @95\"（目标用其 id）。"
            )
        ),
        Option(
            name: "at-least",
            kind: .whole("N", .between(2, 1e9)),
            usual: "200",
            meaning: Bilingual("Drills before the precision is looked at.", "检查精度前的最少推演次数。")
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
        Option.resume,
        Option.shard("drill merge joins the parts", "用 drill merge 合并"),
        Option(
            name: "fail-on-goal",
            kind: .flag,
            meaning: Bilingual("Ends with status 1 if a goal is not met.", "有目标未达标时以状态 1 结束。")
        ),
        Option.references, Option.json,
    ]
) { arguments in
    var reader = InputReader(language: arguments.language)
    let order = try BatchOrder(arguments)
    let inputs = try reader.inputs(arguments.text("SCENARIO"), plan: arguments.text("plan"))
    let run = try BatchRun(inputs, order, arguments)
    guard let result = try run.play() else { return run.sayInterrupted() }
    if let shard = order.shard {
        try Console.print(run.report(result, of: shard))
        return .done
    }
    let files = ResultFiles(inputs, seed: order.seed, folder: run.folder)
    let manifest = run.manifest(of: result)
    let (summary, typical) = try files.write(result, manifest: manifest)
    let references = try run.references(arguments, of: result)
    if let references { try files.write(references) }
    guard !Interruption.isAsked else { return run.sayInterrupted() }
    try files.writeReport(result, summary, typical, manifest: manifest, arguments.language)
    run.finish(result)
    let report = BatchPrint(inputs, seed: order.seed, folder: run.folder, arguments.language)
    let json = try files.summaryJSON(result, summary).indented
    try Console.print(
        arguments.has("json") ? json : report.text(result, summary, references)
    )
    if !result.failed.isEmpty { return .internalError }
    let misses = summary.goals.contains { $0.verdict == .notMet }
    return arguments.has("fail-on-goal") && misses ? .goalNotMet : .done
}

/// What the words on the command line order, before any file is read.
struct BatchOrder {
    let seed: UInt64
    let drills: Int
    let until: String?
    let atLeast: Int
    let shard: Shard?
    let threads: Int
    let resumes: Bool

    init(_ arguments: Arguments) throws {
        seed = UInt64(arguments.whole("seed"))
        until = arguments.optionalText("until")
        drills =
            arguments.optionalWhole("drills").map { Int($0) } ?? (until == nil ? 1000 : 100_000)
        atLeast = arguments.count("at-least")
        threads = arguments.threads
        resumes = arguments.has("resume")
        shard = try arguments.shard()
        if until != nil, shard != nil {
            throw UsageError(
                "--until looks at all drills, of which a --shard sees only some",
                "--until 需要查看全部推演，不能与 --shard 同用",
                help: Bilingual("give --drills instead of --until", "请改用 --drills")
            )
        }
        if until != nil, drills < atLeast {
            throw UsageError(
                "--until: at most \(drills) drills are fewer than at least \(atLeast)",
                "--until：次数上限 \(drills) 小于下限 \(atLeast)",
                help: Bilingual("give a smaller --at-least", "请减小 --at-least")
            )
        }
    }
}

extension Option {
    /// Playing one part of what is cut into several.
    static func shard(_ english: String, _ chinese: String) -> Option {
        Option(
            name: "shard",
            kind: .text("K/N"),
            meaning: Bilingual(
                "Plays part K of N only, for several machines; \(english).",
                "仅推演 N 份中的第 K 份，供多机并行；\(chinese)。"
            )
        )
    }
}

extension Arguments {
    /// Returns the part that is to be played; nil for all.
    func shard() throws(UsageError) -> Shard? {
        guard let part = optionalText("shard") else { return nil }
        guard let shard = Shard(part) else {
            throw UsageError(
                "--shard: \"\(part)\" is no part K/N with K from 1 to N, such as 3/8",
                "--shard：“\(part)”有误，应为 K/N（1 ≤ K ≤ N），如 3/8"
            )
        }
        return shard
    }
}
