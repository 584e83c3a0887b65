/// Content of one file, and the name under which messages speak of it.
public struct SourceText: Sendable {
    /// Path as the user gave it.
    public let path: String

    /// The bytes of the file, byte order mark included.
    public let bytes: [UInt8]

    /// Creates a text from bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a text from a string.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// Offset of the first byte behind the byte order mark, if there is one.
    var contentOffset: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Returns a range of this text.
    ///
    /// - Parameter offsets: Offsets in bytes; those beyond the end mean the end.
    /// - Returns: The range.
    public func range(_ offsets: Range<Int>) -> SourceRange {
        SourceRange(source: self, bytes: offsets.clamped(to: 0..<bytes.count))
    }

    /// The file as a whole, for what concerns no single line of it.
    public var whole: SourceRange { SourceRange(source: self, bytes: nil) }
}

/// Stretch of a file that a message is about.
public struct SourceRange: Sendable {
    let source: SourceText
    let bytes: Range<Int>?

    /// Path of the file as the user gave it.
    public var path: String { source.path }

    /// Offset of its first byte; 0 for the file as a whole.
    public var lower: Int { bytes?.lowerBound ?? 0 }

    /// Offset behind its last byte; 0 for the file as a whole.
    public var upper: Int { bytes?.upperBound ?? 0 }
}
