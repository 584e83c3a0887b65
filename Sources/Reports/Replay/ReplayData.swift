import EventKernel
import Scoring
import Terrain
import Vocabulary
import Wording

/// The data of a replay page: one JSON text with packed numbers in it.
///
/// Everything the page shows is computed here; the page looks up, interpolates along a way, and draws.
struct ReplayData {
    let replay: Replay

    /// The data as JSON that may stand in a script element.
    var json: String {
        let scene = replay.scene
        return PageJSON.object([
            ("format", .whole(1)),
            ("program", .text(replay.program)),
            ("command", .text(replay.command)),
            ("scenario", .text(scene.id)),
            ("title", .words(scene.title)),
            (
                "start",
                .list([
                    .number(Double(scene.start.millisecondsSince1970)),
                    .whole(scene.start.offsetMinutes),
                ])
            ),
            ("duration", .number(Double(scene.duration.milliseconds))),
            ("names", names),
            ("kinds", kinds),
            ("map", ReplayMap(scene: scene).json),
            ("drills", .list(replay.drills.map { DrillData(drill: $0, scene: scene).json })),
            ("divergence", replay.divergence.map { .whole($0) } ?? .null),
            ("standing", replay.standing.map { Self.standing($0) } ?? .null),
            ("standingNote", .words(replay.standingNote)),
        ]).source
    }

    // MARK: Names

    private var names: PageJSON {
        let names = replay.scene.names
        func list(_ all: [Name]) -> PageJSON { .list(all.map { .words($0.title) }) }
        return .object([
            ("l", list(names.places)), ("z", list(names.zones)), ("s", list(names.sites)),
            ("h", list(names.hazards)), ("e", list(names.sensors)), ("t", list(names.teams)),
            ("d", list(names.depots)), ("o", list(names.hospitals)), ("k", list(names.shelters)),
            ("p", list(names.posts)), ("i", list(names.injects)),
        ])
    }

    private var kinds: PageJSON {
        func list(_ titles: [Bilingual]) -> PageJSON { .list(titles.map { .words($0) }) }
        return .object([
            ("sorts", list(FactSort.allCases.map(\.title))),
            ("teams", list(TeamKind.allCases.map(\.title))),
            ("statuses", list(TeamStatus.allCases.map(\.title))),
            ("tasks", list(TaskKind.allCases.map(\.title))),
            ("supplies", list(SupplyKind.allCases.map(\.title))),
            ("units", list(SupplyKind.allCases.map(\.unit))),
            ("levels", list(ResponseLevel.allCases.map(\.title))),
            ("posts", list(PostLevel.allCases.map(\.title))),
            ("curves", list(Curve.allCases.map(\.pageTitle))),
        ])
    }

    // MARK: Standing

    private static func standing(_ standing: ReplayStanding) -> PageJSON {
        let (english, chinese) = (BatchReport(.english), BatchReport(.chinese))
        func figure(_ value: Double, _ measure: Measure) -> PageJSON {
            .words(Bilingual(english.worded(value, measure), chinese.worded(value, measure)))
        }
        return .object([
            ("folder", .text(standing.folder)), ("drills", .whole(standing.drills)),
            (
                "lines",
                .list(
                    standing.lines.map { line in
                        let width = line.high - line.low
                        let place = width > 0 ? (line.value - line.low) / width : 0.5
                        return .object([
                            ("title", .words(line.measure.title)),
                            ("low", figure(line.low, line.measure)),
                            ("high", figure(line.high, line.measure)),
                            ("value", figure(line.value, line.measure)),
                            ("place", .number(min(1, max(0, place)))),
                            ("isNever", .flag(!line.value.isFinite)),
                            ("rank", .number((line.rank * 1000).rounded() / 1000)),
                            ("never", .whole(line.never)),
                            ("bars", .list(line.bars.map { .whole($0) })),
                        ])
                    }
                )
            ),
        ])
    }
}

