import EventKernel
import Terrain
import Vocabulary

/// How places, roads and positions stand in scenario files.
enum MapFormat {
    /// Shape of the map.
    static let shape = Shape.object([
        .required("places", .things(of: place, atLeast: 1, atMost: 100_000), "Places.", "地点。"),
        .required("roads", .things(of: road, atMost: 50_000), "Roads between places.", "道路。"),
        .optional(
            "folder",
            .text(atMost: 200),
            "Folder of an imported road network beside this file.",
            "导入路网所在文件夹（相对本文件）。"
        ),
    ])

    private static let place = Shape.object([
        .id(.place), .title,
        .required("longitude", degrees(180), "Longitude in the file's crs.", "经度。"),
        .required("latitude", degrees(90), "Latitude in the file's crs.", "纬度。"),
        .optional(
            "crossing",
            .number(.atLeast(0).upTo(1e8), isWhole: true),
            "Crossing of the road network at which it is; the nearest one unless given.",
            "接入路网的交叉口编号；不写则取最近者。"
        ),
    ])

    private static let road = Shape.object([
        .required(
            "between",
            .list(of: .reference(.place), count: CountRange(atLeast: 2, atMost: 2)),
            "The two places it joins.",
            "连接的两个地点。"
        ),
        .required(
            "lengthKilometers",
            .number(.above(0).upTo(20_000), isWhole: false),
            "Length.",
            "长度。"
        ),
        .required(
            "speedKilometersPerHour",
            .number(.above(0).upTo(400), isWhole: false),
            "Speed of an emergency vehicle, free of traffic.",
            "应急车辆畅行车速。"
        ),
        .optional("oneWay", .flag, otherwise: "false", "Only from the first to the second.", "单行。"),
    ])

    /// Shape of the origin of positions in metres.
    static let origin = Shape.object([
        .required("longitude", degrees(180), "Longitude.", "经度。"),
        .required("latitude", degrees(90), "Latitude.", "纬度。"),
    ])

    /// Shape of a position in metres from the origin.
    static let position = Shape.object([
        .required("eastMeters", .number(.between(-1e6, 1e6), isWhole: false), "East.", "向东。"),
        .required("northMeters", .number(.between(-1e6, 1e6), isWhole: false), "North.", "向北。"),
    ])

    private static func degrees(_ most: Double) -> Shape {
        .number(.between(-most, most), isWhole: false)
    }

    /// Reads a position in metres.
    static func point(_ value: Checked) -> Point {
        Point(eastMeters: value.number("eastMeters"), northMeters: value.number("northMeters"))
    }

    /// Reads the places, in metres from the origin.
    static func places(_ map: Checked, origin: Checked) -> [Point] {
        map.list("places").map { place in
            project(
                longitude: place.number("longitude"),
                latitude: place.number("latitude"),
                from: origin
            )
        }
    }

    /// Projects a position to metres from the origin: equirectangular on a sphere of 6,371 km, good to
    /// a few metres in a thousand within some hundred kilometres.
    private static func project(longitude: Double, latitude: Double, from origin: Checked) -> Point
    {
        let radians = Double.pi / 180
        let middle = origin.number("latitude") * radians
        let east = (longitude - origin.number("longitude")) * radians * Elementary.cos(middle)
        let north = (latitude - origin.number("latitude")) * radians
        return Point(eastMeters: east * 6_371_000, northMeters: north * 6_371_000)
    }

    /// Makes the map of a scenario: its places and roads, joined with an imported network.
    ///
    /// - Parameters:
    ///   - map: The map as read.
    ///   - origin: Origin of positions in metres.
    ///   - network: The imported network, if there is one.
    ///   - zones: Areas of the zones.
    /// - Returns: The map; the roads of the scenario come first, then those of the network.
    static func terrain(
        _ map: Checked,
        origin: Checked,
        network: MapNetwork?,
        zones: [ZoneArea]
    ) -> Terrain {
        let named = places(map, origin: origin)
        let listed = roads(map)
        guard let network else { return Terrain(places: named, roads: listed, zones: zones) }
        let crossings = network.map.crossings.map { crossing in
            project(
                longitude: crossing.longitudeDegrees,
                latitude: crossing.latitudeDegrees,
                from: origin
            )
        }
        let access = map.list("places").enumerated().flatMap { number, place -> [Road] in
            let given = place.optional("crossing").map { $0.count() }
            guard let crossing = given ?? network.nearest(to: named[number], crossings) else {
                return []
            }
            return network.access(
                of: number,
                at: named[number],
                to: crossing,
                crossings,
                named: named.count
            )
        }
        return Terrain(
            places: named + crossings,
            named: named.count,
            roads: listed + network.roads(behind: named.count) + access,
            turnBans: network.turnBans(behind: listed.count),
            zones: zones
        )
    }

    /// Reads the roads, each direction on its own.
    static func roads(_ map: Checked) -> [Road] {
        map.list("roads").flatMap { road -> [Road] in
            let ends = road.list("between").map { PlaceID($0.reference()) }
            guard ends.count == 2 else { return [] }
            func direction(_ from: PlaceID, _ to: PlaceID) -> Road {
                Road(
                    from: from,
                    to: to,
                    lengthMeters: road.number("lengthKilometers") * 1000,
                    speedMetersPerSecond: road.number("speedKilometersPerHour") / 3.6
                )
            }
            let there = direction(ends[0], ends[1])
            return road.flag("oneWay") ? [there] : [there, direction(ends[1], ends[0])]
        }
    }
}
