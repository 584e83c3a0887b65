import EventKernel
import Terrain
import Vocabulary
import Wording

/// The map of a scenario for the page.
struct ReplayMap {
    let scene: ReplayScene

    /// The map as JSON: places and roads packed, everything else by number.
    var json: PageJSON {
        let register = scene.register
        return .object([
            ("named", .whole(scene.names.places.count)),
            ("placeCount", .whole(scene.terrain.places.count)),
            ("places", .text(places)),
            ("roads", .text(roads)),
            ("zones", .list(scene.terrain.zones.indices.map { zone($0) })),
            (
                "teams",
                .list(
                    register.teams.map { team in
                        .list([
                            .whole(Int(team.kind.rawValue)), .whole(team.station.index),
                            .whole(Int(team.crew)), .whole(Int(team.vehicles)),
                            .whole(team.post.index),
                        ])
                    }
                )
            ),
            (
                "hospitals",
                .list(
                    register.hospitals.map {
                        .list([.whole($0.place.index), .whole(Int($0.beds))])
                    }
                )
            ),
            ("depots", .list(register.depots.map { .list([.whole($0.place.index)]) })),
            (
                "sites",
                .list(
                    register.sites.map {
                        .list([.whole($0.staging.index), .whole($0.depot.index)])
                    }
                )
            ),
            ("shelters", .list(scene.shelters.map { .list(Self.point($0)) })),
            ("hazards", .list(scene.hazards.map { hazard($0) })),
            (
                "posts",
                .list(
                    scene.posts.map { post in
                        .list([.whole(Int(post.level.rawValue)), .whole(post.scene?.index ?? -1)])
                    }
                )
            ),
        ])
    }

    /// A position in whole metres.
    private static func point(_ point: Point) -> [PageJSON] {
        [.number(point.eastMeters.rounded()), .number(point.northMeters.rounded())]
    }

    /// Circles with their meaning.
    static func rings(_ rings: [ReplayHazard.Ring]) -> PageJSON {
        .list(rings.map { .list([.number($0.meters.rounded()), .words($0.label)]) })
    }

    private func zone(_ number: Int) -> PageJSON {
        let area = scene.terrain.zones[number]
        let persons = scene.zonePersons.indices.contains(number) ? scene.zonePersons[number] : 0
        return .list(
            Self.point(area.center) + [
                .number(area.radiusMeters.rounded()), .whole(area.place.index), .whole(persons),
            ]
        )
    }

    private func hazard(_ hazard: ReplayHazard) -> PageJSON {
        .list(
            [.whole(hazard.kind.rawValue)] + Self.point(hazard.position) + [
                Self.rings(hazard.rings)
            ]
        )
    }

    /// Every place by its way from the one before [m].
    private var places: String {
        var packed = PackedBytes()
        var (east, north) = (0, 0)
        for place in scene.terrain.places {
            let here = (Int(place.eastMeters.rounded()), Int(place.northMeters.rounded()))
            packed.add(signed: here.0 - east)
            packed.add(signed: here.1 - north)
            (east, north) = here
        }
        return packed.base64
    }

    /// Roads by the place where they begin: how many, and of each how far on in the list its end is, its
    /// time without traffic [0.1 s], and its kind, with 8 added for a bridge.
    private var roads: String {
        var packed = PackedBytes()
        for (place, list) in RoadOrder(scene.terrain).leaving.enumerated() {
            packed.add(list.count)
            for road in list.map({ scene.terrain.roads[$0] }) {
                packed.add(signed: road.to.index - place)
                packed.add(Int((road.travelTime.seconds * 10).rounded()))
                packed.add(Int(road.kind.rawValue) + (road.isBridge ? 8 : 0))
            }
        }
        return packed.base64
    }
}

/// Roads by where they begin, which gives every road a short number there.
struct RoadOrder {
    /// Numbers of the roads that leave each place.
    let leaving: [[Int]]
    /// Place of each road among those that leave where it begins.
    let ordinal: [Int]

    init(_ terrain: Terrain) {
        var leaving = Array(repeating: [Int](), count: terrain.places.count)
        var ordinal = Array(repeating: 0, count: terrain.roads.count)
        for (number, road) in terrain.roads.enumerated() {
            ordinal[number] = leaving[road.from.index].count
            leaving[road.from.index].append(number)
        }
        self.leaving = leaving
        self.ordinal = ordinal
    }
}

/// The tracks of a drill for the page.
///
/// Of every team the number of its stretches, and of each: time since the one before [ms], state, sort
/// of place and its number, task plus 1, and where the stretch is on a way, the time from its start to
/// the planned end [ms]. Sorts of place: 0 place, 1 zone, 2 hazard, 3 way, 4 approach to a zone, 5
/// approach to a hazard, these with the place behind.
struct TrackTable {
    private let fold: TrackFold

    init(_ fold: TrackFold) { self.fold = fold }

    /// The tracks as JSON.
    var json: PageJSON {
        .object([
            ("ways", .text(ways)), ("wayCount", .whole(fold.roads.ways.count)),
            ("teams", .text(teams)),
            ("convoys", .text(passages(fold.convoys))),
            ("convoyCount", .whole(fold.convoys.count)),
            ("walkers", .text(passages(fold.walkers))),
            ("walkerCount", .whole(fold.walkers.count)),
        ])
    }

    /// Every way: where it begins, the number of its roads, and each by its number among those that
    /// leave the place.
    private var ways: String {
        let order = RoadOrder(fold.scene.terrain)
        var packed = PackedBytes()
        for way in fold.roads.ways {
            packed.add(way.start.index)
            packed.add(way.roads.count)
            for road in way.roads { packed.add(order.ordinal[road.index]) }
        }
        return packed.base64
    }

    private var teams: String {
        var packed = PackedBytes()
        for track in fold.tracks {
            packed.add(track.stretches.count)
            var last: Int64 = 0
            var fact = 0
            for stretch in track.stretches {
                packed.add(Int(stretch.time.milliseconds - last))
                last = stretch.time.milliseconds
                packed.add(stretch.state.rawValue)
                add(stretch, to: &packed)
                let number = max(0, stretch.fact.index)
                packed.add(signed: number - fact)
                fact = number
            }
        }
        return packed.base64
    }

    private func add(_ stretch: Track.Stretch, to packed: inout PackedBytes) {
        let kind = stretch.task.map { Int($0.kind.rawValue) + 1 } ?? 0
        let length =
            stretch.until.isNever ? 0 : Int((stretch.until - stretch.time).milliseconds)
        switch stretch.place {
        case .place(let place): add([0, place.index, kind], to: &packed)
        case .zone(let zone): add([1, zone.index, kind], to: &packed)
        case .hazard(let hazard): add([2, hazard.index, kind], to: &packed)
        case .way(let way): add([3, way, kind, length], to: &packed)
        case .approach(let place, let zone, let hazard):
            let target = zone?.index ?? hazard?.index ?? 0
            add([zone != nil ? 4 : 5, target, kind, length, place.index], to: &packed)
        }
    }

    private func add(_ numbers: [Int], to packed: inout PackedBytes) {
        for number in numbers { packed.add(number) }
    }

    private func passages(_ passages: [Passage]) -> String {
        var packed = PackedBytes()
        var last: Int64 = 0
        for passage in passages {
            packed.add(signed: Int(passage.leaves.milliseconds - last))
            last = passage.leaves.milliseconds
            packed.add(Int((passage.arrives - passage.leaves).milliseconds))
            packed.add(passage.way)
            packed.add(passage.fact.index)
        }
        return packed.base64
    }
}
