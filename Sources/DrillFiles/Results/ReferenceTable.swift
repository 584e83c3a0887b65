import Foundation
public import Scoring
import Wording

/// What a plan does against its references, read back from `references.json`.
public struct ReferenceTable: Sendable {
    /// A mean with its interval; nil for what cannot be said.
    public typealias Estimate = (mean: Double?, low: Double?, high: Double?)

    /// A measure of the plan beside the same of both references.
    public struct Line: Sendable {
        /// The measure.
        public let measure: Measure
        /// Without any response, under the plan, with ideal information.
        public let noResponse, plan, ideal: Estimate
        /// What the plan spares, and what better information could still spare.
        public let spared, preventable: Estimate
    }

    /// Name of the file.
    public static let fileName = "references.json"
    /// Lines in the order of the file.
    public let lines: [Line]
    /// Public safety index against no response; nil where it cannot be said.
    public let publicSafetyIndex: Double?

    /// Reads the file of a folder.
    ///
    /// - Returns: Nil where there is none, or it cannot be read.
    public static func read(in folder: String) -> ReferenceTable? {
        let path = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var diagnostics = Diagnostics()
        guard let source = SourceText.read(at: path, into: &diagnostics) else { return nil }
        return ReferenceTable(Parser.parse(source, into: &diagnostics))
    }

    private init?(_ root: SyntaxNode) {
        guard let measures = root["measures"] else { return nil }
        lines = measures.children.compactMap { node in
            guard let measure = Measure.allCases.first(where: { $0.name == node.key }) else {
                return nil
            }
            return Line(
                measure: measure,
                noResponse: Self.summary(node["noResponse"]),
                plan: Self.summary(node["plan"]),
                ideal: Self.summary(node["idealResponse"]),
                spared: Self.difference(node["sparedByThePlan"]),
                preventable: Self.difference(node["stillPreventable"])
            )
        }
        publicSafetyIndex = Self.number(root["publicSafetyIndex"])
    }

    private static func summary(_ node: SyntaxNode?) -> Estimate {
        (number(node?["mean"]), number(node?["meanLow"]), number(node?["meanHigh"]))
    }

    private static func difference(_ node: SyntaxNode?) -> Estimate {
        (number(node?["mean"]), number(node?["low"]), number(node?["high"]))
    }

    private static func number(_ node: SyntaxNode?) -> Double? {
        guard let node, node.kind == .number else { return nil }
        return node.number
    }
}
