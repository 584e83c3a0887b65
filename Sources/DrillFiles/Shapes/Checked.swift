public import Wording

/// A value of a file that was checked against its shape, with its place.
///
/// Where the shape was declared `number`, `number()` returns the number, and so on; defaults are
/// filled in. Reading needs neither optionals nor errors: what is wrong with the file was reported
/// before, and a value that is not sound answers with something harmless: 0, an empty text, an
/// empty list. To ask for a key or kind that the shape does not have is a mistake of the programmer
/// and traps.
public struct Checked: Sendable {
    /// What was read.
    indirect enum Content: Sendable {
        /// Something is wrong with the value itself; it was reported.
        case broken
        case number(Double, whole: Int64?)
        case uncertain(UncertainNumber)
        case flag(Bool)
        case text(String)
        /// A name and its number among those of its kind.
        case name(String, index: Int)
        case duration(milliseconds: Int64)
        case instant(AbsoluteInstant)
        case expression(StringLiteral)
        case list([Checked])
        case object(ObjectShape, [Checked?])
        case dictionary([DictionaryEntry])
        case anything
    }

    /// The value in the file, for messages about it; for a default, its text in the shape.
    public let node: SyntaxNode

    /// Whether nothing is wrong with the value or with anything it holds.
    public let isSound: Bool

    let content: Content

    init(_ content: Content, _ node: SyntaxNode, isSound: Bool = true) {
        self.content = content
        self.node = node
        self.isSound = isSound
    }

    /// Makes a value that was reported to be wrong.
    static func broken(_ node: SyntaxNode) -> Checked {
        Checked(.broken, node, isSound: false)
    }

    /// Where the value stands.
    public var range: SourceRange { node.range }
}

/// One entry of a dictionary.
public struct DictionaryEntry: Sendable {
    /// Key as written.
    public let key: String

    /// Number of the key among the names of its kind; 0 where the keys are no names.
    public let index: Int

    /// What stands there; its node knows where the key stands.
    public let value: Checked
}

/// Reading. Every function reads the value itself, or with a key the one that stands there.
extension Checked {
    /// Returns what stands under a key, be it in the file or by default.
    ///
    /// - Precondition: The shape has the key, and it is not one that may be absent.
    public func value(_ key: String) -> Checked {
        guard case .object(let shape, let values) = content else { return .broken(node) }
        guard let value = values[index(of: key, in: shape)] else {
            precondition(!isSound, "The key \(key) may be absent: ask for it with optional(_:).")
            return .broken(node)
        }
        return value
    }

    /// Returns what stands under a key that may be absent, or nil.
    public func optional(_ key: String) -> Checked? {
        guard case .object(let shape, let values) = content else { return nil }
        return values[index(of: key, in: shape)]
    }

    /// Returns which of the alternatives of an object is there, and what stands under it.
    public func alternative() -> (key: String, value: Checked) {
        guard case .object(let shape, let values) = content else { return ("", .broken(node)) }
        for (field, value) in zip(shape.fields, values) where field.isAlternative {
            if let value { return (field.key, value) }
        }
        precondition(!isSound, "The shape has no alternatives.")
        return ("", .broken(node))
    }

    /// Returns a number.
    public func number(_ key: String? = nil) -> Double {
        switch target(key).content {
        case .number(let value, _): value
        case .broken: 0
        default: mismatch("number", key)
        }
    }

    /// Returns a whole number.
    public func whole(_ key: String? = nil) -> Int64 {
        switch target(key).content {
        case .number(_, let whole?): whole
        case .broken: 0
        default: mismatch("whole number", key)
        }
    }

    /// Returns a whole number as a count or index.
    public func count(_ key: String? = nil) -> Int {
        Int(clamping: whole(key))
    }

    /// Returns a number that may be uncertain.
    public func uncertain(_ key: String? = nil) -> UncertainNumber {
        switch target(key).content {
        case .uncertain(let value): value
        case .broken: UncertainNumber(.constant(0))
        default: mismatch("uncertain number", key)
        }
    }

    /// Returns a flag.
    public func flag(_ key: String? = nil) -> Bool {
        switch target(key).content {
        case .flag(let value): value
        case .broken: false
        default: mismatch("flag", key)
        }
    }

    /// Returns a text, a name or the name of a choice.
    public func text(_ key: String? = nil) -> String {
        switch target(key).content {
        case .text(let value), .name(let value, _): value
        case .broken: ""
        default: mismatch("text", key)
        }
    }

    /// Returns one of several named cases.
    ///
    /// - Precondition: The names of the shape are those of the type.
    public func choice<Case: RawRepresentable & CaseIterable>(
        _ key: String? = nil,
        as type: Case.Type = Case.self
    ) -> Case where Case.RawValue == String {
        let value = target(key)
        let found = Case(rawValue: value.text())
        guard let choice = found ?? (value.isSound ? nil : Case.allCases.first) else {
            mismatch("case of \(type)", key)
        }
        return choice
    }

    /// Returns the number of a name among those of its kind, in order of definition.
    public func reference(_ key: String? = nil) -> Int {
        switch target(key).content {
        case .name(_, let index): index
        case .broken: 0
        default: mismatch("name", key)
        }
    }

    /// Returns a length of time [ms].
    public func milliseconds(_ key: String? = nil) -> Int64 {
        switch target(key).content {
        case .duration(let value): value
        case .broken: 0
        default: mismatch("length of time", key)
        }
    }

    /// Returns a moment on the calendar.
    public func instant(_ key: String? = nil) -> AbsoluteInstant {
        switch target(key).content {
        case .instant(let value): value
        case .broken: AbsoluteInstant(millisecondsSince1970: 0, offsetMinutes: 0)
        default: mismatch("moment", key)
        }
    }

    /// Returns a text in a language of its own, with the way back to the file.
    public func expression(_ key: String? = nil) -> StringLiteral {
        let value = target(key)
        return switch value.content {
        case .expression(let literal): literal
        case .broken: StringLiteral(emptyAt: value.range)
        default: mismatch("expression", key)
        }
    }

    /// Returns the elements of a list.
    public func list(_ key: String? = nil) -> [Checked] {
        switch target(key).content {
        case .list(let elements): elements
        case .broken: []
        default: mismatch("list", key)
        }
    }

    /// Returns the entries of a dictionary, in the order of the file.
    public func entries(_ key: String? = nil) -> [DictionaryEntry] {
        switch target(key).content {
        case .dictionary(let entries): entries
        case .broken: []
        default: mismatch("dictionary", key)
        }
    }

    private func target(_ key: String?) -> Checked {
        key.map(value) ?? self
    }

    private func index(of key: String, in shape: ObjectShape) -> Int {
        guard let index = shape.fields.firstIndex(where: { $0.key == key }) else {
            preconditionFailure("The shape has no key \(key).")
        }
        return index
    }

    private func mismatch(_ kind: String, _ key: String?) -> Never {
        preconditionFailure("The shape has no \(kind) \(key.map { "under \($0)" } ?? "here").")
    }
}
