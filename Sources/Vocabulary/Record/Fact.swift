public import EventKernel

/// Something that happened, as it stands in the record: the only output of a drill.
public struct Fact: BitwiseCopyable, Sendable {
    /// Number within the drill, from 0, in the order of happening.
    public let id: FactID

    /// Fact from which this one follows; `none` for what the scenario itself sets off.
    public let cause: FactID

    /// When it happened.
    public let time: SimTime

    /// What happened.
    public let content: FactContent

    /// Creates a fact.
    public init(id: FactID, cause: FactID, time: SimTime, content: FactContent) {
        self.id = id
        self.cause = cause
        self.time = time
        self.content = content
    }
}

/// Why a team stopped what it was doing.
public enum StopReason: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// The task is done.
    case done = 0
    /// Another order came.
    case reassigned = 1
    /// The crew must rest.
    case rest = 2
    /// Supplies have run out.
    case outOfSupplies = 3
    /// Members of the crew are hurt.
    case losses = 4
    /// What is measured may explode.
    case danger = 5
}

/// What a fact says.
///
/// Cases are grouped by room; each says truth unless it is a matter of reports and pictures.
public enum FactContent: BitwiseCopyable, Sendable {
    // Exercise
    /// The drill begins (演练开始).
    case started
    /// Exercise control has put in an inject (情景注入).
    case injected(InjectID)
    /// The drill ends (演练结束).
    case ended

    // Hazards
    /// Something exploded, with so much TNT [kg] (爆炸).
    case exploded(HazardID, trinitrotolueneKilograms: Double)
    /// A fire has started; secondary when another hazard set it off after the first instant (起火).
    case ignited(HazardID, secondary: Bool)
    /// A fire is under control (控制).
    case controlled(HazardID)
    /// A fire is out, by its own or by attack (熄灭).
    case extinguished(HazardID, burnedOut: Bool)
    /// A fire that was out, or under control, has flared up again (复燃).
    case reflared(HazardID)
    /// Buildings of a zone are damaged: collapsed, badly, and with broken windows [buildings].
    case damaged(ZoneID, collapsed: Int32, badly: Int32, windows: Int32)
    /// Direct loss has been done [CNY] (直接经济损失).
    case lost(ZoneID, yuan: Int64)

    // People
    /// People are within reach of a hazard in a zone [persons] (受威胁人员).
    case exposed(ZoneID, persons: Int32)
    /// A person is hurt, able to walk or not (受伤).
    case hurt(PersonID, Severity, InjuryCause, canWalk: Bool)
    /// A person is trapped (被埋压).
    case trapped(PersonID)
    /// A person has been found by a team, or by those nearby where there is no team (发现).
    case found(PersonID, alive: Bool, by: TeamID?)
    /// A person has been freed (救出).
    case freed(PersonID, alive: Bool)
    /// A casualty has been brought to the collection point of a site.
    case collected(PersonID, SiteID)
    /// A casualty has been triaged (检伤).
    case triaged(PersonID, TriageCategory)
    /// A casualty is stabilised in the field (现场救治).
    case stabilised(PersonID)
    /// A casualty is on the way to a hospital, with a team or by private means (转运).
    case departed(PersonID, HospitalID, with: TeamID?)
    /// A casualty has come to a hospital without a free bed, or without a free place for what the
    /// casualty needs, and is sent on (转院).
    case turnedAway(PersonID, HospitalID)
    /// A casualty is admitted (住院).
    case admitted(PersonID, HospitalID)
    /// A casualty with slight injuries is treated and sent home (门诊处置).
    case treatedAndSentHome(PersonID, HospitalID)
    /// Definitive care of a casualty has begun (确定性治疗).
    case operated(PersonID, HospitalID)
    /// A person has died (死亡).
    case died(PersonID, DeathPlace)
    /// The people of a zone are being warned (预警发布).
    case warned(ZoneID)
    /// People have left a zone before harm came [persons] (转移避险).
    case evacuated(ZoneID, persons: Int32)

    // Teams
    /// A team has left its station (出动).
    case turnedOut(TeamID)
    /// A team has arrived at a site (到场).
    case arrived(TeamID, SiteID)
    /// A team has begun a task (展开).
    case beganWork(TeamID, Task)
    /// A team has stopped its task.
    case stoppedWork(TeamID, StopReason)
    /// A team has come home (归队).
    case returned(TeamID)
    /// A team has got an order against one it was carrying out for another post (令出多门).
    case contradicted(TeamID, OrderID)
    /// A sweep of a zone is complete, the so many-th (搜救轮次).
    case swept(ZoneID, sweeps: Int32)
    /// The chemicals of a site are identified (查明).
    case surveyed(SiteID)

    /// A team on the road goes on another way or at another speed, since roads have changed, or is held
    /// up as no open road leads on (改道).
    case rerouted(TeamID, isHeld: Bool)
    /// A team on the road makes for another site by a new order, or for home where there is none
    /// (途中改派、途中撤回); whether it turns round on the road where it is, or goes on to the next crossing.
    case diverted(TeamID, to: SiteID?, turnsRound: Bool)

