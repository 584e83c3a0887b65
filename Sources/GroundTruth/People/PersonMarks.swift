import Vocabulary

/// Which people are casualties, one bit a person: asked for everybody whom a hazard strikes.
struct PersonMarks: Sendable {
    /// Bits of the people of each zone, then of the crew of each team -- state.
    private var words: [[UInt64]]
    private let zones: Int

    /// Prepares marks for the people of so many zones and teams.
    init(zones: Int, teams: Int) {
        self.zones = zones
        words = Array(repeating: [], count: zones + teams)
    }

    /// Takes all marks off and keeps the storage.
    mutating func reset() {
        for group in words.indices {
            for word in words[group].indices { words[group][word] = 0 }
        }
    }

    private func group(of person: PersonID) -> Int {
        person.team.map { zones + $0.index } ?? Int(person.group)
    }

    /// Tells whether a person is marked.
    ///
    /// - Complexity: O(1).
    func contains(_ person: PersonID) -> Bool {
        let group = group(of: person)
        let word = Int(person.number) / 64
        guard word < words[group].count else { return false }
        return words[group][word] >> UInt64(person.number % 64) & 1 == 1
    }

    /// Marks a person.
    ///
    /// - Complexity: O(1), amortised.
    mutating func insert(_ person: PersonID) {
        let group = group(of: person)
        let word = Int(person.number) / 64
        while words[group].count <= word { words[group].append(0) }
        words[group][word] |= 1 << UInt64(person.number % 64)
    }
}
