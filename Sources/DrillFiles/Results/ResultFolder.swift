import Foundation
import Wording

/// The folder of one batch's results.
///
/// Rows are appended as drills finish, each with one write, so that a kill at any moment costs no row
/// that was written. Every other file is replaced as a whole.
public final class ResultFolder {
    private let path: String
    private var rows: FileHandle?
    private var digest = SHA256()

    /// Name of the table of drills.
    public static let rowsName = "drills.csv"

    /// Names of the files that are written when all rows are there.
    private static let otherNames = [
        "manifest.json", "summary.json", "curves.csv", "typical.jsonl", "run.json",
    ]

    /// Creates the folder and begins a new table of drills in it.
    ///
    /// - Throws: `OutputError` where the system does not let us.
    public init(path: String, header: String) throws(OutputError) {
        self.path = path
        let inputs = path + "/inputs"
        do {
            try FileManager.default.createDirectory(
                atPath: inputs,
                withIntermediateDirectories: true
            )
        } catch {
            throw OutputError(path: path, error)
        }
        // What an earlier batch left would contradict the new rows.
        for name in Self.otherNames {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
        let file = path + "/" + Self.rowsName
        try OutputFile.write("", to: file)
        do {
            rows = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        } catch {
            throw OutputError(path: file, error)
        }
        try append(header)
    }

    /// Appends lines to the table of drills.
    public func append(_ text: String) throws(OutputError) {
        let bytes = Data(text.utf8)
        digest.add(bytes)
        do {
            try rows?.write(contentsOf: bytes)
        } catch {
            throw OutputError(path: path + "/" + Self.rowsName, error)
        }
    }

    /// Ends the table of drills.
    ///
    /// - Returns: SHA-256 of its bytes.
    public func finishRows() throws(OutputError) -> String {
        do {
            try rows?.synchronize()
            try rows?.close()
        } catch {
            throw OutputError(path: path + "/" + Self.rowsName, error)
        }
        rows = nil
        return digest.hexadecimal()
    }
}

/// What made a batch's results, as it stands in `manifest.json`.
public struct Manifest: Sendable {
    /// Version of the format.
    public static let version = 1

    /// Name and version of the program.
    public let program: String
    /// Name of the scenario and SHA-256 of its file.
    public let scenario: (name: String, sha256: String)
    /// Name of the plan and SHA-256 of its file.
    public let plan: (name: String, sha256: String)
    /// Seed.
    public let seed: UInt64
    /// Number of drills.
    public let drills: Int
    /// Values relied on without having been confirmed.
    public let assumptions: [Assumption]

    /// Creates a manifest.
    public init(
        program: String,
        scenario: (name: String, sha256: String),
        plan: (name: String, sha256: String),
        seed: UInt64,
        drills: Int,
        assumptions: [Assumption]
    ) {
        self.program = program
        self.scenario = scenario
        self.plan = plan
        self.seed = seed
        self.drills = drills
        self.assumptions = assumptions
    }

    /// Command that makes the same results again, wherever it is typed.
    public var command: String {
        "drill batch Scenarios/\(scenario.name) --plan \(plan.name) --drills \(drills) --seed \(seed)"
    }

    /// The object that `manifest.json` holds.
    ///
    /// - Parameter digest: SHA-256 of `drills.csv`.
    /// - Returns: The object.
    public func json(digest: String) -> JSONValue {
        .object([
            ("format", .integer(Self.version)),
            ("program", .text(program)),
            ("scenario", Self.input(scenario)),
            ("plan", Self.input(plan)),
            ("seed", .text("\(seed)")),
            ("drills", .integer(drills)),
            ("digest", .text(digest)),
            ("command", .text(command)),
            ("assumptions", .list(assumptions.filter { $0.confidence.isWeak }.map(Self.json))),
        ])
    }

    private static func input(_ input: (name: String, sha256: String)) -> JSONValue {
        .object([("name", .text(input.name)), ("sha256", .text(input.sha256))])
    }

    private static func json(_ assumption: Assumption) -> JSONValue {
        .object([
            ("path", .text(assumption.path)),
            ("value", .text(assumption.value)),
            ("confidence", .text(assumption.confidence.rawValue)),
            ("source", .text(assumption.source)),
            ("default", .flag(assumption.isDefault)),
        ])
    }
}
