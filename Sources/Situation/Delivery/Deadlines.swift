import EventKernel
import Vocabulary

/// Deadlines of first reports (报送时限): from when a post knows of an incident to when the next one
/// must.
///
/// Regulation on the Reporting and Investigation of Work Safety Accidents (国务院令第493号), Arts. 9–11 (C):
/// an enterprise within 1 h, a county and a city within 2 h each. What counts is that the report has
/// reached its receiver; on the very second it is in time.
extension Situation {
    /// Schedules the judgement of every link over which a post must report an incident.
    mutating func scheduleDeadlines(
        of post: PostID,
        _ site: SiteID,
        because fact: FactID,
        _ now: SimTime
    ) {
        for place in linksOut.places(of: post) {
            let (link, carries) = (linksOut[place].link, linksOut[place].carries)
            guard carries.contains(.incident),
                let seconds = definition.links[link.index].deadlineSeconds
            else { continue }
            // Measured after all deliveries of the same instant.
            outbox.schedule(
                .fallsDue(link, known: fact),
                at: now + SimDuration(seconds: seconds),
                .measurement
            )
        }
    }

    /// The time for a first report is over: it is recorded whether the report has arrived.
    mutating func fallsDue(_ link: LinkID, _ known: FactID, _ moment: inout Moment) {
        let told = links[link.index].told
        moment.record(
            .reportFellDue(link, inTime: told != .none),
            because: told == .none ? known : told
        )
    }
}
