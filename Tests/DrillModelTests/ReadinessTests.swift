import Command
import DrillModel
import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

/// Teams that keep hours, and teams that are called back on the road.
@Suite struct ReadinessTests {
    private func turnouts(_ record: DrillRecord) -> [TeamID: (left: SimTime, seconds: Double)] {
        var turnouts: [TeamID: (left: SimTime, seconds: Double)] = [:]
        for fact in record.facts {
            guard case .turnedOut(let team) = fact.content, turnouts[team] == nil else { continue }
            let ordered = record.facts[fact.cause.index].time
            turnouts[team] = (fact.time, (fact.time - ordered).seconds)
        }
        return turnouts
    }

    /// China's stations: 45 s by day, 60 s at night.
    @Test func `fire teams turn out by a third more slowly at night, and nothing else changes`() {
        var world = SmallWorld()
        for index in world.scenario.register.teams.indices.prefix(6) {
            world.scenario.register.teams[index].hours = [
                TeamHours(fromSeconds: 79_200, toSeconds: 21_600, turnoutFactor: 4.0 / 3)
            ]
        }
        world.scenario.truth.startSecondOfDay = 10 * 3600
        let day = turnouts(DrillRecord(world, seed: 4))
        // The blast comes after an hour, at the end of the evening and the next morning but one.
        world.scenario.truth.startSecondOfDay = 22 * 3600
        let night = turnouts(DrillRecord(world, seed: 4))
        #expect(day.count > 6)
        for (team, turnout) in day {
            let ratio = (night[team]?.seconds ?? 0) / turnout.seconds
            #expect(abs(ratio - (team.index < 6 ? 4.0 / 3 : 1)) < 0.001, "team \(team)")
        }
    }

    /// The call centre sends all, and calls everybody back as soon as the county has taken over.
    private func world(alsoUnderWay: Bool) -> SmallWorld {
        var world = SmallWorld()
        var rule = Rule()
        rule.post = SmallWorld.Posts.centre
        rule.streamKey = 50
        rule.condition = Expression([
            .push(0), .read(.teams(.fire, .underWay)), .less,
        ])
        rule.actions = [.release([.fire], site: SiteID(0), underWay: alsoUnderWay)]
        world.plan.rules.append(rule)
        return world
    }

    @Test func `who is called back on the road comes home without having arrived`() throws {
        var recalled = 0
        for seed in testSeeds.prefix(5) {
            let record = DrillRecord(world(alsoUnderWay: true), seed: seed)
            #expect(TeamBook(record, teams: 10).complaints.isEmpty)
            for fact in record.facts {
                guard case .diverted(let team, nil, let turnsRound) = fact.content else { continue }
                recalled += 1
                let left = try #require(
                    record.first { if case .turnedOut(team) = $0 { true } else { false } }
                )
                let home = record.facts.first { later in
                    if case .returned(team) = later.content {
                        later.time > fact.time
                    } else {
                        false
                    }
                }
                // One road leads home: back takes as long as the way so far.
                #expect(turnsRound)
                #expect(home.map { $0.time - fact.time } == fact.time - left.time)
                let arrived = record.facts.first { later in
                    guard case .arrived(team, _) = later.content else { return false }
                    return later.time > left.time && later.time < (home?.time ?? .never)
                }
                #expect(arrived == nil)
            }
        }
        #expect(recalled > 5)
    }

    @Test func `without being told so, those on the road go on`() {
        for seed in testSeeds.prefix(5) {
            let record = DrillRecord(world(alsoUnderWay: false), seed: seed)
            #expect(record.first { if case .diverted = $0 { true } else { false } } == nil)
        }
    }
}
