/// A link of a why-chain: what the time from one fact to the next was spent on (环节).
public enum CauseLink: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// The hazard itself (致灾因子).
    case hazard = 0
    /// Nothing that could be done in time: no team can come so soon (力量抵达前).
    case beyondReach = 1
    /// From what happened to somebody perceiving it (发现).
    case detection = 2
    /// Compiling, sending, taking in, believing and verifying reports (报告).
    case reporting = 3
    /// Reports and orders that had to be sent again (信息丢失).
    case loss = 4
    /// From knowing to an order (决策).
    case deciding = 5
    /// Orders on their way (指令传达).
    case ordering = 6
    /// From the order to the wheels turning (出动).
    case turnout = 7
    /// On the road (路途).
    case travel = 8
    /// Not found (搜寻).
    case search = 9
    /// Found and not freed (破拆救出).
    case freeing = 10
    /// Waiting at the collection point (现场排队).
    case queue = 11
    /// Waiting for supplies (物资).
    case stock = 12
    /// On the way from one hospital to another (转院).
    case hospital = 13
    /// In hospital, waiting for definitive care (院内候治).
    case care = 14
    /// After a team was taken away (队伍撤离).
    case withdrawal = 15
    /// Work on the hazard (现场处置).
    case work = 16

    /// Number of links -- constant.
    public static let count = 17
}

extension FactContent {
    /// Link whose time ends with a fact of this content.
    ///
    /// Where the content is written out the compiler knows the link.
    @inlinable public var endedLink: CauseLink {
        switch self {
        case .believed, .sent, .delivered, .activated, .published, .released, .reportFellDue:
            .reporting
        case .observed: .detection
        case .demanded, .stocked, .ranOut, .reordered, .convoyLeft: .stock
        case .ordered, .orderedSupplies, .orderedWarning, .decided, .levelChanged, .requested,
            .approved:
            .deciding
        case .orderDelivered, .warned, .contradicted: .ordering
        case .reportLost, .orderLost, .abandonedCall: .loss
        case .turnedOut: .turnout
        case .arrived, .returned, .convoyArrived, .collected, .admitted, .treatedAndSentHome,
            .rerouted, .diverted:
            .travel
        case .found, .swept: .search
        case .freed: .freeing
        case .triaged, .stabilised, .departed: .queue
        case .turnedAway: .hospital
        case .operated, .discharged: .care
        case .beganWork, .stoppedWork, .surveyed, .controlled, .extinguished: .work
        case .started, .injected, .ended, .exploded, .ignited, .reflared, .damaged, .lost,
            .exposed, .hurt, .trapped, .died, .evacuated, .began, .shifted,
            .ceased, .fireSpread, .guideline, .sheltered, .cleared, .housed, .rumourBegan,
            .rumourPeaked,
            .rumourCounted, .trustChanged:
            .hazard
        }
    }
}
