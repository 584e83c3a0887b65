import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// How a commander at a site, here post 2, gives free teams their tasks.
@Suite struct AllocationTests {
    private let incident = Item.incident(Bench.site)

    private func task(
        _ kind: TaskKind,
        _ targets: [Int32] = [],
        _ kinds: [TeamKind] = [.fire],
        teams: Int32 = 1,
        together: Bool = false,
        when condition: [Instruction] = [.push(1)]
    ) -> TaskPlan {
        var task = TaskPlan()
        task.kind = kind
        task.targets = targets
        task.kinds = kinds
        task.teamsPerTarget = teams
        task.together = together
        task.sweeps = 2
        task.condition = Expression(condition)
        return task
    }

    /// A bench with so many fire teams and a commander who follows tasks.
    private func bench(teams: Int, _ tasks: [TaskPlan]) -> Bench {
        var bench = Bench()
        for _ in 0..<teams { bench.addTeam() }
        bench.plan.tasks = tasks
        bench.begin()
        return bench
    }

    private func free(_ teams: Range<Int>, _ bench: inout Bench, atSeconds seconds: Double) {
        for team in teams {
            bench.know(.team(TeamID(team)), TeamStatus.free.rawValue, at: 2, atSeconds: seconds)
        }
        bench.run(untilSeconds: seconds + 1)
    }

    private func burns(_ hazards: [Int], _ bench: inout Bench, atSeconds seconds: Double = 0) {
        for hazard in hazards {
            let burning = FireStatus.burning.rawValue
            bench.know(.fire(HazardID(hazard)), burning, at: 2, atSeconds: seconds)
        }
    }

    @Test func `tasks come in the order of the plan, targets in the order of the task`() {
        var bench = bench(teams: 4, [task(.pump), task(.search, [3, 1], teams: 2)])
        free(0..<4, &bench, atSeconds: 10)
        #expect(bench.teams(orderedTo: .pump) == [0])
        #expect(bench.targets(of: .search) == [3, 3, 1])
    }

    @Test func `a target gets no more teams than wanted, counting those under orders`() {
        var bench = bench(teams: 5, [task(.search, [0], teams: 2)])
        free(0..<1, &bench, atSeconds: 10)
        free(1..<5, &bench, atSeconds: 20)
        #expect(bench.teams(orderedTo: .search) == [0, 1])
        for team in 0..<2 {
            bench.know(.team(TeamID(team)), TeamStatus.working.rawValue, at: 2, atSeconds: 30)
        }
        bench.know(.team(TeamID(1)), TeamStatus.free.rawValue, at: 2, atSeconds: 40)
        bench.run(untilSeconds: 50)
        #expect(bench.teams(orderedTo: .search).count == 3)
    }

    @Test func `a team is not ordered twice before it answers`() {
        var bench = bench(teams: 1, [task(.search, [0, 1])])
        free(0..<1, &bench, atSeconds: 10)
        bench.know(incident, 1, at: 2, atSeconds: 20)
        bench.run(untilSeconds: 5000)
        #expect(bench.orders.count == 1)
    }

    @Test func `teams that belong together begin together or not at all`() {
        let tasks = [task(.suppress, [0], teams: 3, together: true), task(.cool, [1])]
        var bench = bench(teams: 4, tasks)
        burns([0], &bench)
        free(0..<2, &bench, atSeconds: 10)
        #expect(bench.teams(orderedTo: .suppress) == [])
        // Meanwhile one of them cools what stands beside.
        #expect(bench.teams(orderedTo: .cool) == [0])
        free(2..<4, &bench, atSeconds: 20)
        #expect(bench.teams(orderedTo: .suppress) == [1, 2, 3])
    }

    @Test func `where targets come one after another, the next begins when the one before is done`()
    {
        var one = task(.suppress, [0, 1, 2], teams: 2)
        one.targetsAtOnce = 1
        var bench = bench(teams: 6, [one])
        burns([0, 1, 2], &bench)
        free(0..<6, &bench, atSeconds: 10)
        #expect(bench.targets(of: .suppress) == [0, 0])
        bench.know(.fire(HazardID(0)), FireStatus.out.rawValue, at: 2, atSeconds: 100)
        bench.run(untilSeconds: 200)
        #expect(bench.targets(of: .suppress) == [0, 0, 1, 1])
    }

