import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Synchronization
import Wording

/// The playing of a batch from the command line, and the growing of its table.
struct BatchRun {
    private let inputs: Inputs
    private let order: BatchOrder
    private let language: Language
    private let rule: StopRule?
    private let format: RowFormat
    private let began = Date()
    /// Folder of the results.
    let folder: String

    init(_ inputs: Inputs, _ order: BatchOrder, _ arguments: Arguments) throws(UsageError) {
        self.inputs = inputs
        self.order = order
        language = arguments.language
        format = RowFormat(inputs.scenario.scoring)
        let usual = "Results/\(inputs.name)/\(inputs.planName)"
        let part = order.shard.map { "/shards/\($0.index)-of-\($0.count)" } ?? ""
        folder = arguments.optionalText("out") ?? usual + part
        rule = try Self.rule(order, inputs)
    }

    private static func rule(_ order: BatchOrder, _ inputs: Inputs) throws(UsageError) -> StopRule?
    {
        guard let until = order.until else { return nil }
        do throws(Precision.Problem) {
            let precision = try Precision(until, goals: inputs.names.goals)
            return StopRule(
                precision.targets,
                confidence: precision.confidence,
                minimum: order.atLeast,
                goals: inputs.scenario.scoring.goals
            )
        } catch {
            throw UsageError(
                "--until: " + error.message.english,
                "--until：" + error.message.chinese,
                help: error.help
            )
        }
    }

    /// What the results are of.
    private var manifest: Manifest {
        var manifest = Manifest(
            program: DrillProgram.title,
            inputs,
            seed: order.seed,
            drills: order.drills
        )
        manifest.shard = order.shard
        manifest.until = order.until.map {
            Manifest.Until($0, atLeast: order.atLeast, atMost: order.drills)
        }
        return manifest
    }

    /// What the results are of, once all rows are there.
    func manifest(of result: BatchResult) -> Manifest {
        var manifest = manifest
        if order.shard == nil { manifest.drills = result.count }
        return manifest
    }

    private var drills: Range<UInt64> {
        let all = UInt64(order.drills)
        return order.shard?.drills(of: all) ?? 0..<all
    }

    /// Points of all curves of one drill.
    private var pointCount: Int { inputs.scenario.scoring.curvePointCount }

    /// Plays all drills that are not there yet and appends each row to the results.
    ///
    /// - Returns: All rows; nil where the batch was interrupted before its end.
    func play() throws -> BatchResult? {
        Interruption.listen()
        let state = Mutex(rule)
        let journal = try RowJournal(
            path: folder,
            manifest: manifest,
            format: format,
            firstDrill: drills.lowerBound,
            curveBytes: 4 * pointCount,
            resume: order.resumes
        ) { values in state.withLock { _ = $0?.add(values) } }
        sayResumed(journal)
        try restoreCurves(of: journal)
        let rule = state.withLock { $0 }
        let isEnough = rule?.isMet == true ? true : try grow(journal, rule)
        return isEnough ? try result(of: journal) : nil
    }

    /// Plays the drills once more whose curves were summed up and taken away.
    private func restoreCurves(of journal: RowJournal) throws {
        guard !journal.missingCurves.isEmpty else { return }
        nonisolated(unsafe) let output = journal
        let collector = Collector(nil)
        try batch(journal.missingCurves).run { row in
            collector.state.withLock { state in
                do throws(OutputError) {
                    try output.restoreCurves(of: row)
                } catch {
                    state.problem = error
                }
                return state.problem == nil
            }
        }
        if let problem = collector.state.withLock({ $0.problem }) { throw problem }
    }

    /// Plays on from the last row.
    ///
    /// - Returns: Whether all drills are there that are wanted.
    private func grow(_ journal: RowJournal, _ rule: StopRule?) throws -> Bool {
        nonisolated(unsafe) let output = journal
        let done = journal.rowCount
        let rest = drills.lowerBound + UInt64(done)..<drills.upperBound
        let progress = Progress(total: drills.count, before: done, language: language)
        let collector = Collector(rule)
        let format = format
        try batch(rest).run(preparing: { ($0, format.bytes($0)) }) { row, line in
            collector.state.withLock { state in
                do throws(OutputError) {
                    try output.append(line, of: row)
                } catch {
                    state.problem = error
                    return false
                }
                let knowsEnough = state.rule?.add(row.values) ?? false
                progress.show(output.rowCount) { remark(state.rule) }
                return !knowsEnough && !Interruption.isAsked
            }
        }
        progress.finish()
        let end = collector.state.withLock { $0 }
        if let problem = end.problem { throw problem }
        return journal.rowCount == drills.count || end.rule?.isMet == true
    }

    private func batch(_ drills: Range<UInt64>) -> Batch {
        var batch = Batch(
            setup: inputs.setup.byteForm,
            seed: order.seed,
            drills: drills,
            threads: order.threads
        )
        batch.curvesEnd = UInt64(BatchResult.curveLimit)
        return batch
    }

