public import Scoring
import Wording

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

    /// Appends whole rows that were played elsewhere.
    func append(rows bytes: UnsafeRawBufferPointer) throws(OutputError) {
        try append(Array(bytes))
    }

    private func append(_ bytes: [UInt8]) throws(OutputError) {
        try rows.appendLasting(bytes)
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
