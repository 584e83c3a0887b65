import EventKernel
import Vocabulary
import Wording

/// How sites, teams, depots and hospitals stand in scenario files.
enum ResourceFormat {
    /// Shape of a site.
    static let site = Shape.object([
        .id(.site), .title,
        .required("staging", .reference(.place), "Where teams gather.", "集结点。"),
        .required("depot", .reference(.depot), "Stock at the site.", "现场物资点。"),
        .optional(
            "mainsLitersPerMinute",
            .amount(upTo: 1e8),
            otherwise: "0",
            "Water that mains and hydrants still give.",
            "管网及消火栓可用流量。"
        ),
    ])

    private static let capability = Shape.object(
        capabilityKeys.map { key, english, chinese, isWhole in
            .optional(
                key,
                isWhole ? .number(.atLeast(0).upTo(10_000), isWhole: true) : .amount(upTo: 1e8),
                otherwise: "0",
                english,
                chinese
            )
        } + [
            .optional(
                "locatingFactor",
                .number(.between(1, 100), isWhole: false),
                otherwise: "1",
                "Chance to locate the living under rubble, as so many sweeps with bare ears.",
                "废墟搜寻系数（生命探测仪、搜救犬），相当于徒手搜寻的轮次。"
            )
        ]
    )

    private static let capabilityKeys: [(String, String, String, Bool)] = [
        ("searchSquareMetersPerHour", "Area searched.", "搜索能力。", false),
        ("extricationFactor", "Speed of freeing the trapped; a squadron has 1.", "破拆救援系数。", false),
        (
            "foamSolutionLitersPerMinute",
            "Foam solution applied to burning liquids, plain water to burning buildings.",
            "泡沫混合液流量；扑救建筑火灾时为出水流量。",
            false
        ),
        ("coolingLitersPerMinute", "Cooling water applied.", "冷却水流量。", false),
        ("pumpLitersPerMinute", "Water brought to the site.", "供水流量。", false),
        ("treatmentPlaces", "Casualties treated at a time.", "同时救治人数。", true),
        ("carriedPersons", "Casualties carried at a time.", "一次转运人数。", true),
        ("refillCylindersPerHour", "Cylinders filled.", "气瓶充装能力。", false),
        ("maskedMembers", "Members who work in breathing apparatus.", "佩戴空呼作业人数。", true),
        ("fuelLitersPerHour", "Fuel burnt at work.", "作业油耗。", false),
    ]

    private static let supplies = Shape.object(
        supplyKeys.map { key, _, english, chinese in
            .optional(key, .count, otherwise: "0", english, chinese)
        }
    )

    static let supplyKeys: [(String, SupplyKind, String, String)] = [
        ("waterLiters", .water, "Water.", "水。"),
        ("foamLiters", .foam, "Foam concentrate.", "泡沫液。"),
        ("fuelLiters", .fuel, "Diesel.", "柴油。"),
        ("breathingAirCylinders", .breathingAir, "Filled cylinders.", "空气呼吸器气瓶。"),
        ("medicalKits", .medical, "Sets for the treatment of one casualty.", "急救包。"),
    ]

    /// Shape of a type of team.
    static let teamType = Shape.object([
        .id(.teamType), .title,
        .required("kind", .choice(Cases.of(TeamKind.allCases)), "What it is.", "种类。"),
        .required("crew", .number(.atLeast(1).upTo(10_000), isWhole: true), "Members.", "人数。"),
        .required("vehicles", .count, "Vehicles.", "车辆数。"),
        .required("turnoutSeconds", .time, "Order received to wheels turn.", "出动时间。"),
        .required("capability", capability, "What it can do.", "能力。"),
        .optional("carries", supplies, otherwise: "{}", "Supplies it brings.", "随车物资。"),
        .optional(
            "hours",
            .list(of: hours, count: CountRange(atLeast: 0, atMost: 24)),
            otherwise: "[]",
            "Hours of the day at which it turns out otherwise; of several the first holds.",
            "按时段的出动准备（值班、备勤）；时段重叠时取前者。"
        ),
    ])

