import EventKernel
import Terrain
import Vocabulary
public import Wording

/// A played drill as CZML, for globes that show moving things over time.
///
/// Every team is a packet whose position is sampled where it leaves, passes and arrives, in seconds since
/// the start of the drill, strictly ascending. Longitude and latitude come from `LocalProjection`.
public struct CZMLExport {
    private let source: ExchangeSource

    /// Takes a drill.
    public init(_ scene: ReplayScene, _ drill: ReplayDrill, _ language: Language) {
        source = ExchangeSource(scene, drill, language)
    }

    /// The file.
    public var text: String {
        PageJSON.list([document] + zones + hazards + teams + convoys).source + "\n"
    }

    private var begin: String { source.time.utc(.start) }
    private var end: String { source.time.utc(.start + source.scene.duration) }

    private var document: PageJSON {
        .object([
            ("id", .text("document")),
            ("name", .text(source.scene.title[source.language])),
            ("version", .text("1.0")),
            (
                "clock",
                .object([
                    ("interval", .text(begin + "/" + end)), ("currentTime", .text(begin)),
                    ("multiplier", .whole(60)), ("range", .text("CLAMPED")),
                    ("step", .text("SYSTEM_CLOCK_MULTIPLIER")),
                ])
            ),
        ])
    }

    // MARK: Things that stay

    private func fixed(_ point: Point) -> PageJSON {
        let degrees = source.position(point)
        let list: [PageJSON] = [
            .number(degrees.longitude), .number(degrees.latitude), .whole(0),
        ]
        return .object([("cartographicDegrees", .list(list))])
    }

    private static func colour(_ red: Int, _ green: Int, _ blue: Int, _ alpha: Int) -> PageJSON {
        .object([
            ("rgba", .list([.whole(red), .whole(green), .whole(blue), .whole(alpha)]))
        ])
    }

    private var zones: [PageJSON] {
        source.scene.terrain.zones.enumerated().map { number, zone in
            .object([
                ("id", .text("zone/\(number)")),
                ("name", .text(source.name(source.scene.names.zones, number))),
                ("position", fixed(zone.center)),
                (
                    "ellipse",
                    .object([
                        ("semiMajorAxis", .number(zone.radiusMeters)),
                        ("semiMinorAxis", .number(zone.radiusMeters)),
                        (
                            "material",
                            .object([
                                (
                                    "solidColor",
                                    .object([("color", Self.colour(27, 39, 51, 40))])
                                )
                            ])
                        ),
                    ])
                ),
            ])
        }
    }

    /// Hazards are there from their beginning on.
    private var hazards: [PageJSON] {
        source.scene.hazards.enumerated().compactMap { number, hazard in
            let first = source.drill.facts.first {
                $0.content.hazardState(of: HazardID(number)) != nil
            }
            guard let first, first.time < .start + source.scene.duration else { return nil }
            return .object([
                ("id", .text("hazard/\(number)")),
                ("name", .text(source.name(source.scene.names.hazards, number))),
                ("availability", .text(source.time.utc(first.time) + "/" + end)),
                ("position", fixed(hazard.position)),
                (
                    "point",
                    .object([
                        ("pixelSize", .whole(12)), ("color", Self.colour(213, 94, 0, 255)),
                    ])
                ),
            ])
        }
    }

    // MARK: Things that move

    private func samples(_ samples: [(SimTime, Point)]) -> PageJSON {
        var list: [PageJSON] = []
        for (time, point) in samples {
            let degrees = source.position(point)
            list += [
                .number(time.seconds), .number(degrees.longitude), .number(degrees.latitude),
                .whole(0),
            ]
        }
        return .object([
            ("epoch", .text(begin)), ("interpolationAlgorithm", .text("LINEAR")),
            ("interpolationDegree", .whole(1)), ("forwardExtrapolationType", .text("HOLD")),
            ("cartographicDegrees", .list(list)),
        ])
    }

    private var teams: [PageJSON] {
        source.tracks.tracks.enumerated().map { number, track in
            .object([
                ("id", .text("team/\(number)")),
                ("name", .text(source.name(source.scene.names.teams, number))),
                ("availability", .text(begin + "/" + end)),
                ("position", samples(itinerary(track.stretches))),
                (
                    "point",
                    .object([("pixelSize", .whole(8)), ("color", colours(track.stretches))])
                ),
                (
                    "properties",
                    .object([
                        ("kind", .text(source.scene.register.teams[number].kind.name))
                    ])
                ),
            ])
        }
    }

    /// Samples of where a team is, in strictly ascending order of time.
    ///
    /// Where it is at rest there are two, at the beginning and just before the end, so that it does not
    /// drift from one place to the next.
    private func itinerary(_ stretches: [Track.Stretch]) -> [(SimTime, Point)] {
        var result: [(SimTime, Point)] = []
        func add(_ time: SimTime, _ point: Point) {
            if let last = result.last, last.0 >= time { return }
            result.append((time, point))
        }
        for (place, stretch) in stretches.enumerated() {
            let end = source.end(of: place, in: stretches)
            guard stretch.time <= end else { continue }
            if case .way(let way) = stretch.place {
                let isLast = place + 1 == stretches.count
                let until = isLast && !stretch.until.isNever ? stretch.until : end
                for (time, point) in source.passage(way, from: stretch.time, to: until) {
                    add(time, point)
                }
            } else {
                if case .approach(let base, _, _) = stretch.place {
                    add(stretch.time, source.point(of: base))
                } else {
                    add(stretch.time, source.place(of: stretch.place))
                }
                let last = SimTime(milliseconds: end.milliseconds - 1)
                add(last, source.place(of: stretch.place))
            }
        }
        return result
    }

    /// Colour of every stretch, after Okabe and Ito.
    private func colours(_ stretches: [Track.Stretch]) -> PageJSON {
        .list(
            stretches.enumerated().compactMap { place, stretch -> PageJSON? in
                let end = source.end(of: place, in: stretches)
                guard stretch.time < end, case .object(let colour) = Self.colour(stretch.state)
                else { return nil }
                let interval = source.time.utc(stretch.time) + "/" + source.time.utc(end)
                return .object([("interval", .text(interval))] + colour)
            }
        )
    }

    private static func colour(_ state: Track.State) -> PageJSON {
        switch state {
        case .station: colour(138, 148, 158, 255)
        case .turningOut, .underWay: colour(0, 114, 178, 255)
        case .free, .deploying: colour(86, 180, 233, 255)
        case .working: colour(0, 158, 115, 255)
        case .carrying, .atHospital: colour(230, 159, 0, 255)
        case .comingBack, .returning: colour(204, 121, 167, 255)
        case .held: colour(0, 0, 0, 255)
        }
    }

    private var convoys: [PageJSON] {
        source.tracks.convoys.enumerated().compactMap { number, convoy in
            let passage = source.passage(convoy.way, from: convoy.leaves, to: convoy.arrives)
            guard passage.count > 1 else { return nil }
            let interval =
                source.time.utc(convoy.leaves) + "/" + source.time.utc(convoy.arrives)
            return .object([
                ("id", .text("convoy/\(number)")),
                ("availability", .text(interval)),
                ("position", samples(passage)),
                (
                    "point",
                    .object([
                        ("pixelSize", .whole(7)), ("color", Self.colour(107, 74, 0, 255)),
                    ])
                ),
            ])
        }
    }
}
