import EventKernel
import Terrain
import Vocabulary

/// The rubble of a building in a drill.
struct RubbleState: BitwiseCopyable, Sendable {
    /// Fact of the collapse, or of the latest movement.
    var lastFact: FactID
    /// When it came down.
    var since: SimTime
    /// Times it has moved again -- state.
    var movements: Int32 = 0
    /// People trapped at first [persons].
    var trapped: Int32 = 0
}

/// How a building comes down, and what goes on under its rubble.
extension GroundTruth {
    /// Lets the buildings of a collapse come down.
    mutating func comesDown(
        _ hazard: HazardID,
        _ collapse: CollapseDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let zone = definition.hazards[hazard.index].zone
        let fact = moment.record(.began(hazard, secondary: false), because: cause)
        hazards[hazard.index] = .rubble(RubbleState(lastFact: fact, since: moment.now))
        let down = nearestBuildings(of: zone, to: hazard, collapse.buildings)
        let count = Int32(down.count)
        let damaged = moment.record(
            .damaged(zone, collapsed: count, badly: 0, windows: 0),
            because: fact
        )
        let worth = definition.zones[zone.index].yuanPerBuilding * Double(count)
        if worth > 0 { moment.record(.lost(zone, yuan: Int64(worth)), because: damaged) }
        settleSearch(zone, moment.instant)
        zones[zone.index].search.difficulty = collapse.searchDifficulty
        let inside = bury(hazard, collapse, down, because: fact, &moment)
        if inside > 0 { moment.record(.exposed(zone, persons: inside), because: fact) }
        alarm(zone, heardWithin: collapse.heardMeters, of: hazard, because: fact, &moment)
        beginSearchList(of: zone, moment.instant)
        replanSearch(zone, moment.instant)
        scheduleMovement(of: hazard, collapse, moment.instant)
        setOff(by: hazard, because: fact, wave: nil, moment.instant)
    }

    /// Returns the buildings of a zone nearest to a hazard, of equally near ones the first.
    func nearestBuildings(
        of zone: ZoneID,
        to hazard: HazardID,
        _ count: Int32
    ) -> [Int] {
        let position = definition.hazards[hazard.index].position
        let points = buildings[zone.index]
        let order = points.indices.sorted { left, right in
            let (near, far) = (
                points[left].distanceMeters(to: position),
                points[right].distanceMeters(to: position)
            )
            return near != far ? near < far : left < right
        }
        return order.prefix(Int(count)).sorted()
    }

    /// Traps and hurts those who are inside.
    ///
    /// - Returns: People inside [persons].
    private mutating func bury(
        _ hazard: HazardID,
        _ collapse: CollapseDefinition,
        _ down: [Int],
        because cause: FactID,
        _ moment: inout Moment
    ) -> Int32 {
        let zone = definition.hazards[hazard.index].zone
        let buildingCount = max(1, buildings[zone.index].count)
        var inside: Int32 = 0
        var number = 0
        for group in definition.zones[zone.index].groups {
            for _ in 0..<group.persons {
                let person = PersonID(in: zone, number: number)
                let building = number % buildingCount
                number += 1
                guard down.contains(building),
                    isIndoors(person, of: group, zone, moment.instant)
                else { continue }
                inside += 1
                guard !isCasualty(person) else { continue }
                bury(person, in: building, hazard, collapse, because: cause, &moment)
            }
        }
        return inside
    }

    /// Tells whether a person is at home, indoors and has not left.
    func isIndoors(
        _ person: PersonID,
        of group: GroupDefinition,
        _ zone: ZoneID,
        _ instant: Instant
    ) -> Bool {
        instant.uniform(.presence, person.entity) < group.presentShare
            && instant.uniform(.outdoors, person.entity) >= group.outdoorsShare
            && !hasLeft(person, of: group, zone, instant)
    }

