import EventKernel
import Vocabulary
import Wording

/// Which facts are told, and which are counted; every function says whether the fact was its own.
extension Timeline {
    mutating func tellHappening(_ fact: Fact) -> Bool {
        switch fact.content {
        case .exploded, .ignited, .controlled, .extinguished, .reflared, .began, .shifted,
            .ceased:
            tell(fact, .hazard)
        case .fireSpread(let hazard, let buildings): tellSpread(fact, hazard, buildings)
        case .damaged(let zone, let down, let badly, let windows):
            harm.add(zone, (down, badly, windows), fact.id)
        case .hurt(let person, let severity, _, _): harm.add(person, severity, fact.id)
        case .warned, .evacuated, .swept, .sheltered, .cleared, .housed: tell(fact, .people)
        case .guideline(_, let level):
            if level >= 2 { tell(fact, .hazard) }
        case .died:
            counts.deaths += 1
            lastDeath = fact.id
        case .freed(_, let alive):
            if alive { tellRescue(fact.id) }
        case .admitted:
            counts.admitted += 1
            guard counts.admitted % 100 == 0 else { break }
            tell(
                fact.id,
                .people,
                Bilingual(
                    "\(counts.admitted) people admitted to hospitals so far",
                    "累计住院\(counts.admitted)人"
                )
            )
        case .turnedAway(_, let hospital):
            guard counts.fullHospitals.insert(hospital).inserted else { break }
            let place = wording.hospital(hospital)
            tell(
                fact.id,
                .people,
                Bilingual(
                    "\(place.english) begins to send people on to other hospitals",
                    "\(place.chinese)开始向其他医院转诊伤员"
                )
            )
        default: return false
        }
        return true
    }

    /// Tells of a fire that goes from building to building each time it has twice as many as when this was last told.
    private mutating func tellSpread(_ fact: Fact, _ hazard: HazardID, _ buildings: Int32) {
        guard buildings >= 2 * counts.burning[hazard, default: 1] else { return }
        counts.burning[hazard] = buildings
        tell(fact, .hazard)
    }

    private mutating func tellRescue(_ fact: FactID) {
        counts.rescued += 1
        let count = counts.rescued
        guard count == 1 || count % 10 == 0 else { return }
        tell(
            fact,
            .people,
            count == 1
                ? Bilingual("first trapped person freed alive", "首名被埋压人员获救")
                : Bilingual(
                    "\(count) trapped people freed alive so far",
                    "累计救出被埋压生还者\(count)人"
                )
        )
    }

    mutating func tellMeans(_ fact: Fact) -> Bool {
        switch fact.content {
        case .arrived(let team, let site): tellArrival(fact.id, team, site)
        case .contradicted, .surveyed, .rerouted, .diverted: tell(fact, .teams)
        case .ranOut, .reordered, .convoyLeft, .convoyArrived: tell(fact, .supplies)
        default: return false
        }
        return true
    }

    private mutating func tellArrival(_ fact: FactID, _ team: TeamID, _ site: SiteID) {
        counts.arrivals += 1
        let count = counts.arrivals
        guard count == 1 || count % 20 == 0 else { return }
        let (who, place) = (wording.team(team), wording.site(site))
        tell(
            fact,
            .teams,
            count == 1
                ? Bilingual(
                    "first team at \(place.english): \(who.english)",
                    "首支队伍到达\(place.chinese)：\(who.chinese)"
                )
                : Bilingual(
                    "\(count) team arrivals at \(place.english) so far",
                    "累计到达\(place.chinese)\(count)队次"
                )
        )
    }

    mutating func tellInformation(_ fact: Fact) -> Bool {
        switch fact.content {
        case .believed(let post, let item, let value, _): tellBelief(fact, post, item, value)
        case .published: tell(fact, .reports)
        case .reportFellDue(_, inTime: false): tell(fact, .reports)
        default: return false
        }
        return true
    }

    private mutating func tellBelief(_ fact: Fact, _ post: PostID, _ item: Item, _ value: Int32) {
        let who = wording.post(post)
        switch item {
        case .incident:
            tell(
                fact.id,
                .reports,
                Bilingual("\(who.english) learns of the incident", "\(who.chinese)获知事件")
            )
        case .verified(.dead, _):
            guard knownDead[post, default: KnownDead()].verify(value) else { return }
            tell(
                fact.id,
                .reports,
                Bilingual(
                    "\(who.english) knows of \(wording.counted(value, "verified death", "verified deaths"))",
                    "\(who.chinese)掌握核报死亡\(value)人"
                )
            )
        case .aid(let other) where other != post && value > 0:
            guard counts.aid.updateValue(value, forKey: other) != value else { return }
            let asking = wording.post(other)
            tell(
                fact.id,
                .reports,
                Bilingual(
                    "\(who.english) is told that \(asking.english) asks for \(value) teams",
                    "\(who.chinese)收到\(asking.chinese)的增援请求：\(value)支队伍"
                )
            )
        case .found(.dead, _), .inCare(.dead, _):
            guard knownDead[post, default: KnownDead()].update(item, value) else { return }
            let total = knownDead[post]?.total ?? 0
            tell(
                fact.id,
                .reports,
                Bilingual(
                    "\(who.english) knows of \(total) dead, not verified",
                    "\(who.chinese)掌握死亡\(total)人（未核实）"
                )
            )
        default: break
        }
    }

    mutating func tellCommand(_ fact: Fact) -> Bool {
        switch fact.content {
        case .started, .injected, .ended: tell(fact, .exercise)
        case .activated, .decided, .levelChanged, .orderedSupplies, .orderedWarning, .requested,
            .approved:
            tell(fact, .command)
        case .ordered(_, let post, let team, let task): orders.add(post, team, task, fact.id)
        default: return false
        }
        return true
    }
}
