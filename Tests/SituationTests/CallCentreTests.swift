import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// A call centre: calls wait for operators, and callers lose patience.
@Suite struct CallCentreTests {
    /// A bench whose only post answers calls.
    private func bench(
        operators: Int32,
        call: Distribution,
        patience: Distribution = .constant(1e8)
    ) -> Bench {
        var bench = Bench(posts: 1)
        var centre = CallCentreDefinition()
        centre.operators = operators
        centre.call = call
        centre.patience = patience
        bench.definition.posts[0].callCentre = centre
        bench.definition.witnessPost = PostID(0)
        bench.begin()
        return bench
    }

    private func caller(_ number: Int) -> Observer { Observer(.witness, Int32(number)) }

    @Test func `a call is known when the caller has told everything`() {
        var bench = bench(operators: 1, call: .constant(75))
        bench.observe(caller(0), .incident(Bench.site), 1, atSeconds: 100)
        bench.observe(caller(0), .estimate(Bench.site), 30, atSeconds: 100)
        bench.run(untilSeconds: 174)
        #expect(!bench.belief(of: .incident(Bench.site), at: 0).isKnown)
        bench.run(untilSeconds: 175)
        let belief = bench.belief(of: .incident(Bench.site), at: 0)
        #expect(belief.isKnown)
        #expect(belief.observedAt == SimTime(milliseconds: 100_000))
        #expect(bench.belief(of: .estimate(Bench.site), at: 0).value == 30)
    }

    @Test func `calls beyond the operators wait in order`() {
        var bench = bench(operators: 2, call: .constant(60))
        for number in 0..<5 {
            bench.observe(caller(number), .incident(Bench.site), 1, atSeconds: Double(number))
        }
        bench.run()
        #expect(bench.deliveries(to: 0) == [60, 61, 120, 121, 180])
        #expect(bench.situation.messages.delivered == 5)
    }

    @Test func `who waits too long gives up, and is counted`() {
        var bench = bench(operators: 1, call: .constant(60), patience: .constant(45))
        for number in 0..<3 {
            bench.observe(caller(number), .incident(Bench.site), 1, atSeconds: Double(number))
        }
        bench.run()
        #expect(bench.deliveries(to: 0) == [60])
        let abandoned = bench.seconds { if case .abandonedCall = $0 { true } else { false } }
        #expect(abandoned == [46, 47])
        #expect(bench.situation.messages.lost == 2)
        #expect(bench.situation.messages.isBalanced)
    }

    @Test func `who is answered in time does not give up in the middle of the call`() {
        var bench = bench(operators: 1, call: .constant(60), patience: .constant(61))
        for number in 0..<2 {
            bench.observe(caller(number), .incident(Bench.site), 1, atSeconds: Double(number))
        }
        bench.run()
        #expect(bench.deliveries(to: 0) == [60, 120])
        #expect(bench.situation.messages.lost == 0)
    }

    @Test func `nobody gets through while all channels are cut, or where nobody answers`() {
        var cut = bench(operators: 1, call: .constant(60))
        cut.cut(true)
        cut.observe(caller(0), .incident(Bench.site), 1, atSeconds: 1)
        cut.run()
        #expect(cut.deliveries(to: 0) == [])
        #expect(cut.situation.messages.sent == 0)
        var deaf = Bench(posts: 1)
        deaf.begin()
        deaf.observe(caller(0), .incident(Bench.site), 1, atSeconds: 1)
        deaf.run()
        #expect(deaf.situation.messages.sent == 0)
    }

    /// Erlang's waiting formula: three operators offered 1.5 erlangs let 0.2368 of the callers wait.
    @Test func `as many callers wait as Erlang says`() {
        let load = 1.5
        let busy = load * load * load / 6 / (1 - load / 3)
        let expected = busy / (1 + load + load * load / 2 + busy)
        let shares = (0..<40).map { waitingShare(seed: UInt64($0), secondsBetweenCalls: 40) }
        let mean = shares.reduce(0, +) / 40
        let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / 39 / 40).squareRoot()
        #expect(abs(expected - 0.2368) < 1e-4)
        #expect(abs(mean - expected) < 4 * error)
        #expect(error < 0.01)
    }

    /// Plays 350 calls of a minute on the mean, and returns what share of the last 300 had to wait.
    private func waitingShare(seed: UInt64, secondsBetweenCalls: Double) -> Double {
        let length = Distribution.exponential(mean: 60)
        var bench = bench(operators: 3, call: length)
        bench.begin(seed: seed)
        var arrivals = RandomStream(bench.moment.luck, purpose: 1000, entity: 0)
        let gap = Distribution.exponential(mean: secondsBetweenCalls)
        var made: [FactID: (number: Int, time: SimTime)] = [:]
        var now = 0.0
        for number in 0..<350 {
            now += gap.sample(&arrivals)
            bench.observe(caller(number), .incident(Bench.site), 1, atSeconds: now)
            if let call = bench.facts.last(where: { $0.content.isObservation }) {
                made[call.id] = (number, bench.moment.now)
            }
        }
        bench.run()
        var waiting = 0
        for fact in bench.facts {
            guard case .sent = fact.content, let call = made[fact.cause], call.number >= 50 else {
                continue
            }
            let talk = bench.moment.instant.duration(length, .call, caller(call.number).entity)
            if call.time + talk < fact.time { waiting += 1 }
        }
        return Double(waiting) / 300
    }
}

extension FactContent {
    /// Whether somebody perceives something.
    fileprivate var isObservation: Bool { if case .observed = self { true } else { false } }
}
