import Foundation
import Wording

/// Reads numbers out of a table of comma-separated values, block after block.
///
/// Every cell is a number as `RowFormat.text` writes it, or empty for what never happened, which is
/// read as infinite. What is read equals what was written to the last bit.
struct RowScanner {
    /// Cells that are wanted, ascending.
    private let wanted: [Int]
    private let columnCount: Int

    /// Values of the wanted cells of the row -- state.
    private(set) var values: [Double]
    /// Bytes of all complete rows so far -- state.
    private(set) var byteCount = 0

    private var column = 0
    private var place = 0
    private var rowBytes = 0
    private var cell: [UInt8] = []

    init(columnCount: Int, wanted: [Int]) {
        self.columnCount = columnCount
        self.wanted = wanted
        values = Array(repeating: .infinity, count: wanted.count)
        cell.reserveCapacity(32)
    }

    /// Reads a block.
    ///
    /// - Parameters:
    ///   - bytes: Bytes that follow those read so far.
    ///   - take: Receives the values of every row that is complete; false ends the reading.
    /// - Returns: Whether all was well so far: false where something is no table, or `take` said so.
    mutating func feed(_ bytes: UnsafeRawBufferPointer, take: ([Double]) -> Bool) -> Bool {
        for byte in bytes {
            rowBytes += 1
            switch byte {
            case UInt8(ascii: ","):
                guard endCell() else { return false }
                column += 1
            case UInt8(ascii: "\n"):
                guard endCell(), column == columnCount - 1, take(values) else { return false }
                byteCount += rowBytes
                (column, place, rowBytes) = (0, 0, 0)
            default:
                if place < wanted.count, wanted[place] == column { cell.append(byte) }
            }
        }
        return true
    }

    private mutating func endCell() -> Bool {
        guard place < wanted.count, wanted[place] == column else { return true }
        guard let value = Self.number(cell) else { return false }
        values[place] = value
        place += 1
        cell.removeAll(keepingCapacity: true)
        return true
    }

    /// Reads a number; whole ones, which are the most, without the detour of a text.
    private static func number(_ cell: [UInt8]) -> Double? {
        guard let first = cell.first else { return .infinity }
        let isNegative = first == UInt8(ascii: "-")
        let digits = cell.dropFirst(isNegative ? 1 : 0)
        guard !digits.isEmpty else { return nil }
        var whole: Int64 = 0
        for byte in digits {
            guard digits.count <= 15, byte >= 0x30, byte <= 0x39 else { return fraction(cell) }
            whole = 10 * whole + Int64(byte - 0x30)
        }
        return Double(isNegative ? -whole : whole)
    }

    private static func fraction(_ cell: [UInt8]) -> Double? {
        let isPlain = cell.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "e")
        }
        guard isPlain, let value = Double(String(decoding: cell, as: UTF8.self)) else { return nil }
        return value.isFinite ? value : nil
    }
}

/// A table of drills on disk, from which columns are read back one after another.
///
/// Memory is bound by the columns that are asked for at a time, 8 bytes a value, never by the table.
public struct RowFile: Sendable {
    /// Path of the table.
    public let path: String
    /// Number of columns.
    public let columnCount: Int
    /// Number of rows.
    public let rowCount: Int
    /// Bytes read at a time -- constant.
    static let blockSize = 1 << 20
    /// Values that are kept at a time where many columns are gone through -- constant.
    private static let valueLimit = 4_000_000

    /// Names a table whose rows are known to be in order.
    public init(path: String, columnCount: Int, rowCount: Int) {
        self.path = path
        self.columnCount = columnCount
        self.rowCount = rowCount
    }

    /// Reads several columns in one go.
    ///
    /// - Parameter indexes: Numbers of the columns, ascending.
    /// - Returns: Their values, column by column in the order of rows.
    /// - Throws: Where the table cannot be read, or has fewer rows than it should.
    public func columns(_ indexes: [Int]) throws(OutputError) -> [[Double]] {
        var columns = indexes.map { _ in
            var column: [Double] = []
            column.reserveCapacity(rowCount)
            return column
        }
        var scanner = RowScanner(columnCount: columnCount, wanted: indexes)
        let rows = rowCount
        try Self.forEachBlock(of: path, behindHeader: true) { block in
            scanner.feed(block) { values in
                for (place, value) in values.enumerated() { columns[place].append(value) }
                return columns[0].count < rows || indexes.isEmpty
            }
        }
        guard columns.allSatisfy({ $0.count == rows }) else {
            throw OutputError(
                path: path,
                Bilingual("rows have gone from the table", "表中数据行缺失")
            )
        }
        return columns
    }

    /// Goes through columns, as many at a time as memory allows.
    ///
    /// - Parameters:
    ///   - indexes: Numbers of the columns, ascending.
    ///   - take: Receives the number of each column and its values.
    /// - Throws: As `columns(_:)`.
    public func forEachColumn(
        _ indexes: [Int],
        _ take: (Int, [Double]) -> Void
    ) throws(OutputError) {
        let group = max(1, Self.valueLimit / max(1, rowCount))
        var start = 0
        while start < indexes.count {
            let part = Array(indexes[start..<min(start + group, indexes.count)])
            for (index, column) in zip(part, try columns(part)) { take(index, column) }
            start += group
        }
    }

    /// Returns the SHA-256 of a file as it is now.
    static func digest(of path: String) throws(OutputError) -> String {
        var digest = SHA256()
        try forEachBlock(of: path, behindHeader: false) { block in
            digest.add(block)
            return true
        }
        return digest.hexadecimal()
    }

    /// Reads a file block by block, without its first line where that is a header.
    ///
    /// - Returns: Whether the file was read to its end.
    @discardableResult
    static func forEachBlock(
        of path: String,
        behindHeader: Bool,
        _ take: (UnsafeRawBufferPointer) -> Bool
    ) throws(OutputError) -> Bool {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            var isInHeader = behindHeader
            while let data = try file.read(upToCount: blockSize), !data.isEmpty {
                let goesOn = data.withUnsafeBytes { bytes in
                    guard isInHeader else { return take(bytes) }
                    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return true }
                    isInHeader = false
                    return take(UnsafeRawBufferPointer(rebasing: bytes[(end + 1)...]))
                }
                if !goesOn { return false }
            }
            return true
        } catch {
            throw OutputError(reading: path, error)
        }
    }
}
