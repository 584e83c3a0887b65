import EventKernel
import Terrain
import Vocabulary

/// Who is underground, how they get out, and what afterdamp does to them.
///
/// Afterdamp stands for its carbon monoxide; want of oxygen and heat work with it and are left out. Everybody breathes
/// the air of the roadway where the explosion met them until they are in fresh air.
extension GroundTruth {
    // MARK: Who is there

    /// Lists those who are underground and have not left, the working first.
    mutating func listMiners(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let zone = self.definition.hazards[hazard.index].zone
        let working = MinePlace(
            zone: zone,
            roadway: -1,
            begins: -definition.workingMeters / 2,
            lengthMeters: definition.workingMeters,
            exitMeters: definition.exitMeters
        )
        list(working, &mine, definition, &moment)
        for (index, roadway) in definition.roadways.enumerated() {
            let before = definition.metersBefore(roadway: index)
            let place = MinePlace(
                zone: roadway.zone,
                roadway: Int32(index),
                begins: definition.workingMeters / 2 + before,
                lengthMeters: roadway.lengthMeters,
                exitMeters: roadway.exitMeters
            )
            list(place, &mine, definition, &moment)
        }
    }

    private mutating func list(
        _ place: MinePlace,
        _ mine: inout Mine,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let zone = place.zone
        let instant = moment.instant
        var (left, present, number): (Int32, Int32, Int) = (0, 0, 0)
        let all = self.definition.zones[zone.index].groups.reduce(0) { $0 + Int($1.persons) }
        for group in self.definition.zones[zone.index].groups {
            for _ in 0..<group.persons {
                let person = PersonID(in: zone, number: number)
                number += 1
                guard instant.uniform(.presence, person.entity) < group.presentShare else {
                    continue
                }
                let share = (Double(number) - 0.5) / Double(all)
                let miner = miner(person, of: group, place, at: share, mine, definition, instant)
                if miner.out <= (instant.now - .start).seconds {
                    left += 1
                } else {
                    present += 1
                    mine.miners.append(miner)
                }
            }
        }
        if present > 0 {
            moment.record(.exposed(zone, persons: present), because: mine.lastFact)
        }
        leave(zone, left, because: mine.lastFact, &moment)
    }

    private func miner(
        _ person: PersonID,
        of group: GroupDefinition,
        _ place: MinePlace,
        at share: Double,
        _ mine: Mine,
        _ definition: MineGasDefinition,
        _ instant: Instant
    ) -> Mine.Miner {
        var stream = instant.luck.stream(.mineEscape, person.entity)
        let hasRescuer = stream.uniform() < definition.selfRescuerShare
        let obeys = stream.uniform() < definition.withdrawingShare
        let tolerance = instant.uniform(.injury, person.entity)
        let walk = place.exitMeters / definition.walkMetersPerMinute * 60
        var out = Double.infinity
        if !zones[place.zone.index].takesShelter,
            let acting = acting(person, of: group, place.zone, instant)
        {
            out = (acting - .start).seconds + walk
        }
        if place.roadway < 0, obeys, !mine.cutOffAt.isNever {
            out = min(out, (mine.cutOffAt - .start).seconds + walk)
        }
        return Mine.Miner(
            zone: place.zone,
            number: person.number,
            roadway: place.roadway,
            meters: abs(place.begins + share * place.lengthMeters),
            deadly: SmokePoison.deadlyLoad(tolerance: tolerance),
            hasRescuer: hasRescuer,
            out: out
        )
    }

    // MARK: Ways out

