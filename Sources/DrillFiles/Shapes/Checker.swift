import Wording

/// A file that was read and checked.
public struct CheckedFile: Sendable {
    /// The file as a whole.
    public let root: Checked

    /// Whether no error was found in the file, repeated keys and names included.
    public let isSound: Bool

    /// Every default that was used, and every object the author marked as weakly known.
    public let assumptions: [Assumption]
}

extension Shape {
    /// Reads a file of this shape and reports all that is wrong with it.
    ///
    /// - Parameters:
    ///   - source: Text of the file.
    ///   - names: Names that the file may refer to; those it defines are added.
    ///   - diagnostics: Takes all that is wrong.
    /// - Returns: What was read, whether or not something is wrong.
    public func read(
        _ source: SourceText,
        names: inout NameTable,
        into diagnostics: inout Diagnostics
    ) -> CheckedFile {
        let errors = diagnostics.errorCount
        let root = Parser.parse(source, into: &diagnostics)
        var collector = NameCollector(names: names, diagnostics: diagnostics)
        collector.collect(from: root, as: self)
        names = collector.names
        var checker = Checker(names: names, diagnostics: collector.diagnostics)
        let checked = checker.check(root, as: self)
        diagnostics = checker.diagnostics
        return CheckedFile(
            root: checked,
            isSound: diagnostics.errorCount == errors,
            assumptions: checker.assumptions.all
        )
    }
}

/// Checks values against shapes and reads them in the same walk.
struct Checker {
    /// Names that references may use, those of the file included.
    let names: NameTable

    /// All that was found wrong -- state.
    var diagnostics: Diagnostics

    /// What the file relies on -- state.
    var assumptions = AssumptionList()

    /// Way to the value that is checked -- state.
    var path = NodePath()

    /// Unit that the key of the value names -- state.
    var unit: KeyUnit?

    /// Guesses what unknown names mean -- state.
    var guesser = Guesser()

    init(names: NameTable, diagnostics: Diagnostics) {
        self.names = names
        self.diagnostics = diagnostics
    }

    /// Reads the value of a default.
    ///
    /// - Precondition: The text is a value that fits the shape.
    static func valueOfDefault(_ json: String, as shape: Shape, key: String) -> Checked {
        var diagnostics = Diagnostics()
        let source = SourceText(path: "default of \(key)", text: json)
        let node = Parser.parse(source, into: &diagnostics)
        var checker = Checker(names: NameTable(), diagnostics: diagnostics)
        let value = checker.check(node, as: shape)
        let problems = DiagnosticRenderer(language: .english).text(checker.diagnostics)
        precondition(
            !checker.diagnostics.hasErrors,
            "A default does not fit its shape. \(problems)"
        )
        return value
    }

    /// Checks a value and reads it.
    mutating func check(_ node: SyntaxNode, as shape: Shape) -> Checked {
        if node.kind == .broken { return .broken(node) }
        switch shape {
        case .object(let object): return checkObject(node, object)
        case .list(let element, let count): return checkList(node, of: element, count)
        case .dictionary(let keys, let values): return checkDictionary(node, keys, values)
        case .number(let range, let isWhole): return checkNumber(node, shape, range, isWhole)
        case .uncertain(let range, let isWhole): return checkUncertain(node, shape, range, isWhole)
        case .flag:
            guard node.kind == .yes || node.kind == .no else { return mismatch(node, shape) }
            return Checked(.flag(node.kind == .yes), node)
        case .text(let limit): return checkText(node, shape, limit)
        case .choice(let choices): return checkChoice(node, shape, choices)
        case .duration(let isSigned): return checkDuration(node, shape, isSigned)
        case .instant: return checkInstant(node, shape)
        case .identifier(let space): return checkIdentifier(node, shape, space)
        case .reference(let space): return checkReference(node, shape, space)
        case .expression:
            guard let literal = node.literal else { return mismatch(node, shape) }
            return Checked(.expression(literal), node)
        case .version(let version): return checkVersion(node, shape, version)
        case .anything: return Checked(.anything, node)
        case .named(_, let shape): return check(node, as: shape())
        }
    }

    /// Reports an error and returns a value that is not sound.
    mutating func refuse(
        _ node: SyntaxNode,
        _ diagnostic: @autoclosure () -> Diagnostic
    ) -> Checked {
        diagnostics.error(diagnostic())
        return .broken(node)
    }

    /// Reports that a value is of the wrong kind.
    mutating func mismatch(_ node: SyntaxNode, _ shape: Shape) -> Checked {
        let unit = unit
        return refuse(node, .wrongKind(node, shape, unit))
    }

