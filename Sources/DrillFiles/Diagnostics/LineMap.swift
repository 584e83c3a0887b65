/// Place in a text as an editor shows it.
public struct LinePosition: Hashable, Sendable {
    /// Line, from 1; lines end with LF, CR LF or CR.
    public let line: Int

    /// Column, from 1, in Unicode scalars; a byte order mark does not count.
    public let column: Int
}

/// Translates offsets in a text to lines and columns.
///
/// Keeps the position at every 4096th byte, so that neither a file of empty lines costs much memory
/// nor a file of one long line much time.
struct LineMap {
    private static let stride = 4096

    private let bytes: [UInt8]
    private let firstOffset: Int
    private let landmarks: [LinePosition]

    /// Reads the text once.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    init(_ source: SourceText) {
        bytes = source.bytes
        firstOffset = source.contentOffset
        var landmarks: [LinePosition] = []
        var walk = Walk()
        for lower in Swift.stride(from: 0, to: bytes.count + 1, by: Self.stride) {
            landmarks.append(walk.position)
            let upper = min(lower + Self.stride, bytes.count)
            walk.pass(max(lower, firstOffset)..<max(upper, firstOffset), of: bytes)
        }
        self.landmarks = landmarks
    }

    /// Returns the line and column of an offset.
    ///
    /// - Complexity: O(1): at most 4096 bytes are read.
    func position(of offset: Int) -> LinePosition {
        let offset = min(max(offset, firstOffset), bytes.count)
        let index = offset / Self.stride
        var walk = Walk(at: landmarks[index])
        walk.pass(max(index * Self.stride, firstOffset)..<offset, of: bytes)
        return walk.position
    }

    /// Walks through bytes, counting lines and the scalars since the last line began.
    private struct Walk {
        private var line = 1
        private var column = 1

        init() {}

        init(at position: LinePosition) {
            line = position.line
            column = position.column
        }

        var position: LinePosition { LinePosition(line: line, column: column) }

        mutating func pass(_ range: Range<Int>, of bytes: [UInt8]) {
            for index in range {
                let byte = bytes[index]
                if endsLine(at: index, of: bytes) {
                    line += 1
                    column = 1
                } else if byte & 0xC0 != 0x80 {
                    column += 1
                }
            }
        }
    }
}

/// Tells whether the byte at an index is the last one of a line end: LF, or CR without LF behind it.
func endsLine(at index: Int, of bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case ASCII.lineFeed: true
    case ASCII.carriageReturn: index + 1 == bytes.count || bytes[index + 1] != ASCII.lineFeed
    default: false
    }
}
