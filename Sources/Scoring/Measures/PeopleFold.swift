import EventKernel
import Vocabulary

/// Counts people: hurt, dead, admitted, rescued, evacuated; and keeps what befell each casualty.
struct PeopleFold: ~Copyable {
    /// How a fact changes who is trapped and alive.
    enum Change: Sendable {
        case none, trapped, released
    }

    private(set) var roll = PersonRoll()
    private(set) var counts = Counts()
    /// Triages in order.
    private var triages = Shelf<Triage>()

    /// A triage with the place of its casualty in the roll.
    struct Triage: BitwiseCopyable {
        let fact: FactID
        let place: Int
    }

    /// Numbers of people.
    struct Counts: BitwiseCopyable, Sendable {
        var deaths = 0
        /// Deaths after the first instant.
        var lateDeaths = 0
        var responderDeaths = 0
        var serious = 0
        var slight = 0
        var admissions = 0
        var rescued = 0
        var evacuated = 0
        var collapsed = 0
        /// People trapped and alive.
        var trapped = 0
    }

    /// Forgets everything, for another drill.
    mutating func begin() {
        roll.begin()
        triages.clear()
        counts = Counts()
    }

    /// Takes in one of the rarer facts about people.
    ///
    /// Of each step from being found to definitive care the first counts.
    ///
    /// - Returns: Whether somebody alive is trapped by it, or no longer is.
    @discardableResult
    mutating func fold(_ fact: Fact) -> Change {
        let time = fact.time
        switch fact.content {
        case .trapped(let person): return traps(person, at: time)
        case .freed(let person, let alive):
            return releases(person, at: time, freed: true, alive: alive)
        case .collected(let person, _):
            let place = roll.place(of: person, at: time)
            Self.first(&roll.entries[place].collectedAt, time)
        case .triaged(let person, _):
            triages.append(Triage(fact: fact.id, place: roll.place(of: person, at: time)))
        case .operated(let person, _):
            let place = roll.place(of: person, at: time)
            Self.first(&roll.entries[place].operatedAt, time)
        case .died(let person, let place): return dies(person, place, at: time)
        case .evacuated(_, let persons): counts.evacuated += Int(persons)
        case .damaged(_, let down, _, _): counts.collapsed += Int(down)
        default: break
        }
        return .none
    }

    /// Takes in that a casualty is on the way to a hospital.
    @inline(__always)
    mutating func departs(_ person: PersonID, at time: SimTime) {
        let place = roll.place(of: person, at: time)
        Self.first(&roll.entries[place].departedAt, time)
    }

    /// Takes in that a hospital has no place for a casualty.
    @inline(__always)
    mutating func isTurnedAway(_ person: PersonID, at time: SimTime) {
        let place = roll.place(of: person, at: time)
        Self.first(&roll.entries[place].turnedAwayAt, time)
    }

    /// Takes in that a hospital cares for a casualty.
    @inline(__always)
    mutating func isCaredFor(_ person: PersonID, at time: SimTime) {
        let place = roll.place(of: person, at: time)
        Self.first(&roll.entries[place].caredForAt, time)
    }

    /// Takes in that a team has found a casualty, or somebody nearby where there is no team.
    mutating func finds(_ person: PersonID, by team: TeamID?, at time: SimTime) {
        let place = roll.place(of: person, at: time)
        guard roll.entries[place].foundAt.isNever else { return }
        roll.entries[place].foundBy = team
        roll.entries[place].foundAt = time
    }

    /// Takes in that a hospital admits a casualty.
    ///
    /// Each person is admitted once, however often sent on from bed to bed.
    mutating func admits(_ person: PersonID, at time: SimTime) {
        let place = roll.place(of: person, at: time)
        Self.first(&roll.entries[place].caredForAt, time)
        counts.admissions += roll.entries[place].wasAdmitted ? 0 : 1
        roll.entries[place].wasAdmitted = true
    }

    @inline(__always)
    private static func first(_ moment: inout SimTime, _ time: SimTime) {
        moment = min(moment, time)
    }

