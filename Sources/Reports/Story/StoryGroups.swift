import EventKernel
import Vocabulary

/// What one instant did to the zones: buildings and people.
struct HarmGroups {
    struct Group {
        /// The zone; nil for responders.
        let zone: ZoneID?
        let fact: FactID
        var buildings: (down: Int32, badly: Int32, windows: Int32)?
        var dead = 0
        var serious = 0
        var other = 0
    }

    private var groups: [Group] = []

    mutating func add(
        _ zone: ZoneID,
        _ buildings: (down: Int32, badly: Int32, windows: Int32),
        _ fact: FactID
    ) {
        groups[place(of: zone, fact)].buildings = buildings
    }

    mutating func add(_ person: PersonID, _ severity: Severity, _ fact: FactID) {
        let place = place(of: person.zone, fact)
        switch severity {
        case .dead: groups[place].dead += 1
        case .serious: groups[place].serious += 1
        case .unhurt, .slight, .moderate: groups[place].other += 1
        }
    }

    private mutating func place(of zone: ZoneID?, _ fact: FactID) -> Int {
        if let place = groups.lastIndex(where: { $0.zone == zone }) { return place }
        groups.append(Group(zone: zone, fact: fact))
        return groups.count - 1
    }

    /// Returns the groups in order of their first fact and forgets them.
    mutating func take() -> [Group] {
        defer { groups = [] }
        return groups
    }
}

/// Orders of one instant, by post and task.
struct OrderGroups {
    struct Group {
        let post: PostID
        let task: Task
        let first: TeamID
        let fact: FactID
        var count = 1
    }

    private var groups: [Group] = []

    mutating func add(_ post: PostID, _ team: TeamID, _ task: Task, _ fact: FactID) {
        if let place = groups.firstIndex(where: { $0.post == post && $0.task == task }) {
            groups[place].count += 1
        } else {
            groups.append(Group(post: post, task: task, first: team, fact: fact))
        }
    }

    /// Returns the groups in order of their first fact and forgets them.
    mutating func take() -> [Group] {
        defer { groups = [] }
        return groups
    }
}

/// Numbers of dead that a post has been told of, zone by zone and hospital by hospital, and of those
/// verified.
struct KnownDead {
    private struct Source: Hashable {
        let isHospital: Bool
        let number: Int
    }

    private var counts: [Source: Int32] = [:]
    private var told = 0
    private var toldVerified = 0

    /// Sum of all counts [persons].
    private(set) var total: Int32 = 0

    /// Numbers at which an incident is graded higher (较大 3, 重大 10, 特别重大 30), and others between.
    private static let marks: [Int32] = [1, 3, 10, 30, 50, 100, 200, 500, 1000]

    /// Takes in a count.
    ///
    /// - Returns: Whether the sum has passed another mark.
    mutating func update(_ item: Item, _ value: Int32) -> Bool {
        let source: Source
        switch item {
        case .found(.dead, let zone): source = Source(isHospital: false, number: zone.index)
        case .inCare(.dead, let place): source = Source(isHospital: true, number: place.index)
        default: return false
        }
        total += value - counts[source, default: 0]
        counts[source] = value
        return Self.passes(total, &told)
    }

    /// Takes in a verified count.
    ///
    /// - Returns: Whether it has passed another mark.
    mutating func verify(_ value: Int32) -> Bool { Self.passes(value, &toldVerified) }

    private static func passes(_ value: Int32, _ told: inout Int) -> Bool {
        let passed = marks.count { $0 <= value }
        guard passed > told else { return false }
        told = passed
        return true
    }
}
