import EventKernel
import Situation
import Terrain
import Vocabulary

extension Command {
    /// Gives the teams that are free at a site their tasks, the most urgent task first.
    mutating func allocate(
        at post: PostID,
        because cause: FactID,
        seeing situation: Situation,
        _ moment: inout Moment
    ) {
        guard situation.picture(of: post).freeTeams > 0 else { return }
        findFreeAndBusy(at: post, situation.picture(of: post))
        for index in plan.tasks.indices {
            if free.isEmpty { return }
            guard isAnybodyFree(of: plan.tasks[index].kinds) else { continue }
            allocate(index, at: post, because: cause, seeing: situation, &moment)
        }
    }

    /// Gives free teams to one task, target after target.
    private mutating func allocate(
        _ number: Int,
        at post: PostID,
        because cause: FactID,
        seeing situation: Situation,
        _ moment: inout Moment
    ) {
        let task = plan.tasks[number]
        let picture = situation.picture(of: post)
        guard holds(task.condition, at: post, picture, moment.now) else { return }
        let given = situation.orderCount
        switch task.kind {
        case .search, .suppress, .cool:
            for target in task.targets where isNeeded(task, target, picture, moment.now) {
                send(teamsFor: task, target, from: post, because: cause, picture, given, &moment)
            }
        case .carry:
            guard let hospital = hospital(for: task, picture) else { return }
            send(teamsFor: task, hospital, from: post, because: cause, picture, given, &moment)
        case .survey where picture[.chemicals(task.site)].isKnown: return
        case .stage, .treat, .evacuate, .pump, .survey, .refill, .release:
            send(teamsFor: task, -1, from: post, because: cause, picture, given, &moment)
        }
    }

    private func isAnybodyFree(of kinds: [TeamKind]) -> Bool {
        for index in free.indices where kinds.contains(teams[free[index].index].kind) {
            return true
        }
        return false
    }

    /// Tells whether a target needs teams, as far as the post knows.
    private func isNeeded(
        _ task: TaskPlan,
        _ target: Int32,
        _ picture: Picture,
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

    private func isBurning(_ target: Int32, _ picture: Picture) -> Bool {
        let belief = picture[.fire(HazardID(Int(target)))]
        return belief.isKnown
            && (belief.value == FireStatus.burning.rawValue
                || belief.value == FireStatus.controlled.rawValue)
    }

    /// What does not burn is cooled while something near it burns, and for four hours after it has
    /// gone out.
    private func needsCooling(_ target: Int32, _ picture: Picture, _ now: SimTime) -> Bool {
        if isBurning(target, picture) { return false }
        let belief = picture[.fire(HazardID(Int(target)))]
        if belief.isKnown, belief.value == FireStatus.out.rawValue {
            return belief.age(at: now) < SimDuration(hours: 4)
        }
        return picture.burningFires > 0
    }

    /// Returns the nearest hospital believed to have a free bed, if casualties wait for transport.
    private mutating func hospital(for task: TaskPlan, _ picture: Picture) -> Int32? {
        let waiting = picture[.awaitingTransport(task.site)]
        guard waiting.isKnown, waiting.value > 0 else { return nil }
        let staging = register.sites[task.site.index].staging
        var best: Int32?
        var shortest = SimDuration.never
        for target in task.targets {
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
        return best ?? task.targets.first
    }

    /// Orders teams to a target: those wanted beyond what is on it already, of the preferred kinds
    /// first.
    private mutating func send(
        teamsFor task: TaskPlan,
        _ target: Int32,
        from post: PostID,
        because cause: FactID,
        _ picture: Picture,
        _ given: Int,
        _ moment: inout Moment
    ) {
        let order = Task(task.kind, at: task.site, target: target)
        var wanted = wantedTeams(for: task, picture)
        for index in busy.indices where busy[index] == order { wanted -= 1 }
        guard wanted > 0 else { return }
        choose(wanted, for: task)
        if task.together, chosen.count < wanted { return }
        for index in chosen.indices {
            self.order(chosen[index], to: order, from: post, because: cause, given, &moment)
            busy.append(order)
        }
        removeChosen()
    }

    /// Chooses free teams for a task.
    private mutating func choose(_ wanted: Int32, for task: TaskPlan) {
        chosen.clear()
        for kind in task.kinds {
            for index in free.indices where chosen.count < wanted {
                let team = free[index]
                guard teams[team.index].kind == kind,
                    teams[team.index].capability.allows(task.kind)
                else { continue }
                chosen.append(team)
            }
        }
    }

    /// Takes the chosen teams off the list of the free.
    private mutating func removeChosen() {
        guard !chosen.isEmpty else { return }
        let all = free
        free.clear()
        for index in all.indices {
            let team = all[index]
            var isChosen = false
            for place in chosen.indices where chosen[place] == team { isChosen = true }
            if !isChosen { free.append(team) }
        }
    }

    private func wantedTeams(for task: TaskPlan, _ picture: Picture) -> Int32 {
        guard task.kind == .carry else { return task.teamsPerTarget }
        let waiting = picture[.awaitingTransport(task.site)].value
        return min(task.teamsPerTarget, (waiting + 1) / 2)
    }

    /// Finds the teams that a post believes free at a site, and the tasks it has given to others and
    /// does not know to be done.
    private mutating func findFreeAndBusy(at post: PostID, _ picture: Picture) {
        free.clear()
        busy.clear()
        let first = post.index * teams.count
        for index in teams.indices {
            let belief = picture.belief(of: TeamID(index))
            let ordered = assignments[first + index].orderedAt
            let isAnswered = ordered.isNever || belief.observedAt > ordered
            if isAnswered, belief.isKnown, belief.value == TeamStatus.free.rawValue {
                free.append(TeamID(index))
            } else if !ordered.isNever {
                let task = assignments[first + index].task
                if !isAnswered || isStillBusy(task, belief) { busy.append(task) }
            }
        }
    }

    /// Tells whether a team that has answered an order is still at it.
    private func isStillBusy(_ task: Task, _ belief: Belief) -> Bool {
        task.kind != .carry && belief.value != TeamStatus.ready.rawValue
            && belief.value != TeamStatus.returning.rawValue
    }
}