    // Supplies
    /// Supplies were wanted and only part was there [units of the kind].
    case demanded(SiteID, SupplyKind, wanted: Int32, met: Int32)
    /// Stock on hand at a depot has changed to so much [units of the kind] (库存).
    case stocked(DepotID, SupplyKind, onHand: Int32)
    /// A stock is empty while there is demand (缺货).
    case ranOut(DepotID, SupplyKind)
    /// A depot has asked another for supplies, by a standing arrangement (补货申请) [units of the kind].
    case reordered(DepotID, from: DepotID, SupplyKind, amount: Int32)
    /// A convoy has left a depot for another (运输车队出发).
    case convoyLeft(ConvoyID, from: DepotID, SupplyKind, amount: Int32)
    /// A convoy has come to a depot (运输车队到达).
    case convoyArrived(ConvoyID, at: DepotID, SupplyKind, amount: Int32)

    // Information
    /// Somebody has perceived something (观测).
    case observed(Observer, Item, value: Int32)
    /// A report has been sent over a link (信息报送).
    case sent(ReportID, LinkID, ReportKind)
    /// A report has been lost on the way (报告丢失).
    case reportLost(ReportID)
    /// A report has been delivered to a post (报告送达).
    case delivered(ReportID, PostID)
    /// A post now believes something (态势), which a line of the report told it that passes on another
    /// fact: what was observed, or what the sender believes.
    case believed(PostID, Item, value: Int32, told: FactID)
    /// A call has found all operators busy and been given up (呼损).
    case abandonedCall(PostID, Observer)

    // Command
    /// A post has begun to work (指挥机构启用).
    case activated(PostID)
    /// A rule of the plan has fired at a post (预案规则触发).
    case decided(PostID, RuleID)
    /// A post has changed its response level (响应级别).
    case levelChanged(PostID, ResponseLevel)
    /// A post has given an order to a team (指令).
    case ordered(OrderID, PostID, TeamID, Task)
    /// A post has ordered supplies from one depot to another (调拨).
    case orderedSupplies(OrderID, PostID, from: DepotID, to: DepotID, SupplyKind, amount: Int32)
    /// A post has ordered the people of a zone to be warned (预警指令).
    case orderedWarning(OrderID, PostID, ZoneID)
    /// An order has reached those who carry it out (指令送达).
    case orderDelivered(OrderID)
    /// An order has been lost on the way (指令丢失).
    case orderLost(OrderID)
    /// Counts of the dead have been made public by a post [persons] (信息发布).
    case published(PostID, dead: Int32)
    /// A post has asked another to approve what a rule of its would do (请示).
    case requested(PostID, RuleID, of: PostID)
    /// A post has approved what a rule of another would do (批准).
    case approved(PostID, RuleID)
    /// The time within which an incident must be reported over a link is over (报送时限); whether it has
    /// been.
    case reportFellDue(LinkID, inTime: Bool)

    // Hazards of other forms
    /// A hazard has begun; secondary when another hazard set it off after the first instant (发生).
    case began(HazardID, secondary: Bool)
    /// The rubble of a collapse has moved again (二次坍塌).
    case shifted(HazardID)
    /// A hazard that went on for some time is over (终止).
    case ceased(HazardID)
    /// Fire has gone over to other buildings: so many have caught fire by now [buildings] (火势蔓延).
    case fireSpread(HazardID, buildings: Int32)
    /// The air of a zone has reached a guideline level, 1…3 (AEGL, ERPG) (毒性浓度限值).
    case guideline(ZoneID, level: Int32)
    /// People of a zone have shut themselves in before the cloud came [persons] (就地避险).
    case sheltered(ZoneID, persons: Int32)
    /// The last household has left a zone: so many have left, and so many stayed [persons] (清空).
    case cleared(ZoneID, left: Int32, stayed: Int32)
    /// People of a zone are in a shelter, or nowhere where it is −1 [persons] (安置).
    case housed(ZoneID, shelter: Int32, persons: Int32)
    /// A patient has left the hospital (出院).
    case discharged(PersonID, HospitalID)

    // Public opinion
    /// A post has told the public something without numbers (首次发布、滚动发布).
    case released(PostID, ReleaseKind)
    /// People have begun to spread a rumour about the incident [persons] (谣言出现).
    case rumourBegan(persons: Int32)
    /// So many people spread the rumour at its height, and when that was [persons] (谣言传播峰值); on
    /// record once their number has fallen to half, or at the end.
    case rumourPeaked(persons: Int32, at: SimTime)
    /// The rumour when nobody spreads it any more, or at the end of the drill: people who have
    /// believed it, who still spread it, and whom the official word kept from believing it [persons].
    case rumourCounted(believed: Int32, spreading: Int32, informed: Int32)
    /// The trust of the public in what is officially said, after a release or at the end [0…1]
    /// (公信力).
    case trustChanged(Double)
}

/// Kind of report (信息报送类别).
public enum ReportKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// First report (初报).
    case first = 0
    /// Follow-up report (续报).
    case followUp = 1
    /// Verified report (核报).
    case verified = 2
    /// Final report (终报).
    case final = 3
}
