import DrillModel
import EventKernel
import GroundTruth
import Situation
import TestSupport
import Vocabulary
import Wording

@testable import Reports

/// The small world as a replay takes it, with one drill of it.
enum SmallReplay {
    /// The map, the means and the names, which may be other ones.
    static func scene(_ names: ScenarioNames = SmallWorld.names) -> ReplayScene {
        let scenario = SmallWorld().scenario
        var scene = ReplayScene()
        scene.id = "small"
        scene.title = Bilingual("Small world", "小世界")
        scene.start = SampleStory.start
        scene.duration = scenario.duration
        scene.projection = LocalProjection(longitudeDegrees: 119.78, latitudeDegrees: 34.34)
        scene.terrain = scenario.terrain
        scene.register = scenario.register
        scene.names = names
        scene.zonePersons = scenario.truth.zones.map { _ in 100 }
        scene.hazards = scenario.truth.hazards.map { ReplayHazard(.fire, at: $0.position) }
        scene.posts = scenario.situation.posts.map { ReplayPost($0.level, scene: $0.scene) }
        scene.plannedInjects = scenario.injects.map {
            PlannedInject(time: $0.time, isConditional: $0.trigger != nil)
        }
        scene.roadChanges = scenario.injects.map { _ in .none }
        scene.times.travelFactor = scenario.truth.work.travelFactor
        scene.times.loading = scenario.truth.care.ambulanceLoading
        scene.times.handover = scenario.truth.care.ambulanceHandover
        return scene
    }

    /// One drill.
    static func drill(seed: UInt64 = 1) -> ReplayDrill {
        var drill = ReplayDrill()
        drill.planID = "plan"
        drill.plan = Bilingual("Plan", "预案")
        drill.rules = SmallWorld.names.rules
        drill.seed = seed
        drill.facts = DrillRecord(SmallWorld(), seed: seed).facts
        return drill
    }

    /// Names that would do harm where they are not shown as text.
    static let hostile = [
        "<script>alert(1)</script>", "\"quoted\" 'single' & co", "=cmd|' /C calc'!A0",
        "</script><!--", "bell\u{7}null\u{0}", "right\u{202E}to left", "{0} {1}", "line\nbreak",
    ]

    /// The names of the small world with hostile ones in every place.
    static var hostileNames: ScenarioNames {
        var count = 0
        func spoil(_ list: [Name]) -> [Name] {
            list.map { name in
                defer { count += 1 }
                return Name(id: name.id, title: Bilingual(verbatim: hostile[count % hostile.count]))
            }
        }
        var names = SmallWorld.names
        names.places = spoil(names.places)
        names.zones = spoil(names.zones)
        names.sites = spoil(names.sites)
        names.hazards = spoil(names.hazards)
        names.teams = spoil(names.teams)
        names.depots = spoil(names.depots)
        names.hospitals = spoil(names.hospitals)
        names.posts = spoil(names.posts)
        names.rules = spoil(names.rules)
        names.injects = spoil([Name(id: "blast", title: Bilingual(verbatim: ""))])
        return names
    }
}
