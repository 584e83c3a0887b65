import Foundation
public import Scoring
import Wording

/// What a study's results are of, as it stands in `manifest.json`.
public struct StudyManifest: Sendable {
    /// Name and version of the program.
    public let program: String
    /// Study.
    public let study: Manifest.Input
    /// Scenario.
    public let scenario: Manifest.Input
    /// Plans in the order of the study.
    public let plans: [Manifest.Input]
    /// Seed.
    public let seed: UInt64
    /// Names of the columns, with commas between.
    public let columns: String

    /// Creates a manifest.
    public init(
        program: String,
        study: Manifest.Input,
        scenario: Manifest.Input,
        plans: [Manifest.Input],
        seed: UInt64,
        format: RowFormat
    ) {
        self.program = program
        self.study = study
        self.scenario = scenario
        self.plans = plans
        self.seed = seed
        columns = "point," + format.columns.joined(separator: ",")
    }

    /// The object that `manifest.json` holds; without a digest while rows are missing.
    public func json(digest: String?) -> JSONValue {
        func json(_ input: Manifest.Input) -> JSONValue {
            .object([("name", .text(input.name)), ("sha256", .text(input.sha256))])
        }
        return .object([
            ("format", .integer(1)), ("program", .text(program)), ("study", json(study)),
            ("scenario", json(scenario)), ("plans", .list(plans.map(json))),
            ("seed", .text("\(seed)")), ("digest", digest.map { .text($0) } ?? .null),
            ("command", .text("drill study Scenarios/\(scenario.name)/\(study.name).jsonc")),
            ("columns", .text(columns)),
        ])
    }

    /// Says what differs from the manifest in a folder; nothing where it is the same, nil where there
    /// is none.
    ///
    /// - Throws: `ResultMismatch` where it cannot be read.
    func differences(in folder: String) throws -> [Bilingual]? {
        let path = folder + "/" + Manifest.fileName
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics) else {
            throw ResultMismatch(path: path, [Bilingual("it cannot be read", "无法读取")])
        }
        let root = Parser.parse(source, into: &diagnostics)
        func sums(_ node: SyntaxNode?) -> [String] {
            node.map { $0.children.map { $0["sha256"]?.text ?? "" } } ?? []
        }
        let pairs: [(Bool, Bilingual)] = [
            (root["program"]?.text == program, Bilingual("the program", "程序")),
            (root["study"]?["sha256"]?.text == study.sha256, Bilingual("the study", "研究文件")),
            (root["scenario"]?["sha256"]?.text == scenario.sha256, Bilingual("the scenario", "情景")),
            (sums(root["plans"]) == plans.map { $0.sha256 }, Bilingual("a plan", "预案")),
            (root["columns"]?.text == columns, Bilingual("the columns of the table", "数据表的列")),
        ]
        return pairs.filter { !$0.0 }.map {
            Bilingual(
                $0.1.english + " is not the one that the results there were made with",
                "现有结果所用的\($0.1.chinese)与此不同"
            )
        }
    }
}

/// The growing table of a study: the rows of all its points, point after point.
///
/// It survives what the table of a batch survives, in the same ways.
public final class StudyJournal {
    /// Folder of the results.
    public let path: String
    private let manifest: StudyManifest
    private var rows: AppendedFile
    private var digest = SHA256()
    /// Rows that are in the table.
    public private(set) var rowCount = 0

    /// Opens the folder of a study and takes hold of it.
    ///
    /// - Parameters:
    ///   - path: Folder, created where it is not there.
    ///   - manifest: What the rows are of.
    ///   - format: How rows stand in the table.
    ///   - resume: Whether rows that are there are kept.
    ///   - accept: Receives the number of the point, that of the drill and the measures of every row that
    ///     is there, and tells whether it is the one that belongs there.
    /// - Throws: As `RowJournal`.
    public init(
        path: String,
        manifest: StudyManifest,
        format: RowFormat,
        resume: Bool,
        accept: (Int, UInt64, MeasureValues) -> Bool
    ) throws {
        self.path = path
        self.manifest = manifest
        try OutputFile.makeFolder(path)
        rows = try AppendedFile(path + "/" + RowJournal.rowsName)
        try rows.lock()
        let differences = resume ? try manifest.differences(in: path) : nil
        if let differences, !differences.isEmpty {
            throw ResultMismatch(path: path, differences)
        }
        if resume, differences == nil, rows.length > 0 {
            throw ResultMismatch(path: path, [.rowsOfUnknownOrigin])
        }
        if differences == nil { try rows.cut(to: 0) }
        try recover(format, accept)
        let text = manifest.json(digest: nil).indented
        try OutputFile.write(text, to: path + "/" + Manifest.fileName)
    }

    private func recover(
        _ format: RowFormat,
        _ accept: (Int, UInt64, MeasureValues) -> Bool
    ) throws {
        let header = Array((manifest.columns + "\n").utf8)
        guard rows.length >= header.count, try rows.begins(with: header) else {
            try rows.cut(to: 0)
            try append(header)
            return
        }
        let columns = format.columns.count + 1
        var scanner = RowScanner(columnCount: columns, wanted: Array(0..<columns))
        let file = path + "/" + RowJournal.rowsName
        try RowFile.forEachBlock(of: file, behindHeader: true) { block in
            scanner.feed(block) { values in
                guard values[0] >= 0, values[0] < 1e9, values[1] >= 0, values[1] < 1e15 else {
                    return false
                }
                let measures = format.values(Array(values.dropFirst()))
                let row = (Int(values[0]), UInt64(values[1]))
                guard accept(row.0, row.1, measures) else { return false }
                rowCount += 1
                return true
            }
        }
        try rows.cut(to: UInt64(header.count + scanner.byteCount))
        try RowFile.forEachBlock(of: file, behindHeader: false) { block in
            digest.add(block)
            return true
        }
    }

    /// Appends the line of the next drill of a point, made by the format of rows.
    public func append(_ line: String, point: Int) throws(OutputError) {
        try append(Array("\(point),\(line)".utf8))
        rowCount += 1
    }

    private func append(_ bytes: [UInt8]) throws(OutputError) {
        try rows.append(bytes)
        digest.add(bytes)
    }

    /// Ends the table.
    ///
    /// - Returns: SHA-256 of its bytes.
    /// - Throws: Where it cannot be written.
    public func finish() throws(OutputError) -> String {
        try rows.synchronize()
        return digest.hexadecimal()
    }

    /// The table, to be read from.
    public var table: RowFile {
        RowFile(
            path: path + "/" + RowJournal.rowsName,
            columnCount: manifest.columns.split(separator: ",").count,
            rowCount: rowCount
        )
    }
}
