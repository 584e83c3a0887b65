import EventKernel
import Terrain
import Vocabulary
import Wording

/// Checks of the map.
extension ScenarioCheck {
    /// Roads join two places and are not shorter than the straight line between them.
    mutating func checkRoads() {
        let map = root.value("map")
        let points = positions(on: map)
        for road in map.list("roads") {
            guard let ends = ends(of: road) else { continue }
            if ends.from == ends.to {
                report(
                    "road",
                    Bilingual("a road from a place to itself", "道路两端为同一地点"),
                    at: road.value("between"),
                    expected: Bilingual("two different places", "两个不同的地点")
                )
            } else if let points, let length = road.sound("lengthKilometers") {
                compare(length, with: points[ends.from].distanceMeters(to: points[ends.to]))
            }
        }
    }

    /// Coordinates of places may be rounded to a hundredth of a degree, about a kilometre, at both
    /// ends.
    private mutating func compare(_ length: Checked, with straightMeters: Double) {
        let meters = length.number() * 1000
        guard meters < 0.8 * straightMeters, meters < straightMeters - 2000 else { return }
        let kilometers = numeral((straightMeters / 100).rounded() / 10)
        doubt(
            "short-road",
            Bilingual(
                "the road is shorter than the straight line of \(kilometers) km",
                "道路长度小于两地直线距离（\(kilometers) 千米）"
            ),
            at: length.range,
            help: Bilingual(
                "check the length, and the coordinates of both places",
                "请核对道路长度和两地坐标"
            )
        )
    }

    private func positions(on map: Checked) -> [Point]? {
        let origin = root.value("origin")
        guard origin.isSound, map.value("places").isSound else { return nil }
        return MapFormat.places(map, origin: origin)
    }

    private func ends(of road: Checked) -> (from: Int, to: Int)? {
        let ends = road.sound("between")?.list() ?? []
        guard ends.count == 2, let from = places.index(of: ends[0]),
            let to = places.index(of: ends[1])
        else { return nil }
        return (from, to)
    }

    // MARK: Reachability

    /// Between every place that matters and every staging area roads must lead, there and back; a
    /// place is reported once, where it is used first.
    mutating func checkReachability() {
        let (map, origin) = (root.value("map"), root.value("origin"))
        guard map.isSound, origin.isSound, checkCrossings(map) else { return }
        // Where a network is named that could not be read, roads are missing.
        guard map.optional("folder") == nil || network != nil else { return }
        let terrain = MapFormat.terrain(map, origin: origin, network: network, zones: [])
        var routes = RouteTable(terrain)
        var reported: Set<Int> = []
        for site in sites.values {
            guard let staging = site.sound("staging"), let goal = places.index(of: staging) else {
                continue
            }
            for place in placesThatMatter {
                guard let index = places.index(of: place), !reported.contains(index) else {
                    continue
                }
                if routes.travelTime(from: PlaceID(index), to: PlaceID(goal)).isNever {
                    reportUnreachable(place.text(), staging.text(), at: place)
                } else if routes.travelTime(from: PlaceID(goal), to: PlaceID(index)).isNever {
                    reportUnreachable(staging.text(), place.text(), at: place)
                } else {
                    continue
                }
                reported.insert(index)
            }
        }
    }

    /// Places name crossings that exist.
    ///
    /// - Returns: Whether all do.
    private mutating func checkCrossings(_ map: Checked) -> Bool {
        var isRight = true
        for place in map.list("places") {
            guard let crossing = place.optional("crossing"),
                map.optional("folder") == nil || network != nil
            else { continue }
            let count = network?.map.crossings.count ?? 0
            guard crossing.count() >= count else { continue }
            isRight = false
            report(
                "missing-crossing",
                Bilingual(
                    "the road network has no crossing \(crossing.count())",
                    "路网中没有编号为 \(crossing.count()) 的交叉口"
                ),
                at: crossing,
                expected: count == 0
                    ? Bilingual("a road network under map.folder", "须有 map.folder 指定的路网")
                    : Bilingual("0 to \(count - 1)", "0 至 \(count - 1)")
            )
        }
        return isRight
    }

    /// An inject on roads of the imported network names such as there are.
    mutating func checkNetworkInject(_ content: Checked) {
        // A folder that could not be read was reported.
        guard root.value("map").optional("folder") == nil || network != nil else { return }
        let (key, value) = content.alternative()
        let roads = network?.map.roads ?? []
        if key == "named" {
            guard !roads.contains(where: { $0.name == value.text() }) else { return }
            let names = Set(roads.map(\.name)).subtracting([""]).sorted()
            reportNoRoad(value, help: Nearest.name(to: value.text(), among: names))
        } else {
            for row in value.list() where row.isSound && row.count() >= roads.count {
                reportNoRoad(row, help: nil)
            }
        }
    }

    private mutating func reportNoRoad(_ value: Checked, help: String?) {
        let count = network?.map.roads.count ?? 0
        report(
            "missing-road",
            Bilingual("the road network has no such road", "路网中没有这条道路"),
            at: value,
            expected: count == 0
                ? Bilingual("a road network under map.folder", "须有 map.folder 指定的路网")
                : Bilingual(
                    "the name of a road in roads.csv, or its row, 0 to \(count - 1)",
                    "roads.csv 中的道路名称或行号（0 至 \(count - 1)）"
                ),
            help: help.map { .didYouMean($0) }
        )
    }

    private var placesThatMatter: [Checked] {
        [
            ("zones", "place"), ("teams", "station"), ("depots", "place"), ("hospitals", "place"),
        ].flatMap { list, key in root.list(list).compactMap { $0.sound(key) } }
    }

    private mutating func reportUnreachable(_ from: String, _ to: String, at place: Checked) {
        report(
            "unreachable",
            Bilingual(
                "no road leads from \(quoted(from)) to \(quoted(to))",
                "从\(quotedChinese(from))到\(quotedChinese(to))没有道路"
            ),
            at: place,
            expected: Bilingual(
                "a place with roads to and from the staging area",
                "与集结点有道路往返连通的地点"
            ),
            help: Bilingual("add a road under map.roads", "请在 map.roads 中补充道路")
        )
    }
}
