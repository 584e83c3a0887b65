import Terrain
import Wording

/// The files of a sketched scenario.
extension ScenarioSketch {
    /// Text of `scenario.jsonc`.
    var scenarioText: String {
        let head = """
            // 情景构建文件草稿，由导入的地图生成：请按本地预案修改事故、队伍和人口。
            // Draft of a scenario-construction file on an imported map: make incident, teams and people your own.

            """
        return head + JSONValue.object(happening + means + information).indented
    }

    /// Text of `plans/baseline.jsonc`.
    var planText: String {
        let head = """
            // 预案草稿。
            // Draft of a plan.

            """
        return head + plan.indented
    }

    /// Text of `README.md`.
    var readmeText: String {
        """
        # \(options.name)

        Imported map with a first scenario and plan. Incident, teams, beds and shares of people are
        assumptions (D) to be replaced; people are an estimate from buildings.

        地图导入后生成的情景与预案草稿。事故、队伍、床位和人群比例均为假定（D），须按实际修改；人口按建筑面积估算。

        \(map.attribution.english)

        ```
        \(map.report.text(.english))```

        ```
        \(map.report.text(.chinese))```

        """
    }

    // MARK: What happens

    private var happening: [(key: String, value: JSONValue)] {
        [
            ("format", .integer(1)),
            (
                "name",
                Self.text(
                    Bilingual("\(options.name): drill on an imported map", "\(options.name)：导入地图演练")
                )
            ),
            ("source", .text(map.attribution.english)),
            ("start", .text("2026-05-13T09:30:00+08:00")),
            ("duration", .text("PT24H")),
            ("crs", .text("WGS84")),
            (
                "origin",
                .object([
                    ("longitude", Self.degrees(plane.origin.longitude)),
                    ("latitude", Self.degrees(plane.origin.latitude)),
                ])
            ),
            (
                "map",
                .object([
                    ("folder", .text("map")),
                    ("places", .list(places.map(place))),
                    ("roads", .list([])),
                ])
            ),
            ("zones", .list(blocks.indices.map(zone))),
            ("fuels", .list([Self.petrol])),
            ("hazards", .list(hazards)),
            (
                "witnesses",
                .object([("callPost", .text("call-119")), ("delaySeconds", .integer(120))])
            ),
            (
                "injects",
                .list([.object([("at", .text("PT10M")), ("hazard", .text("explosion"))])])
            ),
        ]
    }

    private var places: [Spot] {
        var seen: Set<String> = []
        return ([staging] + fireStations + ambulanceStations + hospitals + blocks)
            .filter { seen.insert($0.id).inserted }
    }

    private func place(_ spot: Spot) -> JSONValue {
        .object([
            ("id", .text(spot.id)), ("name", Self.text(spot.name)),
            ("longitude", Self.degrees(spot.position.longitude)),
            ("latitude", Self.degrees(spot.position.latitude)),
            ("crossing", .integer(spot.crossing)),
        ])
    }

    private func zone(_ number: Int) -> JSONValue {
        let block = estimate.blocks.indices.contains(number) ? estimate.blocks[number] : nil
        let persons = block?.persons ?? 20
        return .object([
            ("id", .text(blocks[number].id)), ("name", Self.text(blocks[number].name)),
            ("site", .text("incident")), ("place", .text(blocks[number].id)),
            ("position", Self.position(block?.center ?? incident)),
            ("radiusMeters", Self.rounded(block?.radiusMeters ?? 60)),
            ("buildings", .integer(min(5000, max(1, block?.buildings ?? 3)))),
            ("yuanPerBuilding", .integer(1_000_000)),
            ("searchSquareMeters", Self.rounded(min(block?.floorSquareMeters ?? 3000, 1e6))),
            (
                "people",
                .list([
                    .object([
                        ("persons", .integer(persons)), ("presentShare", .number(0.6)),
                        ("outdoorsShare", .number(block == nil ? 0.5 : 0.1)),
                    ])
                ])
            ),
            // Somebody always sees what happens at the place itself.
            ("callersPerThousand", .integer(block == nil ? 500 : 20)),
            ("confidence", .text("D")),
        ])
    }

