public import Scoring

extension Measure {
    /// Name in result files.
    public var name: String { described.0 }

    /// Name for readers.
    public var title: Bilingual { Bilingual(described.1, described.2) }

    /// Whether the measure is a time, printed as hours and minutes.
    public var isTime: Bool { name.hasPrefix("secondsTo") }

    private var described: (String, String, String) {
        switch self {
        case .deaths: ("deaths", "Deaths", "死亡人数")
        case .responderDeaths: ("responderDeaths", "Responder deaths", "救援人员死亡")
        case .seriousInjuries: ("seriousInjuries", "Serious injuries", "重伤人数")
        case .slightInjuries: ("slightInjuries", "Other injuries", "轻伤人数")
        case .hospitalAdmissions: ("hospitalAdmissions", "Hospital admissions", "住院人数")
        case .trappedRescuedAlive:
            ("trappedRescuedAlive", "Trapped, freed alive", "被埋压获救人数")
        case .secondaryIncidents: ("secondaryIncidents", "Secondary incidents", "次生事故起数")
        case .directLossYuan: ("directLossYuan", "Direct loss [CNY]", "直接经济损失（元）")
        case .secondsToDetect: ("secondsToDetect", "Time to detect", "发现用时")
        case .secondsToFirstReport: ("secondsToFirstReport", "Time to first report", "首报用时")
        case .secondsToFirstArrival:
            ("secondsToFirstArrival", "Time to first arrival", "首支队伍到场用时")
        case .secondsToControl: ("secondsToControl", "Time to control", "控制用时")
        case .secondsToResolve: ("secondsToResolve", "Time to resolve", "处置完毕用时")
        case .unmetDemandShare: ("unmetDemandShare", "Unmet demand", "物资缺口率")
        case .score: ("score", "Score", "得分")
        case .secondsToFireOut: ("secondsToFireOut", "Time to fire out", "明火扑灭用时")
        case .evacuatedPersons: ("evacuatedPersons", "Evacuated in time", "提前转移人数")
        case .collapsedBuildings: ("collapsedBuildings", "Buildings collapsed", "倒塌建筑")
        case .teamsArrived: ("teamsArrived", "Team arrivals", "到场队次")
        case .ordersGiven: ("ordersGiven", "Orders given", "指令数")
        case .contradictoryOrders: ("contradictoryOrders", "Contradictory orders", "矛盾指令数")
        case .reportsSent: ("reportsSent", "Reports sent", "报告数")
        case .reportsLost: ("reportsLost", "Reports lost", "丢失报告次数")
        case .secondsToStateReport:
            ("secondsToStateReport", "Time to report at the state", "报至国家层面用时")
        case .stockouts: ("stockouts", "Stock-outs", "缺货次数")
        case .reflares: ("reflares", "Fires flared up again", "复燃次数")
        case .secondsToFirstRelease:
            ("secondsToFirstRelease", "Time to first release", "首次发布用时")
        case .rumourFinalShare: ("rumourFinalShare", "Believed the rumour", "谣言波及比例")
        case .rumourPeakShare: ("rumourPeakShare", "Rumour at its peak", "谣言峰值")
        case .trustAtEnd: ("trustAtEnd", "Trust at the end", "期末公信力")
        case .publicSatisfaction: ("publicSatisfaction", "Public satisfaction", "公众满意度")
        case .greatPublicImpact: ("greatPublicImpact", "Great public impact", "重大社会影响")
        }
    }
}
