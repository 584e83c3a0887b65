import Experiments
import Foundation
import Wording

/// The finished results of a batch, or of a part of one, as they lie in a folder.
public struct ResultFolder: Sendable {
    /// Path of the folder.
    public let path: String
    /// What the results are of.
    public let manifest: Manifest

    /// Opens a folder.
    ///
    /// - Throws: `ResultMismatch` where there are no results that this program reads.
    public init(_ path: String) throws {
        guard let manifest = try Manifest.read(in: path) else {
            throw ResultMismatch(
                path: path,
                [
                    Bilingual(
                        "there is no manifest.json: no results lie here",
                        "没有 manifest.json：此处没有结果"
                    )
                ]
            )
        }
        self.path = path
        self.manifest = manifest
    }

    /// Numbers of the drills.
    public var drills: Range<UInt64> {
        let all = UInt64(manifest.drills)
        return manifest.shard?.drills(of: all) ?? 0..<all
    }

    /// Path of the table of drills.
    public var tablePath: String { path + "/" + RowJournal.rowsName }

    /// The table of drills.
    public var table: RowFile {
        let columns = manifest.columns.split(separator: ",").count
        return RowFile(path: tablePath, columnCount: columns, rowCount: drills.count)
    }

    /// Drills in which something was found that must not be.
    public var failed: [UInt64] {
        get throws(OutputError) { try Failures.read(in: path).filter { drills.contains($0) } }
    }

    /// Returns the SHA-256 of the table as it is now.
    public func digest() throws(OutputError) -> String { try RowFile.digest(of: tablePath) }

    /// Reads the curves of the first drills of an unfinished batch or of a part.
    ///
    /// - Parameters:
    ///   - folder: Folder of the results.
    ///   - pointCount: Points of all curves of one drill.
    /// - Returns: Curves drill by drill; none where the folder keeps none.
    /// - Throws: Where they cannot be read.
    public static func curves(
        in folder: String,
        pointCount: Int
    ) throws(OutputError) -> [[Float]] {
        let path = folder + "/" + RowJournal.curvesName
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try CurveBytes.read(path, pointCount: pointCount)
    }

    /// Takes away what only a batch that is not finished needs.
    public static func removeParts(in folder: String) {
        try? FileManager.default.removeItem(atPath: folder + "/" + RowJournal.curvesName)
    }

    /// Returns the folders of results in a folder that has none of its own, else the folder itself.
    public static func folders(in path: String) -> [String] {
        let files = FileManager.default
        let hasResults = { (folder: String) in
            files.fileExists(atPath: folder + "/" + Manifest.fileName)
        }
        guard !hasResults(path) else { return [path] }
        let inner = ((try? files.contentsOfDirectory(atPath: path)) ?? []).sorted()
        let found = inner.map { path + "/" + $0 }.filter(hasResults)
        return found.isEmpty ? [path] : found
    }
}
