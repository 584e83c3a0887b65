import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// Whom a post sends, and from where it has supplies brought.
@Suite struct DispatchTests {
    private let incident = Item.incident(Bench.site)

    private func dispatch(
        _ count: Int32,
        _ kinds: [TeamKind] = [.fire],
        from owners: [Int] = [],
        reserve: Int32 = 0
    ) -> Action {
        var dispatch = Dispatch()
        dispatch.kinds = kinds
        dispatch.count = count
        dispatch.owners = owners.map { PostID($0) }
        dispatch.reserve = reserve
        return .dispatch(dispatch)
    }

    /// Teams at places 3, 1, 4, 1 and 2 of posts 0, 0, 1, 1 and 2.
    private func bench(_ actions: [Action], at post: Int = 2, again: Double? = nil) -> Bench {
        var bench = Bench()
        for (place, owner) in [(3, 0), (1, 0), (4, 1), (1, 1), (2, 2)] {
            bench.addTeam(of: owner, at: place)
        }
        bench.addRule(at: post, again: again, actions)
        bench.begin()
        bench.know(incident, 1, at: post, atSeconds: 1)
        bench.run(untilSeconds: 2)
        return bench
    }

    @Test func `the nearest go first, of equally near ones the first in the register`() {
        #expect(bench([dispatch(4)]).teams(orderedTo: .stage) == [1, 3, 4, 0])
    }

    @Test func `no more are sent than are wanted or there are`() {
        #expect(bench([dispatch(2)]).teams(orderedTo: .stage) == [1, 3])
        #expect(bench([dispatch(99)]).teams(orderedTo: .stage).count == 5)
        #expect(bench([dispatch(0)]).teams(orderedTo: .stage) == [])
    }

    @Test func `a post orders what belongs to it or to those below it`() {
        #expect(bench([dispatch(9)], at: 0).teams(orderedTo: .stage) == [1, 0])
        #expect(bench([dispatch(9)], at: 1).teams(orderedTo: .stage) == [1, 3, 0, 2])
        let bench = bench([dispatch(9)])
        #expect(bench.posts(under: 0) == [0])
        #expect(bench.posts(under: 1) == [0, 1])
        #expect(bench.posts(under: 2) == [0, 1, 2])
    }

    @Test func `posts that are above each other in a circle are no trap`() {
        var bench = Bench()
        bench.posts[2].superior = PostID(0)
        bench.begin()
        #expect(bench.posts(under: 0).contains(2))
        bench.posts[2].superior = PostID(1)
        bench.begin()
        #expect(!bench.posts(under: 0).contains(2))
    }

    @Test func `only teams of the owners and kinds named are sent`() {
        #expect(bench([dispatch(9, from: [0, 2])]).teams(orderedTo: .stage) == [1, 4, 0])
        #expect(bench([dispatch(9, [.medical])]).teams(orderedTo: .stage) == [])
    }

    @Test func `every owner keeps its reserve`() {
        #expect(bench([dispatch(9, reserve: 1)]).teams(orderedTo: .stage) == [1, 3])
        #expect(bench([dispatch(9, reserve: 2)]).teams(orderedTo: .stage) == [])
    }

    @Test func `who has been ordered is not ordered again before being heard of`() {
        var bench = bench([dispatch(2)], again: 1000)
        bench.run(untilSeconds: 1500)
        #expect(bench.teams(orderedTo: .stage) == [1, 3, 4, 0])
        bench.know(.team(TeamID(3)), TeamStatus.ready.rawValue, at: 2, atSeconds: 1600)
        bench.run(untilSeconds: 4000)
        #expect(bench.teams(orderedTo: .stage) == [1, 3, 4, 0, 3, 2])
    }

    @Test func `who is not believed ready is not sent`() {
        var bench = Bench()
        for _ in 0..<2 { bench.addTeam() }
        bench.addRule([dispatch(9)])
        bench.begin()
        bench.know(.team(TeamID(0)), TeamStatus.underWay.rawValue, atSeconds: 1)
        bench.know(incident, 1, atSeconds: 2)
        bench.run(untilSeconds: 3)
        #expect(bench.teams(orderedTo: .stage) == [1])
    }

    @Test func `free teams of the kinds named are sent home, once`() {
        var bench = Bench()
        for kind: TeamKind in [.fire, .medical, .fire] { bench.addTeam(kind) }
        bench.addRule(again: 600, [.release([.fire], site: Bench.site, underWay: false)])
        bench.begin()
        for team in 0..<2 {
            bench.know(.team(TeamID(team)), TeamStatus.free.rawValue, atSeconds: 1)
        }
        bench.know(incident, 1, atSeconds: 2)
        bench.run(untilSeconds: 4000)
        #expect(bench.teams(orderedTo: .release) == [0])
    }

    // MARK: Supplies

    private func loads(_ bench: borrowing Bench) -> [[Int32]] {
        bench.orders.compactMap { order in
            guard case .supplies(_, let amount, let from, let to) = order.action else {
                return nil
            }
            return [from.number, to.number, amount]
        }
    }

    @Test func `supplies come from the nearest depots that are believed to have some`() {
        var bench = Bench()
        bench.addDepot(at: 4, .foam, 9000)
        bench.addDepot(at: 2, .foam, 3000)
        bench.addDepot(at: 1, .fuel, 5000)
        bench.addDepot(at: 3, .foam, 500, of: 1)
        bench.addRule([.supply(.foam, amount: 10_000, site: Bench.site)])
        bench.begin()
        bench.know(incident, 1, atSeconds: 1)
        bench.run(untilSeconds: 2)
        #expect(loads(bench) == [[2, 0, 3000], [1, 0, 7000]])
    }

    @Test func `a post asks a depot for no more than it believes to be there`() {
        var bench = Bench()
        bench.addDepot(at: 2, .foam, 3000)
        bench.addRule([.supply(.foam, amount: 10_000, site: Bench.site)])
        bench.begin()
        bench.know(.stock(DepotID(1), .foam), 800, atSeconds: 1)
        bench.know(incident, 1, atSeconds: 2)
        bench.run(untilSeconds: 3)
        #expect(loads(bench) == [[1, 0, 800]])
    }
}
