import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import TestSupport
import Testing
import Vocabulary

/// Unrelated things do not touch: who or what never takes part changes nobody's luck.
@Suite struct CommonLuckTests {
    /// Everything that happens but for the sending of reports, which names links by their place.
    private func deeds(_ world: SmallWorld, seed: UInt64) -> [String] {
        DrillRecord(world, seed: seed).deeds { if case .sent = $0 { false } else { true } }
    }

    /// What happens in the world itself, whoever is told.
    private func truth(_ world: SmallWorld, seed: UInt64) -> [String] {
        DrillRecord(world, seed: seed).deeds { content in
            switch content {
            case .exploded, .damaged, .lost, .exposed, .hurt, .trapped: true
            case .died(_, .atOnce), .died(_, .trapped): true
            default: false
            }
        }
    }

    private func idleTeam(of post: PostID) -> TeamDefinition {
        var team = TeamDefinition()
        team.kind = .police
        team.post = post
        team.station = SmallWorld.Places.station
        team.crew = 5
        team.turnout = .constant(60)
        return team
    }

    @Test(arguments: testSeeds.prefix(10))
    func `the blast strikes alike whatever teams, depots, links and hospitals there are`(
        seed: UInt64
    ) {
        let world = SmallWorld()
        var other = world
        other.scenario.injects.append(Inject(at: .start, .channels(cut: true)))
        var richer = other
        richer.scenario.register.teams.insert(idleTeam(of: SmallWorld.Posts.province), at: 0)
        richer.scenario.register.depots.append(world.scenario.register.depots[1])
        richer.scenario.register.hospitals.append(world.scenario.register.hospitals[0])
        richer.scenario.situation.links.append(LinkDefinition())
        #expect(truth(other, seed: seed) == truth(richer, seed: seed))
        #expect(truth(other, seed: seed).count > 20)
    }

    @Test func `a zone without people and a hazard without trigger touch nothing`() {
        let world = SmallWorld()
        var other = world
        other.scenario.truth.hazards.append(HazardDefinition())
        for seed in testSeeds.prefix(10) {
            #expect(deeds(world, seed: seed) == deeds(other, seed: seed))
        }
    }

    @Test func `a rule that never fires and a task that never comes up touch nothing`() {
        let world = SmallWorld()
        var other = world
        other.plan.rules.append(other.plan.rules[0])
        other.plan.rules[other.plan.rules.count - 1].condition = .init([.push(0)])
        other.plan.tasks.append(other.plan.tasks[0])
        other.plan.tasks[other.plan.tasks.count - 1].condition = .init([.push(0)])
        for seed in testSeeds.prefix(10) {
            #expect(deeds(world, seed: seed) == deeds(other, seed: seed))
        }
    }

    /// Links are numbered in one row, those between posts first, then those of teams, hospitals,
    /// depots, sensors and staff; streams take the number of the link as their entity.
    @Test func `a team that never gets an order touches nothing`() {
        let world = SmallWorld()
        var other = world
        other.scenario.register.teams.append(idleTeam(of: SmallWorld.Posts.province))
        for seed in testSeeds.prefix(5) {
            let isUntouched = deeds(world, seed: seed) == deeds(other, seed: seed)
            #expect(isUntouched)
        }
    }

    @Test func `a depot that nobody uses touches nothing but what staff report`() {
        let world = SmallWorld()
        var staffed = world
        var staff = StaffDefinition()
        staff.delay = .constant(300)
        staffed.scenario.truth.staff = [staff]
        staffed.scenario.situation.staff.preparation = .lognormal(median: 300, sigma: 0.5)
        for seed in testSeeds.prefix(5) {
            #expect(deeds(world, seed: seed) == deeds(withDepot(world), seed: seed))
        }
        for seed in testSeeds.prefix(5) {
            let isUntouched =
                deeds(staffed, seed: seed) == deeds(withDepot(staffed), seed: seed)
            #expect(isUntouched)
        }
    }

    private func withDepot(_ world: SmallWorld) -> SmallWorld {
        var other = world
        var depot = world.scenario.register.depots[1]
        depot.stock = SupplyAmounts()
        other.scenario.register.depots.append(depot)
        return other
    }

    @Test func `a link over which nothing is reported touches nothing`() {
        let world = SmallWorld()
        var other = world
        var link = LinkDefinition()
        link.from = SmallWorld.Posts.firm
        link.to = SmallWorld.Posts.province
        other.scenario.situation.links.append(link)
        for seed in testSeeds.prefix(5) {
            let isUntouched = deeds(world, seed: seed) == deeds(other, seed: seed)
            #expect(isUntouched)
        }
    }

    /// Travel time against the free one of team 1 on its first trip, and of the first person of zone 1
    /// on the way to the hospital by private means.
    private func travelFactors(seed: UInt64) throws -> (team: Double, person: Double) {
        var world = SmallWorld()
        let person = PersonID(in: ZoneID(1), number: 0)
        let place = Inject(at: SmallWorld.blastTime, .casualty(person, .moderate))
        world.scenario.injects.insert(place, at: 0)
        world.scenario.truth.harm.walkingShareModerate = 1
        let facts = DrillRecord(world, seed: seed).facts
        func seconds(_ isWanted: (FactContent) -> Bool) throws -> Double {
            try #require(facts.first { isWanted($0.content) }).time.seconds
        }
        let turnedOut = try seconds { if case .turnedOut(TeamID(1)) = $0 { true } else { false } }
        let arrived = try seconds { if case .arrived(TeamID(1), _) = $0 { true } else { false } }
        let left = try seconds { if case .departed(person, _, nil) = $0 { true } else { false } }
        let admitted = try seconds { if case .admitted(person, _) = $0 { true } else { false } }
        let factor = world.scenario.truth.care.privateTravelFactor
        return ((arrived - turnedOut) / (8000.0 / 15), (admitted - left) / (14_000.0 / 15) / factor)
    }

    @Test func `a person's way to hospital and a team's trip have luck of their own`() throws {
        let factors = try testSeeds.prefix(6).map { try travelFactors(seed: $0) }
        for (team, person) in factors {
            let isItsOwn = abs(team - person) > 1e-4
            #expect(isItsOwn)
        }
    }
}