    private mutating func bury(
        _ person: PersonID,
        in building: Int,
        _ hazard: HazardID,
        _ collapse: CollapseDefinition,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        guard let zone = person.zone else { return }
        let draw = moment.instant.uniform(.injury, person.entity)
        let isTrapped =
            moment.instant.uniform(.entrapment, person.entity) < collapse.trappedShare
        if isTrapped {
            let burial = collapse.burial.burial(moment.instant.uniform(.burial, person.entity))
            // Nobody is trapped unhurt.
            let severity = max(HarmThresholds(collapse.harm).severity(draw), .slight)
            hurt(
                person,
                severity,
                .collapse,
                in: zone,
                building: Int32(building),
                rubble: Rubble(hazard: hazard.number, burial: burial),
                because: cause,
                &moment
            )
            changeRubble(hazard) { $0.trapped += 1 }
        } else {
            let severity = HarmThresholds(definition.harm.badlyDamaged).severity(draw)
            guard severity > .unhurt else { return }
            hurt(
                person,
                severity,
                .structure,
                in: zone,
                building: Int32(building),
                because: cause,
                &moment
            )
        }
    }

    /// Returns the collapse under whose rubble a casualty lies, or nil.
    func collapse(over casualty: Casualty) -> CollapseDefinition? {
        guard let rubble = casualty.rubble,
            case .collapse(let collapse) = definition.hazards[Int(rubble.hazard)].form
        else { return nil }
        return collapse
    }

    private func rubble(of hazard: HazardID) -> RubbleState? {
        guard case .rubble(let state) = hazards[hazard.index] else { return nil }
        return state
    }

    private mutating func changeRubble(
        _ hazard: HazardID,
        by change: (inout RubbleState) -> Void
    ) {
        guard var state = rubble(of: hazard) else { return }
        change(&state)
        hazards[hazard.index] = .rubble(state)
    }

    // MARK: Second collapse

    /// Schedules when the rubble moves again, by a law without memory.
    private mutating func scheduleMovement(
        of hazard: HazardID,
        _ collapse: CollapseDefinition,
        _ instant: Instant
    ) {
        guard let state = rubble(of: hazard), collapse.secondCollapsesPerDay > 0 else { return }
        let days = instant.sample(
            .exponential(mean: 1 / collapse.secondCollapsesPerDay),
            .secondCollapse,
            hazard.entity(state.movements)
        )
        outbox.schedule(
            .hazardChanges(hazard, epoch: state.movements),
            at: instant.now + SimDuration(hours: days * 24),
            .hazard
        )
    }

    /// The rubble moves again: it kills some of the trapped, undoes what has been dug, and hurts those
    /// on it who are not warned.
    ///
    /// Once nobody is left under it, nobody is on it: it no longer matters.
    mutating func rubbleMoves(
        _ hazard: HazardID,
        _ collapse: CollapseDefinition,
        _ moment: inout Moment
    ) {
        guard let state = rubble(of: hazard), isAnybody(under: hazard) else { return }
        let zone = definition.hazards[hazard.index].zone
        let fact = moment.record(.shifted(hazard), because: state.lastFact)
        changeRubble(hazard) {
            $0.lastFact = fact
            $0.movements += 1
        }
        strikeRescuers(in: zone, collapse, state.movements, because: fact, &moment)
        for index in zones[zone.index].casualties where isUnder(index, hazard) {
            let entity = casualties[index.index].person.entity
            casualties[index.index].workDone = 0
            let draw = moment.instant.uniform(
                .secondCollapse,
                entity,
                index: UInt64(state.movements) + 1
            )
            guard casualties[index.index].isAlive, draw < collapse.secondCollapseDeaths else {
                continue
            }
            casualties[index.index].lastFact = fact
            dies(index, &moment)
        }
        for index in teams.indices {
            guard case .freeing(let casualty, let task) = teams[index].stage, task.zone == zone
            else { continue }
            beginAgain(TeamID(index), casualty, moment.instant)
        }
        scheduleMovement(of: hazard, collapse, moment.instant)
    }

    private func isUnder(_ index: CasualtyIndex, _ hazard: HazardID) -> Bool {
        let casualty = casualties[index.index]
        guard casualty.rubble?.hazard == hazard.number else { return false }
        return casualty.stage == .trapped || casualty.isBuried
    }

