import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// Rules that another post must approve.
@Suite struct ApprovalTests {
    private let incident = Item.incident(Bench.site)

    /// A bench on which post 0 needs the approval of post 1 for its first two rules, and none for the
    /// third.
    private func bench() -> Bench {
        var bench = Bench()
        bench.posts[0].decision = .constant(100)
        bench.posts[1].decision = .constant(500)
        for level in [ResponseLevel.three, .two, .one] { bench.addRule([.level(level)]) }
        bench.plan.rules[0].approver = PostID(1)
        bench.plan.rules[1].approver = PostID(1)
        bench.begin()
        return bench
    }

    private func seconds(_ bench: borrowing Bench, _ isWanted: (FactContent) -> Bool) -> [Double] {
        bench.facts.filter { isWanted($0.content) }.map { $0.time.seconds }
    }

    @Test func `a post asks first, and does by itself what needs no approval`() {
        var bench = bench()
        bench.know(incident, 1, atSeconds: 1000)
        bench.run(untilSeconds: 9000)
        let asked = seconds(bench) { if case .requested = $0 { true } else { false } }
        #expect(asked == [1100, 1100])
        #expect(bench.firings(of: 0) == [])
        #expect(bench.firings(of: 2) == [1100])
        let bits = bench.doings.filter { $0.item == .request(PostID(0)) }.map(\.value)
        #expect(bits == [1, 2])
    }

    @Test func `who is asked approves after the time for a decision, each request by its bit`() {
        var bench = bench()
        bench.know(.request(PostID(0)), 2, at: 1, atSeconds: 2000)
        bench.run(untilSeconds: 9000)
        let approved = bench.facts.compactMap { fact in
            if case .approved(PostID(1), let rule) = fact.content { rule.index } else { nil }
        }
        #expect(approved == [1])
        #expect(seconds(bench) { if case .approved = $0 { true } else { false } } == [2500])
        #expect(bench.doings.map(\.value) == [2])
    }

    @Test func `what is approved is carried out at once, and nothing else`() {
        var bench = bench()
        bench.know(incident, 1, atSeconds: 1000)
        bench.run(untilSeconds: 2000)
        bench.know(.approval(PostID(0)), 1, atSeconds: 3000)
        bench.run(untilSeconds: 9000)
        #expect(bench.firings(of: 0) == [3000])
        #expect(bench.firings(of: 1) == [])
        bench.know(.approval(PostID(0)), 2, atSeconds: 9500)
        #expect(bench.firings(of: 1) == [9500])
    }

    @Test func `an approval that nobody has asked for does nothing`() {
        var bench = bench()
        bench.know(.approval(PostID(0)), 3, atSeconds: 500)
        bench.run(untilSeconds: 900)
        #expect(bench.firings(of: 0) == [])
        // Asked later, it finds the approval there.
        bench.know(incident, 1, atSeconds: 1000)
        bench.run(untilSeconds: 2000)
        bench.know(.estimate(Bench.site), 5, atSeconds: 2500)
        bench.run(untilSeconds: 3000)
        #expect(bench.firings(of: 0) == [2500])
    }

    @Test func `an approval holds for later times`() {
        var bench = Bench()
        bench.addRule(
            when: [.push(0), .read(.burningFires), .less],
            again: 3600,
            [.request(teams: 1)]
        )
        bench.plan.rules[0].approver = PostID(2)
        bench.begin()
        bench.know(incident, 1, atSeconds: 0)
        bench.know(.fire(HazardID(0)), FireStatus.burning.rawValue, atSeconds: 100)
        bench.know(.approval(PostID(0)), 1, atSeconds: 200)
        bench.run(untilSeconds: 8000)
        #expect(bench.firings(of: 0).count == 3)
        let asked = seconds(bench) { if case .requested = $0 { true } else { false } }
        #expect(asked == [100])
    }

    @Test func `bits are numbered by post`() {
        var rules = (0..<4).map { _ in Rule() }
        rules[0].approver = PostID(2)
        rules[2].approver = PostID(2)
        rules[3].approver = PostID(2)
        rules[3].post = PostID(1)
        #expect(Command.approvalBits(of: rules) == [1, 0, 2, 1])
    }
}
