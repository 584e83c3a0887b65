import EventKernel
import Testing
import Vocabulary

@testable import Scoring

@Suite struct RollTests {
    @Test func `everybody has one place, in the order of being named`() {
        var roll = PersonRoll()
        for number in [7, 3, 9, 3, 7] {
            _ = roll.place(of: PersonID(in: ZoneID(0), number: number), at: .start)
        }
        #expect(roll.entries.indices.map { roll.entries[$0].person.number } == [7, 3, 9])
        #expect(roll.find(PersonID(in: ZoneID(0), number: 3)) == 1)
        #expect(roll.find(PersonID(in: ZoneID(1), number: 3)) == nil)
        #expect(roll.find(PersonID(of: TeamID(0), number: 3)) == nil)
    }

    @Test func `twenty thousand people of forty groups are told apart, drill after drill`() {
        var roll = PersonRoll()
        for _ in 0..<2 {
            roll.begin()
            for number in 0..<20_000 {
                let group = number % 40
                let person =
                    group < 30
                    ? PersonID(in: ZoneID(group), number: number / 40)
                    : PersonID(of: TeamID(group), number: number / 40)
                #expect(roll.place(of: person, at: .start) == number)
            }
            #expect(roll.entries.count == 20_000)
        }
    }
}
