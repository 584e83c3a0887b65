import DrillModel
import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

/// The small world is worth testing in: what the other tests guard does happen there.
@Suite struct SmallWorldTests {
    private static let records = testSeeds.map { DrillRecord(SmallWorld(), seed: $0) }

    private func drills(where happens: (FactContent) -> Bool) -> Int {
        Self.records.count { $0.first(where: happens) != nil }
    }

    @Test func `people are hurt, trapped, found, freed, treated, carried and lost`() {
        #expect(drills { if case .hurt = $0 { true } else { false } } == 50)
        #expect(drills { if case .trapped = $0 { true } else { false } } > 40)
        #expect(drills { if case .found(_, _, by: .some) = $0 { true } else { false } } > 40)
        #expect(drills { if case .freed = $0 { true } else { false } } > 25)
        #expect(drills { if case .stabilised = $0 { true } else { false } } > 25)
        #expect(drills { if case .departed(_, _, .some) = $0 { true } else { false } } > 25)
        #expect(drills { if case .operated = $0 { true } else { false } } > 25)
        #expect(drills { if case .died(_, .atOnce) = $0 { true } else { false } } > 40)
        #expect(drills { if case .died(_, .trapped) = $0 { true } else { false } } > 10)
    }

    /// Zone 0 is the plant, which nobody enters without a mask.
    @Test func `neighbours bring people out of the village, and nobody out of the smoke`() {
        func broughtOut(of zone: ZoneID) -> Int {
            Self.records.reduce(0) { sum, record in
                sum
                    + record.count {
                        if case .found(let person, _, by: nil) = $0 {
                            person.group == zone.number
                        } else {
                            false
                        }
                    }
            }
        }
        #expect(broughtOut(of: ZoneID(1)) > 50)
        #expect(broughtOut(of: ZoneID(0)) == 0)
    }

    /// The first sweep of the village ends earlier by what the rapid search saves, in every drill in which it ends.
    @Test func `a rapid search goes through a zone in less time, and the sweeps after it do not`() {
        var hasty = SmallWorld()
        hasty.scenario.truth.care.rapidSearchFactor = 4
        func hours(_ record: DrillRecord, sweep: Int32) -> Double? {
            record.first {
                if case .swept(ZoneID(1), sweeps: sweep) = $0 { true } else { false }
            }?.time.hours
        }
        var (first, second) = (0.0, 0.0)
        for (seed, full) in zip(testSeeds, Self.records) {
            let rapid = DrillRecord(hasty, seed: seed)
            if let slow = hours(full, sweep: 1), let fast = hours(rapid, sweep: 1) {
                #expect(fast < slow)
                first += slow - fast
            }
            if let slow = hours(full, sweep: 2), let fast = hours(rapid, sweep: 2) {
                second += slow - fast
            }
        }
        // What the first sweep saves is still there at the end of the second, but not a second time.
        #expect(first > 0 && second > 0.3 * first && second < 1.7 * first)
    }

    @Test func `fires burn, come under control, go out and flare up again`() {
        #expect(drills { if case .ignited = $0 { true } else { false } } > 40)
        #expect(drills { if case .controlled = $0 { true } else { false } } > 25)
        #expect(drills { if case .extinguished(_, false) = $0 { true } else { false } } > 25)
        #expect(drills { if case .reflared = $0 { true } else { false } } > 5)
    }

    @Test func `supplies run short and a convoy comes`() {
        #expect(drills { if case .ranOut = $0 { true } else { false } } > 25)
        #expect(drills { if case .convoyArrived = $0 { true } else { false } } > 40)
    }

    @Test func `reports and orders are lost, and callers give up`() {
        #expect(drills { if case .reportLost = $0 { true } else { false } } > 40)
        #expect(drills { if case .orderLost = $0 { true } else { false } } > 5)
        #expect(drills { if case .abandonedCall = $0 { true } else { false } } > 25)
    }

    @Test func `nothing happens where exercise control puts nothing in`() {
        var world = SmallWorld()
        world.scenario.injects = []
        let record = DrillRecord(world)
        #expect(record.facts.count == 2)
    }
}