    /// What is shared with the threads that play: rows come one at a time.
    private final class Collector: Sendable {
        struct State {
            var rule: StopRule?
            var problem: OutputError?
        }
        let state: Mutex<State>

        init(_ rule: StopRule?) {
            state = Mutex(State(rule: rule))
        }
    }

    private func result(of journal: RowJournal) throws -> BatchResult {
        let digest = try journal.finish()
        var result = BatchResult(
            journal.table,
            firstDrill: drills.lowerBound,
            inputs.scenario.scoring.measures
        )
        result.digest = digest
        result.failed = journal.failed
        if order.shard == nil {
            result.curves = try ResultFolder.curves(in: folder, pointCount: pointCount)
        } else {
            let manifest = manifest(of: result).json(digest: digest)
            try OutputFile.write(manifest.indented, to: folder + "/" + Manifest.fileName)
            try ResultFiles(inputs, seed: order.seed, folder: folder).writeInputs()
        }
        return result
    }

    /// Plays the references of the plan where they are asked for.
    func references(
        _ arguments: Arguments,
        of result: BatchResult
    ) throws -> ReferenceComparison? {
        guard arguments.has("references") else { return nil }
        let play = ReferencePlay(
            seed: order.seed,
            drills: result.count,
            threads: order.threads,
            language: language
        )
        return try play.comparison(of: result, inputs)
    }

    /// Writes what may differ from run to run, and takes away what only an unfinished batch needs.
    func finish(_ result: BatchResult) {
        ResultFolder.removeParts(in: folder)
        try? OutputFile.write(runtime.indented, to: folder + "/run.json")
    }

    private var runtime: JSONValue {
        .object([
            ("format", .integer(1)),
            ("command", .list(CommandLine.arguments.map { .text($0) })),
            ("threads", .integer(order.threads)),
            ("processors", .integer(ProcessInfo.processInfo.activeProcessorCount)),
            ("system", .text(ProcessInfo.processInfo.operatingSystemVersionString)),
            ("wallSeconds", .number(Date().timeIntervalSince(began))),
        ])
    }

    // MARK: Saying

    private func sayResumed(_ journal: RowJournal) {
        guard order.resumes, journal.rowCount + journal.tornBytes > 0 else { return }
        let kept = Bilingual(
            "\(journal.rowCount) drills were there\n",
            "已有 \(journal.rowCount) 次推演\n"
        )
        let torn = Bilingual(
            "\(journal.tornBytes) bytes behind the last whole row were cut off\n",
            "末尾不完整的 \(journal.tornBytes) 字节已截去\n"
        )
        Console.complain(kept[language] + (journal.tornBytes > 0 ? torn[language] : ""))
    }

    /// How far every precision is, for the progress line.
    private func remark(_ rule: StopRule?) -> String {
        guard let rule else { return "" }
        let parts = zip(rule.targets, rule.ratios).map { target, ratio in
            let unit = target.isRelative ? 100.0 : 1
            let sign = target.isRelative ? "%" : ""
            let (now, goal) = (target.halfWidth * ratio * unit, target.halfWidth * unit)
            return "\(name(target.quantity)) ±\(Figures.plain(now))/\(Figures.plain(goal))\(sign)"
        }
        return "  " + parts.joined(separator: "  ")
    }

    private func name(_ quantity: StopRule.Quantity) -> String {
        switch quantity {
        case .mean(let measure): measure.name
        case .goal(let goal): "P(\(inputs.names.goals[goal].id))"
        }
    }

    /// Says how an interrupted batch goes on.
    func sayInterrupted() -> ExitStatus {
        let message = Bilingual(
            "interrupted; what is done is kept in \(folder), and --resume goes on\n",
            "已中断；完成的推演保存在 \(folder)，用 --resume 继续\n"
        )
        Console.complain(message[language])
        return Interruption.status
    }

    /// What the reader sees of a part.
    func report(_ result: BatchResult, of shard: Shard) -> String {
        let failed = result.failed.isEmpty ? "" : BatchPrint.failures(result.failed, language)
        let message = Bilingual(
            "shard \(shard.text): \(result.count) drills from \(result.firstDrill) on\n",
            "分片 \(shard.text)：自第 \(result.firstDrill) 次起共 \(result.count) 次推演\n"
        )
        return message[language] + failed + BatchPrint.end(result.digest, folder, language)
    }
}

extension Manifest {
    /// Says what results made from a scenario and a plan are of.
    init(program: String, _ inputs: Inputs, seed: UInt64, drills: Int) {
        self.init(
            program: program,
            scenario: Input(
                name: inputs.name,
                sha256: inputs.scenario.checksum
            ),
            plan: Input(name: inputs.planName, sha256: SHA256.of(inputs.plan.source.bytes)),
            seed: seed,
            drills: drills,
            format: RowFormat(inputs.scenario.scoring),
            assumptions: inputs.scenario.assumptions + inputs.plan.assumptions
        )
    }
}
