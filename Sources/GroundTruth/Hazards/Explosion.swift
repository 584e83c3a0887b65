import EventKernel
import Terrain
import Vocabulary

extension GroundTruth {
    /// Lets an explosion happen: everything within reach is struck at once.
    ///
    /// The wave takes seconds to arrive where it still hurts; the drill counts in minutes, so that
    /// all its effects fall into one instant.
    mutating func explode(
        _ hazard: HazardID,
        _ explosion: ExplosionDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let charge = moment.instant.sample(
            explosion.trinitrotolueneKilograms,
            .charge,
            hazard.entity
        )
        var cause = cause
        if isSecondary(hazard) {
            cause = moment.record(.began(hazard, secondary: true), because: cause)
        }
        let fact = moment.record(
            .exploded(hazard, trinitrotolueneKilograms: charge),
            because: cause
        )
        hazards[hazard.index] = .spent(fact)
        rumourBegins(because: fact, &moment)
        let wave = BlastWave(trinitrotolueneKilograms: max(charge, 0.001))
        let center = definition.hazards[hazard.index].position
        for zone in definition.zones.indices {
            strike(ZoneID(zone), by: wave, from: center, because: fact, &moment)
        }
        strikeTeams(by: wave, from: center, because: fact, &moment)
        setOff(by: hazard, because: fact, wave: wave, moment.instant)
    }

    /// Damages the buildings of a zone and hurts its people.
    private mutating func strike(
        _ zone: ZoneID,
        by wave: BlastWave,
        from center: Point,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let area = terrain.zones[zone.index]
        let nearest = max(1, area.center.distanceMeters(to: center) - area.radiusMeters)
        guard wave.overpressureKilopascals(atMeters: nearest) >= BlastHarm.negligibleKilopascals
        else { return }
        damage(zone, by: wave, from: center, because: cause, &moment)
        let present = strikePeople(of: zone, because: cause, &moment)
        if present > 0 {
            let fact = moment.record(.exposed(zone, persons: present), because: cause)
            if !zones[zone.index].isAlarmed {
                zones[zone.index].isAlarmed = true
                scheduleWitnesses(in: zone, present: present, because: fact, moment.instant)
                scheduleStaff(in: zone, because: fact, moment.instant)
            }
        }
        beginSearchList(of: zone, moment.instant)
    }

    /// Draws what becomes of every building of a zone, and lists them as struck.
    private mutating func damage(
        _ zone: ZoneID,
        by wave: BlastWave,
        from center: Point,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        struck.clear()
        let isFirst = zones[zone.index].ruins.isEmpty
        var collapsed: Int32 = 0
        var badly: Int32 = 0
        var windows: Int32 = 0
        for (number, point) in buildings[zone.index].enumerated() {
            let distance = max(1, point.distanceMeters(to: center))
            let harm = BlastHarm(of: wave, atMeters: distance, definition.harm)
            let building = StruckBuilding(
                harm,
                definition.harm,
                after: isFirst ? .none : zones[zone.index].ruins[number],
                entity: zone.entity(Int32(number)),
                moment.instant
            )
            switch building.added {
            case .collapsed: collapsed += 1
            case .badly: badly += 1
            case .windows: windows += 1
            case .none: break
            }
            struck.append(building)
            if isFirst {
                zones[zone.index].ruins.append(building.damage)
            } else {
                zones[zone.index].ruins[number] = building.damage
            }
        }
        if collapsed + badly + windows > 0 {
            let fact = moment.record(
                .damaged(zone, collapsed: collapsed, badly: badly, windows: windows),
                because: cause
            )
            let worth = definition.zones[zone.index].yuanPerBuilding
            let share = Double(collapsed) + 0.5 * Double(badly) + 0.02 * Double(windows)
            moment.record(.lost(zone, yuan: Int64(worth * share)), because: fact)
        }
    }

