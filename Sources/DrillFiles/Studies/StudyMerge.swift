import Experiments
import Foundation
import Wording

/// Shards of one study that were played apart, to be joined.
public struct StudyMerge {
    private let manifest: StudyManifest
    /// Folders of the shards, in the order of points.
    private let parts: [String]

    /// Looks whether the shards in a folder are all there and belong to a study.
    ///
    /// - Parameters:
    ///   - folder: Folder that holds the folders of the shards, in any order.
    ///   - manifest: What the whole is of.
    /// - Throws: `ResultMismatch` where a shard is of something else, or was changed; `TryAgain` where one
    ///   is missing or not finished.
    public init(_ folder: String, manifest: StudyManifest) throws {
        self.manifest = manifest
        let folders = ResultFolder.folders(in: folder)
        let shards = try folders.map { try Self.shard(in: $0) }
        let count = shards[0].count
        var places = [String?](repeating: nil, count: count)
        for (path, shard) in zip(folders, shards) {
            guard shard.count == count else { throw Self.cutDifferently(path, shard, count) }
            try Self.check(path, shard, against: manifest)
            if let other = places[shard.index - 1] { try Self.checkEqual(path, other, shard) }
            places[shard.index - 1] = path
        }
        let missing = places.indices.filter { places[$0] == nil }.map { $0 + 1 }
        guard missing.isEmpty else { throw Self.missing(missing, of: count, folder, manifest) }
        parts = places.compactMap { $0 }
    }

    /// Reads which part of a study lies in a folder.
    private static func shard(in folder: String) throws -> Shard {
        let text = try root(of: folder)?["shard"]?.text
        guard let shard = text.flatMap({ Shard($0) }) else {
            throw ResultMismatch(
                path: folder,
                [Bilingual("there is no shard of a study here", "此处没有研究的分片")]
            )
        }
        return shard
    }

    private static func root(of folder: String) throws -> SyntaxNode? {
        let path = folder + "/" + Manifest.fileName
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics) else { return nil }
        return Parser.parse(source, into: &diagnostics)
    }

    private static func check(
        _ path: String,
        _ shard: Shard,
        against whole: StudyManifest
    ) throws {
        var own = whole
        own.shard = shard
        let differences = try own.differences(in: path) ?? []
        guard differences.isEmpty else { throw ResultMismatch(path: path, differences) }
        guard let wanted = try root(of: path)?["digest"], wanted.kind == .text else {
            throw TryAgain(
                path: path,
                Bilingual("shard \(shard.text) is not finished", "分片 \(shard.text) 尚未完成")
            )
        }
        guard try RowFile.digest(of: path + "/" + RowJournal.rowsName) != wanted.text else {
            return
        }
        throw ResultMismatch(path: path + "/" + RowJournal.rowsName, [.rowsChanged])
    }

    /// Sees to it that a shard that is there twice has the same rows.
    private static func checkEqual(_ path: String, _ other: String, _ shard: Shard) throws {
        let digests = try [path, other].map { try root(of: $0)?["digest"]?.text }
        guard digests[0] != digests[1] else { return }
        throw ResultMismatch(path: path, [.shardTwice(shard.text, other)])
    }

    private static func cutDifferently(
        _ path: String,
        _ shard: Shard,
        _ count: Int
    ) -> ResultMismatch {
        ResultMismatch(
            path: path,
            [
                Bilingual(
                    "it is cut differently: this is shard \(shard.text), others are of \(count)",
                    "分法不同：此为分片 \(shard.text)，其余共 \(count) 份"
                )
            ]
        )
    }

    private static func missing(
        _ numbers: [Int],
        of count: Int,
        _ folder: String,
        _ manifest: StudyManifest
    ) -> TryAgain {
        var first = manifest
        first.shard = numbers.first.flatMap { Shard($0, of: count) }
        return TryAgain(
            path: folder,
            .missingShards(numbers, of: count, command: first.command)
        )
    }

    /// Writes the rows of all shards as one table, as if they had been played there.
    ///
    /// - Parameters:
    ///   - path: Folder of the whole, created where it is not there.
    ///   - format: How rows stand in the table.
    /// - Throws: `OutputError` where it cannot be written, `ResultMismatch` where a shard lies there, `TryAgain`
    ///   where another process writes there.
    public func join(into path: String, format: RowFormat) throws {
        let target = URL(fileURLWithPath: path).standardizedFileURL.path
        if parts.contains(where: { URL(fileURLWithPath: $0).standardizedFileURL.path == target }) {
            throw ResultMismatch(
                path: path,
                [
                    Bilingual(
                        "a shard lies here, and the whole would replace it; choose another folder with --out",
                        "此处是分片文件夹，合并结果会将其覆盖；请用 --out 另选文件夹"
                    )
                ]
            )
        }
        let whole = try StudyJournal(
            path: path,
            manifest: manifest,
            format: format,
            resume: false
        ) { _, _, _ in false }
        var problem: OutputError?
        for part in parts where problem == nil {
            try RowFile.forEachBlock(of: part + "/" + RowJournal.rowsName, behindHeader: true) {
                block in
                do throws(OutputError) { try whole.append(rows: block) } catch { problem = error }
                return problem == nil
            }
        }
        if let problem { throw problem }
        _ = try whole.finish()
    }
}
