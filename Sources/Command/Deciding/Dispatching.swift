import EventKernel
import Situation
import Terrain
import Vocabulary

/// Something that may be sent, with the time it would take.
struct Near<ID: Comparable & BitwiseCopyable & Sendable>: BitwiseCopyable, Sendable {
    let time: SimDuration
    let id: ID

    /// Tells whether this is nearer than another, by number where both are as near.
    func isNearer(than other: Near<ID>) -> Bool {
        time != other.time ? time < other.time : id < other.id
    }
}

extension Command {
    /// Sends teams to a site: those believed ready, the nearest first, with a reserve kept back.
    mutating func send(
        _ dispatch: Dispatch,
        _ picture: borrowing Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        listTeams(for: dispatch, picture, giving.post)
        var left = dispatch.count
        for index in teamsNear.indices where left > 0 {
            let team = teamsNear[index].id
            let owner = teams[team.index].post
            guard ready[owner.index] > dispatch.reserve else { continue }
            ready[owner.index] -= 1
            left -= 1
            let task = Task(dispatch.task, at: dispatch.site)
            order(team, to: task, giving, &moment)
        }
    }

    /// Lists the teams that a post may send, the nearest first, and counts those ready at each post.
    private mutating func listTeams(
        for dispatch: Dispatch,
        _ picture: borrowing Picture,
        _ post: PostID
    ) {
        let destination = register.sites[dispatch.site.index].staging
        let kinds = dispatch.kinds.reduce(0) { $0 | TeamEntry.bit(of: $1) }
        teamsNear.clear()
        ready.fill(0, count: posts.count)
        for index in teams.indices where teams[index].kindBit & kinds != 0 {
            let team = TeamID(index)
            let owner = teams[index].post
            guard isReady(team, picture, post) else { continue }
            ready[owner.index] += 1
            guard dispatch.owners.isEmpty || dispatch.owners.contains(owner),
                mayOrder(post, what: owner)
            else { continue }
            let time = routes.travelTime(from: teams[index].station, to: destination)
            if !time.isNever { teamsNear.append(Near(time: time, id: team)) }
        }
        teamsNear.sort { $0.isNearer(than: $1) }
    }

    /// Tells whether a post believes a team ready and has not ordered it since it was told so.
    private func isReady(_ team: TeamID, _ picture: borrowing Picture, _ post: PostID) -> Bool {
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
        _ picture: borrowing Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        let target = register.sites[site.index].depot
        listDepots(with: kind, for: target, picture, giving.post)
        var left = amount
        for index in depotsNear.indices where left > 0 {
            let depot = depotsNear[index].id
            let load = min(left, picture[.stock(depot, kind)].value)
            left -= load
            let action = Order.Action.supplies(kind, amount: load, from: depot, to: target)
            give(action, giving, &moment)
        }
    }

    /// Lists the depots from which a post may have supplies brought, the nearest first.
    private mutating func listDepots(
        with kind: SupplyKind,
        for target: DepotID,
        _ picture: borrowing Picture,
        _ post: PostID
    ) {
        let destination = register.depots[target.index].place
        depotsNear.clear()
        for (index, entry) in register.depots.enumerated() where DepotID(index) != target {
            let belief = picture[.stock(DepotID(index), kind)]
            guard belief.isKnown, belief.value > 0, mayOrder(post, what: entry.post) else {
                continue
            }
            let time = routes.travelTime(from: entry.place, to: destination)
            if !time.isNever { depotsNear.append(Near(time: time, id: DepotID(index))) }
        }
        depotsNear.sort { $0.isNearer(than: $1) }
    }

    /// Sends home the teams of some kinds that are believed free at the site, or on the road.
    mutating func release(
        _ kinds: [TeamKind],
        at site: SiteID,
        alsoUnderWay: Bool,
        _ picture: borrowing Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        for index in teams.indices where kinds.contains(teams[index].kind) {
            let team = TeamID(index)
            let isDue =
                isFree(team, picture, giving.post)
                || alsoUnderWay && isUnderWay(team, to: site, picture, giving.post)
            guard isDue else { continue }
            let task = Task(.release, at: site)
            order(team, to: task, giving, &moment)
        }
    }

    /// Tells whether a post has sent a team to a site, or believes it on the road, and has not called it back.
    ///
    /// A team that is believed free or working where it is has arrived.
    private func isUnderWay(
        _ team: TeamID,
        to site: SiteID,
        _ picture: borrowing Picture,
        _ post: PostID
    ) -> Bool {
        let belief = picture.belief(of: team)
        let task = assignments[post.index * teams.count + team.index].task
        let isOnTheRoad = belief.isKnown && belief.value == TeamStatus.underWay.rawValue
        if isUnassigned(team, at: post, since: belief) { return isOnTheRoad }
        let isReady = !belief.isKnown || belief.value == TeamStatus.ready.rawValue
        return task.kind != .release && task.site == site && (isOnTheRoad || isReady)
    }

    /// Tells whether a post believes a team free at a site and has not ordered it since.
    func isFree(_ team: TeamID, _ picture: borrowing Picture, _ post: PostID) -> Bool {
        let belief = picture.belief(of: team)
        return belief.isKnown && belief.value == TeamStatus.free.rawValue
            && isUnassigned(team, at: post, since: belief)
    }
}
