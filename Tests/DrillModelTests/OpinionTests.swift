import Command
import DrillModel
import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

/// Public opinion in whole drills: what it touches, and what follows from what.
@Suite struct OpinionTests {
    private func world(persons: Int32 = 50_000) -> SmallWorld {
        var world = SmallWorld()
        var opinion = OpinionDefinition()
        opinion.persons = persons
        opinion.scheme = persons > RumourScheme.exactAtMost ? .steps : .exact
        world.scenario.truth.opinion = opinion
        return world
    }

    /// The same world, in which the county speaks so many minutes after it knows.
    private func speaking(afterMinutes minutes: Double) -> SmallWorld {
        var world = world()
        var rule = world.plan.rules[0]
        rule.post = SmallWorld.Posts.county
        rule.streamKey = 77
        rule.condition = Expression([.push(minutes), .read(.minutesKnown), .lessOrEqual])
        rule.actions = [.announce(.first)]
        rule.againAfterSeconds = nil
        world.plan.rules.append(rule)
        return world
    }

    private func isOfOpinion(_ content: FactContent) -> Bool {
        switch content {
        case .rumourBegan, .rumourPeaked, .rumourCounted, .trustChanged: true
        default: false
        }
    }

    @Test(arguments: [Int32(300), 50_000])
    func `what the public makes of it changes nothing else`(persons: Int32) {
        for seed in testSeeds.prefix(5) {
            let with = DrillRecord(world(persons: persons), seed: seed)
            let without = DrillRecord(SmallWorld(), seed: seed)
            // Numbers of facts shift, what happens and when does not; a belief names a fact.
            func others(_ record: DrillRecord) -> [String] {
                record.deeds { content in
                    if case .believed = content { return false }
                    return !isOfOpinion(content)
                }
            }
            let isUntouched = others(with) == others(without)
            #expect(isUntouched)
            #expect(with.count(where: isOfOpinion) >= 4)
            #expect(without.count(where: isOfOpinion) == 0)
        }
    }

    @Test func `the rumour begins with the first harm, and once`() throws {
        let record = DrillRecord(world())
        let first = try #require(record.first { if case .exploded = $0 { true } else { false } })
        let began = record.facts.filter {
            if case .rumourBegan = $0.content { true } else { false }
        }
        #expect(began.map { $0.cause } == [first.id])
        #expect(began.map { $0.time } == [first.time])
    }

    @Test func `a hidden casualty starts no rumour`() {
        var world = world()
        let person = PersonID(in: ZoneID(1), number: 3)
        world.scenario.injects = [Inject(at: .start, .casualty(person, .serious))]
        #expect(DrillRecord(world).count(where: isOfOpinion) == 0)
    }

    @Test func `trust follows from the release, and the release from a rule`() throws {
        let record = DrillRecord(speaking(afterMinutes: 30))
        let trust = try #require(
            record.first { if case .trustChanged = $0 { true } else { false } }
        )
        let chain = Fact.chain(to: trust.id.index, in: record.facts).suffix(3).map { $0.content }
        guard case .decided = chain[0], case .released(SmallWorld.Posts.county, .first) = chain[1]
        else {
            Issue.record("\(chain)")
            return
        }
    }

    @Test func `a first release within the hour keeps people from the rumour`() {
        func believed(_ world: SmallWorld, seed: UInt64) -> Int32 {
            var drill = Drill(world.scenario, plan: world.plan)
            var believed: Int32 = 0
            drill.begin(seed: seed, drill: 0)
            repeat {
                drill.forEachFreshFact {
                    if case .rumourCounted(let persons, _, _) = $0.content { believed = persons }
                }
            } while drill.step()
            drill.forEachFreshFact {
                if case .rumourCounted(let persons, _, _) = $0.content { believed = persons }
            }
            return believed
        }
        for seed in testSeeds.prefix(10) {
            let spoken = believed(speaking(afterMinutes: 30), seed: seed)
            #expect(Double(spoken) < 0.8 * Double(believed(world(), seed: seed)))
        }
    }

    @Test func `where there is no public a release is on record and nothing follows`() {
        var world = speaking(afterMinutes: 30)
        world.scenario.truth.opinion = nil
        let record = DrillRecord(world)
        #expect(record.count { if case .released = $0 { true } else { false } } == 1)
        #expect(record.count(where: isOfOpinion) == 0)
    }

    @Test func `the public moves through the compact byte form unchanged`() throws {
        var definition = OpinionDefinition()
        definition.persons = 120_000
        definition.model = .daleyKendall
        definition.scheme = .exact
        definition.firstSpreaders = 3
        definition.contactsPerHour = .lognormal(median: 2, sigma: 0.3)
        definition.trust = .uniform(low: 0.2, high: 0.4)
        definition.credibility = [0.5, 1]
        definition.reachPerHour = 0.1
        definition.freshHours = 2
        definition.firstReleaseHours = 3
        definition.updateHours = 5
        definition.trustLostPerDoubling = 0.6
        definition.trustLostPerCorrection = 0.7
        let bytes = definition.byteForm
        let back = try OpinionDefinition(byteForm: bytes)
        #expect(back.byteForm == bytes)
        #expect(back.contactsPerHour == definition.contactsPerHour)
        #expect(back.trustLostPerCorrection == 0.7)
        #expect(back.scheme == .exact)
    }
}
