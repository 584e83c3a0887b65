public import Command
public import EventKernel
public import GroundTruth
public import Situation
import Terrain
public import Vocabulary

/// Something that happens in a drill.
///
/// `Phase` says in which order events of one instant happen.
public enum DrillEvent: BitwiseCopyable, Sendable {
    /// Exercise control changes something.
    case inject(InjectID)
    /// Something happens in the world.
    case truth(GroundTruthEvent)
    /// Something happens to information.
    case situation(SituationEvent)
    /// Something happens to deciding.
    case command(CommandEvent)
    /// A post looks at a picture that has changed.
    case consider(PostID, because: FactID)
    /// The drill ends.
    case end
}

/// One drill: a plan played against a scenario under one luck.
///
/// Joins the rooms: takes one event after another from the calendar, hands it to its room, and turns
/// what comes out of one room into what goes into another. The same value can play many drills, one
/// after another, and keeps its storage from one to the next.
public struct Drill: ~Copyable {
    /// Everything the scenario fixes.
    public let scenario: Scenario

    var truth: GroundTruth
    var situation: Situation
    var command: Command
    var calendar = EventCalendar<DrillEvent>()
    @usableFromInline var moment = Moment(luck: DrillKey(seed: 0, drill: 0))
    /// Whether each post is to look at its picture in this instant -- state.
    private var isToConsider: [Bool]
    /// Fact that each conditional inject has waited for, `none` while it waits -- state.
    private var triggers: [FactID] = []
    /// Conditional injects that still wait -- state.
    private var waitingInjects: [InjectID] = []
    /// Events that have happened in this drill.
    public private(set) var eventCount: Int64 = 0

    /// Prepares the drills of a scenario under a plan.
    public init(_ scenario: Scenario, plan: Plan) {
        self.scenario = scenario
        let routes = RouteTable(scenario.terrain)
        truth = GroundTruth(
            definition: scenario.truth,
            register: scenario.register,
            terrain: scenario.terrain,
            posts: scenario.situation.posts.count,
            routes: routes
        )
        situation = Situation(
            definition: scenario.situation,
            register: scenario.register,
            table: scenario.items,
            zoneCount: scenario.truth.zones.count
        )
        command = Command(
            plan: plan,
            posts: scenario.situation.posts,
            register: scenario.register,
            terrain: scenario.terrain,
            routes: routes
        )
        isToConsider = Array(repeating: false, count: scenario.situation.posts.count)
    }

    /// Puts everything to the start of a drill, with its first facts.
    ///
    /// - Parameters:
    ///   - seed: Seed of the batch.
    ///   - number: Number of the drill within the batch.
    public mutating func begin(seed: UInt64, drill number: UInt64) {
        calendar.reset()
        moment.facts.reset()
        moment.instant = Instant(luck: DrillKey(seed: seed, drill: number))
        eventCount = 0
        for post in isToConsider.indices { isToConsider[post] = false }
        moment.record(.started, because: .none)
        situation.begin(command.reporting)
        command.begin()
        truth.begin(monitoring: command.monitored, &moment)
        triggers.removeAll(keepingCapacity: true)
        for _ in scenario.injects { triggers.append(.none) }
        waitingInjects.removeAll(keepingCapacity: true)
        for (index, inject) in scenario.injects.enumerated() {
            guard inject.trigger == nil else {
                waitingInjects.append(InjectID(index))
                continue
            }
            calendar.schedule(
                .inject(InjectID(index)),
                at: inject.time,
                rank: Phase.inject.rawValue
            )
        }
        let end = SimTime.start + scenario.duration
        calendar.schedule(.end, at: end, rank: Phase.measurement.rawValue)
        passOn()
        if !waitingInjects.isEmpty { trigger(since: 0) }
    }

    /// Lets the drill go on with other luck, as one of many branches with the same past.
    ///
    /// What has been drawn stays, also where it is still to happen.
    ///
    /// - Parameter number: Number of the branch among those of the instant.
    public mutating func branch(_ number: UInt64) {
        moment.branch(number)
    }

    /// Current instant.
    public var now: SimTime { moment.now }

    /// Record of the drill, fresh in it the facts of the latest call of `step()` or `advance(byFacts:)`; of
    /// the beginning, before the first.
    @inlinable public var facts: FactLog {
        _read { yield moment.facts }
    }

    /// Hands out the facts of the latest call of `step()` or `advance(byFacts:)` in order; of the
    /// beginning, before the first.
    @inlinable
    public func forEachFreshFact(_ take: (Fact) -> Void) {
        for index in moment.facts.fresh.indices { take(moment.facts.fresh[index]) }
    }

    /// Number of facts so far.
    public var factCount: Int { moment.facts.count }

    /// Lets the next event happen.
    ///
    /// - Returns: Whether the drill goes on.
    public mutating func step() -> Bool {
        moment.facts.clear()
        return happen()
    }

    /// Lets events happen until so many facts are fresh.
    ///
    /// Who takes in facts by the hundred keeps the processor at one thing at a time.
    ///
    /// - Returns: Whether the drill goes on.
    public mutating func advance(byFacts count: Int) -> Bool {
        moment.facts.clear()
        while moment.facts.fresh.count < count {
            if !happen() { return false }
        }
        return true
    }

