import DrillFiles
import DrillModel
import EventKernel
import Experiments
import GroundTruth
import Reports
import Terrain
import Vocabulary

/// Plays a drill once more and looks at the air over the map while gas drifts.
///
/// A record says which zones the gas has reached, not where it is. Looking changes nothing: the drill is
/// the same to the last fact.
struct CloudSampler {
    private let inputs: Inputs
    private let scene: ReplayScene
    private let drill: ReplayDrill

    /// Cells on a side of the grid -- constant.
    private static let side = 112
    /// Most frames of one cloud; with more every other one is dropped -- constant.
    private static let mostFrames = 240

    init(_ inputs: Inputs, _ scene: ReplayScene, _ drill: ReplayDrill) {
        self.inputs = inputs
        self.scene = scene
        self.drill = drill
    }

    /// Clouds of all releases that happened.
    var clouds: [ReplayCloud] {
        var grids = releases.map { grid(around: $0) }
        guard !grids.isEmpty else { return [] }
        let points = grids.map(\.points)
        var play = Drill(inputs.scenario.scenario, plan: inputs.plan.plan)
        play.begin(seed: drill.seed, drill: drill.drill)
        var next = SimTime.start
        var step = SimDuration(seconds: 60)
        while play.step() {
            guard play.now >= next else { continue }
            next = play.now + step
            for index in grids.indices { look(&grids[index], points[index], &play) }
            if grids.contains(where: { $0.frames.count > Self.mostFrames }) {
                for index in grids.indices { halve(&grids[index]) }
                step = step + step
            }
        }
        return grids.filter { !$0.frames.isEmpty }
    }

    private var releases: [HazardID] {
        let hazards = inputs.scenario.scenario.truth.hazards
        return hazards.indices.filter { index in
            if case .release = hazards[index].form { true } else { false }
        }.map { HazardID($0) }
    }

    private func look(_ grid: inout ReplayCloud, _ points: [Point], _ play: inout Drill) {
        if let levels = play.airLevels(of: grid.hazard, at: points) {
            if levels != grid.frames.last?.levels { grid.frames.append((play.now, levels)) }
        } else if let last = grid.frames.last, last.levels.contains(where: { $0 > 0 }) {
            grid.frames.append((play.now, Array(repeating: 0, count: points.count)))
        }
    }

    /// Drops every other frame, the last one kept.
    private func halve(_ grid: inout ReplayCloud) {
        let last = grid.frames.count - 1
        grid.frames = grid.frames.enumerated()
            .filter { $0.offset % 2 == 0 || $0.offset == last }
            .map(\.element)
    }

    /// A square around the source and all zones within ten kilometres of it.
    private func grid(around hazard: HazardID) -> ReplayCloud {
        let source = inputs.scenario.scenario.truth.hazards[hazard.index].position
        var reach = 500.0
        for zone in scene.terrain.zones {
            let distance = zone.center.distanceMeters(to: source) + zone.radiusMeters
            if distance < 10_000 { reach = max(reach, distance * 1.25) }
        }
        return ReplayCloud(
            hazard: hazard,
            corner: Point(
                eastMeters: source.eastMeters - reach,
                northMeters: source.northMeters - reach
            ),
            cellMeters: (2 * reach / Double(Self.side)).rounded(.up),
            side: Self.side
        )
    }
}
