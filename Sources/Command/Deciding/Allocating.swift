import EventKernel
import Situation
import Terrain
import Vocabulary

extension Command {
    /// A team that a post believes free at a site.
    struct FreeTeam: BitwiseCopyable, Sendable {
        let team: TeamID
        let kind: TeamKind
        /// Whether it has been given a task in this allocation.
        var isTaken = false
    }

    /// Gives the teams that are free at a site their tasks, the most urgent task first.
    mutating func allocate(
        at post: PostID,
        because cause: FactID,
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        guard picture.freeTeams > 0 else { return }
        let before = orders.count
        findTeams(of: post, picture)
        var kinds = kindsOfFree()
        for index in tasks.indices where kinds & tasks[index].kindBits != 0 {
            let ordered = orders.count
            let conjuncts = tasks[index].conjuncts
            guard refuting(conjuncts, at: post, picture, moment.now) == nil else { continue }
            let giving = Giving(post: post, cause: cause)
            allocate(index, picture, giving, &moment)
            if orders.count > ordered { kinds = kindsOfFree() }
        }
        guard orders.count == before else { return }
        idle[post.index] = Idleness(
            needs: needs[post.index],
            freeRevision: picture.freeRevision,
            holding: holding(at: post, picture, moment.now)
        )
    }

    /// Gives free teams to one task, target after target.
    private mutating func allocate(
        _ number: Int,
        _ picture: borrowing Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        let task = tasks[number]
        switch task.kind {
        case .search, .suppress, .cool:
            var begun: Int32 = 0
            for place in task.targets.all {
                let target = taskTargets[place]
                let missing = task.teamsPerTarget - teamsOn(task, target)
                // A target that has its teams counts only where the number at a time is limited.
                guard missing > 0 || task.targetsAtOnce > 0,
                    isNeeded(task, target, picture, moment.now)
                else { continue }
                send(missing, for: number, target, picture, giving, &moment)
                begun += 1
                if begun == task.targetsAtOnce { break }
            }
        case .carry:
            guard let hospital = hospital(for: task, picture) else { return }
            let waiting = picture[.awaitingTransport(task.site)].value
            let wanted = min(task.teamsPerTarget, (waiting + 1) / 2)
            let missing = wanted - teamsOn(task, hospital)
            send(missing, for: number, hospital, picture, giving, &moment)
        case .survey where picture[.chemicals(task.site)].isKnown: return
        case .stage, .treat, .evacuate, .pump, .survey, .refill, .release:
            let missing = task.teamsPerTarget - teamsOn(task, -1)
            send(missing, for: number, -1, picture, giving, &moment)
        }
    }

    /// Kinds of the teams that are free, one bit a kind.
    @inline(__always)
    private func kindsOfFree() -> UInt16 {
        var kinds: UInt16 = 0
        for index in free.indices { kinds |= teams[free[index].team.index].kindBit }
        return kinds
    }

    /// Tells whether a target needs teams, as far as the post knows.
    @inline(__always)
    private func isNeeded(
        _ task: TaskEntry,
        _ target: Int32,
        _ picture: borrowing Picture,
        _ now: SimTime
    ) -> Bool {
        switch task.kind {
        case .search:
            let belief = picture[.sweeps(ZoneID(Int(target)))]
            return !belief.isKnown || belief.value < task.sweeps
        case .suppress: return isBurning(target, picture)
        case .cool: return needsCooling(target, picture, now)
        default: return true
        }
    }

    @inline(__always)
    private func isBurning(_ target: Int32, _ picture: borrowing Picture) -> Bool {
        let belief = picture[.fire(HazardID(Int(target)))]
        return belief.isKnown
            && (belief.value == FireStatus.burning.rawValue
                || belief.value == FireStatus.controlled.rawValue)
    }

    /// What does not burn is cooled while something near it burns, and for four hours after it has
    /// gone out.
    @inline(__always)
    private func needsCooling(_ target: Int32, _ picture: borrowing Picture, _ now: SimTime) -> Bool
    {
        if isBurning(target, picture) { return false }
        let belief = picture[.fire(HazardID(Int(target)))]
        if belief.isKnown, belief.value == FireStatus.out.rawValue {
            return belief.age(at: now) < SimDuration(hours: 4)
        }
        return picture.burningFires > 0
    }

