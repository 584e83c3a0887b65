import Command
import DrillModel
import EventKernel
public import TestSupport
import Vocabulary

/// A scenario with a plan that is compared with another under the same luck.
public struct Side: Sendable {
    let scenario: Scenario
    let plan: Plan

    /// Takes a small world.
    public init(_ world: SmallWorld) { (scenario, plan) = (world.scenario, world.plan) }

    /// Takes a scenario from its files.
    public init(_ world: RealWorld) { (scenario, plan) = (world.scenario, world.plan) }

    /// Plays drills and reads a number off each.
    ///
    /// - Parameters:
    ///   - drills: How many, by number from 0.
    ///   - number: What is read off a record.
    /// - Returns: The numbers in the order of the drills.
    public func numbers(_ drills: Int, _ number: (DrillRecord) -> Double) -> [Double] {
        var drill = Drill(scenario, plan: plan)
        return (0..<drills).map { index in
            number(DrillRecord(playing: &drill, seed: Self.seed, drill: UInt64(index)))
        }
    }

    /// Plays one of these drills.
    public func record(_ number: Int) -> DrillRecord {
        DrillRecord(scenario, plan, seed: Self.seed, drill: UInt64(number))
    }

    private static let seed: UInt64 = 17
}

/// What comes of a change of a scenario over drills under the same luck.
public struct PairedOutcome: Sendable {
    /// What is demanded, in words.
    public let name: String
    /// What is counted.
    public let measure: String
    /// Number in every drill before the change.
    public let before: [Double]
    /// The same after it.
    public let after: [Double]

    /// Compares two sides.
    public init(
        _ name: String,
        _ measure: String,
        drills: Int,
        from before: Side,
        to after: Side,
        _ number: (DrillRecord) -> Double
    ) {
        self.name = name
        self.measure = measure
        self.before = before.numbers(drills, number)
        self.after = after.numbers(drills, number)
    }

    /// Pairs compared.
    public var pairs: Int { before.count }
    /// Mean before.
    public var meanBefore: Double { before.reduce(0, +) / Double(pairs) }
    /// Mean after.
    public var meanAfter: Double { after.reduce(0, +) / Double(pairs) }
    /// Pairs in which the number is smaller after.
    public var smaller: Int { zip(before, after).count { $0 > $1 } }
    /// Pairs in which it is greater after.
    public var greater: Int { zip(before, after).count { $0 < $1 } }

    /// Standard error of the mean difference.
    public var standardError: Double {
        let differences = zip(before, after).map { $1 - $0 }
        let mean = differences.reduce(0, +) / Double(pairs)
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(max(pairs - 1, 1)) / Double(pairs)).squareRoot()
    }

    /// Whether the change makes the number no greater on the mean.
    public var isWell: Bool { meanAfter <= meanBefore }
}

extension DrillRecord {
    /// Dead, responders and others.
    public var deaths: Double {
        Double(count { if case .died = $0 { true } else { false } })
    }

    /// Dead responders.
    public var deadResponders: Double {
        Double(
            count { if case .died(let person, _) = $0 { person.team != nil } else { false } }
        )
    }

    /// Dead, without responders.
    public var deadHelped: Double { deaths - deadResponders }

    /// People hurt.
    public var hurt: Double {
        Double(count { if case .hurt = $0 { true } else { false } })
    }

    /// People within reach of hazards, summed over zones.
    public var exposed: Double {
        facts.reduce(0) { sum, fact in
            if case .exposed(_, let persons) = fact.content { sum + Double(persons) } else { sum }
        }
    }

    /// Facts that tell of harm: somebody hurt or dead, something damaged, lost, alight or exploded.
    public var harm: Double {
        Double(
            count { content in
                switch content {
                case .hurt, .died, .trapped, .damaged, .lost, .ignited, .exposed, .guideline: true
                case .exploded(_, let kilograms): kilograms > 0
                default: false
                }
            }
        )
    }
}