    private static let hours = Shape.object([
        .required("from", .duration(isSigned: false), "Local time of day.", "起（当地时间）。"),
        .required(
            "to",
            .duration(isSigned: false),
            "Local time of day; earlier than \"from\" where it is the next day.",
            "止（当地时间）；早于 \"from\" 表示次日。"
        ),
        .required(
            "turnoutFactor",
            .number(.above(0).upTo(1000), isWhole: false),
            "Turnout against the usual.",
            "出动时间与平时之比。"
        ),
    ])

    /// Shape of teams of one type at one station.
    static let teamGroup = Shape.object([
        .id(.teamGroup), .title,
        .required("type", .reference(.teamType), "Type.", "类型。"),
        .optional(
            "count",
            .number(.atLeast(1).upTo(100_000), isWhole: true),
            otherwise: "1",
            "Number.",
            "数量。"
        ),
        .required("station", .reference(.place), "Where they are stationed.", "驻地。"),
        .required("post", .reference(.post), "Post to which they belong.", "隶属机构。"),
    ])

    /// Shape of a depot.
    static let depot = Shape.object([
        .id(.depot), .title,
        .required("place", .reference(.place), "Where it is.", "位置。"),
        .required("post", .reference(.post), "Post that disposes of it.", "管理机构。"),
        .optional("stock", supplies, otherwise: "{}", "Stock at the start.", "初始库存。"),
        .required("loadingMinutes", .time, "Time to find, approve and load.", "查找、审批、装车时间。"),
        .optional(
            "reorder",
            reorder,
            "How it fills itself up again, without an order.",
            "自动补货约定（循环补偿），无需指令。"
        ),
    ])

    private static let reorder = Shape.object([
        .required("from", .reference(.depot), "Depot that is asked.", "供货储备点。"),
        .required(
            "whenAtMost",
            supplies,
            "Stock and loads under way at which it asks.",
            "补货点：现有与在途合计不高于此数时申请。"
        ),
        .required(
            "fillTo",
            supplies,
            "Stock up to which it asks; kinds left out are not asked for.",
            "补足至此数；未列品种不补。"
        ),
        .optional(
            "requestMinutes",
            .time,
            otherwise: "0",
            "Time until a request is granted.",
            "申请至批准的时间。"
        ),
    ])

    /// Shape of a hospital.
    static let hospital = Shape.object([
        .id(.hospital), .title,
        .required("place", .reference(.place), "Where it is.", "位置。"),
        .required(
            "beds",
            .number(.atLeast(1).upTo(100_000), isWhole: true),
            "Beds that can be cleared.",
            "可腾空床位。"
        ),
        .required("criticalPlaces", .count, "Casualties operated on at a time.", "同时手术（重症）能力。"),
        .optional(
            "surgeBeds",
            .count,
            otherwise: "0",
            "Beds opened besides after the first casualty has come.",
            "首名伤员到院后应急扩容的床位。"
        ),
        .optional(
            "surgePlaces",
            .count,
            otherwise: "0",
            "Places of definitive care opened with them.",
            "同时增开的手术（重症）能力。"
        ),
        .optional(
            "surgeAfterMinutes",
            .amount(upTo: 1e5),
            otherwise: "60",
            "From the first casualty until they are open.",
            "首名伤员到院至扩容完成的时间。"
        ),
    ])

    // MARK: Reading

    /// Reads a type of team, without post and station.
    static func type(_ value: Checked) -> TeamDefinition {
        var team = TeamDefinition()
        team.kind = value.named("kind")
        team.crew = Int32(value.count("crew"))
        team.vehicles = Int32(value.count("vehicles"))
        team.turnout = value.uncertain("turnoutSeconds").drawn()
        team.capability = capability(value.value("capability"))
        team.carried = supplies(value.value("carries"))
        team.hours = value.list("hours").map { span in
            TeamHours(
                fromSeconds: Double(span.milliseconds("from")) / 1000,
                toSeconds: Double(span.milliseconds("to")) / 1000,
                turnoutFactor: span.number("turnoutFactor")
            )
        }
        return team
    }

