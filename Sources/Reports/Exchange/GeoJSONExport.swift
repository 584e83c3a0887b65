import EventKernel
import Terrain
import Vocabulary
public import Wording

/// A played drill as GeoJSON (RFC 7946): the map, the hazards, and every trip as a line.
///
/// Longitude and latitude come from `LocalProjection`. A trip carries the instants of its points as
/// `coordTimes`, ascending; the way is the one found on the roads as they were when it was begun.
public struct GeoJSONExport {
    private let source: ExchangeSource

    /// Takes a drill.
    public init(_ scene: ReplayScene, _ drill: ReplayDrill, _ language: Language) {
        source = ExchangeSource(scene, drill, language)
    }

    /// The file.
    public var text: String {
        let features = zones + places + hazards + trips + convoys
        return PageJSON.object([
            ("type", .text("FeatureCollection")),
            ("properties", .object(about)),
            ("features", .list(features)),
        ]).source + "\n"
    }

    private var about: [(String, PageJSON)] {
        let (scene, drill) = (source.scene, source.drill)
        return [
            ("scenario", .text(scene.id)), ("title", .text(scene.title[source.language])),
            ("plan", .text(drill.planID)), ("seed", .text("\(drill.seed)")),
            ("drill", .text("\(drill.drill)")), ("start", .text(source.time.utc(.start))),
            ("end", .text(source.time.utc(.start + scene.duration))),
            (
                "projection",
                .text(
                    "WGS84 by inverse equirectangular projection, sphere of 6371 km, around "
                        + "\(scene.projection.longitudeDegrees), \(scene.projection.latitudeDegrees)"
                )
            ),
        ]
    }

    // MARK: Things that stay

    private func feature(
        _ kind: String,
        _ geometry: PageJSON,
        _ properties: [(String, PageJSON)]
    ) -> PageJSON {
        .object([
            ("type", .text("Feature")), ("geometry", geometry),
            ("properties", .object([("kind", .text(kind))] + properties)),
        ])
    }

    private func position(_ point: Point) -> PageJSON {
        let degrees = source.position(point)
        return .list([.number(degrees.longitude), .number(degrees.latitude)])
    }

    private func dot(_ point: Point) -> PageJSON {
        .object([("type", .text("Point")), ("coordinates", position(point))])
    }

    private var zones: [PageJSON] {
        source.scene.terrain.zones.enumerated().map { number, zone in
            let ring = Self.circle.map { direction in
                position(
                    Point(
                        eastMeters: zone.center.eastMeters + zone.radiusMeters * direction.0,
                        northMeters: zone.center.northMeters + zone.radiusMeters * direction.1
                    )
                )
            }
            let shape = PageJSON.object([
                ("type", .text("Polygon")), ("coordinates", .list([.list(ring)])),
            ])
            return feature(
                "zone",
                shape,
                [
                    ("name", .text(source.name(source.scene.names.zones, number))),
                    ("radiusMeters", .number(zone.radiusMeters)),
                ]
            )
        }
    }

    /// Directions around a circle against the clock, the first one again at the end.
    private static let circle: [(Double, Double)] = (0...48).map { step in
        let angle = Double(step % 48) * 2 * .pi / 48
        return (Elementary.cos(angle), Elementary.sin(angle))
    }

    private var places: [PageJSON] {
        let (register, names) = (source.scene.register, source.scene.names)
        func points(_ kind: String, _ places: [PlaceID], _ names: [Name]) -> [PageJSON] {
            places.enumerated().map { number, place in
                feature(
                    kind,
                    dot(source.point(of: place)),
                    [("name", .text(source.name(names, number)))]
                )
            }
        }
        return points("site", register.sites.map(\.staging), names.sites)
            + points("hospital", register.hospitals.map(\.place), names.hospitals)
            + points("depot", register.depots.map(\.place), names.depots)
    }

    private var hazards: [PageJSON] {
        source.scene.hazards.enumerated().map { number, hazard in
            let changes = source.drill.facts.compactMap { fact in
                fact.content.hazardState(of: HazardID(number)).map { (fact, $0) }
            }
            return feature(
                "hazard",
                dot(hazard.position),
                [
                    ("name", .text(source.name(source.scene.names.hazards, number))),
                    ("times", .list(changes.map { .text(source.time.utc($0.0.time)) })),
                    ("states", .list(changes.map { .text($0.1) })),
                    ("facts", .list(changes.map { .whole($0.0.id.index) })),
                ]
            )
        }
    }

    // MARK: Trips

    private func trip(
        _ kind: String,
        _ passage: [(SimTime, Point)],
        _ properties: [(String, PageJSON)]
    ) -> PageJSON? {
        guard passage.count > 1, let first = passage.first, let last = passage.last else {
            return nil
        }
        let line = PageJSON.object([
            ("type", .text("LineString")),
            ("coordinates", .list(passage.map { position($0.1) })),
        ])
        return feature(
            kind,
            line,
            properties + [
                ("start", .text(source.time.utc(first.0))),
                ("end", .text(source.time.utc(last.0))),
                ("coordTimes", .list(passage.map { .text(source.time.utc($0.0)) })),
            ]
        )
    }

    private var trips: [PageJSON] {
        source.tracks.tracks.enumerated().flatMap { team, track in
            track.stretches.enumerated().compactMap { place, stretch -> PageJSON? in
                guard case .way(let way) = stretch.place else { return nil }
                let isLast = place + 1 == track.stretches.count
                let end =
                    isLast && !stretch.until.isNever
                    ? stretch.until : source.end(of: place, in: track.stretches)
                return trip(
                    "trip",
                    source.passage(way, from: stretch.time, to: end),
                    [
                        ("team", .text(source.name(source.scene.names.teams, team))),
                        (
                            "teamKind",
                            .text(source.scene.register.teams[team].kind.name)
                        ),
                        ("state", .text("\(stretch.state)")),
                        ("fact", .whole(stretch.fact.index)),
                    ]
                )
            }
        }
    }

    private var convoys: [PageJSON] {
        source.tracks.convoys.compactMap { convoy in
            trip(
                "convoy",
                source.passage(convoy.way, from: convoy.leaves, to: convoy.arrives),
                [("fact", .whole(convoy.fact.index))]
            )
        }
    }
}

extension FactContent {
    /// What a fact makes of a hazard; nil where it says nothing of it.
    func hazardState(of hazard: HazardID) -> String? {
        switch self {
        case .exploded(hazard, _): "exploded"
        case .ignited(hazard, _): "ignited"
        case .controlled(hazard): "controlled"
        case .extinguished(hazard, _): "extinguished"
        case .reflared(hazard): "reflared"
        case .began(hazard, _): "began"
        case .shifted(hazard): "shifted"
        case .ceased(hazard): "ceased"
        default: nil
        }
    }
}
