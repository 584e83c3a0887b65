/// Facts that are looked at alike by who goes through a record.
///
/// Facts come in no order, and to tell them apart one by one is what a processor is slow at. The place
/// that records a fact knows what it is: so the record is sorted as it grows, and who needs only some
/// facts finds them, each topic in the order of happening.
@frozen
public enum FactTopic: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Facts that matter as links of why-chains alone: what somebody perceives, other than an incident;
    /// orders that arrive; and what befalls casualties after nothing can change any more.
    case links = 0
    /// Reports sent.
    case sendings = 1
    /// Reports delivered.
    case deliveries = 2
    /// Beliefs, but for those about an incident, its dead and its seriously injured.
    case beliefs = 3
    /// Demands, stocks, and what is brought.
    case supplies = 4
    /// Casualties on their way from the collection point, or from home, to care.
    case transfers = 5
    /// Everything else.
    case others = 6

    /// Number of topics -- constant.
    public static let count = 7
}

extension FactContent {
    /// Topic of a fact of this content.
    ///
    /// Where the content is written out the compiler knows the topic.
    @inlinable public var topic: FactTopic {
        switch self {
        case .observed(_, let item, _): item.isIncident ? .others : .links
        case .believed(_, let item, _, _): item.isOfGrade ? .others : .beliefs
        case .orderDelivered, .stabilised, .discharged: .links
        case .sent: .sendings
        case .delivered: .deliveries
        case .departed, .turnedAway, .treatedAndSentHome: .transfers
        case .demanded, .stocked, .ranOut, .convoyArrived: .supplies
        default: .others
        }
    }
}

extension Item {
    /// Whether it says that something has happened.
    @inlinable public var isIncident: Bool {
        if case .incident = self { true } else { false }
    }

    /// Whether the grade of an incident follows from it: that something has happened, and how many are dead
    /// or seriously injured.
    @inlinable public var isOfGrade: Bool {
        switch self {
        case .incident: true
        case .found(let tally, _), .inCare(let tally, _), .verified(let tally, _):
            tally == .dead || tally == .serious
        default: false
        }
    }
}
