import EventKernel
import Vocabulary

/// Values that change at facts, each from the fact on: what is so, and what posts believe.
///
/// A series is told by a short name such as `dead`, `fire:2` or, for a belief, `3/found.dead:1` — the
/// post before the stroke. Every value knows the fact that set it.
struct StepSeries {
    private struct Step {
        let time: SimTime
        let value: Int
        let fact: FactID
    }

    private var names: [String] = []
    private var places: [String: Int] = [:]
    private var steps: [[Step]] = []

    /// Sets a series to a value from a fact on; the same value again changes nothing but its fact.
    mutating func set(_ name: String, _ value: Int, _ fact: Fact) {
        let place = place(of: name)
        let step = Step(time: fact.time, value: value, fact: fact.id)
        if let last = steps[place].last, last.time == fact.time {
            steps[place][steps[place].count - 1] = step
        } else {
            steps[place].append(step)
        }
    }

    /// Adds to the latest value of a series, 0 before the first.
    mutating func add(_ name: String, _ change: Int, _ fact: Fact) {
        let place = place(of: name)
        set(name, (steps[place].last?.value ?? 0) + change, fact)
    }

    private mutating func place(of name: String) -> Int {
        if let place = places[name] { return place }
        names.append(name)
        steps.append([])
        places[name] = names.count - 1
        return names.count - 1
    }

    /// Names, and for every series the number of its steps and for each the time since the one before
    /// [ms], the change of the value, and the number of facts since the one before.
    var json: PageJSON {
        var packed = PackedBytes()
        for series in steps {
            packed.add(series.count)
            var (time, value, fact) = (Int64(0), 0, 0)
            for step in series {
                packed.add(Int(step.time.milliseconds - time))
                packed.add(signed: step.value - value)
                packed.add(step.fact.index - fact)
                (time, value, fact) = (step.time.milliseconds, step.value, step.fact.index)
            }
        }
        return .object([
            ("names", .list(names.map { .text($0) })), ("bytes", .text(packed.base64)),
        ])
    }
}

/// Folds the record of a drill into series of what is so.
struct TruthFold {
    private(set) var series = StepSeries()
    private var trapped: Set<PersonID> = []
    private var burning: Set<HazardID> = []

    init(_ facts: [Fact], _ scene: ReplayScene) {
        for (depot, definition) in scene.register.depots.enumerated() {
            for kind in SupplyKind.allCases where definition.stock[kind] > 0 {
                let start = Fact(id: FactID(0), cause: .none, time: .start, content: .started)
                series.set("stock:\(depot):\(kind.rawValue)", Int(definition.stock[kind]), start)
            }
        }
        for fact in facts {
            _ =
                foldHazard(fact) || foldPeople(fact) || foldMeans(fact) || foldCommand(fact)
        }
    }

    private mutating func foldHazard(_ fact: Fact) -> Bool {
        switch fact.content {
        case .exploded(let hazard, _), .began(let hazard, _), .ignited(let hazard, _),
            .reflared(let hazard):
            series.set("hazard:\(hazard.index)", 1, fact)
            switch fact.content {
            case .ignited, .reflared: burn(hazard, fact)
            default: break
            }
        case .controlled(let hazard): series.set("hazard:\(hazard.index)", 2, fact)
        case .extinguished(let hazard, _):
            series.set("hazard:\(hazard.index)", 3, fact)
            burning.remove(hazard)
            series.set("burning", burning.count, fact)
        case .ceased(let hazard): series.set("hazard:\(hazard.index)", 3, fact)
        case .damaged(let zone, let down, let badly, _):
            series.add("collapsed:\(zone.index)", Int(down), fact)
            series.add("badly:\(zone.index)", Int(badly), fact)
        case .guideline(let zone, let level): series.set("air:\(zone.index)", Int(level), fact)
        default: return false
        }
        return true
    }

    private mutating func burn(_ hazard: HazardID, _ fact: Fact) {
        burning.insert(hazard)
        series.set("burning", burning.count, fact)
    }

