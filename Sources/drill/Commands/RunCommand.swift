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
        Option.plan, Option.seed,
        Option(
            name: "drill",
            kind: .whole("K", .between(0, 9e15)),
            usual: "0",
            meaning: Bilingual("Number of the drill within its batch.", "推演编号。")
        ),
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
        Console.print(try run.chain(of: Int(fact)))
    } else {
        Console.print(arguments.has("json") ? run.json : run.story)
    }
    return .done
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
        return title[language] + "\n\n" + timeline.text + "\n" + measures
    }

    private var measures: String {
        let report = BatchReport(language)
        var table = TextTable([
            (Bilingual("Measure", "指标")[language], .left),
            (Bilingual("Value", "结果")[language], .right),
        ])
        for measure in Measure.allCases {
            table.add([measure.title[language], report.figure(row.values[measure], measure)])
        }
        return table.text
    }

    /// The measures as JSON; what never happened is null.
    var json: String {
        let measures = Measure.allCases.map { measure in
            let value = row.values[measure]
            return (key: measure.name, value: value.isFinite ? JSONValue.number(value) : .null)
        }
        return JSONValue.object([
            ("format", .integer(1)), ("scenario", .text(inputs.name)),
            ("plan", .text(inputs.planName)), ("seed", .text("\(seed)")),
            ("drill", .integer(Int(row.number))), ("facts", .integer(facts.count)),
            ("events", .integer(Int(row.eventCount))), ("measures", .object(measures)),
        ]).indented
    }

    /// Writes all facts, one a line.
    func writeRecord(to file: String) throws(OutputError) {
        let format = FactFormat(names: inputs.names)
        try ResultFolder.write(facts.map { format.line($0) }.joined(), to: file)
    }

    /// Returns a fact and everything it follows from, the first cause first.
    func chain(of number: Int) throws -> String {
        guard facts.indices.contains(number) else {
            let message = Bilingual(
                "error: the drill has facts 0 to \(facts.count - 1)",
                "错误：本次推演的记录编号为 0 至 \(facts.count - 1)"
            )
            throw InputProblem(text: message[language] + "\n")
        }
        let format = FactFormat(names: inputs.names)
        var chain = [facts[number]]
        while let last = chain.last, last.cause != .none { chain.append(facts[last.cause.index]) }
        return chain.reversed().map { fact in
            let instant = inputs.scenario.start.later(milliseconds: fact.time.milliseconds)
            return Figures.clock(instant, language) + "  " + format.line(fact)
        }.joined()
    }
}
