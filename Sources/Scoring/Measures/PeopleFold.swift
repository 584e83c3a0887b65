import Vocabulary

/// Counts people: hurt, dead, admitted, rescued, evacuated.
struct PeopleFold: Sendable {
    private(set) var deaths = 0
    private var responderDeaths = 0
    private var serious = 0
    private var slight = 0
    private var admissions = 0
    private var rescued = 0
    private var evacuated = 0
    private var collapsed = 0
    /// People hurt and alive whose life was in danger, to be told from others at their death.
    private var seriousPeople = PersonSet()
    private var slightPeople = PersonSet()

    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .hurt(let person, let severity, _, let canWalk): hurt(person, severity, canWalk)
        case .died(let person, _): died(person)
        case .admitted: admissions += 1
        case .freed(_, let alive): rescued += alive ? 1 : 0
        case .evacuated(_, let persons): evacuated += Int(persons)
        case .damaged(_, let down, _, _): collapsed += Int(down)
        default: break
        }
    }

    /// Seriously injured (重伤) is whose life is in danger, or who needs a hospital and cannot walk:
    /// the fractures and deep wounds that cost more than 105 working days (GB 6441, mapping D).
    private mutating func hurt(_ person: PersonID, _ severity: Severity, _ canWalk: Bool) {
        switch (severity, canWalk) {
        case (.serious, _), (.moderate, false):
            serious += 1
            seriousPeople.insert(person)
        case (.moderate, true), (.slight, _):
            slight += 1
            slightPeople.insert(person)
        case (.unhurt, _), (.dead, _): break
        }
    }

    /// The dead are not also injured.
    private mutating func died(_ person: PersonID) {
        deaths += 1
        if person.team != nil { responderDeaths += 1 }
        if seriousPeople.remove(person) { serious -= 1 }
        if slightPeople.remove(person) { slight -= 1 }
    }

    func finish(_ values: inout MeasureValues) {
        values[.deaths] = Double(deaths)
        values[.responderDeaths] = Double(responderDeaths)
        values[.seriousInjuries] = Double(serious)
        values[.slightInjuries] = Double(slight)
        values[.hospitalAdmissions] = Double(admissions)
        values[.trappedRescuedAlive] = Double(rescued)
        values[.evacuatedPersons] = Double(evacuated)
        values[.collapsedBuildings] = Double(collapsed)
    }
}

/// A set of people, as a sorted array: small, and without hashing.
struct PersonSet: Sendable {
    private var people: [PersonID] = []

    /// Whether nobody is in.
    var isEmpty: Bool { people.isEmpty }

    /// Puts a person in; people mostly come in ascending order.
    mutating func insert(_ person: PersonID) {
        guard let last = people.last, person < last || person == last else {
            people.append(person)
            return
        }
        let place = firstIndex(notBefore: person)
        if people[place] != person { people.insert(person, at: place) }
    }

    /// Takes a person out.
    ///
    /// - Returns: Whether the person was in.
    mutating func remove(_ person: PersonID) -> Bool {
        let place = firstIndex(notBefore: person)
        guard place < people.count, people[place] == person else { return false }
        people.remove(at: place)
        return true
    }

    private func firstIndex(notBefore person: PersonID) -> Int {
        var low = 0
        var high = people.count
        while low < high {
            let middle = (low + high) / 2
            if people[middle] < person {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
