import EventKernel
import Situation
import Terrain
import Vocabulary

extension Command {
    /// Gives the teams that are free at a site their tasks, the most urgent task first.
    mutating func allocate(
        at post: PostID,
        because cause: FactID,
        seeing picture: borrowing Picture,
        _ moment: inout Moment
    ) {
        guard picture.freeTeams > 0 else { return }
        let before = orders.count
        var kinds = crews.freeKinds(at: post)
        for index in tasks.indices where kinds & tasks[index].kindBits != 0 {
            let ordered = orders.count
            let conjuncts = tasks[index].conjuncts
            guard refuting(conjuncts, at: post, picture, moment.now) == nil else { continue }
            let giving = Giving(post: post, cause: cause)
            allocate(index, picture, giving, &moment)
            if orders.count > ordered { kinds = crews.freeKinds(at: post) }
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
                let missing = task.teamsPerTarget - teamsOn(task, target, giving.post)
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
            let missing = wanted - teamsOn(task, hospital, giving.post)
            send(missing, for: number, hospital, picture, giving, &moment)
        case .survey where picture[.chemicals(task.site)].isKnown: return
        case .stage, .treat, .evacuate, .pump, .survey, .refill, .release:
            let missing = task.teamsPerTarget - teamsOn(task, -1, giving.post)
            send(missing, for: number, -1, picture, giving, &moment)
        }
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
        choose(wanted, for: task, giving.post)
        if chosen.isEmpty || task.together && chosen.count < wanted { return }
        let order = Task(task.kind, at: task.site, target: target)
        let need = reason(number, target, picture)
        for index in chosen.indices {
            let team = chosen[index]
            let reason = max(need, picture.belief(of: team).fact)
            self.order(team, to: order, giving.because(reason), &moment)
        }
    }

    /// Chooses free teams for a task.
    private mutating func choose(_ wanted: Int32, for task: TaskEntry, _ post: PostID) {
        chosen.clear()
        for place in task.kinds.all {
            var last = -1
            while chosen.count < wanted,
                let team = crews.nextFree(taskKinds[place], at: post, after: &last)
            {
                if teams[team.index].can(task.kind) { chosen.append(team) }
            }
        }
    }

    /// Counts a team on the task to which a post has ordered it, or no longer.
    ///
    /// - Parameters:
    ///   - isOn: Whether it is to be counted.
    ///   - own: Place of the post's order to the team.
    ///   - post: The post.
    mutating func count(_ isOn: Bool, _ own: Int, _ post: PostID) {
        guard assignments[own].isCounted != isOn else { return }
        assignments[own].isCounted = isOn
        crews.count(isOn ? 1 : -1, on: Int(assignments[own].place), at: post)
    }

    /// Tells whether a team that has answered an order is still at it.
    @inline(__always)
    func isBusy(_ task: Task, _ belief: Belief) -> Bool {
        task.kind != .carry && belief.value != TeamStatus.ready.rawValue
            && belief.value != TeamStatus.free.rawValue
            && belief.value != TeamStatus.returning.rawValue
    }

    @inline(__always)
    private func teamsOn(_ task: TaskEntry, _ target: Int32, _ post: PostID) -> Int32 {
        crews.count(on: place(of: Task(task.kind, at: task.site, target: target)), at: post)
    }

    /// Place of a task among all that teams can be on.
    @inline(__always)
    func place(of task: Task) -> Int {
        let row = task.site.index * TaskKind.count + Int(task.kind.rawValue)
        return row * (widestTarget + 2) + Int(task.target) + 1
    }
}
