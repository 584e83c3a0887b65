/// One thing's name in a file and for readers.
public struct Name: Hashable, Sendable {
    /// Name in files.
    public let id: String
    /// Name for readers.
    public let title: Bilingual

    /// Creates a name.
    public init(id: String, title: Bilingual) {
        self.id = id
        self.title = title
    }
}

/// Names of all that the model knows by number.
public struct ScenarioNames: Sendable {
    /// Places by number.
    public var places: [Name] = []
    /// Zones by number.
    public var zones: [Name] = []
    /// Sites by number.
    public var sites: [Name] = []
    /// Hazards by number.
    public var hazards: [Name] = []
    /// Sensors by number.
    public var sensors: [Name] = []
    /// Teams by number.
    public var teams: [Name] = []
    /// Depots by number.
    public var depots: [Name] = []
    /// Hospitals by number.
    public var hospitals: [Name] = []
    /// Shelters by number.
    public var shelters: [Name] = []
    /// Posts by number.
    public var posts: [Name] = []
    /// Goals by number.
    public var goals: [Name] = []
    /// Injects by number.
    public var injects: [Name] = []
    /// Rules of the plan by number.
    public var rules: [Name] = []

    /// Creates names of nothing.
    public init() {}
}

extension Name {
    /// The name of the so many-th of several.
    public func numbered(_ number: Int) -> Name {
        Name(
            id: "\(id)-\(number)",
            title: Bilingual("\(title.english) \(number)", "\(title.chinese)\(number)")
        )
    }
}
