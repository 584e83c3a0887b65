import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Vocabulary
import Wording

/// `drill run`: one drill, its story and its measures.
let runCommand = Subcommand(
    name: "run",
    summary: Bilingual("Plays one drill and tells its story.", "进行一次推演，输出过程时间线。"),
    example: "drill run Scenarios/xiangshui-2019 --drill 7 --lang en",
    positionals: [Positional.scenario],
    options: [
        Option.plan, Option.seed, Option.drill,
        Option(
            name: "record",
            kind: .text("FILE"),
            meaning: Bilingual(
                "Writes the full record, one JSON object a line.",
                "写出完整运行记录（JSON Lines）。"
            )
        ),
        Option(
            name: "why",
            kind: .whole("FACT", .between(0, 1e9)),
            meaning: Bilingual("Prints the chain of causes of a fact instead.", "输出某条记录的因果链。")
        ),
        Option.json,
    ]
) { arguments in
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(arguments.text("SCENARIO"), plan: arguments.text("plan"))
    let run = try SingleDrill(inputs, arguments)
    if let file = arguments.optionalText("record") { try run.writeRecord(to: file) }
    if let fact = arguments.optionalWhole("why") {
        guard let chain = run.chain(to: Int(fact)) else { return .usage }
        try Console.print(arguments.has("json") ? run.json(chain) : run.text(chain))
    } else {
        try Console.print(arguments.has("json") ? run.json : run.story)
    }
    return run.isSound ? .done : .internalError
}

/// One drill with all its facts.
private struct SingleDrill {
    private let inputs: Inputs
    private let language: Language
    private let seed: UInt64
    private let facts: [Fact]
    private let row: DrillRow

    init(_ inputs: Inputs, _ arguments: Arguments) throws {
        self.inputs = inputs
        language = arguments.language
        seed = UInt64(arguments.whole("seed"))
        var player = try Player(inputs.setup.byteForm)
        var facts: [Fact] = []
        row = player.play(seed: seed, drill: UInt64(arguments.whole("drill"))) { facts.append($0) }
        self.facts = facts
    }

    /// Tells whether all balances of the drill are kept; complains where they are not.
    var isSound: Bool {
        guard row.violation != nil else { return true }
        Console.complain(BatchPrint.failures([row.number], language))
        return false
    }

    /// The story and the measures.
    var story: String {
        var timeline = Timeline(
            names: inputs.names,
            start: inputs.scenario.start,
            language: language
        )
        for fact in facts { timeline.add(fact) }
        timeline.finish()
        let title = Bilingual(
            "\(inputs.scenario.title.english) · \(inputs.plan.title.english) · seed \(seed) · drill \(row.number)",
            "\(inputs.scenario.title.chinese) · \(inputs.plan.title.chinese) · 种子 \(seed) · 第 \(row.number) 次推演"
        )
        return title[language] + "\n\n" + timeline.text + "\n" + judgement
    }

    /// Measures, score and causes.
    private var judgement: String {
        Judgement(scoring: inputs.scenario.scoring, names: inputs.names, language: language)
            .text(row.values)
    }

    /// The measures as JSON; what never happened is null.
    var json: String {
        let judgement = Judgement(
            scoring: inputs.scenario.scoring,
            names: inputs.names,
            language: language
        )
        return JSONValue.object(
            [
                ("format", .integer(1)), ("scenario", .text(inputs.name)),
                ("plan", .text(inputs.planName)), ("seed", .text("\(seed)")),
                ("drill", .integer(Int(row.number))), ("facts", .integer(facts.count)),
                ("events", .integer(Int(row.eventCount))),
            ] + judgement.json(row.values)
        ).indented
    }

    /// Writes the header and all facts, one a line.
    func writeRecord(to file: String) throws(OutputError) {
        let format = FactFormat(names: inputs.names)
        let header = inputs.header(seed: seed, drill: row.number)
        try OutputFile.write(header.line + facts.map { format.line($0) }.joined(), to: file)
    }

    /// Returns the facts from the first cause to one that is asked for; nil, with a complaint, where
    /// there is no such fact.
    func chain(to number: Int) -> [Fact]? {
        guard facts.indices.contains(number) else {
            let message = Bilingual(
                "error: there is no fact \(number); the facts of this drill are 0 to \(facts.count - 1)",
                "错误：没有第 \(number) 条记录；本次推演的记录编号为 0 至 \(facts.count - 1)"
            )
            Console.complain(message[language] + "\n")
            return nil
        }
        return Fact.chain(to: number, in: facts)
    }

    /// A chain of causes for people.
    func text(_ chain: [Fact]) -> String {
        let why = WhyChain(
            names: inputs.names,
            start: inputs.scenario.start,
            language: language
        )
        return why.text(chain)
    }

    /// A chain of causes for programs.
    func json(_ chain: [Fact]) -> String {
        let format = FactFormat(names: inputs.names)
        return JSONValue.object([
            ("format", .integer(1)), ("scenario", .text(inputs.name)),
            ("plan", .text(inputs.planName)), ("seed", .text("\(seed)")),
            ("drill", .integer(Int(row.number))), ("chain", .list(chain.map { format.json($0) })),
        ]).indented
    }
}
