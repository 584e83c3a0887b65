public import Scoring

extension Measure {
    /// Name in result files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    /// Whether the measure is a time in seconds, printed as minutes or hours.
    public var isTime: Bool { name.hasPrefix("seconds") }

    /// Whether the measure is a share, printed per cent.
    public var isShare: Bool {
        switch self {
        case .unmetDemandShare, .deadlinesKeptShare, .dutiesKeptShare, .dueReportsKeptShare,
            .firstReportCompleteness,
            .deathCountError, .suppliesEnoughShare, .suppliesFoundShare, .suppliesUsedShare,
            .teamIdleShare, .warningReachShare, .evacuatedShare, .rumourFinalShare,
            .rumourPeakShare, .trustAtEnd:
            true
        default: false
        }
    }

    /// Whether the measure is an index from 0 to 1.
    public var isIndex: Bool {
        switch self {
        case .publicSafetyIndex, .responseEfficiency, .publicSatisfaction, .isolationIndex,
            .handlingIndex, .communicationIndex, .settlementIndex:
            true
        default: false
        }
    }

    private var described: (String, String, String) {
        switch frame {
        case .causesOfDeaths, .causesOfLateArrivals, .causesOfMissedGoals: describedCause
        case .reporting, .communication, .picture: describedInformation
        case .supplies, .teams: describedMeans
        default: describedOutcome
        }
    }

    private var describedOutcome: (String, String, String) {
        switch self {
        case .rumourFinalShare: ("rumourFinalShare", "Believed the rumour", "谣言波及比例")
        case .rumourPeakShare: ("rumourPeakShare", "Rumour at its peak", "谣言传播峰值")
        case .trustAtEnd: ("trustAtEnd", "Trust at the end", "演练结束时公信力")
        case .deaths: ("deaths", "Deaths", "死亡人数")
        case .responderDeaths: ("responderDeaths", "Responder deaths", "救援人员死亡人数")
        case .seriousInjuries: ("seriousInjuries", "Serious injuries", "重伤人数")
        case .slightInjuries: ("slightInjuries", "Other injuries", "轻伤人数")
        case .hospitalAdmissions: ("hospitalAdmissions", "Hospital admissions", "住院人数")
        case .trappedRescuedAlive:
            ("trappedRescuedAlive", "Trapped, freed alive", "被困获救人数")
        case .secondaryIncidents: ("secondaryIncidents", "Secondary incidents", "次生事故起数")
        case .directLossYuan: ("directLossYuan", "Direct loss [CNY]", "直接经济损失（元）")
        case .secondsToDetect: ("secondsToDetect", "Time to detect", "发现用时")
        case .secondsToFirstReport: ("secondsToFirstReport", "Time to first report", "首报用时")
        case .secondsToFirstArrival:
            ("secondsToFirstArrival", "Time to first arrival", "首支队伍到场用时")
        case .secondsToControl: ("secondsToControl", "Time to control", "控制用时")
        case .secondsToResolve: ("secondsToResolve", "Time to resolve", "处置完毕用时")
        case .score: ("score", "Score", "得分")
        case .secondsToFireOut: ("secondsToFireOut", "Time to fire out", "明火扑灭用时")
        case .evacuatedPersons: ("evacuatedPersons", "Evacuated in time", "提前转移人数")
        case .movedInVain: ("movedInVain", "Moved in vain", "转移后未受灾人数")
        case .collapsedBuildings: ("collapsedBuildings", "Buildings collapsed", "倒塌建筑（栋）")
        case .reflares: ("reflares", "Fires flared up again", "复燃次数")
        case .incidents: ("incidents", "Incidents", "事故起数")
        case .weightedCasualties:
            ("weightedCasualties", "Deaths and weighted injuries", "伤亡当量（折合死亡人数）")
        case .deathsAfterFirstInstant:
            ("deathsAfterFirstInstant", "Deaths after the first instant", "后续死亡人数")
        case .incidentGrade: ("incidentGrade", "Grade in truth (1…4)", "事故等级（1…4）")
        case .greatPublicImpact: ("greatPublicImpact", "Great public impact", "重大社会影响")
        case .publicSafetyIndex: ("publicSafetyIndex", "Public safety index", "人民群众安全指数")
        case .personHoursInDanger:
            ("personHoursInDanger", "Person-hours in danger", "人员涉险人时")
        case .responseEfficiency: ("responseEfficiency", "Response efficiency", "应急处置效率")
        case .publicSatisfaction: ("publicSatisfaction", "Public satisfaction", "群众满意度")
        case .warningReachShare:
            ("warningReachShare", "Warned before harm", "受威胁人员预警覆盖率")
        case .evacuatedShare: ("evacuatedShare", "Gone before harm", "受威胁人员提前转移率")
        case .isolationIndex: ("isolationIndex", "Isolate quickly", "快速隔离")
        case .handlingIndex: ("handlingIndex", "Handle well", "科学处置")
        case .communicationIndex: ("communicationIndex", "Communicate well", "有效沟通")
        case .settlementIndex: ("settlementIndex", "Settle calmly", "平稳善后")
        case .roboCupRescueScore:
            ("roboCupRescueScore", "RoboCup Rescue composite", "RoboCup救援综合得分")
        case .goalsMissed: ("goalsMissed", "Goals missed", "未达标目标数")
        default: preconditionFailure("Every measure is described with its frame.")
        }
    }

