import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// To whom observers report, and how orders travel.
@Suite struct SenderTests {
    private let task = Task(.stage, at: Bench.site)

    /// Three posts: the owner of all teams, a second one, and an on-scene command.
    private func bench() -> Bench {
        var bench = Bench(posts: 3)
        bench.definition.posts[2].scene = Bench.site
        for post in 0..<3 {
            bench.definition.posts[post].orders.transmission = .constant(60)
            bench.definition.posts[post].sceneOrders.transmission = .constant(5)
        }
        bench.definition.radio.transmission = .constant(10)
        bench.plan.commanders = [PostID(2), PostID(2), PostID(2)]
        bench.begin()
        return bench
    }

    private func report(_ bench: inout Bench, _ status: TeamStatus, atSeconds seconds: Double) {
        let team = TeamID(0)
        bench.observe(Observer(.team, 0), .team(team), status.rawValue, atSeconds: seconds)
    }

    @Test func `a team reports to its owner, and to whoever sent it last`() {
        var bench = bench()
        report(&bench, .underWay, atSeconds: 0)
        bench.run(untilSeconds: 100)
        #expect(bench.deliveries(to: 0) == [10])
        bench.order(.task(TeamID(0), task), by: 1, atSeconds: 100)
        report(&bench, .returning, atSeconds: 200)
        bench.run()
        #expect(bench.deliveries(to: 1) == [210])
    }

    @Test func `at the site a team reports to the on-scene command, which its arrival opens`() {
        var bench = bench()
        #expect(!bench.activePosts.contains(2))
        report(&bench, .free, atSeconds: 50)
        #expect(bench.activePosts.contains(2))
        report(&bench, .working, atSeconds: 500)
        report(&bench, .returning, atSeconds: 900)
        bench.run()
        #expect(bench.seconds { if case .activated = $0 { true } else { false } } == [50])
        #expect(bench.deliveries(to: 2) == [60, 510])
        #expect(bench.deliveries(to: 0) == [910])
    }

    @Test func `hospitals, depots, sensors and staff report to their posts`() {
        var bench = Bench(posts: 4)
        bench.definition.hospitalPost = PostID(1)
        bench.register.depots[0].post = PostID(2)
        bench.definition.sensorPosts = [PostID(3)]
        bench.begin()
        bench.observe(Observer(.hospital, 0), .beds(Bench.hospital), 3, atSeconds: 0)
        bench.observe(Observer(.depot, 0), .stock(DepotID(0), .foam), 5, atSeconds: 0)
        bench.observe(Observer(.sensor, 0), .reading(SensorID(0)), 411, atSeconds: 0)
        bench.observe(staff, .incident(Bench.site), 1, atSeconds: 0)
        bench.run()
        #expect(bench.belief(of: .beds(Bench.hospital), at: 1).value == 3)
        #expect(bench.belief(of: .stock(DepotID(0), .foam), at: 2).value == 5)
        #expect(bench.belief(of: .reading(SensorID(0)), at: 3).value == 411)
        #expect(bench.belief(of: .incident(Bench.site), at: 0).isKnown)
        #expect((0..<4).map { bench.deliveries(to: $0).count } == [1, 1, 1, 1])
    }

    @Test func `hospitals that report to nobody change no picture`() {
        var bench = Bench(posts: 1)
        bench.definition.hospitalPost = nil
        bench.begin()
        bench.observe(Observer(.hospital, 0), .beds(Bench.hospital), 3, atSeconds: 0)
        bench.run()
        #expect(bench.belief(of: .beds(Bench.hospital), at: 0).value == 0)
        #expect(bench.situation.messages.sent == 0)
    }

    // MARK: Orders

    @Test func `an order takes its channel's time, less to a team at the site`() {
        var bench = bench()
        bench.order(.task(TeamID(0), task), atSeconds: 0)
        bench.run(untilSeconds: 100)
        report(&bench, .free, atSeconds: 100)
        bench.order(.task(TeamID(0), task), atSeconds: 200)
        bench.order(.task(TeamID(1), task), atSeconds: 200)
        bench.run()
        #expect(bench.arrivedOrders.map { $0.time.seconds } == [60, 205, 260])
        #expect(bench.arrivedOrders.map { $0.order.id.index } == [0, 1, 2])
    }

    @Test func `a lost order is given again until its sender stops at last`() {
        var bench = bench()
        bench.definition.posts[0].orders.loss = 1
        bench.definition.posts[0].orders.acknowledgmentSeconds = 120
        bench.begin()
        bench.order(.warning(Bench.zone), atSeconds: 30)
        bench.run()
        let lost = bench.seconds { if case .orderLost = $0 { true } else { false } }
        #expect(lost == (0..<200).map { 30 + 120 * Double($0) })
        #expect(bench.arrivedOrders.isEmpty)
        #expect(bench.situation.messages.lost == 1)
        #expect(bench.situation.messages.isBalanced)
    }

    @Test func `an order cut off arrives once the channel is open again`() {
        var bench = bench()
        bench.cut(true)
        bench.order(.warning(Bench.zone), atSeconds: 0)
        bench.cut(false, atSeconds: 300)
        bench.run()
        #expect(bench.arrivedOrders.map { $0.time.seconds } == [660])
    }

    @Test func `orders are lost as often as the channel says`() {
        var bench = bench()
        bench.definition.posts[0].orders.loss = 0.2
        bench.begin()
        for number in 0..<3000 {
            bench.order(.task(TeamID(number % 3), task), atSeconds: Double(number))
        }
        bench.run()
        // Tries up to the first success are geometric: 0.25 losses an order, variance 0.3125.
        let lost = bench.seconds { if case .orderLost = $0 { true } else { false } }
        let error = 4 * (0.3125 * 3000.0).squareRoot()
        #expect(abs(Double(lost.count) - 750) < error)
        #expect(bench.situation.messages.delivered == 3000)
    }

    @Test func `repeated attempts meet draws of their own`() {
        var bench = bench()
        bench.definition.posts[0].orders.loss = 0.5
        bench.begin()
        for number in 0..<1600 {
            bench.order(.task(TeamID(number % 3), task), atSeconds: Double(number) * 10)
        }
        bench.run()
        // The first four attempts fail with probability 1/16.
        var losses = [Int](repeating: 0, count: 1600)
        _ = bench.seconds { content in
            if case .orderLost(let id) = content { losses[id.index] += 1 }
            return false
        }
        let error = 4 * (1600.0 / 16 * 15 / 16).squareRoot()
        #expect(abs(Double(losses.count { $0 >= 4 }) - 100) < error)
    }
}
