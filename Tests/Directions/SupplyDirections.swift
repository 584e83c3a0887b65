import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import Terrain
public import TestSupport
public import Vocabulary
public import Wording

/// More stock, a nearer depot and faster approval: less demand goes unmet.
extension Directions {
    /// Changes of means, each against the small world with too few kits and cylinders.
    ///
    /// - Parameter drills: Pairs for each.
    /// - Returns: What came of each, in a fixed order.
    public static func supplies(_ drills: Int) -> [PairedOutcome] {
        moreStock(drills) + nearerDepot(drills) + fasterApproval(drills)
    }

    private static func moreStock(_ drills: Int) -> [PairedOutcome] {
        let stocks: [Int32] = [0, 2, 6, 20]
        return zip(stocks, stocks.dropFirst()).map { less, more in
            unmet("depot with \(more) medical kits, not \(less)", drills) {
                short(stock: $0 ? more : less)
            }
        }
    }

    private static func nearerDepot(_ drills: Int) -> [PairedOutcome] {
        let kilometers = [160.0, 80, 40, 10]
        return zip(kilometers, kilometers.dropFirst()).map { farther, nearer in
            unmet("depot \(Int(nearer)) km away, not \(Int(farther))", drills) {
                short(kilometers: $0 ? nearer : farther)
            }
        }
    }

    private static func fasterApproval(_ drills: Int) -> [PairedOutcome] {
        let minutes = [480.0, 240, 60, 10]
        return zip(minutes, minutes.dropFirst()).map { slower, faster in
            unmet("approval takes \(Int(faster)) min, not \(Int(slower))", drills) {
                short(approvalMinutes: $0 ? faster : slower)
            }
        }
    }

    private static func unmet(
        _ name: String,
        _ drills: Int,
        _ world: (_ isAfter: Bool) -> SmallWorld
    ) -> PairedOutcome {
        PairedOutcome(
            name,
            "kits wanted and not there",
            drills: drills,
            from: Side(world(false)),
            to: Side(world(true))
        ) { $0.unmetKits }
    }

    /// The small world with more people, in which those who come bring too few medical kits, and the county
    /// may have more brought from its depot once the province has approved.
    ///
    /// A casualty wants one kit, whatever else is there, so that what is wanted stays the same; of air, who
    /// has some goes on, wants more and may find none.
    ///
    /// - Parameters:
    ///   - stock: Kits in the depot.
    ///   - kilometers: Way from the depot.
    ///   - minutes: Median of the time that the province takes to approve.
    /// - Returns: The world.
    public static func short(
        stock: Int32 = 20,
        kilometers: Double = 40,
        approvalMinutes minutes: Double = 60
    ) -> SmallWorld {
        var world = SmallWorld()
        for index in world.scenario.register.teams.indices {
            world.scenario.register.teams[index].carried[.medical] /= 20
        }
        world.scenario.truth.zones[1].groups[0].persons = 6000
        world.scenario.register.depots[1].stock[.medical] = stock
        world.scenario.register.depots[1].stock[.breathingAir] = 4 * stock
        world.putDepot(kilometersAway: kilometers)
        world.askForSupplies(approvalMinutes: minutes)
        return world
    }

    /// A drill in which a change for the better has made things worse, with the demand that then went
    /// unmet first.
    public struct Setback: Sendable {
        /// Name of the change.
        public let name: String
        /// Number of the drill.
        public let drill: Int
        /// Kits and cylinders wanted and not there, before and after.
        public let before, after: Double
        /// Chain of causes of the first demand that went unmet only after the change, from its beginning.
        public let chain: [Fact]
    }

    /// Finds the first pair in which a larger stock, a nearer depot or a faster approval left more unmet.
    ///
    /// - Parameter drills: Pairs to look at for each change.
    /// - Returns: Nil where no pair got worse.
    public static func setback(_ drills: Int) -> Setback? {
        let changes: [(String, SmallWorld, SmallWorld)] = [
            ("depot with 20 kits and 80 cylinders, not 6 and 24", short(stock: 6), short()),
            ("depot with 6 kits and 24 cylinders, not 2 and 8", short(stock: 2), short(stock: 6)),
            ("depot 40 km away, not 80", short(kilometers: 80), short(kilometers: 40)),
            ("approval takes 60 min, not 240", short(approvalMinutes: 240), short()),
        ]
        for (name, before, after) in changes {
            let (old, new) = (Side(before), Side(after))
            let shares = zip(
                old.numbers(drills) { $0.unmet },
                new.numbers(drills) { $0.unmet }
            )
            guard let (drill, pair) = shares.enumerated().first(where: { $1.1 > $1.0 }) else {
                continue
            }
            return Setback(
                name: name,
                drill: drill,
                before: pair.0,
                after: pair.1,
                chain: chain(old.record(drill), new.record(drill))
            )
        }
        return nil
    }

    /// Names of everything in that world.
    public static var namesOfShort: ScenarioNames {
        var names = SmallWorld.names
        let id = "county-supplies"
        names.rules.append(Name(id: id, title: Bilingual(verbatim: id)))
        return names
    }

    /// Returns the chain to the first unmet demand that the other record has not at that instant.
    private static func chain(_ before: DrillRecord, _ after: DrillRecord) -> [Fact] {
        let known = Set(before.deeds { $0.isUnmet })
        let new = after.facts.first {
            $0.content.isUnmet && !known.contains("\($0.time.milliseconds) \($0.content)")
        }
        return new.map { Array(WhyChain(of: $0, in: after).facts.reversed()) } ?? []
    }
}

extension SmallWorld {
    /// Makes the way from the depot to the site so long.
    fileprivate mutating func putDepot(kilometersAway kilometers: Double) {
        let old = scenario.terrain
        let roads = old.roads.map { road in
            var road = road
            if road.from == Places.depot || road.to == Places.depot {
                road.lengthMeters = 1000 * kilometers
            }
            return road
        }
        scenario.terrain = Terrain(places: old.places, roads: roads, zones: old.zones)
    }

    /// Has the county ask the province for leave to bring kits and cylinders.
    fileprivate mutating func askForSupplies(approvalMinutes minutes: Double) {
        var rule = plan.rules[1]
        rule.streamKey = 77
        rule.approver = Posts.province
        rule.actions = [
            .supply(.medical, amount: 200, site: SiteID(0)),
            .supply(.breathingAir, amount: 800, site: SiteID(0)),
        ]
        plan.rules.append(rule)
        scenario.situation.posts[Posts.province.index].decision =
            .lognormal(median: 60 * minutes, sigma: 0.5)
        guard var back = scenario.situation.links.first(where: { $0.to == Posts.province }) else {
            return
        }
        (back.from, back.to) = (Posts.province, Posts.county)
        scenario.situation.links.append(back)
    }
}

extension FactContent {
    /// Whether it is a demand that was not met in full.
    fileprivate var isUnmet: Bool {
        if case .demanded(_, _, let wanted, let met) = self { met < wanted } else { false }
    }
}

extension DrillRecord {
    /// Medical kits that were wanted and not there.
    public var unmetKits: Double { unmet { $0 == .medical } }

    /// Pieces of any kind that were wanted and not there.
    public var unmet: Double { unmet { _ in true } }

    private func unmet(_ isCounted: (SupplyKind) -> Bool) -> Double {
        facts.reduce(0) { sum, fact in
            guard case .demanded(_, let kind, let wanted, let met) = fact.content, isCounted(kind)
            else { return sum }
            return sum + Double(wanted - met)
        }
    }
}
