public import DrillModel
import EventKernel
import GroundTruth
public import Scoring
import Situation
import Terrain
import Vocabulary
public import Wording

/// How a scenario file stands as a whole: what happens (情景), what must be done (任务), with what (能力).
public enum ScenarioFormat {
    /// Version of the format.
    public static let version = 1

    /// Shape of a scenario file.
    public static let shape = Shape.file(format: version, happening + meansFields + information)

    private static let happening: [Field] = [
        .title,
        .required("start", .instant, "Date and time at which the drill begins.", "演练开始时刻。"),
        .required("duration", .duration(isSigned: false), "Length of the drill.", "演练时长。"),
        .required(
            "crs",
            .choice([
                Choice("WGS84", "GPS coordinates", "GPS 坐标"),
                Choice(
                    "CGCS2000",
                    "China Geodetic Coordinate System 2000; equal to WGS84 within a metre",
                    "2000国家大地坐标系"
                ),
            ]),
            "Coordinate system.",
            "坐标系。"
        ),
        .required("origin", MapFormat.origin, "Origin of positions in metres.", "米制坐标原点。"),
        .required("map", MapFormat.shape, "Places and roads.", "地图。"),
        .optional("calibration", PeopleFormat.calibration, "What was fitted.", "标定。"),
        .required(
            "zones",
            .things(of: PeopleFormat.zone, atLeast: 1, atMost: 5000),
            "Zones.",
            "区域。"
        ),
        .optional("fuels", .things(of: HazardFormat.fuel), otherwise: "[]", "Fuels.", "燃料。"),
        .optional(
            "substances",
            .things(of: SubstanceFormat.shape),
            otherwise: "[]",
            "Poisonous gases.",
            "有毒物质。"
        ),
        .optional("weather", WeatherFormat.weather, "Weather.", "气象条件。"),
        .optional(
            "shelters",
            .things(of: WeatherFormat.shelter),
            otherwise: "[]",
            "Places to which people go who leave.",
            "安置点。"
        ),
        .required("hazards", .things(of: HazardFormat.hazard), "Hazards.", "致灾因子。"),
        .optional("sensors", .things(of: HazardFormat.sensor), otherwise: "[]", "Sensors.", "传感器。"),
        .optional("witnesses", PostFormat.witnesses, "Witnesses.", "目击报警。"),
        .optional(
            "alarmDelayMinutes",
            .number(.between(0, 10_080)),
            otherwise: "0",
            "Time for which nobody raises the alarm: added to every call and notice of staff.",
            "无人报警的时间：群众报警和企业人员发现均推迟这么久。"
        ),
        .optional(
            "harm",
            .object(ParameterFormat.harm.fields),
            otherwise: "{}",
            "Harm to people.",
            "人员伤害参数。"
        ),
        .optional(
            "warning",
            WarningFormat.warning,
            otherwise: "{}",
            "How warnings spread.",
            "预警扩散参数。"
        ),
        .optional(
            "injects",
            .things(of: InjectFormat.shape, atMost: 10_000),
            otherwise: "[]",
            "Injects.",
            "情景注入。"
        ),
    ]

    private static let meansFields: [Field] = [
        .required(
            "sites",
            .things(of: ResourceFormat.site, atLeast: 1, atMost: 100),
            "Sites.",
            "现场。"
        ),
        .required("teamTypes", .things(of: ResourceFormat.teamType), "Types of teams.", "队伍类型。"),
        .required("teams", .things(of: ResourceFormat.teamGroup, atMost: 100_000), "Teams.", "队伍。"),
        .required(
            "depots",
            .things(of: ResourceFormat.depot, atLeast: 1, atMost: 100_000),
            "Depots.",
            "物资储备点。"
        ),
        .required("hospitals", .things(of: ResourceFormat.hospital), "Hospitals.", "医院。"),
        .optional(
            "care",
            .object(ParameterFormat.care.fields + [ParameterFormat.triage]),
            otherwise: "{}",
            "Rescue and care.",
            "救援救治参数。"
        ),
        .optional(
            "work",
            .object(ParameterFormat.work.fields),
            otherwise: "{}",
            "Movement and work.",
            "行动作业参数。"
        ),
    ]

