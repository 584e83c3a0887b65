import EventKernel
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// The collapse of Changsha 2022 comes out as it was, within 90 % of our drills.
@Suite struct ChangshaTests {
    private static let records: [DrillRecord] = {
        guard let world = try? RealWorld("changsha-2022") else { return [] }
        var drill = Drill(world.scenario, plan: world.plan)
        return (0..<60).map { DrillRecord(playing: &drill, seed: 1, drill: $0) }
    }()

    /// 12:24, when the house came down, since the start of the drill [h].
    private static let onset = 0.4

    private func count(
        _ record: DrillRecord,
        until hours: Double,
        _ counts: (FactContent) -> Bool
    )
        -> Int
    {
        record.facts.count { ($0.time - .start).hours <= Self.onset + hours && counts($0.content) }
    }

    /// 5 % and 95 % quantiles of a number over the drills.
    private func band(_ number: (DrillRecord) -> Int) throws -> ClosedRange<Int> {
        let sorted = Self.records.map(number).sorted()
        try #require(sorted.count == 60)
        return sorted[3]...sorted[56]
    }

    @Test(arguments: [(19.0, 5), (52, 6), (56, 7), (88, 9), (131, 10)])
    func `so many were rescued alive by then`(hours: Double, rescued: Int) throws {
        let band = try band { record in
            count(record, until: hours) {
                if case .freed(_, alive: true) = $0 { true } else { false }
            }
        }
        #expect(band.contains(rescued))
        #expect(band.upperBound <= 4 * max(1, band.lowerBound))
    }

    @Test func `54 died`() throws {
        let band = try band { record in
            count(record, until: 1000) { if case .died = $0 { true } else { false } }
        }
        #expect(band.contains(54))
        #expect(band.upperBound - band.lowerBound < 20)
    }

    @Test func `63 are buried in every drill, and those at the scene first know of only a part`()
        throws
    {
        for record in Self.records {
            #expect(record.count { if case .trapped = $0 { true } else { false } } == 63)
            var first: Int32?
            for fact in record.facts {
                if case .observed(_, .buried, let value) = fact.content, first == nil {
                    first = value
                }
            }
            let known = try #require(first)
            #expect(known > 5 && known < 45)
        }
    }

    @Test
    func `thirty-one hours later the buried and the missing come near the truth, and miss it`()
        throws
    {
        var errors: [Int] = []
        for record in Self.records {
            var thought = 0
            for fact in record.facts where (fact.time - .start).hours < Self.onset + 31 {
                switch fact.content {
                case .observed(_, .buried, let value): thought = Int(value)
                case .observed(_, .missing, let value): thought += Int(value)
                default: break
                }
            }
            let freed = count(record, until: 31) { if case .freed = $0 { true } else { false } }
            errors.append(thought - (63 - freed))
        }
        #expect(errors.allSatisfy { abs($0) <= 12 })
        #expect(errors.contains { $0 != 0 })
    }
}
