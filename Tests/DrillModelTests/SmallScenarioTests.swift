import EventKernel
import Foundation
import Scoring
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// Every small scenario, and every real one, plays: its hazard happens, nobody and nothing vanishes,
/// and no number that it records or measures is without meaning.
@Suite struct SmallScenarioTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Names of the small scenarios, below the folder of all.
    static let small: [String] = {
        let folder = root.appendingPathComponent("Scenarios/small").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { "small/" + $0 }
    }()

    @Test func `there is a small scenario for each sort of hazard that came after the first`() {
        for name in ["collapse", "release", "domino", "building-fire", "gas-leak", "mine"] {
            #expect(Self.small.contains("small/" + name))
        }
    }

    @Test(arguments: small)
    func `a small scenario plays, balances after every event and hurts somebody`(
        name: String
    ) throws {
        let world = try RealWorld(name)
        var drill = Drill(world.scenario, plan: world.plan)
        var hurt = 0
        for number in 0..<5 {
            drill.begin(seed: 7, drill: UInt64(number))
            var goesOn = true
            while goesOn {
                goesOn = drill.step()
                let violation = drill.violation()
                #expect(violation == nil)
                if violation != nil { return }
                drill.forEachFreshFact { if case .hurt = $0.content { hurt += 1 } }
            }
        }
        #expect(hurt > 0)
    }

    @Test(arguments: small)
    func `books kept by the record alone agree`(name: String) throws {
        let world = try RealWorld(name)
        var drill = Drill(world.scenario, plan: world.plan)
        for number in 0..<5 {
            let record = DrillRecord(playing: &drill, seed: 3, drill: UInt64(number))
            #expect(PeopleBook(record).complaints.first == nil)
            let teams = TeamBook(record, teams: drill.scenario.register.teams.count)
            #expect(teams.complaints.first == nil)
            #expect(SupplyBook(record, of: drill.scenario).complaints.first == nil)
        }
    }

    @Test(arguments: small + ["xiangshui-2019", "changsha-2022"])
    func `no number is without meaning`(name: String) throws {
        let world = try RealWorld(name)
        var drill = Drill(world.scenario, plan: world.plan)
        var fold = Fold(world.scoring)
        for number in 0..<3 {
            let record = DrillRecord(playing: &drill, seed: 5, drill: UInt64(number))
            for fact in record.facts { #expect(fact.content.isSound) }
            let values = fold.measures(of: record.facts)
            // What never happened is infinite by definition; nothing else may be.
            for measure in Measure.allCases {
                #expect(!values[measure].isNaN && values[measure] > -.infinity)
            }
            #expect(fold.curves.values.allSatisfy { $0.isFinite })
        }
    }
}
