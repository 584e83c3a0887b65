import EventKernel
import Testing
import Vocabulary

@Suite struct FactLogTests {
    @Test func `facts are numbered in order, whether or not anybody keeps them`() {
        var log = FactLog()
        let first = log.record(.started, at: .start, because: .none)
        log.clear()
        let second = log.record(.ended, at: SimTime(milliseconds: 5), because: first)
        #expect(first.index == 0 && second.index == 1)
        #expect(log.fresh.count == 1)
        #expect(log.fresh[0].cause == first)
        #expect(log.count == 2)
        log.reset()
        #expect(log.count == 0)
        #expect(log.record(.started, at: .start, because: .none).index == 0)
    }

    @Test func `levels rise to level one, grades to extraordinary, triage from red`() {
        #expect(ResponseLevel.allCases == [.none, .four, .three, .two, .one])
        #expect(
            zip(ResponseLevel.allCases, ResponseLevel.allCases.dropFirst()).allSatisfy { $0 < $1 }
        )
        #expect(IncidentGrade.ordinary < .larger && IncidentGrade.major < .extraordinary)
        #expect(TriageCategory.red < .yellow && TriageCategory.green < .black)
        #expect(Severity.slight < .moderate && Severity.serious < .dead)
    }

    @Test func `phases keep the order in which the world moves, is seen and is decided on`() {
        let order: [Phase] = [
            .inject, .hazard, .movement, .work, .observation, .delivery, .decision, .measurement,
        ]
        #expect(Phase.allCases == order)
        #expect(order.map { $0.rawValue } == Array(0..<8))
    }

    @Test func `amounts are kept by kind`() {
        var amounts = SupplyAmounts()
        #expect(amounts.isEmpty)
        for kind in SupplyKind.allCases { amounts[kind] = Int32(kind.rawValue) + 1 }
        #expect(SupplyKind.allCases.map { amounts[$0] } == [1, 2, 3, 4, 5])
        #expect(!amounts.isEmpty)
    }

    @Test func `an outcome drops what never happens`() {
        var outcome = Outcome<Int32>()
        outcome.schedule(1, at: .never, .work)
        outcome.schedule(2, at: .start, .work)
        #expect(outcome.scheduled.count == 1)
        outcome.clear()
        #expect(outcome.scheduled.isEmpty)
    }

    @Test(arguments: TaskKind.allCases)
    func `every team may wait and go home, other tasks need a capability`(kind: TaskKind) {
        let allowed = TeamCapability().allows(kind)
        #expect(allowed == (kind == .stage || kind == .release))
    }
}
