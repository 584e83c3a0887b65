import GroundTruth
import Terrain

/// How weather and shelters stand in scenario files.
enum WeatherFormat {
    /// Shape of the weather.
    static let weather = Shape.object([
        .required(
            "winds",
            .things(of: wind, atLeast: 1),
            "Winds, one after another.",
            "风况，按时间先后。"
        ),
        .optional(
            "directionSigmaDegrees",
            .number(.between(0, 180), isWhole: false),
            otherwise: "0",
            "Error of the direction in a drill, standard deviation.",
            "风向误差（标准差），每次演练抽取一次。"
        ),
        .optional(
            "ground",
            .choice([
                Choice("rural", "open country", "开阔地"), Choice("urban", "town", "城区"),
            ]),
            otherwise: #""rural""#,
            "Roughness of the ground.",
            "下垫面类型。"
        ),
    ])

    private static let wind = Shape.object([
        .optional(
            "from",
            .duration(isSigned: false),
            otherwise: #""PT0S""#,
            "Since when, from the start.",
            "起始时刻（自演练开始）。"
        ),
        .required(
            "speedMetersPerSecond",
            .number(.between(0, 100), isWhole: false),
            "Speed at 10 m; below 0.5 m/s clouds drift as at 0.5.",
            "10米高风速；低于0.5米/秒时按0.5计。"
        ),
        .required(
            "fromDegrees",
            .number(.between(0, 360), isWhole: false),
            "Where it comes from, clockwise from north.",
            "风向（来向），自北顺时针。"
        ),
        .required(
            "stability",
            .choice(
                zip(
                    "ABCDEF",
                    ["very unstable", "unstable", "slightly unstable", "neutral"]
                        + ["slightly stable", "stable"]
                ).enumerated().map { index, pair in
                    Choice(
                        String(pair.0),
                        pair.1,
                        ["极不稳定", "不稳定", "弱不稳定", "中性", "较稳定", "稳定"][index]
                    )
                }
            ),
            "Stability class after Pasquill.",
            "大气稳定度等级。"
        ),
    ])

    /// Reads the weather.
    static func weatherDefinition(_ value: Checked) -> WeatherDefinition {
        var definition = WeatherDefinition()
        definition.winds = value.list("winds").map { wind in
            var definition = WindDefinition()
            definition.fromSeconds = Double(wind.milliseconds("from")) / 1000
            definition.metersPerSecond = wind.number("speedMetersPerSecond")
            definition.fromDegrees = wind.number("fromDegrees")
            let letter = wind.text("stability").unicodeScalars.first?.value ?? 68
            definition.stability = StabilityClass(rawValue: UInt8(clamping: letter - 65)) ?? .d
            return definition
        }
        definition.directionSigmaDegrees = value.number("directionSigmaDegrees")
        definition.isUrban = value.text("ground") == "urban"
        return definition
    }

    /// Shape of a shelter.
    static let shelter = Shape.object([
        .id(.shelter), .title,
        .required("position", MapFormat.position, "Where it is.", "位置。"),
        .required("capacityPersons", .count, "People whom it takes.", "可容纳人数。"),
    ])

    /// Reads a shelter.
    static func shelterDefinition(_ value: Checked) -> ShelterDefinition {
        var definition = ShelterDefinition()
        definition.position = MapFormat.point(value.value("position"))
        definition.capacity = Int32(value.count("capacityPersons"))
        return definition
    }
}
