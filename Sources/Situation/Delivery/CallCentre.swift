import EventKernel
import Vocabulary

/// A call to a call centre.
struct Call: BitwiseCopyable, Sendable {
    /// What has become of it.
    enum Stage: BitwiseCopyable {
        /// Waiting for an operator.
        case waiting
        /// Being answered, or done.
        case answered
        /// Given up.
        case abandoned
    }

    let caller: Observer
    let site: SiteID
    /// Guess at the number of casualties.
    var estimate: Int32 = 0
    /// Whether the caller has a guess.
    var hasEstimate = false
    /// Fact of the caller's observation.
    let cause: FactID
    var stage = Stage.waiting
    let madeAt: SimTime
}

/// A call centre in a drill: a queue with operators (M/M/c with impatient callers).
struct CallCentreState: Sendable {
    /// Operators who are free -- state.
    var freeOperators: Int32 = 0
    /// All calls of the drill, in order -- state.
    var calls: [Call] = []
    /// First call that may still be waiting -- state.
    var nextWaiting = 0

    /// Puts everything to the start of a drill and keeps the storage.
    mutating func begin(operators: Int32) {
        freeOperators = operators
        calls.removeAll(keepingCapacity: true)
        nextWaiting = 0
    }
}

extension Situation {
    /// Frees all operators and forgets all calls.
    mutating func beginCalls() {
        if centres.isEmpty { centres = definition.posts.map { _ in CallCentreState() } }
        for (post, definition) in definition.posts.enumerated() {
            centres[post].begin(operators: definition.callCentre?.operators ?? 0)
        }
        guard plan.mergesCalls, let post = definition.witnessPost else { return }
        for other in definition.callShares where other.post != post {
            centres[post.index].freeOperators += centres[other.post.index].freeOperators
            centres[other.post.index].freeOperators = 0
        }
    }

    /// Returns the post whose call centre a witness reaches: one number leads to all that are merged.
    private func callPost(of caller: Observer, _ instant: Instant) -> PostID? {
        guard let post = definition.witnessPost else { return nil }
        guard !plan.mergesCalls, !definition.callShares.isEmpty else { return post }
        var draw = instant.uniform(.callCentre, caller.entity)
        for other in definition.callShares {
            if draw < other.share { return other.post }
            draw -= other.share
        }
        return post
    }

    /// A witness calls: what the witness has to say comes as one or two observations at once.
    mutating func call(_ observation: Observation, _ moment: inout Moment) {
        guard !allCut else { return }
        switch observation.item {
        case .incident(let site):
            guard let post = callPost(of: observation.observer, moment.instant),
                !isCutOff[post.index]
            else { return }
            lastCalled = post
            centres[post.index].calls.append(
                Call(
                    caller: observation.observer,
                    site: site,
                    cause: observation.cause,
                    madeAt: moment.now
                )
            )
            messages.sent += 1
            messages.onTheWay += 1
            answerOrWait(at: post, moment.instant)
        case .estimate:
            let post = lastCalled
            let last = centres[post.index].calls.count - 1
            guard last >= 0, centres[post.index].calls[last].caller == observation.observer else {
                return
            }
            centres[post.index].calls[last].estimate = observation.value
            centres[post.index].calls[last].hasEstimate = true
        default: break
        }
    }

    private mutating func answerOrWait(at post: PostID, _ instant: Instant) {
        let number = Int32(centres[post.index].calls.count - 1)
        if centres[post.index].freeOperators > 0 {
            answer(number, at: post, instant)
            return
        }
        guard let centre = definition.posts[post.index].callCentre else { return }
        let caller = centres[post.index].calls[Int(number)].caller
        let patience = instant.duration(centre.patience, .patience, caller.entity)
        outbox.schedule(.givesUp(post, call: number), at: instant.now + patience, .delivery)
    }

    private mutating func answer(_ number: Int32, at post: PostID, _ instant: Instant) {
        guard let centre = definition.posts[post.index].callCentre else { return }
        centres[post.index].freeOperators -= 1
        centres[post.index].calls[Int(number)].stage = .answered
        let caller = centres[post.index].calls[Int(number)].caller
        let length = instant.duration(centre.call, .call, caller.entity)
        outbox.schedule(.callEnds(post, call: number), at: instant.now + length, .delivery)
    }

    /// A caller has told everything: the post knows it, and the operator takes the next call.
    mutating func callEnds(at post: PostID, _ number: Int32, _ moment: inout Moment) {
        let call = centres[post.index].calls[Int(number)]
        messages.onTheWay -= 1
        messages.delivered += 1
        takeIn(call, number, at: post, &moment)
        if plan.mergesCalls {
            for other in definition.callShares where other.post != post {
                // The same call is before the other services as well.
                messages.sent += 1
                messages.delivered += 1
                takeIn(call, number, at: other.post, &moment)
            }
        }
        centres[post.index].freeOperators += 1
        answerNext(at: post, moment.instant)
    }

    /// A post takes in what a caller says.
    private mutating func takeIn(
        _ call: Call,
        _ number: Int32,
        at post: PostID,
        _ moment: inout Moment
    ) {
        let id = ReportID(reports.count)
        let link = LinkID(firstStaff + post.index)
        let sent = moment.record(.sent(id, link, .first), because: call.cause)
        reports.append(
            Report(link: link, to: post, kind: .first, ordinal: number, firstLine: -1, fact: sent)
        )
        let fact = moment.record(.delivered(id, post), because: sent)
        believe(.incident(call.site), 1, observedAt: call.madeAt, because: fact, at: post, &moment)
        if call.hasEstimate {
            believe(
                .estimate(call.site),
                call.estimate,
                observedAt: call.madeAt,
                because: fact,
                at: post,
                &moment
            )
        }
        touch(post, because: fact)
    }

    private mutating func answerNext(at post: PostID, _ instant: Instant) {
        while centres[post.index].nextWaiting < centres[post.index].calls.count {
            let number = centres[post.index].nextWaiting
            centres[post.index].nextWaiting += 1
            if centres[post.index].calls[number].stage == .waiting {
                answer(Int32(number), at: post, instant)
                return
            }
        }
    }

    /// A waiting caller gives up.
    mutating func givesUp(at post: PostID, _ number: Int32, _ moment: inout Moment) {
        let call = centres[post.index].calls[Int(number)]
        guard call.stage == .waiting else { return }
        centres[post.index].calls[Int(number)].stage = .abandoned
        messages.onTheWay -= 1
        messages.lost += 1
        moment.record(.abandonedCall(post, call.caller), because: call.cause)
    }
}

extension Observer {
    /// The observer as an entity of random streams.
    var entity: UInt64 {
        UInt64(kind.rawValue) << 32 | UInt64(UInt32(bitPattern: number))
    }
}
