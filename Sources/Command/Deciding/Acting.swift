import EventKernel
import Situation
import Vocabulary

extension Command {
    /// Lets a post follow a rule, or ask for the approval that it needs.
    mutating func follow(
        _ rule: RuleID,
        at post: PostID,
        because cause: FactID,
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        rules[rule.index].isPending = false
        if let approver = plan.rules[rule.index].approver, !rules[rule.index].isApproved {
            ask(approver, for: rule, at: post, because: cause, &moment)
        } else {
            carryOut(rule, at: post, because: cause, seeing: picture, &moment)
        }
    }

    /// Lets a post do all that a rule says, on the picture as it is now.
    mutating func carryOut(
        _ rule: RuleID,
        at post: PostID,
        because cause: FactID,
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        rules[rule.index].firedAt = moment.now
        concerns[post.index] = currentConcerns(of: post)
        let fact = moment.record(.decided(post, rule), because: cause)
        for action in plan.rules[rule.index].actions {
            perform(action, at: post, because: fact, seeing: picture, &moment)
        }
        // Rules of lower rank have waited for this one.
        if postEntries[post.index].ranksRules {
            consider(post, because: fact, seeing: picture, &moment)
        }
    }

    private mutating func perform(
        _ action: Action,
        at post: PostID,
        because cause: FactID,
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        let giving = Giving(post: post, cause: cause)
        switch action {
        case .dispatch(let dispatch):
            send(dispatch, picture, giving, &moment)
        case .level(let level): start(level, at: post, because: cause, &moment)
        case .raise(let level):
            guard level > levels[post.index] else { break }
            start(level, at: post, because: cause, &moment)
        case .lower(let level):
            guard level < levels[post.index] else { break }
            start(level, at: post, because: cause, &moment)
        case .warn(let zones):
            for zone in zones { give(.warning(zone), giving, &moment) }
        case .shelter(let zones):
            for zone in zones { give(.shelter(zone), giving, &moment) }
        case .request(let teams):
            doings.append(OwnDoing(post: post, item: .aid(post), value: teams, cause: cause))
        case .supply(let kind, let amount, let site):
            supply(kind, amount, to: site, picture, giving, &moment)
        case .publish: publish(at: post, because: cause, picture, &moment)
        case .release(let kinds, let site, let underWay):
            release(kinds, at: site, alsoUnderWay: underWay, picture, giving, &moment)
        case .announce(let kind):
            let fact = moment.record(.released(post, kind), because: cause)
            releases.append(Release(by: post, kind, cause: fact))
        }
    }

    private mutating func start(
        _ level: ResponseLevel,
        at post: PostID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard levels[post.index] != level else { return }
        levels[post.index] = level
        unseen[post.index].insert(.response)
        let fact = moment.record(.levelChanged(post, level), because: cause)
        let value = Int32(level.rawValue)
        doings.append(OwnDoing(post: post, item: .level(post), value: value, cause: fact))
    }

    private mutating func publish(
        at post: PostID,
        because cause: FactID,
        _ picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        let belief = picture[.verified(.dead, SiteID(0))]
        guard belief.isKnown else { return }
        published[post.index] = belief.value
        unseen[post.index].insert(.verified)
        let fact = moment.record(.published(post, dead: belief.value), because: cause)
        releases.append(
            Release(by: post, .verifiedDeaths, dead: belief.value, cause: fact)
        )
    }

    /// Gives an order.
    mutating func give(
        _ action: Order.Action,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        let id = OrderID(given)
        given += 1
        let post = giving.post
        let content: FactContent =
            switch action {
            case .task(let team, let task): .ordered(id, post, team, task)
            case .supplies(let kind, let amount, let from, let to):
                .orderedSupplies(id, post, from: from, to: to, kind, amount: amount)
            case .warning(let zone), .shelter(let zone): .orderedWarning(id, post, zone)
            }
        let fact = moment.record(content, because: giving.cause)
        orders.append(Order(id: id, post: post, action: action, cause: fact))
    }

    /// Orders a team to a task and remembers it.
    mutating func order(
        _ team: TeamID,
        to task: Task,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        let own = giving.post.index * teams.count + team.index
        count(false, own, giving.post)
        assignments[own] = Assignment(
            task: task,
            place: Int32(truncatingIfNeeded: place(of: task)),
            orderedAt: moment.now
        )
        count(true, own, giving.post)
        crews.note(team, isFree: false, at: giving.post)
        give(.task(team, task), giving, &moment)
    }

    /// Tells whether a post may order what belongs to another: to itself or to one below it.
    func mayOrder(_ post: PostID, what owner: PostID) -> Bool {
        var current: PostID? = owner
        var steps = 0
        while let level = current, steps <= posts.count {
            if level == post { return true }
            current = posts[level.index].superior
            steps += 1
        }
        return false
    }
}
