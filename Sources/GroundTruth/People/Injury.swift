import EventKernel
import Terrain
import Vocabulary

extension GroundTruth {
    /// Makes a casualty of a person.
    mutating func hurt(
        _ person: PersonID,
        _ severity: Severity,
        _ reason: InjuryCause,
        in zone: ZoneID,
        building: Int32,
        rubble: Rubble? = nil,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let index = CasualtyIndex(casualties.count)
        let canWalk = canWalk(person, severity, reason, moment.instant)
        let stage =
            rubble != nil ? .trapped : firstStage(of: person, canWalk, reason, moment.instant)
        let fact = moment.record(.hurt(person, severity, reason, canWalk: canWalk), because: cause)
        // Exercise control hides its casualties where nobody has looked.
        if reason != .inject { rumourBegins(because: fact, &moment) }
        casualties.append(
            Casualty(
                person: person,
                zone: zone,
                severity: severity,
                building: building,
                canWalk: canWalk,
                vitals: vitals(of: person, severity, moment.instant),
                stage: stage,
                rubble: rubble,
                lastFact: fact
            )
        )
        zones[zone.index].casualties.append(index)
        marks.insert(person)
        if let team = person.team { teams[team.index].losses += 1 }
        if stage == .trapped { moment.record(.trapped(person), because: fact) }
        if severity == .dead {
            diesAtOnce(index, isTrapped: stage == .trapped, &moment)
        } else {
            begin(index, moment.instant)
        }
    }

    /// Returns where a casualty is at first.
    private func firstStage(
        of person: PersonID,
        _ canWalk: Bool,
        _ reason: InjuryCause,
        _ instant: Instant
    ) -> Casualty.Stage {
        if reason == .collapse,
            instant.uniform(.entrapment, person.entity) < definition.harm.trappedShare
        {
            return .trapped
        }
        return canWalk ? .walking : .lying
    }

    private func canWalk(
        _ person: PersonID,
        _ severity: Severity,
        _ reason: InjuryCause,
        _ instant: Instant
    ) -> Bool {
        switch severity {
        case .unhurt, .slight: return true
        case .moderate:
            let harm = definition.harm
            let share = reason == .glass ? harm.walkingShareCut : harm.walkingShareModerate
            return instant.uniform(.walking, person.entity) < share
        case .serious, .dead: return false
        }
    }

    /// Draws the vital signs of a casualty: the seriously hurt score 6…10, which under immediate
    /// definitive care gives 82 % survival (assumption D); those less hurt 12.
    private func vitals(
        of person: PersonID,
        _ severity: Severity,
        _ instant: Instant
    ) -> VitalSigns {
        let isSerious = severity == .serious
        let draw = isSerious ? instant.uniform(.vitalSigns, person.entity) : 0
        let tolerance = isSerious ? instant.uniform(.survival, person.entity) : 0
        return VitalSigns(
            initialScore: isSerious ? 6 + Int32(draw * 5) : 12,
            hurtAt: instant.now,
            tolerance: tolerance
        )
    }

    /// Lets somebody be dead from the first instant.
    private mutating func diesAtOnce(
        _ index: CasualtyIndex,
        isTrapped: Bool,
        _ moment: inout Moment
    ) {
        let person = casualties[index.index].person
        let cause = casualties[index.index].lastFact
        casualties[index.index].lastFact = moment.record(
            .died(person, .atOnce),
            because: cause
        )
        casualties[index.index].stage = .dead
        casualties[index.index].isBuried = isTrapped
    }

    /// Schedules what will become of a casualty if nobody comes.
    private mutating func begin(_ index: CasualtyIndex, _ instant: Instant) {
        let casualty = casualties[index.index]
        let entity = casualty.person.entity
        switch casualty.stage {
        case .trapped:
            let burial = casualty.rubble?.burial ?? .ordinary
            let law =
                collapse(over: casualty)?.survival(burial) ?? definition.harm.trappedSurvival
            let life = instant.duration(law, .trappedSurvival, entity)
            casualties[index.index].trappedUntil = instant.now + life
            scheduleHelp(
                for: index,
                share: definition.care.helpedShareTrapped * burial.reachByNeighbours,
                time: definition.care.helpTimeTrapped,
                instant
            )
        case .lying:
            burnByFires(index, instant)
            scheduleHelp(
                for: index,
                share: definition.care.helpedShareLying,
                time: definition.care.helpTimeLying,
                instant
            )
        default:
            let delay = instant.duration(
                definition.care.selfEvacuation,
                .selfEvacuation,
                entity
            )
            outbox.schedule(
                .setsOut(casualty: index.number, epoch: casualty.epoch),
                at: instant.now + delay,
                .movement
            )
        }
        scheduleDeath(of: index, instant)
    }

