import EventKernel
import Vocabulary

/// What the record says of one casualty.
struct CasualtyEntry: BitwiseCopyable, Sendable {
    let person: PersonID
    var hurtAt: SimTime
    var severity = Severity.unhurt
    var canWalk = true
    var isTrapped = false
    /// Whether the casualty has ever been trapped.
    var wasTrapped = false
    /// Whether a hospital has admitted the casualty.
    var wasAdmitted = false
    /// Whether medical supplies were lacking at the collection point.
    var lackedSupplies = false
    var foundBy: TeamID?
    var foundAt = SimTime.never
    var freedAt = SimTime.never
    var collectedAt = SimTime.never
    var departedAt = SimTime.never
    var turnedAwayAt = SimTime.never
    /// Admitted to a hospital, or treated and sent home.
    var caredForAt = SimTime.never
    var operatedAt = SimTime.never
    var diedAt = SimTime.never
    var place = DeathPlace.atOnce

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
struct PersonRoll: Sendable {
    var entries: [CasualtyEntry] = []
    /// Place in `entries` plus one, 0 for none; a power of two of them.
    private var places: [Int32] = Array(repeating: 0, count: 4096)

    /// Forgets everybody and keeps the storage.
    mutating func begin() {
        entries.removeAll(keepingCapacity: true)
        for index in places.indices { places[index] = 0 }
    }

    /// Returns the place of a person in `entries`, or nil for one that is not there.
    func find(_ person: PersonID) -> Int? {
        let place = places[slot(of: person)]
        return place > 0 ? Int(place) - 1 : nil
    }

    /// Returns the place of a person in `entries`, where a new one is added.
    mutating func place(of person: PersonID, at time: SimTime) -> Int {
        let free = slot(of: person)
        if places[free] > 0 { return Int(places[free]) - 1 }
        entries.append(CasualtyEntry(person, hurtAt: time))
        places[free] = Int32(truncatingIfNeeded: entries.count)
        if entries.count * 2 > places.count { grow() }
        return entries.count - 1
    }

    /// Slot that holds a person, or the free one where the person belongs.
    private func slot(of person: PersonID) -> Int {
        let mask = places.count - 1
        // Fibonacci hashing: the high bits of the product are well mixed.
        var slot = Int(truncatingIfNeeded: (person.entity &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while places[slot] > 0, entries[Int(places[slot]) - 1].person != person {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        for index in entries.indices {
            places[slot(of: entries[index].person)] = Int32(truncatingIfNeeded: index + 1)
        }
    }
}
