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
        let given = situation.orderCount
        var free = register.teams.indices.map { TeamID($0) }.filter { isFree($0, picture, post) }
        guard !free.isEmpty else { return }
        for task in plan.tasks {
            if free.isEmpty { return }
            guard holds(task.condition, at: post, picture, moment.now) else { continue }
            for target in targets(of: task, picture, moment.now) {
                let chosen = choose(for: task, target, from: free, at: post, picture)
                for team in chosen {
                    let order = Task(task.kind, at: task.site, target: target)
                    self.order(team, to: order, from: post, because: cause, given, &moment)
                }
                free.removeAll { chosen.contains($0) }
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
        at post: PostID,
        _ picture: Picture
    ) -> [TeamID] {
        let order = Task(task.kind, at: task.site, target: target)
        var wanted = Int(wantedTeams(for: task, picture))
        wanted -= assigned(to: order, at: post, picture)
        guard wanted > 0 else { return [] }
        var chosen: [TeamID] = []
        for kind in task.kinds {
            for team in free where chosen.count < wanted {
                let entry = register.teams[team.index]
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

    /// Returns the number of teams that a post has put on a task and does not know to be done.
    private func assigned(to task: Task, at post: PostID, _ picture: Picture) -> Int {
        register.teams.indices.count { index in
            let assignment = assignments[post.index * register.teams.count + index]
            guard !assignment.orderedAt.isNever, assignment.task == task else { return false }
            let belief = picture[.team(TeamID(index))]
            if belief.observedAt <= assignment.orderedAt { return true }
            let isAway =
                belief.value == TeamStatus.ready.rawValue
                || belief.value == TeamStatus.returning.rawValue
            return task.kind != .carry && !isAway && belief.value != TeamStatus.free.rawValue
        }
    }
}
