public import Experiments
import Foundation
import Wording

/// What a study's results are of, as it stands in `manifest.json`.
public struct StudyManifest: Sendable {
    /// Name and version of the program.
    public let program: String
    /// Study.
    public let study: Manifest.Input
    /// Scenario.
    public let scenario: Manifest.Input
    /// Plans in the order of the study.
    public let plans: [Manifest.Input]
    /// Seed.
    public let seed: UInt64
    /// Names of the columns, with commas between.
    public let columns: String
    /// Which part of the points it is, or nil for all.
    public var shard: Shard?

    /// Creates a manifest.
    public init(
        program: String,
        study: Manifest.Input,
        scenario: Manifest.Input,
        plans: [Manifest.Input],
        seed: UInt64,
        format: RowFormat
    ) {
        self.program = program
        self.study = study
        self.scenario = scenario
        self.plans = plans
        self.seed = seed
        columns = "point," + format.columns.joined(separator: ",")
    }

    /// The object that `manifest.json` holds; without a digest while rows are missing.
    public func json(digest: String?) -> JSONValue {
        func json(_ input: Manifest.Input) -> JSONValue {
            .object([("name", .text(input.name)), ("sha256", .text(input.sha256))])
        }
        let part = shard.map { [("shard", JSONValue.text($0.text))] } ?? []
        return .object(
            [
                ("format", .integer(1)), ("program", .text(program)), ("study", json(study)),
                ("scenario", json(scenario)), ("plans", .list(plans.map(json))),
                ("seed", .text("\(seed)")),
            ] + part + [
                ("digest", digest.map { .text($0) } ?? .null), ("command", .text(command)),
                ("columns", .text(columns)),
            ]
        )
    }

    /// Command that makes the results anew.
    var command: String {
        "drill study Scenarios/\(scenario.name)/\(study.name).jsonc"
            + (shard.map { " --shard \($0.text)" } ?? "")
    }

    /// Says what differs from the manifest in a folder; nothing where it is the same, nil where there
    /// is none.
    ///
    /// - Throws: `ResultMismatch` where it cannot be read.
    func differences(in folder: String) throws -> [Bilingual]? {
        let path = folder + "/" + Manifest.fileName
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics) else {
            throw ResultMismatch(path: path, [Bilingual("it cannot be read", "无法读取")])
        }
        let root = Parser.parse(source, into: &diagnostics)
        func sums(_ node: SyntaxNode?) -> [String] {
            node.map { $0.children.map { $0["sha256"]?.text ?? "" } } ?? []
        }
        let pairs: [(Bool, Bilingual)] = [
            (root["program"]?.text == program, Bilingual("the program", "程序")),
            (root["study"]?["sha256"]?.text == study.sha256, Bilingual("the study", "研究文件")),
            (root["scenario"]?["sha256"]?.text == scenario.sha256, Bilingual("the scenario", "情景")),
            (sums(root["plans"]) == plans.map { $0.sha256 }, Bilingual("a plan", "预案")),
            (root["columns"]?.text == columns, Bilingual("the columns of the table", "数据表的列")),
            (root["shard"]?.text == shard?.text, Bilingual("the shard", "分片")),
        ]
        return pairs.filter { !$0.0 }.map {
            Bilingual(
                $0.1.english + " is not the one that the results there were made with",
                "现有结果所用的\($0.1.chinese)与此不同"
            )
        }
    }
}