    private var describedInformation: (String, String, String) {
        switch self {
        case .reportsSent: ("reportsSent", "Reports sent", "信息报送件数")
        case .reportsLost: ("reportsLost", "Reports lost", "报告丢失次数")
        case .secondsToStateReport:
            ("secondsToStateReport", "Time to report at the state", "报至国家层面用时")
        case .incidentGradeBelieved:
            ("incidentGradeBelieved", "Grade as believed (1…4)", "研判等级（1…4）")
        case .secondsToGradeKnown:
            ("secondsToGradeKnown", "Time until the grade was known", "等级研判到位用时")
        case .secondsToTargetLevel:
            ("secondsToTargetLevel", "From detection to the due level", "发现至报达应报层级用时")
        case .secondsToFirstRelease:
            ("secondsToFirstRelease", "Time to first release", "首次信息发布用时")
        case .deadlinesKeptShare:
            ("deadlinesKeptShare", "Levels told in time", "各级按时接报率")
        case .dutiesKeptShare: ("dutiesKeptShare", "Duties to report kept", "逐级上报按时率")
        case .dueReportsKeptShare:
            ("dueReportsKeptShare", "Reports within their time", "限时报送达标率")
        case .secondsPerReportHop:
            ("secondsPerReportHop", "Delay per hop", "逐级报送平均时延")
        case .firstReportCompleteness:
            ("firstReportCompleteness", "Completeness of first report", "首报要素完整率")
        case .deathCountError:
            ("deathCountError", "Error of known deaths", "死亡人数掌握误差")
        case .firstReports: ("firstReports", "First reports", "初报件数")
        case .followUpReports: ("followUpReports", "Follow-up reports", "续报件数")
        case .verifiedReports: ("verifiedReports", "Verified reports", "核报件数")
        case .finalReports: ("finalReports", "Final reports", "终报件数")
        case .deathsKnown: ("deathsKnown", "Deaths known at the end", "最终掌握死亡人数")
        default: preconditionFailure("Every measure is described with its frame.")
        }
    }

    private var describedMeans: (String, String, String) {
        switch self {
        case .unmetDemandShare: ("unmetDemandShare", "Unmet demand", "物资缺口率")
        case .teamsArrived: ("teamsArrived", "Team arrivals", "到场队次")
        case .ordersGiven: ("ordersGiven", "Orders given", "下达指令数")
        case .contradictoryOrders: ("contradictoryOrders", "Contradictory orders", "矛盾指令数")
        case .stockouts: ("stockouts", "Stock-outs", "缺货次数")
        case .suppliesEnoughShare: ("suppliesEnoughShare", "Enough in stock", "备得足（储备满足率）")
        case .suppliesFoundShare: ("suppliesFoundShare", "Found in stock", "找得到（调拨落实率）")
        case .secondsPerSupplyRun:
            ("secondsPerSupplyRun", "Moved: order to arrival", "调得动（调运用时）")
        case .suppliesUsedShare: ("suppliesUsedShare", "Used of what came", "用得好（到场物资使用率）")
        case .secondsPerTurnout: ("secondsPerTurnout", "Turnout", "平均出动用时")
        case .secondsPerTravel: ("secondsPerTravel", "Travel", "平均行程用时")
        case .teamIdleShare: ("teamIdleShare", "Idle at the site", "队伍现场闲置率")
        case .longestDutyHours: ("longestDutyHours", "Longest duty [h]", "最长连续作战（小时）")
        case .lateFirstArrivals:
            ("lateFirstArrivals", "Kinds whose first team was late", "首支到场超时的队伍种类数")
        default: preconditionFailure("Every measure is described with its frame.")
        }
    }

    private var describedCause: (String, String, String) {
        guard let cause else { preconditionFailure("A cause has an outcome and a link.") }
        let link = cause.title
        switch frame {
        case .causesOfDeaths:
            return (
                "deathsBy" + cause.name, "Deaths: " + link.english, "死亡：" + link.chinese
            )
        case .causesOfLateArrivals:
            return (
                "lateArrivalsBy" + cause.name, "Late arrivals: " + link.english,
                "到场超时：" + link.chinese
            )
        default:
            return (
                "missedGoalsBy" + cause.name, "Missed goals: " + link.english,
                "未达标：" + link.chinese
            )
        }
    }
}

extension Curve {
    /// Name in files.
    public var name: String {
        switch self {
        case .deaths: "deaths"
        case .deathsPublished: "deathsPublished"
        case .admissions: "admissions"
        case .trapped: "trapped"
        case .firesBurning: "firesBurning"
        case .teamsAtSite: "teamsAtSite"
        case .found: "found"
        }
    }
}
