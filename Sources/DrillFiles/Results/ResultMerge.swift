import Experiments
import Foundation
import Scoring
import Wording

/// Parts of one batch that were played apart, to be joined.
public struct ResultMerge: Sendable {
    /// The parts, in the order of drills.
    public let parts: [ResultFolder]

    /// What the whole is of, without its assumptions.
    public var manifest: Manifest {
        var manifest = parts[0].manifest
        manifest.shard = nil
        return manifest
    }

    /// Opens the parts and sees whether they belong together.
    ///
    /// A part that is there twice with the same rows is taken once.
    ///
    /// - Parameter folders: Folders of the parts in any order, at least one.
    /// - Throws: `ResultMismatch` where parts do not belong together or were changed, `TryAgain` where
    ///   parts are missing or not finished.
    public init(_ folders: [String]) throws {
        let all = try folders.map { try ResultFolder($0) }
        for part in all { try Self.check(part, against: all[0]) }
        let count = all[0].manifest.shard?.count ?? 1
        var places = [ResultFolder?](repeating: nil, count: count)
        for part in all {
            let index = (part.manifest.shard?.index ?? 1) - 1
            if let other = places[index] { try Self.checkEqual(part, other) }
            places[index] = part
        }
        let unfinished = all.filter { $0.manifest.digest == nil }
        let missing = places.indices.filter { places[$0] == nil }
        guard missing.isEmpty, unfinished.isEmpty else {
            throw Self.notReady(missing.map { $0 + 1 }, unfinished, of: all[0])
        }
        parts = places.compactMap { $0 }
        for part in parts { try Self.checkRows(of: part) }
    }

    private static func check(_ part: ResultFolder, against first: ResultFolder) throws {
        guard part.manifest.shard != nil else {
            throw ResultMismatch(
                path: part.path,
                [Bilingual("these are results of a whole batch, not of a shard", "这是完整批次的结果，不是分片")]
            )
        }
        var found = first.manifest.originDifferences(from: part.manifest)
        let (own, its) = (first.manifest, part.manifest)
        if own.drills != its.drills || own.shard?.count != its.shard?.count {
            found.append(
                Bilingual(
                    "it is cut differently: \(its.shard?.count ?? 1) parts of \(its.drills) drills there, "
                        + "\(own.shard?.count ?? 1) parts of \(own.drills) drills in \(first.path)",
                    "分法不同：此处将 \(its.drills) 次推演分为 \(its.shard?.count ?? 1) 份，"
                        + "\(first.path) 则将 \(own.drills) 次分为 \(own.shard?.count ?? 1) 份"
                )
            )
        }
        guard found.isEmpty else { throw ResultMismatch(path: part.path, found) }
    }

    private static func checkEqual(_ part: ResultFolder, _ other: ResultFolder) throws {
        guard part.manifest.digest != other.manifest.digest else { return }
        let shard = part.manifest.shard?.text ?? ""
        throw ResultMismatch(
            path: part.path,
            [.shardTwice(shard, other.path)]
        )
    }

    private static func checkRows(of part: ResultFolder) throws {
        guard try part.digest() != part.manifest.digest else { return }
        throw ResultMismatch(
            path: part.tablePath,
            [.rowsChanged]
        )
    }

    private static func notReady(
        _ missing: [Int],
        _ unfinished: [ResultFolder],
        of first: ResultFolder
    ) -> TryAgain {
        let count = first.manifest.shard?.count ?? 1
        var parts: [Bilingual] = []
        if !missing.isEmpty {
            var manifest = first.manifest
            manifest.shard = missing.first.flatMap { Shard($0, of: count) }
            parts.append(.missingShards(missing, of: count, command: manifest.command))
        }
        let open = unfinished.compactMap { $0.manifest.shard?.index }
        if !open.isEmpty {
            let list = Bilingual.shardList(open)
            parts.append(Bilingual("not finished: \(list)", "未完成：\(list)"))
        }
        let text = parts.dropFirst().reduce(parts[0]) { $0 + Bilingual("; ", "；") + $1 }
        return TryAgain(path: first.path, text)
    }