    @Test func `fires are attacked as long as they are believed burning`() {
        var bench = bench(teams: 3, [task(.suppress, [0, 1, 2])])
        burns([0, 2], &bench)
        bench.know(.fire(HazardID(2)), FireStatus.controlled.rawValue, at: 2, atSeconds: 5)
        free(0..<3, &bench, atSeconds: 10)
        #expect(bench.targets(of: .suppress) == [0, 2])
    }

    @Test func `what does not burn is cooled while something burns, and for four hours after`() {
        let hours = 3600.0
        var bench = bench(teams: 3, [task(.cool, [0, 1])])
        free(0..<1, &bench, atSeconds: 10)
        #expect(bench.targets(of: .cool) == [])
        burns([0], &bench, atSeconds: 20)
        bench.run(untilSeconds: 30)
        #expect(bench.targets(of: .cool) == [1])
        bench.know(.fire(HazardID(0)), FireStatus.out.rawValue, at: 2, atSeconds: 1 * hours)
        free(1..<2, &bench, atSeconds: 4.9 * hours)
        #expect(bench.targets(of: .cool) == [1, 0])
        bench.know(.team(TeamID(1)), TeamStatus.free.rawValue, at: 2, atSeconds: 5.1 * hours)
        bench.run(untilSeconds: 6 * hours)
        #expect(bench.targets(of: .cool) == [1, 0])
    }

    @Test func `a zone is searched until it has been swept often enough`() {
        var bench = bench(teams: 2, [task(.search, [0])])
        bench.know(.sweeps(ZoneID(0)), 1, at: 2, atSeconds: 1)
        free(0..<1, &bench, atSeconds: 10)
        #expect(bench.targets(of: .search) == [0])
        bench.know(.sweeps(ZoneID(0)), 2, at: 2, atSeconds: 20)
        free(0..<2, &bench, atSeconds: 30)
        #expect(bench.targets(of: .search) == [0])
    }

    @Test func `a task waits for its condition`() {
        let condition: [Instruction] = [.push(0), .read(.counted(.trapped)), .less]
        var bench = bench(teams: 1, [task(.search, [2], when: condition)])
        free(0..<1, &bench, atSeconds: 10)
        #expect(bench.orders.isEmpty)
        bench.know(.found(.trapped, ZoneID(0)), 1, at: 2, atSeconds: 20)
        bench.run(untilSeconds: 21)
        #expect(bench.targets(of: .search) == [2])
    }

    @Test func `preferred kinds come first, and none that cannot do the task`() {
        var bench = Bench()
        bench.addTeam(.fire)
        bench.addTeam(.rescue)
        bench.addTeam(.rescue, TeamCapability())
        bench.plan.tasks = [task(.search, [0], [.rescue, .fire], teams: 3)]
        bench.posts[2].decision = .constant(30)
        bench.begin()
        free(0..<3, &bench, atSeconds: 10)
        bench.run(untilSeconds: 60)
        #expect(bench.teams(orderedTo: .search) == [1, 0])
    }

    @Test func `only commanders give tasks`() {
        var bench = bench(teams: 1, [task(.pump)])
        bench.know(.team(TeamID(0)), TeamStatus.free.rawValue, at: 0, atSeconds: 10)
        bench.run(untilSeconds: 5000)
        #expect(bench.orders.isEmpty)
    }

    @Test func `casualties go to the nearest hospital that is believed to have a bed`() {
        var bench = Bench()
        for place in [2, 1, 3] {
            var hospital = HospitalDefinition()
            hospital.place = PlaceID(place)
            hospital.beds = 5
            bench.register.hospitals.append(hospital)
        }
        for _ in 0..<3 { bench.addTeam(.ambulance) }
        bench.plan.tasks = [task(.carry, [0, 1, 2], [.ambulance], teams: 9)]
        bench.begin()
        free(0..<1, &bench, atSeconds: 10)
        #expect(bench.orders.isEmpty)
        bench.know(.awaitingTransport(Bench.site), 1, at: 2, atSeconds: 20)
        bench.run(untilSeconds: 30)
        #expect(bench.targets(of: .carry) == [1])
        bench.know(.beds(HospitalID(1)), 0, at: 2, atSeconds: 40)
        bench.know(.awaitingTransport(Bench.site), 5, at: 2, atSeconds: 50)
        free(1..<3, &bench, atSeconds: 60)
        #expect(bench.targets(of: .carry) == [1, 0, 0])
    }
}
