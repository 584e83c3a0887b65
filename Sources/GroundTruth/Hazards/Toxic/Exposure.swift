import EventKernel
import Terrain
import Vocabulary

/// What a cloud does to people: residents as a few numbers each until they are hurt, and crews.
extension GroundTruth {
    /// Adds the loads of a step and makes casualties of those who have had too much.
    mutating func expose(
        _ cloud: inout Cloud,
        _ hazard: HazardID,
        _ release: ReleaseDefinition,
        _ moment: inout Moment
    ) {
        let least = release.substance.negligible
        for zone in cloud.zones.indices {
            var worst = 0.0
            var indoors = 0.0
            for index in receptors.starts[zone]..<receptors.starts[zone + 1] {
                worst = max(worst, cloud.air[index].outdoors)
                indoors = max(indoors, cloud.air[index].indoors, cloud.air[index].shut)
            }
            if worst > least, !cloud.zones[zone].isReached {
                reach(ZoneID(zone), &cloud, hazard, release, &moment)
            }
            guard cloud.zones[zone].isReached, !cloud.zones[zone].isSettled else { continue }
            note(worst, ZoneID(zone), &cloud, release, &moment)
            let casualtiesBefore = zones[zone].casualties.count
            breathe(in: ZoneID(zone), &cloud, release, &moment)
            if zones[zone].casualties.count > casualtiesBefore {
                refreshSearch(of: ZoneID(zone), moment.instant)
            }
            if worst < least, indoors < least, cloud.flowSeconds <= 0 {
                settlePeople(of: ZoneID(zone), &cloud, release, &moment)
            }
        }
    }

    // MARK: Who is in reach

    /// Takes the people of a zone into the crowd: those present who have not left on a warning.
    private mutating func reach(
        _ zone: ZoneID,
        _ cloud: inout Cloud,
        _ hazard: HazardID,
        _ release: ReleaseDefinition,
        _ moment: inout Moment
    ) {
        let instant = moment.instant
        cloud.zones[zone.index].isReached = true
        cloud.zones[zone.index].reachedAt = instant.now
        cloud.zones[zone.index].first = Int32(cloud.crowd.count)
        let now = Int32(seconds(instant.now))
        var left: Int32 = 0
        var number = 0
        for group in definition.zones[zone.index].groups {
            for _ in 0..<group.persons {
                let person = PersonID(in: zone, number: number)
                number += 1
                guard instant.uniform(.presence, person.entity) < group.presentShare else {
                    continue
                }
                var exposed = exposed(person, of: group, release, now, instant)
                plan(&exposed, person, of: group, zone, instant)
                if exposed.gone <= now {
                    left += 1
                } else {
                    cloud.crowd.append(exposed)
                }
            }
        }
        cloud.zones[zone.index].count = Int32(cloud.crowd.count) - cloud.zones[zone.index].first
        tellReached(zone, cloud, left, because: cloud.lastFact, &moment)
    }

    private func exposed(
        _ person: PersonID,
        of group: GroupDefinition,
        _ release: ReleaseDefinition,
        _ now: Int32,
        _ instant: Instant
    ) -> Cloud.Exposed {
        let zone = Int(person.group)
        let isOutdoors = instant.uniform(.outdoors, person.entity) < group.outdoorsShare
        let tolerance = instant.uniform(.injury, person.entity)
        return Cloud.Exposed(
            number: person.number,
            receptor: receptors.receptor(of: Int(person.number), in: zone),
            outdoorsUntil: isOutdoors ? now + Int32(release.goingInSeconds) : 0,
            deadly: Float(release.substance.deadlyLoad(tolerance: tolerance))
        )
    }

    private mutating func tellReached(
        _ zone: ZoneID,
        _ cloud: Cloud,
        _ left: Int32,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let air = cloud.zones[zone.index]
        if air.count > 0 { moment.record(.exposed(zone, persons: air.count), because: cause) }
        leave(zone, left, because: cause, &moment)
        guard zones[zone.index].takesShelter else { return }
        let now = Int32(seconds(moment.now))
        var shut: Int32 = 0
        for place in Int(air.first)..<Int(air.first + air.count)
        where cloud.crowd[place].acts <= now {
            shut += 1
        }
        if shut > 0 { moment.record(.sheltered(zone, persons: shut), because: cause) }
    }

    private func seconds(_ time: SimTime) -> Double { (time - .start).seconds }

    /// Works out when a person acts on the warning of the zone, and when the person has left.
    private func plan(
        _ exposed: inout Cloud.Exposed,
        _ person: PersonID,
        of group: GroupDefinition,
        _ zone: ZoneID,
        _ instant: Instant
    ) {
        guard let acting = acting(person, of: group, zone, instant) else { return }
        exposed.acts = Int32(min(seconds(acting), 2e9))
        guard !zones[zone.index].takesShelter else { return }
        exposed.gone = Int32(min(seconds(acting) + definition.warning.leavingSeconds, 2e9))
    }

