import EventKernel
public import Situation
public import Vocabulary

extension Command {
    /// Lets a post look at its picture: rules that hold are taken up, and a commander goes on to give
    /// teams their tasks.
    ///
    /// - Parameters:
    ///   - post: The post.
    ///   - cause: Fact that changed its picture.
    ///   - picture: What the post believes.
    ///   - moment: The instant.
    public mutating func consider(
        _ post: PostID,
        because cause: FactID,
        seeing picture: Picture,
        _ moment: inout Moment
    ) {
        if !approvedBy[post.index].isEmpty { takeUpRequests(at: post, picture, moment.instant) }
        if asksApproval[post.index] { followApproved(at: post, seeing: picture, &moment) }
        for rule in rulesOf[post.index] where mayFire(rule, at: moment.now) {
            if ranksRules[post.index], isHeldBack(rule, at: post) { continue }
            let condition = plan.rules[rule.index].condition
            guard holds(condition, at: post, picture, moment.now) else { continue }
            let reason = reason(condition, picture, else: cause)
            take(up: rule, at: post, because: reason, moment.instant)
        }
        if commands[post.index], mayAllocate(post, picture, moment.now) {
            isAllocating[post.index] = true
            scheduleAllocation(at: post, because: cause, moment.instant)
        }
        watchTime(at: post, picture, moment.instant)
    }

    /// Tells whether there are free teams, and something new since the post last found nothing for
    /// them to do.
    @inline(__always)
    private func mayAllocate(_ post: PostID, _ picture: Picture, _ now: SimTime) -> Bool {
        guard picture.freeTeams > 0, !isAllocating[post.index] else { return false }
        let last = idle[post.index]
        return last.needs != needs[post.index] || last.freeRevision != picture.freeRevision
            || last.holding != holding(at: post, picture, now)
    }

    /// Returns which conditions of tasks hold at a post, as one number.
    @inline(__always)
    func holding(at post: PostID, _ picture: Picture, _ now: SimTime) -> UInt64 {
        var number: UInt64 = 1
        for index in tasks.indices {
            let holds = holds(tasks[index].condition, at: post, picture, now)
            number = number &* 31 &+ (holds ? 1 : 2)
        }
        return number
    }

    /// Tells whether a rule may fire at an instant.
    private func mayFire(_ rule: RuleID, at now: SimTime) -> Bool {
        let state = rules[rule.index]
        if state.isPending || state.isAwaiting { return false }
        guard !state.firedAt.isNever else { return true }
        guard let gap = plan.rules[rule.index].againAfterSeconds else { return false }
        return now >= state.firedAt + SimDuration(seconds: gap)
    }

    /// Tells whether the post makes up its mind on a rule of higher rank.
    private func isHeldBack(_ rule: RuleID, at post: PostID) -> Bool {
        let priority = plan.rules[rule.index].priority
        return rulesOf[post.index].contains { other in
            rules[other.index].isPending && plan.rules[other.index].priority > priority
        }
    }

    private mutating func take(
        up rule: RuleID,
        at post: PostID,
        because cause: FactID,
        _ instant: Instant
    ) {
        rules[rule.index].isPending = true
        let entity =
            UInt64(UInt32(bitPattern: plan.rules[rule.index].streamKey)) << 32
            | UInt64(UInt32(bitPattern: rules[rule.index].timesTaken))
        rules[rule.index].timesTaken += 1
        schedule(.decides(post, rule, because: cause), for: post, entity, instant)
    }

    /// Schedules an allocation after the time that the post takes for a decision.
    private mutating func scheduleAllocation(
        at post: PostID,
        because cause: FactID,
        _ instant: Instant
    ) {
        let entity = 1 << 63 | post.entity(allocations[post.index])
        allocations[post.index] += 1
        schedule(.allocates(post, because: cause), for: post, entity, instant)
    }

    /// Schedules a decision after the time that the post takes for one.
    private mutating func schedule(
        _ event: CommandEvent,
        for post: PostID,
        _ entity: UInt64,
        _ instant: Instant
    ) {
        let time = instant.duration(posts[post.index].decision, .decision, entity)
        outbox.schedule(event, at: instant.now + time, .decision)
    }

    /// Has a post look again every ten minutes, from its first news on, where a rule or task of its
    /// depends on time passing.
    private mutating func watchTime(at post: PostID, _ picture: Picture, _ instant: Instant) {
        guard watchesTime[post.index], !isWatching[post.index],
            !picture.knowsSince.isNever
        else { return }
        isWatching[post.index] = true
        outbox.schedule(
            .considers(post),
            at: instant.now + SimDuration(minutes: 10),
            .decision
        )
    }

    /// Tells whether a condition holds at a post.
    @inline(__always)
    func holds(
        _ condition: Expression,
        at post: PostID,
        _ picture: Picture,
        _ now: SimTime
    ) -> Bool {
        let own = OwnState(level: levels[post.index], published: published[post.index], now: now)
        return condition.evaluate { picture.value(of: $0, own) } != 0
    }
}

/// What a post knows of itself when it decides.
private struct OwnState: BitwiseCopyable {
    let level: ResponseLevel
    let published: Int32
    let now: SimTime
}

extension Picture {
    private func known(_ item: Item) -> Double {
        let belief = self[item]
        return belief.isKnown ? Double(belief.value) : 0
    }

    /// Returns the value of a quantity as a post knows it.
    fileprivate func value(of quantity: Quantity, _ own: OwnState) -> Double {
        switch quantity {
        case .counted(let tally):
            let verified = known(.verified(tally, SiteID(0)))
            return max(Double(total(tally)), verified)
        case .verified(let tally, let site): return known(.verified(tally, site))
        case .estimate(let site): return known(.estimate(site))
        case .incident(let site): return known(.incident(site))
        case .chemicals(let site): return known(.chemicals(site))
        case .burningFires: return Double(burningFires)
        case .reading(let sensor): return known(.reading(sensor)) / 10
        case .stock(let depot, let kind): return known(.stock(depot, kind))
        case .sweeps(let zone): return known(.sweeps(zone))
        case .awaitingTransport(let site): return known(.awaitingTransport(site))
        case .teams(let kind, let status): return Double(teams(kind, status))
        case .ownLevel: return Double(own.level.rawValue)
        case .level(let other): return known(.level(other))
        case .aid(let other): return known(.aid(other))
        case .minutesKnown:
            return knowsSince.isNever ? 0 : (own.now - knowsSince).minutes
        case .published: return Double(own.published)
        case .buried(let site): return known(.buried(site))
        case .missing(let site): return known(.missing(site))
        }
    }
}
