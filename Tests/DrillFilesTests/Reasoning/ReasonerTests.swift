import EventKernel
import Situation
import TestSupport
import Testing
import Vocabulary

@testable import Command
@testable import DrillFiles

/// What the reasoning calls impossible is impossible.
@Suite struct ReasonerTests {
    /// Conditions that can never hold, in any scenario.
    static let impossible = [
        "known.deaths >= 5 && known.deaths < 3", "known.deaths < 0", "level > I", "level < none",
        "incident(park) && !incident(park)", "known.deaths > 2 && known.deaths < 3",
        "known.deaths == 1.5", "reading(thermometer) > 5 && reading(thermometer) <= 5",
        "minutesKnown < 0", "2 > 3", "!(known.deaths >= 0)",
        "known.deaths + known.trapped < 3 && known.deaths >= 2 && known.trapped >= 1",
        "known.deaths * 2 > 9 && known.deaths <= 4",
        "(known.deaths > 5 || known.trapped > 5) && known.deaths < 3 && known.trapped < 3",
        "known.deaths == 3 && known.deaths != 3", "level >= II && level < III",
        "known.deaths < known.trapped && known.trapped < known.deaths",
        "(incident(park) == chemicals(park)) && incident(park) && !chemicals(park)",
        "levelOf(county) == III && levelOf(county) > III", "-known.deaths > 0",
        "known.deaths / 2 >= 3 && known.deaths < 6",
    ]

    /// Conditions that can hold, though some look odd.
    static let possible = [
        "known.deaths >= 3 && known.deaths < 5", "level >= I", "level == none", "incident(park)",
        "reading(thermometer) >= 5 && reading(thermometer) <= 5",
        "known.deaths > 2 && known.deaths < 4",
        "known.deaths * known.trapped < 0", "reading(thermometer) < -40",
        "known.deaths + known.trapped < 3 && known.deaths >= 2",
        "0.1 + 0.2 > 0.3", "known.deaths / 3 * 3 > known.deaths",
        "minutesKnown > 59.999999999 && minutesKnown < 60",
        "reading(thermometer) * 3 > 0.3 && reading(thermometer) <= 0.1",
    ]

    @Test(arguments: impossible)
    func `what can never hold is found`(text: String) throws {
        let world = try ConditionWorld()
        let conflict = reasoner.conflict(in: try world.condition(text))
        #expect(conflict != nil)
    }

    @Test(arguments: possible)
    func `what can hold is left alone`(text: String) throws {
        let world = try ConditionWorld()
        #expect(reasoner.conflict(in: try world.condition(text)) == nil)
    }

    @Test func `only the parts that clash are named`() throws {
        let world = try ConditionWorld()
        let text = "incident(park) && known.deaths >= 5 && level < I && known.deaths < 3"
        let parts = try #require(reasoner.conflict(in: try world.condition(text)))
        #expect(parts.count == 2)
        #expect(parts.allSatisfy { $0.quantities == [.counted(.dead)] })
    }

    @Test func `one condition follows from another`() throws {
        let world = try ConditionWorld()
        func implies(_ one: String, _ other: String) throws -> Bool {
            reasoner.implies(try world.condition(one), try world.condition(other))
        }
        #expect(try implies("known.deaths >= 10", "known.deaths >= 3"))
        #expect(try !implies("known.deaths >= 3", "known.deaths >= 10"))
        #expect(
            try implies("known.deaths > 2 && incident(park)", "incident(park) && known.deaths >= 3")
        )
        #expect(try implies("level == II", "level > III || incident(park)"))
        #expect(try !implies("reading(thermometer) >= 5", "reading(thermometer) > 5"))
    }

    /// A condition out of random parts is called impossible only if no picture of many makes it hold.
    @Test(arguments: testSeeds)
    func `nothing that holds in some picture is called impossible`(seed: UInt64) throws {
        let world = try ConditionWorld()
        var random = DrillKey(seed: seed, drill: 1).stream(.decision, 1)
        for _ in 0..<20 {
            let condition = try world.condition(Self.randomCondition(&random, depth: 3))
            guard reasoner.conflict(in: condition) != nil else { continue }
            for _ in 0..<300 {
                let picture = Self.randomPicture(&random)
                #expect(condition.expression.evaluate(picture) == 0, "\(condition)")
            }
        }
    }

    private var reasoner: Reasoner { Reasoner(domains: Domains(), post: PostID(1)) }

    private static func pick<T>(_ items: [T], _ random: inout RandomStream) -> T {
        items[min(items.count - 1, Int(random.uniform() * Double(items.count)))]
    }

    private static func randomCondition(_ random: inout RandomStream, depth: Int) -> String {
        if depth == 0 || random.uniform() < 0.2 {
            let values = ["known.deaths", "known.trapped", "burningFires", "reading(thermometer)"]
            let low = pick(values, &random)
            let number = pick(["0", "1", "2", "2.5", "3", "4"], &random)
            let sign = pick(["<", "<=", ">", ">=", "==", "!="], &random)
            switch Int(random.uniform() * 6) {
            case 0: return "level \(sign) " + pick(["none", "IV", "III", "II", "I"], &random)
            case 1: return "incident(park)"
            case 2: return "\(low) + \(pick(values, &random)) \(sign) \(number)"
            case 3: return "\(low) * \(number) - 1 \(sign) \(pick(values, &random))"
            default: return "\(low) \(sign) \(number)"
            }
        }
        let left = randomCondition(&random, depth: depth - 1)
        let right = randomCondition(&random, depth: depth - 1)
        return pick(
            [
                "(\(left) && \(right))", "(\(left) || \(right))", "!(\(left))",
                "(\(left) && \(right))",
            ],
            &random
        )
    }

    private static func randomPicture(
        _ random: inout RandomStream
    ) -> (Quantity) -> Double {
        let (dead, trapped, fires, level) = (
            Double(Int(random.uniform() * 6)), Double(Int(random.uniform() * 6)),
            Double(Int(random.uniform() * 5)), Double(Int(random.uniform() * 5))
        )
        let reading = Double(Int(random.uniform() * 100)) / 20 - 0.5
        let incident = random.uniform() < 0.5 ? 1.0 : 0
        return { quantity in
            switch quantity {
            case .counted(.dead): dead
            case .counted: trapped
            case .burningFires: fires
            case .ownLevel: level
            case .incident: incident
            default: reading
            }
        }
    }
}
