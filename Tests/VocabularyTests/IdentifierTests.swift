import EventKernel
import Testing
import Vocabulary

@Suite struct IdentifierTests {
    @Test func `no two purposes have the same number`() {
        let numbers = Purpose.allCases.map { $0.rawValue }
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func `people are told apart by zone or team and number`() {
        var entities: Set<UInt64> = []
        for group in 0..<20 {
            for number in 0..<50 {
                entities.insert(PersonID(in: ZoneID(group), number: number).entity)
                entities.insert(PersonID(of: TeamID(group), number: number).entity)
            }
        }
        #expect(entities.count == 2000)
    }

    @Test func `a person belongs to a zone or to a team`() {
        let resident = PersonID(in: ZoneID(3), number: 9)
        let responder = PersonID(of: TeamID(0), number: 9)
        #expect(resident.zone == ZoneID(3) && resident.team == nil)
        #expect(responder.team == TeamID(0) && responder.zone == nil)
        #expect(responder < resident)
        #expect(resident < PersonID(in: ZoneID(3), number: 10))
    }

    @Test func `occasions of things are entities of their own`() {
        var entities: Set<UInt64> = []
        for thing in 0..<30 {
            for ordinal: Int32 in 0..<30 { entities.insert(TeamID(thing).entity(ordinal)) }
        }
        #expect(entities.count == 900)
    }

    @Test func `people and identifiers come back from their bytes`() throws {
        let person = PersonID(of: TeamID(7), number: 11)
        #expect(try PersonID(byteForm: person.byteForm) == person)
        #expect(try ZoneID(byteForm: ZoneID(70_000).byteForm) == ZoneID(70_000))
    }
}
