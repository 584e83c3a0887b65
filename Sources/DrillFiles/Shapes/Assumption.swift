/// A value that a file relies on without having confirmed it: a default, or one the author marked.
public struct Assumption: Sendable {
    /// Where the value belongs, such as `teams[].turnoutMinutes` for a default of every team, or
    /// `teams[3].turnoutMinutes` for a value marked in the file.
    public let path: String

    /// The value, written as in a file.
    public let value: String

    /// Where the value is from; empty where the author does not say.
    public let source: String

    /// How well the value is known.
    public let confidence: Confidence

    /// Whether the value holds because the file says nothing.
    public let isDefault: Bool

    /// How many times it was used.
    public internal(set) var uses: Int

    /// Where it was used first.
    public let range: SourceRange
}

/// Collects assumptions, those of one default under one path.
struct AssumptionList {
    private(set) var all: [Assumption] = []
    private var defaults: [String: Int] = [:]

    mutating func add(_ usual: Default, at path: NodePath, in object: SyntaxNode) {
        guard let origin = usual.origin else { return }
        let pattern = path.pattern
        if let index = defaults[pattern] {
            all[index].uses += 1
            return
        }
        defaults[pattern] = all.count
        all.append(
            Assumption(
                path: pattern,
                value: usual.json,
                source: origin.source,
                confidence: origin.confidence,
                isDefault: true,
                uses: 1,
                range: object.opening
            )
        )
    }

    mutating func add(
        _ node: SyntaxNode,
        source: String,
        _ confidence: Confidence,
        at path: NodePath
    ) {
        let text = String(decoding: node.bytes.prefix(400), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        all.append(
            Assumption(
                path: path.exact,
                value: displayed(words),
                source: source,
                confidence: confidence,
                isDefault: false,
                uses: 1,
                range: node.range
            )
        )
    }
}

/// The way from the outermost value of a file to one within.
struct NodePath {
    private enum Step {
        case key(String)
        case element(Int)
    }

    private var steps: [Step] = []

    mutating func enter(_ key: String) { steps.append(.key(key)) }

    mutating func enter(_ element: Int) { steps.append(.element(element)) }

    mutating func leave() { steps.removeLast() }

    /// The way with the number of each element: `teams[3].speed`.
    var exact: String { written { "[\($0)]" } }

    /// The way that all elements of a list share: `teams[].speed`.
    var pattern: String { written { _ in "[]" } }

    private func written(_ element: (Int) -> String) -> String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += (text.isEmpty ? "" : ".") + key
            case .element(let index): text += element(index)
            }
        }
        return text
    }
}
