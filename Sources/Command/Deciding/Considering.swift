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
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        let entry = postEntries[post.index]
        if entry.approves { takeUpRequests(at: post, picture, moment.instant) }
        if entry.asksApproval { followApproved(at: post, seeing: picture, &moment) }
        let changed = unseen[post.index]
        unseen[post.index] = []
        for place in entry.rules.all {
            let rule = rankedRules[place]
            guard !isRefuted(rule, at: post, picture, changed, moment.now),
                mayFire(rule, at: moment.now)
            else { continue }
            if entry.ranksRules, isHeldBack(rule, among: entry.rules.all) { continue }
            take(up: rule, at: post, seeing: picture, else: cause, moment.instant)
        }
        if entry.commands, mayAllocate(post, picture, moment.now) {
            isAllocating[post.index] = true
            scheduleAllocation(at: post, because: cause, moment.instant)
        }
        if entry.watchesTime { watchTime(at: post, picture, moment.instant) }
    }

    /// Tells whether that part of a rule's condition still does not hold which did not when its post
    /// looked last.
    @inline(__always)
    private mutating func isRefuted(
        _ rule: RuleID,
        at post: PostID,
        _ picture: borrowing Picture,
        _ changed: ItemCategories,
        _ now: SimTime
    ) -> Bool {
        let place = Int(rules[rule.index].refuted)
        guard place >= 0 else { return false }
        let conjunct = conjuncts[place]
        if conjunct.isUntouched(by: changed) { return true }
        // What is mostly left of a condition that does not hold is to wait.
        if conjunct.minutesKnown < .infinity, picture.minutesKnown(at: now) < conjunct.minutesKnown
        {
            return true
        }
        if !holds(place, at: post, picture, now) { return true }
        rules[rule.index].refuted = -1
        return false
    }

    /// Tells whether there are free teams, and something new since the post last found nothing for
    /// them to do.
    @inline(__always)
    private func mayAllocate(_ post: PostID, _ picture: borrowing Picture, _ now: SimTime) -> Bool {
        guard picture.freeTeams > 0, !isAllocating[post.index] else { return false }
        let last = idle[post.index]
        return last.needs != needs[post.index] || last.freeRevision != picture.freeRevision
            || last.holding != holding(at: post, picture, now)
    }

    /// Returns which conditions of tasks hold at a post, as one number.
    @inline(__always)
    func holding(at post: PostID, _ picture: borrowing Picture, _ now: SimTime) -> UInt64 {
        var number: UInt64 = 1
        for index in tasks.indices {
            let holds = refuting(tasks[index].conjuncts, at: post, picture, now) == nil
            number = number &* 31 &+ (holds ? 1 : 2)
        }
        return number
    }

    /// Tells whether a rule may fire at an instant.
    @inline(__always)
    private func mayFire(_ rule: RuleID, at now: SimTime) -> Bool {
        let state = rules[rule.index]
        if state.isPending || state.isAwaiting { return false }
        guard !state.firedAt.isNever else { return true }
        let gap = ruleEntries[rule.index].againAfter
        return !gap.isNever && now >= state.firedAt + gap
    }

    /// Tells whether the post makes up its mind on a rule of higher rank.
    private func isHeldBack(_ rule: RuleID, among own: Range<Int>) -> Bool {
        let priority = ruleEntries[rule.index].priority
        for place in own {
            let other = rankedRules[place].index
            if rules[other].isPending, ruleEntries[other].priority > priority { return true }
        }
        return false
    }

    /// Takes up a rule if its condition holds.
    private mutating func take(
        up rule: RuleID,
        at post: PostID,
        seeing picture: borrowing Picture,
        else cause: FactID,
        _ instant: Instant
    ) {
        let conjuncts = ruleEntries[rule.index].conjuncts
        if let refuted = refuting(conjuncts, at: post, picture, instant.now) {
            rules[rule.index].refuted = Int32(refuted)
            return
        }
        let reason = reason(plan.rules[rule.index].condition, picture, else: cause)
        rules[rule.index].isPending = true
        let entity =
            UInt64(UInt32(bitPattern: plan.rules[rule.index].streamKey)) << 32
            | UInt64(UInt32(bitPattern: rules[rule.index].timesTaken))
        rules[rule.index].timesTaken += 1
        schedule(.decides(post, rule, because: reason), for: post, entity, instant)
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
        let time = instant.duration(decisions[post.index], .decision, entity)
        outbox.schedule(event, at: instant.now + time, .decision)
    }

    /// Has a post look again every ten minutes, from its first news on, since a rule or task of its
    /// depends on time passing.
    private mutating func watchTime(
        at post: PostID,
        _ picture: borrowing Picture,
        _ instant: Instant
    ) {
        guard !isWatching[post.index], !picture.knowsSince.isNever else { return }
        isWatching[post.index] = true
        outbox.schedule(
            .considers(post),
            at: instant.now + SimDuration(minutes: 10),
            .decision
        )
    }

    /// Returns the first part of a condition that does not hold at a post; nil where the condition holds.
    @inline(__always)
    func refuting(
        _ parts: Places,
        at post: PostID,
        _ picture: borrowing Picture,
        _ now: SimTime
    ) -> Int? {
        conjuncts.refuting(parts, seeing: picture, own(post, now))
    }

    /// Tells whether a part of a condition holds at a post.
    @inline(__always)
    private func holds(
        _ place: Int,
        at post: PostID,
        _ picture: borrowing Picture,
        _ now: SimTime
    ) -> Bool {
        conjuncts.holds(place, seeing: picture, own(post, now))
    }

    /// What a post knows of itself at an instant.
    @inline(__always)
    private func own(_ post: PostID, _ now: SimTime) -> OwnState {
        OwnState(level: levels[post.index], published: published[post.index], now: now)
    }
}

/// What a post knows of itself when it decides.
private struct OwnState: BitwiseCopyable {
    let level: ResponseLevel
    let published: Int32
    let now: SimTime
}

extension ConjunctTable {
    /// Returns the first of some conjuncts that does not hold; nil where all hold.
    fileprivate func refuting(
        _ parts: Places,
        seeing picture: borrowing Picture,
        _ own: OwnState
    ) -> Int? {
        for place in parts.all where !holds(place, seeing: picture, own) { return place }
        return nil
    }

    /// Tells whether the conjunct at a place holds.
    fileprivate func holds(
        _ place: Int,
        seeing picture: borrowing Picture,
        _ own: OwnState
    ) -> Bool {
        holds(place) { picture.value(of: $0, own) }
    }
}

extension Picture {
    /// Time since the post first knew of an incident [min]; 0 while it does not.
    @inline(__always)
    fileprivate func minutesKnown(at now: SimTime) -> Double {
        knowsSince.isNever ? 0 : (now - knowsSince).minutes
    }

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
        case .minutesKnown: return minutesKnown(at: own.now)
        case .published: return Double(own.published)
        case .buried(let site): return known(.buried(site))
        case .missing(let site): return known(.missing(site))
        }
    }
}