    private static func capability(_ value: Checked) -> TeamCapability {
        var result = TeamCapability()
        result.searchSquareMetersPerHour = value.number("searchSquareMetersPerHour")
        result.extricationFactor = value.number("extricationFactor")
        result.foamSolutionLitersPerMinute = value.number("foamSolutionLitersPerMinute")
        result.coolingLitersPerMinute = value.number("coolingLitersPerMinute")
        result.pumpLitersPerMinute = value.number("pumpLitersPerMinute")
        result.treatmentPlaces = Int32(value.count("treatmentPlaces"))
        result.carriedPersons = Int32(value.count("carriedPersons"))
        result.refillCylindersPerHour = value.number("refillCylindersPerHour")
        result.maskedMembers = Int32(value.count("maskedMembers"))
        result.fuelLitersPerHour = value.number("fuelLitersPerHour")
        result.locatingFactor = value.number("locatingFactor")
        return result
    }

    private static func supplies(_ value: Checked) -> SupplyAmounts {
        var amounts = SupplyAmounts()
        for (key, kind, _, _) in supplyKeys { amounts[kind] = Int32(value.count(key)) }
        return amounts
    }

    /// Reads all teams, group after group, with their names.
    static func teams(_ root: Checked) -> (teams: [TeamDefinition], names: [Name]) {
        let types = root.list("teamTypes").map { type($0) }
        var teams: [TeamDefinition] = []
        var names: [Name] = []
        for group in root.list("teams") {
            let type = group.reference("type")
            guard types.indices.contains(type) else { continue }
            var team = types[type]
            team.post = PostID(group.reference("post"))
            team.station = PlaceID(group.reference("station"))
            let name = group.asName
            let count = group.count("count")
            for number in 1...max(1, count) {
                teams.append(team)
                names.append(count == 1 ? name : name.numbered(number))
            }
        }
        return (teams, names)
    }

    /// Reads a depot.
    static func depotDefinition(_ value: Checked) -> DepotDefinition {
        var depot = DepotDefinition()
        depot.place = PlaceID(value.reference("place"))
        depot.post = PostID(value.reference("post"))
        depot.stock = supplies(value.value("stock"))
        depot.loading = value.uncertain("loadingMinutes").drawn(times: 60)
        depot.reorder = value.optional("reorder").map { reorderDefinition($0) }
        return depot
    }

    private static func reorderDefinition(_ value: Checked) -> ReorderDefinition {
        var reorder = ReorderDefinition()
        reorder.source = DepotID(value.reference("from"))
        reorder.least = supplies(value.value("whenAtMost"))
        reorder.most = supplies(value.value("fillTo"))
        reorder.request = value.uncertain("requestMinutes").drawn(times: 60)
        return reorder
    }

    /// Reads a hospital.
    static func hospitalDefinition(_ value: Checked) -> HospitalDefinition {
        var hospital = HospitalDefinition()
        hospital.place = PlaceID(value.reference("place"))
        hospital.beds = Int32(value.count("beds"))
        hospital.criticalPlaces = Int32(value.count("criticalPlaces"))
        hospital.surgeBeds = Int32(value.count("surgeBeds"))
        hospital.surgePlaces = Int32(value.count("surgePlaces"))
        hospital.surgeDelay = SimDuration(minutes: value.number("surgeAfterMinutes"))
        return hospital
    }

    /// Reads a site.
    static func siteDefinition(_ value: Checked) -> SiteDefinition {
        var site = SiteDefinition()
        site.staging = PlaceID(value.reference("staging"))
        site.depot = DepotID(value.reference("depot"))
        site.mainsLitersPerMinute = value.number("mainsLitersPerMinute")
        return site
    }
}