    /// Notes that medical supplies were lacking for the casualty of a triage.
    ///
    /// - Complexity: O(log triages).
    mutating func lackedSupplies(sinceTriage fact: FactID) {
        var low = 0
        var high = triages.count
        while low < high {
            let middle = (low + high) / 2
            if triages[middle].fact < fact { low = middle + 1 } else { high = middle }
        }
        guard low < triages.count, triages[low].fact == fact else { return }
        roll.entries[triages[low].place].lackedSupplies = true
    }

    /// Takes in that somebody is hurt.
    mutating func hurts(
        _ person: PersonID,
        _ severity: Severity,
        _ canWalk: Bool,
        at time: SimTime
    ) {
        let place = roll.place(of: person, at: time)
        // The dead are not also injured.
        let isAlive = roll.entries[place].diedAt.isNever
        if isAlive { count(roll.entries[place].injury, -1) }
        // Who is hurt again counts once, by the worst.
        roll.entries[place].severity = max(roll.entries[place].severity, severity)
        roll.entries[place].canWalk = roll.entries[place].canWalk && canWalk
        if isAlive { count(roll.entries[place].injury, 1) }
    }

    private mutating func count(_ injury: CasualtyEntry.Class, _ change: Int) {
        switch injury {
        case .serious: counts.serious += change
        case .slight: counts.slight += change
        case .none: break
        }
    }

    private mutating func traps(_ person: PersonID, at time: SimTime) -> Change {
        let place = roll.place(of: person, at: time)
        roll.entries[place].wasTrapped = true
        // A body under rubble keeps nothing open.
        guard !roll.entries[place].isTrapped, roll.entries[place].diedAt.isNever else {
            return .none
        }
        counts.trapped += 1
        roll.entries[place].isTrapped = true
        return .trapped
    }

    private mutating func releases(
        _ person: PersonID,
        at time: SimTime,
        freed: Bool,
        alive: Bool = false
    ) -> Change {
        let place = roll.place(of: person, at: time)
        if freed {
            // Whom rubble has caught twice is saved once.
            counts.rescued += alive && roll.entries[place].freedAt.isNever ? 1 : 0
            roll.entries[place].freedAt = min(roll.entries[place].freedAt, time)
        }
        guard roll.entries[place].isTrapped else { return .none }
        roll.entries[place].isTrapped = false
        counts.trapped -= 1
        return .released
    }

    private mutating func dies(
        _ person: PersonID,
        _ deathPlace: DeathPlace,
        at time: SimTime
    ) -> Change {
        let place = roll.place(of: person, at: time)
        guard roll.entries[place].diedAt.isNever else { return .none }
        count(roll.entries[place].injury, -1)
        roll.entries[place].diedAt = time
        roll.entries[place].place = deathPlace
        counts.deaths += 1
        if deathPlace != .atOnce { counts.lateDeaths += 1 }
        if person.team != nil { counts.responderDeaths += 1 }
        return releases(person, at: time, freed: false)
    }

    func finish(_ values: inout MeasureValues) {
        values[.deaths] = Double(counts.deaths)
        values[.responderDeaths] = Double(counts.responderDeaths)
        values[.seriousInjuries] = Double(counts.serious)
        values[.slightInjuries] = Double(counts.slight)
        values[.hospitalAdmissions] = Double(counts.admissions)
        values[.trappedRescuedAlive] = Double(counts.rescued)
        values[.evacuatedPersons] = Double(counts.evacuated)
        values[.collapsedBuildings] = Double(counts.collapsed)
        values[.weightedCasualties] = Casualties.weighted(
            counts.deaths,
            counts.serious,
            counts.slight
        )
        values[.deathsAfterFirstInstant] = Double(counts.lateDeaths)
    }
}

/// Deaths and injuries as one number.
enum Casualties {
    /// Returns deaths and weighted injuries: 10 serious or 200 slight injuries weigh as one death
    /// (fatalities and weighted injuries of British railway safety; L, its use here D).
    static func weighted(_ deaths: Int, _ serious: Int, _ slight: Int) -> Double {
        Double(deaths) + Double(serious) / 10 + Double(slight) / 200
    }
}