    /// A warning has been given in a zone that the cloud has reached: its people act on it in time.
    mutating func warnCrowds(of zone: ZoneID, _ instant: Instant) {
        for index in clouds.indices {
            guard clouds[index].zones.indices.contains(zone.index),
                clouds[index].zones[zone.index].isReached
            else { continue }
            let air = clouds[index].zones[zone.index]
            for place in Int(air.first)..<Int(air.first + air.count) {
                var exposed = clouds[index].crowd[place]
                let person = PersonID(in: zone, number: Int(exposed.number))
                plan(&exposed, person, of: group(of: exposed.number, in: zone), zone, instant)
                clouds[index].crowd[place] = exposed
            }
        }
    }

    /// Returns the group to which a person of a zone belongs.
    private func group(of number: Int32, in zone: ZoneID) -> GroupDefinition {
        var rest = number
        for group in definition.zones[zone.index].groups {
            if rest < group.persons { return group }
            rest -= group.persons
        }
        return GroupDefinition()
    }

    // MARK: Breathing

    /// Notes how much is in the air of a zone, and which guideline that reaches.
    private mutating func note(
        _ concentration: Double,
        _ zone: ZoneID,
        _ cloud: inout Cloud,
        _ release: ReleaseDefinition,
        _ moment: inout Moment
    ) {
        var air = cloud.zones[zone.index]
        air.dose += concentration * cloud.stepSeconds
        let time = max(
            seconds(moment.now) - seconds(air.reachedAt),
            cloud.stepSeconds
        )
        let level = release.substance.guidelineLevel(
            kilogramsPerCubicMeter: air.dose / time,
            minutes: time / 60
        )
        if level > air.level {
            air.level = level
            let fact = moment.record(.guideline(zone, level: level), because: cloud.lastFact)
            alarm(zone, because: fact, &moment)
        }
        cloud.zones[zone.index] = air
    }

    /// Lets everybody of a zone breathe for a step.
    private mutating func breathe(
        in zone: ZoneID,
        _ cloud: inout Cloud,
        _ release: ReleaseDefinition,
        _ moment: inout Moment
    ) {
        let substance = release.substance
        let serious = Float(substance.loadShare(ofConcentrationShare: substance.seriousShare))
        let slight = Float(substance.loadShare(ofConcentrationShare: substance.slightShare))
        let middle = Int32(seconds(moment.now) - cloud.stepSeconds / 2)
        let takesShelter = zones[zone.index].takesShelter
        let air = cloud.zones[zone.index]
        let seekHelp = moment.now - air.reachedAt >= Self.helpSeeking
        for place in Int(air.first)..<Int(air.first + air.count) {
            var exposed = cloud.crowd[place]
            if exposed.isSettled { continue }
            if exposed.gone <= middle {
                settle(&exposed, zone, substance, because: cloud.lastFact, &moment)
            } else {
                let loads = cloud.air[Int(exposed.receptor)].loads
                let room: Int
                if exposed.acts <= middle {
                    room = takesShelter ? 2 : 0
                } else {
                    room = middle < exposed.outdoorsUntil ? 0 : 1
                }
                exposed.load += loads[room]
                if exposed.load >= exposed.deadly * serious {
                    poison(&exposed, zone, because: cloud.lastFact, &moment)
                } else if seekHelp, exposed.load >= exposed.deadly * slight {
                    settle(&exposed, zone, substance, because: cloud.lastFact, &moment)
                }
            }
            cloud.crowd[place] = exposed
        }
    }

    /// Time after which whoever is hurt seeks help, and so leaves the cloud -- constant, assumption (D).
    private static let helpSeeking = SimDuration(hours: 1)

    /// A person who has had much is seriously hurt, or dies: at once, or lying in the cloud.
    private mutating func poison(
        _ exposed: inout Cloud.Exposed,
        _ zone: ZoneID,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        let isDeadly = exposed.load >= exposed.deadly
        if exposed.casualty < 0 {
            exposed.casualty = Int32(casualties.count)
            hurtByPoison(exposed.number, isDeadly ? .dead : .serious, zone, cause, &moment)
            exposed.isSettled = isDeadly || casualties.count == Int(exposed.casualty)
        } else {
            let index = CasualtyIndex(Int(exposed.casualty))
            // Whoever has been carried away breathes other air.
            guard casualties[index.index].stage == .lying else {
                exposed.isSettled = true
                return
            }
            guard isDeadly else { return }
            dies(index, &moment)
            exposed.isSettled = true
        }
    }