    /// Writes the rows of all parts as one table.
    ///
    /// - Parameters:
    ///   - path: Folder of the whole, created where it is not there.
    ///   - pointCount: Points of all curves of one drill.
    /// - Returns: The whole.
    /// - Throws: `OutputError` where it cannot be written, `TryAgain` where another process writes there.
    public func join(into path: String, pointCount: Int) throws -> BatchResult {
        try OutputFile.makeFolder(path + "/inputs")
        let digest = try joinRows(into: path)
        let columns = manifest.columns.split(separator: ",").map { String($0) }
        let table = RowFile(
            path: path + "/" + RowJournal.rowsName,
            columnCount: columns.count,
            rowCount: manifest.drills
        )
        let measures = Measure.inRows.filter { columns.contains($0.name) }
        var result = BatchResult(table, firstDrill: 0, measures)
        result.digest = digest
        try joinFailures(into: path, &result)
        for part in parts where part.drills.lowerBound < UInt64(BatchResult.curveLimit) {
            result.curves += try ResultFolder.curves(in: part.path, pointCount: pointCount)
        }
        return result
    }

    private func joinRows(into path: String) throws -> String {
        let whole = try AppendedFile(path + "/" + RowJournal.rowsName)
        try whole.lock()
        for name in [Manifest.fileName] + RowJournal.laterNames {
            OutputFile.remove(path + "/" + name)
        }
        try whole.cut(to: 0)
        var digest = SHA256()
        var problem: OutputError?
        func add(_ bytes: UnsafeRawBufferPointer) -> Bool {
            digest.add(bytes)
            do throws(OutputError) { try whole.append(bytes) } catch { problem = error }
            return problem == nil
        }
        _ = Array((manifest.columns + "\n").utf8).withUnsafeBytes { add($0) }
        for part in parts where problem == nil {
            try RowFile.forEachBlock(of: part.tablePath, behindHeader: true, add)
        }
        if let problem { throw problem }
        try whole.synchronize()
        return digest.hexadecimal()
    }

    private func joinFailures(into path: String, _ result: inout BatchResult) throws {
        var lines: [String] = []
        for part in parts {
            lines += try Failures.lines(in: part.path)
            result.failed += try part.failed
        }
        let file = path + "/" + RowJournal.failuresName
        guard !lines.isEmpty else {
            try? FileManager.default.removeItem(atPath: file)
            return
        }
        try OutputFile.write((["drill,reason"] + lines).map { $0 + "\n" }.joined(), to: file)
    }
}

/// The lines of a table, one after another.
public final class RowLines {
    private let file: FileHandle
    private let path: String
    private var block: [UInt8] = []
    private var place = 0

    /// Opens a table behind its header.
    public init(_ path: String) throws(OutputError) {
        self.path = path
        do {
            file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw OutputError(reading: path, error)
        }
        _ = try next()
    }

    /// Returns the next line with its line feed, or nil at the end; the last may have none.
    public func next() throws(OutputError) -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if place == block.count {
                block = try read()
                place = 0
                if block.isEmpty { return line.isEmpty ? nil : line }
            }
            let rest = block[place...]
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                line += rest
                place = block.count
                continue
            }
            line += rest[...end]
            place = end + 1
            return line
        }
    }

    private func read() throws(OutputError) -> [UInt8] {
        do {
            return [UInt8](try file.read(upToCount: RowFile.blockSize) ?? Data())
        } catch {
            throw OutputError(reading: path, error)
        }
    }
}

extension Bilingual {
    /// A table whose bytes are not those that its manifest was written for.
    static let rowsChanged = Bilingual(
        "its digest is not the one in the manifest: the rows were changed",
        "摘要与清单不符：数据已被改动"
    )

    /// A shard that is there twice with different rows.
    static func shardTwice(_ shard: String, _ other: String) -> Bilingual {
        Bilingual(
            "shard \(shard) is also in \(other), with other rows",
            "分片 \(shard) 在 \(other) 中也有，且数据不同"
        )
    }

    /// Shards that are missing, and how to play the first of them.
    static func missingShards(_ missing: [Int], of count: Int, command: String) -> Bilingual {
        let list = shardList(missing)
        return Bilingual(
            "missing of \(count) shards: \(list); play them like \(command)",
            "共 \(count) 个分片，缺少：\(list)；补做命令如 \(command)"
        )
    }

    /// Numbers of shards as readers see them, not more than twenty.
    fileprivate static func shardList(_ numbers: [Int]) -> String {
        numbers.prefix(20).map { "\($0)" }.joined(separator: ", ")
            + (numbers.count > 20 ? ", …" : "")
    }
}
