import Directions
import Foundation
import Testing

/// Changes that must not make things worse do not, over drills under the same luck: 12 pairs each while one
/// develops, 500 with DRILL_LONG_TESTS; `scripts/check-directions` plays 500 in release.
@Suite struct PairedDirectionTests {
    private static let pairs =
        ProcessInfo.processInfo.environment["DRILL_LONG_TESTS"] == nil ? 12 : 500

    private func expectWell(
        _ outcomes: [PairedOutcome],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for outcome in outcomes {
            #expect(outcome.isWell, "\(outcome.name)", sourceLocation: sourceLocation)
        }
    }

    @Test func `an earlier warning does not expose more`() throws {
        let outcomes = try Directions.earlierWarning(Self.pairs)
        expectWell(outcomes)
        #expect(outcomes.contains { $0.meanAfter < $0.meanBefore })
    }

    @Test func `shelter and leaving cross over as a release lasts longer`() throws {
        let short = try Directions.leaving(inRelease: 20, Self.pairs)
        let long = try Directions.leaving(inRelease: 480, Self.pairs)
        #expect(short.meanAfter > short.meanBefore)
        #expect(long.meanAfter < long.meanBefore)
    }

    @Test func `more beds do not kill more`() throws {
        expectWell(try Directions.moreBeds(Self.pairs))
    }

    @Test func `a later arrival does not save more`() throws {
        let outcomes = try Directions.earlierArrival(Self.pairs)
        expectWell(outcomes)
        #expect(outcomes.contains { $0.meanAfter < $0.meanBefore })
    }

    @Test func `who knows the chemical loses fewer responders`() throws {
        let outcomes = try Directions.knownChemical(Self.pairs)
        #expect(outcomes.allSatisfy { $0.meanAfter < $0.meanBefore })
    }

    @Test func `more stock, a nearer depot and faster approval leave no more unmet`() {
        let outcomes = Directions.supplies(Self.pairs)
        expectWell(outcomes)
        #expect(outcomes.count { $0.meanAfter < $0.meanBefore } >= 5)
    }

    @Test func `self-rescuers, air and earlier squads cost no miner's life`() throws {
        let outcomes = try Directions.mine(Self.pairs)
        expectWell(outcomes)
        #expect(outcomes.contains { $0.meanAfter < $0.meanBefore })
    }

    @Test func `no hazard, no harm`() throws {
        for outcome in try Directions.noHazard(Self.pairs) {
            #expect(outcome.after.allSatisfy { $0 == 0 }, "\(outcome.name)")
            #expect(outcome.before.contains { $0 > 0 }, "\(outcome.name)")
        }
    }
}
