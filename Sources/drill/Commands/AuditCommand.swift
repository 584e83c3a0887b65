import DrillFiles
import DrillModel
import EventKernel
import Experiments
import Foundation
import Reports
import Situation
import Vocabulary
import Wording

/// `drill audit`: whether every decision rests on what was delivered.
let auditCommand = Subcommand(
    name: "audit",
    summary: Bilingual(
        "Looks through drills for decisions that rest on anything but delivered reports.",
        "双盲审计：核查推演中每项决策和指令是否仅依据已送达的信息。"
    ),
    example: "drill audit Scenarios/xiangshui-2019 --drills 200",
    positionals: [Positional.scenario],
    options: [
        Option(
            name: "plans",
            kind: .list("A,B,…"),
            meaning: Bilingual(
                "Plans; all of the scenario's unless given.",
                "预案列表，默认核查全部预案。"
            )
        ),
        Option(
            name: "drills",
            kind: .whole("N", .between(1, 1e6)),
            usual: "200",
            meaning: Bilingual("Number of drills of each plan.", "每个预案的推演次数。")
        ),
        Option.seed, Option.json,
    ]
) { arguments in
    let scenario = arguments.text("SCENARIO")
    var reader = InputReader(language: arguments.language)
    let given = arguments.texts("plans")
    let plans = given.isEmpty ? planNames(of: scenario) : given
    let inputs = try reader.inputs(scenario, plans: plans.isEmpty ? ["baseline"] : plans)
    let audits = try inputs.map { ($0, try audit($0, arguments)) }
    let report = AuditReport(audits: audits, language: arguments.language)
    try Console.print(arguments.has("json") ? report.json : report.text)
    return audits.allSatisfy { $0.1.findings.isEmpty } ? .done : .internalError
}

/// Plays the drills of a plan and looks through their records.
private func audit(_ inputs: Inputs, _ arguments: Arguments) throws -> Audit {
    let posts = inputs.scenario.scenario.situation.posts
    var audit = Audit(isScene: posts.map { $0.scene != nil })
    var player = try Player(inputs.setup.byteForm)
    var facts: [Fact] = []
    for drill in 0..<UInt64(arguments.whole("drills")) {
        facts.removeAll(keepingCapacity: true)
        _ = player.play(seed: UInt64(arguments.whole("seed")), drill: drill) { facts.append($0) }
        audit.examine(facts, drill: drill)
    }
    return audit
}

/// What the audits of several plans have found.
private struct AuditReport {
    let audits: [(Inputs, Audit)]
    let language: Language

    private static let findingsAtMost = 10

    var text: String {
        var table = TextTable([
            (Bilingual("Plan", "预案")[language], .left),
            (Bilingual("Drills", "推演次数")[language], .right),
            (Bilingual("Decisions and orders", "决策与指令")[language], .right),
            (Bilingual("Entries of pictures", "态势条目")[language], .right),
            (Bilingual("Without a delivered cause", "无送达依据")[language], .right),
        ])
        for (inputs, audit) in audits {
            table.add([
                inputs.plan.title[language], "\(audit.drills)", "\(audit.decisions)",
                "\(audit.beliefs)", "\(audit.findings.count)",
            ])
        }
        return table.text + audits.map { findings(of: $0.0, $0.1) }.joined()
    }

    /// The first findings of a plan, as arguments of `drill run … --why`.
    private func findings(of inputs: Inputs, _ audit: Audit) -> String {
        audit.findings.prefix(Self.findingsAtMost).map { finding in
            let post = inputs.names.posts[finding.post.index].title
            return Bilingual(
                "\(inputs.planName): drill \(finding.drill), fact \(finding.fact.index): \(post.english) was not told\n",
                "\(inputs.planName)：第 \(finding.drill) 次推演，记录 \(finding.fact.index)：\(post.chinese)未获送达信息\n"
            )[language]
        }.joined()
    }

    var json: String {
        let plans = audits.map { inputs, audit in
            JSONValue.object([
                ("plan", .text(inputs.planName)), ("drills", .integer(audit.drills)),
                ("decisions", .integer(audit.decisions)), ("beliefs", .integer(audit.beliefs)),
                (
                    "findings",
                    .list(
                        audit.findings.map { finding in
                            .object([
                                ("drill", .integer(Int(finding.drill))),
                                ("fact", .integer(finding.fact.index)),
                                ("post", .text(inputs.names.posts[finding.post.index].id)),
                            ])
                        }
                    )
                ),
            ])
        }
        return JSONValue.object([("format", .integer(1)), ("plans", .list(plans))]).indented
    }
}
