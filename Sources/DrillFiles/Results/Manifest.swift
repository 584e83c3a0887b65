public import Experiments
import Foundation
public import Wording

/// What made a batch's results, as it stands in `manifest.json`.
public struct Manifest: Sendable {
    /// Version of the format.
    public static let version = 1
    /// Name of the file.
    public static let fileName = "manifest.json"

    /// A file that results were made from.
    public struct Input: Equatable, Sendable {
        /// Name of the scenario's folder, or of the plan.
        public let name: String
        /// SHA-256 of the file.
        public let sha256: String

        /// Names a file.
        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// A precision at which a batch ends by itself.
    public struct Until: Equatable, Sendable {
        /// Precisions as written on the command line.
        public let expression: String
        /// Drills before the precision is looked at.
        public let atLeast: Int
        /// Drills at which the batch ends in any case.
        public let atMost: Int

        /// Creates a rule.
        public init(_ expression: String, atLeast: Int, atMost: Int) {
            self.expression = expression
            self.atLeast = atLeast
            self.atMost = atMost
        }
    }

    /// Name and version of the program.
    public let program: String
    /// Scenario.
    public let scenario: Input
    /// Plan.
    public let plan: Input
    /// Seed.
    public let seed: UInt64
    /// Number of drills of the batch as a whole; the most there may be while it may end by itself.
    public var drills: Int
    /// Precision at which the batch ends by itself.
    public var until: Until?
    /// Part of the batch that these results are.
    public var shard: Shard?
    /// Names of the columns, with commas between.
    public let columns: String
    /// Values relied on without having been confirmed.
    public let assumptions: [Assumption]
    /// SHA-256 of `drills.csv`; nil while rows are missing.
    public private(set) var digest: String?

    /// Creates a manifest.
    public init(
        program: String,
        scenario: Input,
        plan: Input,
        seed: UInt64,
        drills: Int,
        format: RowFormat,
        assumptions: [Assumption]
    ) {
        self.program = program
        self.scenario = scenario
        self.plan = plan
        self.seed = seed
        self.drills = drills
        columns = format.columns.joined(separator: ",")
        self.assumptions = assumptions
    }

    /// Command that makes the same results again, wherever it is typed.
    public var command: String {
        var words = "drill batch Scenarios/\(scenario.name) --plan \(plan.name)"
        if let until {
            words += " --until \"\(until.expression)\" --at-least \(until.atLeast)"
            words += " --drills \(until.atMost)"
        } else {
            words += " --drills \(drills)"
        }
        words += " --seed \(seed)"
        return shard.map { words + " --shard \($0.text)" } ?? words
    }

    /// The object that `manifest.json` holds.
    ///
    /// - Parameter digest: SHA-256 of `drills.csv`; nil while rows are missing.
    /// - Returns: The object.
    public func json(digest: String?) -> JSONValue {
        let rule = until.map { until in
            JSONValue.object([
                ("precision", .text(until.expression)), ("atLeast", .integer(until.atLeast)),
                ("atMost", .integer(until.atMost)),
            ])
        }
        let part = shard.map { shard in
            JSONValue.object([("index", .integer(shard.index)), ("count", .integer(shard.count))])
        }
        let members: [(key: String, value: JSONValue)?] = [
            ("format", .integer(Self.version)), ("program", .text(program)),
            ("scenario", Self.json(scenario)), ("plan", Self.json(plan)),
            ("seed", .text("\(seed)")), ("drills", .integer(drills)),
            rule.map { ("until", $0) }, part.map { ("shard", $0) },
            ("digest", digest.map { .text($0) } ?? .null), ("command", .text(command)),
            ("columns", .text(columns)),
            ("assumptions", .list(assumptions.filter { $0.confidence.isWeak }.map(Self.json))),
        ]
        return .object(members.compactMap { $0 })
    }

