import EventKernel
import Vocabulary

/// What the record says of one casualty.
///
/// What most facts change stands first, close to the person by whom it is found.
struct CasualtyEntry: BitwiseCopyable, Sendable {
    let person: PersonID
    var departedAt = SimTime.never
    /// Admitted to a hospital, or treated and sent home.
    var caredForAt = SimTime.never
    var turnedAwayAt = SimTime.never
    var hurtAt: SimTime
    var diedAt = SimTime.never
    var severity = Severity.unhurt
    var canWalk = true
    var isTrapped = false
    /// Whether the casualty has ever been trapped.
    var wasTrapped = false
    /// Whether a hospital has admitted the casualty.
    var wasAdmitted = false
    /// Whether medical supplies were lacking at the collection point.
    var lackedSupplies = false
    var place = DeathPlace.atOnce
    var foundBy: TeamID?
    var foundAt = SimTime.never
    var freedAt = SimTime.never
    var collectedAt = SimTime.never
    var operatedAt = SimTime.never

    init(_ person: PersonID, hurtAt: SimTime) {
        self.person = person
        self.hurtAt = hurtAt
    }

    /// How a casualty counts among the injured.
    enum Class: UInt8, BitwiseCopyable, Sendable {
        case none, slight, serious
    }

    /// Seriously injured (重伤) is whose life is in danger, or who needs a hospital and cannot walk:
    /// the fractures and deep wounds that cost more than 105 working days (GB 6441, mapping D).
    var injury: Class {
        switch (severity, canWalk) {
        case (.serious, _), (.moderate, false): .serious
        case (.moderate, true), (.slight, _): .slight
        case (.unhurt, _), (.dead, _): .none
        }
    }

    /// Whether the casualty is in danger until somebody cares: needs a hospital, or is trapped.
    var isEndangered: Bool { severity >= .moderate || wasTrapped || !diedAt.isNever }

    /// Whether the casualty died in the first instant.
    var diedAtOnce: Bool { !diedAt.isNever && place == .atOnce }

    /// Whether the casualty is no responder.
    var isOfPublic: Bool { person.zone != nil }

    /// When the danger was over; never for the dead.
    var safeAt: SimTime {
        guard diedAt.isNever else { return .never }
        return severity < .moderate ? min(freedAt, caredForAt) : caredForAt
    }
}

/// All casualties of a drill, in the order in which the record first names them.
///
/// A table of places with open addressing finds them: a few steps a look-up, and nothing is ever
/// walked in the order of the table.
struct PersonRoll: ~Copyable {
    var entries = Shelf<CasualtyEntry>()
    /// Place in `entries` plus one, 0 for none; a power of two of them.
    private var places = Shelf<Int32>()

    init() { places.fill(0, count: 4096) }

    /// Forgets everybody and keeps the storage.
    mutating func begin() {
        entries.clear()
        places.fill(0, count: places.count)
    }

    /// Returns the place of a person in `entries`, or nil for one that is not there.
    func find(_ person: PersonID) -> Int? {
        let place = places[slot(of: person)]
        return place > 0 ? Int(place) - 1 : nil
    }

    /// Returns the place of a person in `entries`, where a new one is added.
    @inline(__always)
    mutating func place(of person: PersonID, at time: SimTime) -> Int {
        let slot = slot(of: person)
        let place = places[slot]
        return place > 0 ? Int(place) &- 1 : add(person, at: time, slot)
    }

    @inline(never)
    private mutating func add(_ person: PersonID, at time: SimTime, _ free: Int) -> Int {
        entries.append(CasualtyEntry(person, hurtAt: time))
        places[free] = Int32(truncatingIfNeeded: entries.count)
        if entries.count * 2 > places.count { grow() }
        return entries.count - 1
    }

    /// Slot that holds a person, or the free one where the person belongs.
    @inline(__always)
    private func slot(of person: PersonID) -> Int {
        let mask = places.count &- 1
        // Fibonacci hashing: the high bits of the product are well mixed.
        var slot = Int(truncatingIfNeeded: (person.entity &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while places[slot] > 0, entries[Int(places[slot]) &- 1].person != person {
            slot = (slot &+ 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        places.fill(0, count: places.count * 2)
        for index in entries.indices {
            places[slot(of: entries[index].person)] = Int32(truncatingIfNeeded: index + 1)
        }
    }
}
