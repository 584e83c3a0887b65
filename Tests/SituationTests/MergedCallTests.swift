import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// Several call centres, each for itself or as one.
@Suite struct MergedCallTests {
    /// Two call centres with one operator each; a share of the callers dials the second.
    private func bench(
        share: Double,
        merged: Bool,
        patience: Distribution = .constant(1e8)
    ) -> Bench {
        var bench = Bench(posts: 2)
        for post in 0..<2 {
            var centre = CallCentreDefinition()
            centre.operators = 1
            centre.call = .constant(60)
            centre.patience = patience
            bench.definition.posts[post].callCentre = centre
        }
        var other = CallShare()
        other.post = PostID(1)
        other.share = share
        bench.definition.callShares = [other]
        bench.definition.witnessPost = PostID(0)
        bench.plan.mergesCalls = merged
        bench.begin()
        return bench
    }

    private func call(_ number: Int, _ bench: inout Bench, atSeconds seconds: Double) {
        let caller = Observer(.witness, Int32(number))
        bench.observe(caller, .incident(Bench.site), 1, atSeconds: seconds)
        bench.observe(caller, .estimate(Bench.site), Int32(number + 10), atSeconds: seconds)
    }

    @Test func `callers are shared out by the number they dial`() {
        var bench = bench(share: 0.25, merged: false)
        for number in 0..<800 { call(number, &bench, atSeconds: Double(number) * 100) }
        bench.run()
        let there = bench.deliveries(to: 1).count
        #expect(bench.deliveries(to: 0).count + there == 800)
        // Four standard deviations of a binomial count.
        #expect(abs(Double(there) - 200) < 4 * (800 * 0.25 * 0.75).squareRoot())
    }

    @Test func `a guess goes where its caller has got through`() {
        var bench = bench(share: 1, merged: false)
        call(3, &bench, atSeconds: 0)
        bench.run()
        #expect(bench.belief(of: .estimate(Bench.site), at: 1).value == 13)
        #expect(!bench.belief(of: .incident(Bench.site), at: 0).isKnown)
    }

    @Test func `as one they have the operators of all, and all services are told at once`() {
        var bench = bench(share: 0.5, merged: true)
        for number in 0..<3 { call(number, &bench, atSeconds: 0) }
        bench.run()
        #expect(bench.deliveries(to: 0) == [60, 60, 120])
        #expect(bench.deliveries(to: 1) == [60, 60, 120])
        #expect(bench.belief(of: .estimate(Bench.site), at: 1).value == 12)
        #expect(bench.situation.messages.isBalanced)
    }

    @Test func `a flood of calls is answered or given up, and every one is counted`() {
        for merged in [false, true] {
            var bench = bench(share: 0.5, merged: merged, patience: .constant(300))
            for number in 0..<250 { call(number, &bench, atSeconds: Double(number)) }
            bench.run()
            let abandoned = bench.seconds { if case .abandonedCall = $0 { true } else { false } }
            let answered =
                bench.deliveries(to: 0).count + (merged ? 0 : bench.deliveries(to: 1).count)
            #expect(abandoned.count + answered == 250)
            #expect(abandoned.count > 100)
            #expect(Int64(abandoned.count) == bench.situation.messages.lost)
            #expect(bench.situation.messages.isBalanced)
            #expect(bench.situation.messages.onTheWay == 0)
        }
    }

    /// Garnett, Mandelbaum, Reiman 2002: M/M/c with exponential patience, "Erlang-A".
    @Test func `as many callers give up as Erlang-A says`() {
        let (servers, arrivals, service, patience) = (2, 1 / 25.0, 1 / 60.0, 1 / 90.0)
        var weights = [1.0]
        for customers in 1..<200 {
            let busy = Double(min(customers, servers)) * service
            let waiting = Double(max(0, customers - servers)) * patience
            weights.append(weights[customers - 1] * arrivals / (busy + waiting))
        }
        let total = weights.reduce(0, +)
        let waiting = weights.indices.reduce(0.0) {
            $0 + Double(max(0, $1 - servers)) * weights[$1] / total
        }
        let expected = patience * waiting / arrivals
        let shares = (0..<30).map {
            abandonedShare(seed: UInt64($0), servers, arrivals, service, patience)
        }
        let mean = shares.reduce(0, +) / 30
        let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / 29 / 30).squareRoot()
        #expect(abs(mean - expected) < 4 * error)
        #expect(error < 0.015)
    }

    /// Share of 300 callers who give up, but for the first 40, who meet an empty centre.
    private func abandonedShare(
        seed: UInt64,
        _ servers: Int,
        _ arrivals: Double,
        _ service: Double,
        _ patience: Double
    ) -> Double {
        var bench = Bench(posts: 1)
        var centre = CallCentreDefinition()
        centre.operators = Int32(servers)
        centre.call = .exponential(mean: 1 / service)
        centre.patience = .exponential(mean: 1 / patience)
        bench.definition.posts[0].callCentre = centre
        bench.definition.witnessPost = PostID(0)
        bench.begin(seed: seed)
        var random = RandomStream(bench.moment.luck, purpose: 1001, entity: 0)
        var now = 0.0
        for number in 0..<300 {
            now += Distribution.exponential(mean: 1 / arrivals).sample(&random)
            bench.observe(
                Observer(.witness, Int32(number)),
                .incident(Bench.site),
                1,
                atSeconds: now
            )
        }
        bench.run()
        let abandoned = bench.facts.count { fact in
            guard case .abandonedCall(_, let caller) = fact.content else { return false }
            return caller.number >= 40
        }
        return Double(abandoned) / 260
    }
}
