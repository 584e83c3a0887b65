import DrillModel
import EventKernel
import TestSupport
import Testing
import Vocabulary

/// Depots that fill themselves up again.
@Suite struct ReorderTests {
    private static let central = DepotID(2)
    private static let county = DepotID(1)

    /// The small world in which the site asks the county for kits and cylinders, and the county a central
    /// depot.
    private func world(isArranged: Bool = true, requestMinutes: Double = 30) -> SmallWorld {
        var world = SmallWorld()
        for index in world.scenario.register.teams.indices {
            world.scenario.register.teams[index].carried[.medical] /= 40
            world.scenario.register.teams[index].carried[.breathingAir] /= 2
        }
        var central = world.scenario.register.depots[1]
        central.place = SmallWorld.Places.hospital
        central.stock[.medical] = 500
        central.stock[.breathingAir] = 2000
        world.scenario.register.depots[1].stock[.medical] = 40
        world.scenario.register.depots.append(central)
        guard isArranged else { return world }
        world.scenario.register.depots[0].reorder = reorder(
            from: Self.county,
            10,
            30,
            requestMinutes
        )
        world.scenario.register.depots[1].reorder = reorder(
            from: Self.central,
            40,
            80,
            requestMinutes
        )
        return world
    }

    private func reorder(
        from source: DepotID,
        _ least: Int32,
        _ most: Int32,
        _ minutes: Double
    ) -> ReorderDefinition {
        var reorder = ReorderDefinition()
        reorder.source = source
        (reorder.least[.medical], reorder.most[.medical]) = (least, most)
        (reorder.least[.breathingAir], reorder.most[.breathingAir]) = (4 * least, 4 * most)
        reorder.request = .constant(minutes * 60)
        return reorder
    }

    @Test(arguments: testSeeds.prefix(10))
    func `books balance, and nothing is there beyond what is filled up to`(seed: UInt64) {
        let world = world()
        let record = DrillRecord(world, seed: seed)
        let book = SupplyBook(record, of: world.scenario)
        #expect(book.complaints.first == nil)
        for fact in record.facts {
            guard case .stocked(Self.county, .medical, let onHand) = fact.content else { continue }
            #expect(onHand <= 80)
        }
    }

    @Test func `a request leaves when stock is low, is granted in its time, and brings a convoy`()
        throws
    {
        let record = DrillRecord(world(requestMinutes: 45), seed: 2)
        let asked = try #require(
            record.first {
                if case .reordered(DepotID(0), Self.county, .medical, _) = $0 {
                    true
                } else {
                    false
                }
            }
        )
        guard case .reordered(_, _, _, let amount) = asked.content else { return }
        #expect(amount > 0 && amount <= 30)
        let sent = record.facts.first {
            if case .stocked(Self.county, .medical, _) = $0.content {
                $0.cause == asked.id
            } else {
                false
            }
        }
        // The county's stock falls when the request is granted.
        #expect(try #require(sent).time == asked.time + SimDuration(minutes: 45))
        let left = record.facts.first {
            if case .convoyLeft(_, Self.county, .medical, _) = $0.content { true } else { false }
        }
        #expect(try #require(left).cause == asked.id)
    }

    @Test func `who gives to others asks the central depot in turn`() {
        let record = DrillRecord(world(), seed: 2)
        #expect(
            record.count {
                if case .reordered(Self.county, Self.central, _, _) = $0 { true } else { false }
            } > 0
        )
        #expect(
            record.count {
                if case .convoyArrived(_, Self.county, _, _) = $0 { true } else { false }
            } > 0
        )
    }

    @Test func `no more goes unmet with standing requests than without`() {
        let seeds = testSeeds.prefix(20)
        func unmet(_ isArranged: Bool) -> Int {
            seeds.reduce(0) { sum, seed in
                DrillRecord(world(isArranged: isArranged), seed: seed).facts.reduce(sum) {
                    sum,
                    fact in
                    guard case .demanded(_, .medical, let wanted, let met) = fact.content else {
                        return sum
                    }
                    return sum + Int(wanted - met)
                }
            }
        }
        let (with, without) = (unmet(true), unmet(false))
        #expect(with < without)
    }

    @Test func `a depot that is low from the start asks at once, one that is empty gives nothing`()
    {
        var world = world()
        world.scenario.register.depots[2].stock = SupplyAmounts()
        let record = DrillRecord(world, seed: 1)
        let first = record.first {
            if case .reordered(Self.county, _, .medical, _) = $0 { true } else { false }
        }
        #expect(first?.time == .start)
        #expect(
            record.count { if case .convoyLeft(_, Self.central, _, _) = $0 { true } else { false } }
                == 0
        )
    }
}
