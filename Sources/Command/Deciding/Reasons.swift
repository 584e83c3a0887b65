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
    @inline(__always)
    func reason(_ condition: Expression, _ picture: borrowing Picture, else cause: FactID) -> FactID
    {
        var latest = FactID.none
        for case .read(let quantity) in condition.instructions {
            latest = max(latest, picture.latestFact(of: quantity))
        }
        return latest == .none ? cause : latest
    }

    /// Returns the latest fact that a task's target needs teams, or that its condition names, or
    /// none.
    @inline(__always)
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
}

extension Picture {
    /// Returns the latest fact that changed what a post knows of a quantity; none where nobody reports it.
    fileprivate func latestFact(of quantity: Quantity) -> FactID {
        switch quantity {
        case .counted(let tally):
            max(latestFact(of: tally), self[.verified(tally, SiteID(0))].fact)
        case .verified(let tally, let site): self[.verified(tally, site)].fact
        case .estimate(let site): self[.estimate(site)].fact
        case .incident(let site): self[.incident(site)].fact
        case .chemicals(let site): self[.chemicals(site)].fact
        case .burningFires: latestFactOfFires
        case .reading(let sensor): self[.reading(sensor)].fact
        case .stock(let depot, let kind): self[.stock(depot, kind)].fact
        case .sweeps(let zone): self[.sweeps(zone)].fact
        case .awaitingTransport(let site): self[.awaitingTransport(site)].fact
        case .level(let post): self[.level(post)].fact
        case .aid(let post): self[.aid(post)].fact
        case .buried(let site): self[.buried(site)].fact
        case .missing(let site): self[.missing(site)].fact
        case .teams, .ownLevel, .minutesKnown, .published: .none
        }
    }
}
