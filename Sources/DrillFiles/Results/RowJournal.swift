public import Experiments
import Foundation
public import Scoring
public import Wording

/// Something that stands in the way now and may be gone later.
public struct TryAgain: Error, Sendable {
    /// Path as shown.
    public let path: String
    /// What stands in the way, and what to do.
    public let reason: Bilingual

    /// Creates an error.
    public init(path: String, _ reason: Bilingual) {
        self.path = path
        self.reason = reason
    }
}

/// Results that do not fit what is asked for.
public struct ResultMismatch: Error, Sendable {
    /// Path as shown.
    public let path: String
    /// What does not fit, one reason an entry.
    public let reasons: [Bilingual]

    /// Creates an error.
    public init(path: String, _ reasons: [Bilingual]) {
        self.path = path
        self.reasons = reasons
    }
}

extension Bilingual {
    /// Rows that nobody says what they are of: going on would have to wipe them.
    static let rowsOfUnknownOrigin = Bilingual(
        "there are rows but no manifest.json that says what they are of; without --resume they are replaced",
        "有数据行，但没有说明其来源的 manifest.json；不加 --resume 则覆盖重做"
    )
}

/// The growing results of a batch: `drills.csv`, and beside it what rows alone do not tell.
///
/// Rows are appended in the order of drills, each with one write, so that a kill at any moment costs no
/// row that was written; a row that was torn on the way is cut off when the batch goes on. While a
/// process writes, it holds a lock on the table, which ends with the process however that ends.
/// `manifest.json` says from the start what the rows are of, and in the end what their digest is.
public final class RowJournal {
    /// Name of the table of drills.
    public static let rowsName = "drills.csv"
    /// Name of the table of drills in which something was found that must not be.
    static let failuresName = "failed.csv"
    /// Name of the file that keeps curves until they are summed up.
    static let curvesName = "curves.part"

    /// Folder of the results.
    public let path: String
    /// Rows that are in the table.
    public private(set) var rowCount = 0
    /// Bytes that the resumed table had behind its last whole row, and that were cut off.
    public private(set) var tornBytes = 0
    /// Drills in which something was found that must not be.
    public private(set) var failed: [UInt64] = []
    /// Number of the first drill.
    public let firstDrill: UInt64
    /// Drills whose rows are there while their curves are not, since these were summed up and taken
    /// away, or since a kill came between.
    public private(set) var missingCurves: Range<UInt64> = 0..<0

    private let format: RowFormat
    private var digest = SHA256()
    private var length: UInt64 = 0
    private var rows: AppendedFile
    private var curves: AppendedFile?
    private var failures: AppendedFile?

    /// Opens the folder of a batch and takes hold of it.
    ///
    /// - Parameters:
    ///   - path: Folder, created where it is not there.
    ///   - manifest: What the rows are of.
    ///   - format: How rows stand in the table.
    ///   - firstDrill: Number of the first drill.
    ///   - curveBytes: Bytes that the curves of one drill take.
    ///   - resume: Whether rows that are there are kept.
    ///   - replay: Receives every row that is kept, in order.
    /// - Throws: `OutputError` where the system does not let us, `TryAgain` where another process
    ///   writes there, `ResultMismatch` where the rows are not of this batch.
    public init(
        path: String,
        manifest: Manifest,
        format: RowFormat,
        firstDrill: UInt64,
        curveBytes: Int,
        resume: Bool,
        replay: (MeasureValues) -> Void
    ) throws {
        self.path = path
        self.format = format
        self.firstDrill = firstDrill
        try OutputFile.makeFolder(path + "/inputs")
        rows = try AppendedFile(path + "/" + Self.rowsName)
        try rows.lock()
        let old = resume ? try Manifest.read(in: path) : nil
        if resume, old == nil, rows.length > 0 {
            throw ResultMismatch(path: path, [.rowsOfUnknownOrigin])
        }
        if let old {
            let differences = manifest.differences(from: old)
            guard differences.isEmpty else { throw ResultMismatch(path: path, differences) }
            try recover(replay)
            if manifest.drills < rowCount {
                throw ResultMismatch(path: path, [.tooManyRows(rowCount, manifest.drills)])
            }
        }
        try startFiles(manifest, isResumed: old != nil, curveBytes: curveBytes)
    }

    /// Names of the files that are written when all rows are there.
    static let laterNames = [
        "summary.json", "curves.csv", "typical.jsonl", "run.json", "references.json", "report.html",
    ]

