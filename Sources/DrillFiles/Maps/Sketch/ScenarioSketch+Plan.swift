import Terrain
import Wording

/// The plan of a sketched scenario.
extension ScenarioSketch {
    /// The plan: the call centre sends fire teams, the county ambulances, the scene gives tasks.
    var plan: JSONValue {
        let squadrons = min(2 * fireStations.count, 8)
        let ambulances = min(3 * ambulanceStations.count, 12)
        func dispatch(
            _ kind: String,
            _ count: Int,
            _ rest: [(key: String, value: JSONValue)]
        ) -> JSONValue {
            let members: [(key: String, value: JSONValue)] = [
                ("kinds", .list([.text(kind)])), ("count", .integer(count)),
                ("to", .text("incident")),
            ]
            return .object([("dispatch", .object(members + rest))])
        }
        return .object([
            ("format", .integer(1)), ("name", Self.text(Bilingual("As usual", "常规预案"))),
            ("command", .object([("unified", .text("scene"))])),
            (
                "rules",
                .list([
                    .object([
                        ("id", .text("first-alarm")), ("post", .text("call-119")),
                        ("when", .text("incident(incident)")),
                        ("do", .list([dispatch("fire", squadrons, [("task", .text("stage"))])])),
                    ]),
                    .object([
                        ("id", .text("county-response")), ("post", .text("county")),
                        ("when", .text("incident(incident)")),
                        (
                            "do",
                            .list([
                                .object([("level", .text("III"))]),
                                dispatch("ambulance", ambulances, []),
                            ])
                        ),
                    ]),
                    .object([
                        ("id", .text("county-end")), ("post", .text("county")),
                        (
                            "when",
                            .text("level > none && burningFires == 0 && minutesKnown >= 720")
                        ),
                        ("do", .list([.object([("endResponse", .object([]))])])),
                    ]),
                ])
            ),
            ("tasks", .list(tasks(squadrons, ambulances))),
        ])
    }

    private func tasks(_ squadrons: Int, _ ambulances: Int) -> [JSONValue] {
        func task(
            _ kind: String,
            _ teams: String,
            _ count: Int,
            _ rest: [(key: String, value: JSONValue)]
        ) -> JSONValue {
            .object(
                [("id", .text(kind)), ("task", .text(kind)), ("site", .text("incident"))] + rest + [
                    ("kinds", .list([.text(teams)])), ("teams", .integer(count)),
                ]
            )
        }
        let nearby = nearestBlocks.map { JSONValue.text(blocks[$0].id) }
        return [
            task(
                "carry",
                "ambulance",
                max(1, ambulances),
                [("hospitals", .list(hospitals.map { .text($0.id) }))]
            ),
            task(
                "suppress",
                "fire",
                max(1, squadrons / 2),
                [("hazards", .list([.text("fire")])), ("when", .text("burningFires > 0"))]
            ),
            task("search", "fire", max(1, squadrons / 4), [("zones", .list(nearby))]),
        ]
    }

    /// The five blocks nearest to the incident.
    private var nearestBlocks: [Int] {
        let centers = blocks.indices.map { number in
            estimate.blocks.indices.contains(number) ? estimate.blocks[number].center : incident
        }
        let order = centers.indices.sorted { left, right in
            let (first, second) = (
                centers[left].distanceMeters(to: incident),
                centers[right].distanceMeters(to: incident)
            )
            return first != second ? first < second : left < right
        }
        return Array(order.prefix(5))
    }
}
