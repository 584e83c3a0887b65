public import Vocabulary

/// What can happen to information, once scheduled.
public enum SituationEvent: BitwiseCopyable, Sendable {
    /// A report is compiled and leaves.
    case closes(LinkID)
    /// A report is taken in by its receiver.
    case arrives(ReportID)
    /// A lost report is missed and sent again.
    case isMissed(ReportID)
    /// A caller has told everything.
    case callEnds(PostID, call: Int32)
    /// A waiting caller gives up.
    case givesUp(PostID, call: Int32)
    /// Counts have been verified.
    case isVerified(PostID, SiteID, dead: Int32)
    /// An order reaches those who carry it out.
    case orderArrives(OrderID)
    /// A lost order is missed and given again.
    case orderIsMissed(OrderID)
    /// The time within which an incident must be reported over a link is over.
    case fallsDue(LinkID, known: FactID)
}