    /// A person's exposure ends: what it has done so far remains.
    private mutating func settle(
        _ exposed: inout Cloud.Exposed,
        _ zone: ZoneID,
        _ substance: SubstanceDefinition,
        because cause: FactID,
        _ moment: inout Moment
    ) {
        exposed.isSettled = true
        guard exposed.casualty < 0 else { return }
        let share = exposed.load / exposed.deadly
        let moderate = Float(substance.loadShare(ofConcentrationShare: substance.moderateShare))
        let slight = Float(substance.loadShare(ofConcentrationShare: substance.slightShare))
        guard share >= slight else { return }
        hurtByPoison(exposed.number, share >= moderate ? .moderate : .slight, zone, cause, &moment)
    }

    private mutating func settlePeople(
        of zone: ZoneID,
        _ cloud: inout Cloud,
        _ release: ReleaseDefinition,
        _ moment: inout Moment
    ) {
        let air = cloud.zones[zone.index]
        for place in Int(air.first)..<Int(air.first + air.count)
        where !cloud.crowd[place].isSettled {
            var exposed = cloud.crowd[place]
            settle(&exposed, zone, release.substance, because: cloud.lastFact, &moment)
            cloud.crowd[place] = exposed
        }
        cloud.zones[zone.index].isSettled = true
        refreshSearch(of: zone, moment.instant)
    }

    /// Makes a casualty of a person of a zone, unless the person is one already.
    private mutating func hurtByPoison(
        _ number: Int32,
        _ severity: Severity,
        _ zone: ZoneID,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let person = PersonID(in: zone, number: Int(number))
        guard !isCasualty(person) else { return }
        let building = number % Int32(max(1, buildings[zone.index].count))
        hurt(person, severity, .poison, in: zone, building: building, because: cause, &moment)
    }

    // MARK: Crews

    /// Lets crews who stand or work in the cloud without protection breathe for a step.
    ///
    /// Those who work in breathing apparatus are protected; so are all at a site whose chemicals are
    /// identified: they keep out of the cloud or wear what it takes.
    mutating func exposeTeams(
        _ cloud: inout Cloud,
        _ hazard: HazardID,
        _ release: ReleaseDefinition,
        _ drift: SIMD2<Double>,
        _ dispersion: Dispersion,
        _ moment: inout Moment
    ) {
        let casualtiesBefore = casualties.count
        for index in teams.indices {
            let team = TeamID(index)
            guard let place = position(of: team), !isProtected(team) else { continue }
            let point = SIMD2(place.eastMeters, place.northMeters)
            var concentration = 0.0
            for slug in cloud.slugs {
                concentration += slug.concentration(
                    at: point,
                    dispersion,
                    heightMeters: release.heightMeters
                )
            }
            guard concentration > release.substance.negligible else { continue }
            cloud.teamLoads[index] += release.substance.load(
                kilogramsPerCubicMeter: concentration,
                minutes: cloud.stepSeconds / 60
            )
            poison(team, cloud.teamLoads[index], hazard, release.substance, cloud.lastFact, &moment)
        }
        let zone = definition.hazards[hazard.index].zone
        guard casualties.count > casualtiesBefore else { return }
        refreshSearch(of: zone, moment.instant)
        settleLosses(&moment)
    }

    private func isProtected(_ team: TeamID) -> Bool {
        switch teams[team.index].stage {
        case .atStation, .turningOut: return false
        case .working(let task), .freeing(_, let task):
            if needsBreathingAir(task), capabilities[team.index].maskedMembers > 0 { return true }
            return sites[task.site.index].isSurveyed
        case .free(let site), .comingBack(let site): return sites[site.index].isSurveyed
        case .deploying(let task), .resting(let task), .waiting(let task), .loading(let task):
            return sites[task.site.index].isSurveyed
        case .underWay, .carrying, .handingOver, .returning: return true
        }
    }

    private mutating func poison(
        _ team: TeamID,
        _ load: Double,
        _ hazard: HazardID,
        _ substance: SubstanceDefinition,
        _ cause: FactID,
        _ moment: inout Moment
    ) {
        let zone = definition.hazards[hazard.index].zone
        let serious = substance.loadShare(ofConcentrationShare: substance.seriousShare)
        for member in 0..<Int(register.teams[team.index].crew) {
            let person = PersonID(of: team, number: member)
            let tolerance = moment.instant.uniform(.injury, person.entity)
            let deadly = substance.deadlyLoad(tolerance: tolerance)
            guard load >= deadly * serious, !isCasualty(person) else { continue }
            let severity: Severity = load >= deadly ? .dead : .serious
            hurt(person, severity, .poison, in: zone, building: 0, because: cause, &moment)
        }
    }
}
