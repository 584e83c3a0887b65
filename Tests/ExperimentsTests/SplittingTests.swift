import Command
import DrillModel
import EventKernel
import Experiments
import Scoring
import Situation
import TestSupport
import Testing
import Vocabulary

/// Splitting estimates the probability that plain counting estimates, and says how surely.
@Suite struct SplittingTests {
    private static var setup: Setup {
        let world = SmallWorld()
        var scoring = ScoringDefinition()
        scoring.postLevels = world.scenario.situation.posts.map { $0.level }
        scoring.duration = world.scenario.duration
        return Setup(world.scenario, world.plan, scoring)
    }

    private func result(
        _ splitting: Splitting,
        drills: Range<UInt64>,
        threads: Int = 2
    ) throws -> SplittingResult {
        let batch = Batch(
            setup: Self.setup.byteForm,
            seed: 5,
            drills: drills,
            threads: threads
        )
        return try #require(try splitting.run(batch) { _ in true })
    }

    @Test func `with one branch and level it counts what plain drills count`() throws {
        var player = try Player(Self.setup.byteForm)
        let deaths = (0..<60).map { player.play(seed: 5, drill: $0).values[.deaths] }
        let level = Int(deaths.sorted()[45])
        let splitting = Splitting(.deaths, levels: [level], branches: 1)
        let found = try result(splitting, drills: 0..<60).levels[0]
        #expect(found.drills == deaths.count { $0 >= Double(level) })
        #expect((found.probability - Double(found.drills) / 60).magnitude < 1e-12)
    }

    @Test func `branches do not shift the estimate, and threads change nothing`() throws {
        let plain = try result(Splitting(.deaths, levels: [9], branches: 1), drills: 0..<240)
        let splitting = Splitting(.deaths, levels: [3, 6, 9], branches: 3)
        let split = try result(splitting, drills: 240..<300)
        let alone = try result(splitting, drills: 240..<300, threads: 1)
        #expect(split.failures == 0)
        #expect(split.levels.map(\.tally) == alone.levels.map(\.tally))
        let (one, two) = (plain.levels[0], split.levels[2])
        let error = (one.tally.variance / 240 + two.tally.variance / 60).squareRoot()
        #expect((one.probability - two.probability).magnitude < 4 * error)
        #expect(
            zip(split.levels, split.levels.dropFirst()).allSatisfy {
                $0.probability >= $1.probability
            }
        )
    }

    /// Facts of a drill, one line each, that branches after so many events.
    private func story(of branch: UInt64?, after events: Int64) -> [String] {
        let world = SmallWorld()
        var drill = Drill(world.scenario, plan: world.plan)
        var facts: [String] = []
        drill.begin(seed: 5, drill: 3)
        drill.forEachFreshFact { facts.append("\($0)") }
        var goesOn = true
        while goesOn {
            if drill.eventCount == events, let branch { drill.branch(branch) }
            goesOn = drill.step()
            drill.forEachFreshFact { facts.append("\($0)") }
        }
        return facts
    }

    @Test func `branches share their past and nothing else, and can be played again`() {
        let plain = story(of: nil, after: 0)
        let branches = (0..<3).map { story(of: $0, after: 60) }
        for (number, branch) in branches.enumerated() {
            #expect(branch == story(of: UInt64(number), after: 60))
            #expect(branch != plain)
            let common = zip(branch, plain).prefix { $0 == $1 }.count
            #expect(common >= 20)
        }
        #expect(Set(branches).count == 3)
    }

    @Test func `what is never reached has a bound all the same`() throws {
        let splitting = Splitting(.deaths, levels: [1_000_000], branches: 4)
        let level = try result(splitting, drills: 0..<20).levels[0]
        let interval = level.interval(confidence: 0.95)
        #expect(level.probability == 0 && level.plainDrills == nil)
        #expect(interval.low == 0 && interval.high > 0.1 && interval.high < 0.2)
    }
}
