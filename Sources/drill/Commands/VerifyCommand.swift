import DrillFiles
import EventKernel
import Experiments
import Foundation
import Scoring
import Synchronization
import Wording

/// `drill verify`: results made again and compared byte by byte.
let verifyCommand = Subcommand(
    name: "verify",
    summary: Bilingual(
        "Makes a sample of results again, or all of them, and compares bytes.",
        "抽样或全部重演已有结果，逐字节核对。"
    ),
    example: "drill verify Results/xiangshui-2019/baseline --sample 50",
    positionals: [
        Positional.results
    ],
    options: [
        Option(
            name: "sample",
            kind: .whole("N", .between(1, 1e9)),
            usual: "20",
            meaning: Bilingual("Drills to play again, spread evenly.", "抽样重演的次数（均匀分布）。")
        ),
        Option(
            name: "all",
            kind: .flag,
            meaning: Bilingual("Plays all drills again.", "重演全部推演。")
        ),
        Option.threads, Option.json,
    ]
) { arguments in
    let results = try ResultFolder(arguments.text("DIR"))
    guard results.manifest.digest != nil else {
        throw TryAgain(
            path: results.path,
            Bilingual("the batch is not finished; --resume goes on", "批次尚未完成；用 --resume 继续")
        )
    }
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(of: results)
    let audit = Audit(inputs, results, arguments)
    let findings = try audit.findings()
    try Console.print(arguments.has("json") ? audit.json(findings) : audit.text(findings))
    return findings.allSatisfy { $0.isEqual } ? .done : .badInput
}

/// The making again of results.
private struct Audit {
    /// What was compared, and whether it was equal.
    struct Finding: Sendable {
        let name: String
        let isEqual: Bool
        let remark: Bilingual?
    }

    private let inputs: Inputs
    private let results: ResultFolder
    private let language: Language
    private let threads: Int
    private let sample: Int
    private let isWhole: Bool

    init(_ inputs: Inputs, _ results: ResultFolder, _ arguments: Arguments) {
        self.inputs = inputs
        self.results = results
        language = arguments.language
        threads = arguments.threads
        isWhole = arguments.has("all")
        sample = arguments.count("sample")
    }

    private var seed: UInt64 { results.manifest.seed }

    /// Compares everything.
    func findings() throws -> [Finding] {
        let digest = try results.digest()
        var found = [
            Finding(name: "digest", isEqual: digest == results.manifest.digest, remark: nil)
        ]
        found.append(isWhole ? try allRows() : try sampledRows())
        guard results.manifest.shard == nil, found.allSatisfy({ $0.isEqual }) else { return found }
        return found + (try otherFiles(digest))
    }

    /// Plays every drill again while its line is read.
    private func allRows() throws -> Finding {
        nonisolated(unsafe) let lines = try RowLines(results.tablePath)
        let different = Mutex<[UInt64]>([])
        let format = RowFormat(inputs.scenario.scoring)
        let progress = Progress(total: results.drills.count, language: language)
        let first = results.drills.lowerBound
        let batch = batch(results.drills)
        try batch.run(preparing: { ($0.number, format.bytes($0)) }) { number, line in
            let found = try? lines.next()
            if found != line { different.withLock { $0.append(number) } }
            progress.show(Int(number - first) + 1)
            return different.withLock { $0.count } < 100
        }
        progress.finish()
        return finding(different.withLock { $0 }, of: results.drills.count)
    }

    private func batch(_ drills: Range<UInt64>) -> Batch {
        var batch = Batch(
            setup: inputs.setup.byteForm,
            seed: seed,
            drills: drills,
            threads: threads
        )
        batch.curvesEnd = 0
        return batch
    }

    /// Plays drills again that lie evenly among all.
    private func sampledRows() throws -> Finding {
        let drills = results.drills
        let count = min(sample, drills.count)
        let lines = try RowLines(results.tablePath)
        let format = RowFormat(inputs.scenario.scoring)
        var player = try Player(inputs.setup.byteForm)
        var different: [UInt64] = []
        var place = 0
        for index in 0..<count {
            let wanted = (2 * index + 1) * drills.count / (2 * count)
            var line = try lines.next()
            while place < wanted {
                line = try lines.next()
                place += 1
            }
            place += 1
            let number = drills.lowerBound + UInt64(wanted)
            let row = player.play(seed: seed, drill: number)
            if line != format.bytes(row) { different.append(number) }
        }
        return finding(different, of: count)
    }

    private func finding(_ different: [UInt64], of count: Int) -> Finding {
        let shown = different.prefix(20).map { "\($0)" }.joined(separator: ", ")
        let remark =
            different.isEmpty
            ? Bilingual("\(count) drills played again", "重演 \(count) 次")
            : Bilingual("these drills differ: \(shown)", "以下推演不一致：\(shown)")
        return Finding(name: "drills.csv", isEqual: different.isEmpty, remark: remark)
    }

    /// Makes the files again that follow from the rows; the curves only with all drills.
    private func otherFiles(_ digest: String) throws -> [Finding] {
        var result = BatchResult(
            results.table,
            firstDrill: results.drills.lowerBound,
            inputs.scenario.scoring.measures
        )
        result.digest = digest
        result.failed = try results.failed
        if isWhole { result.curves = try curves() }
        let files = ResultFiles(inputs, seed: seed, folder: results.path)
        let summary = try BatchSummary(result, goals: inputs.scenario.scoring.goals)
        let typical = try files.typical(of: result)
        return try files.texts(result, summary, typical).filter { isWhole || $0.0 != "curves.csv" }
            .map {
                let file = FileManager.default.contents(atPath: results.path + "/" + $0.0)
                return Finding(name: $0.0, isEqual: file == Data($0.1.utf8), remark: nil)
            }
    }

    private func curves() throws -> [[Float]] {
        let curves = Mutex<[[Float]]>([])
        let end = min(results.drills.upperBound, UInt64(BatchResult.curveLimit))
        var batch = batch(0..<end)
        batch.curvesEnd = end
        try batch.run { row in
            curves.withLock { $0.append(row.curves) }
            return true
        }
        return curves.withLock { $0 }
    }

    // MARK: Saying

    func text(_ findings: [Finding]) -> String {
        var text = ""
        if results.manifest.program != DrillProgram.title {
            let remark = Bilingual(
                "made by \(results.manifest.program), compared by \(DrillProgram.title)\n",
                "结果由 \(results.manifest.program) 生成，现由 \(DrillProgram.title) 核对\n"
            )
            text += remark[language]
        }
        for finding in findings {
            let verdict = finding.isEqual ? Bilingual("equal", "一致") : Bilingual("DIFFERS", "不一致")
            let remark = finding.remark.map { "  (" + $0[language] + ")" } ?? ""
            text += "\(finding.name): \(verdict[language])\(remark)\n"
        }
        return text
    }

    func json(_ findings: [Finding]) -> String {
        let items = findings.map { finding in
            JSONValue.object([
                ("name", .text(finding.name)), ("equal", .flag(finding.isEqual)),
                ("remark", finding.remark.map { .text($0[language]) } ?? .null),
            ])
        }
        return JSONValue.object([
            ("format", .integer(1)), ("program", .text(results.manifest.program)),
            ("comparedBy", .text(DrillProgram.title)), ("findings", .list(items)),
        ]).indented
    }
}
