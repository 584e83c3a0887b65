import EventKernel
import Situation
import Testing
import Vocabulary

@testable import Command

/// Who is free and who is on what is kept up step by step; here it is looked up anew after every step.
@Suite struct CrewsTests {
    /// Free teams of the commander as they are kept, kind by kind.
    private func kept(_ bench: borrowing Bench) -> [Int] {
        var teams: [Int] = []
        for kind in TeamKind.allCases {
            var last = -1
            while let team = bench.command.crews.nextFree(kind, at: PostID(2), after: &last) {
                teams.append(team.index)
            }
        }
        return teams
    }

    /// The same, by looking at every team.
    private func found(_ bench: borrowing Bench) -> [Int] {
        var teams: [Int] = []
        for kind in TeamKind.allCases {
            for team in bench.register.teams.indices
            where bench.register.teams[team].kind == kind {
                let belief = bench.situation.pictures[2].belief(of: TeamID(team))
                guard belief.isKnown, belief.value == TeamStatus.free.rawValue else { continue }
                if bench.command.isUnassigned(TeamID(team), at: PostID(2), since: belief) {
                    teams.append(team)
                }
            }
        }
        return teams
    }

    /// Teams on each task as the commander's orders and picture tell, by looking at every team.
    private func counted(_ bench: borrowing Bench, _ places: Int) -> [Int32] {
        var counts = Array(repeating: Int32(0), count: places)
        for team in bench.register.teams.indices {
            let own = bench.command.assignments[2 * bench.register.teams.count + team]
            guard !own.orderedAt.isNever else { continue }
            let belief = bench.situation.pictures[2].belief(of: TeamID(team))
            let isAnswered = belief.observedAt > own.orderedAt
            let done: [TeamStatus] = [.ready, .free, .returning]
            let isDone = own.task.kind == .carry || done.contains { $0.rawValue == belief.value }
            if !isAnswered || !isDone { counts[Int(own.place)] += 1 }
        }
        return counts
    }

    private func bench() -> Bench {
        var bench = Bench()
        for number in 0..<40 { bench.addTeam(number % 3 == 0 ? .rescue : .fire) }
        var search = TaskPlan()
        search.kind = .search
        search.targets = [0, 1, 2]
        search.kinds = [.rescue, .fire]
        search.teamsPerTarget = 4
        search.sweeps = 2
        var pump = TaskPlan()
        pump.kind = .pump
        pump.kinds = [.fire]
        pump.teamsPerTarget = 3
        for task in [search, pump] {
            var task = task
            task.condition = Expression([.push(1)])
            bench.plan.tasks.append(task)
        }
        bench.begin()
        return bench
    }

    @Test(arguments: 0..<10)
    func `what is kept is what looking at every team finds`(seed: UInt64) {
        var bench = bench()
        var chance = RandomStream(DrillKey(seed: seed, drill: 1), purpose: 1, entity: 0)
        let places = TaskKind.count * 4
        var seconds = 1.0
        for _ in 0..<400 {
            seconds += Distribution.exponential(mean: 20).sample(&chance)
            let team = TeamID(Int(chance.whole(below: 40)))
            let status = Int32(chance.whole(below: UInt64(TeamStatus.count)))
            bench.know(.team(team), status, at: 2, atSeconds: seconds)
            #expect(kept(bench) == found(bench))
            let counts = (0..<places).map { bench.command.crews.count(on: $0, at: PostID(2)) }
            #expect(counts == counted(bench, places))
        }
        #expect(bench.orders.count > 20)
    }
}