    /// Returns the nearest hospital believed to have a free bed, if casualties wait for transport.
    private mutating func hospital(for task: TaskEntry, _ picture: borrowing Picture) -> Int32? {
        let waiting = picture[.awaitingTransport(task.site)]
        guard waiting.isKnown, waiting.value > 0 else { return nil }
        let staging = register.sites[task.site.index].staging
        var best: Int32?
        var shortest = SimDuration.never
        for index in task.targets.all {
            let target = taskTargets[index]
            let hospital = HospitalID(Int(target))
            let beds = picture[.beds(hospital)]
            guard beds.isKnown, beds.value > 0 else { continue }
            let place = register.hospitals[hospital.index].place
            let time = routes.travelTime(from: staging, to: place)
            if time < shortest {
                shortest = time
                best = target
            }
        }
        return best ?? task.targets.all.first.map { taskTargets[$0] }
    }

    /// Orders free teams to a target, those of the preferred kinds first.
    private mutating func send(
        _ wanted: Int32,
        for number: Int,
        _ target: Int32,
        _ picture: borrowing Picture,
        _ giving: Giving,
        _ moment: inout Moment
    ) {
        guard wanted > 0 else { return }
        let task = tasks[number]
        choose(wanted, for: task)
        if chosen.isEmpty || task.together && chosen.count < wanted { return }
        let order = Task(task.kind, at: task.site, target: target)
        let need = reason(number, target, picture)
        for index in chosen.indices {
            free[chosen[index]].isTaken = true
            let team = free[chosen[index]].team
            let reason = max(need, picture.belief(of: team).fact)
            self.order(team, to: order, giving.because(reason), &moment)
        }
        teamsOn[place(of: order)] += Int32(chosen.count)
        removeTaken()
    }

    /// Chooses free teams for a task.
    private mutating func choose(_ wanted: Int32, for task: TaskEntry) {
        chosen.clear()
        for place in task.kinds.all {
            let kind = taskKinds[place]
            for index in free.indices where free[index].kind == kind {
                guard chosen.count < wanted else { return }
                if teams[free[index].team.index].can(task.kind) { chosen.append(index) }
            }
        }
    }

    /// Takes those who have been given a task off the list of the free.
    private mutating func removeTaken() {
        var count = 0
        for index in free.indices where !free[index].isTaken {
            free[count] = free[index]
            count += 1
        }
        free.truncate(to: count)
    }

    /// Finds the teams that a post believes free at a site, and counts those it has ordered to each
    /// task and does not know to be done.
    private mutating func findTeams(of post: PostID, _ picture: borrowing Picture) {
        free.clear()
        teamsOn.fill(0, count: teamsOn.count)
        let first = post.index * teams.count
        for index in teams.indices {
            let team = TeamID(index)
            let belief = picture.belief(of: team)
            let assignment = assignments[first + index]
            if !assignment.orderedAt.isNever {
                let isAnswered = belief.observedAt > assignment.orderedAt
                if !isAnswered || isBusy(assignment.task, belief) {
                    teamsOn[Int(assignment.place)] += 1
                }
                guard isAnswered else { continue }
            }
            if belief.value == TeamStatus.free.rawValue, belief.isKnown {
                free.append(FreeTeam(team: team, kind: teams[index].kind))
            }
        }
    }

    /// Tells whether a team that has answered an order is still at it.
    @inline(__always)
    private func isBusy(_ task: Task, _ belief: Belief) -> Bool {
        task.kind != .carry && belief.value != TeamStatus.ready.rawValue
            && belief.value != TeamStatus.free.rawValue
            && belief.value != TeamStatus.returning.rawValue
    }

    @inline(__always)
    private func teamsOn(_ task: TaskEntry, _ target: Int32) -> Int32 {
        teamsOn[place(of: Task(task.kind, at: task.site, target: target))]
    }

    /// Place of a task among all that teams can be on.
    @inline(__always)
    func place(of task: Task) -> Int {
        let row = task.site.index * TaskKind.count + Int(task.kind.rawValue)
        return row * (widestTarget + 2) + Int(task.target) + 1
    }
}
