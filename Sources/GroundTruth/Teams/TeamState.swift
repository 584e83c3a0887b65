import EventKernel
import Terrain
import Vocabulary

/// A team in a drill.
struct TeamState: BitwiseCopyable, Sendable {
    /// Where a team is in its work.
    enum Stage: BitwiseCopyable {
        /// At its station, ready.
        case atStation
        /// Getting ready to leave.
        case turningOut(SiteID)
        /// On the road to a site.
        case underWay(SiteID)
        /// At a site without a task.
        case free(SiteID)
        /// Going into action within the site.
        case deploying(Task)
        /// At work.
        case working(Task)
        /// At work, digging somebody out.
        case freeing(CasualtyIndex, Task)
        /// Resting between two spells in breathing apparatus.
        case resting(Task)
        /// Waiting for air, to go on.
        case waiting(Task)
        /// Loading casualties for a hospital.
        case loading(Task)
        /// On the road to a hospital with casualties.
        case carrying(Task)
        /// Handing over casualties.
        case handingOver(Task)
        /// On the way back to the site.
        case comingBack(SiteID)
        /// On the way home.
        case returning
    }

    /// Where the team is in its work -- state.
    var stage = Stage.atStation
    /// Task to go into once the present trip is over -- state.
    var next: Task?
    /// Post that gave the latest order -- state.
    var orderedBy: PostID?
    /// Fact of the latest order or change -- state.
    var lastFact = FactID.none
    /// Counter by which outdated events are known -- state.
    var epoch: Int32 = 0
    /// Orders received so far, for the streams -- state.
    var orders: Int32 = 0
    /// Trips made so far, for the streams -- state.
    var trips: Int32 = 0
    /// Way that the team is making by road, if any -- state.
    var trip: Trip?
    /// Supplies on the vehicles, until they are handed to a site -- state.
    var carried: SupplyAmounts
    /// Members hurt so far -- state.
    var losses: Int32 = 0
    /// Members hurt so far whom the team has reckoned with -- state.
    var settledLosses: Int32 = 0
    /// When the present spell ends -- state.
    var spellEnds = SimTime.never
    /// Casualties on board -- state.
    var onBoard = Passengers()

    /// Creates a team at the start of a drill.
    init(_ definition: TeamDefinition) {
        carried = definition.carried
    }

    /// State of the team as it reports it.
    var status: TeamStatus {
        switch stage {
        case .atStation: .ready
        case .turningOut, .underWay: .underWay
        case .free: .free
        case .deploying, .working, .freeing, .loading, .carrying, .handingOver, .comingBack:
            .working
        case .resting, .waiting: .resting
        case .returning: .returning
        }
    }

    /// Task the team is carrying out, if any.
    var task: Task? {
        switch stage {
        case .deploying(let task), .working(let task), .freeing(_, let task), .resting(let task),
            .waiting(let task), .loading(let task), .carrying(let task), .handingOver(let task):
            task
        case .atStation, .turningOut, .underWay, .free, .comingBack, .returning: nil
        }
    }
}

/// Casualties on board of a team, at most eight, as a plain value.
struct Passengers: BitwiseCopyable, Sendable {
    /// Most that can be carried at a time -- constant.
    static let limit = 8

    private var places = SIMD8<Int32>(repeating: 0)
    private(set) var count = 0

    /// The so many-th casualty on board.
    subscript(index: Int) -> CasualtyIndex { CasualtyIndex(Int(places[index])) }

    /// Takes a casualty on board.
    mutating func add(_ casualty: CasualtyIndex) {
        precondition(count < Self.limit, "A team carries at most eight casualties.")
        places[count] = casualty.number
        count += 1
    }
}

extension GroundTruth {
    /// Gives a team an order that has reached it.
    mutating func receive(
        _ task: Task,
        for team: TeamID,
        from post: PostID,
        order: OrderID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let isContradictory = contradicts(task, for: team, from: post)
        teams[team.index].orders += 1
        teams[team.index].orderedBy = post
        roster.follow(team, post)
        teams[team.index].lastFact = cause
        var confusion = SimDuration.zero
        if isContradictory {
            moment.record(.contradicted(team, order), because: cause)
            confusion = moment.instant.duration(
                definition.work.confusion,
                .confusion,
                team.entity(teams[team.index].orders)
            )
        }
        if task.kind == .release {
            sendHome(team, &moment)
        } else {
            start(task, with: team, after: confusion, &moment)
        }
    }

    /// Tells whether an order goes against one that a team is carrying out for another post.
    private func contradicts(_ task: Task, for team: TeamID, from post: PostID) -> Bool {
        let state = teams[team.index]
        guard let current = state.task ?? state.next, let other = state.orderedBy else {
            return false
        }
        return other != post && current != task && current.kind != .stage
    }

    /// Lets a team take up a task from wherever it is.
    private mutating func start(
        _ task: Task,
        with team: TeamID,
        after confusion: SimDuration,
        _ moment: inout Moment
    ) {
        switch teams[team.index].stage {
        case .atStation:
            teams[team.index].next = task
            turnOut(team, to: task.site, moment.instant)
            report(team, &moment)
        case .underWay(let site) where site != task.site:
            teams[team.index].next = task
            divert(team, to: task.site, &moment)
        case .turningOut, .underWay, .comingBack, .loading, .carrying, .handingOver:
            teams[team.index].next = task
        case .free(let site) where site == task.site:
            deploy(team, to: task, after: confusion, &moment)
        case .deploying(let old), .working(let old), .freeing(_, let old), .resting(let old),
            .waiting(let old):
            guard old != task else { return }
            stopWork(team, .reassigned, &moment)
            if old.site == task.site {
                deploy(team, to: task, after: confusion, &moment)
            } else {
                roster.leave(team)
                teams[team.index].next = task
                travel(team, to: task.site, from: old.site, moment.instant)
            }
        case .free(let site):
            roster.leave(team)
            teams[team.index].next = task
            travel(team, to: task.site, from: site, moment.instant)
            report(team, &moment)
        case .returning: teams[team.index].next = task
        }
    }

    /// Lets a team report its state.
    mutating func report(_ team: TeamID, _ moment: inout Moment) {
        let state = teams[team.index]
        let observer = Observer(.team, team.number)
        observe(observer, .team(team), state.status.rawValue, state.lastFact, &moment)
    }

    /// Returns where a team is exposed to a blast, or nil when it is on the road or out of reach.
    func position(of team: TeamID) -> Point? {
        switch teams[team.index].stage {
        case .atStation, .turningOut:
            terrain.places[register.teams[team.index].station.index]
        case .free(let site), .comingBack(let site):
            terrain.places[register.sites[site.index].staging.index]
        case .deploying(let task), .working(let task), .freeing(_, let task), .resting(let task),
            .waiting(let task), .loading(let task):
            position(of: task)
        case .underWay, .carrying, .handingOver, .returning: nil
        }
    }

    private func position(of task: Task) -> Point {
        switch task.kind {
        case .search, .evacuate: terrain.zones[Int(task.target)].center
        case .suppress, .cool: definition.hazards[Int(task.target)].position
        case .stage, .treat, .carry, .pump, .survey, .refill, .release:
            terrain.places[register.sites[task.site.index].staging.index]
        }
    }
}
