import DrillFiles
import EventKernel
import Experiments
import Foundation
import Reports
import Scoring
import Synchronization
import Wording

/// Rows of a study.
struct StudyRows {
    let table: RowFile
    let digest: String
    /// Drills of every point.
    let counts: [Int]
    /// Drills in which something was found that must not be.
    let failed: [UInt64]

    /// Names the drills that went wrong, if any.
    func status(_ language: Language) -> ExitStatus {
        guard !failed.isEmpty else { return .done }
        Console.complain(BatchPrint.failures(failed, language))
        return .internalError
    }

    /// Reads the values of a measure, point by point.
    func values(_ measure: Measure) throws(OutputError) -> [[Double]] {
        let column = try table.columns([1 + RowFormat.column(of: measure)])[0]
        var values: [[Double]] = []
        var start = 0
        for count in counts {
            values.append(Array(column[start..<start + count]))
            start += count
        }
        return values
    }
}

/// The playing of a study from the command line.
struct StudyRun {
    private let inputs: StudyInputs
    private let threads: Int
    private let resumes: Bool
    private let shard: Shard?
    /// Folder of shards that are taken over.
    private let shards: String?
    private let format: RowFormat
    private let folder: String
    private let began = Date()

    init(_ inputs: StudyInputs, _ arguments: Arguments) throws {
        self.inputs = inputs
        threads = arguments.threads
        shard = try arguments.shard()
        shards = arguments.optionalText("join")
        if shard != nil, shards != nil {
            throw UsageError(
                "--join takes all shards together, --shard plays one",
                "--join 合并全部分片，--shard 只推演其一，不能同用"
            )
        }
        resumes = arguments.has("resume") || shards != nil
        format = RowFormat(inputs.scenario.scoring)
        let usual = "Results/\(inputs.scenarioName)/\(inputs.name)"
        let part = shard.map { "/shards/\($0.index)-of-\($0.count)" } ?? ""
        folder = arguments.optionalText("out") ?? usual + part
    }

    /// Whether only a part of the points is played.
    var isPart: Bool { shard != nil }

    /// Numbers of the points that are played.
    private var points: Range<Int> {
        guard let shard else { return study.points.indices }
        let part = shard.drills(of: UInt64(study.points.count))
        return Int(part.lowerBound)..<Int(part.upperBound)
    }

    private var study: StudyFile { inputs.study }

    private var manifest: StudyManifest {
        var manifest = StudyManifest(
            program: DrillProgram.title,
            study: Manifest.Input(name: inputs.name, sha256: SHA256.of(study.source.bytes)),
            scenario: Manifest.Input(
                name: inputs.scenarioName,
                sha256: SHA256.of(inputs.scenario.source.bytes)
            ),
            plans: inputs.plans.map {
                Manifest.Input(name: $0.name, sha256: SHA256.of($0.source.bytes))
            },
            seed: study.seed,
            format: format
        )
        manifest.shard = shard
        return manifest
    }

    /// Takes over the rows of shards, where that is asked for.
    func join() throws {
        guard let shards else { return }
        try StudyMerge(shards, manifest: manifest).join(into: folder, format: format)
    }

    /// Writes down that a part is done.
    func endPart(_ rows: StudyRows) throws -> ExitStatus {
        let text = manifest.json(digest: rows.digest).indented
        try OutputFile.write(text, to: folder + "/" + Manifest.fileName)
        let count = rows.counts.reduce(0, +)
        let part = shard?.text ?? ""
        let message = Bilingual(
            "shard \(part): \(points.count) points, \(count) drills\n",
            "分片 \(part)：\(points.count) 个设计点，\(count) 次推演\n"
        )
        try Console.print(message[inputs.language] + end(rows))
        return rows.status(inputs.language)
    }

    /// How far every point is.
    struct State {
        var counts: [Int]
        /// Rules of the point that is played, made anew for each.
        var rule: StopRule?
        var problem: OutputError?
        /// Drills in which something was found that must not be, of all points.
        var failed: [UInt64] = []
        /// Whether the point that is played has all its drills.
        func isDone(_ point: Int, _ drills: Int) -> Bool {
            counts[point] == drills || rule?.isMet == true
        }
    }

    /// Plays all points that are not there yet.
    ///
    /// - Returns: All rows; nil where it was interrupted.
    func play() throws -> StudyRows? {
        Interruption.listen()
        var start = State(counts: study.points.map { _ in 0 }, rule: study.until?.rule)
        var current = points.lowerBound
        let journal = try StudyJournal(
            path: folder,
            manifest: manifest,
            format: format,
            resume: resumes
        ) { point, drill, values in
            if current < points.upperBound, start.isDone(current, study.drills) {
                current += 1
                start.rule = study.until?.rule
            }
            guard point == current, point < points.upperBound, drill == start.counts[point] else {
                return false
            }
            start.counts[point] += 1
            _ = start.rule?.add(values)
            return true
        }
        let state = Mutex(start)
        guard try play(from: current, journal, state) else { return nil }
        let digest = try journal.finish()
        return StudyRows(
            table: journal.table,
            digest: digest,
            counts: state.withLock { $0.counts },
            failed: state.withLock { $0.failed }
        )
    }

    private func play(
        from first: Int,
        _ journal: StudyJournal,
        _ state: borrowing Mutex<State>
    ) throws -> Bool {
        let total = points.count * study.drills
        let progress = Progress(
            total: total,
            before: journal.rowCount,
            language: inputs.language
        )
        var setups = SetupSource(inputs)
        defer { progress.finish() }
        for point in first..<max(first, points.upperBound) {
            if point > first { state.withLock { $0.rule = study.until?.rule } }
            guard !state.withLock({ $0.isDone(point, study.drills) }) else { continue }
            let setup = try setups.setup(of: study.points[point])
            let progressed = Played(
                journal,
                progress,
                before: (point - points.lowerBound) * study.drills
            )
            try play(point, setup.byteForm, progressed, state)
            if let problem = state.withLock({ $0.problem }) { throw problem }
            guard !Interruption.isAsked else { return false }
        }
        return true
    }

