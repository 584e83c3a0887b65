public import Command
public import DrillModel
import EventKernel
public import Vocabulary

/// The whole record of one drill, kept for tests that look at it from outside.
public struct DrillRecord: Sendable {
    /// All facts, in the order of happening.
    public private(set) var facts: [Fact] = []

    /// Keeps given facts.
    public init(_ facts: [Fact]) {
        self.facts = facts
    }

    /// Plays one drill of a scenario under a plan.
    public init(_ scenario: Scenario, _ plan: Plan, seed: UInt64 = 1, drill number: UInt64 = 0) {
        var drill = Drill(scenario, plan: plan)
        self.init(playing: &drill, seed: seed, drill: number)
    }

    /// Plays one drill of a small world.
    public init(_ world: SmallWorld, seed: UInt64 = 1, drill number: UInt64 = 0) {
        self.init(world.scenario, world.plan, seed: seed, drill: number)
    }

    /// Plays one drill by a value that may have played others before.
    public init(playing drill: inout Drill, seed: UInt64, drill number: UInt64 = 0) {
        drill.begin(seed: seed, drill: number)
        drill.forEachFreshFact { facts.append($0) }
        while drill.step() { drill.forEachFreshFact { facts.append($0) } }
        drill.forEachFreshFact { facts.append($0) }
    }

    /// Number of facts whose content meets a condition.
    public func count(where isCounted: (FactContent) -> Bool) -> Int {
        facts.count { isCounted($0.content) }
    }

    /// First fact whose content meets a condition, or nil.
    public func first(where isWanted: (FactContent) -> Bool) -> Fact? {
        facts.first { isWanted($0.content) }
    }

    /// Every fact as text, with number, cause and time.
    public var lines: [String] {
        facts.map { "\($0.id.index) \($0.cause.index) \($0.time.milliseconds) \($0.content)" }
    }

    /// Facts that meet a condition as text, without numbers that other facts shift.
    public func deeds(where isWanted: (FactContent) -> Bool) -> [String] {
        facts.filter { isWanted($0.content) }
            .map { "\($0.time.milliseconds) \($0.content)" }
    }

    /// Number that stands for the whole record, by FNV-1a over its lines.
    public var digest: UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in lines {
            for byte in line.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return digest
    }
}