    private static let information: [Field] = [
        .required("channels", .things(of: PostFormat.channel, atLeast: 1), "Channels.", "信息渠道。"),
        .required("posts", .things(of: PostFormat.post, atLeast: 1), "Posts.", "指挥机构。"),
        .required("links", .things(of: PostFormat.link, atMost: 10_000), "Links.", "报告关系。"),
        .required("reporting", PostFormat.reporting, "How observers report.", "观测报告方式。"),
        .optional("publicOpinion", OpinionFormat.shape, "The public.", "舆情。"),
        .optional("goals", .things(of: GoalFormat.shape), otherwise: "[]", "Goals.", "演练目标。"),
        .optional(
            "scoring",
            .object(GoalFormat.marking),
            otherwise: "{}",
            "How drills are marked.",
            "评分。"
        ),
        .optional(
            "outputs",
            .object([
                .optional(
                    "curveStepMinutes",
                    .number(.between(1, 1440), isWhole: false),
                    otherwise: "30",
                    "Step of curves.",
                    "曲线步长。"
                ),
                .optional(
                    "checkpointHours",
                    .things(of: .amount(upTo: 10_000), atMost: 100),
                    otherwise: "[]",
                    "Times at which known deaths are compared.",
                    "已知死亡对比时刻。"
                ),
            ]),
            otherwise: "{}",
            "What is written out.",
            "输出。"
        ),
    ]
}

/// A scenario as read from its file, with all names.
public struct ScenarioFile: Sendable {
    /// The scenario.
    public var scenario = Scenario()
    /// How drills are scored.
    public var scoring = ScoringDefinition()
    /// Names of everything.
    public var names = ScenarioNames()
    /// Names by kind, for plans that refer to them.
    public var table = NameTable()
    /// Title for readers.
    public var title = Bilingual(verbatim: "")
    /// When the drill begins.
    public var start = AbsoluteInstant(millisecondsSince1970: 0, offsetMinutes: 0)
    /// Longitude and latitude of the origin of positions in metres [°].
    public private(set) var origin = (longitude: 0.0, latitude: 0.0)
    /// Values it relies on without having confirmed them.
    public var assumptions: [Assumption] = []
    /// Text of the file.
    public var source: SourceText
    /// Road network beside the file, if it names one.
    private(set) var network: MapNetwork?

    /// SHA-256 of the file, and of the tables of its road network behind it, if it names one.
    public var checksum: String {
        var digest = SHA256()
        digest.add(source.bytes)
        for table in mapTables { digest.add(table.bytes) }
        return digest.hexadecimal()
    }

    /// Tables of the road network by their path beside the file; none where it names no network.
    public var mapTables: [(path: String, bytes: [UInt8])] { network?.tables ?? [] }
    /// Its injects as written, for the master scenario events list.
    var injects: [Checked] = []
    /// Whether no error was found in the file.
    public private(set) var isSound = false

    /// Reads a scenario and reports all that is wrong with it.
    ///
    /// - Parameters:
    ///   - source: Text of the file.
    ///   - diagnostics: Takes all that is wrong.
    /// - Returns: The scenario; where an error was reported only its names are there, for the plans.
    public static func read(
        _ source: SourceText,
        into diagnostics: inout Diagnostics
    ) -> ScenarioFile {
        var file = ScenarioFile(source: source)
        let checked = ScenarioFormat.shape.read(source, names: &file.table, into: &diagnostics)
        file.assumptions = checked.assumptions
        let errors = diagnostics.errorCount
        file.network = MapNetwork.beside(source, checked.root, into: &diagnostics)
        var check = ScenarioCheck(
            root: checked.root,
            network: file.network,
            diagnostics: diagnostics
        )
        check.run()
        diagnostics = check.diagnostics
        file.isSound = checked.isSound && diagnostics.errorCount == errors
        if file.isSound { file.fill(from: checked.root) }
        return file
    }

    private init(source: SourceText) {
        self.source = source
    }

    private mutating func fill(from root: Checked) {
        if let name = root.optional("name") {
            title = Bilingual(name.text("en"), name.text("zh"))
        }
        start = root.instant("start")
        let origin = root.value("origin")
        self.origin = (origin.number("longitude"), origin.number("latitude"))
        scenario.duration = SimDuration(milliseconds: root.milliseconds("duration"))
        scenario.truth.startSecondOfDay = start.secondOfDay
        fillWorld(from: root)
        fillMeans(from: root)
        scenario.situation = PostFormat.situation(root)
        fillNames(from: root)
        fillScoring(from: root)
        let roads = scenario.terrain.roads
        let listed = network.map { NetworkRoads($0, root.value("map")) }
        injects = root.list("injects")
        scenario.injects = root.list("injects")
            .flatMap { InjectFormat.injects($0, roads: roads, listed) }
        names.injects = root.list("injects")
            .flatMap { InjectFormat.names($0, roads: roads, listed, names) }
    }