/// What belongs to one drill.
struct DrillData {
    let drill: ReplayDrill
    let scene: ReplayScene

    /// The drill for the page.
    var json: PageJSON {
        let tracks = TrackFold(drill, in: scene)
        let names = drill.names(in: scene)
        return .object([
            ("plan", .words(drill.plan)),
            ("planID", .text(drill.planID)),
            ("seed", .text("\(drill.seed)")),
            ("drill", .text("\(drill.drill)")),
            ("rules", .list(drill.rules.map { .words($0.title) })),
            ("facts", FactTable(drill.facts, names).json),
            ("story", story(names)),
            ("truth", TruthFold(drill.facts, scene).series.json),
            ("beliefs", StepSeries.beliefs(drill.facts).json),
            ("tracks", TrackTable(tracks).json),
            ("curves", .list(drill.curves.map { .number(Double($0)) })),
            ("goals", .list(drill.goals.map { goal($0) })),
            ("clouds", .list(drill.clouds.map { cloud($0) })),
            ("rings", .list(drill.rings.map { ReplayMap.rings($0) })),
            ("closings", closings),
        ])
    }

    private func story(_ names: ScenarioNames) -> PageJSON {
        var timeline = Timeline(names: names, start: scene.start, language: .english)
        for fact in drill.facts { timeline.add(fact) }
        timeline.finish()
        return .list(
            timeline.entries.map { entry in
                .list([
                    .whole(entry.fact.index), .whole(Self.sort(entry.sort).rawValue),
                    .words(entry.text),
                ])
            }
        )
    }

    private static func sort(_ sort: Timeline.Sort) -> FactSort {
        switch sort {
        case .exercise: .exercise
        case .hazard: .hazard
        case .people: .people
        case .teams: .teams
        case .supplies: .supplies
        case .reports: .reports
        case .command: .command
        case .opinion: .opinion
        }
    }

    private func goal(_ goal: ReplayGoal) -> PageJSON {
        .object([
            ("title", .words(goal.title)), ("wanted", .words(goal.wanted)),
            ("reached", .words(goal.reached)), ("isMet", .flag(goal.isMet)),
            ("cause", goal.cause.map { .words($0) } ?? .null),
            ("fact", goal.fact.map { .whole($0.index) } ?? .null),
        ])
    }

    /// Levels as runs of equal cells: how many, and which level.
    private func cloud(_ cloud: ReplayCloud) -> PageJSON {
        var packed = PackedBytes()
        var last: Int64 = 0
        for frame in cloud.frames {
            packed.add(Int(frame.time.milliseconds - last))
            last = frame.time.milliseconds
            var place = 0
            while place < frame.levels.count {
                var end = place
                while end < frame.levels.count, frame.levels[end] == frame.levels[place] {
                    end += 1
                }
                packed.add((end - place) * 4 + Int(frame.levels[place]))
                place = end
            }
        }
        return .object([
            ("hazard", .whole(cloud.hazard.index)),
            ("east", .number(cloud.corner.eastMeters.rounded())),
            ("north", .number(cloud.corner.northMeters.rounded())),
            ("cell", .number(cloud.cellMeters)), ("side", .whole(cloud.side)),
            ("frames", .whole(cloud.frames.count)), ("bytes", .text(packed.base64)),
        ])
    }

    /// When which roads were closed and opened: time [ms], both ends, whether closed, the fact.
    private var closings: PageJSON {
        var list: [PageJSON] = []
        for fact in drill.facts {
            guard case .injected(let inject) = fact.content,
                scene.roadChanges.indices.contains(inject.index),
                case .closing(let road, let isClosed) = scene.roadChanges[inject.index]
            else { continue }
            let ends = scene.terrain.roads[road.index]
            list.append(
                .list([
                    .number(Double(fact.time.milliseconds)), .whole(ends.from.index),
                    .whole(ends.to.index), .flag(isClosed), .whole(fact.id.index),
                ])
            )
        }
        return .list(list)
    }
}
