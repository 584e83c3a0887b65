import Command
import DrillModel
import EventKernel
import Experiments
import Scoring
import TestSupport
import Testing
import Vocabulary

/// A setup reaches every thread through its bytes: what the bytes lose, no batch can know.
@Suite struct ByteFormTests {
    @Test(arguments: ["early-warning", "late-report"])
    func `a real setup comes back from its bytes with every field`(plan: String) throws {
        let world = try RealWorld("xiangshui-2019", plan: plan)
        try expectWhole(Setup(world.scenario, world.plan, world.scoring))
    }

    @Test func `a small setup comes back from its bytes with every field`() throws {
        let world = SmallWorld()
        try expectWhole(Setup(world.scenario, world.plan, ScoringDefinition()))
    }

    @Test(arguments: testSeeds.prefix(5))
    func `a drill from bytes is the drill itself`(seed: UInt64) throws {
        let world = SmallWorld()
        let setup = Setup(world.scenario, world.plan, ScoringDefinition())
        let copy = try Setup(byteForm: setup.byteForm)
        let fromBytes = DrillRecord(copy.scenario, copy.plan, seed: seed)
        #expect(fromBytes.digest == DrillRecord(world, seed: seed).digest)
    }

    @Test func `bytes cut short, changed in their counts or too long are refused`() throws {
        let world = SmallWorld()
        let bytes = Setup(world.scenario, world.plan, ScoringDefinition()).byteForm
        #expect(throws: ByteFormError.self) { try Setup(byteForm: bytes + [0]) }
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: ByteFormError.self) { try Setup(byteForm: Array(bytes[..<length])) }
        }
        var counted = bytes
        counted[3] = 0xFF
        #expect(throws: ByteFormError.self) { try Setup(byteForm: counted) }
    }

    /// Compares a setup with its copy field by field, as reflection sees them.
    private func expectWhole(_ setup: Setup) throws {
        let copy = try Setup(byteForm: setup.byteForm)
        var before = ""
        var after = ""
        dump(setup, to: &before)
        dump(copy, to: &after)
        let pairs = zip(before.split(separator: "\n"), after.split(separator: "\n"))
        let lost = pairs.first { $0 != $1 }
        #expect(lost == nil)
        #expect(before.utf8.count == after.utf8.count)
    }
}

extension Setup {
    /// Creates a setup of its three parts.
    init(_ scenario: Scenario, _ plan: Plan, _ scoring: ScoringDefinition) {
        self.init()
        self.scenario = scenario
        self.plan = plan
        self.scoring = scoring
    }
}