    private mutating func checkList(
        _ node: SyntaxNode,
        of element: Shape,
        _ count: CountRange
    ) -> Checked {
        guard node.kind == .list else {
            return mismatch(node, .list(of: element, count: count))
        }
        var isSound = !node.isDamaged
        if !node.isDamaged, !count.contains(node.count) {
            diagnostics.error(.wrongCount(node, count))
            isSound = false
        }
        var elements: [Checked] = []
        for (index, child) in node.children.enumerated() {
            path.enter(index)
            elements.append(check(child, as: element))
            path.leave()
        }
        if count.upper == nil, element.namesOneThing, hasRepeats(elements) { isSound = false }
        isSound = isSound && elements.allSatisfy(\.isSound)
        return Checked(.list(elements), node, isSound: isSound)
    }

    /// Reports entries of a list of names that stand there twice: it says which, not how often.
    private mutating func hasRepeats(_ elements: [Checked]) -> Bool {
        var places: [String: SourceRange] = [:]
        let errors = diagnostics.errorCount
        for element in elements where element.isSound {
            let name = element.text()
            if let first = places[name] {
                diagnostics.error(.repeatedEntry(name, at: element.range, first: first))
            } else {
                places[name] = element.range
            }
        }
        return diagnostics.errorCount > errors
    }

    private mutating func checkDictionary(
        _ node: SyntaxNode,
        _ keys: KeyShape,
        _ values: Shape
    ) -> Checked {
        guard node.kind == .object else {
            return mismatch(node, .dictionary(keys: keys, values: values))
        }
        var isSound = !node.isDamaged
        var entries: [DictionaryEntry] = []
        for child in node.children {
            guard let key = child.key else {
                isSound = false
                continue
            }
            let index = checkKey(key, of: child, keys)
            path.enter(key)
            let value = check(child, as: values)
            path.leave()
            isSound = isSound && value.isSound && index != nil
            entries.append(DictionaryEntry(key: key, index: index ?? 0, value: value))
        }
        return Checked(.dictionary(entries), node, isSound: isSound)
    }

    /// Checks the key of an entry and returns its number among the names of its kind, 0 where it is
    /// no name; nil where it is wrong.
    private mutating func checkKey(
        _ key: String,
        of entry: SyntaxNode,
        _ keys: KeyShape
    ) -> Int? {
        switch keys {
        case .free:
            let isControl = { (scalar: Unicode.Scalar) in
                scalar.value < 0x20 || scalar.value == 0x7F
            }
            if !key.isEmpty, !key.unicodeScalars.contains(where: isControl) { return 0 }
            diagnostics.error(.malformedKey(at: entry.keyRange))
            return nil
        case .identifier(let space):
            guard Identifier.isValid(key) else {
                diagnostics.error(.malformedName(key, space, at: entry.keyRange))
                return nil
            }
            return names.index(of: key, in: space)
        case .reference(let space):
            return resolve(key, in: space, at: entry.keyRange)
        }
    }

    private mutating func checkIdentifier(
        _ node: SyntaxNode,
        _ shape: Shape,
        _ space: NameSpace
    ) -> Checked {
        guard node.kind == .text else { return mismatch(node, shape) }
        let name = node.text
        guard Identifier.isValid(name) else {
            return refuse(node, .malformedName(name, space, at: node.range))
        }
        return Checked(.name(name, index: names.index(of: name, in: space) ?? 0), node)
    }

    private mutating func checkReference(
        _ node: SyntaxNode,
        _ shape: Shape,
        _ space: NameSpace
    ) -> Checked {
        guard node.kind == .text else { return mismatch(node, shape) }
        let name = node.text
        guard let index = resolve(name, in: space, at: node.range) else {
            return .broken(node)
        }
        return Checked(.name(name, index: index), node)
    }

    /// Finds the number of a name; nil where there is none.
    ///
    /// Where parts of a file could not be read, a missing name is no news: it may stand there.
    private mutating func resolve(
        _ name: String,
        in space: NameSpace,
        at range: SourceRange
    ) -> Int? {
        if let index = names.index(of: name, in: space) { return index }
        if !names.hasGaps {
            let near = guesser.name(to: name, among: names.names(in: space))
            let names = names
            diagnostics.error(.unknownName(name, space, names, nearest: near, at: range))
        }
        return nil
    }
}

extension Shape {
    /// Whether a value of this shape names one of several things.
    var namesOneThing: Bool {
        switch self {
        case .reference, .choice: true
        default: false
        }
    }
}

/// Rules for names that files give to things.
enum Identifier {
    /// Most characters of a name -- constant.
    static let lengthLimit = 64

    /// The rule as a regular expression, for editors; beyond ASCII it lets all characters pass, since
    /// not every editor knows the scripts of the world.
    static let pattern = #"^[^\s!-/:-@\[-\x60{-~][^\s!-,/:-@\[-\^\x60{-~]{0,63}$"#

    /// Tells whether a text may be a name: letters and digits of any script, `-`, `_` and `.`, the
    /// first one a letter or digit.
    static func isValid(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard let first = scalars.first, scalars.count <= lengthLimit, isLetterOrDigit(first) else {
            return false
        }
        return scalars.allSatisfy { scalar in
            isLetterOrDigit(scalar) || isMark(scalar)
                || scalar == "-" || scalar == "_" || scalar == "."
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
