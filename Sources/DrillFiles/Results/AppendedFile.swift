import Foundation
import Wording

/// A file that grows at its end.
final class AppendedFile {
    private let path: String
    private let file: FileHandle
    /// Length of the file [bytes].
    private(set) var length: UInt64
    /// Bytes that may not have come to the disk.
    private var unsynced = 0

    /// Opens a file, or creates it; what is in it stays.
    init(_ path: String) throws(OutputError) {
        self.path = path
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputError(path: path, systemCode: errno) }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else { throw OutputError(path: path, systemCode: errno) }
        length = UInt64(end)
    }

    /// Takes hold of the file until it is closed or the process ends, however it ends.
    ///
    /// - Throws: `TryAgain` where another process holds it.
    func lock() throws {
        guard flock(file.fileDescriptor, LOCK_EX | LOCK_NB) != 0 else { return }
        guard errno == EWOULDBLOCK else { throw OutputError(path: path, systemCode: errno) }
        throw TryAgain(
            path: path,
            Bilingual(
                "another process is writing there; wait for it, or choose another folder with --out",
                "另一进程正在写入该文件夹；请等待其结束，或用 --out 另选文件夹"
            )
        )
    }

    /// Appends bytes; where not all of them can be written, none is left.
    func append(_ bytes: some Collection<UInt8>) throws(OutputError) {
        let isDone: Bool? = bytes.withContiguousStorageIfAvailable {
            write(UnsafeRawBufferPointer($0))
        }
        if isDone ?? Array(bytes).withUnsafeBytes({ write($0) }) { return }
        let code = errno
        ftruncate(file.fileDescriptor, off_t(length))
        throw OutputError(path: path, systemCode: code)
    }

    /// Appends bytes of a table that grows for hours: a power cut shall not cost more than a few seconds
    /// of drills.
    func appendLasting(_ bytes: some Collection<UInt8>) throws(OutputError) {
        try append(bytes)
        unsynced += bytes.count
        if unsynced > 4 << 20 { try synchronize() }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        var place = 0
        while place < bytes.count {
            let offset = off_t(length) + off_t(place)
            let written = pwrite(file.fileDescriptor, base + place, bytes.count - place, offset)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            place += written
        }
        length += UInt64(bytes.count)
        return true
    }

    /// Cuts the file off behind a number of bytes.
    func cut(to length: UInt64) throws(OutputError) {
        guard length != self.length else { return }
        guard ftruncate(file.fileDescriptor, off_t(length)) == 0 else {
            throw OutputError(path: path, systemCode: errno)
        }
        self.length = length
    }

    /// Tells whether the file begins with some bytes.
    func begins(with bytes: [UInt8]) throws(OutputError) -> Bool {
        var start = [UInt8](repeating: 0, count: bytes.count)
        let count = pread(file.fileDescriptor, &start, bytes.count, 0)
        guard count >= 0 else { throw OutputError(path: path, systemCode: errno) }
        return count == bytes.count && start == bytes
    }

    /// Makes sure that what was written has come to the disk.
    func synchronize() throws(OutputError) {
        unsynced = 0
        guard fsync(file.fileDescriptor) == 0 || errno == EINVAL else {
            throw OutputError(path: path, systemCode: errno)
        }
    }
}

/// Curves in their own bytes, until they are summed up.
enum CurveBytes {
    /// Returns the points of a drill as bytes, four a point, the lowest first.
    static func bytes(_ points: [Float]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * points.count)
        for point in points {
            withUnsafeBytes(of: point.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// Reads the curves of drills back.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - pointCount: Points of one drill.
    /// - Returns: Points drill by drill.
    /// - Throws: Where the file cannot be read.
    static func read(_ path: String, pointCount: Int) throws(OutputError) -> [[Float]] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw OutputError(reading: path, error)
        }
        let size = 4 * pointCount
        guard size > 0 else { return [] }
        return data.withUnsafeBytes { bytes in
            (0..<bytes.count / size).map { drill in
                (0..<pointCount).map { point in
                    let place = drill * size + 4 * point
                    let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                    return Float(bitPattern: UInt32(littleEndian: word))
                }
            }
        }
    }
}

/// The drills in which something was found that must not be, as they stand in `failed.csv`.
enum Failures {
    /// Reads the numbers; none where there is no such file.
    static func read(in folder: String) throws(OutputError) -> [UInt64] {
        try lines(in: folder).compactMap { UInt64($0.prefix { $0 != "," }) }
    }

    /// Leaves the lines of some drills only, or no file where there are none.
    static func keep(_ drills: [UInt64], in folder: String) throws(OutputError) {
        let path = folder + "/" + RowJournal.failuresName
        guard FileManager.default.fileExists(atPath: path) else { return }
        let lines = try lines(in: folder).filter { line in
            drills.contains { "\($0)" == line.prefix { $0 != "," } }
        }
        guard !lines.isEmpty else {
            try? FileManager.default.removeItem(atPath: path)
            return
        }
        try OutputFile.write((["drill,reason"] + lines).map { $0 + "\n" }.joined(), to: path)
    }

    /// Lines that are whole, without the header.
    static func lines(in folder: String) throws(OutputError) -> [String] {
        let path = folder + "/" + RowJournal.failuresName
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.dropFirst().dropLast().map(String.init)
        } catch {
            throw OutputError(reading: path, error)
        }
    }
}
