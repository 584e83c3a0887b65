import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import TestSupport
import Terrain
import Testing
import Vocabulary

/// The edges: worlds in which something is missing, nothing takes time or all comes at once.
@Suite struct OddWorldTests {
    private static let seeds = testSeeds.prefix(5)

    /// Plays some drills, expects that all balances after every event, and returns their records.
    @discardableResult
    private func play(_ world: SmallWorld) -> [DrillRecord] {
        var drill = Drill(world.scenario, plan: world.plan)
        return Self.seeds.map { seed in
            drill.begin(seed: seed, drill: 0)
            var violation = drill.violation()
            while violation == nil, drill.step() { violation = drill.violation() }
            #expect(violation == nil, "seed \(seed)")
            let record = DrillRecord(playing: &drill, seed: seed)
            #expect(PeopleBook(record).complaints.first == nil)
            let teams = world.scenario.register.teams.count
            #expect(TeamBook(record, teams: teams).complaints.first == nil)
            #expect(SupplyBook(record, of: world.scenario).complaints.first == nil)
            #expect(MessageBook(record, of: world.scenario).complaints.first == nil)
            return record
        }
    }

    private func happens(_ records: [DrillRecord], _ content: (FactContent) -> Bool) -> Bool {
        records.contains { $0.first(where: content) != nil }
    }

    @Test func `an empty scenario begins and ends at once`() {
        let record = DrillRecord(Scenario(), Plan())
        #expect(record.facts.count == 2)
        #expect(record.facts.allSatisfy { $0.time == .start })
    }

    @Test func `no team: nobody arrives, and calls are taken all the same`() {
        var world = SmallWorld()
        world.scenario.register.teams = []
        let records = play(world)
        #expect(!happens(records) { if case .arrived = $0 { true } else { false } })
        #expect(happens(records) { if case .delivered = $0 { true } else { false } })
    }

    @Test func `no road: no team arrives, and nobody reaches a hospital`() {
        var world = SmallWorld()
        let terrain = world.scenario.terrain
        world.scenario.terrain = Terrain(places: terrain.places, roads: [], zones: terrain.zones)
        let records = play(world)
        #expect(!happens(records) { if case .ordered = $0 { true } else { false } })
        #expect(!happens(records) { if case .arrived = $0 { true } else { false } })
        #expect(!happens(records) { if case .admitted = $0 { true } else { false } })
        #expect(happens(records) { if case .found = $0 { true } else { false } })
    }

    @Test func `no hospital: the hurt stay at the site`() {
        var world = SmallWorld()
        world.scenario.register.hospitals = []
        world.plan.tasks.removeAll { $0.kind == .carry }
        let records = play(world)
        #expect(!happens(records) { if case .departed = $0 { true } else { false } })
        #expect(happens(records) { if case .collected = $0 { true } else { false } })
    }

    @Test func `one place: everybody is there already`() {
        var world = SmallWorld()
        let zones = world.scenario.terrain.zones.map {
            ZoneArea(place: PlaceID(0), center: $0.center, radiusMeters: $0.radiusMeters)
        }
        let far = Point(eastMeters: 5000, northMeters: 0)
        world.scenario.terrain = Terrain(places: [far], roads: [], zones: zones)
        for team in world.scenario.register.teams.indices {
            world.scenario.register.teams[team].station = PlaceID(0)
        }
        world.scenario.register.hospitals[0].place = PlaceID(0)
        for depot in world.scenario.register.depots.indices {
            world.scenario.register.depots[depot].place = PlaceID(0)
        }
        let records = play(world)
        #expect(happens(records) { if case .arrived = $0 { true } else { false } })
        #expect(happens(records) { if case .convoyArrived = $0 { true } else { false } })
        #expect(happens(records) { if case .admitted = $0 { true } else { false } })
    }

