import EventKernel
public import Vocabulary

extension Situation {
    /// Lets a post know something at first hand: what it has decided itself.
    public mutating func know(
        _ item: Item,
        _ value: Int32,
        at post: PostID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        believe(item, value, observedAt: moment.now, because: cause, at: post, &moment)
        touch(post, because: cause)
    }

    /// Takes a value into the picture of a post; what changes is reported further.
    ///
    /// - Parameters:
    ///   - item: What the value is about.
    ///   - known: Place of the item in a picture, where the caller knows it.
    ///   - value: The value that is believed from now on.
    ///   - observedAt: When the value was perceived.
    ///   - cause: Fact from which the belief follows.
    ///   - told: What the line of the report passes on; `none` where there is no report.
    ///   - post: Post that believes.
    ///   - moment: The current instant.
    mutating func believe(
        _ item: Item,
        place known: Int? = nil,
        _ value: Int32,
        observedAt: SimTime,
        because cause: FactID,
        told: FactID = .none,
        at post: PostID,
        _ moment: inout Moment
    ) {
        let place = known ?? table.index(of: item)
        let believed = pictures[post.index].take(
            item,
            at: place,
            value,
            observedAt: observedAt,
            at: moment.now,
            kinds: teamKinds
        )
        if commands[post.index], case .team(let team) = item {
            teamNews.append(TeamNews(post: post, team: team))
        }
        guard let believed else { return }
        let category = ItemCategories.of(item)
        changed[post.index].insert(category)
        let content = FactContent.believed(post, item, value: believed, told: told)
        let fact = moment.record(content, because: cause)
        pictures[post.index].beliefs[place].fact = fact
        let out = linksOut.places(of: post)
        if out.isEmpty && category != .counts { return }
        if case .incident(let site) = item {
            scheduleDeadlines(of: post, site, because: fact, moment.now)
        }
        let line = Line(
            item: item,
            place: Int32(truncatingIfNeeded: place),
            value: believed,
            observedAt: observedAt,
            cause: fact
        )
        for place in out where linksOut[place].carries.contains(category) {
            enqueue(line, on: linksOut[place].link, moment.instant)
        }
        if category == .counts {
            certify(item, at: post, because: fact, &moment)
            beginVerification(at: post, because: fact, moment.instant)
        }
    }

    /// Takes the dead of hospitals for verified at a post that does so: a hospital certifies death, and
    /// only the dead at the scene need a round of verification.
    private mutating func certify(
        _ item: Item,
        at post: PostID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard definition.posts[post.index].trustsCertificates, case .inCare(.dead, _) = item else {
            return
        }
        var certified: Int32 = 0
        for hospital in register.hospitals.indices {
            let belief = pictures[post.index][.inCare(.dead, HospitalID(hospital))]
            if belief.isKnown { certified += belief.value }
        }
        let verified = pictures[post.index][.verified(.dead, SiteID(0))]
        guard certified > (verified.isKnown ? verified.value : 0) else { return }
        know(.verified(.dead, SiteID(0)), certified, at: post, because: cause, &moment)
    }

    /// Begins to verify counts of the dead at a post that does so, when they exceed what is verified.
    private mutating func beginVerification(
        at post: PostID,
        because cause: FactID,
        _ instant: Instant
    ) {
        guard let time = definition.posts[post.index].verification,
            verifying[post.index] == nil
        else { return }
        let site = SiteID(0)
        let counted = pictures[post.index].total(.dead)
        let verified = pictures[post.index][.verified(.dead, site)]
        let known = verified.isKnown ? verified.value : 0
        guard counted > known else { return }
        verifying[post.index] = cause
        let delay = instant.duration(time, .verification, post.entity(counted))
        outbox.schedule(
            .isVerified(post, site, dead: counted),
            at: instant.now + delay,
            .delivery
        )
    }

    /// Counts have been verified: the post knows them for sure, and begins anew with what has come
    /// in since.
    mutating func isVerified(
        _ post: PostID,
        _ site: SiteID,
        dead: Int32,
        _ moment: inout Moment
    ) {
        let cause = verifying[post.index] ?? .none
        verifying[post.index] = nil
        let known = pictures[post.index][.verified(.dead, site)]
        believe(
            .verified(.dead, site),
            max(dead, known.isKnown ? known.value : 0),
            observedAt: moment.now,
            because: cause,
            at: post,
            &moment
        )
        touch(post, because: pictures[post.index][.verified(.dead, site)].fact)
        beginVerification(at: post, because: cause, moment.instant)
    }
}