    /// What the threads that play share.
    private final class Played: Sendable {
        nonisolated(unsafe) let journal: StudyJournal
        let progress: Progress
        let before: Int

        init(_ journal: StudyJournal, _ progress: Progress, before: Int) {
            self.journal = journal
            self.progress = progress
            self.before = before
        }
    }

    private func play(
        _ point: Int,
        _ setup: [UInt8],
        _ played: Played,
        _ shared: borrowing Mutex<State>
    ) throws {
        let start = shared.withLock { $0 }
        let box = StateBox(start)
        let drills = UInt64(start.counts[point])..<UInt64(study.drills)
        var batch = Batch(setup: setup, seed: study.seed, drills: drills, threads: threads)
        batch.curvesEnd = 0
        let format = format
        try batch.run(preparing: { ($0, format.line($0)) }) { row, line in
            box.state.withLock { state in
                if row.violation != nil { state.failed.append(row.number) }
                do throws(OutputError) {
                    try played.journal.append(line, point: point)
                } catch {
                    state.problem = error
                    return false
                }
                state.counts[point] += 1
                played.progress.show(played.before + state.counts[point])
                let isEnough = state.rule?.add(row.values) ?? false
                return !isEnough && !Interruption.isAsked
            }
        }
        let end = box.state.withLock { $0 }
        shared.withLock { $0 = end }
    }

    private final class StateBox: Sendable {
        let state: Mutex<State>
        init(_ value: State) { state = Mutex(value) }
    }

    // MARK: Ending

    /// Writes the tables, and the manifest last.
    func finish(_ rows: StudyRows, _ tables: StudyReport) throws {
        for (name, text) in tables.files(inputs.language) {
            try OutputFile.write(text, to: folder + "/" + name)
        }
        let text = manifest.json(digest: rows.digest).indented
        try OutputFile.write(text, to: folder + "/" + Manifest.fileName)
        let runtime = JSONValue.object([
            ("format", .integer(1)),
            ("command", .list(CommandLine.arguments.map { .text($0) })),
            ("threads", .integer(threads)),
            ("wallSeconds", .number(Date().timeIntervalSince(began))),
        ])
        try OutputFile.write(runtime.indented, to: folder + "/run.json")
    }

    /// Says where the results are.
    func end(_ rows: StudyRows) -> String { BatchPrint.end(rows.digest, folder, inputs.language) }

    /// Says how an interrupted study goes on.
    func sayInterrupted() -> ExitStatus {
        let message = Bilingual(
            "interrupted; what is done is kept in \(folder), and --resume goes on\n",
            "已中断；完成的推演保存在 \(folder)，用 --resume 继续\n"
        )
        Console.complain(message[inputs.language])
        return Interruption.status
    }

    // MARK: Selection

    /// Selects the best point, playing more drills where that is needed.
    ///
    /// - Returns: What was found; nil where nothing is to be selected or where it was interrupted.
    func select(_ rows: StudyRows) throws -> SelectionResult? {
        guard let wanted = study.selection else { return nil }
        let values = try rows.values(wanted.aim.measure)
        var source = MoreDrills(inputs, aim: wanted.aim, threads: threads)
        for (point, values) in zip(study.points, values) { source.add(point, knowing: values) }
        if wanted.isWithinBudget {
            for values in values {
                try MoreDrills.requireMeans(of: values, wanted.aim.measure, study)
            }
            return try SelectionResult.ocba(&source, wanted)
        }
        return try SelectionResult.kimNelson(
            &source,
            wanted,
            among: Array(study.points.indices),
            firstStage: min(50, study.drills)
        )
    }

    /// Searches for a good combination of levels.
    ///
    /// - Returns: What was found; nil where nothing is searched or where it was interrupted.
    func search() throws -> SearchResult? {
        guard let wanted = study.search else { return nil }
        var search = StudySearch(inputs, wanted, threads: threads)
        return try search.run()
    }
}

/// Makes setups of points, and keeps the scenario from one to the next where it is the same.
struct SetupSource {
    private let inputs: StudyInputs
    private var last: ScenarioFile?

    init(_ inputs: StudyInputs) {
        self.inputs = inputs
    }

    /// Returns the setup of a point.
    ///
    /// - Throws: `InputProblem` where its levels do not go together.
    mutating func setup(of point: StudyPoint) throws -> Setup {
        let plan = inputs.plans[point.plan]
        let sources = inputs.study.sources(of: point, inputs.scenario.source, plan.source)
        var diagnostics = Diagnostics()
        let scenario: ScenarioFile
        if let last, last.source.bytes == sources.scenario.bytes {
            scenario = last
        } else {
            scenario = ScenarioFile.read(sources.scenario, into: &diagnostics)
        }
        let file = PlanFile.read(sources.plan, for: scenario, into: &diagnostics)
        guard !diagnostics.hasErrors else {
            let cells = zip(inputs.study.factors, inputs.study.cells(of: point))
                .map { "\($0.name.id) \($1)" }.joined(separator: ", ")
            let text = DiagnosticRenderer(language: inputs.language).text(diagnostics)
            let head = Bilingual(
                "error: levels that do not go together: \(cells)\n",
                "错误：以下水平不能同时采用：\(cells)\n"
            )
            throw InputProblem(text: head[inputs.language] + text)
        }
        last = scenario
        var setup = Setup()
        setup.scenario = scenario.scenario
        setup.plan = file.plan
        setup.scoring = scenario.scoring
        return setup
    }
}