    private static func json(_ input: Input) -> JSONValue {
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

// MARK: Reading

extension Manifest {
    /// Reads the manifest of a folder.
    ///
    /// - Returns: The manifest without its assumptions; nil where the folder has none.
    /// - Throws: `ResultMismatch` where the file is no manifest that this program reads.
    public static func read(in folder: String) throws -> Manifest? {
        let path = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics) else {
            throw ResultMismatch(path: path, [Bilingual("it cannot be read", "无法读取")])
        }
        let root = Parser.parse(source, into: &diagnostics)
        guard !diagnostics.hasErrors, let manifest = Manifest(root) else {
            throw ResultMismatch(path: path, [root["study"] == nil ? .noManifest : .studyResults])
        }
        return manifest
    }

    private init?(_ root: SyntaxNode) {
        guard root["format"]?.integer == Int64(Self.version),
            let scenario = Self.input(root["scenario"]), let plan = Self.input(root["plan"]),
            let seed = (root["seed"]?.text).flatMap({ UInt64($0) }),
            let drills = root["drills"]?.integer, (1...1_000_000_000).contains(drills),
            let columns = root["columns"]?.text, let program = root["program"]?.text
        else { return nil }
        self.program = program
        self.scenario = scenario
        self.plan = plan
        self.seed = seed
        self.drills = Int(clamping: drills)
        self.columns = columns
        assumptions = []
        until = root["until"].flatMap(Self.until)
        if let part = root["shard"] {
            let (index, count) = (part["index"]?.integer, part["count"]?.integer)
            guard let shard = Shard(Int(index ?? 0), of: Int(count ?? 0)) else { return nil }
            self.shard = shard
        }
        if let text = root["digest"]?.text, !text.isEmpty { digest = text }
    }

    private static func input(_ node: SyntaxNode?) -> Input? {
        guard let name = node?["name"]?.text, let sum = node?["sha256"]?.text else { return nil }
        return Input(name: name, sha256: sum)
    }

    private static func until(_ node: SyntaxNode) -> Until? {
        guard let text = node["precision"]?.text, let least = node["atLeast"]?.integer,
            let most = node["atMost"]?.integer
        else { return nil }
        return Until(text, atLeast: Int(clamping: least), atMost: Int(clamping: most))
    }
}

// MARK: Comparing

extension Manifest {
    /// Says why rows of another manifest cannot stand beside those of this one; nothing where they can.
    ///
    /// The number of drills does not matter: the row of a drill does not depend on it.
    public func differences(from other: Manifest) -> [Bilingual] {
        var found = originDifferences(from: other)
        if shard != other.shard {
            let (own, its) = (shard?.text ?? "–", other.shard?.text ?? "–")
            found.append(Self.difference("shard", "分片", own, its))
        }
        if shard != nil, drills != other.drills {
            found.append(
                Self.difference("number of drills", "推演次数", "\(drills)", "\(other.drills)")
            )
        }
        return found
    }

    /// Says why rows are not of the same program, scenario, plan and seed.
    public func originDifferences(from other: Manifest) -> [Bilingual] {
        var found: [Bilingual] = []
        func check(_ english: String, _ chinese: String, _ own: String, _ its: String) {
            if own != its { found.append(Self.difference(english, chinese, own, its)) }
        }
        check("program", "程序", program, other.program)
        check("scenario", "情景", scenario.name, other.scenario.name)
        check("plan", "预案", plan.name, other.plan.name)
        check("seed", "种子", "\(seed)", "\(other.seed)")
        check("checksum of the scenario", "情景校验和", scenario.sha256, other.scenario.sha256)
        check("checksum of the plan", "预案校验和", plan.sha256, other.plan.sha256)
        if columns != other.columns {
            found.append(Bilingual("the columns of the table differ", "数据表的列不同"))
        }
        return found
    }

    private static func difference(
        _ english: String,
        _ chinese: String,
        _ own: String,
        _ other: String
    ) -> Bilingual {
        func short(_ text: String) -> String { text.count == 64 ? text.prefix(12) + "…" : text }
        return Bilingual(
            "the \(english) differs: \(short(other)) there, \(short(own)) here",
            "\(chinese)不同：原为 \(short(other))，现为 \(short(own))"
        )
    }
}

extension Bilingual {
    fileprivate static let noManifest = Bilingual(
        "this is no manifest of format \(Manifest.version)",
        "这不是格式版本 \(Manifest.version) 的结果清单"
    )

    fileprivate static let studyResults = Bilingual(
        "these are results of a study, not of a batch; drill study STUDY --join DIR takes its shards together",
        "这是研究的结果，不是批次的结果；研究的分片用 drill study STUDY --join DIR 合并"
    )
}
