import EventKernel
import Situation
import Terrain
import Vocabulary

extension Command {
    /// Sends teams to a site: those believed ready, the nearest first, with a reserve kept back.
    mutating func send(
        _ dispatch: Dispatch,
        _ picture: Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        let destination = register.sites[dispatch.site.index].staging
        var candidates: [(time: SimDuration, team: TeamID)] = []
        var ready = [Int32](repeating: 0, count: posts.count)
        for index in teams.indices {
            let team = TeamID(index)
            let entry = teams[index]
            guard dispatch.kinds.contains(entry.kind), isReady(team, picture, giving.post) else {
                continue
            }
            ready[entry.post.index] += 1
            guard dispatch.owners.isEmpty || dispatch.owners.contains(entry.post),
                mayOrder(giving.post, what: entry.post)
            else { continue }
            let time = routes.travelTime(from: entry.station, to: destination)
            if !time.isNever { candidates.append((time, team)) }
        }
        candidates.sort { left, right in
            left.time != right.time ? left.time < right.time : left.team < right.team
        }
        var left = dispatch.count
        for (_, team) in candidates where left > 0 {
            let owner = teams[team.index].post
            guard ready[owner.index] > dispatch.reserve else { continue }
            ready[owner.index] -= 1
            left -= 1
            let task = Task(dispatch.task, at: dispatch.site)
            order(team, to: task, giving, &moment)
        }
    }

    /// Tells whether a post believes a team ready and has not ordered it since it was told so.
    private func isReady(_ team: TeamID, _ picture: Picture, _ post: PostID) -> Bool {
        let belief = picture.belief(of: team)
        return belief.isKnown && belief.value == TeamStatus.ready.rawValue
            && isUnassigned(team, at: post, since: belief)
    }

    /// Tells whether a post has not ordered a team since it was told of it.
    func isUnassigned(_ team: TeamID, at post: PostID, since belief: Belief) -> Bool {
        let assignment = assignments[post.index * teams.count + team.index]
        return assignment.orderedAt.isNever || belief.observedAt > assignment.orderedAt
    }

    /// Has supplies brought to a site from the nearest depots believed to have some.
    mutating func supply(
        _ kind: SupplyKind,
        _ amount: Int32,
        to site: SiteID,
        _ picture: Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        let target = register.sites[site.index].depot
        let destination = register.depots[target.index].place
        var candidates: [(time: SimDuration, depot: DepotID)] = []
        for index in register.depots.indices where DepotID(index) != target {
            let entry = register.depots[index]
            let belief = picture[.stock(DepotID(index), kind)]
            guard belief.isKnown, belief.value > 0, mayOrder(giving.post, what: entry.post) else {
                continue
            }
            let time = routes.travelTime(from: entry.place, to: destination)
            if !time.isNever { candidates.append((time, DepotID(index))) }
        }
        candidates.sort { left, right in
            left.time != right.time ? left.time < right.time : left.depot < right.depot
        }
        var left = amount
        for (_, depot) in candidates where left > 0 {
            let load = min(left, picture[.stock(depot, kind)].value)
            left -= load
            let action = Order.Action.supplies(kind, amount: load, from: depot, to: target)
            give(action, giving, &moment)
        }
    }

    /// Sends home the teams of some kinds that are believed free at the site.
    mutating func release(
        _ kinds: [TeamKind],
        at site: SiteID,
        _ picture: Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        for index in teams.indices where kinds.contains(teams[index].kind) {
            let team = TeamID(index)
            guard isFree(team, picture, giving.post) else { continue }
            let task = Task(.release, at: site)
            order(team, to: task, giving, &moment)
        }
    }

    /// Tells whether a post believes a team free at a site and has not ordered it since.
    func isFree(_ team: TeamID, _ picture: Picture, _ post: PostID) -> Bool {
        let belief = picture.belief(of: team)
        return belief.isKnown && belief.value == TeamStatus.free.rawValue
            && isUnassigned(team, at: post, since: belief)
    }
}