    private static let petrol = JSONValue.object([
        ("id", .text("petrol")),
        ("name", text(Bilingual("Petrol", "汽油"))),
        ("massFluxKilogramsPerSquareMeterSecond", .number(0.055)),
        ("extinctionPerMeter", .number(2.1)), ("heatMegajoulesPerKilogram", .number(43.7)),
        ("densityKilogramsPerCubicMeter", .integer(740)), ("radiativeFraction", .number(0.3)),
        ("source", .text("Babrauskas, SFPE Handbook; radiated share 0.15–0.4")),
        ("confidence", .text("C")),
    ])

    private var hazards: [JSONValue] {
        let zone = JSONValue.text(blocks[incidentBlock].id)
        let common: [(key: String, value: JSONValue)] = [
            ("site", .text("incident")), ("zone", zone), ("position", Self.position(incident)),
        ]
        return [
            .object(
                [
                    ("id", .text("explosion")),
                    ("name", Self.text(incidentName + Bilingual(": explosion", "爆炸"))),
                ]
                    + common + [
                        ("explosion", .object([("trinitrotolueneKilograms", .integer(150))])),
                        ("note", .text("Vapour of a tank lorry, assumed.")),
                        ("confidence", .text("D")),
                    ]
            ),
            .object(
                [
                    ("id", .text("fire")),
                    ("name", Self.text(incidentName + Bilingual(": fire", "火灾"))),
                ]
                    + common + [
                        (
                            "setOffBy",
                            .object([("hazard", .text("explosion")), ("probability", .integer(1))])
                        ),
                        (
                            "fire",
                            .object([
                                ("fuel", .text("petrol")), ("areaSquareMeters", .integer(80)),
                                ("volumeCubicMeters", .integer(20)),
                            ])
                        ),
                        ("note", .text("Part of the load of a tank lorry, assumed.")),
                        ("confidence", .text("D")),
                    ]
            ),
        ]
    }

    // MARK: With what

    private var means: [(key: String, value: JSONValue)] {
        [
            (
                "sites",
                .list([
                    .object([
                        ("id", .text("incident")), ("name", Self.text(incidentName)),
                        ("staging", .text("staging")), ("depot", .text("site-stock")),
                        // Ten litres a second of a hydrant, of at most ten at a time.
                        ("mainsLitersPerMinute", .integer(600 * min(10, max(2, hydrantsNear)))),
                    ])
                ])
            ),
            ("teamTypes", .list([Self.squadron, Self.ambulance])),
            ("teams", .list(teams)),
            ("depots", .list(depots)),
            ("hospitals", .list(hospitals.indices.map(hospital))),
        ]
    }

    private static let squadron = JSONValue.object([
        ("id", .text("squadron")), ("name", text(Bilingual("Fire squadron", "消防救援中队"))),
        ("kind", .text("fire")), ("crew", .integer(12)), ("vehicles", .integer(3)),
        ("turnoutSeconds", .integer(60)),
        (
            "capability",
            .object([
                ("searchSquareMetersPerHour", .integer(5000)),
                ("extricationFactor", .integer(1)),
                ("foamSolutionLitersPerMinute", .integer(1920)),
                ("coolingLitersPerMinute", .integer(1900)),
                ("pumpLitersPerMinute", .integer(1800)),
            ])
        ),
        ("carries", .object([("waterLiters", .integer(12_000)), ("foamLiters", .integer(2000))])),
        ("confidence", .text("D")),
    ])

    private static let ambulance = JSONValue.object([
        ("id", .text("ambulance")), ("name", text(Bilingual("Ambulance", "救护车组"))),
        ("kind", .text("ambulance")), ("crew", .integer(3)), ("vehicles", .integer(1)),
        ("turnoutSeconds", .integer(60)),
        (
            "capability",
            .object([("carriedPersons", .integer(2)), ("treatmentPlaces", .integer(1))])
        ),
        ("confidence", .text("D")),
    ])

    private var teams: [JSONValue] {
        func team(_ type: String, _ spot: Spot, _ count: Int, _ post: String) -> JSONValue {
            .object([
                ("id", .text("\(type)-at-\(spot.id)")), ("name", Self.text(spot.name)),
                ("type", .text(type)), ("count", .integer(count)), ("station", .text(spot.id)),
                ("post", .text(post)),
            ])
        }
        return fireStations.map { team("squadron", $0, 2, "call-119") }
            + ambulanceStations.map { team("ambulance", $0, 3, "county") }
    }