    private mutating func happen() -> Bool {
        guard let event = calendar.next() else { return false }
        moment.now = calendar.now
        let firstFact = moment.facts.fresh.count
        eventCount += 1
        switch event {
        case .inject(let inject): apply(inject)
        case .truth(let event): truth.apply(event, &moment)
        case .situation(let event): situation.apply(event, &moment)
        case .command(let event): command.apply(event, seeing: situation.pictures, &moment)
        case .consider(let post, let cause):
            isToConsider[post.index] = false
            guard situation.isActive(post) else { break }
            command.consider(post, because: cause, seeing: situation.pictures[post.index], &moment)
        case .end:
            truth.measureOpinion(&moment)
            moment.record(.ended, because: .none)
            return false
        }
        passOn()
        if !waitingInjects.isEmpty { trigger(since: firstFact) }
        return true
    }

    /// Schedules the conditional injects that wait for one of the facts from a place in the fresh ones.
    private mutating func trigger(since first: Int) {
        for place in first..<moment.facts.fresh.count {
            let fact = moment.facts.fresh[place]
            var left = 0
            for index in waitingInjects.indices {
                let number = waitingInjects[index]
                let inject = scenario.injects[number.index]
                if inject.trigger?.isMet(by: fact.content) == true {
                    triggers[number.index] = fact.id
                    let time = moment.now + (inject.time - SimTime.start)
                    calendar.schedule(.inject(number), at: time, rank: Phase.inject.rawValue)
                } else {
                    waitingInjects[left] = number
                    left += 1
                }
            }
            waitingInjects.removeLast(waitingInjects.count - left)
        }
    }

    private mutating func apply(_ inject: InjectID) {
        let fact = moment.record(.injected(inject), because: triggers[inject.index])
        switch scenario.injects[inject.index].change {
        case .hazard(let hazard): truth.begin(hazard, because: fact, &moment)
        case .road(let road, let closed):
            truth.setRoad(road, closed: closed, because: fact, &moment)
        case .traffic(let kind, let permille):
            let factor = Double(permille) / 1000
            truth.setSpeed(on: kind, factor: factor, because: fact, &moment)
        case .channels(let cut): situation.cutAllChannels(cut)
        case .post(let post, let cut): situation.cutOff(post, cut)
        case .casualty(let person, let severity):
            truth.place(person, severity, because: fact, &moment)
        case .message: break
        }
    }

    /// Passes on what has come out of the rooms, until nothing is left.
    private mutating func passOn() {
        repeat {
            passOnObservations()
            passOnDoings()
            passOnArrivals()
            schedule()
        } while !truth.observations.isEmpty
    }

    private mutating func passOnObservations() {
        guard !truth.observations.isEmpty else { return }
        for index in truth.observations.indices {
            situation.notice(truth.observations[index], &moment)
        }
        truth.observations.clear()
    }

    private mutating func passOnDoings() {
        if !command.doings.isEmpty {
            for index in command.doings.indices {
                let doing = command.doings[index]
                let (item, value) = (doing.item, doing.value)
                situation.know(item, value, at: doing.post, because: doing.cause, &moment)
            }
            command.doings.clear()
        }
        if !command.releases.isEmpty {
            for index in command.releases.indices { truth.hear(command.releases[index], &moment) }
            command.releases.clear()
        }
        if !command.orders.isEmpty {
            for index in command.orders.indices { situation.send(command.orders[index], &moment) }
            command.orders.clear()
        }
    }

    private mutating func passOnArrivals() {
        guard !situation.arrivedOrders.isEmpty else { return }
        for index in situation.arrivedOrders.indices {
            let arrived = situation.arrivedOrders[index]
            truth.carryOut(arrived.order, because: arrived.fact, &moment)
        }
        situation.arrivedOrders.clear()
    }

    private mutating func schedule() {
        if !truth.outbox.scheduled.isEmpty {
            for index in truth.outbox.scheduled.indices {
                let item = truth.outbox.scheduled[index]
                calendar.schedule(.truth(item.event), at: item.time, rank: item.phase.rawValue)
            }
            truth.outbox.clear()
        }
        if !situation.outbox.scheduled.isEmpty {
            for index in situation.outbox.scheduled.indices {
                let item = situation.outbox.scheduled[index]
                calendar.schedule(.situation(item.event), at: item.time, rank: item.phase.rawValue)
            }
            situation.outbox.clear()
        }
        if !command.outbox.scheduled.isEmpty {
            for index in command.outbox.scheduled.indices {
                let item = command.outbox.scheduled[index]
                calendar.schedule(.command(item.event), at: item.time, rank: item.phase.rawValue)
            }
            command.outbox.clear()
        }
        if !situation.teamNews.isEmpty { tellOfTeams() }
        if !situation.touched.isEmpty { wakePosts() }
    }

    /// Lets command know what posts now believe of the teams they were told of.
    private mutating func tellOfTeams() {
        for index in situation.teamNews.indices {
            let news = situation.teamNews[index]
            let belief = situation.pictures[news.post.index].belief(of: news.team)
            command.note(belief, of: news.team, at: news.post)
        }
        situation.teamNews.clear()
    }

    /// Lets the posts look whose pictures have changed in something that concerns them.
    private mutating func wakePosts() {
        for index in situation.touched.indices {
            let touch = situation.touched[index]
            // Noted even where the post is to look in this instant anyway.
            let isConcerned = command.note(touch.what, at: touch.post)
            guard isConcerned, !isToConsider[touch.post.index] else { continue }
            isToConsider[touch.post.index] = true
            calendar.schedule(
                .consider(touch.post, because: touch.fact),
                at: moment.now,
                rank: Phase.decision.rawValue
            )
        }
        situation.touched.clear()
    }
}
