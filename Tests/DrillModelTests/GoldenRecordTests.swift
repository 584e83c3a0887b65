import Command
import DrillFiles
import DrillModel
import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

/// Nobody changes results by accident: three tiny drills, compared line by line.
///
/// Where a change of results is meant, the files are made anew with DRILL_UPDATE_GOLDEN=1.
@Suite struct GoldenRecordTests {
    /// A world of fifty people and the three hours from the start of the drill.
    private var tiny: SmallWorld {
        var world = SmallWorld()
        world.scenario.duration = SimDuration(hours: 3)
        for (zone, persons) in [(0, Int32(20)), (1, 30)] {
            world.scenario.truth.zones[zone].groups[0].persons = persons
        }
        return world
    }

    private func expect(_ world: SmallWorld, _ name: String, seed: UInt64) throws {
        let record = DrillRecord(world, seed: seed)
        let format = FactFormat(names: SmallWorld.names)
        let text = record.facts.map { format.line($0) }.joined()
        let difference = try Golden.difference(of: text, from: "Golden/records/\(name).jsonl")
        #expect(difference == nil)
    }

    @Test func `a drill as planned`() throws {
        try expect(tiny, "as-planned", seed: 1)
    }

    @Test func `a drill whose channels are cut for half an hour`() throws {
        var world = tiny
        let minutes: [(Int64, Bool)] = [(75, true), (105, false)]
        world.scenario.injects += minutes.map { minute, isCut in
            Inject(at: SimTime(milliseconds: minute * 60_000), .channels(cut: isCut))
        }
        try expect(world, "channels-cut", seed: 2)
    }

    @Test func `a drill on the road with one more casualty whom nobody expects`() throws {
        var world = tiny
        let person = PersonID(in: ZoneID(1), number: 29)
        let late = SimTime(milliseconds: 80 * 60_000)
        world.scenario.injects.append(Inject(at: late, .casualty(person, .serious)))
        world.scenario.injects.append(Inject(at: late, .road(RoadID(1), closed: true)))
        try expect(world, "late-casualty", seed: 3)
    }
}