    private func isAnybody(under hazard: HazardID) -> Bool {
        let zone = definition.hazards[hazard.index].zone
        return zones[zone.index].casualties.contains { isUnder($0, hazard) }
    }

    /// Hurts members of the teams that search the rubble.
    private mutating func strikeRescuers(
        in zone: ZoneID,
        _ collapse: CollapseDefinition,
        _ movement: Int32,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let harm = HarmThresholds(definition.harm.collapsed)
            .scaled(by: 1 - collapse.watchedShare)
        for index in teams.indices where isOnRubble(TeamID(index), zone) {
            for member in 0..<Int(register.teams[index].crew) {
                let person = PersonID(of: TeamID(index), number: member)
                let draw = moment.instant.uniform(
                    .secondCollapse,
                    person.entity,
                    index: UInt64(movement) + 1
                )
                let severity = harm.severity(draw)
                guard severity > .unhurt, !isCasualty(person) else {
                    continue
                }
                hurt(
                    person,
                    severity,
                    .structure,
                    in: zone,
                    building: 0,
                    because: cause,
                    &moment
                )
            }
        }
        refreshSearch(of: zone, moment.instant)
        settleLosses(&moment)
    }

    private func isOnRubble(_ team: TeamID, _ zone: ZoneID) -> Bool {
        switch teams[team.index].stage {
        case .working(let task), .freeing(_, let task):
            task.kind == .search && task.zone == zone
        default: false
        }
    }

    // MARK: What is known of those inside

    /// Lets those at a site perceive how many are thought to be under the rubble: who is certain to be
    /// inside, and who is missed.
    ///
    /// Both are perceptions: some are not missed for hours, and some who are missed never were inside.
    private func buried(
        under hazard: HazardID,
        _ collapse: CollapseDefinition,
        _ instant: Instant
    )
        -> (known: Int32, missing: Int32)
    {
        guard let state = rubble(of: hazard) else { return (0, 0) }
        let zone = definition.hazards[hazard.index].zone
        let elapsed = instant.now - state.since
        var known: Int32 = 0
        var missing: Int32 = 0
        for index in zones[zone.index].casualties where isUnder(index, hazard) {
            let casualty = casualties[index.index]
            let entity = casualty.person.entity
            if casualty.isFound || instant.uniform(.knownInside, entity) < collapse.knownShare {
                known += 1
            } else if instant.duration(collapse.missed, .missed, entity) <= elapsed {
                missing += 1
            }
        }
        return (known, missing + missedInVain(hazard, state, collapse, elapsed, instant))
    }

    /// Returns how many are missed at present who never were inside.
    private func missedInVain(
        _ hazard: HazardID,
        _ state: RubbleState,
        _ collapse: CollapseDefinition,
        _ elapsed: SimDuration,
        _ instant: Instant
    ) -> Int32 {
        let count = Int32(Elementary.floor(Double(state.trapped) * collapse.missedInVain + 0.5))
        var missed: Int32 = 0
        for number in 0..<count {
            // Numbers from the top, so that nobody shares the luck of a person of the zone.
            let entity = hazard.entity(-1 - number)
            let from = instant.duration(collapse.missed, .missed, entity)
            let until = from + instant.duration(collapse.turnsUp, .turnsUp, entity)
            if from <= elapsed, elapsed < until { missed += 1 }
        }
        return missed
    }

    /// Lets somebody at a site perceive who is certain to be under its rubble and who is missed.
    mutating func showBuried(at site: SiteID, to observer: Observer, _ moment: inout Moment) {
        var (known, missing): (Int32, Int32) = (0, 0)
        var cause = FactID.none
        for index in definition.hazards.indices where definition.hazards[index].site == site {
            let hazard = HazardID(index)
            guard case .collapse(let collapse) = definition.hazards[index].form,
                let state = rubble(of: hazard)
            else { continue }
            let here = buried(under: hazard, collapse, moment.instant)
            known += here.known
            missing += here.missing
            cause = max(cause, state.lastFact)
        }
        guard cause != .none else { return }
        observe(observer, .buried(site), known, cause, &moment)
        observe(observer, .missing(site), missing, cause, &moment)
    }
}
