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
    /// People admitted to hospitals, each once; who dies there stays counted [persons] (住院人数).
    case hospitalAdmissions = 4
    /// Trapped people freed alive, each once, whatever becomes of them [persons] (被困获救人数).
    case trappedRescuedAlive = 5
    /// Hazards that fire or heat of others has set off after the first instant [incidents] (次生事故起数).
    case secondaryIncidents = 6
    /// Direct economic loss: buildings and contents, as far as the record has it [CNY] (直接经济损失).
    case directLossYuan = 7
    /// From the first harm to the first sighting of the incident, or the first decision of a post where
    /// that comes earlier [s]; negative where it came before the harm (早发现).
    case secondsToDetect = 8
    /// From the first harm to the first report at an authority, a post of a county or above [s] (早报告).
    ///
    /// A call that a call centre takes is not yet a report (Order 493, Article 9: 县级以上). Negative where
    /// the report came before the harm.
    case secondsToFirstReport = 9
    /// From the first harm to the first team at a site [s]; negative where one stood by (首支队伍到场).
    case secondsToFirstArrival = 10
    /// From the first harm to the first instant in which every fire is under control or out, and every
    /// cloud of gas is over [s]; never where there was neither (早控制).
    case secondsToControl = 11
    /// From the first harm to the instant after which no fire burns, no cloud of gas goes on and nobody
    /// alive is trapped [s]; 0 where there never was any of it (早解决).
    case secondsToResolve = 12
    /// Share of what was demanded of supplies that was not there, mean over kinds [0…1] (缺口率).
    case unmetDemandShare = 13
    /// Mark by the scenario's way of scoring [0…100]; never where it has none (得分).
    case score = 14
    /// From the first harm to all fires out for the first time [s]; they may flare up again (明火扑灭).
    case secondsToFireOut = 15
    /// People who left before harm came [persons] (提前转移).
    case evacuatedPersons = 16
    /// Buildings collapsed [buildings] (倒塌建筑).
    case collapsedBuildings = 17
    /// Arrivals of teams at sites, each time of each team [arrivals] (到场队次).
    case teamsArrived = 18
    /// Orders given: to teams, for supplies and for warnings [orders] (下达指令).
    case ordersGiven = 19
    /// Orders that went against another post's [orders] (矛盾指令).
    case contradictoryOrders = 20
    /// Reports sent, calls to call centres included [reports] (信息报送).
    case reportsSent = 21
    /// Times a report was lost on the way [times] (报告丢失).
    case reportsLost = 22
    /// From the first harm to the first report at a post of the state [s] (报至国家层面).
    case secondsToStateReport = 23
    /// Times a stock, of a site or a depot, was found empty when something was wanted [times] (缺货次数).
    case stockouts = 24
    /// Times a fire that was out, or under control, flared up again [times] (复燃次数).
    case reflares = 25
    /// Incidents, the first with all that it sets off at once, and secondary ones (事故起数).
    case incidents = 26
    /// Deaths and weighted injuries: 10 serious or 200 slight injuries weigh as one death (伤亡当量).
    case weightedCasualties = 27
    /// People dead who outlived the first instant: what a response could still change [persons]
    /// (后续死亡).
    case deathsAfterFirstInstant = 28
    /// Grade in truth by Order 493: 0 nothing happened, 1 ordinary … 4 extraordinarily serious
    /// (事故等级).
    case incidentGrade = 29
    /// Grade by the highest counts of dead and seriously injured that authorities believed at the end; 1
    /// where they know of an incident alone, 0 of none (研判等级).
    case incidentGradeBelieved = 30
    /// From the first harm to the believed grade first reaching that of the truth, or passing it [s]
    /// (等级研判到位).
    case secondsToGradeKnown = 31
    /// 1 where the incident is one of great public impact, else 0 (重大社会影响, assumption D).
    ///
    /// A major accident without a release within 5 h, the time the State Council sets; or one of three
    /// deaths or more of which less than half is ever made public; or a rumour that reaches far.
    case greatPublicImpact = 32
    /// From the detection to the first report at the highest level that the grade asks for [s]
    /// (报达应报层级).
    case secondsToTargetLevel = 33
    /// Share of the person-hours at risk in which nobody was in danger [0…1] (人民群众安全指数, D).
    ///
    /// At risk until the end of the drill is whoever was ever in danger, from the injury on, and whoever
    /// had left before harm came, from the first harm on.
    case publicSafetyIndex = 34
    /// Person-hours from injury to care or, for the trapped, to being freed; for the dead to the end of
    /// the drill; the slightly hurt are in no danger [h] (人员涉险人时, D).
    case personHoursInDanger = 35
    /// Weighted punctuality of the goals with a time bound [0…1]; never without such goals
    /// (应急处置效率, D).
    case responseEfficiency = 36
    /// Satisfaction of the public by releases and supplies [0…1] (群众满意度, D).
    case publicSatisfaction = 37
    /// From the first harm to the first public release after it [s] (首次信息发布).
    case secondsToFirstRelease = 38
    /// Share of the levels of the chain that were told by the legal time or need not be [0…1]; 0 where
    /// none was told in time (各级按时接报率).
    case deadlinesKeptShare = 39
    /// Share of the duties to report onward that were kept, each from being told [0…1]; never where
    /// nobody had one (逐级上报按时率).
    case dutiesKeptShare = 40
    /// Mean time from what a report passes on to its delivery at the next post [s] (逐级时延).
    case secondsPerReportHop = 41
    /// Share of the five sorts of contents due that the first report at an authority had [0…1]
    /// (首报要素完整率, D).
    ///
    /// It is the report that stops the clock of `secondsToFirstReport`. The sorts: what happened,
    /// casualties, the hazard, the chemicals, measures taken (Order 493, Article 12); whether they are
    /// right is not asked here.
    case firstReportCompleteness = 42
    /// Mean relative error of the deaths known over the time from the first death on [0 and more]
    /// (死亡人数掌握误差, D).
    case deathCountError = 43
    /// First reports from post to post (初报) [reports].
    case firstReports = 44
    /// Follow-up reports from post to post (续报) [reports].
    case followUpReports = 45
    /// Verified reports from post to post (核报) [reports].
    case verifiedReports = 46
    /// Final reports from post to post (终报) [reports].
    case finalReports = 47
    /// Deaths that the highest authorities knew of at the end [persons] (掌握死亡人数).
    case deathsKnown = 48
    /// Share of what was wanted that stocks and teams held at the start, mean over kinds; of air, which
    /// is refilled, the share that was met [0…1] (备得足).
    case suppliesEnoughShare = 49
    /// Share of the orders of supplies after which a convoy left by the end [0…1]; 1 without orders
    /// (找得到).
    case suppliesFoundShare = 50
    /// Mean time from an order of supplies to their arrival, of those that came [s] (调得动).
    case secondsPerSupplyRun = 51
    /// Share of what came to sites that was used, mean over the kinds wanted; 1 for a kind of which none
    /// came, and where nothing was wanted [0…1] (用得好).
    case suppliesUsedShare = 52
    /// Mean time from the delivery of the latest order to the wheels turning [s] (出动用时).
    case secondsPerTurnout = 53
    /// Mean time from turning out to arriving at a site, of the trips that got there [s] (行程用时).
    case secondsPerTravel = 54
    /// Share of the team-hours at sites that were spent without a task [0…1]; the way to a hospital is
    /// work (闲置率).
    case teamIdleShare = 55
    /// Longest time from turning out to coming home, or to the end [h] (最长连续作战).
    case longestDutyHours = 56
    /// Share of the people at risk whom a warning had reached before harm came [0…1] (预警覆盖率).
    case warningReachShare = 57
    /// Share of the people at risk who had left before harm came [0…1] (提前转移率).
    case evacuatedShare = 58
    /// Share of the hours of fires and clouds of gas, each from its beginning to the end of the drill,
    /// in which they were under control or over [0…1]; 1 where there was none (快速隔离, D).
    case isolationIndex = 59
    /// Share of those hurt and alive after the first instant who lived [0…1]; 1 where nobody was
    /// (科学处置, D).
    case handlingIndex = 60
    /// Mean of deadlines kept, counts right and release in time [0…1] (有效沟通, D).
    case communicationIndex = 61
    /// Share of the time from the first harm to the end that came after the incident was resolved [0…1]
    /// (平稳善后, D).
    case settlementIndex = 62
    /// Composite of RoboCup Rescue, alive · exp(−5 (1 − ΣHP / max)), for 100 people at risk [0…100].
    case roboCupRescueScore = 63
    /// Kinds of teams sent of which the first came late, or never [kinds] (首到超时).
    case lateFirstArrivals = 64
    /// Goals of the scenario that the drill missed [goals] (未达标目标数).
    case goalsMissed = 65

    // Causes: these rows add up to deaths, lateFirstArrivals and goalsMissed.
    /// Deaths laid to the hazard itself, at once (当场死亡).
    case deathsByHazard = 66
    /// Deaths laid to dying before any team could have come (力量抵达前死亡).
    case deathsByBeyondReach = 67
    /// Deaths laid to late detection (发现晚).
    case deathsByDetection = 68
    /// Deaths laid to late reporting (报告晚).
    case deathsByReporting = 69
    /// Deaths laid to lost messages (信息丢失).
    case deathsByLoss = 70
    /// Deaths laid to late decisions (决策慢).
    case deathsByDeciding = 71
    /// Deaths laid to slow orders (指令传达慢).
    case deathsByOrdering = 72
    /// Deaths laid to slow turnout (出动慢).
    case deathsByTurnout = 73
    /// Deaths laid to long or blocked roads (路途远、道路阻断).
    case deathsByTravel = 74
    /// Deaths laid to not being found (搜寻未及).
    case deathsBySearch = 75
    /// Deaths laid to slow freeing (破拆救出慢).
    case deathsByFreeing = 76
    /// Deaths laid to queueing at the collection point (现场排队).
    case deathsByQueue = 77
    /// Deaths laid to lack of supplies (物资短缺).
    case deathsByStock = 78
    /// Deaths laid to hospitals that sent them on (转院).
    case deathsByHospital = 79
    /// Deaths laid to waiting for definitive care (院内候治).
    case deathsByCare = 80
    /// Deaths laid to a team withdrawn from them (队伍撤离).
    case deathsByWithdrawal = 81
    /// Late first arrivals laid to late detection (发现晚).
    case lateArrivalsByDetection = 82
    /// Late first arrivals laid to late reporting (报告晚).
    case lateArrivalsByReporting = 83
    /// Late first arrivals laid to lost messages (信息丢失).
    case lateArrivalsByLoss = 84
    /// Late first arrivals laid to late decisions (决策慢).
    case lateArrivalsByDeciding = 85
    /// Late first arrivals laid to slow orders (指令传达慢).
    case lateArrivalsByOrdering = 86
    /// Late first arrivals laid to slow turnout (出动慢).
    case lateArrivalsByTurnout = 87
    /// Late first arrivals laid to long or blocked roads (路途远、道路阻断).
    case lateArrivalsByTravel = 88
    /// Goals missed through the hazard (致灾因子).
    case missedGoalsByHazard = 89
    /// Goals missed through detection (发现).
    case missedGoalsByDetection = 90
    /// Goals missed through reporting (报告).
    case missedGoalsByReporting = 91
    /// Goals missed through deciding and ordering (决策指挥).
    case missedGoalsByCommand = 92
    /// Goals missed through turnout and travel (出动到场).
    case missedGoalsByMovement = 93
    /// Goals missed through search and rescue (搜救).
    case missedGoalsByRescue = 94
    /// Goals missed through medical care (救治).
    case missedGoalsByCare = 95
    /// Goals missed through supplies (物资).
    case missedGoalsBySupplies = 96
    /// Goals missed through work on the hazard (现场处置).
    case missedGoalsByWork = 97

    /// Share of the reports over links with a time of their own that came within it [0…1]
    /// (报送时限内报出率).
    case dueReportsKeptShare = 98

    // Only in scenarios with public opinion.
    /// Share of the public that has believed the rumour [0…1] (谣言波及比例).
    case rumourFinalShare = 99
    /// Largest share of the public that spread the rumour at a time [0…1] (谣言峰值).
    case rumourPeakShare = 100
    /// Trust of the public in what is officially said, at the end [0…1] (公信力).
    case trustAtEnd = 101

    /// People who left their zone on a warning although no harm came to it, counted when the last has
    /// left [persons] (十防九空的代价).
    case movedInVain = 102
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
