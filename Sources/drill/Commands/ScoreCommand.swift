import DrillFiles
import Experiments
import EventKernel
import Foundation
import Reports
import Scoring
import Wording

/// `drill score`: measures, goals and score of stored records, from the records alone.
let scoreCommand = Subcommand(
    name: "score",
    summary: Bilingual(
        "Scores stored records anew, from the records alone.",
        "仅凭已存的运行记录重新评分。"
    ),
    example: "drill score Results/xiangshui-2019/baseline/typical.jsonl",
    positionals: [
        Positional(
            name: "RECORD",
            count: .oneOrMore,
            meaning: Bilingual(
                "Records written by drill run --record or drill batch.",
                "由 drill run --record 或 drill batch 写出的运行记录。"
            )
        )
    ],
    options: [
        Option(
            name: "csv",
            kind: .flag,
            meaning: Bilingual(
                "Prints the rows as they stand in drills.csv.",
                "按 drills.csv 的格式输出各行。"
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
    var missed = false
    var header = ""
    for path in arguments.texts("RECORD") {
        let record = try ScoredRecord(path, arguments.language)
        missed = missed || record.values[.goalsMissed] > 0
        if arguments.has("csv") {
            // Records of one scenario share their header.
            if record.csvHeader != header { try Console.print(record.csvHeader) }
            header = record.csvHeader
            try Console.print(record.csvRow)
        } else {
            try Console.print(arguments.has("json") ? record.json : record.text)
        }
    }
    return missed && arguments.has("fail-on-goal") ? .goalNotMet : .done
}

/// A record that was read and folded.
private struct ScoredRecord {
    private let header: RecordHeader
    private let language: Language
    private let shares: [Double]
    private let factCount: Int
    let values: MeasureValues

    /// Reads and folds a record.
    ///
    /// - Throws: `InputProblem` where anything is wrong with it.
    init(_ path: String, _ language: Language) throws {
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics),
            let record = RecordFile.read(source, into: &diagnostics)
        else {
            throw InputProblem(text: DiagnosticRenderer(language: language).text(diagnostics))
        }
        var fold = Fold(record.header.scoring)
        values = fold.measures(of: record.facts)
        shares = fold.knownDeathShares()
        factCount = record.facts.count
        header = record.header
        self.language = language
    }

    private var format: RowFormat {
        RowFormat(header.scoring)
    }

    var csvHeader: String { format.header }

    var csvRow: String {
        format.line(
            DrillRow(
                number: UInt64(header.drill),
                values: values,
                knownDeathShares: shares,
                curves: [],
                eventCount: 0,
                factCount: Int64(factCount),
                violation: nil
            )
        )
    }

    private var judgement: Judgement {
        Judgement(scoring: header.scoring, names: header.names, language: language)
    }

    var text: String {
        let title = Bilingual(
            "\(header.scenario) · \(header.plan) · seed \(header.seed) · drill \(header.drill)"
                + " · \(factCount) facts",
            "\(header.scenario) · \(header.plan) · 种子 \(header.seed) · 第 \(header.drill) 次推演"
                + " · 记录 \(factCount) 条"
        )
        return title[language] + "\n\n" + judgement.text(values)
    }

    var json: String {
        JSONValue.object(
            [
                ("format", .integer(1)), ("scenario", .text(header.scenario)),
                ("plan", .text(header.plan)), ("seed", .text(header.seed)),
                ("drill", .integer(Int(header.drill))), ("facts", .integer(factCount)),
            ] + judgement.json(values)
        ).indented
    }
}