    @Test func `a drill without length plays what happens at its one instant`() {
        var world = SmallWorld()
        world.scenario.duration = .zero
        #expect(play(world).allSatisfy { $0.facts.count == 2 })
        world.scenario.injects = [Inject(at: .start, .hazard(HazardID(0)))]
        let records = play(world)
        #expect(happens(records) { if case .hurt = $0 { true } else { false } })
        #expect(records.allSatisfy { $0.facts.allSatisfy { $0.time == .start } })
        #expect(
            records.allSatisfy { if case .ended = $0.facts.last?.content { true } else { false } }
        )
    }

    @Test func `injects at the first and the last instant happen, later ones do not`() {
        var world = SmallWorld()
        let end = SimTime.start + world.scenario.duration
        let person = PersonID(in: ZoneID(1), number: 7)
        world.scenario.injects = [
            Inject(at: .start, .hazard(HazardID(0))), Inject(at: end, .casualty(person, .slight)),
            Inject(at: end + SimDuration(milliseconds: 1), .hazard(HazardID(1))),
        ]
        for record in play(world) {
            let injected = record.facts.filter {
                if case .injected = $0.content { true } else { false }
            }
            #expect(injected.map { $0.time } == [.start, end])
        }
    }

    @Test func `injects of one instant happen in the order of the scenario`() {
        var world = SmallWorld()
        world.scenario.injects = (0..<4).map { number in
            let person = PersonID(in: ZoneID(1), number: number)
            return Inject(at: SmallWorld.blastTime, .casualty(person, .moderate))
        }
        world.scenario.injects.append(world.scenario.injects[0])
        for record in play(world) {
            let hurt = record.facts.compactMap { fact -> Int32? in
                if case .hurt(let person, _, _, _) = fact.content { person.number } else { nil }
            }
            #expect(hurt == [0, 1, 2, 3])
        }
    }

    @Test func `a hazard begun twice at one instant begins once`() {
        var world = SmallWorld()
        world.scenario.injects.append(world.scenario.injects[0])
        for record in play(world) {
            #expect(record.count { if case .exploded = $0 { true } else { false } } == 1)
        }
    }

    @Test func `people struck by two blasts are hurt once`() {
        var world = SmallWorld()
        var second = world.scenario.truth.hazards[0]
        second.position = Point(eastMeters: 100, northMeters: 300)
        world.scenario.truth.hazards.append(second)
        world.scenario.injects.append(Inject(at: SmallWorld.blastTime, .hazard(HazardID(3))))
        for record in play(world) {
            #expect(record.count { if case .exploded = $0 { true } else { false } } == 2)
        }
    }

    @Test func `zero stock: nothing is put out, and everything runs out`() {
        var world = SmallWorld()
        for team in world.scenario.register.teams.indices {
            world.scenario.register.teams[team].carried = SupplyAmounts()
        }
        for depot in world.scenario.register.depots.indices {
            world.scenario.register.depots[depot].stock = SupplyAmounts()
        }
        let records = play(world)
        #expect(!happens(records) { if case .extinguished(_, false) = $0 { true } else { false } })
        #expect(!happens(records) { if case .convoyLeft = $0 { true } else { false } })
        #expect(happens(records) { if case .ranOut = $0 { true } else { false } })
    }

    @Test func `zero delays: whatever can follow at once does`() {
        var world = SmallWorld()
        for link in world.scenario.situation.links.indices {
            world.scenario.situation.links[link].channel = ChannelDefinition()
        }
        world.scenario.situation.radio = ChannelDefinition()
        world.scenario.situation.hospitals = ChannelDefinition()
        for post in world.scenario.situation.posts.indices {
            world.scenario.situation.posts[post].decision = .constant(0)
            world.scenario.situation.posts[post].orders = ChannelDefinition()
            world.scenario.situation.posts[post].sceneOrders = ChannelDefinition()
            world.scenario.situation.posts[post].callCentre?.call = .constant(0)
        }
        world.scenario.truth.witnessDelay = .constant(0)
        for record in play(world) {
            let ordered = record.first { if case .ordered = $0 { true } else { false } }
            #expect(ordered?.time == SmallWorld.blastTime)
        }
    }

    @Test(arguments: [Int32(0), 1, 2])
    func `one person, or none, is a world`(persons: Int32) {
        var world = SmallWorld()
        world.scenario.truth.zones[0].groups[0].persons = persons
        world.scenario.truth.zones[0].groups[0].presentShare = 1
        world.scenario.truth.zones[1].groups = []
        for record in play(world) { #expect(PeopleBook(record).hurt <= Int(persons)) }
    }

    @Test func `everybody is hurt where the charge is beyond measure`() {
        var world = SmallWorld()
        var blast = ExplosionDefinition()
        blast.trinitrotolueneKilograms = .constant(1e9)
        world.scenario.truth.hazards[0].form = .explosion(blast)
        for record in play(world) {
            let exposed = record.facts.reduce(0) { sum, fact in
                if case .exposed(_, let persons) = fact.content { sum + Int(persons) } else { sum }
            }
            #expect(PeopleBook(record).hurt > exposed / 2)
        }
    }

    @Test func `everything is lost where every message is`() {
        var world = SmallWorld()
        for link in world.scenario.situation.links.indices {
            world.scenario.situation.links[link].channel.loss = 1
        }
        for post in world.scenario.situation.posts.indices {
            world.scenario.situation.posts[post].orders.loss = 1
        }
        let records = play(world)
        #expect(happens(records) { if case .ordered = $0 { true } else { false } })
        #expect(!happens(records) { if case .orderDelivered = $0 { true } else { false } })
        #expect(!happens(records) { if case .arrived = $0 { true } else { false } })
    }

    @Test func `people freed by neighbours where no hospital is are not trapped any more`() {
        var world = SmallWorld()
        world.scenario.register.hospitals = []
        world.scenario.register.teams = []
        world.scenario.truth.zones[0].needsBreathingAir = false
        world.plan.tasks.removeAll { $0.kind == .carry }
        world.scenario.truth.harm.trappedSurvival = .constant(8 * 3600)
        let records = play(world)
        #expect(happens(records) { if case .freed = $0 { true } else { false } })
        #expect(happens(records) { if case .died(_, .trapped) = $0 { true } else { false } })
    }
}
