import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// Conditions as they are evaluated.
@Suite struct ExpressionTests {
    private func value(_ instructions: [Instruction], _ known: Double = 0) -> Double {
        Expression(instructions).evaluate { _ in known }
    }

    @Test func `a condition falls into the parts that must all hold`() {
        // a && (b || c) && 1 + 2 < d
        let parts = Expression([
            .read(.burningFires), .push(0), .read(.published), .or, .and, .push(1), .push(2), .add,
            .read(.ownLevel), .less, .and,
        ]).conjuncts
        #expect(parts == [0..<1, 1..<4, 5..<10])
        #expect(Expression([.push(1), .push(0), .or]).conjuncts == [0..<3])
        #expect(Expression.always.conjuncts == [0..<1])
    }

    @Test(
        arguments: [
            (Instruction.add, 9.0), (.subtract, 5), (.multiply, 14), (.divide, 3.5), (.less, 0),
            (.lessOrEqual, 0), (.equal, 0), (.and, 1), (.or, 1),
        ]
    )
    func `two numbers are combined in their order`(instruction: Instruction, result: Double) {
        #expect(value([.push(7), .push(2), instruction]) == result)
    }

    @Test(arguments: [(1.0, 1.0, 0.0, 1.0, 1.0), (1, 2, 1, 1, 0), (2, 1, 0, 0, 0)])
    func `comparisons include equality where they say so`(
        left: Double,
        right: Double,
        less: Double,
        lessOrEqual: Double,
        equal: Double
    ) {
        #expect(value([.push(left), .push(right), .less]) == less)
        #expect(value([.push(left), .push(right), .lessOrEqual]) == lessOrEqual)
        #expect(value([.push(left), .push(right), .equal]) == equal)
    }

    @Test func `and, or and not take any number but 0 for true`() {
        for (left, right): (Double, Double) in [(0, 0), (0, -3), (5, 0), (0.5, 2)] {
            let both = left != 0 && right != 0
            let either = left != 0 || right != 0
            #expect(value([.push(left), .push(right), .and]) == (both ? 1 : 0))
            #expect(value([.push(left), .push(right), .or]) == (either ? 1 : 0))
            #expect(value([.push(left), .not]) == (left == 0 ? 1 : 0))
        }
        #expect(value([.push(4), .negate]) == -4)
    }

    @Test func `dividing by nothing gives 0`() {
        #expect(value([.push(7), .push(0), .divide]) == 0)
    }

    @Test func `a quantity is read where it stands, and the deepest stack holds`() {
        let level = Instruction.read(.ownLevel)
        #expect(value([.push(2), level, .less], 3) == 1)
        #expect(value([level, .push(2), .less], 3) == 0)
        let deep = Expression.deepestStack
        let pushes = (0..<deep).map { Instruction.push(Double($0)) }
        let sums = Array(repeating: Instruction.add, count: deep - 1)
        #expect(value(pushes + sums) == Double(deep * (deep - 1) / 2))
    }

    @Test func `only the time a post has known of an incident depends on time passing`() {
        #expect(Expression([.push(60), .read(.minutesKnown), .less]).dependsOnTime)
        #expect(!Expression([.read(.burningFires)]).dependsOnTime)
        #expect(!Expression.always.dependsOnTime)
    }

    @Test func `a condition is concerned by the sorts of items it reads`() {
        let condition = Expression([
            .read(.counted(.dead)), .read(.burningFires), .and, .read(.aid(PostID(1))), .or,
        ])
        #expect(condition.concerns == [.counts, .verified, .fires, .response])
        #expect(Expression.always.concerns == [])
    }
}
