import GroundTruth
import Terrain
import Vocabulary

/// How zones and their people stand in scenario files.
enum PeopleFormat {
    /// Shape of a zone.
    static let zone = Shape.object([
        .id(.zone), .title,
        .required("site", .reference(.site), "Site to which its casualties belong.", "所属现场。"),
        .required("place", .reference(.place), "Where it is reached by road.", "道路到达点。"),
        .required("position", MapFormat.position, "Its middle.", "中心位置。"),
        .required("radiusMeters", .positive(upTo: 100000), "Its radius.", "半径。"),
        .required("people", .things(of: group), "Groups of people.", "人群。"),
        .required(
            "buildings",
            .number(.atLeast(1).upTo(5000), isWhole: true),
            "Buildings, spread evenly.",
            "建筑数量。"
        ),
        .optional("yuanPerBuilding", .amount(upTo: 1e12), otherwise: "0", "Worth of one.", "单栋价值。"),
        .optional(
            "searchSquareMeters",
            .amount(upTo: 1e10),
            otherwise: "0",
            "Area to be searched.",
            "需搜索面积。"
        ),
        .optional(
            "needsBreathingAir",
            .flag,
            otherwise: "false",
            "Whether crews work in breathing apparatus; neighbours then stay out.",
            "是否需佩戴空气呼吸器作业；需佩戴时，周边群众不进入该区域施救。"
        ),
        .optional(
            "callersPerThousand",
            .amount(upTo: 1000),
            otherwise: "20",
            "Calls per thousand people present.",
            "每千名在场人员的报警电话数。"
        ),
    ])

    private static let group = Shape.object([
        .required("persons", .count, "People who belong here.", "人数。"),
        .required("presentShare", .share, "Share present at the hour.", "在场比例。"),
        .required("outdoorsShare", .share, "Share of those outdoors.", "室外比例。"),
        .optional(
            "mobilizationFactor",
            .number(.between(0.1, 100), isWhole: false),
            otherwise: "1",
            "Time to get ready to leave against that of others: the old, the ill, pupils.",
            "撤离准备时间相对常人的倍数（老人、病人、学生等特殊人群）。"
        ),
        .optional(
            "refusingShare",
            .share,
            otherwise: "0",
            "Share of those who would leave who refuse to.",
            "拒绝撤离比例。"
        ),
    ])

    /// Shape of the one number that may be fitted.
    static let calibration = Shape.object([
        .required(
            "peopleAtRiskFactor",
            .number(.above(0).upTo(100), isWhole: false),
            "Multiplies the persons of the zones named, of all where none is.",
            "所列区域（未列则全部区域）人数的标定系数。"
        ),
        .optional(
            "zones",
            .list(of: .reference(.zone)),
            otherwise: "[]",
            "Zones whose persons were fitted.",
            "参与标定的区域。"
        ),
    ])

    /// Reads a zone.
    ///
    /// - Parameters:
    ///   - zone: The zone as the file gives it.
    ///   - factor: Calibrated factor on the number of persons.
    /// - Returns: The zone as the model takes it.
    static func definition(_ zone: Checked, factor: Double) -> ZoneDefinition {
        var definition = ZoneDefinition()
        definition.site = SiteID(zone.reference("site"))
        definition.groups = zone.list("people").map { group in
            var definition = GroupDefinition()
            definition.persons = Int32((group.number("persons") * factor).rounded())
            definition.presentShare = group.number("presentShare")
            definition.outdoorsShare = group.number("outdoorsShare")
            definition.mobilizationFactor = group.number("mobilizationFactor")
            definition.refusingShare = group.number("refusingShare")
            return definition
        }
        definition.buildings = Int32(zone.count("buildings"))
        definition.yuanPerBuilding = zone.number("yuanPerBuilding")
        definition.searchSquareMeters = zone.number("searchSquareMeters")
        definition.needsBreathingAir = zone.flag("needsBreathingAir")
        definition.callersPerThousand = zone.number("callersPerThousand")
        return definition
    }

    /// Reads the area of a zone.
    static func area(_ zone: Checked) -> ZoneArea {
        ZoneArea(
            place: PlaceID(zone.reference("place")),
            center: MapFormat.point(zone.value("position")),
            radiusMeters: zone.number("radiusMeters")
        )
    }
}
