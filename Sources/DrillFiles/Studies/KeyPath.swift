import Wording

/// Way to a value of a scenario or plan, as a study writes it: `depots[park-store].stock.foamLiters`.
///
/// Keys are joined by points; `[name]` is the element of that `id`, `[3]` the fourth element and `[*]`
/// every one.
struct KeyPath: Sendable {
    /// One step.
    enum Step: Equatable, Sendable {
        case key(String)
        case index(Int)
        case name(String)
        case all

        var text: String {
            switch self {
            case .key(let key): key
            case .index(let index): "[\(index)]"
            case .name(let name): "[\(name)]"
            case .all: "[*]"
            }
        }
    }

    /// Where a way leads.
    enum Target {
        /// To a value that is there.
        case value(SyntaxNode)
        /// To a key that an object does not have yet.
        case missing(key: String, of: SyntaxNode)
    }

    /// Why a way leads nowhere.
    struct Problem: Error {
        /// What is wrong.
        let message: Bilingual
        /// What there is instead.
        let names: [String]
        /// Name that was looked for among them.
        let wanted: String
        /// Where the way ends, in the file it leads through.
        let end: SourceRange
    }

    let steps: [Step]

    /// Reads a path; nil where it is none.
    init?(_ text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
            guard let key = pieces.first, !key.isEmpty, !key.contains("]") else { return nil }
            steps.append(.key(String(key)))
            for piece in pieces.dropFirst() {
                guard piece.last == "]", piece.count > 1 else { return nil }
                let inner = String(piece.dropLast())
                guard !inner.contains("]") else { return nil }
                steps.append(
                    inner == "*"
                        ? .all
                        : Int(inner).map { $0 < 0 ? .name(inner) : .index($0) } ?? .name(inner)
                )
            }
        }
        self.steps = steps
    }

    /// Follows the way from the root of a file.
    ///
    /// - Returns: All it leads to, at least one.
    func targets(in root: SyntaxNode) throws(Problem) -> [Target] {
        var current = [root]
        for (place, step) in steps.enumerated() {
            let isLast = place == steps.count - 1
            // A part of the values of `[*]` may lack the last key; they are passed over.
            let isOneOfMany = steps[..<place].contains(.all)
            var next: [SyntaxNode] = []
            for node in current {
                let found = try Self.follow(step, from: node, isOneOfMany)
                if found.isEmpty, isLast, case .key(let key) = step, !isOneOfMany {
                    return [.missing(key: key, of: node)]
                }
                next += found
            }
            guard !next.isEmpty else { throw Self.nothing(step, current.first ?? root) }
            current = next
        }
        return current.map { .value($0) }
    }

    private static func follow(
        _ step: Step,
        from node: SyntaxNode,
        _ isOneOfMany: Bool
    ) throws(Problem) -> [SyntaxNode] {
        switch (step, node.kind) {
        case (.key(let key), .object): return node[key].map { [$0] } ?? []
        case (.all, .list): return Array(node.children)
        case (.index(let index), .list):
            let elements = Array(node.children)
            guard elements.indices.contains(index) else { throw nothing(step, node) }
            return [elements[index]]
        case (.name(let name), .list):
            let found = node.children.filter { $0["id"]?.text == name }
            guard !found.isEmpty else { throw nothing(step, node) }
            return found
        default:
            if isOneOfMany { return [] }
            throw nothing(step, node)
        }
    }

    private static func nothing(_ step: Step, _ node: SyntaxNode) -> Problem {
        let names =
            node.kind == .object
            ? node.children.compactMap { $0.key } : node.children.compactMap { $0["id"]?.text }
        let wanted =
            switch step {
            case .key(let text), .name(let text): text
            case .index(let index): "\(index)"
            case .all: "*"
            }
        return Problem(
            message: Bilingual("the way ends at \"\(step.text)\"", "路径在“\(step.text)”处中断"),
            names: names,
            wanted: wanted,
            end: node.kind == .object || node.kind == .list ? node.opening : node.range
        )
    }
}

/// Changes to the text of a file, made at places of its values.
struct SourceEdits {
    private struct Edit {
        let range: Range<Int>
        let text: [UInt8]
    }

    private var edits: [Edit] = []

    /// Adds the change of what a path leads to.
    ///
    /// - Parameters:
    ///   - target: What is changed.
    ///   - text: New value, as it stands in a file.
    mutating func set(_ target: KeyPath.Target, to text: [UInt8]) {
        switch target {
        case .value(let node):
            edits.append(Edit(range: node.range.lower..<node.range.upper, text: text))
        case .missing(let key, let object):
            let place = object.range.lower + 1
            let member = Array((JSONValue.literal(key) + ": ").utf8) + text + Array(", ".utf8)
            edits.append(Edit(range: place..<place, text: member))
        }
    }

    /// Whether two changes concern the same place, or one lies within another.
    var overlap: Bool {
        let sorted = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return zip(sorted, sorted.dropFirst()).contains { one, two in
            two.range.lowerBound < one.range.upperBound
                || (one.range == two.range && !one.range.isEmpty)
        }
    }

    /// Returns a text with all changes made; lines keep their numbers where new values take as many lines
    /// as the old ones.
    ///
    /// - Precondition: Changes do not overlap.
    func applied(to source: SourceText) -> SourceText {
        var bytes: [UInt8] = []
        var place = 0
        // Equal places keep the order in which changes were added.
        let order = edits.indices.sorted {
            (edits[$0].range.lowerBound, $0) < (edits[$1].range.lowerBound, $1)
        }
        for edit in order.map({ edits[$0] }) {
            bytes += source.bytes[place..<edit.range.lowerBound]
            bytes += edit.text
            place = edit.range.upperBound
        }
        bytes += source.bytes[place...]
        return SourceText(path: source.path, bytes: bytes)
    }
}