    /// Brings all files to the state that the rows are in, and writes down what they are of.
    private func startFiles(_ manifest: Manifest, isResumed: Bool, curveBytes: Int) throws {
        if !isResumed { try rows.cut(to: 0) }
        // What an earlier batch left would contradict the new rows.
        for name in Self.laterNames + (isResumed ? [] : ["manifest.json", Self.failuresName]) {
            OutputFile.remove(path + "/" + name)
        }
        if firstDrill < UInt64(BatchResult.curveLimit) {
            let file = try AppendedFile(path + "/" + Self.curvesName)
            let wanted = min(rowCount, BatchResult.curveLimit - Int(firstDrill))
            let found = curveBytes > 0 ? Int(file.length) / curveBytes : wanted
            try file.cut(to: UInt64(min(found, wanted) * curveBytes))
            missingCurves = firstDrill + UInt64(min(found, wanted))..<firstDrill + UInt64(wanted)
            curves = file
        }
        try OutputFile.write(manifest.json(digest: nil).indented, to: path + "/manifest.json")
        if length == 0 { try write(Array(format.header.utf8)) }
    }

    /// Appends the curves of a drill whose row is there, the first missing first.
    public func restoreCurves(of row: DrillRow) throws(OutputError) {
        try curves?.append(CurveBytes.bytes(row.curves))
    }

    /// Appends the line of the next drill.
    ///
    /// - Parameters:
    ///   - line: The line, made by the format.
    ///   - row: The row it is of.
    /// - Throws: Where it cannot be written; the table then ends with the line before.
    public func append(_ line: [UInt8], of row: DrillRow) throws(OutputError) {
        if let violation = row.violation { try note(violation, of: row.number) }
        if row.number < UInt64(BatchResult.curveLimit), let curves {
            try curves.append(CurveBytes.bytes(row.curves))
        }
        try write(line)
        rowCount += 1
    }

    /// Writes down a drill that went wrong before its row is there, so that no row is without it.
    private func note(_ violation: some Any, of drill: UInt64) throws(OutputError) {
        let file: AppendedFile
        if let failures { file = failures } else { file = try startFailures() }
        let text = "\(violation)".replacing("\"", with: "\"\"")
        try file.append(Array("\(drill),\"\(text)\"\n".utf8))
        failed.append(drill)
    }

    private func startFailures() throws(OutputError) -> AppendedFile {
        let file = try AppendedFile(path + "/" + Self.failuresName)
        if file.length == 0 { try file.append(Array("drill,reason\n".utf8)) }
        failures = file
        return file
    }

    private func write(_ bytes: [UInt8]) throws(OutputError) {
        try rows.appendLasting(bytes)
        digest.add(bytes)
        length += UInt64(bytes.count)
    }

    /// Ends the table.
    ///
    /// - Returns: SHA-256 of its bytes.
    public func finish() throws(OutputError) -> String {
        try rows.synchronize()
        try curves?.synchronize()
        return digest.hexadecimal()
    }

    /// The table, to be read from.
    public var table: RowFile {
        RowFile(
            path: path + "/" + Self.rowsName,
            columnCount: format.columns.count,
            rowCount: rowCount
        )
    }

    // MARK: Going on

    /// Finds the rows that are whole, and cuts the table to them.
    private func recover(_ replay: (MeasureValues) -> Void) throws {
        let file = path + "/" + Self.rowsName
        let header = Array(format.header.utf8)
        guard rows.length >= header.count, try rows.begins(with: header) else {
            tornBytes = Int(rows.length)
            try rows.cut(to: 0)
            return
        }
        let columns = format.columns.count
        var scanner = RowScanner(columnCount: columns, wanted: Array(0..<columns))
        var count = 0
        try RowFile.forEachBlock(of: file, behindHeader: true) { block in
            scanner.feed(block) { values in
                let number = Double(firstDrill + UInt64(count))
                guard values[0] == number else { return false }
                count += 1
                replay(format.values(values))
                return true
            }
        }
        rowCount = count
        length = UInt64(header.count + scanner.byteCount)
        tornBytes = Int(rows.length - length)
        try rows.cut(to: length)
        try digestRows(in: file)
        failed = try Failures.read(in: path).filter { $0 < firstDrill + UInt64(count) }
        try Failures.keep(failed, in: path)
    }

    private func digestRows(in file: String) throws {
        try RowFile.forEachBlock(of: file, behindHeader: false) { block in
            digest.add(block)
            return true
        }
    }
}

extension Bilingual {
    fileprivate static func tooManyRows(_ rows: Int, _ drills: Int) -> Bilingual {
        Bilingual(
            "it holds \(rows) drills, more than the \(drills) that are asked for; nothing was changed",
            "其中已有 \(rows) 次推演，多于所要求的 \(drills) 次；未作任何改动"
        )
    }
}
