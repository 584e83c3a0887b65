import EventKernel
import Vocabulary

/// What every team did when, read from the facts of a drill.
struct TeamSpans {
    /// A stretch of time in which a team did one thing [s from the start].
    struct Span {
        let state: GanttChart.State
        let from: Double
        let to: Double
    }

    /// What is known of one team.
    struct Team {
        var spans: [Span] = []
        var turnedOut: Double?
        var arrived: Double?
        var wasOrdered = false
        fileprivate var now: (state: GanttChart.State, since: Double)?
    }

    /// Teams by number.
    private(set) var teams: [Team]
    /// Teams that orders for going home are for, by order.
    private var releases: [OrderID: TeamID] = [:]

    /// Prepares for so many teams.
    init(_ count: Int) {
        teams = Array(repeating: Team(), count: count)
    }

    /// Takes in the next fact.
    mutating func add(_ fact: Fact) {
        let now = fact.time.seconds
        switch fact.content {
        case .ordered(let order, _, let team, let task):
            guard teams.indices.contains(team.index) else { return }
            if task.kind == .release {
                releases[order] = team
            } else {
                teams[team.index].wasOrdered = true
            }
        case .orderDelivered(let order):
            guard let team = releases[order], isAtSite(team) else { return }
            enter(.homeward, team, now)
        case .turnedOut(let team): turnOut(team, now)
        case .arrived(let team, _): arrive(team, now)
        case .beganWork(let team, _): enter(.work, team, now)
        case .stoppedWork(let team, _): enter(.standby, team, now)
        case .returned(let team): close(team, now)
        default: break
        }
    }

    /// Ends what is still going on.
    mutating func finish(at end: Double) {
        for index in teams.indices { close(TeamID(index), end) }
    }

    private func isAtSite(_ team: TeamID) -> Bool {
        guard teams.indices.contains(team.index), let now = teams[team.index].now else {
            return false
        }
        return now.state == .standby || now.state == .work
    }

    private mutating func turnOut(_ team: TeamID, _ now: Double) {
        guard teams.indices.contains(team.index) else { return }
        if teams[team.index].turnedOut == nil { teams[team.index].turnedOut = now }
        enter(.road, team, now)
    }

    private mutating func arrive(_ team: TeamID, _ now: Double) {
        guard teams.indices.contains(team.index) else { return }
        if teams[team.index].arrived == nil { teams[team.index].arrived = now }
        enter(.standby, team, now)
    }

    private mutating func enter(_ state: GanttChart.State, _ team: TeamID, _ now: Double) {
        close(team, now)
        guard teams.indices.contains(team.index) else { return }
        teams[team.index].now = (state, now)
    }

    private mutating func close(_ team: TeamID, _ now: Double) {
        guard teams.indices.contains(team.index), let last = teams[team.index].now else { return }
        if now > last.since {
            teams[team.index].spans.append(Span(state: last.state, from: last.since, to: now))
        }
        teams[team.index].now = nil
    }
}
