import EventKernel
import Testing
import Vocabulary

@testable import Situation

/// What a post believes, and of when.
@Suite struct PictureTests {
    @Test func `everybody knows the register, and nothing else`() {
        var bench = Bench(posts: 2)
        bench.register.depots[0].stock[.foam] = 700
        bench.register.hospitals[0].beds = 40
        bench.begin()
        for post in 0..<2 {
            #expect(bench.belief(of: .stock(DepotID(0), .foam), at: post).value == 700)
            #expect(bench.belief(of: .beds(Bench.hospital), at: post).value == 40)
            let ready = TeamStatus.ready.rawValue
            #expect(bench.belief(of: .team(TeamID(1)), at: post).value == ready)
            #expect(!bench.belief(of: .incident(Bench.site), at: post).isKnown)
            #expect(!bench.belief(of: .found(.dead, Bench.zone), at: post).isKnown)
            #expect(bench.situation.pictures[post].knowsSince.isNever)
        }
    }

    @Test func `a newer observation wins over an older one that arrives later`() {
        var bench = Bench(channels: [channel(0, 0, 0), channel(0, 5000, 0)], posts: 3)
        // Two ways from post 0 to post 2: a quick one, and the slow one through post 1.
        bench.definition.links[1].from = PostID(1)
        bench.definition.links[1].to = PostID(2)
        var quick = LinkDefinition()
        quick.from = PostID(0)
        quick.to = PostID(2)
        quick.carries = .all
        bench.definition.links.append(quick)
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 3, at: 0, atSeconds: 10)
        bench.know(.found(.dead, Bench.zone), 8, at: 0, atSeconds: 110)
        bench.run()
        #expect(bench.deliveries(to: 2) == [10, 110, 5010, 5110])
        let values = bench.facts.compactMap { fact -> Int32? in
            if case .believed(PostID(2), _, let value, _) = fact.content { value } else { nil }
        }
        #expect(values == [3, 8])
        #expect(bench.belief(of: .found(.dead, Bench.zone), at: 2).value == 8)
    }

    @Test func `of guesses the largest stands, counts follow the latest`() {
        var bench = Bench(posts: 1)
        bench.begin()
        for (second, value): (Double, Int32) in [(1, 30), (2, 90), (3, 20)] {
            bench.know(.estimate(Bench.site), value, at: 0, atSeconds: second)
            bench.know(.found(.serious, Bench.zone), value, at: 0, atSeconds: second)
        }
        #expect(bench.belief(of: .estimate(Bench.site), at: 0).value == 90)
        #expect(bench.belief(of: .found(.serious, Bench.zone), at: 0).value == 20)
    }

    @Test func `approvals of several posts add up, in whatever order they come`() {
        var bench = Bench(channels: [channel(0, 900, 0)], posts: 3)
        bench.definition.links[0].to = PostID(2)
        var quick = LinkDefinition()
        quick.from = PostID(1)
        quick.to = PostID(2)
        quick.carries = .all
        bench.definition.links.append(quick)
        bench.begin()
        bench.know(.approval(PostID(2)), 1, at: 0, atSeconds: 10)
        bench.know(.approval(PostID(2)), 2, at: 1, atSeconds: 15)
        bench.run()
        #expect(bench.deliveries(to: 2) == [15, 910])
        #expect(bench.belief(of: .approval(PostID(2)), at: 2).value == 3)
    }

    @Test func `totals add up zones and hospitals, and follow corrections`() {
        var bench = Bench(posts: 1)
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 5, at: 0, atSeconds: 1)
        bench.know(.inCare(.dead, Bench.hospital), 2, at: 0, atSeconds: 2)
        #expect(bench.situation.pictures[0].total(.dead) == 7)
        bench.know(.found(.dead, Bench.zone), 3, at: 0, atSeconds: 3)
        #expect(bench.situation.pictures[0].total(.dead) == 5)
        #expect(bench.situation.pictures[0].total(.serious) == 0)
    }

    @Test func `fires and teams are counted by what is believed of them`() {
        var bench = Bench(posts: 1)
        bench.begin()
        #expect(bench.situation.pictures[0].teams(.fire, .ready) == 3)
        bench.know(.team(TeamID(2)), TeamStatus.free.rawValue, at: 0, atSeconds: 1)
        #expect(bench.situation.pictures[0].teams(.fire, .ready) == 2)
        #expect(bench.situation.pictures[0].freeTeams == 1)
        for (second, status, burning): (Double, FireStatus, Int32) in [
            (2, .burning, 1), (3, .controlled, 1), (4, .out, 0), (5, .burning, 1), (6, .none, 0),
        ] {
            bench.know(.fire(HazardID(0)), status.rawValue, at: 0, atSeconds: second)
            #expect(bench.situation.pictures[0].burningFires == burning)
        }
    }

    @Test func `a post's clock starts with the first report of an incident`() {
        var bench = Bench(channels: [channel(0, 240, 0)], posts: 2)
        bench.begin()
        bench.know(.incident(Bench.site), 1, at: 0, atSeconds: 60)
        bench.run()
        let since = SimTime(milliseconds: 300_000)
        #expect(bench.situation.pictures[1].knowsSince == since)
    }

    // MARK: Verification

    @Test func `counts of the dead are verified after a time, and again when more come in`() {
        var bench = Bench(posts: 1)
        bench.definition.posts[0].verification = .constant(7200)
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 4, at: 0, atSeconds: 100)
        bench.know(.found(.dead, Bench.zone), 9, at: 0, atSeconds: 3000)
        bench.run(untilSeconds: 7299)
        #expect(!bench.belief(of: .verified(.dead, Bench.site), at: 0).isKnown)
        bench.run(untilSeconds: 7300)
        #expect(bench.belief(of: .verified(.dead, Bench.site), at: 0).value == 4)
        bench.run(untilSeconds: 14_500)
        #expect(bench.belief(of: .verified(.dead, Bench.site), at: 0).value == 9)
    }

    @Test func `the dead of hospitals are certified at once where that is trusted`() {
        var bench = Bench(posts: 1)
        bench.definition.posts[0].verification = .constant(7200)
        bench.definition.posts[0].trustsCertificates = true
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 4, at: 0, atSeconds: 100)
        bench.know(.inCare(.dead, Bench.hospital), 6, at: 0, atSeconds: 200)
        bench.run(untilSeconds: 201)
        #expect(bench.belief(of: .verified(.dead, Bench.site), at: 0).value == 6)
        // The round that began with four does not take two of the six back.
        bench.run(untilSeconds: 7301)
        #expect(bench.belief(of: .verified(.dead, Bench.site), at: 0).value == 6)
        bench.run(untilSeconds: 14_600)
        #expect(bench.belief(of: .verified(.dead, Bench.site), at: 0).value == 10)
    }

    @Test func `the dead of hospitals wait like others where certificates are not trusted`() {
        var bench = Bench(posts: 1)
        bench.definition.posts[0].verification = .constant(7200)
        bench.begin()
        bench.know(.inCare(.dead, Bench.hospital), 6, at: 0, atSeconds: 200)
        bench.run(untilSeconds: 7000)
        #expect(!bench.belief(of: .verified(.dead, Bench.site), at: 0).isKnown)
    }

    @Test func `nothing is verified where nobody verifies or nobody has died`() {
        var bench = Bench(posts: 2)
        bench.definition.posts[1].verification = .constant(60)
        bench.begin()
        bench.know(.found(.dead, Bench.zone), 4, at: 0)
        bench.know(.found(.serious, Bench.zone), 4, at: 1)
        bench.run()
        #expect(!bench.belief(of: .verified(.dead, Bench.site), at: 0).isKnown)
        #expect(!bench.belief(of: .verified(.dead, Bench.site), at: 1).isKnown)
    }
}
