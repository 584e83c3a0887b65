import Foundation

/// Expected texts kept as files below `Tests`.
public enum Golden {
    /// The folder `Tests` of this checkout.
    private static let tests = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Compares a text with a golden file, byte by byte.
    ///
    /// Where the environment variable `DRILL_UPDATE_GOLDEN` is set, the file is written instead.
    ///
    /// - Parameters:
    ///   - actual: The text.
    ///   - path: Path of the golden file below `Tests`.
    /// - Returns: The first line that differs, or nil where the texts are equal.
    /// - Throws: What the file system throws when the file is written.
    public static func difference(of actual: String, from path: String) throws -> String? {
        let file = tests.appendingPathComponent(path)
        if ProcessInfo.processInfo.environment["DRILL_UPDATE_GOLDEN"] != nil {
            try Data(actual.utf8).write(to: file)
            return nil
        }
        guard let expected = bytes(of: path) else { return "There is no \(path)." }
        if expected == Array(actual.utf8) { return nil }
        return firstDifference(between: String(decoding: expected, as: UTF8.self), and: actual)
    }

    private static func firstDifference(between expected: String, and actual: String) -> String {
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let common = zip(expected, actual).prefix { Array($0.utf8) == Array($1.utf8) }.count
        let wanted = common < expected.count ? String(expected[common]) : "the end"
        let found = common < actual.count ? String(actual[common]) : "the end"
        return "line \(common + 1): expected \(wanted), found \(found)"
    }

    /// Tells whether there is a file below `Tests`.
    public static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: tests.appendingPathComponent(path).path)
    }

    /// Returns the bytes of a file below `Tests`, or nil where there is none.
    public static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: tests.appendingPathComponent(path).path)
            .map { [UInt8]($0) }
    }

    /// Returns the names of the files of a folder below `Tests` that end in a suffix, sorted.
    public static func files(in folder: String, endingIn suffix: String) throws -> [String] {
        try FileManager.default
            .contentsOfDirectory(atPath: tests.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(suffix) }
            .sorted()
    }
}
