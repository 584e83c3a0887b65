import EventKernel
import GroundTruth
import TestSupport
import Situation
import Testing
import Vocabulary

@testable import DrillModel

/// Two counties that help each other: own teams and supplies under the neighbour's post, asked for, approved
/// there, on the road, and under the commander of the scene once they are there.
@Suite struct MutualAidTests {
    private let world: RealWorld
    private let neighbour: PostID
    /// Whoever must approve what leaves the neighbouring county.
    private let nextCity: PostID
    private let scene: PostID

    init() throws {
        world = try RealWorld("small/mutual-aid", plan: "on-request")
        let teams = world.scenario.register.teams
        neighbour = try #require(teams.last?.post)
        nextCity = try #require(
            world.scenario.situation.posts[neighbour.index].superior
        )
        scene = try #require(world.scenario.register.depots.first?.post)
    }

    /// Number of the first fact that fits.
    private func first(_ record: DrillRecord, _ fits: (FactContent) -> Bool) -> Int? {
        record.facts.firstIndex { fits($0.content) }
    }

    private func isOfNeighbour(_ team: TeamID) -> Bool {
        world.scenario.register.teams[team.index].post == neighbour
    }

    /// When the first team of the neighbour is at the scene, if one comes.
    private func arrival(_ record: DrillRecord) -> SimTime? {
        record.facts.first { fact in
            if case .arrived(let team, _) = fact.content { isOfNeighbour(team) } else { false }
        }?.time
    }

    @Test func `nothing of the neighbour moves before its superior has approved`() throws {
        for record in world.records(10, seed: 3) {
            let asked = try #require(
                first(record) {
                    if case .requested(neighbour, _, _) = $0 { true } else { false }
                }
            )
            let approved = try #require(
                first(record) { if case .approved(nextCity, _) = $0 { true } else { false } }
            )
            let ordered = try #require(
                first(record) { if case .ordered(_, neighbour, _, _) = $0 { true } else { false } }
            )
            let supplied = try #require(
                first(record) {
                    if case .orderedSupplies(_, neighbour, _, _, _, _) = $0 { true } else { false }
                }
            )
            #expect(asked < approved && approved < min(ordered, supplied))
        }
    }

    @Test func `teams sent are handed to the commander of the scene, who gives them their tasks`() {
        for record in world.records(10, seed: 3) {
            var handedOver: Set<Int> = []
            for fact in record.facts {
                guard case .ordered(_, let post, let team, let task) = fact.content,
                    isOfNeighbour(team)
                else { continue }
                #expect(post == (task.kind == .stage ? neighbour : scene))
                if post == scene { handedOver.insert(team.index) }
            }
            #expect(handedOver.count == 6)
        }
    }

    @Test func `what the neighbour lends arrives, and no more`() {
        for record in world.records(10, seed: 3) {
            var lent: Int32 = 0
            for fact in record.facts {
                if case .convoyArrived(_, DepotID(0), .medical, let amount) = fact.content {
                    lent += amount
                }
            }
            #expect(lent == 60)
        }
    }

    @Test func `without a request nothing comes, and by agreement it comes sooner`() throws {
        let alone = try RealWorld("small/mutual-aid").records(10, seed: 3)
        let agreed = try RealWorld("small/mutual-aid", plan: "agreed-in-advance")
            .records(10, seed: 3)
        for (number, record) in world.records(10, seed: 3).enumerated() {
            #expect(arrival(alone[number]) == nil)
            #expect(
                alone[number].count { if case .convoyArrived = $0 { true } else { false } } == 0
            )
            let (late, soon) = (
                try #require(arrival(record)), try #require(arrival(agreed[number]))
            )
            #expect(soon < late)
        }
    }
}
