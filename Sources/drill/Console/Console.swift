import DrillFiles
import Foundation

/// Standard output for data, standard error for everything said about it.
enum Console {
    /// Writes data.
    ///
    /// - Throws: `OutputError` where not all of it could be written, as on a full disk.
    static func print(_ text: String) throws(OutputError) {
        try OutputFile.write(text, to: .standardOutput)
    }

    /// Writes a message, a warning or progress.
    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Whether standard error is a terminal that a line may be written over on.
    static var mayRewrite: Bool {
        isatty(FileHandle.standardError.fileDescriptor) != 0
            && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }
}

/// Files that hold something wrong; the message names all of it.
struct InputProblem: Error {
    let text: String
}
