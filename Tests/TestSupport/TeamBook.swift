public import Vocabulary

/// Keeps book of teams by the record alone: a team is at its station, on the road or at one site.
public struct TeamBook {
    /// Where a team was last seen.
    public enum Whereabouts: Hashable, Sendable {
        /// At its station.
        case station
        /// On the road.
        case road
        /// At a site, or on a trip from there to a hospital and back.
        case site(SiteID)
    }

    /// Where each team is by now.
    public private(set) var places: [Whereabouts]
    private var tasks: [Task?]
    /// What does not fit, in the order of the record.
    public private(set) var complaints: [String] = []

    /// Opens the book of a record.
    public init(_ record: DrillRecord, teams: Int) {
        places = Array(repeating: .station, count: teams)
        tasks = Array(repeating: nil, count: teams)
        for fact in record.facts { take(fact) }
    }

    private mutating func take(_ fact: Fact) {
        switch fact.content {
        case .turnedOut(let team): move(team, fact, to: .road) { $0 == .station }
        case .arrived(let team, let site):
            move(team, fact, to: .site(site)) { $0 != .station && $0 != .site(site) }
        case .returned(let team): move(team, fact, to: .station) { $0 != .station }
        case .beganWork(let team, let task):
            check(team, fact) { $0 == .site(task.site) }
            if let other = tasks[team.index], other.site != task.site {
                complaints.append("\(fact.id.index) \(fact.content): works at two sites")
            }
            tasks[team.index] = task
        case .stoppedWork(let team, _):
            check(team, fact) { if case .site = $0 { true } else { false } }
            tasks[team.index] = nil
        case .departed(_, _, .some(let team)), .found(_, _, .some(let team)):
            check(team, fact) { if case .site = $0 { true } else { false } }
        default: break
        }
    }

    private mutating func move(
        _ team: TeamID,
        _ fact: Fact,
        to place: Whereabouts,
        if fits: (Whereabouts) -> Bool
    ) {
        check(team, fact, fits)
        places[team.index] = place
    }

    private mutating func check(_ team: TeamID, _ fact: Fact, _ fits: (Whereabouts) -> Bool) {
        if !fits(places[team.index]) {
            complaints.append("\(fact.id.index) \(fact.content): is at \(places[team.index])")
        }
    }
}
