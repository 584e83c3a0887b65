public import Wording

/// A kind of thing that has names, such as teams or depots.
public struct NameSpace: Hashable, Sendable {
    /// Name of the kind in code, such as `team`.
    public let key: String

    /// What one such thing is called in messages, such as "team" and "队伍".
    public let label: Bilingual

    /// Creates a kind from its key, which is also its English name, and its Chinese name.
    public init(_ key: String, _ chinese: String) {
        self.key = key
        label = Bilingual(key, chinese)
    }

    /// Tells whether two kinds are the same.
    public static func == (left: NameSpace, right: NameSpace) -> Bool { left.key == right.key }

    /// Feeds what makes the kind.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// The names defined so far, by kind, each with a number in order of definition.
///
/// A value: a plan is read with a copy of the names of its scenario, so that plans do not see each
/// other's.
public struct NameTable: Sendable {
    /// The names of one kind.
    private struct Names {
        var all: [String] = []
        var places: [SourceRange?] = []
        var indexes: [String: Int] = [:]
    }

    private var entries: [NameSpace: Names] = [:]

    /// Kinds in order of their first definition.
    private var spaces: [NameSpace] = []

    /// Whether definitions may be missing, because parts of a file could not be read.
    var hasGaps = false

    /// Creates an empty table.
    public init() {}

    /// Returns the names of one kind, in order of definition.
    public func names(in space: NameSpace) -> [String] {
        entries[space]?.all ?? []
    }

    /// Returns the number of a name among those of its kind, or nil where it is not defined.
    public func index(of name: String, in space: NameSpace) -> Int? {
        entries[space]?.indexes[name]
    }

    /// Defines a name, unless it is defined already.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - space: Kind of what it names.
    ///   - place: Where it is defined, for messages.
    /// - Returns: Whether the name is new.
    @discardableResult
    public mutating func define(
        _ name: String,
        in space: NameSpace,
        at place: SourceRange? = nil
    ) -> Bool {
        guard index(of: name, in: space) == nil else { return false }
        if entries[space] == nil { spaces.append(space) }
        let count = entries[space]?.all.count ?? 0
        entries[space, default: Names()].indexes[name] = count
        entries[space]?.all.append(name)
        entries[space]?.places.append(place)
        return true
    }

    /// Returns where a name is defined.
    func place(of name: String, in space: NameSpace) -> SourceRange? {
        index(of: name, in: space).flatMap { entries[space]?.places[$0] }
    }

    /// Returns another kind in which a name is defined, or nil.
    func otherSpace(of name: String, than space: NameSpace) -> NameSpace? {
        spaces.first { $0 != space && index(of: name, in: $0) != nil }
    }
}
