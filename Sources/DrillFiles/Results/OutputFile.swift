public import Foundation
public import Wording

/// A file or folder that could not be written or read.
public struct OutputError: Error, Sendable {
    /// Path as shown.
    public let path: String
    /// What stands in the way.
    public let reason: Bilingual

    /// Creates an error from what the system says of writing.
    init(path: String, _ error: any Error) {
        self.path = path
        reason = Self.reason(Self.systemCode(of: error))
    }

    /// Creates an error from what the system says of reading.
    init(reading path: String, _ error: any Error) {
        self.path = path
        reason =
            switch Self.systemCode(of: error) {
            case EACCES, EPERM: Bilingual("no permission to read it", "没有读取权限")
            case ENOENT: Bilingual("there is no such file", "文件不存在")
            case EISDIR: Bilingual("this is a folder, not a file", "这是文件夹，不是文件")
            default: Bilingual("it cannot be read", "无法读取")
            }
    }

    /// Creates an error with a reason of its own.
    public init(path: String, _ reason: Bilingual) {
        self.path = path
        self.reason = reason
    }

    /// Creates an error from a number of the system.
    init(path: String, systemCode: Int32) {
        self.path = path
        reason = Self.reason(systemCode)
    }

    /// Number of the system's error below what Foundation wraps around it; 0 where there is none.
    private static func systemCode(of error: any Error) -> Int32 {
        var current: NSError? = error as NSError
        while let error = current {
            if error.domain == NSPOSIXErrorDomain { return Int32(clamping: error.code) }
            current = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
        }
        switch CocoaError.Code(rawValue: (error as NSError).code) {
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteNoPermission, .fileReadNoPermission: return EACCES
        case .fileWriteVolumeReadOnly: return EROFS
        case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
        case .fileWriteFileExists: return EEXIST
        default: return 0
        }
    }

    private static func reason(_ code: Int32) -> Bilingual {
        switch code {
        case ENOSPC, EDQUOT: Bilingual("there is no space left on the disk", "磁盘空间不足")
        case EACCES, EPERM: Bilingual("no permission to write there", "没有写入权限")
        case EROFS: Bilingual("the disk can only be read", "磁盘为只读")
        case ENOENT: Bilingual("there is no such folder", "文件夹不存在")
        case ENOTDIR, EEXIST:
            Bilingual("a file stands where a folder should be", "路径中有文件占用了文件夹的位置")
        case EISDIR: Bilingual("this is a folder, not a file", "这是文件夹，不是文件")
        case EFBIG: Bilingual("the file would be larger than is allowed", "文件超过允许的大小")
        case 0: Bilingual("it cannot be written", "无法写入")
        default: Bilingual("it cannot be written (error \(code))", "无法写入（错误 \(code)）")
        }
    }
}

/// Files written as a whole, and folders for them.
public enum OutputFile {
    /// Makes a folder with all above it, where it is not there.
    public static func makeFolder(_ path: String) throws(OutputError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OutputError(path: path, error)
        }
    }

    /// Writes a file, or replaces it as a whole; what is no plain file, such as a terminal, is written
    /// to instead.
    public static func write(_ text: String, to path: String) throws(OutputError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a file, or replaces it as a whole; what is no plain file, such as a terminal, is written
    /// to instead.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        do {
            if mayReplace(path) {
                try replace(path, with: bytes)
            } else {
                let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try file.write(contentsOf: Data(bytes))
                try file.close()
            }
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(path: path, error)
        }
    }

    /// Ending of a file that is to replace another one when all of it is written.
    private static let ending = ".part"

    /// Writes beside a file and then puts the new one in its place.
    ///
    /// The name beside it is always the same, so that whoever is killed in between leaves nothing that the next one does not take away.
    private static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) {
        let beside = path + ending
        do {
            try? FileManager.default.removeItem(atPath: beside)
            let file = try AppendedFile(beside)
            try file.append(bytes)
            try file.synchronize()
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw OutputError(path: path, error.reason)
        }
        guard rename(beside, path) == 0 else { throw OutputError(path: path, systemCode: errno) }
    }

    /// Takes a file away, and what was to replace it.
    static func remove(_ path: String) {
        for name in [path, path + ending] { try? FileManager.default.removeItem(atPath: name) }
    }

    /// Writes to a file that is open, such as standard output.
    public static func write(_ text: String, to file: FileHandle) throws(OutputError) {
        do {
            try file.write(contentsOf: Data(text.utf8))
        } catch {
            throw OutputError(path: "-", error)
        }
    }

    /// Tells whether nothing is there, or a plain file.
    private static func mayReplace(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let type = attributes?[.type] as? FileAttributeType else { return true }
        return type == .typeRegular
    }
}
