import EventKernel
public import Vocabulary

/// Keeps book of people by the record alone: everybody is hurt once, is in one place, and dies once.
///
/// Knows nothing of the model but what a reader of records may expect of a person's way from injury
/// to care; whatever does not fit is a complaint.
public struct PeopleBook {
    /// Where a casualty was last seen.
    public enum Whereabouts: Hashable, Sendable {
        /// Where the person was hurt: trapped or in the open.
        case zone
        /// At the collection point of a site.
        case collectionPoint
        /// On the road to a hospital.
        case road(HospitalID)
        /// In hospital.
        case hospital(HospitalID)
        /// Sent home.
        case home
    }

    /// What the record says of one casualty so far.
    struct Entry {
        var place = Whereabouts.zone
        var severity = Severity.unhurt
        var isTrapped = false
        var isFreed = false
        var isFound = false
        var isTriaged = false
        var isDead = false
        /// When a hospital stabilised the casualty on arrival, before taking in or sending on.
        var receivedAt: SimTime?
    }

    private(set) var entries: [PersonID: Entry] = [:]
    /// People within reach of a hazard, by zone.
    private var exposed: [ZoneID: Int32] = [:]
    /// What does not fit, in the order of the record.
    public private(set) var complaints: [String] = []

    /// Opens the book of a record.
    public init(_ record: DrillRecord) {
        for fact in record.facts { take(fact) }
        for (zone, persons) in exposed {
            let hurt = entries.keys.count { $0.zone == zone }
            if hurt > Int(persons) + injected {
                complaints.append("more hurt than exposed in \(zone)")
            }
        }
    }

    /// Casualties placed by exercise control, who need not be exposed.
    private var injected = 0

    /// People hurt.
    public var hurt: Int { entries.count }
    /// People dead.
    public var dead: Int { entries.values.count { $0.isDead } }

    /// Returns the number of living casualties at a place.
    public func living(at place: Whereabouts) -> Int {
        entries.values.count { !$0.isDead && $0.place == place }
    }

    /// Living casualties, by where they are.
    public var living: [Whereabouts: Int] {
        Dictionary(grouping: entries.values.filter { !$0.isDead }) { $0.place }
            .mapValues { $0.count }
    }

    private mutating func take(_ fact: Fact) {
        switch fact.content {
        case .exposed(let zone, let persons): exposed[zone, default: 0] += persons
        case .hurt(let person, let severity, let cause, _):
            if cause == .inject { injected += 1 }
            if entries[person] != nil { complain(fact, "hurt twice") }
            entries[person] = Entry(severity: severity)
        case .trapped(let person):
            change(person, fact) {
                $0.isTrapped ? "trapped twice" : nil
            } by: {
                $0.isTrapped = true
            }
        case .found(let person, let alive, _):
            change(person, fact) {
                $0.isFound ? "found twice" : alive == $0.isDead ? "found in the wrong state" : nil
            } by: {
                $0.isFound = true
            }
        case .freed(let person, let alive):
            change(person, fact) {
                !$0.isTrapped || $0.isFreed || alive == $0.isDead ? "cannot be freed" : nil
            } by: {
                $0.isFreed = true
            }
        case .died(let person, let place):
            change(person, fact) {
                Self.problem(of: $0, dyingAt: place)
            } by: {
                $0.isDead = true
            }
        default: takeCare(fact)
        }
    }

    private mutating func takeCare(_ fact: Fact) {
        switch fact.content {
        case .collected(let person, _): move(person, fact, from: [.zone], to: .collectionPoint)
        case .triaged(let person, _):
            change(person, fact) {
                $0.isTriaged ? "triaged twice" : Self.dead($0)
            } by: {
                $0.isTriaged = true
            }
        case .stabilised(let person): stabilise(person, fact)
        case .departed(let person, let hospital, let team):
            let origins: [Whereabouts] =
                team == nil ? [.zone, .road(hospital)] : [.collectionPoint]
            move(person, fact, from: origins, to: .road(hospital))
        case .turnedAway(let person, let hospital):
            change(person, fact) {
                $0.place != .road(hospital) ? "turned away elsewhere" : Self.dead($0)
            } by: {
                $0.place = .zone
                $0.receivedAt = nil
            }
        case .admitted(let person, let hospital):
            move(person, fact, from: [.road(hospital)], to: .hospital(hospital))
        case .treatedAndSentHome(let person, let hospital):
            move(person, fact, from: [.road(hospital)], to: .home)
        case .discharged(let person, let hospital):
            move(person, fact, from: [.hospital(hospital)], to: .home)
        case .operated(let person, let hospital):
            change(person, fact) {
                $0.place != .hospital(hospital) ? "operated elsewhere" : Self.dead($0)
            }
        default: break
        }
    }

    /// Casualties are stabilised where they are in care: at the collection point, in hospital, or by a
    /// hospital on arrival, which in the same instant takes them in or sends them on.
    private mutating func stabilise(_ person: PersonID, _ fact: Fact) {
        change(person, fact) {
            switch $0.place {
            case .collectionPoint, .hospital, .road: Self.dead($0)
            case .zone, .home: "stabilised at \($0.place)"
            }
        } by: {
            if case .road = $0.place { $0.receivedAt = fact.time }
        }
    }

    private static func dead(_ entry: Entry) -> String? { entry.isDead ? "is dead" : nil }

    private static func problem(of entry: Entry, dyingAt place: DeathPlace) -> String? {
        if entry.isDead { return "dies twice" }
        let fits =
            switch (place, entry.place) {
            case (.atOnce, .zone): entry.severity == .dead
            case (.trapped, .zone): entry.isTrapped && !entry.isFreed
            case (.waiting, .zone): !entry.isTrapped || entry.isFreed
            case (.collectionPoint, .collectionPoint), (.transport, .road): true
            case (.hospital, .hospital), (.hospital, .home): true
            default: false
            }
        return fits ? nil : "dies at \(place), but is at \(entry.place)"
    }

    private mutating func move(
        _ person: PersonID,
        _ fact: Fact,
        from origins: [Whereabouts],
        to place: Whereabouts
    ) {
        change(person, fact) {
            origins.contains($0.place) ? Self.dead($0) : "comes from \($0.place)"
        } by: {
            $0.place = place
            $0.receivedAt = nil
        }
    }

    private mutating func change(
        _ person: PersonID,
        _ fact: Fact,
        unless problem: (Entry) -> String?,
        by change: (inout Entry) -> Void = { _ in }
    ) {
        guard var entry = entries[person] else { return complain(fact, "was never hurt") }
        if let problem = problem(entry) { complain(fact, problem) }
        if let received = entry.receivedAt, received != fact.time, case .road = entry.place {
            complain(fact, "was stabilised on the road")
        }
        change(&entry)
        entries[person] = entry
    }

    private mutating func complain(_ fact: Fact, _ problem: String) {
        complaints.append("\(fact.id.index) \(fact.content): \(problem)")
    }
}
