/// A number computed from the record of one drill (指标).
///
/// Raw values give the order of columns in result files; new measures are added at the end. A measure
/// of something that never happened is infinite.
public enum Measure: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// People dead, responders included [persons] (死亡人数).
    case deaths = 0
    /// Responders dead [persons] (救援人员死亡).
    case responderDeaths = 1
    /// People alive whose life was in danger, or who needed a hospital and could not walk [persons]
    /// (重伤人数).
    case seriousInjuries = 2
    /// Other people hurt [persons] (轻伤人数).
    case slightInjuries = 3
    /// People admitted to hospitals, each once [persons] (住院人数).
    case hospitalAdmissions = 4
    /// Trapped people freed alive [persons] (被困获救人数).
    case trappedRescuedAlive = 5
    /// Hazards set off by others after the first instant [incidents] (次生事故).
    case secondaryIncidents = 6
    /// Direct economic loss [CNY] (直接经济损失).
    case directLossYuan = 7
    /// From the first harm to the first detection [s]; negative where it came before (早发现).
    case secondsToDetect = 8
    /// From the first harm to the first report at an authority [s] (早报告).
    case secondsToFirstReport = 9
    /// From the first harm to the first team at a site [s] (首支队伍到场).
    case secondsToFirstArrival = 10
    /// From the first harm to all fires under control [s] (早控制).
    case secondsToControl = 11
    /// From the first harm to the instant after which no fire burns and nobody alive is trapped [s]
    /// (早解决).
    case secondsToResolve = 12
    /// Share of what was demanded of supplies that was not there, mean over kinds [0…1] (缺口率).
    case unmetDemandShare = 13
    /// Mark by the goals of the scenario [0…100] (得分).
    case score = 14
    /// From the first harm to all fires out for the first time [s] (明火扑灭).
    case secondsToFireOut = 15
    /// People who left before harm came [persons] (提前转移).
    case evacuatedPersons = 16
    /// Buildings collapsed [buildings].
    case collapsedBuildings = 17
    /// Teams that came to a site [teams].
    case teamsArrived = 18
    /// Orders given [orders].
    case ordersGiven = 19
    /// Orders that went against another post's [orders] (矛盾指令).
    case contradictoryOrders = 20
    /// Reports sent over links, calls included [reports].
    case reportsSent = 21
    /// Times a report was lost on the way.
    case reportsLost = 22
    /// From the first harm to the first report at a post of the state [s].
    case secondsToStateReport = 23
    /// Times a site ran out of something it wanted (缺货次数).
    case stockouts = 24
    /// Times a fire that was out, or under control, flared up again (复燃次数).
    case reflares = 25

    // Public opinion
    /// From the first harm to the first official release [s] (首次发布用时).
    case secondsToFirstRelease = 26
    /// Share of the public that has believed the rumour [0…1] (谣言波及比例).
    case rumourFinalShare = 27
    /// Largest share of the public that spread the rumour at a time [0…1] (谣言峰值).
    case rumourPeakShare = 28
    /// Trust of the public in what is officially said, at the end [0…1] (公信力).
    case trustAtEnd = 29
    /// Satisfaction of the public with the response [0…1] (公众满意度).
    case publicSatisfaction = 30
    /// 1 where the incident had a great impact on the public, else 0 (重大社会影响).
    case greatPublicImpact = 31
}

/// Values of all measures of one drill.
public struct MeasureValues: Sendable {
    private var values: [Double]

    /// Creates values that all stand for never.
    public init() {
        values = Array(repeating: .infinity, count: Measure.allCases.count)
    }

    /// Value of a measure; infinite where what it measures never happened.
    public subscript(measure: Measure) -> Double {
        get { values[Int(measure.rawValue)] }
        set { values[Int(measure.rawValue)] = newValue }
    }
}
