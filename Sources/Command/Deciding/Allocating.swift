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
        let picture = situation.picture(of: post)
        guard picture.freeTeams > 0 else { return }
        let given = situation.orderCount
        var (free, busy) = freeAndBusy(at: post, picture)
        for index in plan.tasks.indices {
            if free.isEmpty { return }
            let task = plan.tasks[index]
            guard holds(task.condition, at: post, picture, moment.now) else { continue }
            for target in targets(of: task, picture, moment.now) {
                let chosen = choose(for: task, target, from: free, busy, picture)
                for team in chosen {
                    let order = Task(task.kind, at: task.site, target: target)
                    self.order(team, to: order, from: post, because: cause, given, &moment)
                    busy.append(order)
                }
                if !chosen.isEmpty { free.removeAll { chosen.contains($0) } }
            }
        }
    }

    /// Returns the targets of a task that need teams, as far as the post knows.
    private mutating func targets(
        of task: TaskPlan,
        _ picture: Picture,
        _ now: SimTime
    ) -> [Int32] {
        switch task.kind {
        case .search:
            return task.targets.filter { target in
                let belief = picture[.sweeps(ZoneID(Int(target)))]
                return !belief.isKnown || belief.value < task.sweeps
            }
        case .suppress: return task.targets.filter { isBurning($0, picture) }
        case .cool: return task.targets.filter { needsCooling($0, picture, now) }
        case .survey: return picture[.chemicals(task.site)].isKnown ? [] : [-1]
        case .carry: return hospital(for: task, picture).map { [$0] } ?? []
        case .stage, .treat, .evacuate, .pump, .refill, .release: return [-1]
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

    /// Chooses teams for a target: those wanted beyond what is on it already.
    private func choose(
        for task: TaskPlan,
        _ target: Int32,
        from free: [TeamID],
        _ busy: [Task],
        _ picture: Picture
    ) -> [TeamID] {
        let order = Task(task.kind, at: task.site, target: target)
        var wanted = Int(wantedTeams(for: task, picture))
        for other in busy where other == order { wanted -= 1 }
        guard wanted > 0 else { return [] }
        var chosen: [TeamID] = []
        for kind in task.kinds {
            for team in free where chosen.count < wanted {
                let entry = teams[team.index]
                if entry.kind == kind, entry.capability.allows(task.kind) { chosen.append(team) }
            }
        }
        return task.together && chosen.count < wanted ? [] : chosen
    }

    private func wantedTeams(for task: TaskPlan, _ picture: Picture) -> Int32 {
        guard task.kind == .carry else { return task.teamsPerTarget }
        let waiting = picture[.awaitingTransport(task.site)].value
        return min(task.teamsPerTarget, (waiting + 1) / 2)
    }

    /// Returns the teams that a post believes free at a site, and the tasks it has given to others and
    /// does not know to be done.
    private func freeAndBusy(
        at post: PostID,
        _ picture: Picture
    ) -> (free: [TeamID], busy: [Task]) {
        var free: [TeamID] = []
        var busy: [Task] = []
        for index in teams.indices {
            let belief = picture[.team(TeamID(index))]
            let assignment = assignments[post.index * teams.count + index]
            let isAnswered =
                assignment.orderedAt.isNever || belief.observedAt > assignment.orderedAt
            if isAnswered, belief.isKnown, belief.value == TeamStatus.free.rawValue {
                free.append(TeamID(index))
            } else if isBusy(assignment, belief, isAnswered: isAnswered) {
                busy.append(assignment.task)
            }
        }
        return (free, busy)
    }

    private func isBusy(_ assignment: Assignment, _ belief: Belief, isAnswered: Bool) -> Bool {
        if assignment.orderedAt.isNever { return false }
        if !isAnswered { return true }
        let isAway =
            belief.value == TeamStatus.ready.rawValue
            || belief.value == TeamStatus.returning.rawValue
        return assignment.task.kind != .carry && !isAway
    }
}