    /// Schedules the help of those nearby, if they help: nobody enters without a mask where teams need one.
    private mutating func scheduleHelp(
        for index: CasualtyIndex,
        share: Double,
        time: Distribution,
        _ instant: Instant
    ) {
        let casualty = casualties[index.index]
        guard !needsAir[casualty.zone.index] else { return }
        var stream = instant.luck.stream(.bystanders, casualty.person.entity)
        guard stream.uniform() < share else { return }
        let delay = SimDuration(seconds: max(0, time.sample(&stream)))
        outbox.schedule(
            .helped(casualty: index.number, epoch: casualty.epoch),
            at: instant.now + delay,
            .work
        )
    }

    /// Schedules the death of a casualty as things stand, if it comes at all.
    ///
    /// Death follows the point of no return by a drawn time; being trapped may end a life sooner.
    mutating func scheduleDeath(of index: CasualtyIndex, _ instant: Instant) {
        let casualty = casualties[index.index]
        var due = casualty.stage == .trapped ? casualty.trappedUntil : .never
        if casualty.severity == .serious {
            let doom = casualty.vitals.pointOfNoReturn(
                slowdown: definition.care.stabilizedDeterioration
            )
            let rest = instant.duration(
                definition.harm.timeToDeath,
                .timeToDeath,
                casualty.person.entity
            )
            due = min(due, doom + rest)
        }
        outbox.schedule(
            .succumbs(casualty: index.number, epoch: casualty.epoch),
            at: max(due, instant.now),
            .hazard
        )
    }

    /// Makes all events scheduled for a casualty outdated and schedules its death anew.
    mutating func reconsider(_ index: CasualtyIndex, _ instant: Instant) {
        casualties[index.index].epoch += 1
        scheduleDeath(of: index, instant)
    }

    /// Lets a casualty die.
    mutating func dies(_ index: CasualtyIndex, _ moment: inout Moment) {
        let casualty = casualties[index.index]
        casualties[index.index].epoch += 1
        casualties[index.index].isBuried = casualty.stage == .trapped
        casualties[index.index].stage = .dead
        casualties[index.index].lastFact = moment.record(
            .died(casualty.person, casualty.stage.deathPlace),
            because: casualty.lastFact
        )
        leavesTheLiving(index, at: casualty.stage, &moment)
    }

    /// Corrects the counts of those who know of a casualty that has died.
    private mutating func leavesTheLiving(
        _ index: CasualtyIndex,
        at stage: Casualty.Stage,
        _ moment: inout Moment
    ) {
        let casualty = casualties[index.index]
        let before = casualty.livingCount
        switch stage {
        case .carried, .awaitingTreatment, .inTreatment, .awaitingTransport:
            zones[casualty.zone.index].count(before, -1)
            zones[casualty.zone.index].count(.dead, 1)
            removeFromCollection(index)
        case .inHospital(let hospital), .operated(let hospital):
            hospitals[hospital.index].count(before, -1)
            hospitals[hospital.index].count(.dead, 1)
            hospitals[hospital.index].vacate()
            hospitals[hospital.index].waiting.removeAll { $0 == index }
            report(hospital, casualties[index.index].lastFact, &moment)
        case .trapped, .lying, .walking, .onRoad, .home, .dead: break
        }
    }
}

extension Casualty.Stage {
    /// Place of death of somebody who dies at this stage.
    var deathPlace: DeathPlace {
        switch self {
        case .trapped: .trapped
        case .lying, .walking, .carried: .waiting
        case .awaitingTreatment, .inTreatment, .awaitingTransport: .collectionPoint
        case .onRoad: .transport
        case .inHospital, .operated, .home: .hospital
        case .dead: .atOnce
        }
    }
}