    /// Decides how somebody who has lived through the first explosion goes on.
    ///
    /// Whose way out is open walks; whose self-rescuer does not last as long, or whose way is blocked, goes to a
    /// refuge chamber if it has room.
    mutating func plan(
        _ miner: inout Mine.Miner,
        _ mine: inout Mine,
        _ definition: MineGasDefinition,
        _ now: Double,
        _ moment: inout Moment
    ) {
        if miner.casualty >= 0 {
            let casualty = casualties[Int(miner.casualty)]
            miner.isSettled = !casualty.isAlive
            guard casualty.stage == .walking || casualty.stage == .trapped,
                casualty.severity <= .moderate
            else {
                miner.out = .infinity
                return
            }
        }
        let isBlocked = miner.roadway >= 0 && mine.roadways[Int(miner.roadway)].isBlocked
        let pace = definition.smokeMetersPerMinute
        let exit =
            miner.roadway < 0
            ? definition.exitMeters : definition.roadways[Int(miner.roadway)].exitMeters
        miner.protectedUntil = miner.hasRescuer ? now + definition.selfRescuerSeconds : now
        miner.out = isBlocked ? .infinity : min(miner.out, now + exit / pace * 60)
        seekRefuge(&miner, &mine, definition, now)
        guard isBlocked else { return }
        if miner.casualty < 0 {
            hurt(&miner, mine, .slight, .collapse, because: mine.lastFact, &moment)
        }
        outlast(miner, definition, moment.instant)
    }

    private func seekRefuge(
        _ miner: inout Mine.Miner,
        _ mine: inout Mine,
        _ definition: MineGasDefinition,
        _ now: Double
    ) {
        guard miner.roadway >= 0, miner.out > miner.protectedUntil else { return }
        let roadway = Int(miner.roadway)
        guard !definition.roadways[roadway].isIntake, mine.roadways[roadway].refugePlaces > 0
        else { return }
        mine.roadways[roadway].refugePlaces -= 1
        let way = definition.roadways[roadway].lengthMeters / 2
        miner.refugeFrom = now + way / definition.smokeMetersPerMinute * 60
        miner.out = .infinity
    }

    /// Somebody shut in with a refuge chamber lives as long as it lasts.
    private mutating func outlast(
        _ miner: Mine.Miner,
        _ definition: MineGasDefinition,
        _ instant: Instant
    ) {
        guard miner.casualty >= 0, miner.refugeFrom < .infinity else { return }
        let index = CasualtyIndex(Int(miner.casualty))
        guard casualties[index.index].stage == .trapped else { return }
        casualties[index.index].trappedUntil =
            instant.now + SimDuration(seconds: definition.refugeSeconds)
        reconsider(index, instant)
    }

    /// Makes a casualty of somebody underground: one behind a fall is shut in.
    mutating func hurt(
        _ miner: inout Mine.Miner,
        _ mine: Mine,
        _ severity: Severity,
        _ reason: InjuryCause,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let person = PersonID(in: miner.zone, number: Int(miner.number))
        guard !isCasualty(person) else {
            miner.casualty = casualtyNumber(of: person, in: miner.zone)
            return
        }
        let isBlocked = miner.roadway >= 0 && mine.roadways[Int(miner.roadway)].isBlocked
        let cover = isBlocked ? Rubble(hazard: mine.hazard.number, burial: .surface) : nil
        miner.casualty = Int32(casualties.count)
        hurt(
            person,
            severity,
            reason,
            in: miner.zone,
            building: 0,
            rubble: cover,
            because: cause,
            &moment
        )
        miner.isSettled = severity == .dead
        if casualties[Int(miner.casualty)].stage != .walking { miner.out = .infinity }
    }

    private func casualtyNumber(of person: PersonID, in zone: ZoneID) -> Int32 {
        let index = zones[zone.index].casualties.first { casualties[$0.index].person == person }
        return index?.number ?? -1
    }

    // MARK: Breathing

    /// Lets everybody underground breathe for a step.
    mutating func breathe(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        let before = casualties.count
        let now = (moment.now - .start).seconds
        for index in mine.miners.indices where !mine.miners[index].isSettled {
            var miner = mine.miners[index]
            breathe(&miner, mine, now, &moment)
            mine.miners[index] = miner
        }
        if casualties.count > before { refreshMine(hazard, definition, moment.instant) }
    }

