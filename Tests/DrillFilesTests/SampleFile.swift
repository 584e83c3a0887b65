import DrillFiles
import Wording

/// A small file format that uses every kind of shape.
enum SampleFile {
    static let depots = NameSpace("depot", "物资储备点")
    static let teams = NameSpace("team", "队伍")
    static let supplies = NameSpace("supply", "物资")

    static let shape = Shape.file(
        format: 1,
        [
            .required("name", .title, "Name of the drill.", "演练名称。"),
            .optional("startsAt", .instant, "Start on the calendar.", "开始时间。"),
            .defaulted(
                "length",
                .duration,
                to: #""PT24H""#,
                source: "working assumption",
                .assumed,
                "Length of the drill.",
                "演练时长。"
            ),
            .required(
                "supplies",
                .dictionary(keys: .identifier(supplies), values: .title),
                "Kinds of supplies.",
                "物资种类。"
            ),
            .required("depots", .list(of: depot, atLeast: 1), "Depots.", "物资储备点。"),
            .required("teams", .list(of: team, atLeast: 1), "Teams.", "队伍。"),
            .optional(
                "injects",
                .list(of: inject),
                otherwise: "[]",
                "Injects, in any order.",
                "情景注入，次序不限。"
            ),
            .optional("notes", .anything, "Whatever the author likes.", "任意内容。"),
            .optional("area", area, "Where it happens.", "演练区域。"),
        ]
    )

    static let depot = Shape.object([
        .required("id", .identifier(depots), "Name of the depot.", "储备点代号。"),
        .required(
            "onHandLiters",
            .dictionary(keys: .reference(supplies), values: .number(.atLeast(0))),
            "Stock at the start.",
            "初始库存。"
        ),
    ])

    static let team = Shape.object([
        .required("id", .identifier(teams), "Name of the team.", "队伍代号。"),
        .required("persons", .whole(.between(1, 500)), "Strength.", "人数。"),
        .required(
            "speedKilometersPerHour",
            .number(.above(0).upTo(300)),
            "Speed on open roads.",
            "道路行驶速度。"
        ),
        .required("depot", .reference(depots), "Where it is supplied.", "补给的储备点。"),
        .optional(
            "level",
            .choice([
                Choice("full", "Full-time.", "专职。"), Choice("volunteer", "Volunteers.", "志愿。"),
            ]),
            "Standing.",
            "性质。"
        ),
        .defaulted(
            "turnoutMinutes",
            .uncertain(.atLeast(0)),
            to: #"{ "lognormal": { "median": 1.5, "sigma": 0.4 } }"#,
            source: "fire service practice",
            .likely,
            "Order received until wheels turn.",
            "接令至出动的时间。"
        ),
        .defaulted(
            "lossProbability",
            .uncertainProbability,
            to: "0.05",
            source: "working assumption",
            .assumed,
            "Probability that a report is lost.",
            "报告丢失的概率。"
        ),
        .optional("onDuty", .flag, "Whether it is on duty.", "是否在岗。"),
    ])

    static let inject = Shape.object(
        [.required("at", .duration(isSigned: true), "When it happens.", "发生时刻。")],
        oneOf: [
            .required(
                "dispatch",
                .object([
                    .required("team", .reference(teams), "Which team.", "队伍。"),
                    .optional("when", .expression, "Under what condition.", "条件。"),
                ]),
                "A team is sent.",
                "调派队伍。"
            ),
            .required("message", .text(atMost: 40), "A message is delivered.", "送达消息。"),
        ]
    )

    static let area: Shape = .named("area") {
        .object([
            .required("name", .title, "Name of the area.", "区域名称。"),
            .optional(
                "parts",
                .list(of: area),
                otherwise: "[]",
                "Areas within.",
                "下级区域。"
            ),
        ])
    }

    /// A file without mistakes.
    static let good = """
        // 示例 · a sample
        {
          "format": 1,
          "name": "化工园区演练",
          "startsAt": "2019-03-21T14:48:00+08:00",
          "supplies": { "foam": "泡沫", "water": "水" },
          "depots": [
            { "id": "north", "onHandLiters": { "foam": 12000, "water": 3.5e5 } },
            { "id": "south", "onHandLiters": {}, "confidence": "U", "source": "telephone call" },
          ],
          "teams": [
            {
              "id": "engine-1", "persons": 7, "speedKilometersPerHour": 60, "depot": "north",
              "level": "full", "turnoutMinutes": 2, "onDuty": true, /* always */
            },
            {
              "id": "志愿队", "persons": 20, "speedKilometersPerHour": 40.5, "depot": "south",
              "turnoutMinutes": { "uniform": { "low": 5, "high": 20 }, "confidence": "D" },
              "lossProbability": { "normal": { "mean": 0.1, "standardDeviation": 0.2 },
                "atLeast": 0, "atMost": 1 }
            }
          ],
          "injects": [
            { "at": "-PT30M", "message": "a smell of \\"gas\\"\\n\\u6F0F" },
            { "at": "01:30", "dispatch": { "team": "志愿队", "when": "known.deaths >= \\u0033" } },
          ],
          "area": { "name": "园区", "parts": [ { "name": "北区" }, { "name": "南区", "parts": [] } ] },
          "notes": [ null, true, 1e-3, { "free": "form" } ],
        }

        """

    /// Reads a text as a file of this format.
    static func read(_ text: String) -> (file: CheckedFile, diagnostics: Diagnostics) {
        var names = NameTable()
        var diagnostics = Diagnostics()
        let source = SourceText(path: "sample.jsonc", text: text)
        let file = shape.read(source, names: &names, into: &diagnostics)
        return (file, diagnostics)
    }
}