    private var depots: [JSONValue] {
        [
            .object([
                ("id", .text("site-stock")), ("place", .text("staging")), ("post", .text("scene")),
                ("loadingMinutes", .integer(1)),
            ]),
            .object([
                ("id", .text("store")), ("place", .text(fireStations[0].id)),
                ("post", .text("county")),
                (
                    "stock",
                    .object([("foamLiters", .integer(10_000)), ("medicalKits", .integer(200))])
                ),
                ("loadingMinutes", .integer(30)), ("confidence", .text("D")),
            ]),
        ]
    }

    private func hospital(_ number: Int) -> JSONValue {
        .object([
            ("id", .text(hospitals[number].id)), ("name", Self.text(hospitals[number].name)),
            ("place", .text(hospitals[number].id)),
            ("beds", .integer(max(1, min(beds[number], 100_000)))),
            ("criticalPlaces", .integer(3)), ("confidence", .text("D")),
        ])
    }

    // MARK: Information

    private var information: [(key: String, value: JSONValue)] {
        func link(_ from: String, _ to: String, _ carries: [String]) -> JSONValue {
            .object([
                ("from", .text(from)), ("to", .text(to)), ("channel", .text("phone")),
                ("carries", .list(carries.map { .text($0) })),
            ])
        }
        return [
            (
                "channels",
                .list([
                    .object([
                        ("id", .text("phone")), ("preparationMinutes", .integer(4)),
                        ("transmissionMinutes", .integer(2)), ("loss", .number(0.05)),
                    ]),
                    .object([("id", .text("radio")), ("transmissionMinutes", .number(0.5))]),
                ])
            ),
            ("posts", .list(posts)),
            (
                "links",
                .list([
                    link("call-119", "county", ["incident", "teams"]),
                    link("scene", "county", ["counts", "fires", "progress"]),
                    link("county", "scene", ["teams", "stocks"]),
                ])
            ),
            (
                "reporting",
                .object([
                    ("teams", .text("radio")),
                    (
                        "hospitals",
                        .object([("channel", .text("phone")), ("post", .text("county"))])
                    ),
                    ("depots", .text("phone")), ("sensors", .text("radio")),
                ])
            ),
            (
                "goals",
                .list([
                    .object([
                        ("id", .text("first-arrival")), ("measure", .text("secondsToFirstArrival")),
                        ("atMost", .integer(1500)), ("withProbability", .number(0.9)),
                    ])
                ])
            ),
        ]
    }

    private var posts: [JSONValue] {
        [
            .object([
                ("id", .text("call-119")),
                ("name", Self.text(Bilingual("119 call centre", "119 指挥中心"))),
                ("level", .text("callCentre")), ("superior", .text("county")),
                ("orders", .text("radio")),
                (
                    "callCentre",
                    .object([
                        ("operators", .integer(4)), ("callSeconds", .integer(75)),
                        ("patienceSeconds", .integer(180)),
                    ])
                ),
            ]),
            .object([
                ("id", .text("county")),
                ("name", Self.text(Bilingual("County headquarters", "县应急指挥部"))),
                ("level", .text("county")), ("orders", .text("phone")),
                ("decisionMinutes", .integer(10)),
            ]),
            .object([
                ("id", .text("scene")), ("name", Self.text(Bilingual("Scene command", "现场指挥部"))),
                ("level", .text("scene")), ("site", .text("incident")),
                ("superior", .text("county")),
                ("orders", .text("radio")),
            ]),
        ]
    }

    // MARK: Pieces

    static func text(_ text: Bilingual) -> JSONValue {
        .object([("en", .text(text.english)), ("zh", .text(text.chinese))])
    }

    static func degrees(_ value: Int32) -> JSONValue { .number(Double(value) / 1e7) }

    static func rounded(_ value: Double) -> JSONValue {
        .number((value * 10).rounded() / 10)
    }

    static func position(_ point: Point) -> JSONValue {
        .object([
            ("eastMeters", rounded(point.eastMeters)), ("northMeters", rounded(point.northMeters)),
        ])
    }
}
