import Foundation
import Testing

/// The program as it was built beside the tests.
enum BuiltProgram {
    /// What a run of the program left.
    struct Outcome {
        let status: Int32
        let output: String
        let complaints: String

        /// Standard output as JSON.
        func json() throws -> [String: Any] {
            let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
            return try #require(value as? [String: Any])
        }
    }

    /// Longest time a run may take [s].
    private static let patience = 120.0

    /// Folder `Tests` of this checkout.
    static let tests = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The small scenario.
    static let small = tests.appendingPathComponent("DrillFilesTests/Small").path

    private static func executable() throws -> URL {
        let beside = [Bundle.main.executableURL, Bundle.main.bundleURL, Bundle.main.bundleURL]
            .compactMap { $0?.resolvingSymlinksInPath().deletingLastPathComponent() }
        let folders = beside + [Bundle.main.bundleURL]
        let found = folders.map { $0.appendingPathComponent("drill") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(found, "The program stands beside the tests.")
    }

    /// Runs the program in a folder of its own.
    ///
    /// - Parameters:
    ///   - arguments: Words behind the name of the program.
    ///   - environment: Variables besides `LANG`, which is `C`.
    ///   - output: File for standard output, instead of one that is read back.
    /// - Returns: What the run left.
    /// - Throws: Where the program cannot be found or started.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        output: String? = nil
    ) throws -> Outcome {
        try withFolder { folder in
            let process = Process()
            process.executableURL = try executable()
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = ["LANG": "C"].merging(environment) { $1 }
            let files = (
                out: folder.appendingPathComponent("out"), err: folder.appendingPathComponent("err")
            )
            for file in [files.out, files.err] { try Data().write(to: file) }
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(
                forWritingTo: output.map { URL(fileURLWithPath: $0) } ?? files.out
            )
            process.standardError = try FileHandle(forWritingTo: files.err)
            try process.run()
            let watch = DispatchWorkItem { process.terminate() }
            DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watch)
            process.waitUntilExit()
            watch.cancel()
            #expect(process.terminationReason == .exit, "The program ends by itself.")
            return Outcome(
                status: process.terminationStatus,
                output: String(decoding: try Data(contentsOf: files.out), as: UTF8.self),
                complaints: String(decoding: try Data(contentsOf: files.err), as: UTF8.self)
            )
        }
    }

    /// Does something with a folder that is taken away afterwards.
    static func withFolder<Result>(_ action: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("drill-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try action(folder)
    }
}
