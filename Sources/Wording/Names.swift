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

/// What a goal is linked to: objective → task → capability (情景—任务—能力).
public struct GoalLink: Hashable, Sendable {
    /// Objective of the exercise.
    public let objective: Bilingual?
    /// Task it judges.
    public let task: Bilingual?
    /// Capability it judges.
    public let capability: Bilingual?

    /// Creates a link; nil for what the scenario does not say.
    public init(objective: Bilingual?, task: Bilingual?, capability: Bilingual?) {
        self.objective = objective
        self.task = task
        self.capability = capability
    }

    /// All that is said, from the objective to the capability; nil where nothing is.
    public var title: Bilingual? {
        let parts = [objective, task, capability].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return Bilingual(
            parts.map(\.english).joined(separator: " → "),
            parts.map(\.chinese).joined(separator: " → ")
        )
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
    /// What each goal is linked to.
    public var goalLinks: [GoalLink] = []
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