    private mutating func fillWorld(from root: Checked) {
        let calibration = root.optional("calibration")
        let factor = calibration?.number("peopleAtRiskFactor") ?? 1
        let fitted = calibration?.list("zones").map { $0.reference() } ?? []
        let map = root.value("map")
        scenario.terrain = MapFormat.terrain(
            map,
            origin: root.value("origin"),
            network: network,
            zones: root.list("zones").map { PeopleFormat.area($0) }
        )
        var lists = HazardLists()
        lists.fuels = root.list("fuels").map { HazardFormat.fuelDefinition($0) }
        lists.substances = root.list("substances").map { SubstanceFormat.definition($0) }
        var truth = GroundTruthDefinition()
        truth.zones = root.list("zones").enumerated().map { number, zone in
            let isFitted = fitted.isEmpty || fitted.contains(number)
            return PeopleFormat.definition(zone, factor: isFitted ? factor : 1)
        }
        truth.hazards = root.list("hazards").map { HazardFormat.definition($0, lists) }
        if let weather = root.optional("weather") {
            truth.weather = WeatherFormat.weatherDefinition(weather)
        }
        truth.shelters = root.list("shelters").map { WeatherFormat.shelterDefinition($0) }
        truth.sensors = root.list("sensors").map { HazardFormat.sensorDefinition($0) }
        truth.harm = ParameterFormat.harm.read(root.value("harm"))
        truth.care = ParameterFormat.care.read(root.value("care"))
        truth.care.triage = root.value("care").text("triage") == "start" ? .start : .severity
        truth.work = ParameterFormat.work.read(root.value("work"))
        truth.alarmDelay = SimDuration(minutes: root.number("alarmDelayMinutes"))
        truth.warning = WarningFormat.definition(root.value("warning"))
        if let witnesses = root.optional("witnesses") {
            truth.witnessDelay = witnesses.uncertain("delaySeconds").drawn()
            truth.callersAtMost = Int32(witnesses.count("callsPerZoneAtMost"))
            truth.guessSigma = witnesses.number("guessSigma")
        }
        if let staff = root.value("reporting").optional("staff") {
            var definition = StaffDefinition()
            definition.zone = ZoneID(staff.reference("zone"))
            definition.post = PostID(staff.reference("post"))
            definition.delay = staff.uncertain("delayMinutes").drawn(times: 60)
            truth.staff = [definition]
        }
        truth.opinion = root.optional("publicOpinion").map { OpinionFormat.definition($0) }
        scenario.truth = truth
    }

    private mutating func fillMeans(from root: Checked) {
        let (teams, teamNames) = ResourceFormat.teams(root)
        names.teams = teamNames
        scenario.register.teams = teams
        scenario.register.depots =
            root.list("depots").map { ResourceFormat.depotDefinition($0) }
        scenario.register.hospitals =
            root.list("hospitals").map { ResourceFormat.hospitalDefinition($0) }
        scenario.register.sites = root.list("sites").map { ResourceFormat.siteDefinition($0) }
    }

    private mutating func fillNames(from root: Checked) {
        func names(_ key: String) -> [Name] { root.list(key).map { $0.asName } }
        self.names.places = root.value("map").list("places").map { $0.asName }
        self.names.zones = names("zones")
        self.names.sites = names("sites")
        self.names.hazards = names("hazards")
        self.names.sensors = names("sensors")
        self.names.depots = names("depots")
        self.names.hospitals = names("hospitals")
        self.names.shelters = names("shelters")
        self.names.posts = names("posts")
        self.names.goals = names("goals")
        self.names.goalLinks = root.list("goals").map { GoalFormat.link($0) }
    }

    private mutating func fillScoring(from root: Checked) {
        scoring = scenario.scoringFrame
        scoring.goals = root.list("goals").map { GoalFormat.goal($0) }
        scoring.marking = GoalFormat.marking(root.value("scoring"))
        scoring.arrivalWithin =
            SimDuration(minutes: root.value("scoring").number("arrivalWithinMinutes"))
        scoring.opinion = root.optional("publicOpinion").map { OpinionFormat.scoring($0) }
        let outputs = root.value("outputs")
        scoring.curveStep = SimDuration(minutes: outputs.number("curveStepMinutes"))
        scoring.checkpointHours = outputs.list("checkpointHours").map { $0.number() }
    }
}
