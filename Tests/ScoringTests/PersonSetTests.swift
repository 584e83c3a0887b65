import Testing
import Vocabulary

@testable import Scoring

@Suite struct PersonSetTests {
    @Test func `people come and go in any order, each once`() {
        var set = PersonSet()
        let people = [7, 3, 9, 3, 1, 8, 7].map { PersonID(in: ZoneID(0), number: $0) }
        for person in people { set.insert(person) }
        for person in Set(people).sorted() {
            let removals = [set.remove(person), set.remove(person)]
            #expect(removals == [true, false])
        }
        let stranger = set.remove(PersonID(of: TeamID(0), number: 0))
        #expect(!stranger)
    }
}
