/// Finds all names that a file defines, before anything refers to them.
struct NameCollector {
    /// Names found so far -- state.
    var names: NameTable

    /// What was found wrong -- state.
    var diagnostics: Diagnostics

    private var guesser = Guesser()

    init(names: NameTable, diagnostics: Diagnostics) {
        self.names = names
        self.diagnostics = diagnostics
    }

    /// Defines the names of a value, in the order of the file, and refuses repeated ones.
    mutating func collect(from node: SyntaxNode, as shape: Shape) {
        guard shape.mayDefineNames else { return }
        if node.kind == .broken || node.isDamaged { names.hasGaps = true }
        switch (shape, node.kind) {
        case (.object(let object), .object):
            for match in object.match(node, with: &guesser) {
                guard let field = match.field else { continue }
                collect(from: match.node, as: object.fields[field].shape)
            }
        case (.list(let element, _), .list):
            for child in node.children { collect(from: child, as: element) }
        case (.dictionary(let keys, let values), .object):
            for child in node.children {
                if case .identifier(let space) = keys, let key = child.key {
                    define(key, in: space, at: child.keyRange)
                }
                collect(from: child, as: values)
            }
        case (.identifier(let space), .text):
            define(node.text, in: space, at: node.range)
        case (.named(_, let shape), _):
            collect(from: node, as: shape())
        default:
            // Values that define nothing, or that are not of their shape, which the checker reports.
            break
        }
    }

    private mutating func define(_ name: String, in space: NameSpace, at place: SourceRange) {
        if names.define(name, in: space, at: place) { return }
        let first = names.place(of: name, in: space)
        diagnostics.error(.repeatedName(name, in: space, at: place, first: first))
    }
}

extension Shape {
    /// Whether a value of this shape may define names; a shape that may hold itself is thought to.
    var mayDefineNames: Bool {
        switch self {
        case .object(let object): object.mayDefineNames
        case .list(let element, _): element.mayDefineNames
        case .dictionary(.identifier, _): true
        case .dictionary(_, let values): values.mayDefineNames
        case .identifier, .named: true
        case .number, .uncertain, .flag, .text, .choice, .duration, .instant, .reference,
            .expression, .version, .anything:
            false
        }
    }
}
