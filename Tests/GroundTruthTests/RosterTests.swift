import EventKernel
import Testing
import Vocabulary

@testable import GroundTruth

/// Who is at which site, against lists that are searched.
@Suite struct RosterTests {
    private static let (teams, sites, posts) = (30, 2, 3)

    /// The same in plain lists.
    private struct Plain {
        var present: [[TeamID]] = [[], []]
        var waiting: Set<Int32> = []
        var sender: [PostID?] = Array(repeating: nil, count: teams)

        func waiting(at site: Int) -> [TeamID] {
            present[site].filter { waiting.contains($0.number) }
        }

        func spokesmen(at site: Int) -> [TeamID] {
            present[site].filter { team in
                present[site].first { sender[$0.index] == sender[team.index] } == team
            }
        }
    }

    private func walk(_ roster: Roster, _ group: Roster.Group, at site: Int) -> [TeamID] {
        var teams: [TeamID] = []
        var last = -1
        while let team = roster.next(group, at: SiteID(site), after: &last) { teams.append(team) }
        return teams
    }

    private func spokesmen(_ roster: Roster, at site: Int) -> [TeamID] {
        var teams: [TeamID] = []
        var last = -1
        while let team = roster.nextSpokesman(at: SiteID(site), after: &last) { teams.append(team) }
        return teams
    }

    private func change(_ roster: inout Roster, _ plain: inout Plain, _ draw: (Int) -> Int) {
        let team = TeamID(draw(Self.teams))
        guard let site = roster.site(of: team) else {
            let site = draw(Self.sites)
            plain.sender[team.index] = draw(3) == 0 ? nil : PostID(draw(Self.posts))
            plain.present[site].append(team)
            roster.arrive(team, at: SiteID(site), sentBy: plain.sender[team.index])
            return
        }
        switch draw(5) {
        case 0, 1:
            plain.present[site.index].removeAll { $0 == team }
            plain.waiting.remove(team.number)
            roster.leave(team)
        case 2:
            let post = PostID(draw(Self.posts))
            plain.sender[team.index] = post
            roster.follow(team, post)
        case 3:
            plain.waiting.insert(team.number)
            roster.wait(team, for: 12)
        default:
            plain.waiting.remove(team.number)
            roster.goOn(team)
        }
    }

    @Test(arguments: 0..<10)
    func `it is like lists that are searched, however often teams come and go`(seed: UInt64) {
        var roster = Roster(teams: Self.teams, sites: Self.sites, posts: Self.posts)
        var plain = Plain()
        var chance = RandomStream(DrillKey(seed: seed, drill: 2), purpose: 1, entity: 0)
        for _ in 0..<1500 {
            change(&roster, &plain) { Int(chance.whole(below: UInt64($0))) }
            for site in 0..<Self.sites {
                #expect(walk(roster, .present, at: site) == plain.present[site])
                #expect(walk(roster, .waiting, at: site) == plain.waiting(at: site))
                #expect(spokesmen(roster, at: site) == plain.spokesmen(at: site))
            }
        }
        roster.reset()
        #expect(walk(roster, .present, at: 0).isEmpty && roster.site(of: TeamID(0)) == nil)
    }

    @Test func `nobody is looked for while there is less air than any of those who wait wants`() {
        var roster = Roster(teams: 2, sites: 1, posts: 1)
        #expect(!roster.mayAnyGoOn(with: 1000, at: SiteID(0)))
        for team in 0..<2 { roster.arrive(TeamID(team), at: SiteID(0), sentBy: PostID(0)) }
        roster.wait(TeamID(0), for: 12)
        roster.wait(TeamID(1), for: 8)
        #expect(!roster.mayAnyGoOn(with: 3, at: SiteID(0)))
        #expect(roster.mayAnyGoOn(with: 4, at: SiteID(0)))
        roster.note(leastWanted: 12, at: SiteID(0))
        #expect(!roster.mayAnyGoOn(with: 5, at: SiteID(0)))
    }
}