    private mutating func breathe(
        _ miner: inout Mine.Miner,
        _ mine: Mine,
        _ now: Double,
        _ moment: inout Moment
    ) {
        if miner.casualty < 0, isCasualty(PersonID(in: miner.zone, number: Int(miner.number))) {
            let person = PersonID(in: miner.zone, number: Int(miner.number))
            miner.casualty = casualtyNumber(of: person, in: miner.zone)
            miner.out = .infinity
        }
        if miner.casualty >= 0, !isUnderground(CasualtyIndex(Int(miner.casualty))) {
            miner.isSettled = true
            return
        }
        if miner.out <= now {
            settle(&miner, mine, &moment)
            return
        }
        guard now > miner.protectedUntil, now <= miner.refugeFrom else { return }
        miner.load += CarbonMonoxide.load(
            share: mine.carbonMonoxide(for: miner),
            minutes: MineGasDefinition.stepSeconds / 60
        )
        overcome(&miner, mine, &moment)
    }

    /// Somebody who has breathed much is overcome, or dies.
    private mutating func overcome(
        _ miner: inout Mine.Miner,
        _ mine: Mine,
        _ moment: inout Moment
    ) {
        let isDeadly = miner.load >= miner.deadly
        guard isDeadly || miner.load >= miner.deadly * SmokePoison.seriousShare else { return }
        miner.out = .infinity
        guard miner.casualty >= 0 else {
            let severity: Severity = isDeadly ? .dead : .serious
            hurt(&miner, mine, severity, .poison, because: mine.lastFact, &moment)
            return
        }
        let index = CasualtyIndex(Int(miner.casualty))
        if isDeadly {
            dies(index, &moment)
            miner.isSettled = true
        } else if casualties[index.index].stage == .walking {
            casualties[index.index].stage = .lying
            reconsider(index, moment.instant)
        }
    }

    /// Somebody is in fresh air: what afterdamp has done so far remains.
    private mutating func settle(
        _ miner: inout Mine.Miner,
        _ mine: Mine,
        _ moment: inout Moment
    ) {
        miner.isSettled = true
        guard miner.casualty < 0, miner.load >= miner.deadly * SmokePoison.slightShare else {
            return
        }
        let isModerate = miner.load >= miner.deadly * SmokePoison.moderateShare
        let severity: Severity = isModerate ? .moderate : .slight
        hurt(&miner, mine, severity, .poison, because: mine.lastFact, &moment)
        miner.isSettled = true
    }

    /// The air is good again: nothing more happens to anybody.
    mutating func settleMiners(
        _ mine: inout Mine,
        _ hazard: HazardID,
        _ definition: MineGasDefinition,
        _ moment: inout Moment
    ) {
        for index in mine.miners.indices where !mine.miners[index].isSettled {
            var miner = mine.miners[index]
            settle(&miner, mine, &moment)
            mine.miners[index] = miner
        }
        refreshMine(hazard, definition, moment.instant)
    }

    /// Whether a living casualty is still underground.
    func isUnderground(_ index: CasualtyIndex) -> Bool {
        switch casualties[index.index].stage {
        case .trapped, .lying, .walking: true
        default: false
        }
    }

    /// Returns the mine in which a casualty is shut in behind a fall, or nil.
    func mine(around casualty: Casualty) -> MineGasDefinition? {
        guard let rubble = casualty.rubble,
            case .mineGas(let mine) = definition.hazards[Int(rubble.hazard)].form
        else { return nil }
        return mine
    }
}

/// A stretch of a mine with the people of a zone.
struct MinePlace {
    let zone: ZoneID
    /// Roadway; -1 for the working.
    let roadway: Int32
    /// Where it begins, from the middle of the gas [m].
    let begins: Double
    let lengthMeters: Double
    /// Way to fresh air [m].
    let exitMeters: Double
}