    /// Hurts members of teams that are within reach in the open.
    private mutating func strikeTeams(
        by wave: BlastWave,
        from center: Point,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        defer { blasts += 1 }
        for index in teams.indices {
            let team = TeamID(index)
            guard let position = position(of: team) else { continue }
            let distance = max(1, position.distanceMeters(to: center))
            guard
                wave.overpressureKilopascals(atMeters: distance)
                    >= BlastHarm.negligibleKilopascals
            else { continue }
            let harm = BlastHarm(of: wave, atMeters: distance, definition.harm)
            for member in 0..<Int(register.teams[index].crew) {
                let person = PersonID(of: team, number: member)
                let severity = harm.outdoors.severity(
                    moment.instant.uniform(.injury, person.entity, index: UInt64(blasts))
                )
                guard severity > .unhurt, !isCasualty(person) else { continue }
                let reason: InjuryCause = harm.lungDominates ? .lungBlast : .bodyImpact
                hurt(
                    person,
                    severity,
                    reason,
                    in: zone(of: team),
                    building: 0,
                    because: cause,
                    &moment
                )
            }
        }
        settleLosses(&moment)
    }
}

/// What has become of a building, in ascending order of damage.
enum BuildingDamage: UInt8, BitwiseCopyable, Comparable, Sendable {
    /// Nothing.
    case none = 0
    /// Its windows are broken.
    case windows = 1
    /// It is badly damaged and stands.
    case badly = 2
    /// It is down.
    case collapsed = 3

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A building that a blast has struck, with the harm to those in and around it.
struct StruckBuilding: BitwiseCopyable, Sendable {
    /// What has become of it.
    enum State {
        /// Down.
        case collapsed
        /// Badly damaged, standing.
        case badlyDamaged
        /// Standing, perhaps without windows.
        case standing
    }

    let state: State
    /// Harm to people in the open around it.
    let outdoors: HarmThresholds
    /// Harm to people inside.
    let indoors: HarmThresholds
    let lungDominates: Bool
    /// Whether heat hurts, not blast.
    var isHeat = false
    /// What has become of it altogether.
    let damage: BuildingDamage
    /// What this blast has added; none where it was in this state before.
    let added: BuildingDamage
    /// Whether it was down before, so that nobody was inside.
    let wasDown: Bool

    /// A building that stands, with people in and around it in the heat of a fireball.
    init(burning outdoors: HarmThresholds, indoors: HarmThresholds) {
        state = .standing
        self.outdoors = outdoors
        self.indoors = indoors
        lungDominates = false
        isHeat = true
        (damage, added, wasDown) = (.none, .none, false)
    }

    /// Draws what a blast does to a building.
    init(
        _ harm: BlastHarm,
        _ definition: HarmDefinition,
        after before: BuildingDamage,
        entity: UInt64,
        _ instant: Instant
    ) {
        outdoors = harm.outdoors
        lungDominates = harm.lungDominates
        let now: BuildingDamage
        if instant.uniform(.collapse, entity) < harm.collapse {
            now = .collapsed
        } else if instant.uniform(.structure, entity) < harm.badDamage {
            now = .badly
        } else {
            now = harm.glass > 0.5 ? .windows : .none
        }
        damage = max(before, now)
        added = now > before ? now : .none
        wasDown = before == .collapsed
        switch damage {
        case .collapsed: state = .collapsed
        case .badly: state = .badlyDamaged
        case .none, .windows: state = .standing
        }
        let cut = HarmThresholds(definition.glass).scaled(by: harm.glass * definition.facingWindows)
        indoors =
            switch state {
            case .collapsed: HarmThresholds(definition.collapsed)
            case .badlyDamaged: HarmThresholds(definition.badlyDamaged).united(with: cut)
            case .standing: cut
            }
    }

    /// Returns what hurts a person first.
    func cause(outdoors isOutdoors: Bool, _ severity: Severity) -> InjuryCause {
        if isHeat { return .heat }
        if isOutdoors {
            if severity < .dead { return .fragments }
            return lungDominates ? .lungBlast : .bodyImpact
        }
        switch state {
        case .collapsed: return .collapse
        case .badlyDamaged: return .structure
        case .standing: return .glass
        }
    }
}
