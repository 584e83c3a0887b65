import Directions
import DrillModel
import EventKernel
import GroundTruth
import Scoring
import Situation
import Terrain
import TestSupport
import Testing
import Vocabulary

/// What must make things better or worse does so on the mean, under common random numbers.
@Suite struct DirectionTests {
    private static let pairs: UInt64 = 30

    /// Means of all measures over the same drills, in the order of measures; what never happened
    /// counts as the drill's length.
    private static func means(_ world: SmallWorld) -> [Double] {
        var definition = ScoringDefinition()
        definition.postLevels = world.scenario.situation.posts.map { $0.level }
        definition.duration = world.scenario.duration
        var fold = Fold(definition)
        var drill = Drill(world.scenario, plan: world.plan)
        var sums = Measure.allCases.map { _ in 0.0 }
        for number in 0..<pairs {
            let record = DrillRecord(playing: &drill, seed: 11, drill: number)
            let values = fold.measures(of: record.facts)
            for measure in Measure.allCases {
                let value = values[measure]
                sums[Int(measure.rawValue)] += value.isFinite ? value : definition.duration.seconds
            }
        }
        return sums.map { $0 / Double(pairs) }
    }

    /// Means of the small world as it is.
    private static let usual = means(SmallWorld())

    /// Returns what a changed world makes of a measure, minus what the usual one does.
    private func difference(_ measure: Measure, _ means: [Double]) -> Double {
        means[Int(measure.rawValue)] - Self.usual[Int(measure.rawValue)]
    }

    @Test func `no charge, no harm`() {
        var world = SmallWorld()
        world.scenario.truth.hazards[0].form = .explosion(ExplosionDefinition())
        for seed in testSeeds {
            let record = DrillRecord(world, seed: seed)
            #expect(record.first { if case .hurt = $0 { true } else { false } } == nil)
            #expect(record.first { if case .ignited = $0 { true } else { false } } == nil)
        }
    }

    @Test func `no people, no harm`() {
        var world = SmallWorld()
        for zone in world.scenario.truth.zones.indices {
            world.scenario.truth.zones[zone].groups = []
        }
        for seed in testSeeds {
            let record = DrillRecord(world, seed: seed)
            #expect(record.first { if case .hurt = $0 { true } else { false } } == nil)
            #expect(record.first { if case .damaged = $0 { true } else { false } } != nil)
        }
    }

    @Test func `without teams nobody is found or carried by teams, and no fire is put out`() {
        var bare = SmallWorld()
        bare.scenario.register.teams = []
        for seed in testSeeds {
            let byTeam = DrillRecord(bare, seed: seed).first { content in
                switch content {
                case .found(_, _, .some), .departed(_, _, .some), .extinguished(_, false): true
                default: false
                }
            }
            #expect(byTeam == nil)
        }
        #expect(difference(.trappedRescuedAlive, Self.means(bare)) < 0)
    }

    @Test func `a heavier charge kills, hurts and destroys more`() {
        var heavier = SmallWorld()
        var blast = ExplosionDefinition()
        blast.trinitrotolueneKilograms = .uniform(low: 10_000, high: 60_000)
        heavier.scenario.truth.hazards[0].form = .explosion(blast)
        let means = Self.means(heavier)
        #expect(difference(.deaths, means) > 0)
        #expect(difference(.collapsedBuildings, means) > 0)
        #expect(difference(.directLossYuan, means) > 0)
    }

    @Test func `faster calls and links bring reports and teams sooner`() {
        var faster = SmallWorld()
        for link in faster.scenario.situation.links.indices {
            faster.scenario.situation.links[link].channel.preparation = .constant(0)
            faster.scenario.situation.links[link].channel.transmission = .constant(0)
        }
        faster.scenario.truth.witnessDelay = .lognormal(median: 60, sigma: 0.5)
        let means = Self.means(faster)
        #expect(difference(.secondsToFirstReport, means) < 0)
        #expect(difference(.secondsToFirstArrival, means) < 0)
    }

    @Test func `on slower roads teams come later and put fires out later`() {
        var slower = SmallWorld()
        slower.scenario.truth.work.travelFactor = .lognormal(median: 8, sigma: 0.25)
        let means = Self.means(slower)
        #expect(difference(.secondsToFirstArrival, means) > 1000)
        #expect(difference(.secondsToFireOut, means) > 0)
    }

    @Test func `the less foam there is, the later fires are out`() {
        #expect(difference(.secondsToFireOut, Self.means(withFoam(dividedBy: 10))) > 0)
        let without = Self.means(withFoam(dividedBy: 10_000))
        #expect(difference(.secondsToFireOut, without) > 3600)
        #expect(difference(.secondsToControl, without) > 3600)
    }

    private func withFoam(dividedBy divisor: Int32) -> SmallWorld {
        var world = SmallWorld()
        for team in world.scenario.register.teams.indices {
            world.scenario.register.teams[team].carried[.foam] /= divisor
        }
        world.scenario.register.depots[1].stock[.foam] /= divisor
        return world
    }

    @Test func `the earlier people are warned, the fewer are exposed and hurt`() {
        var exposed: [Int] = []
        var hurt: [Int] = []
        for lead in [nil, 5.0, 20, 50] {
            var counts = (exposed: 0, hurt: 0)
            for seed in testSeeds.prefix(30) {
                let record = DrillRecord(Directions.warned(minutesBefore: lead), seed: seed)
                counts.exposed += record.exposed
                counts.hurt += record.count { if case .hurt = $0 { true } else { false } }
            }
            exposed.append(counts.exposed)
            hurt.append(counts.hurt)
        }
        #expect(zip(exposed, exposed.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(zip(hurt, hurt.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(exposed[3] < exposed[0] / 2)
        #expect(hurt[3] < hurt[0])
    }
}

extension DrillRecord {
    /// People within reach of hazards, summed over zones [persons].
    fileprivate var exposed: Int {
        facts.reduce(0) { sum, fact in
            if case .exposed(_, let persons) = fact.content { sum + Int(persons) } else { sum }
        }
    }
}
