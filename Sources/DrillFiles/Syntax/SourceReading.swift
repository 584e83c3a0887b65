import Foundation
import Wording

extension SourceText {
    /// Largest file that is read [bytes], 64 MiB -- constant.
    public static let byteLimit = 64 << 20

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: Path of the file; messages show it as given.
    ///   - diagnostics: Takes an error if the file cannot be read or is too large.
    ///   - limit: Largest file that is read [bytes].
    /// - Returns: The text, or nil where an error was added.
    public static func read(
        at path: String,
        into diagnostics: inout Diagnostics,
        limit: Int = byteLimit
    ) -> SourceText? {
        let nowhere = SourceText(path: path, bytes: []).whole
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            diagnostics.error(.noSuchFile(at: nowhere))
            return nil
        }
        guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path),
            let data = try? file.read(upToCount: limit + 1) ?? Data()
        else {
            diagnostics.error(.unreadable(at: nowhere, isFolder: isFolder.boolValue))
            return nil
        }
        guard data.count <= limit else {
            diagnostics.error(.tooLarge(at: nowhere, limit))
            return nil
        }
        return SourceText(path: path, bytes: [UInt8](data))
    }
}

extension Diagnostic {
    fileprivate static func noSuchFile(at range: SourceRange) -> Diagnostic {
        Diagnostic("no-such-file", at: range, Bilingual("there is no such file", "没有这个文件"))
    }

    fileprivate static func unreadable(at range: SourceRange, isFolder: Bool) -> Diagnostic {
        Diagnostic(
            "unreadable-file",
            at: range,
            isFolder
                ? Bilingual("this is a folder, not a file", "这是文件夹，不是文件")
                : Bilingual("the file cannot be read", "文件无法读取"),
            help: isFolder
                ? nil : Bilingual("check the permissions of the file", "请检查文件的访问权限")
        )
    }

    static func tooLarge(at range: SourceRange, _ bytes: Int = SourceText.byteLimit) -> Diagnostic {
        let limit = bytes >> 20
        return Diagnostic(
            "file-too-large",
            at: range,
            Bilingual("the file is larger than \(limit) MiB", "文件超过 \(limit) MiB"),
            help: Bilingual("divide it into several files", "请拆分为多个文件")
        )
    }
}