    private mutating func foldPeople(_ fact: Fact) -> Bool {
        switch fact.content {
        case .hurt(let person, let severity, _, _):
            if severity < .dead { series.add("hurt", 1, fact) }
            if severity == .serious { series.add("serious", 1, fact) }
            zone(person, "hurt", 1, fact)
        case .trapped(let person):
            trapped.insert(person)
            series.add("trapped", 1, fact)
            zone(person, "trapped", 1, fact)
        case .freed(let person, let alive):
            if trapped.remove(person) != nil {
                series.add("trapped", -1, fact)
                zone(person, "trapped", -1, fact)
            }
            if alive { series.add("rescued", 1, fact) }
        case .found(let person, _, _): zone(person, "found", 1, fact)
        case .died(let person, _):
            series.add("dead", 1, fact)
            zone(person, "dead", 1, fact)
        case .warned(let zone): series.set("warned:\(zone.index)", 1, fact)
        case .evacuated(let zone, let persons), .cleared(let zone, let persons, _):
            series.set("left:\(zone.index)", Int(persons), fact)
        case .sheltered(let zone, let persons):
            series.set("sheltered:\(zone.index)", Int(persons), fact)
        case .swept(let zone, let sweeps): series.set("swept:\(zone.index)", Int(sweeps), fact)
        case .admitted(_, let hospital):
            series.add("admitted", 1, fact)
            series.add("inCare:\(hospital.index)", 1, fact)
        case .discharged(_, let hospital): series.add("inCare:\(hospital.index)", -1, fact)
        default: return false
        }
        return true
    }

    private mutating func zone(_ person: PersonID, _ name: String, _ change: Int, _ fact: Fact) {
        guard let zone = person.zone else { return }
        series.add("\(name):\(zone.index)", change, fact)
    }

    private mutating func foldMeans(_ fact: Fact) -> Bool {
        switch fact.content {
        case .stocked(let depot, let kind, let amount):
            series.set("stock:\(depot.index):\(kind.rawValue)", Int(amount), fact)
        case .ranOut(let depot, let kind):
            series.set("stock:\(depot.index):\(kind.rawValue)", 0, fact)
        default: return false
        }
        return true
    }

    private mutating func foldCommand(_ fact: Fact) -> Bool {
        switch fact.content {
        case .levelChanged(let post, let level):
            series.set("level:\(post.index)", Int(level.rawValue), fact)
        case .activated(let post): series.set("active:\(post.index)", 1, fact)
        case .published(_, let dead): series.set("published", Int(dead), fact)
        default: return false
        }
        return true
    }
}

extension StepSeries {
    /// Series of what every post believes.
    static func beliefs(_ facts: [Fact]) -> StepSeries {
        var series = StepSeries()
        for fact in facts {
            guard case .believed(let post, let item, let value, _) = fact.content else { continue }
            series.set("\(post.index)/\(item.label)", Int(value), fact)
        }
        return series
    }
}

extension Item {
    /// Short name of an item in a page.
    var label: String {
        switch self {
        case .incident(let site): "incident:\(site.index)"
        case .estimate(let site): "estimate:\(site.index)"
        case .found(let count, let zone): "found.\(count.rawValue):\(zone.index)"
        case .inCare(let count, let hospital): "inCare.\(count.rawValue):\(hospital.index)"
        case .verified(let count, let site): "verified.\(count.rawValue):\(site.index)"
        case .fire(let hazard): "fire:\(hazard.index)"
        case .reading(let sensor): "reading:\(sensor.index)"
        case .sweeps(let zone): "sweeps:\(zone.index)"
        case .awaitingTransport(let site): "awaiting:\(site.index)"
        case .chemicals(let site): "chemicals:\(site.index)"
        case .team(let team): "team:\(team.index)"
        case .stock(let depot, let kind): "stock:\(depot.index):\(kind.rawValue)"
        case .beds(let hospital): "beds:\(hospital.index)"
        case .level(let post): "level:\(post.index)"
        case .aid(let post): "aid:\(post.index)"
        case .request(let post): "request:\(post.index)"
        case .approval(let post): "approval:\(post.index)"
        case .buried(let site): "buried:\(site.index)"
        case .missing(let site): "missing:\(site.index)"
        }
    }
}
