import Situation
import Vocabulary

/// Why a post decides now: the latest of the facts without which it would not have.
///
/// What came last is what a decision waited for, and so the link of its chain of causes along which
/// time was lost.
extension Command {
    /// Returns the latest fact that changed anything a condition reads.
    ///
    /// - Parameters:
    ///   - condition: The condition, which holds.
    ///   - picture: What the post believes.
    ///   - cause: What to name where the condition reads nothing that anybody has reported.
    /// - Returns: A fact of the post's own picture, or `cause`.
    func reason(_ condition: Expression, _ picture: borrowing Picture, else cause: FactID) -> FactID
    {
        var latest = FactID.none
        for case .read(let quantity) in condition.instructions {
            latest = max(latest, latestFact(of: quantity, picture))
        }
        return latest == .none ? cause : latest
    }

    /// Returns the latest fact that a task's target needs teams, or that its condition names, or
    /// none.
    func reason(_ number: Int, _ target: Int32, _ picture: borrowing Picture) -> FactID {
        let task = tasks[number]
        let need: FactID =
            switch task.kind {
            case .carry: picture[.awaitingTransport(task.site)].fact
            case .suppress: picture[.fire(HazardID(Int(target)))].fact
            case .cool: picture.latestFactOfFires
            case .search: picture[.sweeps(ZoneID(Int(target)))].fact
            case .stage, .treat, .evacuate, .pump, .survey, .refill, .release: .none
            }
        return max(need, reason(plan.tasks[number].condition, picture, else: .none))
    }

    private func latestFact(of quantity: Quantity, _ picture: borrowing Picture) -> FactID {
        switch quantity {
        case .counted(let tally):
            max(picture.latestFact(of: tally), picture[.verified(tally, SiteID(0))].fact)
        case .verified(let tally, let site): picture[.verified(tally, site)].fact
        case .estimate(let site): picture[.estimate(site)].fact
        case .incident(let site): picture[.incident(site)].fact
        case .chemicals(let site): picture[.chemicals(site)].fact
        case .burningFires: picture.latestFactOfFires
        case .reading(let sensor): picture[.reading(sensor)].fact
        case .stock(let depot, let kind): picture[.stock(depot, kind)].fact
        case .sweeps(let zone): picture[.sweeps(zone)].fact
        case .awaitingTransport(let site): picture[.awaitingTransport(site)].fact
        case .level(let post): picture[.level(post)].fact
        case .aid(let post): picture[.aid(post)].fact
        case .buried(let site): picture[.buried(site)].fact
        case .missing(let site): picture[.missing(site)].fact
        case .teams, .ownLevel, .minutesKnown, .published: .none
        }
    }
}
